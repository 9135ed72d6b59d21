"""The form, as its user meets it: what is read is shown, what is open is asked, and saving is never blocked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, OptionList, TextArea

from day12.commands.session import Session
from day12.edit.echoes import people_echo
from day12.edit.form import FormScreen
from day12.edit.promise_field import PromiseField
from day12.edit.said_box import SaidBox
from day12_data.card import Person, Promise, replace, stamp
from driver import NARROW, TINY, Driver, opened
from kit import DAY_12, NORTHWIND, at, card, session, work

# Said on Tuesday 17 March 2026, which is now: the first Friday after it is the 20th.
TWO_TIMES = "The panel meets on Thursday, hopefully we know by Friday"
MAIL = """Hi Robin,

thanks for coming in. The panel meets on Thursday.
We'll let you know by Friday.

Best,
Dana"""
REFUSED = "at least two weeks"


async def add(user: Driver, said: str = "", company: str = "Acme") -> None:
    """Open the form for a new card, and type what they said."""
    await user.press("a")
    await user.type(company)
    await user.press("tab", "tab", "tab")
    await user.type(said)


async def test_saving_with_a_mistake_says_that_it_isnt_saved_and_goes_to_the_field(tmp_path: Path) -> None:
    async with opened(session(tmp_path)) as user:
        await user.press("a")
        await user.press("ctrl+s")
        assert "✗ Not saved: A card needs a company: type its name." in user.text()
        assert user.app.focused is user.app.screen.query_one("#company")
        await user.type("Acme")
        assert "Not saved" not in user.text()
        user.app.screen.query_one("#length").focus()
        await user.type("-5")
        assert "type its length in minutes" in user.text()


def kept(where: Session) -> Promise:
    """The promise of the one card on the board."""
    [one] = where.load().active
    assert one.promise is not None
    return one.promise


def days(promise: Promise) -> tuple[dt.date | None, dt.date | None]:
    """The window."""
    return promise.earliest, promise.latest


FRIDAY = dt.date(2026, 3, 17), dt.date(2026, 3, 20)
THURSDAY = dt.date(2026, 3, 19), dt.date(2026, 3, 19)
NO_DAY = None, None


async def test_the_times_are_listed_under_the_words_the_likeliest_first(tmp_path: Path) -> None:
    async with opened(session(tmp_path), NARROW) as user:
        await add(user, TWO_TIMES)
        shown = [line.strip() for line in user.text().splitlines()]
        first = shown.index("1  by Friday → by Fri 20 Mar")
        assert shown[first + 1 : first + 3] == [
            "2  on Thursday → Thu 19 Mar",
            "0  none of these: keep the words, no day",
        ]
        assert "ctrl+y: 1 · enter: choose" in user.text()


KEYS_TO_A_CHOICE = (
    (["enter", "enter"], FRIDAY),
    (["enter", "1"], FRIDAY),
    (["enter", "2"], THURSDAY),
    (["enter", "0"], NO_DAY),
    (["enter", "down", "enter"], THURSDAY),
    (["down", "2", "enter"], THURSDAY),
    (["tab", "enter", "enter"], FRIDAY),
    (["ctrl+y", "ctrl+s"], FRIDAY),
    (["ctrl+y", "enter"], FRIDAY),
    (["shift+tab", "ctrl+y", "ctrl+s"], FRIDAY),
    (["ctrl+s", "2"], THURSDAY),
    (["ctrl+s", "ctrl+y"], FRIDAY),
    (["ctrl+s", "ctrl+s"], NO_DAY),
    (["enter", "escape", "2", "ctrl+s", "ctrl+s"], NO_DAY),
    (["ctrl+y", "ctrl+y", "2", "ctrl+s"], THURSDAY),
    (["ctrl+y", "ctrl+y", "0", "ctrl+s"], NO_DAY),
)


async def test_every_key_to_a_choice_keeps_it_with_all_that_was_typed(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where) as user:
        for keys, window in KEYS_TO_A_CHOICE:
            await add(user)
            await user.paste(TWO_TIMES)
            await user.press(*keys)
            assert user.on_the_board, keys
            promise = kept(where)
            assert days(promise) == window, keys
            assert promise.said.startswith(TWO_TIMES)
            assert promise.words == {FRIDAY: "by Friday", THURSDAY: "on Thursday", NO_DAY: ""}[window]
            await user.press("u")
            assert not list(where.load().active)


async def test_a_choice_is_clicked_and_its_window_is_said_with_the_key_that_asks_again(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where) as user:
        await add(user, TWO_TIMES)
        await user.pilot.click("#choices", offset=(4, 1))
        await user.settle()
        assert "Thu 19 Mar · check in Mon 23 Mar (Day 6) · ctrl+y asks again" in user.text()
        assert isinstance(user.app.focused, SaidBox)
        await user.press("enter")
    assert days(kept(where)) == THURSDAY


async def test_the_words_that_count_are_marked_where_they_stand(tmp_path: Path) -> None:
    async with opened(session(tmp_path)) as user:
        await add(user, TWO_TIMES)
        box = user.app.screen.query_one(SaidBox)
        assert sorted(marked(box)) == ["by Friday", "on Thursday"]
        await user.press("ctrl+y")
        assert marked(box) == ["by Friday"]
        box.text = REFUSED
        await user.settle()
        assert marked(box) == [REFUSED]


def marked(box: SaidBox) -> list[str]:
    """The words that are drawn underlined."""
    lines = [box.get_line(number) for number in range(box.document.line_count)]
    return [
        line.plain[span.start : span.end] for line in lines for span in line.spans if "underline" in str(span.style)
    ]


async def test_a_pasted_mail_stays_whole_and_its_time_is_marked_in_its_line(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where, NARROW) as user:
        await add(user)
        user.app.post_message(events.Paste(MAIL.replace("\n", "\r\n")))
        await user.settle()
        box = user.app.screen.query_one(SaidBox)
        assert box.text == MAIL
        assert "by Friday" in marked(box)
        await user.press("ctrl+y", "ctrl+s")
    assert kept(where).said == MAIL
    assert days(kept(where)) == FRIDAY
    async with opened(session(tmp_path)) as user:
        await user.press("e")
        assert user.app.screen.query_one(SaidBox).text == MAIL
        assert not user.app.screen.query_one(PromiseField).is_open


LONG_MAIL = "\n".join(["on Thursday the panel meets", *["more of it"] * 20, "we'll know by Friday", *["and more"] * 20])


async def test_in_a_long_mail_the_words_of_a_choice_come_into_sight(tmp_path: Path) -> None:
    async with opened(session(tmp_path), NARROW) as user:
        await add(user)
        user.app.post_message(events.Paste(LONG_MAIL))
        await user.settle()
        await user.settle()
        assert "we'll know by Friday" in user.text()
        await user.press("down", "down")
        assert "on Thursday the panel meets" in user.text()


async def test_in_few_lines_the_times_in_a_paste_are_in_sight_and_stay_so_while_one_looks_at_them(
    tmp_path: Path,
) -> None:
    async with opened(session(tmp_path), (80, 10)) as user:
        await add(user)
        await user.paste(LONG_MAIL)
        await user.settle()
        assert "1  by Friday →" in user.text()
        await user.press("enter", "down")
        assert "2  on Thursday →" in user.text()
        await user.pilot.resize_terminal(80, 24)
        await user.pilot.resize_terminal(80, 10)
        await user.settle()
        assert "2  on Thursday →" in user.text()
    async with opened(session(tmp_path / "other", NORTHWIND), (80, 10)) as user:
        await user.press("r")
        await user.paste(LONG_MAIL)
        assert "2  on Thursday →" in user.text()


async def test_words_that_cannot_be_read_are_refused_once_and_then_kept_without_a_day(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where) as user:
        await add(user, REFUSED)
        assert "That gives only a start" in user.text()
        await user.press("ctrl+s")
        assert "Enter again keeps the words, no day." in user.text()
        await user.type(" from now")  # other words are asked about anew
        assert "Enter again keeps the words, no day." not in user.text()
        await user.press("ctrl+s")
        assert isinstance(user.app.screen, FormScreen)
        assert "Enter again keeps the words, no day." in user.text()
        await user.press("ctrl+s")
        assert user.on_the_board
    assert (kept(where).said, days(kept(where))) == (f"{REFUSED} from now", NO_DAY)


async def test_who_types_on_over_an_open_question_types_into_the_next_field(tmp_path: Path) -> None:
    async with opened(session(tmp_path)) as user:
        await add(user, TWO_TIMES)
        await user.press("tab")
        await user.type("Dana")
        await user.press("shift+tab")
        await user.paste(" Reyes")
        assert user.app.screen.query_one("#people", TextArea).text == "Dana Reyes"


async def test_digits_are_typed_into_the_words(tmp_path: Path) -> None:
    async with opened(session(tmp_path)) as user:
        await add(user, f"{TWO_TIMES} 12")
        assert user.app.screen.query_one(SaidBox).text.endswith(" 12")


async def test_words_that_name_no_day_say_so(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where) as user:
        await add(user, "we'll be in touch")
        assert "No timeline to go by" in user.text()
        await user.press("enter")
    assert days(kept(where)) == NO_DAY


async def test_a_choice_stays_while_its_words_do(tmp_path: Path) -> None:
    async with opened(session(tmp_path)) as user:
        await add(user, TWO_TIMES)
        await user.press("ctrl+y")
        await user.type(", said Dana")
        field = user.app.screen.query_one(PromiseField)
        assert field.choice
        assert field.choice.words == "by Friday"
        field.said = "something else on Monday then"
        await user.settle()
        assert field.is_open


# A card for which the likeliest time was chosen.
CHOSEN = card(
    "Acme",
    DAY_12,
    promise=Promise(said=TWO_TIMES, words="by Friday", given_at=stamp(DAY_12), earliest=FRIDAY[0], latest=FRIDAY[1]),
)


async def test_a_choice_of_before_is_not_asked_about_again_when_something_else_is_edited(tmp_path: Path) -> None:
    where = session(tmp_path, CHOSEN)
    async with opened(where) as user:
        await user.press("e")
        await user.type("SRE")
        await user.press("ctrl+s")
        assert user.on_the_board
    [after] = where.load().active
    assert (after.role, after.promise) == ("SRE", CHOSEN.promise)


async def test_a_choice_of_before_moves_with_the_interview(tmp_path: Path) -> None:
    where = session(tmp_path, CHOSEN)
    async with opened(where) as user:
        await user.press("e")
        user.app.screen.query_one("#when", Input).value = "2026-03-23 10:00"
        await user.settle()
        await user.press("ctrl+s")
        assert user.on_the_board
    assert kept(where).words == "by Friday"
    assert kept(where).latest == dt.date(2026, 3, 27)


async def test_another_choice_can_be_made_of_the_same_words(tmp_path: Path) -> None:
    where = session(tmp_path, CHOSEN)
    async with opened(where) as user:
        await user.press("e", "ctrl+y", "2", "ctrl+s")
    assert days(kept(where)) == THURSDAY


async def test_a_promise_of_an_older_board_keeps_its_window_while_its_words_stay(tmp_path: Path) -> None:
    odd = Promise(
        said=TWO_TIMES, given_at=NORTHWIND.starts_at, earliest=dt.date(2026, 4, 1), latest=dt.date(2026, 4, 2)
    )
    where = session(tmp_path, replace(NORTHWIND, promise=odd))
    async with opened(where) as user:
        await user.press("e")
        await user.type("SRE")
        await user.press("ctrl+s")
    [after] = where.load().active
    assert (after.role, after.promise) == ("SRE", odd)


# When.


async def test_no_time_yet_is_an_answer_that_never_nags(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where) as user:
        await user.press("a")
        await user.paste("Acme")
        await user.press("tab", "tab")
        for typed in ("TBD", "don’t know yet."):
            await user.paste(typed)
            assert "no time yet: it won't nag" in user.text(), typed
            await user.press("ctrl+u")
        await user.paste("?")
        assert "no time yet: it won't nag" in user.text()
        await user.press("ctrl+s")
        assert "no time yet" in user.text()
        [made] = where.load().active
        assert not made.time_known


async def test_when_says_how_it_is_read_local_time_first_and_how_far_away(tmp_path: Path) -> None:
    read = (
        ("fri 10am", "Fri 13 Mar 10:00–10:45 · 4 days ago"),
        ("yesterday 9am", "Mon 16 Mar 09:00–09:45 · yesterday"),
        ("14:00", "Tue 17 Mar 14:00–14:45 · today"),
        ("tomorrow 2pm", "Wed 18 Mar 14:00–14:45 · tomorrow"),
        ("2026-03-27 10:00 Europe/London", "Fri 27 Mar 06:00–06:45 (10:00–10:45 London) · in 10 days"),
    )
    async with opened(session(tmp_path)) as user:
        await user.press("a", "tab", "tab")
        for typed, says in read:
            await user.type(typed)
            assert says in user.text()
            await user.press("ctrl+u")


async def next_round(user: Driver) -> None:
    """Open the form for the next round."""
    await user.press("r", "tab", "down", "down", "enter")
    assert isinstance(user.app.screen, FormScreen)


async def test_a_next_round_without_a_time_has_none_yet(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await next_round(user)
        assert "no time yet: it won't nag" in user.text()
        await user.press("ctrl+s")
    [made] = [each for each in where.load().active if each.round_of]
    assert not made.time_known


async def test_weekdays_look_forward_for_a_next_round(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await next_round(user)
        user.app.screen.query_one("#when", Input).value = "mon 10am"
        await user.settle()
        assert "Mon 23 Mar 10:00–10:45 · in 6 days" in user.text()


async def test_a_time_for_a_card_without_one_looks_forward_too(tmp_path: Path) -> None:
    where = session(tmp_path, replace(NORTHWIND, time_known=False, promise=None))
    async with opened(where) as user:
        await user.press("e")
        assert user.app.screen.query_one("#when", Input).value == "not known yet"
        user.app.screen.query_one("#when", Input).value = "mon 10am"
        await user.settle()
        await user.press("ctrl+s")
    [made] = where.load().active
    assert made.time_known
    assert made.starts_at == at("2026-03-23 10:00")


async def test_another_time_is_that_of_an_interview_that_can_take_place(tmp_path: Path) -> None:
    where = session(tmp_path, replace(NORTHWIND, missed_at=DAY_12, promise=None))
    async with opened(where) as user:
        await user.press("e")
        user.app.screen.query_one("#when", Input).value = "2026-03-20 10:00"
        await user.settle()
        await user.press("ctrl+s")
    [made] = where.load().active
    assert made.missed_at is None


# People.


async def test_each_person_is_echoed_as_they_were_read_or_asked_about(tmp_path: Path) -> None:
    async with opened(session(tmp_path), NARROW) as user:
        await user.press("a")
        people = user.app.screen.query_one("#people", TextArea)
        people.text = "jen wu - eng mgr, jen@stripe.example"
        await user.settle()
        assert "jen wu · eng mgr · jen@stripe.example" in user.text()
        people.text += "\nTom <tom@>"
        await user.settle()
        assert "is no email address" in user.text()
        assert "jen wu · eng mgr · jen@stripe.example" in user.text()
        people.text = "Dana Reyes <dana@acme.example> facebook.com/dana"
        await user.settle()
        assert "Facebook never" in user.text()


def test_a_line_that_cannot_be_read_hides_nobody_and_a_paste_of_prose_is_answered_at_once() -> None:
    echo = people_echo("Dana Reyes\nTom Wu <tom\nAnn Lee, CTO")
    assert [line.partition(" has half")[0] for line in echo.text.split("\n")] == [
        "Dana Reyes",
        "Ann Lee · CTO",
        "“Tom Wu <tom”",
    ]
    assert echo.refused
    prose = ["We are happy to tell you that, in the end, it is so; thanks."]
    assert work(lambda: people_echo("\n".join(prose * 100))) < 5 * work(lambda: people_echo("\n".join(prose * 40)))


async def test_a_person_who_cannot_be_read_is_gone_to_and_nothing_is_saved(tmp_path: Path) -> None:
    async with opened(session(tmp_path), NARROW) as user:
        await user.press("a", "X")
        user.app.screen.query_one("#people", TextArea).text = "Tom <tom@>"
        await user.press("ctrl+s")
        assert isinstance(user.app.screen, FormScreen)
        assert user.app.focused is user.app.screen.query_one("#people")


# What is in sight.

FULL = replace(
    NORTHWIND,
    people=tuple(Person(name=f"Person {number}", title="Interviewer") for number in range(9)),
    notes="\n".join(map(str, range(30))),
    promise=Promise(said=MAIL, given_at=NORTHWIND.starts_at),
)


@pytest.mark.parametrize("size", [NARROW, (80, 16), TINY])
async def test_the_title_and_the_field_in_focus_with_its_echo_are_always_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(session(tmp_path, FULL), size) as user:
        await user.press("e")
        screen = user.app.screen
        for _ in range(9):
            focused = screen.focused
            assert focused is not None
            assert "Edit Northwind" in user.text()
            assert focused.region.y >= 1
            assert focused.region.bottom <= size[1] - 1
            await user.press("tab")


async def test_the_echo_of_the_field_in_focus_is_in_sight_at_the_bottom_too(tmp_path: Path) -> None:
    async with opened(session(tmp_path), (80, 10)) as user:
        await add(user, TWO_TIMES)
        assert "0  none of these" in user.text()
        assert user.app.screen.query_one(OptionList).region.bottom <= 9
        assert "Add an interview" in user.text()


async def test_the_keys_fit(tmp_path: Path) -> None:
    async with opened(session(tmp_path), NARROW) as user:
        await user.press("a")
        assert user.text().splitlines()[-1].strip() == "ctrl+s save  tab next field  ctrl+t throw away  esc close"
