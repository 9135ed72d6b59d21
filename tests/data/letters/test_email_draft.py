from __future__ import annotations

import email
import os
import stat
from email.header import decode_header
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from day12_data.address import address_note, email_address
from day12_data.letters.draft import Draft
from day12_data.letters.email_draft import MAILTO_CHARACTERS, eml, mailto, save_eml
from day12_data.letters.saving import SaveError, file_name, save_new
from day12_data.text import clean, clean_lines

ANY_TEXT = st.text(max_size=60) | st.text(alphabet='aé🐳 ,;:"<>@\r\n\t=?&%+_-()\\', max_size=120)


def read_mailto(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    fields = parse_qs(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    assert parts.scheme == "mailto"
    assert not parts.fragment
    assert set(fields) <= {"subject", "body"}
    return unquote(parts.path), fields.get("subject", [""])[0], fields.get("body", [""])[0]


def read_eml(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


@given(ANY_TEXT, ANY_TEXT)
def test_a_mailto_address_survives_the_round_trip(subject: str, body: str) -> None:
    made = mailto(Draft("jo+x@acme.example", subject, body))
    to, read_subject, read_body = read_mailto(made.url)
    assert (to, read_subject) == ("jo+x@acme.example", clean(subject).replace("=?", "= ?"))
    assert made.left_out or read_body.replace("\r\n", "\n") == clean_lines(body)
    assert len(made.url) <= MAILTO_CHARACTERS
    assert made.url.isascii()
    assert not any(char.isspace() for char in made.url)


def test_lines_end_as_mail_lines_do() -> None:
    assert mailto(Draft("a@b.example", "Hi & bye", "one\ntwo\n")).url == (
        "mailto:a@b.example?subject=Hi%20%26%20bye&body=one%0D%0Atwo"
    )


def test_a_letter_too_long_for_a_link_leaves_its_body_behind_and_says_so() -> None:
    made = mailto(Draft("a@b.example", "Hi", "ü" * 301))
    assert made.url == "mailto:a@b.example?subject=Hi"
    assert "paste the copied text" in made.left_out
    assert not mailto(Draft("a@b.example", "Hi", "ü" * 290)).left_out
    huge = mailto(Draft("a@b.example", "ü" * 400, "x"))
    assert huge.url == "mailto:a@b.example"
    assert "subject is too long" in huge.left_out


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("jane@acme.example", "jane@acme.example"),
        (" Jane Doe <jane@acme.example> ", "jane@acme.example"),
        ("mailto:jane@acme.example", "jane@acme.example"),
        ("jürgen@müller.example", "jürgen@müller.example"),
        ("o'hara+jobs@acme.example", "o'hara+jobs@acme.example"),
        ("jane@acme.example, b@c.example", ""),
        ("jane@acme.example;b@c.example", ""),
        ("jane@acme.example\r\nBcc: b@c.example", ""),
        ("jane@acme.example\nb@c.example", ""),
        ("jane@acme.example?bcc=b@c.example", ""),
        ("jane@acme.example&bcc=b", ""),
        ("jane%0D%0A@acme.example", ""),
        ("jane@@acme.example", ""),
        ("jane", ""),
        ("@acme.example", ""),
        ("jane@acme..example", ""),
        ("a@" + "b" * 300, ""),
        ("", ""),
    ],
)
def test_only_one_plain_address_is_written_to(text: str, address: str) -> None:
    assert email_address(text) == address
    assert bool(address_note(text)) == (not address)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
@example('Müller, Jörg "the" <x@y> ' * 4, "🎉 " * 40, "")
@example("A\r\nBcc: evil@x.example", "B\r\nBcc: evil@x.example", "C\r\n\r\nBcc: evil@x.example")
@example("a" * 80, "b" * 2000, "c" * 2000)
def test_an_eml_reads_back_the_same_and_no_header_can_be_smuggled_in(name: str, subject: str, body: str) -> None:
    message = read_eml(eml(Draft("jane@acme.example", subject, body, name=name)))
    assert sorted(key.lower() for key in message) == [
        "content-transfer-encoding",
        "content-type",
        "mime-version",
        "subject",
        "to",
        "x-unsent",
    ]
    assert message["X-Unsent"] == "1"
    (to,) = message["To"].addresses
    assert to.addr_spec == "jane@acme.example"
    # Python's parser, other than mail programs, keeps a blank between the parts of a name that was folded.
    assert to.display_name.replace(" ", "") == clean(name).replace(" ", "")
    assert len(clean(name).encode()) > 40 or to.display_name == clean(name)
    assert message["Subject"] == clean(subject)
    assert message.get_content().replace("\r\n", "\n").rstrip("\n") == clean_lines(body)


HOSTILE = [
    "=?utf-8?q?Hi=0D=0ABcc=3A_eve=40evil=2Eexample?=",
    "=?utf-8?b?SGkNCkJjYzogZXZlQGV2aWwuZXhhbXBsZQ==?=",
    "Lead =?utf-8?q?=0D=0A?= engineer",
    "=?us-ascii?q?=22_=3Ceve=40evil=2Eexample=3E=2C?=",
    "é =?utf-8?q?=0D=0ABcc=3A_x?= é",
    "=?=?utf-8?q?a?=",
    'a" <eve@evil.example>, "b',
    "a\\",
    "(comment) a, b; c:",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("to", ["jane@acme.example", "jörg@acme.example"])
def test_what_stands_in_a_header_is_never_read_as_more_than_its_text(text: str, to: str) -> None:
    data = eml(Draft(to, text, "x", name=text))
    head = data.split(b"\r\n\r\n")[0].decode()
    names = [line.split(":")[0].lower() for line in head.split("\r\n") if not line.startswith(" ")]
    assert names[:3] == ["x-unsent", "to", "subject"]
    assert set(names[3:]) == {"content-type", "content-transfer-encoding", "mime-version"}
    assert head.isascii() or not to.isascii()
    strict = email.message_from_string(data.decode(), policy=default.clone(raise_on_defect=to.isascii()))
    assert strict["Subject"] == text
    (mailbox,) = strict["To"].addresses
    assert mailbox.addr_spec == to
    assert mailbox.display_name.replace(" ", "") == text.replace(" ", "")  # as above, of Python's parser
    # Each encoded word by itself, as older programs read it.
    parts = decode_header(email.message_from_bytes(data)["Subject"])
    assert (
        "".join(each if isinstance(each, str) else each.decode(charset or "ascii") for each, charset in parts) == text
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_mail_link_has_no_encoded_word_that_a_mail_program_would_decode(text: str) -> None:
    assert "%3D%3F" not in mailto(Draft("jane@acme.example", text, "x")).url


@given(st.text(alphabet="aé ü漢🐳", min_size=1, max_size=200))
def test_every_blank_of_an_accented_subject_survives(text: str) -> None:
    data = eml(Draft("jane@acme.example", f"Thank you {text} Søren", "x"))
    assert read_eml(data)["Subject"] == clean(f"Thank you {text} Søren")
    assert max(map(len, data.split(b"\r\n"))) <= 78


def test_an_eml_carries_names_of_any_script_and_an_emoji_in_its_subject() -> None:
    data = eml(Draft("jurgen@müller.example", "Danke 🎉", "Grüße\n\n山田さん", name="山田 太郎"))
    message = read_eml(data)
    (to,) = message["To"].addresses
    assert (to.display_name, to.addr_spec) == ("山田 太郎", "jurgen@xn--mller-kva.example")
    assert message["Subject"] == "Danke 🎉"
    assert message.get_content().splitlines() == ["Grüße", "", "山田さん"]
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_mailbox_with_an_umlaut_is_written_as_new_mail_programs_read_it() -> None:
    assert "To: Jörg <jörg@acme.example>\r\n".encode() in eml(Draft("jörg@acme.example", "Hi", "x", name="Jörg"))


@pytest.mark.parametrize("to", ["", "jane@acme.example\r\nBcc: b@c.example", "a@b.example, c@d.example"])
def test_without_a_good_address_a_draft_has_none(to: str) -> None:
    draft = Draft(to, "Hi", "x", name="Jane")
    assert read_eml(eml(draft))["To"] is None
    assert mailto(draft).url == "mailto:?subject=Hi&body=x"


def test_a_draft_is_saved_for_its_owner_only_and_never_over_another(tmp_path: Path) -> None:
    draft = Draft("a@b.example", "Hi", "one")
    wanted = tmp_path / "new" / "acme.eml"
    paths = [save_eml(wanted, draft) for _ in range(3)]
    assert [path.name for path in paths] == ["acme.eml", "acme-2.eml", "acme-3.eml"]
    assert all(path.read_bytes() == eml(draft) for path in paths)
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}
        assert stat.S_IMODE(wanted.parent.stat().st_mode) == 0o700


def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "a.eml").symlink_to(tmp_path / "elsewhere")
    assert save_new(tmp_path / "a.eml", b"x").name == "a-2.eml"
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("name", ["file/below.eml", "x" * 300 + ".eml", "nul\0.eml"])
def test_a_draft_that_cannot_be_saved_says_so_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SaveError, match="choose another folder"):
        save_new(tmp_path / name, b"x")


def test_nothing_is_left_of_a_draft_that_the_disk_had_no_room_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveError, match="no space left on device"):
        save_new(tmp_path / "a.eml", b"x")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("Acme & Söhne", "Jane Doe", "thank-you"), "acme-söhne-jane-doe-thank-you.eml"),
        (("../../etc/passwd",), "etc-passwd.eml"),
        (("山田 太郎",), "山田-太郎.eml"),
        (("\x1b[31m", "/"), "31m.eml"),
        (("...",), "draft.eml"),
    ],
)
def test_a_file_name_is_made_of_words_alone(words: tuple[str, ...], name: str) -> None:
    assert file_name(*words, suffix=".eml") == name
    assert len(file_name("山" * 500, suffix=".eml").encode()) <= 130
