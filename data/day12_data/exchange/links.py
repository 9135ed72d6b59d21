"""Where an interview is: the link that is the way in, and the place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, urlsplit

from day12_data.text import clean

_URL = re.compile(r"https?://[^\s<>\"'|\\^`{}]+", re.IGNORECASE)
# A host, and the path that leads into a meeting: help, settings and dial-in pages have others.
_WAYS_IN = tuple(
    (re.compile(host, re.IGNORECASE), re.compile(path, re.IGNORECASE))
    for host, path in (
        (
            r"(?:[\w-]+\.)*zoom(?:gov)?\.(?:us|com)",
            r"/(?:j|w|s|my|wc/join|wc|launch/jc|meeting/register|webinar/register)/.+",
        ),
        (r"meet\.google\.com", r"/(?:lookup/)?[a-z]{3,}-?[\w-]*"),
        (
            r"teams\.(?:microsoft|live)\.(?:com|us)|gov\.teams\.microsoft\.us",
            r"/(?:l/meetup-join|meet|v2|dl/launcher)/?.*",
        ),
        (r"(?:[\w-]+\.)*webex\.com", r"/(?:meet|join|[\w-]+/j\.php|wbxmjs/joinservice|[\w.-]+/m/|m/).*"),
        (r"(?:global|app|meet)?\.?(?:gotomeeting|goto|gotomeet)\.(?:com|me)", r"/.+"),
        (r"(?:[\w-]+\.)?whereby\.com", r"/.+"),
        (r"(?:join\.)?skype\.com|meet\.lync\.com|(?:[\w-]+\.)*lync\.com", r"/.+"),
        (r"meet\.jit\.si|(?:[\w-]+\.)?jitsi\.\w+", r"/.+"),
        (r"chime\.aws|app\.chime\.aws", r"/.+"),
        (r"(?:[\w-]+\.)?bluejeans\.com", r"/\d+.*"),
        (r"v\.ringcentral\.com|meetings\.ringcentral\.com", r"/.+"),
        (r"app\.cal\.com|cal\.com|[\w-]+\.daily\.co", r"/(?:video/)?.+"),
        (r"facetime\.apple\.com", r"/join.*"),
        (r"(?:app\.|interview\.)?(?:coderpad\.io|codesignal\.com|hackerrank\.com)", r"/.+"),
        (
            r"(?:[\w-]+\.)?(?:hirevue|karat|brighthire|goodtime|around|pop|gather|huddle|livestorm|demodesk)\.\w+",
            r"/.+",
        ),
        (r"visio[\w.-]*\.fr|meet\.[\w.-]+|video\.[\w.-]+|bbb\.[\w.-]+", r"/?.*"),
    )
)
_NOT_IN = re.compile(
    r"/(?:meetingoptions|usp|u/|zoomconference|support|help|hc/|learn|cancellations?|reschedul\w*|privacy|legal|"
    r"download|settings|account|teamsdownload)|aka\.ms|support\.|dialin\.",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"(?:(?:microsoft |ms )?teams(?:[- ](?:meeting|besprechung|call|réunion|reunión|video ?call))?|"
    r"réunion microsoft teams|reunión de microsoft teams|integrations:.*|video conferencing details.*|"
    r"(?:zoom|google meet|meet|webex|skype|facetime|google hangouts?|hangouts?)(?: (?:meeting|call|video ?call|link))?|"
    r"online|virtual|remote|video(?: ?call| ?conference| ?meeting)?|web conference|this is a zoom web conference|"
    r"online[- ]?meeting|tba|tbd|see (?:below|description|link)|link (?:below|in description)|n/?a|none|-|\[private\]|"
    r"join (?:zoom|the) meeting)(?: ?\(.*\)?)?\.?",
    re.IGNORECASE,
)


def urls(text: str) -> Iterator[str]:
    """The addresses in a text, unwrapped from what redirects to them."""
    for found in _URL.findall(text):
        url = found.rstrip(".,;:!?)]*_")
        yield _unwrapped(url.replace("&amp;", "&"))


def way_in(marked: Iterable[str], *texts: str) -> str:
    """The link that leads into the meeting: one that the file marks as such, else the first that looks like one."""
    candidates = [*marked, *(url for text in texts for url in urls(text))]
    return next((url for url in map(_unwrapped, candidates) if is_way_in(url)), "")[:1_000]


def is_way_in(url: str) -> bool:
    """Whether the address leads into a meeting."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return False
    if _NOT_IN.search(host) or _NOT_IN.search(parts.path):
        return False
    return any(at.fullmatch(host) and path.fullmatch(parts.path) for at, path in _WAYS_IN)


def host_of(url: str) -> str:
    """The host of an address, in small letters; empty where it has none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def place(location: str) -> str:
    """The place in a location: without links, and without what is no place, such as “Microsoft Teams Meeting”."""
    kept = []
    for part in re.split(r";\s*|\s+\|\s+|\n", _URL.sub(" ", location)):
        part = clean(part).strip(" ,;<>-–")
        if part and not _NO_PLACE.fullmatch(part):
            kept.append(part)
    return "; ".join(kept)[:200]


def _unwrapped(url: str) -> str:
    """Where a redirecting address leads: Google's, and Outlook's Safe Links."""
    for _ in range(3):
        try:
            parts = urlsplit(url)
            query = parse_qs(parts.query)
        except ValueError:
            return url
        host = parts.hostname or ""
        target = ""
        if host in ("www.google.com", "google.com") and parts.path == "/url":
            target = next(iter(query.get("q") or query.get("url") or []), "")
        elif host.endswith(".safelinks.protection.outlook.com"):
            target = next(iter(query.get("url") or []), "")
        elif host.endswith("urldefense.com") and (found := re.search(r"__(https?:/.*?)__", url)):
            target = re.sub(r"^(https?):/(?=[^/])", r"\1://", found[1])
        if not target.startswith("http"):
            return url
        url = target
    return url
