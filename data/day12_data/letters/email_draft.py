"""A draft for the mail program: as a mailto address, and as an .eml file that opens ready to send."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from urllib.parse import quote

from day12_data.address import email_address
from day12_data.letters.draft import Draft
from day12_data.letters.saving import save_new
from day12_data.text import clean, clean_lines

_MOST_IN_A_LINE = 998  # RFC 5322: Python's own folding at 78 loses a blank here and there
_SPECIAL = re.compile(r"[^\w !#$%&'*+/=?^`{|}~-]")  # what a name has to be quoted for

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
    # RFC 6068 has mail programs decode an encoded word in a subject, whatever comes out: so none stands there.
    subject = quote(clean(draft.subject).replace("=?", "= ?"), safe="")
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
    """The draft as an .eml file. X-Unsent makes Outlook, and those who learned from it, open it as a draft.

    The headers are written here and not by Python's email package, which takes an encoded word in a name or a subject
    for its own, decodes it, and so lets a role like `=?utf-8?q?=0D=0ABcc=3A...?=` become a header.
    """
    to = _with_ascii_domain(email_address(draft.to))
    headers = ["X-Unsent: 1"]
    if to:
        headers.append(f"To: {_mailbox(clean(draft.name), to)}")
    headers.append(f"Subject: {_header_text(clean(draft.subject), 'Subject')}")
    message = EmailMessage(policy=SMTP.clone(max_line_length=_MOST_IN_A_LINE))
    message.set_content(clean_lines(draft.body), charset="utf-8")
    return "".join(f"{header}\r\n" for header in headers).encode() + message.as_bytes()


def _mailbox(name: str, to: str) -> str:
    """A name and its address; with a mailbox that isn't ASCII (RFC 6532) the name is written as it is, too."""
    if not name:
        return to
    if "=?" in name or (to.isascii() and not name.isascii()):
        return f"{_header_text(name, 'To')} <{to}>"
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}" <{to}>' if _SPECIAL.search(name) else f"{name} <{to}>"


def _header_text(text: str, header: str) -> str:
    """The text as it can stand in a header, in encoded words (RFC 2047) where it isn't plain or looks like one."""
    if text.isascii() and "=?" not in text and len(text) < _MOST_IN_A_LINE - len(header) - 2:
        return text
    return Header(text, "utf-8", header_name=header).encode(linesep="\r\n")


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
