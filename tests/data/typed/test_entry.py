"""A card as a person types it: read into values, written back, and changed one field at a time."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, fields
from dataclasses import replace as retyped

import msgspec
import pytest

from day12_data.card import Anchor, Card, Person, Promise, Sent, replace, stamp
from day12_data.kinds import AnchorKind
from day12_data.rules import Rules
from day12_data.settings import Settings
from day12_data.typed.entry import Entry, EntryError, entry_of, promise_given, read_entry
from day12_data.typed.person import person_text
from kit import DAY_12, INTERVIEW, SEVEN_TO_TEN, TOUGH_NAME, ZONE, at, card, later

SETTINGS = Settings()
TYPED = Entry(
    company=" Northwind  Traders ",
    role="Data engineer",
    when="2026-03-05 14:30",
    length="45 min",
    where="12 Harbor Street",
    people="Dana Reyes, CTO <dana@northwind.example>",
    promised="7-10 days",
    anchors="book: The Goal",
    notes="first\nsecond",
)
FULL = replace(
    card("Northwind", promise=SEVEN_TO_TEN, role="Data engineer", where="Seattle", notes="a\n\nb"),
    people=(
        Person(
            name="Dana",
            title="CTO",
            email="d@x",
            address="1 Street\nTown",
            sent=(Sent(letter="t", at=DAY_12),),
        ),
    ),
    anchors=(Anchor(text="The Goal", kind=AnchorKind.BOOK, used=(DAY_12,)), Anchor(text="topic: boats")),
)


def read(entry: Entry, made: Card | None = None, zone: str = ZONE) -> Card:
    return read_entry(entry, DAY_12, zone, SETTINGS, made)


@pytest.mark.parametrize("words", ["not known yet", "TBD", "tba", "?", "don't know yet", "don’t know yet."])
def test_a_time_that_is_not_known_yet_is_an_answer(words: str) -> None:
    assert not read(retyped(TYPED, when=words)).time_known


def test_a_typed_card_is_read_field_by_field() -> None:
    made = read(TYPED)
    assert (made.company, made.role, made.where, made.notes) == (
        "Northwind Traders",
        "Data engineer",
        "12 Harbor Street",
        "first\nsecond",
    )
    assert (made.starts_at, made.ends_at, made.zone) == (
        INTERVIEW,
        later(INTERVIEW, minutes=45),
        ZONE,
    )
    assert made.people == (Person(name="Dana Reyes", title="CTO", email="dana@northwind.example"),)
    assert made.anchors == (Anchor(text="The Goal", kind=AnchorKind.BOOK),)
    assert made.promise == msgspec.structs.replace(SEVEN_TO_TEN, words="7-10 days")


def test_only_a_company_is_needed_the_interview_is_now_and_as_long_as_the_settings_say() -> None:
    made = read_entry(Entry(company="Acme"), DAY_12, ZONE, Settings(minutes=30))
    assert (made.starts_at, made.ends_at, made.promise) == (
        DAY_12,
        later(DAY_12, minutes=30),
        None,
    )


def test_each_new_card_has_an_id_of_its_own() -> None:
    assert read(TYPED).id != read(TYPED).id


def test_a_card_in_another_zone_is_written_with_it_and_one_in_yours_without() -> None:
    berlin = read(retyped(TYPED, when="2026-03-05 14:30 Europe/Berlin"))
    assert berlin.local(berlin.starts_at).isoformat() == "2026-03-05T14:30:00+01:00"
    assert entry_of(berlin, ZONE).when == "2026-03-05 14:30 Europe/Berlin"
    assert entry_of(berlin, "Europe/Berlin").when == "2026-03-05 14:30"
    assert entry_of(FULL, ZONE).when == "2026-03-05 14:30"


@pytest.mark.parametrize("zone", [ZONE, "Europe/Berlin"])
def test_a_card_whose_text_was_not_changed_is_the_same_card(zone: str) -> None:
    seconds = replace(FULL, starts_at=stamp(later(INTERVIEW, seconds=17)), ends_at=stamp(later(INTERVIEW, seconds=999)))
    for made in (FULL, seconds):
        assert read(entry_of(made, zone), made, zone) == made


def test_a_card_written_and_typed_anew_says_the_same() -> None:
    made = read(entry_of(FULL, ZONE))
    assert entry_of(made, ZONE) == entry_of(FULL, ZONE)


@pytest.mark.parametrize(
    ("field", "typed", "changed"),
    [
        ("company", "Acme", {"company"}),
        ("role", "SRE", {"role"}),
        ("where", "", {"where"}),
        ("notes", "c", {"notes"}),
        ("people", "Tom", {"people"}),
        ("anchors", "", {"anchors"}),
        ("promised", "", {"promise"}),
        ("promised", "2026-03-20", {"promise"}),
        ("length", "60", {"ends_at"}),
        ("when", "2026-03-06 14:30", {"starts_at", "ends_at", "promise"}),
        ("when", "2026-03-05 14:30 America/Chicago", {"starts_at", "ends_at", "promise", "zone"}),
    ],
)
def test_typing_in_one_field_changes_what_it_is_about_and_nothing_else(
    field: str, typed: str, changed: set[str]
) -> None:
    after = read(retyped(entry_of(FULL, ZONE), **{field: typed}), FULL)
    assert {name for name in Card.__struct_fields__ if getattr(after, name) != getattr(FULL, name)} == changed


def test_what_was_sent_and_which_anchors_were_used_survives_an_edit_of_their_lines() -> None:
    entry = entry_of(FULL, ZONE)
    after = read(retyped(entry, people=f"{entry.people}\nTom", anchors=f"boats\n{entry.anchors}"), FULL)
    assert after.people == (*FULL.people, Person(name="Tom"))
    assert after.anchors == (Anchor(text="boats"), *FULL.anchors)


def test_an_interview_that_is_moved_takes_its_promise_along() -> None:
    after = read(retyped(entry_of(FULL, ZONE), when="2026-03-10 14:30"), FULL)
    assert after.promise
    assert (after.promise.earliest, after.promise.latest) == (dt.date(2026, 3, 17), dt.date(2026, 3, 20))


def test_a_promise_that_came_with_a_reply_is_read_as_of_that_reply() -> None:
    given = at("2026-03-16 10:00")
    later = promise_given("2 weeks", given, SETTINGS)
    after = read(
        retyped(entry_of(replace(FULL, promise=later), ZONE), promised="3-4 days"), replace(FULL, promise=later)
    )
    assert after.promise == Promise(
        said="3-4 days",
        words="3-4 days",
        given_at=stamp(given),
        earliest=dt.date(2026, 3, 19),
        latest=dt.date(2026, 3, 20),
    )


def test_a_promise_keeps_their_words_and_says_whether_they_were_working_days() -> None:
    assert promise_given(" ", INTERVIEW, SETTINGS) is None
    vague = promise_given("soon", INTERVIEW, SETTINGS)
    assert vague == Promise(said="soon", given_at=stamp(INTERVIEW))
    working = promise_given("5 business\x1b days", INTERVIEW, SETTINGS)
    assert working
    assert (working.said, working.working, working.latest) == ("5 business days", True, dt.date(2026, 3, 12))


def test_days_off_in_the_settings_are_no_working_days_of_a_promise() -> None:
    off = Settings(rules=Rules(days_off=frozenset({dt.date(2026, 3, 9)})))
    promise = promise_given("5 business days", INTERVIEW, off)
    assert promise
    assert promise.latest == dt.date(2026, 3, 13)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("company", "", "A card needs a company"),
        ("company", " \x1b\u202e ", "A card needs a company"),
        ("company", "x" * 201, "keep the company under 200 characters"),
        ("notes", "x" * 20_001, "keep the notes under 20,000 characters"),
        ("when", "2026-02-30 10:00", "There is no 30 February"),
        ("length", "0", "type its length in minutes"),
        ("length", "-5", "type its length in minutes"),
        ("people", ", CTO", "Write a name first"),
        ("people", "  12 Harbor Street", "name above it"),
        ("promised", "2026-03-01", "is past"),
    ],
)
def test_a_field_that_cannot_be_read_is_named_with_what_to_type(field: str, typed: str, sentence: str) -> None:
    for made in (None, FULL):
        with pytest.raises(EntryError, match=sentence) as caught:
            read(retyped(TYPED, **{field: typed}), made)
        assert caught.value.field == field


def test_long_notes_and_a_tough_name_are_kept_and_cleaned_in_every_field() -> None:
    tough = {
        field.name: TOUGH_NAME for field in fields(Entry) if field.name not in ("when", "length", "promised", "people")
    }
    made = read(Entry(**{**asdict(TYPED), **tough, "people": TOUGH_NAME, "notes": "x" * 20_000}))
    safe = TOUGH_NAME.replace("\x1b", "")
    assert (made.company, made.role, made.where, made.anchors[0].text) == (safe, safe, safe, safe)
    assert person_text(made.people[0]).strip('"') == safe
    assert len(made.notes) == 20_000


def test_hours_typed_with_the_day_are_the_start_and_the_end() -> None:
    made = read(Entry(company="Acme", when="today 2-3pm"))
    assert (f"{made.starts_at:%H:%M}", f"{made.ends_at:%H:%M}") == ("14:00", "15:00")
    moved = read(retyped(entry_of(made, ZONE), when="today 4-4:30pm"), made)
    assert (f"{moved.starts_at:%H:%M}", f"{moved.ends_at:%H:%M}") == ("16:00", "16:30")


def test_a_length_of_its_own_counts_before_the_hours_typed_with_the_day() -> None:
    made = read(Entry(company="Acme", when="today 2-3pm", length="90"))
    assert f"{made.ends_at:%H:%M}" == "15:30"


def test_an_end_that_cannot_be_read_is_told_about_where_it_was_typed() -> None:
    with pytest.raises(EntryError) as caught:
        read(Entry(company="Acme", when="today 2pm for fun"))
    assert caught.value.field == "when"
