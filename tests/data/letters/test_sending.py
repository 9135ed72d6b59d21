"""What it means for a card that a letter went out: one change, one undo."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from day12_data.card import Anchor, Card, Mark, Person, Sent, replace, stamp
from day12_data.edits import archive, check_in, miss, move, reply, skip
from day12_data.kinds import Occasion, Outcome, ReplyKind, Stage
from day12_data.letters.occasions import next_occasion, occasions
from day12_data.letters.sending import send
from day12_data.recipients import next_person, still_to_write
from day12_data.schedule import next_step
from day12_data.step import Action
from kit import later

DANA = Person(name="Dana", email="dana@acme.example", address="1 Elm Street", linkedin="in/dana")
TOM = Person(name="Tom", email="tom@acme.example")
KIM = Person(name="Kim", email="no address at all")


@pytest.fixture
def now(met: dt.datetime) -> dt.datetime:
    return later(met, hours=1, minutes=20)


@pytest.fixture
def both(card: Card, met: dt.datetime) -> Card:
    """Two people who can be thanked by email, one who can't; the promise is recorded."""
    asked = (Mark(stage=Stage.ASKED, at=stamp(met)),)
    return replace(card, people=(DANA, TOM, KIM), marks=asked)


def message(now: dt.datetime, via: str = "email") -> Sent:
    return Sent(letter="a-letter", at=stamp(now), via=via, text="Hello")


def sent_to(card: Card, name: str, occasion: Occasion, now: dt.datetime, **more: Any) -> Card:
    return send(card, name, message(now), occasion, now, **more).after


def test_the_message_is_remembered_with_its_words_and_its_occasion(both: Card, now: dt.datetime) -> None:
    after = sent_to(both, "Tom", Occasion.EMAILED, now)
    assert [person.sent for person in after.people] == [
        (),
        (Sent(letter="a-letter", at=stamp(now), via="email", text="Hello", occasion="emailed"),),
        (),
    ]


def test_the_stage_is_done_once_everybody_with_an_address_has_a_message(both: Card, now: dt.datetime) -> None:
    first = send(both, "Dana", message(now), Occasion.EMAILED, now)
    assert first.after.mark(Stage.EMAILED) is None
    assert first.what == "thanked Dana by email"
    assert still_to_write(first.after, Occasion.EMAILED) == (TOM,)
    second = send(first.after, "Tom", message(now), Occasion.EMAILED, later(now, minutes=5))
    assert second.after.mark(Stage.EMAILED) == Mark(stage=Stage.EMAILED, at=stamp(later(now, minutes=5)))
    assert second.what == "thanked Tom by email, moved to Emailed thanks"


def test_the_user_may_say_that_the_stage_is_done(both: Card, now: dt.datetime) -> None:
    assert sent_to(both, "Dana", Occasion.EMAILED, now, done=True).stage is Stage.EMAILED


def test_each_stage_asks_for_its_own_sort_of_address(both: Card, now: dt.datetime) -> None:
    assert still_to_write(both, Occasion.EMAILED) == (DANA, TOM)
    assert still_to_write(both, Occasion.MAILED) == (DANA,)
    assert still_to_write(both, Occasion.CONNECTED) == (DANA,)
    assert sent_to(both, "Dana", Occasion.MAILED, now).stage is Stage.MAILED


def test_where_no_address_is_known_one_message_is_enough(both: Card, now: dt.datetime) -> None:
    unknown = replace(both, people=(Person(name="Ann"), Person(name="Bo")))
    assert sent_to(unknown, "Bo", Occasion.EMAILED, now).stage is Stage.EMAILED


def test_somebody_without_an_address_holds_nothing_up_and_doesnt_stand_for_the_others(
    both: Card, now: dt.datetime
) -> None:
    assert sent_to(both, "Kim", Occasion.EMAILED, now).mark(Stage.EMAILED) is None


def test_a_card_without_people_is_done_with_one_message(both: Card, now: dt.datetime) -> None:
    alone = replace(both, people=())
    change = send(alone, "", message(now), Occasion.EMAILED, now)
    assert change.after.stage is Stage.EMAILED
    assert change.what == "thanked them by email, moved to Emailed thanks"


def test_a_step_before_it_that_is_open_stays_open(both: Card, now: dt.datetime) -> None:
    """A note that is due tomorrow isn't given up because the invitation was quicker."""
    after = sent_to(both, "Dana", Occasion.CONNECTED, now)
    assert after.stage is Stage.CONNECTED
    step = next_step(after, now)
    assert step is not None
    assert step.action is Action.THANK


def test_not_having_asked_is_past_once_thanks_have_gone(card: Card, now: dt.datetime) -> None:
    unasked = replace(card, people=(DANA,), promise=None, marks=())
    asked = sent_to(unasked, "Dana", Occasion.EMAILED, now).mark(Stage.ASKED)
    assert asked is not None
    assert asked.skipped


def test_what_was_skipped_is_done_after_all_and_what_was_done_keeps_its_moment(both: Card, now: dt.datetime) -> None:
    next_day = later(now, days=1)
    skipped = skip(both, Stage.MAILED, now)
    assert sent_to(skipped, "Dana", Occasion.MAILED, next_day).mark(Stage.MAILED) == Mark(
        stage=Stage.MAILED, at=stamp(next_day)
    )
    mailed = sent_to(both, "Dana", Occasion.MAILED, now)
    assert sent_to(mailed, "Dana", Occasion.MAILED, next_day).mark(Stage.MAILED) == mailed.mark(Stage.MAILED)


def test_the_anchors_use_is_counted(both: Card, now: dt.datetime) -> None:
    anchors = (Anchor(text="Thinking in Systems"), Anchor(text="hammocks"))
    after = sent_to(replace(both, anchors=anchors), "Dana", Occasion.EMAILED, now, anchor="hammocks")
    assert [anchor.used for anchor in after.anchors] == [(), (stamp(now),)]


def test_a_check_in_says_which_way_and_two_messages_on_one_day_are_one(both: Card, now: dt.datetime) -> None:
    lapsed = later(now, days=12)
    first = sent_to(both, "Dana", Occasion.CHECKED_IN, lapsed)
    assert first.stage is Stage.CHECKED_IN
    assert [(each.at, each.via) for each in first.check_ins] == [(stamp(lapsed), "email")]
    second = sent_to(first, "Tom", Occasion.CHECKED_IN, later(lapsed, hours=2))
    assert second.check_ins == first.check_ins
    third = sent_to(second, "Tom", Occasion.CHECK_IN_AGAIN, later(lapsed, days=7))
    assert len(third.check_ins) == 2


def test_after_their_answer_a_check_in_on_the_same_day_counts_anew(both: Card, now: dt.datetime) -> None:
    lapsed = later(now, days=12)
    checked = check_in(both, lapsed, "phone")
    answered = reply(checked, ReplyKind.NO_NEWS, later(lapsed, hours=1))
    assert len(sent_to(answered, "Dana", Occasion.CHECKED_IN, later(lapsed, hours=2)).check_ins) == 2


def test_after_a_no_thanks_move_nothing_and_keeping_warm_counts(both: Card, now: dt.datetime) -> None:
    ended = reply(both, ReplyKind.NO, now)
    thanked = send(ended, "Dana", message(now), Occasion.AFTER_NO, later(now, hours=1))
    assert thanked.what == "thanked Dana after their no"
    assert (thanked.after.marks, thanked.after.check_ins) == (ended.marks, ended.check_ins)
    assert next_occasion(thanked.after, next_step(thanked.after, now)) is Occasion.KEEP_WARM
    warm = later(now, days=61)
    kept = sent_to(thanked.after, "Tom", Occasion.KEEP_WARM, warm)
    assert [each.at for each in kept.check_ins] == [stamp(warm)]
    assert kept.marks == ended.marks
    step = next_step(kept, warm)
    assert step is not None
    assert step.opens.date() == later(warm, days=90).date()


def test_nobody_of_that_name_is_no_trouble(both: Card, now: dt.datetime) -> None:
    assert sent_to(both, "Who", Occasion.CHECKED_IN, now).people == both.people


def test_the_change_goes_from_the_card_as_it_was(both: Card, now: dt.datetime) -> None:
    change = send(both, "Dana", message(now), Occasion.CHECKED_IN, now, anchor="Thinking in Systems")
    assert change.before == both
    assert change.after.updated > both.updated


# What is next, and to whom.


def test_the_next_letter_is_the_next_steps_and_for_asking_the_thanks(both: Card, card: Card, now: dt.datetime) -> None:
    assert next_occasion(both, next_step(both, now)) is Occasion.EMAILED
    unasked = replace(card, promise=None)
    assert next_occasion(unasked, next_step(unasked, now)) is Occasion.EMAILED
    emailed = replace(move(unasked, Stage.EMAILED, now), marks=(Mark(stage=Stage.EMAILED, at=stamp(now)),))
    assert next_occasion(emailed, next_step(emailed, now)) is Occasion.MAILED
    assert next_occasion(both, None) is Occasion.CHECKED_IN


@pytest.mark.parametrize(
    ("outcome", "first"),
    [
        (Outcome.REJECTED, Occasion.AFTER_NO),
        (Outcome.SILENT, Occasion.KEEP_WARM),
        (Outcome.ACCEPTED, Occasion.EMAILED),
        (Outcome.WITHDREW, Occasion.EMAILED),
    ],
)
def test_every_ended_card_has_something_to_write(
    both: Card, now: dt.datetime, outcome: Outcome, first: Occasion
) -> None:
    ended = archive(both, outcome, now)
    assert next_occasion(ended, next_step(ended, now)) is first
    assert first in occasions(ended)


def test_the_next_occasion_is_always_among_those_offered(both: Card, now: dt.datetime) -> None:
    cards = [both, *(move(both, stage, now) for stage in list(Stage)[1:])]
    for made in cards:
        for days in range(40):
            moment = now + dt.timedelta(days=days)
            assert next_occasion(made, next_step(made, moment)) in occasions(made)


def test_first_is_who_still_waits_then_whoever_can_be_reached(both: Card, now: dt.datetime) -> None:
    assert next_person(both, Occasion.EMAILED) == DANA
    after = sent_to(both, "Dana", Occasion.EMAILED, now)
    assert next_person(after, Occasion.EMAILED) == TOM
    unreachable_first = replace(both, people=(KIM, DANA))
    assert next_person(unreachable_first, Occasion.CHECKED_IN) == DANA
    assert next_person(replace(both, people=()), Occasion.EMAILED) is None
    everybody = sent_to(after, "Tom", Occasion.EMAILED, now)
    assert next_person(everybody, Occasion.EMAILED) == msgspec.structs.replace(KIM)


def test_a_letter_that_asks_for_a_new_time_silences_that_step_for_a_week(card: Card, now: dt.datetime) -> None:
    missed = replace(miss(card, now), people=())
    asked = send(missed, "", message(now), Occasion.NEW_TIME, now).after
    step = next_step(asked, now)
    assert step
    assert (step.action, step.opens.date()) == (Action.NEW_TIME, now.date() + dt.timedelta(days=7))
    assert asked.stage is missed.stage
    once_more = send(asked, "", message(now), Occasion.NEW_TIME, later(now, hours=1)).after
    assert once_more.check_ins == asked.check_ins
