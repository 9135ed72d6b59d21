"""The follow-up itself: writing, what may stop it, every way out of the house, and the one question afterwards."""

from __future__ import annotations

import stat
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import msgspec
import pytest
from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.widgets import Input, TextArea

from day12.cli import main
from day12.letters.screen import ComposeScreen
from day12_data.card import Anchor, Card, Person, Sent, replace, stamp
from day12_data.edits import archive, move
from day12_data.kinds import AnchorKind, Outcome, Stage
from day12_data.settings import Settings
from driver import NARROW, Driver, opened
from kit import DAY_12, INTERVIEW, SEVEN_TO_TEN, TOUGH_NAME, ZONE, at, card, later, promise
from writer import (
    body,
    body_of,
    choose,
    dialog,
    only,
    opened_addresses,
    program,
    refer,
    said,
    screen,
    session_for,
    value,
)

DANA = Person(
    name="Dana Reyes",
    title="Head of Data",
    email="dana@northwind.example",
    linkedin="linkedin.com/in/dana-reyes",
    address="Northwind Traders\n12 Harbor Street\nSeattle, WA 98101",
)
TOM = Person(name="Tom Okafor", email="tom@northwind.example")
BOOK = Anchor(text="The Goal", kind=AnchorKind.BOOK)
LAPSED = card("Northwind", role="Data engineer", people=(DANA, TOM), anchors=(BOOK,), promise=SEVEN_TO_TEN)
JUST_MET = card(
    "Acme",
    at("2026-03-17 13:00"),
    role="Platform lead",
    people=(DANA, TOM),
    anchors=(BOOK,),
    promise=promise("2026-03-24", "2026-03-27"),
)


# What it starts with.


async def test_w_starts_with_what_the_next_step_needs_filled_in_and_ctrl_n_goes_from_person_to_person(
    tmp_path: Path,
) -> None:
    async with opened(session_for(tmp_path, LAPSED)) as user:
        await user.press("w")
        assert (value(user, "occasion"), value(user, "person"), value(user, "letter")) == (
            "checked_in",
            "Dana Reyes",
            "check-in",
        )
        assert "you told me on 5 March: “7-10 days”" in body(user)
        assert body(user).endswith("Robin Hale")
        assert "words, usually 40 to 100" in said(user)
        await user.press("ctrl+n")
        assert body(user).startswith("Hello Tom")
        await user.press("ctrl+n")
        assert body(user).startswith("Hello Dana")
        await user.press("escape")
        assert user.on_the_board


async def test_w_works_on_the_cards_page_and_from_the_palette(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, LAPSED)) as user:
        await user.press("enter", "w")
        assert isinstance(user.app.screen, ComposeScreen)
        await user.press("escape", "escape", "ctrl+p")
        await user.type("write")
        await user.press("down", "enter")
        assert isinstance(user.app.screen, ComposeScreen)


async def test_each_step_has_its_occasion(tmp_path: Path) -> None:
    steps: dict[str, tuple[Card, str]] = {
        "thanks": (JUST_MET, "emailed"),
        "no promise yet": (replace(JUST_MET, promise=None, marks=()), "emailed"),
        "a note": (move(JUST_MET, Stage.EMAILED, DAY_12), "mailed"),
        "LinkedIn": (move(JUST_MET, Stage.MAILED, DAY_12), "connected"),
        "once more": (move(LAPSED, Stage.CHECKED_IN, DAY_12), "check_in_again"),
        "after a no": (archive(LAPSED, Outcome.REJECTED, later(DAY_12, days=-61)), "after_no"),
    }
    made = [replace(each, id=name, company=name) for name, (each, _) in steps.items()]
    async with opened(session_for(tmp_path, *made)) as user:
        for name, (_, occasion) in steps.items():
            await user.press("slash")
            await user.paste(name)
            await user.press("enter", "w")
            assert f"to {name}" in said(user) or name in user.text()
            assert value(user, "occasion") == occasion, name
            await user.press("escape", "escape")


async def test_a_thank_you_without_a_reference_names_what_it_needs_and_does_not_go(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, JUST_MET)) as user:
        await user.press("w")
        assert "[[reference]]: type a detail from the meeting" in said(user)
        assert "[[reference]]" in body(user)
        assert screen(user).focused is screen(user).query_one("#thread")
        await user.press("ctrl+s")
        assert isinstance(user.app.screen, ComposeScreen)
        assert "This letter isn't ready" in said(user)
        assert screen(user).focused is screen(user).query_one("#thread")
        await user.type("your nightly jobs")
        assert "I keep thinking about your nightly jobs." in body(user)
        assert "isn't ready" not in said(user)
        await user.press("ctrl+s")
        assert "How will you send it?" in dialog(user)


async def test_an_anchor_may_be_picked_as_the_reference_and_its_use_is_remembered(tmp_path: Path) -> None:
    where = session_for(tmp_path, JUST_MET)
    async with opened(where) as user:
        await user.press("w")
        await choose(user, "anchor", "The Goal")
        assert "I keep thinking about The Goal." in body(user)
        await user.press("ctrl+s", "c", "y")
    assert [each.used for each in only(where).anchors] == [(stamp(DAY_12),)]


async def test_the_freshest_anchor_is_offered_and_a_worn_one_warns(tmp_path: Path) -> None:
    worn = Anchor(text="Priya", kind=AnchorKind.PERSON, used=(stamp(later(DAY_12, days=-10)),))
    ended = archive(replace(LAPSED, anchors=(worn, BOOK)), Outcome.REJECTED, later(DAY_12, days=-62))
    thanked = Sent(letter="after-a-no", at=stamp(later(DAY_12, days=-61)), occasion="after_no")
    warm = replace(ended, people=(msgspec.structs.replace(DANA, sent=(thanked,)),))
    async with opened(session_for(tmp_path, warm)) as user:
        await user.press("w")
        assert (value(user, "occasion"), value(user, "anchor")) == ("keep_warm", "The Goal")
        assert body(user).splitlines()[2].startswith("The Goal came up again")
        await choose(user, "anchor", "Priya")
        assert "You used “Priya” 10 days ago" in said(user)
        await refer(user, "the observatory")
        assert "the observatory came up again" in body(user)
        assert "You used" not in said(user)


async def test_outside_their_working_hours_it_says_when_would_be_better(tmp_path: Path) -> None:
    saturday = at("2026-03-21 09:00")
    async with opened(session_for(tmp_path, LAPSED, now=saturday)) as user:
        await user.press("w")
        assert "on Monday at 8:00 would be better" in said(user)


async def test_before_its_time_a_check_in_says_so(tmp_path: Path) -> None:
    waiting = move(replace(LAPSED, promise=promise("2026-03-16", "2026-03-20")), Stage.CONNECTED, INTERVIEW)
    async with opened(session_for(tmp_path, waiting)) as user:
        await user.press("w")
        assert "It is early: wait until 21 Mar" in said(user)


# Words of one's own.


async def test_what_is_written_by_hand_is_kept_for_each_person_and_letter(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, LAPSED)) as user:
        await user.press("w")
        await user.type("Dear Dana! ")
        assert "your own words" in said(user)
        await choose(user, "person", "Tom Okafor")
        assert body(user).startswith("Hello Tom")
        await choose(user, "letter", "check-in-no-date")
        await choose(user, "person", "Dana Reyes")
        assert "Dear Dana!" not in body(user)
        await choose(user, "letter", "check-in")
        assert body(user).startswith("Dear Dana! Hello Dana")
        await choose(user, "occasion", "emailed")
        await choose(user, "occasion", "checked_in")
        assert body(user).startswith("Dear Dana! Hello Dana")


async def test_typing_a_reference_leaves_words_of_ones_own_alone(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, JUST_MET)) as user:
        await user.press("w")
        screen(user).query_one("#body").focus()
        await user.type("Mine. ")
        await refer(user, "hammocks")
        assert body(user).startswith("Mine. Hello Dana")
        assert "hammocks" not in body(user)
        await user.press("ctrl+r")
        assert "I keep thinking about hammocks." in body(user)
        await user.press("ctrl+r")
        assert body(user).startswith("Mine. Hello Dana")


async def test_closed_and_opened_again_the_words_are_there(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, JUST_MET)) as user:
        await user.press("w")
        await refer(user, "hammocks")
        screen(user).query_one("#subject", Input).value += " 🎉"
        await user.settle()
        await user.press("escape")
        assert "Your words are kept" in user.toasts[-1]
        await user.press("w")
        assert screen(user).query_one("#subject", Input).value == "Thank you for your time today 🎉"
        assert screen(user).query_one("#thread", Input).value == "hammocks"


async def test_a_gap_may_be_filled_by_hand(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, JUST_MET)) as user:
        await user.press("w")
        area = screen(user).query_one("#body", TextArea)
        area.text = "Dana, your nightly jobs stayed with me."
        await user.press("ctrl+s")
        assert "How will you send it?" in dialog(user)


@pytest.fixture
def a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that can be handed to another program."""
    monkeypatch.setattr(HeadlessDriver, "can_suspend", property(lambda _: True))
    monkeypatch.setattr(HeadlessDriver, "suspend_application_mode", lambda _: None)
    monkeypatch.setattr(HeadlessDriver, "resume_application_mode", lambda _: None)


async def edit_with(user: Driver, folder: Path, script: str) -> None:
    """Open the letter in an editor that does this."""
    program(folder / "bin" / "ed12", script)
    await user.press("ctrl+o")


@pytest.mark.usefixtures("a_terminal")
async def test_ctrl_o_opens_the_letter_in_the_editor_and_whatever_that_does_the_letter_is_there(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, LAPSED, EDITOR="ed12")) as user:
        await user.press("w")
        await edit_with(user, tmp_path, 'printf "P.S. from ed12\\n" >> "$1"')
        before = body(user)
        assert before.endswith("P.S. from ed12")
        assert before.startswith("Hello Dana")
        for script, words in (
            ('echo gone > "$1"; exit 1', "ended with exit status 1"),
            ("kill -9 $$", "was killed (SIGKILL)"),
            (': > "$1"', "left an empty file"),
        ):
            await edit_with(user, tmp_path, script)
            assert body(user) == before
            assert words in user.toasts[-1]
        await choose(user, "person", "Tom Okafor")
        await choose(user, "person", "Dana Reyes")
        assert body(user) == before


@pytest.mark.usefixtures("a_terminal")
async def test_a_missing_editor_is_told_about(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, LAPSED, EDITOR="no-such-editor")) as user:
        await user.press("w", "ctrl+o")
        assert "“no-such-editor”, which isn't here" in user.toasts[-1]


@pytest.mark.usefixtures("a_terminal")
async def test_whatever_is_raised_while_the_editor_has_the_terminal_the_board_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("day12.letters.external_editor.edit_text", broken)
    async with opened(session_for(tmp_path, LAPSED)) as user:
        await user.press("w", "ctrl+o")
        assert "boom" in user.toasts[-1]
        assert body(user).startswith("Hello Dana")


async def test_a_terminal_that_cannot_be_handed_over_is_told_about(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, LAPSED)) as user:
        await user.press("w", "ctrl+o")
        assert "No editor can take over this terminal" in user.toasts[-1]


# Out of the house, and the one question.


async def test_m_opens_the_mail_program_and_yes_records_it_and_moves_the_card(tmp_path: Path) -> None:
    where = session_for(tmp_path, LAPSED)
    async with opened(where) as user:
        await user.press("w")
        letter = body(user)
        await user.press("ctrl+s", "m")
        assert "Handed to your mail program." in dialog(user)
        assert "Did it go out?" in dialog(user)
        await user.press("y")
        assert user.on_the_board
        assert user.companies(Stage.CHECKED_IN) == ["Northwind"]
        assert user.selected == "Northwind"
        [url] = opened_addresses(tmp_path)
        parts = urlsplit(url)
        assert (parts.scheme, unquote(parts.path)) == ("mailto", "dana@northwind.example")
        assert parse_qs(parts.query)["body"] == [letter.replace("\n", "\r\n")]
        [sent] = only(where).people[0].sent
        assert (sent.letter, sent.via, sent.at, sent.occasion) == ("check-in", "email", stamp(DAY_12), "checked_in")
        assert sent.text.startswith("Where things stand with the Data engineer role\n\nHello Dana")
        assert [each.via for each in only(where).check_ins] == ["email"]
        await user.press("u")
        assert user.companies(Stage.ASKED) == ["Northwind"]
    assert only(where).people == (DANA, TOM)
    assert only(where).check_ins == ()


async def test_c_copies_the_letter_says_where_to_and_not_yet_changes_nothing(tmp_path: Path) -> None:
    where = session_for(tmp_path, LAPSED)
    async with opened(where) as user:
        await user.press("w")
        await user.type("Hm. ")
        for key in ("n", "escape"):
            await user.press("ctrl+s", "c")
            assert user.app.clipboard.startswith("Hm. Hello Dana")
            assert "Sent to the terminal's clipboard." in dialog(user)
            assert "To dana@northwind.example · Subject: Where things stand" in dialog(user)
            await user.press(key)
            assert body(user).startswith("Hm. Hello Dana")
    assert only(where).people == (DANA, TOM)


async def test_inside_tmux_the_copy_goes_to_tmux_too(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, LAPSED, TMUX="/tmp/tmux-0/x,1,0")) as user:
        await user.press("w", "ctrl+s", "c")
        assert "Sent to tmux's buffer" in dialog(user)
    assert (tmp_path / "tmux-buffer").read_text(encoding="utf-8").startswith("Hello Dana")


async def test_over_ssh_the_mail_program_is_not_pretended(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, LAPSED, DISPLAY="", SSH_CONNECTION="1 2 3 4")) as user:
        await user.press("w", "ctrl+s", "m")
        assert isinstance(user.app.screen, ComposeScreen)
        assert user.toasts[-1].startswith("No mail program can open here (over SSH).")
        assert "mailto:" not in user.toasts[-1]


async def test_a_letter_too_long_for_a_mail_link_is_copied_and_says_so(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, LAPSED)) as user:
        await user.press("w")
        screen(user).query_one("#body", TextArea).text = "word " * 600
        await user.press("ctrl+s", "m")
        assert "too long for a mail link" in dialog(user)
        assert "Sent to the terminal's clipboard." in dialog(user)
        assert user.app.clipboard.startswith("word word")


async def test_e_saves_a_draft_that_opens_to_the_same_words(tmp_path: Path) -> None:
    where = session_for(tmp_path, replace(LAPSED, people=(msgspec.structs.replace(DANA, name="Jörg Müller"),)))
    async with opened(where) as user:
        await user.press("w")
        letter = body(user)
        await user.press("ctrl+s", "e")
        path = where.state / "outbox" / "northwind-jörg-müller-check-in.eml"
        assert str(path) in dialog(user)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert message["To"] == "Jörg Müller <dana@northwind.example>"
    assert message.get_content().replace("\r\n", "\n").strip() == letter


async def test_a_draft_that_cannot_be_saved_says_why_and_asks_nothing(tmp_path: Path) -> None:
    where = session_for(tmp_path, LAPSED)
    (where.state / "outbox").write_text("in the way", encoding="utf-8")
    async with opened(where) as user:
        await user.press("w", "ctrl+s", "e")
        assert isinstance(user.app.screen, ComposeScreen)
        assert "couldn't be saved" in user.toasts[-1]


async def test_a_note_on_paper_is_saved_as_plain_text_or_printed_with_its_envelope(tmp_path: Path) -> None:
    where = session_for(tmp_path, move(JUST_MET, Stage.EMAILED, DAY_12))
    async with opened(where) as user:
        await user.press("w")
        await refer(user, "the harbor at night")
        assert not screen(user).query_one("#subject-field").display
        await user.press("ctrl+s", "t", "n")
        text = (where.state / "outbox" / "acme-dana-reyes-paper-note.txt").read_text(encoding="utf-8")
        assert text.startswith("Robin Hale\n1 Elm Street")
        assert "the harbor at night" in text
        await user.press("ctrl+s", "p")
        page = where.state / "outbox" / "acme-dana-reyes-paper-note.html"
        assert str(page) in dialog(user)
        assert "Did it go into the mail?" in dialog(user)
        await user.press("y")
        assert user.companies(Stage.MAILED) == ["Acme"]
    assert opened_addresses(tmp_path) == [page.as_uri()]
    html = page.read_text(encoding="utf-8")
    assert "12 Harbor Street" in html
    assert "Robin Hale" in html
    assert "1 Elm Street" in html
    assert [each.via for each in only(where).people[0].sent] == ["paper"]


async def test_paper_that_there_is_not_is_told_about(tmp_path: Path) -> None:
    strange = Settings(name="Robin", paper="papyrus")
    async with opened(session_for(tmp_path, move(JUST_MET, Stage.EMAILED, DAY_12), settings=strange)) as user:
        await user.press("w")
        await refer(user, "the harbor")
        await user.press("ctrl+s", "p")
        assert "write a4 or letter" in user.toasts[-1]


async def test_an_invitation_is_copied_and_the_profile_opened(tmp_path: Path) -> None:
    where = session_for(tmp_path, move(JUST_MET, Stage.MAILED, DAY_12))
    async with opened(where) as user:
        await user.press("w")
        await refer(user, "the harbor")
        assert "of at most 300 characters" in said(user)
        await user.press("ctrl+s", "l")
        assert user.app.clipboard == body_of(user)
        assert "Handed to your browser." in dialog(user)
        await user.press("y")
        assert user.companies(Stage.CONNECTED) == ["Acme"]
    assert opened_addresses(tmp_path) == ["https://www.linkedin.com/in/dana-reyes"]


async def test_an_invitation_over_the_limit_does_not_go(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, move(JUST_MET, Stage.MAILED, DAY_12))) as user:
        await user.press("w")
        screen(user).query_one("#thread", Input).value = "h" * 250
        await user.settle()
        assert "cut " in said(user)
        await user.press("ctrl+s")
        assert isinstance(user.app.screen, ComposeScreen)
        assert "This letter is too long" in said(user)


async def test_a_call_is_logged_with_its_words_in_sight(tmp_path: Path) -> None:
    where = session_for(tmp_path, LAPSED)
    async with opened(where) as user:
        await user.press("w")
        await choose(user, "letter", "check-in-by-phone")
        await user.press("ctrl+s", "d")
        assert "this is Robin Hale. We met on 5 March" in dialog(user)
        assert "Did you call?" in dialog(user)
        await user.press("y")
    assert [each.via for each in only(where).check_ins] == ["phone"]


# One message each.


async def test_the_stage_is_done_when_everybody_has_been_thanked(tmp_path: Path) -> None:
    where = session_for(tmp_path, JUST_MET)
    async with opened(where) as user:
        await user.press("w")
        await refer(user, "your nightly jobs")
        await user.press("ctrl+s", "m")
        assert "yes; next: Tom Okafor" in user.text()
        await user.press("y")
        assert only(where).stage is Stage.ASKED
        assert value(user, "person") == "Tom Okafor"
        assert "[[reference]]" in body(user)
        assert screen(user).focused is screen(user).query_one("#thread")
        await user.type("your nightly jobs")
        assert "Dana Reyes has had these very words" in said(user)
        await user.type(" and the pager")
        await user.press("ctrl+s", "c", "y")
        assert user.companies(Stage.EMAILED) == ["Acme"]
    dana, tom = only(where).people
    assert "pager" not in dana.sent[0].text
    assert "pager" in tom.sent[0].text


async def test_the_stage_is_done_when_the_user_says_so(tmp_path: Path) -> None:
    where = session_for(tmp_path, JUST_MET)
    async with opened(where) as user:
        await user.press("w")
        await refer(user, "your nightly jobs")
        await user.press("ctrl+s", "c", "d")
        assert user.companies(Stage.EMAILED) == ["Acme"]
    assert [len(person.sent) for person in only(where).people] == [1, 0]


async def test_what_somebody_had_is_shown_beside_the_name(tmp_path: Path) -> None:
    thanked = Sent(letter="thank-you", at=stamp(later(DAY_12, minutes=-5)), occasion="emailed")
    made = replace(JUST_MET, people=(msgspec.structs.replace(DANA, sent=(thanked,)), TOM))
    async with opened(session_for(tmp_path, made)) as user:
        await user.press("w")
        assert value(user, "person") == "Tom Okafor"
        await user.press("ctrl+n")
        assert "Dana Reyes, Head of Data ✓ Tue 17 Mar 13:57" in user.text()
        assert "They had “thank-you” on Tue 17 Mar." in said(user)


async def test_a_card_without_people_can_be_written_for(tmp_path: Path) -> None:
    where = session_for(tmp_path, replace(LAPSED, people=()))
    async with opened(where) as user:
        await user.press("w")
        assert "nobody yet" in user.text()
        assert body(user).startswith("Hello,")
        await user.press("ctrl+s", "c", "y")
        assert user.companies(Stage.CHECKED_IN) == ["Northwind"]


async def test_an_address_that_is_not_known_is_told_about(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, replace(LAPSED, people=(Person(name="Ann"),)))) as user:
        await user.press("w")
        for occasion, words in (
            ("mailed", "No postal address is known for Ann"),
            ("connected", "No LinkedIn address is known"),
            ("checked_in", "No email address is known"),
        ):
            await choose(user, "occasion", occasion)
            assert words in said(user)


async def test_hostile_names_are_shown_as_they_are(tmp_path: Path) -> None:
    made = replace(
        LAPSED,
        company=TOUGH_NAME,
        role="[/b]",
        people=(Person(name=TOUGH_NAME, title="[red]"), Person(name="[link=x]y", title="[/]")),
        anchors=(Anchor(text="[/i] {{name}}"),),
    )
    where = session_for(tmp_path, made)
    async with opened(where) as user:
        await user.press("w")
        assert "call [/Bob] back 日本語" in user.text()
        await choose(user, "occasion", "emailed")
        await choose(user, "anchor", "[/i] {{name}}")
        assert "[/i] {{name}}" in body(user)
        await choose(user, "person", "[link=x]y")
        assert "[link=x]y, [/]" in user.text()
        await user.press("ctrl+s", "c", "y")
        assert [len(each.sent) for each in only(where).people] == [0, 1]


# Letters of one's own.


async def test_a_letter_of_ones_own_is_offered_and_a_bad_one_says_where(tmp_path: Path) -> None:
    folder = tmp_path / ".config" / "day12" / "letters"
    folder.mkdir(parents=True)
    good = "---\nfor: checked_in\nvia: email\nsubject: Hi\n---\nShort and {{name}}.\n"
    (folder / "mine.txt").write_text(good, encoding="utf-8")
    (folder / "check-in.txt").write_text(good.replace("{{name}}", "{{nam}}"), encoding="utf-8")
    async with opened(session_for(tmp_path, LAPSED)) as user:
        await user.press("w")
        assert "check-in.txt, line 6, column 11: {{nam}} is no placeholder: did you mean “name”?" in user.toasts[-1]
        await choose(user, "letter", "mine")
        assert body(user) == "Short and Dana Reyes."


# A no, and keeping warm.


async def test_a_no_offers_thanks_and_they_move_nothing(tmp_path: Path) -> None:
    where = session_for(tmp_path, LAPSED)
    async with opened(where) as user:
        await user.press("r", "down", "n", "enter")
        assert value(user, "occasion") == "after_no"
        assert "Thank you for telling me" in body(user)
        await user.press("ctrl+s", "m", "y")
        assert user.on_the_board
        assert user.companies(Stage.ASKED) == []
    ended = only(where)
    assert ended.outcome is Outcome.REJECTED
    assert [each.letter for each in ended.people[0].sent] == ["after-a-no"]
    assert ended.check_ins == ()


async def test_w_and_p_work_in_the_archive(tmp_path: Path) -> None:
    where = session_for(tmp_path, archive(replace(LAPSED, people=(DANA,)), Outcome.REJECTED, DAY_12))
    async with opened(where) as user:
        await user.press("X", "p")
        assert opened_addresses(tmp_path) == ["https://www.linkedin.com/in/dana-reyes"]
        await user.press("w")
        assert value(user, "occasion") == "after_no"


# The profile.


async def test_p_opens_the_profile(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, replace(LAPSED, people=(DANA,)))) as user:
        await user.press("p")
        assert user.toasts[-1] == "Handed to your browser."
        assert opened_addresses(tmp_path) == ["https://www.linkedin.com/in/dana-reyes"]


async def test_p_asks_whose_where_there_are_several_and_searches_where_no_address_is_known(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, LAPSED)) as user:
        await user.press("enter", "p")
        assert "Whose profile?" in dialog(user)
        await user.press("2")
        assert opened_addresses(tmp_path) == [
            "https://www.linkedin.com/search/results/people/?keywords=Tom%20Okafor%20Northwind"
        ]


async def test_p_shows_the_address_where_there_is_no_browser(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, replace(LAPSED, people=(DANA,)), DISPLAY="")) as user:
        await user.press("p")
        assert user.toasts[-1].endswith("The address: https://www.linkedin.com/in/dana-reyes")


async def test_p_on_a_card_without_people_says_what_to_press(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, replace(LAPSED, people=()))) as user:
        await user.press("p")
        assert "e adds the people you met" in user.toasts[-1]


async def test_a_facebook_address_gets_the_articles_advice_and_is_not_kept(tmp_path: Path) -> None:
    where = session_for(tmp_path, replace(LAPSED, people=()))
    async with opened(where) as user:
        await user.press("e")
        user.app.screen.query_one("#people", TextArea).focus()
        await user.type("Dana facebook.com/dana")
        assert "LinkedIn yes, Facebook never" in user.text()
        await user.press("ctrl+s")
    assert [person.name for person in only(where).people] == ["Dana"]


# The story so far, in its own words.


async def test_the_cards_page_and_show_have_each_letter_in_its_own_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with opened(session_for(tmp_path, LAPSED)) as user:
        await user.press("w", "ctrl+s", "c", "y", "enter")
        shown = user.page
        assert "✓ check-in by email, Tue 17 Mar 14:02" in shown
        assert "✓ Checked in: Tue 17 Mar 14:02 by email" in shown
        assert "Tue 17 Mar 14:02  check-in to Dana Reyes by email" in shown
        assert "you told me on 5 March: “7-10 days”" in shown
        assert "checked in with Dana Reyes" in shown
        user.app.post_message(events.Resize(Size(*NARROW), Size(*NARROW)))
        await user.settle()
        assert user.page == shown
    env = {"DAY12_BOARD": str(tmp_path / "board.json"), "DAY12_NOW": "2026-03-18T09:00", "TZ": ZONE}
    assert main(["show", "northwind"], env | {"XDG_STATE_HOME": str(tmp_path)}) == 0
    printed = capsys.readouterr().out
    assert "Tue 17 Mar 14:02  check-in to Dana Reyes by email" in printed
    assert "you told me on 5 March: “7-10 days”" in printed
    assert "checked in with Dana Reyes" in printed


async def test_the_next_round_thanks_anew_and_remembers_which_anchors_were_used(tmp_path: Path) -> None:
    where = session_for(tmp_path, JUST_MET)
    async with opened(where) as user:
        await user.press("w")
        await choose(user, "anchor", "The Goal")
        await user.press("ctrl+s", "c", "d")
        await user.press("r", "tab", "down", "down", "enter", "ctrl+s")
    [second] = [each for each in where.load().active if each.round_of]
    assert [anchor.used for anchor in second.anchors] == [(stamp(DAY_12),)]
    assert [person.sent for person in second.people] == [(), ()]


async def test_after_an_undo_words_of_ones_own_are_a_key_away(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, LAPSED)) as user:
        await user.press("w")
        await user.type("Mine. ")
        await user.press("ctrl+s", "c", "y", "u", "w")
        assert "ctrl+r brings back your words of before" in said(user)
        await user.press("ctrl+r")
        assert body(user).startswith("Mine. Hello Dana")


async def test_several_rounds_read_as_one_story(tmp_path: Path) -> None:
    where = session_for(tmp_path, LAPSED)
    async with opened(where) as user:
        await user.press("c", "p", "enter")
        await user.press("r", "tab", "down", "down", "enter", "ctrl+s")
        await user.press("enter")
        shown = user.page
        happened = shown.partition("What happened")[2]
        assert "Data engineer of Thu 5 Mar: checked in" in happened
        assert "Data engineer of Thu 5 Mar: they replied: next round" in happened
        assert any(line.endswith("14:02  added") for line in happened.splitlines())


def test_a_facebook_address_on_the_command_line_gets_the_advice_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    env = {"DAY12_BOARD": str(tmp_path / "b.json"), "XDG_STATE_HOME": str(tmp_path), "TZ": ZONE}
    assert main(["add", "Acme", "--person", "Dana https://www.facebook.com/dana <dana@acme.example>"], env) == 0
    assert "LinkedIn yes, Facebook never" in capsys.readouterr().err
    assert main(["show", "Acme"], env) == 0
    shown = capsys.readouterr().out
    assert "Dana <dana@acme.example>" in shown
    assert "facebook" not in shown
