"""What goes out to a calendar: the events of a board, as any calendar reads them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import icalendar
from hypothesis import example, given
from hypothesis import strategies as st

from day12_data.board import Board
from day12_data.card import Card, Offer, Person, replace
from day12_data.edits import archive, check_in, edit, miss, move, remove, reply
from day12_data.exchange.calendar_events import card_events
from day12_data.exchange.calendar_out import calendar_text
from day12_data.kinds import Outcome, ReplyKind, Stage
from day12_data.rules import DEFAULT_RULES
from day12_data.schedule import outlook
from day12_data.step import LAST_MOMENT
from kit import DAY_12, INTERVIEW, SEVEN_TO_TEN, TOUGH_NAME, at, big_board, board, card, done, later
from strategies import around, cards

DANA = Person(name="Dana Reyes", title="Head of Data", email="dana@northwind.example", phone="+1 206 555 0133")
OVER = later(INTERVIEW, minutes=50)


def events(of: Board | Card, now: dt.datetime, **days: dt.date) -> list[Any]:
    """The events as icalendar reads them."""
    text = calendar_text(of if isinstance(of, Board) else board(of), now, DEFAULT_RULES, **days)
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def told(of: Board | Card, now: dt.datetime, **days: dt.date) -> list[str]:
    """The events in a line each: when, and what."""
    return [f"{_when(event)} {event['SUMMARY']}" for event in events(of, now, **days)]


def _when(event: Any) -> str:
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    if isinstance(start, dt.datetime):
        assert start.utcoffset() == dt.timedelta()
        return f"{start:%d %b %H:%M}–{end:%H:%M}"
    assert end == start + dt.timedelta(days=1)
    return f"{start:%d %b}"


def test_what_a_card_has_in_the_calendar_from_the_interview_to_the_end() -> None:
    new = card(role="Data engineer")
    interview = "05 Mar 19:30–20:15 Interview: Northwind · Data engineer"
    thanks, call = "05 Mar 20:15–21:15 Northwind: email your thanks", "17 Mar Northwind: check in"
    assert told(new, at("2026-03-04 10:00")) == [interview, "05 Mar 20:15–20:30 Northwind: ask what happens next"]
    asked = edit(new, OVER, promise=SEVEN_TO_TEN)
    assert told(asked, OVER) == [interview, thanks, call]
    thanked = move(asked, Stage.EMAILED, OVER)
    assert told(thanked, OVER) == [interview, "06 Mar Northwind: mail a paper note", call]
    # From the first promised day on the small steps fall silent.
    assert told(asked, at("2026-03-12 10:00")) == [interview, call]
    called = check_in(done(thanked, Stage.MAILED, Stage.CONNECTED), DAY_12)
    assert told(called, DAY_12) == [interview, "24 Mar Northwind: check in again"]
    offered = replace(
        reply(called, ReplyKind.OFFER, later(DAY_12, days=1)),
        offer=Offer(said="by Friday", given_at=later(DAY_12, days=1), answer_by=dt.date(2026, 3, 20)),
    )
    assert told(offered, later(DAY_12, days=1)) == [interview, "20 Mar Northwind: answer their offer"]
    assert told(archive(called, Outcome.REJECTED, DAY_12), DAY_12) == [interview, "30 May Northwind: keep warm"]
    assert told(archive(called, Outcome.ACCEPTED, DAY_12), DAY_12) == [interview]


def test_an_interview_that_does_not_take_place_is_not_in_the_calendar() -> None:
    before = at("2026-03-04 10:00")
    assert told(miss(card(), before), before) == ["05 Mar Northwind: ask for a new time"]
    assert told(archive(card(), Outcome.WITHDREW, before), before) == []
    assert told(remove(card()), before) == []
    assert told(card(time_known=False), before) == []


def test_whoever_opens_an_event_finds_what_they_said_and_whom_to_call() -> None:
    people = (DANA, Person(name="Sam Okafor", address="1 Elm Street\nBoston, MA 02101"))
    asked = edit(card(people=people, link="https://meet.example/abc", where="Room 4"), OVER, promise=SEVEN_TO_TEN)
    interview, thanks, call = events(asked, OVER)
    assert (interview["LOCATION"], interview["URL"]) == ("Room 4", "https://meet.example/abc")
    assert "Dana Reyes, Head of Data: +1 206 555 0133, dana@northwind.example" in thanks["DESCRIPTION"]
    assert call["DESCRIPTION"].splitlines()[:3] == [
        "They said “7-10 days”: once Sun 15 Mar has passed, pick up the phone.",
        "From Mon 16 Mar on.",
        "Dana Reyes, Head of Data: +1 206 555 0133, dana@northwind.example",
    ]
    note = events(move(asked, Stage.EMAILED, OVER), OVER)[1]
    assert "\n  1 Elm Street\n  Boston, MA 02101\n" in note["DESCRIPTION"]
    assert {each["CLASS"] for each in (interview, thanks, call)} == {"PRIVATE"}
    assert [each["TRANSP"] for each in (interview, thanks, call)] == ["OPAQUE", "TRANSPARENT", "TRANSPARENT"]
    alarms = [each.walk("VALARM")[0]["TRIGGER"].dt for each in (interview, thanks, call)]
    assert alarms == [dt.timedelta(hours=-1), dt.timedelta(), dt.timedelta(hours=9)]  # nine in the morning


def test_an_event_keeps_its_name_and_its_number_rises_when_it_moves() -> None:
    asked = edit(card(), OVER, promise=SEVEN_TO_TEN)
    later_on = replace(asked, starts_at=later(INTERVIEW, days=1), updated=later(asked.updated, minutes=1))
    before, after = (events(each, OVER)[0] for each in (asked, replace(later_on, ends_at=later(OVER, days=1))))
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"] < 2**31
    assert before["DTSTAMP"].dt < after["DTSTAMP"].dt
    uids = [event["UID"] for event in events(big_board(60), DAY_12)]
    assert len(set(uids)) == len(uids) > 100


def test_only_the_days_that_are_asked_for_are_given() -> None:
    ends = at("2026-03-05 22:45")
    asked = edit(card(starts=at("2026-03-05 22:00")), ends, promise=SEVEN_TO_TEN)
    assert told(asked, ends, since=dt.date(2026, 3, 6)) == ["17 Mar Northwind: check in"]
    days = {"since": dt.date(2026, 3, 5), "until": dt.date(2026, 3, 5)}  # which are the user's own
    assert told(asked, ends, **days)[0] == "06 Mar 03:00–03:45 Interview: Northwind"
    assert told(asked, ends, until=dt.date(2026, 3, 4)) == []


@given(cards(), around(600), st.floats(0, 1, exclude_max=True))
@example(done(card(), Stage.ASKED), later(INTERVIEW, minutes=-60), 0.6)
def test_whatever_is_next_is_in_the_calendar_and_stays_until_it_says(
    any_card: Card, now: dt.datetime, share: float
) -> None:
    found = card_events(any_card, now, DEFAULT_RULES)
    ahead = outlook(any_card, now, DEFAULT_RULES)
    assert bool(ahead.step) <= (len(found.events) - sum(event.busy for event in found.events))
    read = events(any_card, now)
    assert len(read) == len({event["UID"] for event in read}) == len(found.events)
    assert all(event["DTEND"].dt > event["DTSTART"].dt for event in read)
    if now < found.until < LAST_MOMENT:
        before = now + (found.until - now) * share
        assert card_events(any_card, before, DEFAULT_RULES).events == found.events


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_any_text_comes_back_as_it_was_but_for_what_drives_a_terminal(text: str) -> None:
    written = calendar_text(board(card(f"x{text}", role="; , \\n \\")), OVER, DEFAULT_RULES)
    assert written.isascii() or all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert "\x1b" not in written
    [event, *_] = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert str(event["SUMMARY"]).endswith(" · ; , \\n \\")


def test_a_tough_name_is_only_a_name() -> None:
    [event, *_] = events(card(TOUGH_NAME), OVER)
    assert event["SUMMARY"] == "Interview: call [/Bob] back 日本語 👩‍💻 [red]x[/] [31m"
