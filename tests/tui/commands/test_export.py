"""`day12 export`: each form to a file or to stdout, whole or not at all, and never over what is no export."""

from __future__ import annotations

import datetime as dt
import stat
from functools import partial
from pathlib import Path

import pytest

from day12_data.board import change
from day12_data.card import Anchor, Invite, Person, Sent
from day12_data.edits import reply
from day12_data.kinds import AnchorKind, ReplyKind
from day12_data.store import Store
from kit import INTERVIEW, card, later
from machine import Run

FORMS = ("csv", "html", "ics", "vcf", "json")


@pytest.fixture
def run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `day12` in a folder of its own, on the board `board.json` there or on another."""
    monkeypatch.chdir(tmp_path)
    return partial(run, now="2026-04-02T09:00", DAY12_BOARD=str(tmp_path / "board.json"))


@pytest.fixture
def filled(run: Run) -> Run:
    """The same, on a board with two interviews of March and April, and one whose time isn't set yet."""
    who = ["--person", "Dana Reyes <dana@northwind.example>"]
    run("add", "Northwind", "--when", "2026-03-05 14:30", "--promised", "7-10 days", *who)
    run("move", "Northwind", "emailed", "--on", "2026-03-05 16:00")
    run("add", "Adatum", "--when", "2026-04-01 10:00", "--person", "Kim")
    run("add", "Contoso", "--when", "not known yet")
    run("archive", "Northwind", "--outcome", "silent", "--on", "2026-04-01 12:00")
    return run


def test_each_form_is_told_by_the_files_name_and_is_for_its_owner_alone(filled: Run, tmp_path: Path) -> None:
    begins = {"r.csv": "\ufeffCompany,", "r.html": "<!doctype html>", "r.vcf": "BEGIN:VCARD", "r.json": "["}
    for name, start in begins.items():
        ran = filled("export", name)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("Exported ")
        assert (tmp_path / name).read_text("utf-8").startswith(start)
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert "1 contact (1 more " in filled("export", "r.vcf").out  # over the one that was there
    assert not [*tmp_path.glob(".r.*")]


def test_without_a_file_it_goes_to_stdout_as_a_file_would_have_it(filled: Run, tmp_path: Path) -> None:
    filled("export", "r.csv")
    assert filled("export").out.encode() == (tmp_path / "r.csv").read_bytes()
    assert filled("export", "--html", "-").out.startswith("<!doctype html>")


def test_a_period_holds_whatever_was_done_or_heard_in_it(filled: Run) -> None:
    def companies(*period: str) -> list[str]:
        return [card["company"] for card in filled("export", "--json", *period).data]

    assert companies() == ["Northwind", "Adatum", "Contoso"]
    assert companies("--since", "march", "--until", "2026-03") == ["Northwind"]
    assert companies("--since", "this month") == ["Northwind", "Adatum"]
    assert companies("--since", "yesterday", "--until", "1 apr") == ["Northwind", "Adatum"]
    assert companies("--until", "2025") == []


def test_an_import_on_another_machine_takes_the_whole_export(filled: Run, tmp_path: Path) -> None:
    letter = Sent(letter="thank-you", at=INTERVIEW, via="email", text="Dear Dana", occasion="emailed")
    rich = card(
        "Woodgrove",
        later(INTERVIEW, days=30),
        people=(Person(name="Dana", phone="+1 206 555 0133", address="1 Elm Street\nBoston", sent=(letter,)),),
        anchors=(Anchor(text="The Goal", kind=AnchorKind.BOOK, used=(INTERVIEW,)),),
        invites=(Invite(uid="x@y", starts_at=INTERVIEW, ends_at=later(INTERVIEW, hours=1), sequence=3),),
        round_of="0123",
    )
    rich = reply(rich, ReplyKind.OFFER, later(INTERVIEW, days=31), "72k", answer_by=dt.date(2026, 4, 10))
    store = Store(tmp_path / "board.json", clock=lambda: INTERVIEW, state=tmp_path / "XDG_STATE_HOME" / "day12")
    store.record(change(None, rich, INTERVIEW))
    assert filled("export", "all.json").code == 0
    before = filled("export", "--json").data
    assert before[0]["history"][-1] == {
        "at": "2026-04-01T12:00:00-04:00",
        "kind": "outcome",
        "what": "Ended without an answer",
        "said": "",
    }
    assert filled("import", "all.json", DAY12_BOARD="other.json").code == 0
    after = filled("export", "--json", DAY12_BOARD="other.json").data
    for one, other in zip(before, after, strict=True):
        assert {**one, "updated": ""} == {**other, "updated": ""}
    again = filled("import", "all.json", DAY12_BOARD="other.json")
    assert "4 of 4 cards are on the board already" in again.out


@pytest.mark.parametrize("form", FORMS)
def test_an_older_export_and_an_empty_file_are_replaced(filled: Run, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"mine.{form}"
    path.write_text("")
    for _ in range(2):
        assert filled("export", path.name).code == 0
        assert path.stat().st_size
        filled("add", "Later", "--person", "Dana Reyes <dana@later.example>")
    assert "Later" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--since", "quux"], "“quux” as a day: type it like 2026-03-01"),
        (["--since", "2026-02-30"], "There is no 30 February 2026"),
        (["--since", ""], "as a day"),
        (["--since", "march", "--until", "february"], "--until 2026-02-28 is before --since 2026-03-01"),
        (["--csv", "--json"], "not allowed with"),
        (["record.txt"], "In which form?"),
        (["folder.csv"], "folder.csv is a folder: name a file in it, such as folder.csv/interviews.csv."),
        (["--json", "board.json"], "board.json is a board: name another file."),
        (["--json", "other.json"], "other.json is a board: name another file."),
        (["--csv", "letter.txt"], "letter.txt is there already, and its name doesn't end in .csv"),
        (["mine.csv"], "mine.csv is there already, and is no export of day12's: name another file."),
        (["mine.html"], "is no export of day12's"),
        (["mine.ics"], "is no export of day12's"),
        (["mine.vcf"], "is no export of day12's"),
        (["mine.json"], "is no export of day12's"),
        (["nowhere/record.csv"], "make it first"),
        (["pipe.csv"], "is no plain file"),
    ],
)
def test_what_cant_be_exported_is_one_sentence_and_nothing_is_written(
    filled: Run, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "pipe.csv").symlink_to("/dev/null")
    (tmp_path / "letter.txt").write_text("Dear Dana")
    for form in FORMS:
        (tmp_path / f"mine.{form}").write_text('[{"id": 1, "company": "Acme"}]')
    filled("add", "Other", DAY12_BOARD="other.json")

    def files() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}

    before = files()
    ran = filled("export", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert len(ran.err.splitlines()) == 1
    assert files() == before
