"""The card's values: columns, zones, moments, ids."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from day12_data.card import Card, Mark, Reply, new_id, replace, stamp, with_mark
from day12_data.card_fields import CardFields
from day12_data.dates.zones import time_zone
from day12_data.kinds import ReplyKind, Stage
from kit import DAY_12, at, card, done
from strategies import cards


def test_the_columns_stand_in_the_designs_order_under_its_titles() -> None:
    assert [stage.title for stage in sorted(Stage, key=lambda stage: stage.position)] == [
        "Asked next steps",
        "Emailed thanks",
        "Mailed note",
        "Connected on LinkedIn",
        "Checked in",
    ]
    assert [stage.value for stage in Stage] == ["asked", "emailed", "mailed", "connected", "checked_in"]


def test_a_card_stands_in_the_column_of_the_furthest_step_that_is_done() -> None:
    assert card().stage is Stage.ASKED
    assert done(card(), Stage.MAILED, Stage.EMAILED).stage is Stage.MAILED
    assert done(done(card(), Stage.EMAILED), Stage.CONNECTED, skipped=True).stage is Stage.EMAILED
    assert done(card(), Stage.CONNECTED, skipped=True).stage is Stage.ASKED


@pytest.mark.parametrize("name", ["America/New_York", "+02:00", "-0330", "+14:00", "UTC", "utc"])
def test_a_zone_is_a_name_or_an_offset(name: str) -> None:
    assert dt.datetime(2026, 3, 5, tzinfo=time_zone(name)).utcoffset() is not None


@pytest.mark.parametrize(
    "name",
    [
        "",
        "local",
        "Mars/Olympus",
        "+99:99",
        "Europe",
        "../etc/passwd",
        "/etc/passwd",
        "zone.tab",
        "a\0b",
        "\ud800",
        "x" * 5_000,
    ],
)
def test_what_is_no_zone_is_refused_with_an_example(name: str) -> None:
    with pytest.raises(
        ValueError, match=r"^I don't know the time zone “.*”: write it like America/New_York or \+02:00\.$"
    ):
        time_zone(name)


@given(st.text(max_size=12) | st.text("+-:0123456789UTCGM", max_size=9))
def test_any_text_is_a_zone_or_refused(name: str) -> None:
    try:
        zone = time_zone(name)
    except ValueError:
        return
    assert dt.datetime(2026, 3, 5, tzinfo=zone).utcoffset() is not None


def test_a_moment_is_kept_with_its_offset_so_that_an_hour_later_is_an_hour_later() -> None:
    before_the_jump = stamp(at("2026-03-08 01:30"))
    assert before_the_jump.isoformat() == "2026-03-08T01:30:00-05:00"
    assert before_the_jump + dt.timedelta(hours=1) == at("2026-03-08 03:30")


def test_the_interview_is_shown_in_its_own_zone_however_it_was_kept() -> None:
    there = replace(card(), zone="Europe/Berlin")
    assert (there.local(there.starts_at).isoformat(), there.local(there.ends_at).isoformat()) == (
        "2026-03-05T20:30:00+01:00",
        "2026-03-05T21:15:00+01:00",
    )


def test_ids_are_sixteen_digits_and_never_the_same() -> None:
    ids = {new_id() for _ in range(1_000)}
    assert len(ids) == 1_000
    assert {len(each) for each in ids} == {16}
    assert all(int(each, 16) < 2**63 for each in ids)


def test_a_stage_is_marked_once_and_marks_keep_the_columns_order() -> None:
    first = Mark(stage=Stage.MAILED, at=card().ends_at)
    other = Mark(stage=Stage.EMAILED, at=card().ends_at)
    again = Mark(stage=Stage.MAILED, at=stamp(DAY_12), skipped=True)
    assert with_mark(with_mark(with_mark((), first), other), again) == (other, again)


def test_the_last_reply_is_the_latest_whatever_order_two_machines_kept_them_in() -> None:
    early = Reply(at=card().ends_at, kind=ReplyKind.NO_NEWS)
    late = Reply(at=stamp(DAY_12), kind=ReplyKind.NEXT_ROUND)
    assert replace(card(), replies=(late, early)).last_reply is late
    assert card().last_reply is None


@given(cards())
def test_any_card_is_the_same_once_it_was_written_and_read(made: Card) -> None:
    assert msgspec.json.decode(msgspec.json.encode(made), type=Card) == made


@pytest.mark.parametrize(
    "text",
    [
        '{"id":"1","company":"Acme","starts_at":"2026-03-05T14:30:00","ends_at":"2026-03-05T15:15:00Z","updated":"2026-03-05T14:30:00Z"}',
        '{"id":"1","company":7,"starts_at":"2026-03-05T14:30:00Z","ends_at":"2026-03-05T15:15:00Z","updated":"2026-03-05T14:30:00Z"}',
        '{"id":"1","company":"Acme"}',
    ],
)
def test_a_card_without_offset_name_or_moment_is_refused(text: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(text, type=Card)


def test_every_field_of_a_card_can_be_given_another_value() -> None:
    assert set(CardFields.__annotations__) == set(Card.__struct_fields__)
