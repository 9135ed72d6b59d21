"""A draft for the mail program: as a mailto address, and as an .eml file that opens ready to send."""

from __future__ import annotations

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from pathlib import Path
from urllib.parse import quote

from day12_data.letters.address import email_address
from day12_data.letters.draft import Draft
from day12_data.letters.saving import save_new
from day12_data.text import clean, clean_lines

# Mail programs and the shells between cut longer addresses, some of them without a word.
MAILTO_CHARACTERS = 1800


@dataclass(frozen=True, slots=True)
class Mailto:
    """An address for the mail program, and a sentence about what had to be left out of it, or an empty one."""

    url: str
    left_out: str = ""


def mailto(draft: Draft) -> Mailto:
    """The draft as a mailto address (RFC 6068), each field percent-encoded, lines ended by %0D%0A.

    Above 1,800 characters only the subject goes along: the body has to be copied, and `left_out` says so.
    """
    to = quote(email_address(draft.to), safe="@")
    subject = quote(clean(draft.subject), safe="")
    body = quote(clean_lines(draft.body).replace("\n", "\r\n"), safe="")
    whole = f"mailto:{to}?subject={subject}&body={body}"
    if len(whole) <= MAILTO_CHARACTERS:
        return Mailto(whole)
    short = f"mailto:{to}?subject={subject}"
    if len(short) <= MAILTO_CHARACTERS:
        return Mailto(
            short, "The letter is too long for a mail link, which has only its subject: paste the copied text."
        )
    return Mailto(f"mailto:{to}", "The subject is too long for a mail link, which is empty: paste the copied text.")


def eml(draft: Draft) -> bytes:
    """The draft as an .eml file. X-Unsent makes Outlook, and those who learned from it, open it as a draft."""
    to = _with_ascii_domain(email_address(draft.to))
    message = EmailMessage(policy=SMTP if to.isascii() else SMTPUTF8)
    message["X-Unsent"] = "1"
    if to:
        message["To"] = Address(clean(draft.name), *to.rsplit("@", 1))
    message["Subject"] = clean(draft.subject)
    message.set_content(clean_lines(draft.body), charset="utf-8")
    return message.as_bytes()


def save_eml(path: Path, draft: Draft) -> Path:
    """Save the draft as a new .eml file and return its path.

    Raises:
        SaveError: it couldn't be written.
    """
    return save_new(path, eml(draft))


def _with_ascii_domain(to: str) -> str:
    """The address with a domain such as müller.example as every mail program reads it: xn--mller-kva.example."""
    name, at, domain = to.rpartition("@")
    try:
        return f"{name}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        return to
