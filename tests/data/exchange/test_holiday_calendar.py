"""A calendar of holidays is told from invitations, and its days are days off."""

from __future__ import annotations

import pytest

from day12_data.exchange.import_items import Does, Item, days_off
from day12_data.rules import Holiday, Rules
from day12_data.settings import Settings
from imports import found

GOOGLE = "Observance\\nTo hide observances, go to Google Calendar Settings > Holidays"


def day(start: str, summary: str, description: str = "", *, end: str = "", more: str = "") -> str:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{start}-{summary}",
        "DTSTAMP:20260101T000000Z",
        f"DTSTART;VALUE=DATE:{start}",
        f"DTEND;VALUE=DATE:{end}" * bool(end),
        f"SUMMARY:{summary}",
        f"DESCRIPTION:{description}" * bool(description),
        more,
        "END:VEVENT",
    ]
    return "\n".join(filter(None, lines))


def calendar(*events: str) -> bytes:
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", *events, "END:VCALENDAR"]).encode()


def told(items: list[Item]) -> dict[str, str]:
    return {day.isoformat(): name for day, name in days_off(items).items()}


XMAS = day("20261225", "Christmas Day", "Public holiday")
EVE = day("20261224", "Christmas Eve", GOOGLE)
BAVARIA = day("20260604", "Corpus Christi", "Public holiday in Bavaria\\, Hesse")
YEARLY = "RRULE:FREQ=YEARLY"
OFF = day("20261112", "Company retreat")


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([XMAS, EVE], {"2026-12-25": "Christmas Day"}),
        ([XMAS, BAVARIA], {"2026-12-25": "Christmas Day"}),
        ([BAVARIA], {"2026-06-04": "Corpus Christi"}),
        # Nobody says which are public: all of them but those that are observed only.
        ([day("20260101", "Neujahr"), day("20260619", "Rest")], {"2026-01-01": "Neujahr", "2026-06-19": "Rest"}),
        ([day("20261224", "Christmas", end="20261227")], {f"2026-12-{n}": "Christmas" for n in (24, 25, 26)}),
        ([day("20180101", "Neujahr", more=YEARLY)], {f"{year}-01-01": "Neujahr" for year in range(2025, 2029)}),
        ([day("20180101", "Labor Day", more=f"{YEARLY};BYMONTH=9;BYDAY=1MO")], {}),
        ([day("20180101", "New Year's Day")], {}),
        ([day("20261225", "Christmas Day", more="STATUS:CANCELLED")], {}),
    ],
)  # fmt: skip
def test_its_days_are_days_off(events: list[str], expected: dict[str, str]) -> None:
    assert told(found(calendar(*events))) == expected


def test_it_says_how_many_and_which_come_next_and_what_is_left_out() -> None:
    off, left = found(calendar(XMAS, EVE, day("20260101", "New Year's Day", "Public holiday")))
    assert (off.does, off.card, off.change) == (Does.ADD, None, None)
    assert off.why == "2 days off, which working days skip: Fri 25 Dec Christmas Day."
    assert left.why == "1 of 3 is no day off for everybody: left out."


def test_what_holds_only_in_parts_of_the_country_may_be_taken_in() -> None:
    item, _ = found(calendar(XMAS, BAVARIA))
    assert item.question
    assert item.question.optional
    assert "Corpus Christi" in item.question.text
    assert len(told(found(calendar(XMAS, BAVARIA), answers={item.question.key: "all of them"}))) == 2


def test_days_that_are_known_are_nothing_new() -> None:
    known = Settings(rules=Rules(holidays=tuple(Holiday(day=day, name="x") for day in days_off(found(calendar(XMAS))))))
    [item] = found(calendar(XMAS), settings=known)
    assert (item.does, item.days) == (Does.NOTHING, ())


def test_whole_days_of_which_nothing_says_what_they_are_are_asked_about() -> None:
    [item] = found(calendar(OFF, day("20261113", "Company retreat two")))
    assert item.is_open
    assert item.question
    key = item.question.key
    assert item.question.choices == ("days off", "invitations", "leave it out")
    data = calendar(OFF, day("20261113", "Company retreat two"))
    assert set(told(found(data, answers={key: "days off"}))) == {"2026-11-12", "2026-11-13"}
    assert [each.does for each in found(data, answers={key: "leave it out"})] == [Does.NOTHING]
    assert all(each.does is Does.ASK for each in found(data, answers={key: "invitations"}))


@pytest.mark.parametrize(
    "event",
    [
        day("20261105", "Onsite at Woodgrove Bank"),
        day("20261225", "Christmas Day", more="ORGANIZER:mailto:dana@northwind.example"),
        day("20261225", "Christmas Day", more="ATTENDEE:mailto:dana@northwind.example"),
        day("20261225", "Christmas interview with Northwind"),
    ],
)
def test_an_invitation_for_a_whole_day_stays_one(event: str) -> None:
    assert told(found(calendar(event))) == {}
    assert found(calendar(event))[0].does is Does.ASK
