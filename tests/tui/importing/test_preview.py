"""`I` shows what files would do before it is done: it asks, leaves out, and imports all as one change, or nothing."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.widgets import Input

from day12.commands.session import Session
from day12.importing.file_dialog import FileDialog
from day12.importing.preview import PreviewScreen
from day12_data.card import Card
from driver import WIDE, Driver, opened
from imports import FILES, NORTHWIND, NOW, mail
from kit import at, session

INVITED, MOVED = FILES / "invites/g10-google-invited.ics", FILES / "invites/g11-google-moved.ics"
CALLED_OFF = FILES / "invites/g13-google-called-off.ics"
FLOATING, WORDS = FILES / "invites/10-floating-time.ics", FILES / "mails/r09-greenhouse-words-only.eml"
HOLIDAYS = FILES / "holidays/google-us.ics"


def at_home(tmp_path: Path, *cards: Card, now: str = "") -> Session:
    """A session on a board with these cards."""
    return session(tmp_path, *cards, now=at(now) if now else NOW)


def on_disk(where: Session) -> list[tuple[str, str]]:
    """The cards on the disk: company, and when."""
    cards = [card for card in where.load().cards.values() if not card.deleted]
    return sorted((card.company, f"{card.local(card.starts_at):%d %b %H:%M}") for card in cards)


async def drop(user: Driver, text: str) -> None:
    """Drop files on the terminal, which pastes their paths."""
    user.app.post_message(events.Paste(text))
    await user.settle()


async def open_files(user: Driver, *paths: Path) -> None:
    """Drop these files, and see their preview."""
    await drop(user, " ".join(f"'{path}'" for path in paths))
    assert isinstance(user.app.screen, PreviewScreen)


async def test_i_asks_for_a_path_completes_it_and_shows_what_the_file_would_do(tmp_path: Path) -> None:
    where = at_home(tmp_path)
    folder = tmp_path / "My mail"
    folder.mkdir()
    (folder / "invite one.ics").write_bytes(INVITED.read_bytes())
    (folder / "invite two.ics").write_bytes(MOVED.read_bytes())
    async with opened(where) as user:
        await user.press("I")
        await user.type("~/My")
        await user.press("tab")
        await user.type("inv")
        await user.press("tab")
        assert user.app.screen.query_one(Input).value == r"~/My\ mail/invite\ "
        assert "invite one.ics  invite two.ics" in user.text()
        await user.type("o")
        await user.press("tab", "enter")
        assert "Import invite one.ics: 1 to add" in user.text()
        assert "Contoso · Staff Engineer · Mon 12 Oct 13:00–14:00" in user.text()
        assert "with Maya Chen (maya.chen@contoso.com)" in user.text()
        assert on_disk(where) == []
        await user.press("enter")
        assert user.on_the_board
        assert user.selected == "Contoso"
    assert on_disk(where) == [("Contoso", "12 Oct 13:00")]


async def test_several_files_are_one_preview_with_their_questions_and_escape_changes_nothing(tmp_path: Path) -> None:
    where = at_home(tmp_path)
    async with opened(where) as user:
        await open_files(user, INVITED, FLOATING, WORDS)
        assert "Import 3 files: 2 to add · 1 question" in user.text()
        await user.press("ctrl+s")
        assert "First answer what is asked, or leave it out (space)." in user.toasts[-1]
        await user.press("1", "enter")
        assert "3 to add" in user.text()
        await user.press("escape")
        assert user.on_the_board
        assert on_disk(where) == []
        await open_files(user, INVITED, FLOATING, WORDS)
        assert "Your answers of before are still here" in user.toasts[-1]
        assert "3 to add" in user.text()
        await user.press("backspace")
        await user.type("Nowhere/Else")
        await user.press("enter")
        assert "can't be read" in user.text()
        assert user.app.screen.query_one("#other-words", Input).value == "Nowhere/Else"
        await user.press("ctrl+s")
        assert "or leave it out in the list (tab)." in user.toasts[-1]
        user.app.screen.query_one("#other-words", Input).value = ""
        await user.type("Europe/Paris")
        await user.press("enter", "backspace", "1", "enter", "home", "space", "ctrl+s")
    assert on_disk(where) == [("Initech", "11 Nov 09:30"), ("Northwind", "01 Oct 14:30")]


async def test_a_day_that_begins_with_a_choices_digit_is_typed_and_chooses_nothing(tmp_path: Path) -> None:
    where = at_home(tmp_path, NORTHWIND, now="2026-03-19 09:00")
    body = "We'd like to invite you to the next round on Thursday or Friday."
    (tmp_path / "round.eml").write_bytes(mail(body))
    async with opened(where) as user:
        await open_files(user, tmp_path / "round.eml")
        await user.press("1")
        assert "more than one day: which day is it?" in user.text()
        await user.press(*"27", "space", *"march", "enter")
        assert "names a day, Fri 27 Mar, and no hour" in user.text()
        await user.press("tab", "tab")
        await user.paste("10am\n")
        await user.press("enter", "enter")
    assert ("Northwind", "27 Mar 10:00") in on_disk(where)


async def test_a_preview_is_usable_in_the_smallest_terminal(tmp_path: Path) -> None:
    where = at_home(tmp_path)
    async with opened(where, (40, 10)) as user:
        await open_files(user, INVITED, FLOATING)
        assert "names no time zone" in user.text()
        assert "2  leave it out" in user.text()
        await user.press("2", "enter")
        assert "Contoso" in user.text()
        await user.press("enter")
    assert on_disk(where) == [("Contoso", "12 Oct 13:00")]


async def test_a_mail_that_answers_is_asked_about_and_kept_with_its_promise(tmp_path: Path) -> None:
    where = at_home(tmp_path, NORTHWIND, now="2026-03-19 09:00")
    async with opened(where) as user:
        await open_files(user, FILES / "mails/a10-new-promise.eml")
        assert "1  a new promise: “We'll get back to you by Friday, March 27.”" in user.text()
        await user.press("1")
        assert "check in Mon 30 Mar" in user.text()
        await user.press("enter")
        assert "wait until 28 Mar" in user.text()
        await user.press("u")
        assert [card.promise for card in where.load().active] == [None]


async def test_an_update_moves_the_card_and_a_cancellation_may_archive_it(tmp_path: Path) -> None:
    where = at_home(tmp_path)
    async with opened(where) as user:
        await open_files(user, INVITED)
        await user.press("enter")
        await open_files(user, MOVED)
        assert "moved to Wed 14 Oct 14:00" in user.text()
        await user.press("enter")
        assert on_disk(where) == [("Contoso", "14 Oct 14:00")]
        await open_files(user, CALLED_OFF)
        await user.press("3", "enter")
        assert [card.outcome.value for card in where.load().archived if card.outcome] == ["withdrew"]
        await open_files(user, CALLED_OFF)
        assert "nothing to do" in user.text()
        await user.press("enter")
        assert "nothing has changed" in user.toasts[-1]


async def test_what_hangs_on_an_item_that_is_left_out_is_left_out_with_it(tmp_path: Path) -> None:
    where = at_home(tmp_path)
    async with opened(where) as user:
        await open_files(user, INVITED, MOVED)
        assert "1 to add · 1 to update" in user.text()
        await user.press("space")
        assert user.text().count("left out") == 2
        await user.press("enter")
    assert on_disk(where) == []


async def test_a_board_that_changes_meanwhile_is_planned_on_anew(tmp_path: Path) -> None:
    where = at_home(tmp_path)
    async with opened(where) as user:
        await open_files(user, INVITED)
        other = session(tmp_path, now=NOW)
        from day12_data.exchange.import_items import changes
        from imports import found

        other.load()
        other.store.record(*changes(found("invites/g10-google-invited.ics")))
        await user.app.look()
        await user.settle()
        assert "nothing to do" in user.text()


PASTED = ("{escaped}", "'{path}'", '"{path}" ', "{path}", "{url}", "file://localhost{quoted}\r\n{url}")


async def test_a_file_that_is_dropped_on_the_board_opens_its_preview_and_no_other_paste_does(tmp_path: Path) -> None:
    file = tmp_path / "an invite é.ics"
    file.write_bytes(INVITED.read_bytes())
    quoted = str(file).replace(" ", "%20").replace("é", "%C3%A9")
    escaped = str(file).replace(" ", "\\ ")
    async with opened(at_home(tmp_path), (80, 24)) as user:
        for pasted in PASTED:
            await drop(user, pasted.format(path=file, escaped=escaped, url=f"file://{quoted}", quoted=quoted))
            assert "Import an invite é.ics: 1 to add" in user.text(), pasted
            await user.press("escape")
        for text in ("hello", "/nowhere/x.ics", str(tmp_path), "7-10 days\nand more", "\x00", "'", ""):
            await drop(user, text)
            assert user.on_the_board


BAD = {
    "": "Type a file's path",
    "nothing.ics": "nothing.ics isn't there",
    str(FILES): " files is a folder",
    "'un closed": "un closed isn't there",
    str(FILES / "invites/28-not-a-calendar.ics"): "is a web page, no calendar",
    str(FILES / "invites/25-truncated.ics"): "breaks off in the middle",
    str(FILES / "contacts/junk.vcf"): "I can make nothing of junk.vcf",
    "/dev/zero": "zero is no plain file",
    "~/empty.ics": "empty.ics is empty",
    "~/mail.msg": "save it as .ics, or as .eml",
    "~/all.zip": "unpack it",
    "~/large.csv": "larger than 40 MB",
    "~/board.json": "`day12 merge` takes it in",
    f"{INVITED} ~/empty.ics": "empty.ics is empty",
    "~/large.csv ~/large2.csv ~/large3.csv": "Together they are larger than 100 MB",
    "~/many/*": "These are 101 files: import 100 at most at once.",
}


async def test_what_cant_be_read_is_said_in_the_dialog_where_the_path_still_stands(tmp_path: Path) -> None:
    where = at_home(tmp_path, NORTHWIND)
    for name, data in _bad_files().items():
        (tmp_path / name).write_bytes(data)
    for name in ("large.csv", "large2.csv", "large3.csv"):
        with (tmp_path / name).open("wb") as large:
            large.truncate(100 * 2**20)
    (tmp_path / "many").mkdir()
    for number in range(101):
        (tmp_path / "many" / f"{number}.ics").touch()
    async with opened(where) as user:
        await user.press("I")
        for path, sentence in BAD.items():
            line = user.app.screen.query_one(Input)
            line.value = path
            await user.press("enter")
            assert isinstance(user.app.screen, FileDialog)
            assert sentence in " ".join(user.text().replace("│", " ").split()), path
            assert line.value == path
        await user.press("escape")
    assert on_disk(where) == [("Northwind", "05 Mar 14:30")]


def _bad_files() -> dict[str, bytes]:
    return {"empty.ics": b"", "mail.msg": b"\xd0\xcf\x11\xe0" + bytes(600), "all.zip": b"PK\x03\x04" + bytes(99)}


async def test_the_palette_offers_the_import_by_name(tmp_path: Path) -> None:
    async with opened(at_home(tmp_path)) as user:
        await user.press("ctrl+p")
        await user.type("import a file")
        await user.press("down", "enter")
        assert isinstance(user.app.screen, FileDialog)
        await drop(user, f"{INVITED}\n{MOVED}")
        assert user.app.screen.query_one(Input).value == f"{INVITED} {MOVED} "


async def test_many_rows_without_a_day_are_answered_together(tmp_path: Path) -> None:
    rows = "\n".join(f"Company {number},Analyst,Interview" for number in range(30))
    (tmp_path / "jobs.csv").write_text(f"Company,Title,Status\n{rows}\n")
    where = at_home(tmp_path)
    async with opened(where, WIDE) as user:
        await open_files(user, tmp_path / "jobs.csv")
        assert "30 open" in user.text()
        await user.press("1", "enter")
        assert "all 29 such: no time is set yet" in user.text()
        await user.press("+", "enter")
        assert len(on_disk(where)) == 30


async def test_a_calendar_of_holidays_is_kept_beside_the_settings_and_not_on_the_board(tmp_path: Path) -> None:
    where = at_home(tmp_path)
    async with opened(where) as user:
        await open_files(user, HOLIDAYS)
        assert "Import google-us.ics: 1 to add" in user.text()
        assert "2 days off, which working days skip: Thu 26 Nov Thanksgiving Day" in user.text()
        await user.press("space", "enter")
        assert "Nothing was imported" in user.toasts[-1]
        await open_files(user, HOLIDAYS)
        await user.press("enter")
        assert user.on_the_board
        assert any(said.startswith("Kept 2 days off") for said in user.toasts)
    assert "Thanksgiving Day" in (where.config / "holidays.json").read_text("utf-8")
    assert on_disk(where) == []


async def test_days_off_come_after_the_cards_and_are_still_there_where_they_cannot_be_kept(tmp_path: Path) -> None:
    where = at_home(tmp_path)
    where.config.parent.mkdir(parents=True, exist_ok=True)
    where.config.write_text("no folder")
    holiday = tmp_path / "one.ics"
    lines = ("BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20261225", "SUMMARY:Christmas Day", "END:VEVENT")
    holiday.write_text("\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR")))
    async with opened(where) as user:
        await open_files(user, INVITED, holiday)
        assert "2 to add" in user.text()
        await user.press("enter")
        assert any("The days off can't be kept" in said and "a file has that name" in said for said in user.toasts)
        assert on_disk(where) == [("Contoso", "12 Oct 13:00")]
        assert "1 to add" in user.text()
        where.config.unlink()
        await user.press("enter")
        assert user.on_the_board
        assert any(said.startswith("Kept 1 day off in") for said in user.toasts)
        await user.press("u")
    assert on_disk(where) == []
    assert "Christmas Day" in (where.config / "holidays.json").read_text("utf-8")


async def test_the_mouse_answers_leaves_out_and_imports(tmp_path: Path) -> None:
    where = at_home(tmp_path)
    async with opened(where, (80, 24)) as user:

        async def click(words: str) -> None:
            lines = user.text().splitlines()
            row = next(row for row, line in enumerate(lines) if words in line)
            await user.pilot.click(offset=(lines[row].index(words), row))
            await user.settle()

        await open_files(user, INVITED, FLOATING)
        await click("1  America/New_York")
        await click("Contoso")
        await click("leave out")
        assert "Import 2 files: 1 to add" in user.text()
        await click("import")
        assert user.on_the_board
    assert on_disk(where) == [("Initech", "11 Nov 09:30")]


async def test_markup_and_escapes_in_a_file_and_in_its_name_are_shown_as_they_are(tmp_path: Path) -> None:
    hostile = tmp_path / "[red]invite[-x] \x1b[31m.ics"
    text = (FILES / "invites/31-esc-injection.ics").read_text("utf-8")
    hostile.write_text(text.replace("SUMMARY:", "SUMMARY:[/Bob] [@click=app.quit]"), "utf-8")
    async with opened(at_home(tmp_path, NORTHWIND)) as user:
        await user.press("I")
        user.app.screen.query_one(Input).value = str(tmp_path / "*.ics")
        await user.press("enter")
        assert isinstance(user.app.screen, PreviewScreen)
        assert "Import [red]invite[-x] [31m.ics" in user.text()
        assert "[/Bob] [@click=app.quit]" in user.text()
        assert "\x1b" not in user.text()
