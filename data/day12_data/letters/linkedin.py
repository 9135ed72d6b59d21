"""A person's LinkedIn profile as an address to open, and the advice against Facebook."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

from day12_data.card import Person
from day12_data.text import clean

FACEBOOK_ADVICE = (
    "LinkedIn yes, Facebook never: that is where their private life is. Use their LinkedIn profile instead."
)

_HOME = "https://www.linkedin.com"
# The part of a profile's address that is the person's own.
_HANDLE = re.compile(r"@?/?(?:in/)?(?P<handle>[\w%.-]+)/?")
# An address at fb.com is somebody's work mail, no page: what follows an @ doesn't count.
_FACEBOOK = re.compile(
    r"(?<![\w.@-])(?:[\w-]+\.)*(?:facebook\.com|fb\.com|fb\.me|fb\.watch|m\.me|messenger\.com)(?![\w-])", re.IGNORECASE
)


def facebook_advice(text: str) -> str | None:
    """The article's advice when a Facebook address is somewhere in the text, else None."""
    return FACEBOOK_ADVICE if _FACEBOOK.search(text) else None


def without_facebook(text: str) -> str:
    """The text without the Facebook addresses in it, which nothing here keeps."""
    return " ".join(word for word in text.split(" ") if not _FACEBOOK.search(word))


def profile_url(text: str) -> str:
    """The profile that the text names, as an https address at linkedin.com; empty where it names none.

    Understood are addresses with or without https://, of any country, "in/jane-doe" and "@jane-doe". Anything else,
    another host above all, is no profile.
    """
    text = clean(text)
    if text.startswith(("@", "in/", "/in/")):
        found = _HANDLE.fullmatch(text)
        return f"{_HOME}/in/{_quoted(found['handle'])}" if found else ""
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    at_home = host == "linkedin.com" or host.endswith(".linkedin.com")
    path = parts.path.rstrip("/")
    if parts.scheme not in ("http", "https") or not at_home or "@" in parts.netloc or "\\" in text or not path:
        return ""
    # The host is ours, not theirs: a country's address leads to the same profile.
    return _HOME + "/".join(_quoted(part) for part in path.split("/"))


def linkedin_url(person: Person, company: str) -> str:
    """The person's profile, or a search among people for their name and the company where no profile is known."""
    profile = profile_url(person.linkedin)
    if profile:
        return profile
    return f"{_HOME}/search/results/people/?keywords={quote(clean(f'{person.name} {company}'), safe='')}"


def _quoted(part: str) -> str:
    return quote(unquote(part), safe="")
