"""The record that goes out: what happened, in which period, and our own exports read back."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re

import msgspec
import pytest

from day12_data.agenda import row_for
from day12_data.board import Board
from day12_data.card import Anchor, Card, Person, Promise, Sent, replace, stamp
from day12_data.edits import archive, check_in, miss, move, reply
from day12_data.exchange.import_items import after
from day12_data.exchange.record import DateRange, record_entries, recorded
from day12_data.exchange.record_page import html_page
from day12_data.exchange.record_sheet import sheet_text
from day12_data.exchange.sniff import ImportRefusedError
from day12_data.exchange.vcard import read_vcards
from day12_data.exchange.vcard_out import contacts_on, vcards
from day12_data.kinds import AnchorKind, Outcome, ReplyKind, Stage
from imports import found, only_card
from kit import INTERVIEW, SEVEN_TO_TEN, TOUGH_NAME, ZONE, at, board, card, later, promise

NOW = at("2026-04-20 09:00")
DANA = Person(
    name="Dana Reyes",
    title="Head of Data",
    email="dana@northwind.example",
    phone="+1 206 555 0133",
    linkedin="linkedin.com/in/dana-reyes",
    address="12 Harbor Street\nSeattle, WA 98101",
)
FULL = card(
    role="Data engineer",
    where="Room 4",
    link="https://meet.example/abc",
    people=(DANA, Person(name="Sam Okafor")),
    anchors=(Anchor(text="The Goal", kind=AnchorKind.BOOK), Anchor(text="night shifts")),
    notes="First line\n- second line",
    promise=SEVEN_TO_TEN,
)


def through_a_sheet(made: Card, *, zone: str = ZONE) -> Card:
    """The card after it was written to a spreadsheet and imported to an empty board."""
    text = sheet_text([row_for(made, NOW)], zone)
    return only_card(after(Board(), found(text.encode(), now=NOW)))


def told(made: Card) -> list[tuple[str, str]]:
    return [(f"{entry.at:%m-%d}", entry.what) for entry in record_entries(made)]


def windows(made: Card) -> list[tuple[object, ...]]:
    promises = [*made.past_promises, *filter(None, [made.promise])]
    return [(each.said, each.earliest, each.latest, each.given_at) for each in promises]


def cells(made: Card) -> dict[str, str]:
    text = sheet_text([row_for(made, NOW)], ZONE).removeprefix("\ufeff")
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    return row


def test_what_happened_is_told_once_and_in_order() -> None:
    made = move(FULL, Stage.EMAILED, later(INTERVIEW, hours=2))
    letter = Sent(letter="thank-you", at=later(INTERVIEW, hours=1), via="email", occasion="emailed", text="Thanks")
    made = replace(made, people=(msgspec.structs.replace(DANA, sent=(letter,)), made.people[1]))
    made = check_in(made, at("2026-03-17 14:00"), "phone", "call on Friday")
    answered = at("2026-03-20 10:00")
    again = msgspec.structs.replace(promise("2026-03-27", "2026-03-27", "another week"), given_at=stamp(answered))
    made = reply(made, ReplyKind.PROMISE, answered, "another week", again)
    made = archive(made, Outcome.REJECTED, at("2026-04-01 10:00"))
    assert told(made) == [
        ("03-05", "Interview"),
        ("03-05", "They promised an answer for Thu 12 – Sun 15 Mar"),
        ("03-05", "Thanked Dana Reyes by email"),
        ("03-17", "Skipped: Mailed note"),
        ("03-17", "Skipped: Connected on LinkedIn"),
        ("03-17", "Checked in by phone"),
        ("03-20", "They promised an answer for Fri 27 Mar"),
        ("04-01", "Ended with their no"),
    ]


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (None, None, ["Adatum", "Northwind"]),
        ("2026-03-01", "2026-03-31", ["Northwind"]),
        ("2026-02-28", "2026-02-28", ["Adatum"]),
        ("2026-04-01", None, ["Northwind"]),  # the archive's outcome is all that happened in April
        (None, "2026-02-27", []),
    ],
)
def test_an_interview_belongs_to_each_period_in_which_anything_happened(
    since: str | None, until: str | None, kept: list[str]
) -> None:
    # By the clock in Seattle: it is 1 March in Berlin, where the interview was, but February for who was asked.
    early = card("Adatum", at("2026-03-01 07:00", "Europe/Berlin"), "Europe/Berlin")
    ended = archive(FULL, Outcome.SILENT, at("2026-04-02 10:00"))
    gone = replace(card("Gone"), deleted=True)
    days = [day and dt.date.fromisoformat(day) for day in (since, until)]
    period = DateRange(days[0] or None, days[1] or None, at("2026-03-01 00:00", "America/Los_Angeles").tzinfo)
    assert [each.company for each in recorded(board(ended, gone, early).cards.values(), period)] == kept


def _lived() -> Card:
    made = move(FULL, Stage.EMAILED, at("2026-03-05 16:10"))
    made = check_in(made, at("2026-03-17 14:02"), "phone", "call again, please: Friday")
    return check_in(made, at("2026-03-24 09:00"), "linkedin")


@pytest.mark.parametrize(
    "made",
    [
        FULL,
        _lived(),
        reply(_lived(), ReplyKind.NO_NEWS, at("2026-03-25 10:00"), "not yet, sorry"),
        reply(_lived(), ReplyKind.OFFER, at("2026-03-25 10:00"), "90k", answer_by=dt.date(2026, 4, 2)),
        reply(
            reply(
                _lived(),
                ReplyKind.PROMISE,
                at("2026-03-25 10:00"),
                "in May",
                Promise(said="in May", given_at=at("2026-03-25 10:00")),
            ),
            ReplyKind.PROMISE,
            at("2026-03-26 10:00"),
            "by 3 June",
            promise("2026-03-26", "2026-06-03", "by 3 June"),
        ),
        archive(_lived(), Outcome.WITHDREW, at("2026-03-25 10:00")),
        miss(card("Missed"), at("2026-03-05 15:00")),
        card("Berlin", at("2026-03-05 14:30", "Europe/Berlin"), "Europe/Berlin"),
        card("=HYPERLINK()", role="+1", notes="@home\n=1", where="-4", people=(Person(name="－x"),)),
    ],
    ids=lambda made: made.company,
)
def test_a_spreadsheet_of_ours_comes_back_as_the_card_that_it_was(made: Card) -> None:
    back = through_a_sheet(made)
    ours = replace(made, updated=back.updated, promise=back.promise, past_promises=back.past_promises)
    assert ours == back
    assert windows(made) == windows(back)


def test_a_spreadsheet_that_was_saved_by_another_program_is_read_all_the_same() -> None:
    text = sheet_text([row_for(check_in(FULL, at("2026-03-17 14:02")), NOW)], ZONE).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    rewritten = [[re.sub(r"^2026-03-(\d\d) (\d\d:\d\d)$", r"03/\1/2026 \2:00", cell) for cell in row] for row in rows]
    file = io.StringIO()
    csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rewritten)
    back = only_card(after(Board(), found(file.getvalue().encode("utf-16"), now=NOW)))
    assert (back.starts_at, back.check_ins[0].at) == (FULL.starts_at, at("2026-03-17 14:02"))
    assert back.people == FULL.people


def test_rows_that_cant_be_read_any_more_are_counted_or_refused() -> None:
    text = sheet_text([row_for(each, NOW) for each in (FULL, card("Adatum"))], ZONE)
    *_, left = found(text.replace("Adatum", "").encode(), now=NOW)
    assert left.why == "1 of 2 rows can't be read any more: left out."
    with pytest.raises(ImportRefusedError, match="can't be read any more: export it again"):
        found(text.replace("Company", "Compnay").encode(), now=NOW)


def test_an_interview_without_a_time_comes_back_without_one() -> None:
    assert through_a_sheet(card(time_known=False)).time_known is False


def test_the_same_file_twice_adds_nothing_and_a_row_written_by_hand_is_a_trackers() -> None:
    text = sheet_text([row_for(FULL, NOW)], ZONE)
    columns = text.splitlines()[0].removeprefix("\ufeff").split(",")
    by_hand = {"Company": "Adatum", "Interview": "2026-03-09 10:00"}
    row = ",".join(by_hand.get(column, "") for column in columns)
    items = found(f"{text}{row}\r\n".encode(), board(FULL), now=NOW)
    assert [(item.does.value, item.card and item.card.company) for item in items] == [
        ("nothing", None),
        ("add", "Adatum"),
    ]


def test_no_cell_is_a_formula_or_drives_a_terminal() -> None:
    row = cells(card(f"={TOUGH_NAME}", role="@SUM(1)", notes="\t=2", where="＝3", link="  =4"))
    starts = {text[:1] for text in row.values()}
    assert not starts & set("=+-@\t\r＝")
    assert row["Company"].startswith("'=")
    assert row["Link"] == "'=4"
    assert "\x1b" not in "".join(row.values())


def test_a_spreadsheet_has_each_date_by_the_users_own_clock() -> None:
    row = cells(_lived())
    assert row["Interview"] == "2026-03-05 14:30"
    assert row["Emailed thanks"] == "2026-03-05 16:10"
    assert row["Check-ins"].splitlines()[0] == "2026-03-17 14:02 by phone: call again, please: Friday"
    abroad = card("Berlin", at("2026-03-05 14:30", "Europe/Berlin"), "Europe/Berlin")
    assert cells(abroad)["Interview"] == "2026-03-05 08:30"
    assert stamp(abroad.starts_at) == abroad.starts_at


def test_the_people_come_back_from_a_phones_contacts_and_add_nothing() -> None:
    twice = card("Northwind", later(INTERVIEW, days=7), id="0b", people=(Person(name="Dana Reyes", email=DANA.email),))
    nobody = card("Adatum", people=(Person(name="Only a Name"),))
    contacts = contacts_on([FULL, twice, nobody])
    assert [(person.name, each.id) for person, each in contacts] == [("Dana Reyes", "0b")]
    text = vcards(contacts)
    assert "FN:Dana Reyes (Northwind)\r\n" in text
    [read] = read_vcards(text.encode(), "it")
    assert msgspec.structs.replace(read.person, linkedin=DANA.linkedin) == DANA
    assert read.linkedin.endswith(DANA.linkedin)
    [item] = found(text.encode(), board(FULL))
    assert item.does.value == "nothing"


@pytest.mark.parametrize(
    ("name", "parts"),
    [("Dana van Reyes", "Reyes;Dana van"), ("Dana", ";Dana"), ("Reyes, Dana", "Reyes;Dana")],
)
def test_a_phone_that_sorts_by_family_names_is_told_both(name: str, parts: str) -> None:
    assert f"\r\nN:{parts};;;(Northwind)\r\n" in vcards([(Person(name=name, phone="1"), card())])


def test_contacts_are_folded_between_letters_and_nothing_in_them_breaks_a_line() -> None:
    name = "Ünïcode 日本語 👩‍💻 " * 9
    person = Person(name=f"{name}\nEND:VCARD", title="a;b,c\\d", email="u@x.example", address="One\nTwo; Three")
    text = vcards([(person, card("R&D; Söhne, Ltd"))])
    assert max(len(line) for line in text.encode().split(b"\r\n")) <= 75
    [read] = read_vcards(text.encode(), "it")
    assert (read.title, read.company, read.address) == ("a;b,c\\d", "R&D; Söhne, Ltd", person.address)
    assert read.name.startswith("Ünïcode 日本語 👩‍💻")


MARCH = DateRange(dt.date(2026, 3, 1), dt.date(2026, 3, 31), INTERVIEW.tzinfo)


def test_the_printed_page_tells_what_was_done_in_the_period_and_keeps_the_rest_to_itself() -> None:
    made = replace(_lived(), notes="my secret doubts")
    made = archive(reply(made, ReplyKind.NO_NEWS, at("2026-03-25 10:00"), "their own words"), Outcome.SILENT, NOW)
    page = html_page([made], MARCH, NOW, "Robin Hale", "1 Elm Street\nBoston")
    for text in (
        "1 March – 31 March 2026",
        "1 interview with 1 company.",
        "Robin Hale\n1 Elm Street\nBoston",
        "Thu 5 Mar 2026, 14:30–15:15 · Room 4 · video call",
        "With Dana Reyes (Head of Data), Sam Okafor",
        "They promised an answer for Thu 12 – Sun 15 Mar (“7-10 days”)",
        "Tue 17 Mar 2026, 14:02",
        "Checked in by phone",
        "They answered that there is no news yet",
        "Ended without an answer, Mon 20 Apr 2026",  # how it stands, though it came about after the period
    ):
        assert text in page, text
    for text in (
        "secret",
        "their own words",
        "call again",
        DANA.email,
        DANA.phone,
        "meet.example",
        "Skipped",
        "20 Apr 2026, 0",
    ):
        assert text not in page, text


def test_nothing_from_outside_is_markup_on_the_page_and_it_loads_nothing() -> None:
    hostile = "<script>alert(1)</script><img src=http://x.example/>$title &amp; \x1b[31m"
    people = (Person(name=hostile, title=hostile),)
    made = card(
        hostile, role=hostile, where=hostile, people=people, promise=promise("2026-03-12", "2026-03-15", hostile)
    )
    page = html_page([made], MARCH, NOW, hostile, hostile)
    assert "<script" not in page
    assert "<img" not in page
    assert "\x1b" not in page
    assert page.count("&lt;script&gt;") >= 8
    assert not re.search(r"url\(|@import|<link|\bon\w+=", page)


@pytest.mark.parametrize(
    ("made", "state"),
    [
        (card(), "Waiting for their answer"),
        (FULL, "No answer yet, it was promised for Thu 12 – Sun 15 Mar"),
        (
            card(promise=promise("2026-04-21", "2026-04-22")),
            "Waiting for their answer, promised for Tue 21 – Wed 22 Apr",
        ),
        (card("Later", at("2026-05-05 10:00")), "Still to come"),
        (card(time_known=False), "Still to come"),
        (miss(card(), at("2026-03-05 15:00")), "Did not take place"),
        (reply(card(), ReplyKind.NEXT_ROUND, at("2026-03-25 10:00")), "Invited to the next round"),
        (
            reply(card(), ReplyKind.OFFER, NOW, answer_by=dt.date(2026, 4, 24)),
            "They made an offer, answer by Fri 24 Apr",
        ),
        (archive(card(), Outcome.ACCEPTED, NOW), "Accepted the offer, Mon 20 Apr 2026"),
    ],
)
def test_the_page_says_how_each_interview_stands(made: Card, state: str) -> None:
    assert f">{state}</td></tr>" in html_page([made], DateRange(), NOW)


def test_a_page_without_an_interview_says_so() -> None:
    page = html_page([], MARCH, NOW)
    assert "No interview." in page
    assert "<table" not in page
