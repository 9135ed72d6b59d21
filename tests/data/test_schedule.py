"""The rules of time, as tables that read like the design's: what a card asks for at a moment, and how loudly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from day12_data.card import Anchor, Card, Promise, replace, stamp
from day12_data.check_ins import check_in_day
from day12_data.dates.zones import time_zone
from day12_data.edits import archive, break_promise, bring_back, check_in, edit, miss, move, reply
from day12_data.kinds import Outcome, ReplyKind, Stage
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.schedule import next_step, outlook, urgency
from day12_data.step import Action, Step, Urgency
from kit import DAY_12, SEVEN_TO_TEN, at, card, done, later, promise
from strategies import around, cards, lived, zones

ASKED, EMAILED, MAILED, CONNECTED, CHECKED_IN = Stage
SMALL_STEPS = (ASKED, EMAILED, MAILED, CONNECTED)
LATER = (CONNECTED, CHECKED_IN)

Moments = dict[str, str]
Table = dict[str, tuple[Card, Moments]]


def asks(card: Card, now: dt.datetime | str, rules: Rules = DEFAULT_RULES) -> str:
    """What the card asks for, such as "due check_in", or "quiet"; a moment without a zone is New York's."""
    moment = at(now) if isinstance(now, str) else now
    step = next_step(card, moment, rules)
    return f"{urgency(card, moment, rules).value} {step.action.value}" if step else urgency(card, moment, rules).value


def rows(table: Table) -> Iterator[object]:
    """Each line of a table as a test of its own."""
    for name, (made, moments) in table.items():
        for moment, asked in moments.items():
            yield pytest.param(made, moment, asked, id=f"{name}-{moment}")


def why(card: Card, now: str) -> str:
    step = next_step(card, at(now))
    return step.why if step else ""


NEW = card()
ARTICLE = card(promise=SEVEN_TO_TEN)
READY = done(ARTICLE, EMAILED, MAILED, CONNECTED)
"""The article's card with every small step done."""


def overdue_from(step: Step) -> dt.datetime:
    """The first moment at which a step is late, in the interview's zone."""
    return step._overdue_from.astimezone(step.zone)


def said(text: str, earliest: str, latest: str, *, working: bool = False) -> Card:
    """A card of the article's interview with another promise, its small steps done."""
    return replace(READY, promise=promise(earliest, latest, text, working=working))


def with_promise(made: Card, **fields: Any) -> Card:
    """The card with other values in its promise, and no small step done."""
    assert made.promise
    return replace(made, promise=msgspec.structs.replace(made.promise, **fields), marks=())


def test_they_said_seven_to_ten_days_so_on_day_12_the_card_is_overdue() -> None:
    assert ARTICLE.promise
    assert (ARTICLE.promise.earliest, ARTICLE.promise.latest) == (dt.date(2026, 3, 12), dt.date(2026, 3, 15))
    days = ["2026-03-15 12:00", "2026-03-16 12:00", "2026-03-17 12:00"]
    assert [asks(ARTICLE, day) for day in days] == ["waiting check_in", "due check_in", "overdue check_in"]
    assert ARTICLE.day(at("2026-03-17 12:00")) == 12
    assert why(ARTICLE, days[1]) == "They said “7-10 days”: once Sun 15 Mar has passed, pick up the phone."


# The interview: Thursday 5 March 2026, 14:30 to 15:15 in New York.
THE_TABLE: Table = {
    "ask opens at the interview's start and is due at its end": (
        NEW,
        {
            "2026-03-05 14:29:59": "waiting ask",
            "2026-03-05 14:30:00": "due ask",
            "2026-03-05 15:15:00": "due ask",
            "2026-03-05 15:15:00.999999": "due ask",
            "2026-03-05 15:15:01": "overdue ask",
            "2026-03-11 23:59:59": "overdue ask",
        },
    ),
    "thanks open at its end and are due an hour later": (
        done(NEW, ASKED),
        {
            "2026-03-05 15:14:59": "waiting thank",
            "2026-03-05 15:15:00": "due thank",
            "2026-03-05 16:15:00": "due thank",
            "2026-03-05 16:15:01": "overdue thank",
        },
    ),
    "the note opens at its end and is due at the end of the next day": (
        done(NEW, ASKED, EMAILED),
        {
            "2026-03-05 15:14:59": "waiting mail",
            "2026-03-05 15:15:00": "due mail",
            "2026-03-06 23:59:59": "due mail",
            "2026-03-07 00:00:00": "overdue mail",
        },
    ),
    "LinkedIn opens on the next day and is due three days after the interview": (
        done(NEW, ASKED, EMAILED, MAILED),
        {
            "2026-03-05 23:59:59": "waiting connect",
            "2026-03-06 00:00:00": "due connect",
            "2026-03-08 23:59:59": "due connect",
            "2026-03-09 00:00:00": "overdue connect",
        },
    ),
    "after an interview into the night, LinkedIn opens on its second day": (
        done(card(starts=at("2026-03-05 23:30")), ASKED, EMAILED, MAILED),
        {
            "2026-03-05 23:59:59": "waiting connect",
            "2026-03-06 00:00:00": "due connect",
            "2026-03-09 00:00:00": "overdue connect",
        },
    ),
    "and the note is due on the day after it ended": (
        done(card(starts=at("2026-03-05 23:30")), ASKED, EMAILED),
        {"2026-03-07 23:59:59": "due mail", "2026-03-08 00:00:00": "overdue mail"},
    ),
    "a check-in opens on the day after the window and is overdue from its second day on, a Tuesday": (
        READY,
        {
            "2026-03-05 15:15:00": "waiting check_in",
            "2026-03-15 23:59:59": "waiting check_in",
            "2026-03-16 00:00:00": "due check_in",
            "2026-03-16 23:59:59": "due check_in",
            "2026-03-17 00:00:00": "overdue check_in",
            "2026-04-15 23:59:59": "overdue check_in",
        },
    ),
    "its second day a Saturday, so overdue from Monday on": (
        said("a week", "2026-03-12", "2026-03-12"),
        {
            "2026-03-12 23:59:59": "waiting check_in",
            "2026-03-13 00:00:00": "due check_in",
            "2026-03-15 23:59:59": "due check_in",
            "2026-03-16 00:00:00": "overdue check_in",
        },
    ),
    "its second day a Sunday, so overdue from Monday on": (
        said("8 days", "2026-03-13", "2026-03-13"),
        {
            "2026-03-14 00:00:00": "due check_in",
            "2026-03-15 23:59:59": "due check_in",
            "2026-03-16 00:00:00": "overdue check_in",
        },
    ),
    "promised in working days, so two working days of grace": (
        said("5 working days", "2026-03-12", "2026-03-12", working=True),
        {
            "2026-03-12 23:59:59": "waiting check_in",
            "2026-03-13 00:00:00": "due check_in",
            "2026-03-15 23:59:59": "due check_in",
            "2026-03-16 00:00:00": "overdue check_in",
        },
    ),
    "promised in working days until a Friday, so overdue on Tuesday": (
        said("6 working days", "2026-03-13", "2026-03-13", working=True),
        {
            "2026-03-14 00:00:00": "due check_in",
            "2026-03-16 23:59:59": "due check_in",
            "2026-03-17 00:00:00": "overdue check_in",
        },
    ),
    "again a week after the last check-in, until the end of that day": (
        check_in(READY, at("2026-03-17 14:02")),
        {
            "2026-03-17 14:02:00": "waiting check_in_again",
            "2026-03-23 23:59:59": "waiting check_in_again",
            "2026-03-24 00:00:00": "due check_in_again",
            "2026-03-24 23:59:59": "due check_in_again",
            "2026-03-25 00:00:00": "overdue check_in_again",
        },
    ),
    "again a week after, where no timeline was given": (
        check_in(done(NEW, *SMALL_STEPS), at("2026-03-12 10:00")),
        {"2026-03-18 23:59:59": "waiting check_in_again", "2026-03-19 00:00:00": "due check_in_again"},
    ),
    "again a week after a Saturday, so on Monday": (
        check_in(READY, at("2026-03-21 10:00")),
        {
            "2026-03-29 23:59:59": "waiting check_in_again",
            "2026-03-30 00:00:00": "due check_in_again",
            "2026-03-30 23:59:59": "due check_in_again",
            "2026-03-31 00:00:00": "overdue check_in_again",
        },
    ),
    "after the second check-in nothing is left": (
        check_in(check_in(READY, at("2026-03-17 14:02")), at("2026-03-24 10:00")),
        {"2026-03-24 10:00": "quiet", "2026-03-31 10:00": "quiet", "2030-01-01 10:00": "quiet"},
    ),
    "no promise: five working days after the interview, overdue from the sixth on": (
        done(NEW, *SMALL_STEPS),
        {
            "2026-03-05 15:15:00": "waiting check_in",
            "2026-03-11 23:59:59": "waiting check_in",
            "2026-03-12 00:00:00": "due check_in",
            "2026-03-12 23:59:59": "due check_in",
            "2026-03-13 00:00:00": "overdue check_in",
        },
    ),
    "only the last day is known: checked in after it all the same": (
        replace(READY, promise=msgspec.structs.replace(SEVEN_TO_TEN, earliest=None)),
        {"2026-03-15 23:59:59": "waiting check_in", "2026-03-16 00:00": "due check_in"},
    ),
    "only the first day is known: no timeline": (
        replace(READY, promise=msgspec.structs.replace(SEVEN_TO_TEN, earliest=dt.date(2026, 3, 5), latest=None)),
        {"2026-03-11 23:59:59": "waiting check_in", "2026-03-12 00:00": "due check_in"},
    ),
    "a promise that names no day: the same": (
        replace(READY, promise=Promise(said="soon", given_at=NEW.starts_at)),
        {
            "2026-03-11 23:59:59": "waiting check_in",
            "2026-03-12 00:00:00": "due check_in",
            "2026-03-13 00:00:00": "overdue check_in",
        },
    ),
    "no promise, on a Friday: both days counted over the weekend": (
        done(card(starts=at("2026-03-06 14:30")), *SMALL_STEPS),
        {
            "2026-03-12 23:59:59": "waiting check_in",
            "2026-03-13 00:00:00": "due check_in",
            "2026-03-15 23:59:59": "due check_in",
            "2026-03-16 00:00:00": "overdue check_in",
        },
    ),
}


@pytest.mark.parametrize(("made", "moment", "asked"), rows(THE_TABLE))
def test_each_step_opens_and_is_due_as_the_table_says(made: Card, moment: str, asked: str) -> None:
    assert asks(made, moment) == asked


@pytest.mark.parametrize(
    ("made", "moment", "stage", "opens", "due", "sentence"),
    [
        (NEW, "03-05 10:00", ASKED, "03-05 14:30", "03-05 15:15", "Ask what happens next before you leave"),
        (done(NEW, ASKED), "03-05 15:20", EMAILED, "03-05 15:15", "03-05 16:15", "Email your thanks within an hour"),
        (done(ARTICLE, EMAILED), "03-05 15:20", MAILED, "03-05 15:15", "03-06 23:59", "Mail a paper note within a day"),
        (done(ARTICLE, EMAILED, MAILED), "03-05 15:20", CONNECTED, "03-06 00:00", "03-08 23:59", "Connect on LinkedIn"),
        (READY, "03-05 15:20", CHECKED_IN, "03-16 00:00", "03-17 00:00", "once Sun 15 Mar has passed"),
        (
            check_in(READY, at("2026-03-17 14:02")),
            "03-18 09:00",
            CHECKED_IN,
            "03-24 00:00",
            "03-24 23:59",
            "You asked on Tue 17 Mar and heard nothing",
        ),
        (
            done(NEW, *SMALL_STEPS),
            "03-06 09:00",
            CHECKED_IN,
            "03-12 00:00",
            "03-13 00:00",
            "No timeline was given: 5 working days after Thu 5 Mar",
        ),
    ],
)
def test_a_step_says_its_column_its_moments_and_its_reason(
    made: Card, moment: str, stage: Stage, opens: str, due: str, sentence: str
) -> None:
    step = next_step(made, at(f"2026-{moment}"))
    assert step
    assert step.stage is stage
    assert [f"{step.opens:%m-%d %H:%M}", f"{step.due:%m-%d %H:%M}"] == [opens, due]
    assert sentence in step.why


def test_braces_in_what_they_said_are_only_words() -> None:
    assert "“{0} {}”" in why(said("{0} {}", "2026-03-12", "2026-03-15"), "2026-03-17 10:00")


ORDER: Table = {
    "nothing done and no promise: ask, whatever else is late": (
        NEW,
        {"2026-03-05 18:00": "overdue ask", "2026-03-10 18:00": "overdue ask", "2026-03-12 00:00": "due check_in"},
    ),
    "nothing done but the promise recorded: thank first": (
        ARTICLE,
        {"2026-03-05 15:20": "due thank", "2026-03-11 23:59:59": "overdue thank"},
    ),
    "thanks skipped: on to the note": (done(ARTICLE, EMAILED, skipped=True), {"2026-03-05 15:20": "due mail"}),
    "thanks and note skipped: on to LinkedIn": (
        done(ARTICLE, EMAILED, MAILED, skipped=True),
        {"2026-03-05 15:20": "waiting connect", "2026-03-06 10:00": "due connect"},
    ),
    "LinkedIn skipped: wait": (done(ARTICLE, *SMALL_STEPS[1:], skipped=True), {"2026-03-06 10:00": "waiting check_in"}),
    "the note before the thanks: still thank": (done(ARTICLE, MAILED), {"2026-03-05 15:20": "due thank"}),
    "from the first promised day on, small steps are silent": (
        ARTICLE,
        {
            "2026-03-11 23:59:59": "overdue thank",
            "2026-03-12 00:00:00": "waiting check_in",
            "2026-03-15 23:59:59": "waiting check_in",
            "2026-03-16 00:00:00": "due check_in",
        },
    ),
    "within a week: small steps until the last promised day": (
        replace(ARTICLE, promise=promise("2026-03-05", "2026-03-12", "within a week")),
        {
            "2026-03-11 23:59:59": "overdue thank",
            "2026-03-12 00:00:00": "waiting check_in",
            "2026-03-13 00:00:00": "due check_in",
        },
    ),
    "tomorrow: thanks are still due today": (
        replace(ARTICLE, promise=promise("2026-03-06", "2026-03-06", "tomorrow")),
        {
            "2026-03-05 15:20": "due thank",
            "2026-03-05 23:59:59": "overdue thank",
            "2026-03-06 00:00:00": "waiting check_in",
            "2026-03-07 00:00:00": "due check_in",
            "2026-03-09 00:00:00": "overdue check_in",
        },
    ),
    "today: the same, until the promise has lapsed": (
        replace(ARTICLE, promise=promise("2026-03-05", "2026-03-05", "today")),
        {
            "2026-03-05 15:20": "due thank",
            "2026-03-05 23:59:59": "overdue thank",
            "2026-03-06 00:00:00": "due check_in",
            "2026-03-09 00:00:00": "overdue check_in",
        },
    ),
    "an interview to come: everything waits": (
        card(starts=at("2026-04-01 10:00")),
        {"2026-03-05 10:00": "waiting ask", "2026-04-01 09:59:59": "waiting ask", "2026-04-01 10:00": "due ask"},
    ),
}


@pytest.mark.parametrize(("made", "moment", "asked"), rows(ORDER))
def test_of_the_open_steps_the_right_one_is_next(made: Card, moment: str, asked: str) -> None:
    assert asks(made, moment) == asked


@pytest.mark.parametrize("behind", range(5))
@pytest.mark.parametrize("skipped", [False, True])
def test_as_soon_as_the_promise_has_lapsed_checking_in_is_next_whatever_small_step_is_open(
    behind: int, skipped: bool
) -> None:
    made = done(replace(ARTICLE, marks=()), *SMALL_STEPS[:behind], skipped=skipped)
    assert not asks(made, "2026-03-11 23:59:59").endswith("check_in") or behind == 4
    assert asks(made, "2026-03-16 00:00:00") == "due check_in"
    assert asks(made, "2026-03-17 00:00:00") == "overdue check_in"


def replied(made: Card, kind: ReplyKind, when: str, window: tuple[str, str] | None = None) -> Card:
    promised = window and msgspec.structs.replace(promise(*window, "later"), given_at=stamp(at(when)))
    return reply(made, kind, at(when), "words", promised or None)


REPLIES: Table = {
    "no news before the lapse: the promise stands": (
        replied(READY, ReplyKind.NO_NEWS, "2026-03-13 10:00"),
        {
            "2026-03-15 23:59:59": "waiting check_in",
            "2026-03-16 00:00": "due check_in",
            "2026-03-17 00:00": "overdue check_in",
        },
    ),
    "no news in the last second before the lapse: the promise stands": (
        replied(READY, ReplyKind.NO_NEWS, "2026-03-15 23:59:59"),
        {"2026-03-16 00:00": "due check_in"},
    ),
    "no news once it has lapsed: five working days from then": (
        replied(READY, ReplyKind.NO_NEWS, "2026-03-16 00:00"),
        {
            "2026-03-16 00:00": "waiting check_in",
            "2026-03-22 23:59:59": "waiting check_in",
            "2026-03-23 00:00": "due check_in",
            "2026-03-24 00:00": "overdue check_in",
        },
    ),
    "no news after a check-in: five working days from the reply": (
        replied(check_in(READY, at("2026-03-17 14:02")), ReplyKind.NO_NEWS, "2026-03-18 10:00"),
        {
            "2026-03-24 12:00": "waiting check_in",
            "2026-03-25 00:00": "due check_in",
            "2026-03-26 00:00": "overdue check_in",
        },
    ),
    "no news, then the second check-in: nothing is left": (
        check_in(
            replied(check_in(READY, at("2026-03-17 14:02")), ReplyKind.NO_NEWS, "2026-03-18 10:00"),
            at("2026-03-25 10:00"),
        ),
        {"2026-03-25 10:00": "quiet", "2026-05-01 10:00": "quiet"},
    ),
    "no news, then the first check-in: again a week later": (
        check_in(replied(READY, ReplyKind.NO_NEWS, "2026-03-17 10:00"), at("2026-03-24 10:00")),
        {"2026-03-30 10:00": "waiting check_in_again", "2026-03-31 10:00": "due check_in_again"},
    ),
    "a new promise before the lapse: a new window": (
        replied(READY, ReplyKind.PROMISE, "2026-03-13 10:00", ("2026-03-20", "2026-03-24")),
        {
            "2026-03-17 10:00": "waiting check_in",
            "2026-03-24 23:59:59": "waiting check_in",
            "2026-03-25 00:00": "due check_in",
            "2026-03-26 00:00": "overdue check_in",
        },
    ),
    "a new promise after two check-ins: two more may follow": (
        replied(
            check_in(check_in(READY, at("2026-03-17 14:02")), at("2026-03-24 10:00")),
            ReplyKind.PROMISE,
            "2026-03-24 15:00",
            ("2026-03-31", "2026-03-31"),
        ),
        {
            "2026-03-31 10:00": "waiting check_in",
            "2026-04-01 00:00": "due check_in",
            "2026-04-02 00:00": "overdue check_in",
        },
    ),
    "a new promise in the very moment of a check-in: two more may follow": (
        check_in(
            replied(
                check_in(READY, at("2026-03-17 14:02")),
                ReplyKind.PROMISE,
                "2026-03-17 14:02",
                ("2026-03-24", "2026-03-24"),
            ),
            at("2026-03-25 10:00"),
        ),
        {"2026-03-31 10:00": "waiting check_in_again", "2026-04-01 00:00": "due check_in_again"},
    ),
    "a vague new promise: five working days from the reply": (
        reply(
            READY,
            ReplyKind.PROMISE,
            at("2026-03-17 15:00"),
            "soon",
            Promise(said="soon", given_at=stamp(at("2026-03-17 15:00"))),
        ),
        {"2026-03-23 10:00": "waiting check_in", "2026-03-24 00:00": "due check_in"},
    ),
    "a reply as it begins silences the question": (
        replied(NEW, ReplyKind.NO_NEWS, "2026-03-05 14:30"),
        {"2026-03-05 14:30": "waiting thank"},
    ),
    "a reply during the interview silences the question, not the thanks": (
        replied(NEW, ReplyKind.NO_NEWS, "2026-03-05 15:00"),
        {"2026-03-05 15:14:59": "waiting thank", "2026-03-05 15:20": "due thank"},
    ),
    "a reply as it ends silences the thanks, and LinkedIn comes with the next day": (
        replied(NEW, ReplyKind.NO_NEWS, "2026-03-05 15:15"),
        {"2026-03-05 15:15": "waiting connect", "2026-03-06 00:00": "due connect"},
    ),
    "a reply on the next day silences that too": (
        replied(NEW, ReplyKind.NO_NEWS, "2026-03-06 00:00"),
        {
            "2026-03-06 10:00": "waiting check_in",
            "2026-03-13 00:00": "due check_in",
            "2026-03-16 00:00": "overdue check_in",
        },
    ),
    "word before the interview silences nothing that follows it": (
        replied(NEW, ReplyKind.NO_NEWS, "2026-02-23 10:00"),
        {
            "2026-02-23 10:00": "waiting ask",
            "2026-03-05 14:29:59": "waiting ask",
            "2026-03-05 14:30": "due ask",
            "2026-03-12 00:00": "due check_in",
        },
    ),
    "word before an interview into the night: five working days after it has ended": (
        replied(card(starts=at("2026-03-05 23:30")), ReplyKind.NO_NEWS, "2026-02-23 10:00"),
        {"2026-03-12 23:59:59": "overdue ask", "2026-03-13 00:00": "due check_in"},
    ),
    "the next round: nothing is left to do here": (
        replied(READY, ReplyKind.NEXT_ROUND, "2026-03-13 10:00"),
        {"2026-03-13 10:00": "quiet", "2026-03-17 10:00": "quiet", "2026-06-01 10:00": "quiet"},
    ),
    "the next round, on the evening of the interview: nothing either": (
        replied(NEW, ReplyKind.NEXT_ROUND, "2026-03-05 18:00"),
        {"2026-03-05 18:00": "quiet", "2026-03-06 10:00": "quiet", "2026-03-20 10:00": "quiet"},
    ),
    "the next round after all, and then another promise: a new window": (
        replied(
            replied(READY, ReplyKind.NEXT_ROUND, "2026-03-13 10:00"),
            ReplyKind.PROMISE,
            "2026-03-14 10:00",
            ("2026-03-20", "2026-03-20"),
        ),
        {"2026-03-20 10:00": "waiting check_in", "2026-03-21 00:00": "due check_in"},
    ),
    "an offer asks for an answer until it is long past": (
        replied(READY, ReplyKind.OFFER, "2026-03-13 10:00"),
        {"2026-03-17 10:00": "overdue ask_deadline", "2026-06-01 10:00": "quiet"},
    ),
}


@pytest.mark.parametrize(("made", "moment", "asked"), rows(REPLIES))
def test_a_reply_silences_what_came_before_it_and_starts_anew(made: Card, moment: str, asked: str) -> None:
    assert asks(made, moment) == asked


def test_after_no_news_the_reason_counts_from_their_reply() -> None:
    answered = replied(READY, ReplyKind.NO_NEWS, "2026-03-16 10:00")
    assert why(answered, "2026-03-24 10:00") == (
        "No timeline was given: 5 working days after Mon 16 Mar, ask how it stands."
    )


EARLY: Table = {
    "checked in before the window has passed: again once it has": (
        check_in(said("by the end of March", "2026-03-05", "2026-03-31"), at("2026-03-10 10:00")),
        {
            "2026-03-17 10:00": "waiting check_in_again",
            "2026-03-31 23:59:59": "waiting check_in_again",
            "2026-04-01 00:00": "due check_in_again",
            "2026-04-02 00:00": "overdue check_in_again",
        },
    ),
    "and where that is a Saturday, on Monday": (
        check_in(said("by 27 March", "2026-03-05", "2026-03-27"), at("2026-03-10 10:00")),
        {"2026-03-29 23:59:59": "waiting check_in_again", "2026-03-30 00:00": "due check_in_again"},
    ),
    "dragged to the last column during the interview: the first time is yet to come": (
        move(NEW, CHECKED_IN, at("2026-03-05 15:00")),
        {"2026-03-11 23:59:59": "waiting check_in", "2026-03-12 00:00": "due check_in"},
    ),
    "checked in, and the interview put off since: that one counts for nothing": (
        edit(
            move(NEW, CHECKED_IN, at("2026-03-05 15:00")),
            DAY_12,
            starts_at=at("2026-03-09 10:00"),
            ends_at=at("2026-03-09 11:00"),
        ),
        {"2026-03-15 23:59:59": "waiting check_in", "2026-03-16 00:00": "due check_in"},
    ),
}


@pytest.mark.parametrize(("made", "moment", "asked"), rows(EARLY))
def test_checking_in_early_is_no_reason_to_nag(made: Card, moment: str, asked: str) -> None:
    assert asks(made, moment) == asked


DAYS_OFF = Rules(days_off=frozenset({dt.date(2026, 3, 16), dt.date(2026, 3, 17)}))


@pytest.mark.parametrize(
    ("made", "moment", "asked"),
    [
        (READY, "2026-03-16 00:00", "due check_in"),
        (READY, "2026-03-17 23:59:59", "due check_in"),
        (READY, "2026-03-18 00:00", "overdue check_in"),
        (said("6 working days", "2026-03-13", "2026-03-13", working=True), "2026-03-18 23:59:59", "due check_in"),
        (said("6 working days", "2026-03-13", "2026-03-13", working=True), "2026-03-19 00:00", "overdue check_in"),
        (check_in(READY, at("2026-03-09 10:00")), "2026-03-17 23:59:59", "waiting check_in_again"),
        (check_in(READY, at("2026-03-09 10:00")), "2026-03-18 00:00", "due check_in_again"),
        (done(card(starts=at("2026-03-10 10:00")), *SMALL_STEPS), "2026-03-18 23:59:59", "waiting check_in"),
        (done(card(starts=at("2026-03-10 10:00")), *SMALL_STEPS), "2026-03-19 00:00", "due check_in"),
        (done(card(starts=at("2026-03-09 10:00")), *SMALL_STEPS), "2026-03-18 00:00", "due check_in"),
        (done(card(starts=at("2026-03-09 10:00")), *SMALL_STEPS), "2026-03-19 00:00", "overdue check_in"),
        (done(card(starts=at("2026-03-06 10:00")), *SMALL_STEPS), "2026-03-17 23:59:59", "due check_in"),
    ],
)
def test_days_off_are_no_working_days(made: Card, moment: str, asked: str) -> None:
    assert asks(made, moment, DAYS_OFF) == asked


@pytest.mark.parametrize(
    ("moment", "asked"),
    [
        ("2026-03-11 23:59:59", "overdue ask"),
        ("2026-03-12 00:00", "due check_in"),
        ("2026-03-12 15:00", "due check_in"),
        ("2026-03-13 00:00", "overdue check_in"),
    ],
)
def test_without_a_timeline_too_checking_in_goes_before_whatever_small_step_is_open(moment: str, asked: str) -> None:
    assert asks(NEW, moment) == asked


SAID_NO = replied(replace(READY, anchors=(Anchor(text="The Goal"),)), ReplyKind.NO, "2026-03-20 10:00")


def warmed(*days: str) -> Card:
    """The card that was told no on Friday 20 March 2026, kept warm on these days."""
    made = SAID_NO
    for day in days:
        made = check_in(made, at(f"{day} 10:00"))
    return made


WARM: Table = {
    "sixty days after the no, for two weeks": (
        warmed(),
        {
            "2026-03-20 10:00": "waiting keep_warm",
            "2026-05-18 23:59:59": "waiting keep_warm",
            "2026-05-19 00:00": "due keep_warm",
            "2026-06-02 23:59:59": "due keep_warm",
            "2026-06-03 00:00": "overdue keep_warm",
        },
    ),
    "ninety days after the first time": (
        warmed("2026-05-20"),
        {
            "2026-08-17 23:59:59": "waiting keep_warm",
            "2026-08-18 00:00": "due keep_warm",
            "2026-09-02 00:00": "overdue keep_warm",
        },
    ),
    "ninety days after the second time": (
        warmed("2026-05-20", "2026-08-20"),
        {"2026-11-17 23:59:59": "waiting keep_warm", "2026-11-18 00:00": "due keep_warm"},
    ),
    "after the third time, a year after the first": (
        warmed("2026-05-20", "2026-08-20", "2026-11-20"),
        {
            "2027-02-18 12:00": "waiting keep_warm",
            "2027-05-19 23:59:59": "waiting keep_warm",
            "2027-05-20 00:00": "due keep_warm",
        },
    ),
    "after the fourth, a year after the second": (
        warmed("2026-05-20", "2026-08-20", "2026-11-20", "2027-05-21"),
        {"2027-08-19 23:59:59": "waiting keep_warm", "2027-08-20 00:00": "due keep_warm"},
    ),
    "what was done before the no doesn't count": (
        archive(check_in(READY, at("2026-03-17 14:02")), Outcome.REJECTED, at("2026-03-20 10:00")),
        {"2026-05-18 23:59:59": "waiting keep_warm", "2026-05-19 00:00": "due keep_warm"},
    ),
    "nor what was done in the very moment of it": (
        archive(check_in(READY, at("2026-03-20 10:00")), Outcome.REJECTED, at("2026-03-20 10:00")),
        {"2026-05-18 23:59:59": "waiting keep_warm", "2026-05-19 00:00": "due keep_warm"},
    ),
    "back on the board, it asks for nothing until they say something else": (
        bring_back(SAID_NO),
        {"2026-03-21 10:00": "quiet", "2026-03-27 00:00": "quiet"},
    ),
}


@pytest.mark.parametrize(("made", "moment", "asked"), rows(WARM))
def test_after_a_no_the_thread_is_kept_warm_and_used_sparingly(made: Card, moment: str, asked: str) -> None:
    assert asks(made, moment) == asked


@pytest.mark.parametrize("outcome", [Outcome.ACCEPTED, Outcome.DECLINED, Outcome.WITHDREW, Outcome.SILENT])
def test_any_other_end_leaves_nothing_to_do(outcome: Outcome) -> None:
    ended = archive(READY, outcome, at("2026-03-17 14:02"))
    assert (
        asks(ended, "2026-03-18 10:00") == asks(ended, "2026-05-20 10:00") == asks(ended, "2027-06-01 10:00") == "quiet"
    )


def test_a_removed_card_asks_for_nothing() -> None:
    assert asks(replace(READY, deleted=True), "2026-03-17 14:02") == "quiet"
    assert asks(replace(SAID_NO, deleted=True), "2026-05-20 10:00") == "quiet"


@pytest.mark.parametrize(
    ("anchors", "sentence"),
    [
        ((), "Keep warm after their no of Fri 20 Mar: find an anchor to cite, a book, a website or a mutual friend."),
        (
            (Anchor(text="The Goal"),),
            "Keep warm after their no of Fri 20 Mar: the runner-up can end up with the crown. Cite “The Goal”.",
        ),
        ((Anchor(text="worn", used=(READY.ends_at,)), Anchor(text="fresh")), "Cite “fresh”."),
        (
            (
                Anchor(text="lately", used=(stamp(at("2026-03-12")),)),
                Anchor(text="long ago", used=(stamp(at("2026-03-10")),)),
                Anchor(text="twice", used=(stamp(at("2026-03-01")), stamp(at("2026-03-02")))),
            ),
            "Cite “long ago”.",
        ),
        (
            (
                Anchor(text="lately", used=(stamp(at("2026-03-01")), stamp(at("2026-03-20")))),
                Anchor(text="long ago", used=(stamp(at("2026-03-05")), stamp(at("2026-03-10")))),
            ),
            "Cite “long ago”.",
        ),
        (
            (
                Anchor(text="a book", used=(stamp(at("2026-04-20")),)),
                Anchor(text="their website", used=(stamp(at("2026-02-01")), stamp(at("2026-03-05")))),
            ),
            "Cite “their website”.",  # the book was used within 60 days, and the letter doesn't offer it either
        ),
    ],
)
def test_keeping_warm_cites_the_anchor_used_least_and_longest_ago(anchors: tuple[Anchor, ...], sentence: str) -> None:
    assert why(replace(SAID_NO, anchors=anchors), "2026-05-20 10:00").endswith(sentence)


# Moments in UTC. The interview is at 14:30 in its own zone; summer time begins or ends on a day that the rules count.
@pytest.mark.parametrize(
    ("zone", "starts", "latest", "opens", "overdue"),
    [
        ("America/New_York", "2026-03-05 14:30", "2026-03-07", "2026-03-08T05:00", "2026-03-09T04:00"),
        ("America/New_York", "2026-10-29 14:30", "2026-10-31", "2026-11-01T04:00", "2026-11-02T05:00"),
        ("Europe/Berlin", "2026-03-26 14:30", "2026-03-28", "2026-03-28T23:00", "2026-03-29T22:00"),
        ("Europe/Berlin", "2026-10-22 14:30", "2026-10-24", "2026-10-24T22:00", "2026-10-25T23:00"),
        ("Australia/Sydney", "2026-04-02 14:30", "2026-04-04", "2026-04-04T13:00", "2026-04-05T14:00"),
        ("Australia/Sydney", "2026-10-01 14:30", "2026-10-03", "2026-10-03T14:00", "2026-10-04T13:00"),
        ("Australia/Lord_Howe", "2026-04-02 14:30", "2026-04-04", "2026-04-04T13:00", "2026-04-05T13:30"),
        ("Australia/Lord_Howe", "2026-10-01 14:30", "2026-10-03", "2026-10-03T13:30", "2026-10-04T13:00"),
        # Havana's day begins at one o'clock on the day on which summer time does, Cairo's too.
        ("America/Havana", "2026-03-05 14:30", "2026-03-07", "2026-03-08T05:00", "2026-03-09T04:00"),
        ("Africa/Cairo", "2026-04-21 14:30", "2026-04-23", "2026-04-23T22:00", "2026-04-26T21:00"),
        ("+05:45", "2026-03-05 14:30", "2026-03-07", "2026-03-07T18:15", "2026-03-08T18:15"),
        ("-12:00", "2026-03-05 14:30", "2026-03-07", "2026-03-08T12:00", "2026-03-09T12:00"),
        ("UTC", "2026-03-05 14:30", "2026-03-07", "2026-03-08T00:00", "2026-03-09T00:00"),
    ],
)
def test_a_check_in_is_due_by_the_days_of_the_interviews_zone_across_summer_time(
    zone: str, starts: str, latest: str, opens: str, overdue: str
) -> None:
    day = dt.date.fromisoformat(latest)
    made = card(starts=at(starts, zone), zone=zone)
    made = done(made, *SMALL_STEPS)
    made = replace(made, promise=Promise(said="x", given_at=made.starts_at, earliest=day, latest=day))
    first, late = at(opens, "UTC"), at(overdue, "UTC")
    assert [asks(made, later(first, seconds=by)) for by in (-1, 0, 1)] == [
        "waiting check_in",
        "due check_in",
        "due check_in",
    ]
    assert [asks(made, later(late, seconds=by)) for by in (-1, 0)] == ["due check_in", "overdue check_in"]


@pytest.mark.parametrize(
    ("zone", "starts", "overdue"),
    [
        # The next day ends at midnight, however long it is.
        ("America/New_York", "2026-03-07 14:30", "2026-03-09T04:00"),
        ("America/New_York", "2026-10-31 14:30", "2026-11-02T05:00"),
        ("Europe/Berlin", "2026-03-28 14:30", "2026-03-29T22:00"),
        ("Australia/Sydney", "2026-04-04 14:30", "2026-04-05T14:00"),
        ("Australia/Lord_Howe", "2026-10-03 14:30", "2026-10-04T13:00"),
        # Cairo's clocks go from the end of this day back to 23:00: its last hour comes twice.
        ("Africa/Cairo", "2026-10-28 14:30", "2026-10-29T22:00"),
        # Havana's clocks leave midnight out: the day before ends where the next one begins, at one.
        ("America/Havana", "2026-03-06 14:30", "2026-03-08T05:00"),
        # Apia went over the date line and had no 30 December 2011.
        ("Pacific/Apia", "2011-12-28 14:30", "2011-12-30T10:00"),
    ],
)
def test_a_note_is_due_to_the_very_end_of_the_next_day_across_summer_time(zone: str, starts: str, overdue: str) -> None:
    made = done(card(starts=at(starts, zone), zone=zone), ASKED, EMAILED)
    late = at(overdue, "UTC")
    assert [asks(made, later(late, seconds=by)) for by in (-1, 0)] == ["due mail", "overdue mail"]
    step = next_step(made, late)
    assert step
    assert step.due.astimezone(dt.UTC) == later(late, seconds=-1)


@pytest.mark.parametrize(
    ("zone", "starts", "overdue"),
    [
        ("America/New_York", "2026-03-08 00:30", "2026-03-08T07:15:01"),
        ("America/New_York", "2026-11-01 00:30", "2026-11-01T06:15:01"),
        ("Australia/Lord_Howe", "2026-04-05 00:30", "2026-04-04T15:15:01"),
    ],
)
def test_an_hour_for_the_thanks_is_an_hour_even_where_the_clocks_jump(zone: str, starts: str, overdue: str) -> None:
    made = done(card(starts=at(starts, zone), zone=zone), ASKED)
    late = at(overdue, "UTC")
    assert late - made.local(made.ends_at) == dt.timedelta(hours=1, seconds=1)
    assert [asks(made, later(late, seconds=by)) for by in (-1, 0)] == ["due thank", "overdue thank"]


def test_a_check_in_counts_from_the_day_that_it_was_in_the_interviews_zone() -> None:
    at_their_monday = at("2026-03-17T03:30:00+00:00")  # 23:30 on Monday in New York
    made = check_in(READY, at_their_monday)
    assert [asks(made, day) for day in ("2026-03-22 23:59:59", "2026-03-23 00:00")] == [
        "waiting check_in_again",
        "due check_in_again",
    ]


def test_a_reply_counts_from_the_day_that_it_was_in_the_interviews_zone() -> None:
    made = reply(READY, ReplyKind.NO_NEWS, at("2026-03-17T03:30:00+00:00"))
    assert [asks(made, day) for day in ("2026-03-22 23:59:59", "2026-03-23 00:00")] == [
        "waiting check_in",
        "due check_in",
    ]


def test_a_no_and_the_signs_of_life_count_from_the_days_that_they_were_in_the_interviews_zone() -> None:
    on_the_20th = at("2026-03-21T03:30:00+00:00")
    made = archive(READY, Outcome.REJECTED, on_the_20th)
    assert [asks(made, day) for day in ("2026-05-18 23:59:59", "2026-05-19 00:00")] == [
        "waiting keep_warm",
        "due keep_warm",
    ]
    made = check_in(made, at("2026-05-21T03:30:00+00:00"))
    assert [asks(made, day) for day in ("2026-08-17 23:59:59", "2026-08-18 00:00")] == [
        "waiting keep_warm",
        "due keep_warm",
    ]


def test_a_promise_counts_from_the_day_on_which_it_was_given_in_the_interviews_zone() -> None:
    """Given at 23:30 on the 5th in New York, "tomorrow" is the 6th, and the 5th is still for thanks."""
    given = stamp(at("2026-03-06T04:30:00+00:00"))
    day = dt.date(2026, 3, 6)
    made = replace(ARTICLE, promise=Promise(said="tomorrow", given_at=given, earliest=day, latest=day))
    assert asks(made, "2026-03-05 23:59:59") == "overdue thank"
    assert asks(made, "2026-03-06 00:00:00") == "waiting check_in"


def test_steps_are_shown_in_the_interviews_zone_however_the_card_was_kept() -> None:
    step = next_step(replace(done(ARTICLE, EMAILED), zone="Europe/Berlin"), at("2026-03-05 15:20"))
    assert step
    assert [moment.isoformat() for moment in (step.opens, step.due, overdue_from(step))] == [
        "2026-03-05T21:15:00+01:00",
        "2026-03-06T23:59:59+01:00",
        "2026-03-07T00:00:00+01:00",
    ]


def test_steps_are_shown_in_the_interviews_zone_wherever_you_are() -> None:
    step = next_step(READY, at("2026-03-17T14:02:00+09:00"))
    assert step
    assert [moment.isoformat() for moment in (step.opens, step.due, overdue_from(step))] == [
        "2026-03-16T00:00:00-04:00",
        "2026-03-17T00:00:00-04:00",
        "2026-03-17T00:00:00-04:00",
    ]


@pytest.mark.parametrize(
    ("rules", "made", "moment", "before", "after"),
    [
        ({"thanks_within_hours": 3}, done(NEW, ASKED), "2026-03-05 18:15:01", "due thank", "overdue thank"),
        ({"note_within_days": 0}, done(NEW, ASKED, EMAILED), "2026-03-06 00:00", "due mail", "overdue mail"),
        (
            {"connect_within_days": 1},
            done(ARTICLE, EMAILED, MAILED),
            "2026-03-07 00:00",
            "due connect",
            "overdue connect",
        ),
        (
            {"connect_within_days": 0},
            done(ARTICLE, EMAILED, MAILED),
            "2026-03-07 00:00",
            "due connect",
            "overdue connect",
        ),
        ({"grace_days": 3}, READY, "2026-03-18 00:00", "due check_in", "overdue check_in"),
        ({"grace_days": 0}, READY, "2026-03-16 00:00", "waiting check_in", "overdue check_in"),
        (
            {"again_after_days": 2},
            check_in(READY, at("2026-03-17 14:02")),
            "2026-03-19 00:00",
            "waiting check_in_again",
            "due check_in_again",
        ),
        (
            {"no_timeline_working_days": 1},
            done(NEW, *SMALL_STEPS),
            "2026-03-06 00:00",
            "waiting check_in",
            "due check_in",
        ),
        (
            {"no_timeline_grace_working_days": 2},
            done(NEW, *SMALL_STEPS),
            "2026-03-16 00:00",
            "due check_in",
            "overdue check_in",
        ),
        ({"warm_first_after_days": 10}, SAID_NO, "2026-03-30 00:00", "waiting keep_warm", "due keep_warm"),
        ({"warm_every_days": 5}, warmed("2026-05-20"), "2026-05-25 00:00", "waiting keep_warm", "due keep_warm"),
        ({"warm_times_a_year": 1}, warmed("2026-05-20"), "2027-05-20 00:00", "waiting keep_warm", "due keep_warm"),
        ({"warm_within_days": 0}, SAID_NO, "2026-05-20 00:00", "due keep_warm", "overdue keep_warm"),
    ],
)
def test_each_number_is_a_setting(rules: dict[str, int], made: Card, moment: str, before: str, after: str) -> None:
    now, set_so = at(moment), msgspec.convert(rules, Rules)
    assert [asks(made, later(now, seconds=-1), set_so), asks(made, now, set_so)] == [before, after]


def test_how_often_to_check_in_is_a_setting_and_may_be_never() -> None:
    once = check_in(READY, at("2026-03-17 14:02"))
    assert asks(once, "2026-03-24 10:00", Rules(check_ins_per_promise=1)) == "quiet"
    assert asks(READY, "2026-03-24 10:00", Rules(check_ins_per_promise=0)) == "quiet"
    twice = check_in(once, at("2026-03-25 10:00"))
    three = Rules(check_ins_per_promise=3)
    assert asks(twice, "2026-03-31 23:59:59", three) == "waiting check_in_again"
    assert asks(twice, "2026-04-01 00:00", three) == "due check_in_again"


def test_who_never_wants_to_keep_warm_is_never_asked_to() -> None:
    never = Rules(warm_times_a_year=0)
    assert asks(SAID_NO, "2026-05-20 10:00", never) == asks(warmed("2026-05-20"), "2030-01-01 10:00", never) == "quiet"


@pytest.mark.parametrize(
    ("latest", "working", "day"),
    [
        ("2026-03-15", False, "2026-03-17"),
        ("2026-03-11", False, "2026-03-13"),
        ("2026-03-12", False, "2026-03-16"),
        ("2026-03-13", False, "2026-03-16"),
        ("2026-03-12", True, "2026-03-16"),
        ("2026-03-13", True, "2026-03-17"),
        ("2026-03-15", True, "2026-03-17"),
    ],
)
def test_the_day_to_check_in_is_two_days_after_the_window_and_a_working_day(
    latest: str, working: bool, day: str
) -> None:
    assert check_in_day(promise("2026-03-10", latest, working=working)) == dt.date.fromisoformat(day)


def test_with_no_days_of_grace_the_day_to_check_in_is_the_day_after_the_window() -> None:
    assert check_in_day(promise("2026-03-09", "2026-03-18"), Rules(grace_days=0)) == dt.date(2026, 3, 19)


def test_a_promise_that_names_no_day_has_no_day_to_check_in() -> None:
    assert check_in_day(Promise(said="soon", given_at=NEW.starts_at)) is None


def loudness(heard: Urgency) -> int:
    return [Urgency.QUIET, Urgency.WAITING, Urgency.DUE, Urgency.OVERDUE].index(heard)


SMALL = {Action.ASK, Action.THANK, Action.MAIL, Action.CONNECT}


@given(cards(), around(900), around(900))
def test_a_card_left_alone_only_grows_louder_but_where_a_small_step_gives_way_to_the_promised_days(
    made: Card, one: dt.datetime, other: dt.datetime
) -> None:
    first, second = sorted((one, other))
    before, after = next_step(made, first), next_step(made, second)
    if before == after:
        assert loudness(urgency(made, first)) <= loudness(urgency(made, second))
    else:
        # What is next changes from a small step to the check-in, or to nothing: where none is left to make, or where it
        # has waited for so long that asking tells nobody anything.
        assert before is not None
        assert after is None or (before.action in SMALL and after.action not in SMALL)


@given(
    cards(),
    around(900),
    st.builds(
        Rules,
        thanks_within_hours=st.integers(0, 99),
        connect_within_days=st.integers(0, 9),
        grace_days=st.integers(0, 9),
        again_after_days=st.integers(0, 30),
        check_ins_per_promise=st.integers(0, 3),
        no_timeline_working_days=st.integers(0, 9),
        no_timeline_grace_working_days=st.integers(0, 9),
        warm_times_a_year=st.integers(0, 4),
        warm_within_days=st.integers(0, 30),
        days_off=st.frozensets(around(500).map(lambda moment: moment.date()), max_size=5),
    ),
)
def test_every_card_has_an_answer_at_every_moment_and_its_moments_are_in_order(
    made: Card, now: dt.datetime, rules: Rules
) -> None:
    step = next_step(made, now, rules)
    assert (urgency(made, now, rules) is Urgency.QUIET) == (step is None)
    if step:
        assert step.opens <= step.due <= overdue_from(step)
        assert step.why.endswith((".", "it"))
        if now < step.opens:
            assert urgency(made, now, rules) is Urgency.WAITING


@given(cards(), around(900), zones)
def test_the_answer_is_the_same_in_whatever_zone_now_is_told(made: Card, now: dt.datetime, zone: str) -> None:
    there = now.astimezone(time_zone(zone))
    assert next_step(made, there) == next_step(made, now)
    assert urgency(made, there) is urgency(made, now)


@given(lived(), st.sampled_from([ReplyKind.PROMISE, ReplyKind.NO_NEWS, ReplyKind.NEXT_ROUND]), st.integers(0, 30))
def test_at_the_moment_of_a_reply_nothing_nags(past: tuple[Card, dt.datetime], kind: ReplyKind, wait: int) -> None:
    made, now = past
    assume(made.ended is None)
    day = now.astimezone(made.tzinfo).date() + dt.timedelta(days=wait)
    promised = Promise(said="x", given_at=stamp(now), earliest=day, latest=day)
    answered = reply(made, kind, now, "", promised if kind is ReplyKind.PROMISE else None)
    assert urgency(answered, now) in (Urgency.WAITING, Urgency.QUIET)


@given(lived(), st.lists(st.integers(0, 3_000_000), min_size=2, max_size=4))
def test_after_two_check_ins_on_a_promise_the_card_is_quiet_until_they_answer(
    past: tuple[Card, dt.datetime], waits: list[int]
) -> None:
    made, now = past
    assume(made.ended is None)
    assume(not made.deleted)
    assume(made.offer is None)
    now = max(now, later(made.local(made.starts_at), seconds=1))
    if made.promise:
        now = max(now, later(made.promise.given_at, seconds=1))
    for wait in waits:
        now = later(now, seconds=wait)
        made = check_in(made, now)
    assert asks(made, now) == asks(made, later(now, days=365)) == "quiet"


@given(lived(), st.integers(0, 3_000_000))
def test_before_a_promised_window_has_passed_nobody_is_told_to_check_in(
    past: tuple[Card, dt.datetime], passed: int
) -> None:
    made, now = past[0], later(past[1], seconds=passed)
    step = next_step(made, now)
    if step and made.ended is None and made.promise and made.promise.latest:
        checks_in = step.action in {Action.CHECK_IN, Action.CHECK_IN_AGAIN}
        nagged = checks_in and step.opens <= now
        assert not nagged or now.astimezone(made.tzinfo).date() > made.promise.latest


OFFERED = reply(READY, ReplyKind.OFFER, at("2026-03-10 10:00"), "an offer", answer_by=dt.date(2026, 3, 13))
OPEN_OFFER = reply(READY, ReplyKind.OFFER, at("2026-03-10 10:00"), "an offer")
CALL_AT_ONE = said("they'll call at 1 today", "2026-03-05", "2026-03-05")
ENDS: Table = {
    "an offer is to be answered by the day that they named": (
        OFFERED,
        {
            "2026-03-10 10:00": "due answer_offer",
            "2026-03-13 23:59:59": "due answer_offer",
            "2026-03-14 00:00": "overdue answer_offer",
            "2026-04-13 00:00": "quiet",
        },
    ),
    "where they named none, ask by when": (
        OPEN_OFFER,
        {"2026-03-10 10:00": "due ask_deadline", "2026-03-12 00:00": "overdue ask_deadline"},
    ),
    "what they say after an offer goes before it, until the day of the answer": (
        replied(OFFERED, ReplyKind.NO_NEWS, "2026-03-11 10:00"),
        {"2026-03-11 10:00": "waiting check_in", "2026-03-13 00:00": "due answer_offer"},
    ),
    "an interview without a time asks for nothing": (
        replace(NEW, time_known=False),
        {"2026-03-05 14:30": "quiet", "2026-09-05 14:30": "quiet"},
    ),
    "one that didn't take place asks for a new time alone": (
        miss(NEW, at("2026-03-05 14:50")),
        {
            "2026-03-05 14:50": "due new_time",
            "2026-03-06 23:59:59": "due new_time",
            "2026-03-07 00:00": "overdue new_time",
        },
    ),
    "a new time that was asked for is asked for once more, a week later, and then no more": (
        check_in(miss(NEW, at("2026-03-05 14:50")), at("2026-03-06 10:00")),
        {
            "2026-03-06 10:00": "waiting new_time",
            "2026-03-13 00:00": "due new_time",
            "2026-03-14 00:00": "overdue new_time",
        },
    ),
    "and nothing is left to do where it was asked for twice": (
        check_in(check_in(miss(NEW, at("2026-03-05 14:50")), at("2026-03-06 10:00")), at("2026-03-13 10:00")),
        {"2026-03-13 10:00": "quiet"},
    ),
    "a promise that they gave since then is waited for, and nothing else": (
        reply(
            miss(NEW, at("2026-03-05 14:50")),
            ReplyKind.PROMISE,
            at("2026-03-05 16:00"),
            promise=promise("2026-03-05", "2026-03-11", "a new time by Wednesday"),
        ),
        {
            "2026-03-05 16:00": "waiting check_in",
            "2026-03-09 10:00": "waiting check_in",
            "2026-03-12 00:00": "due check_in",
            "2026-03-13 00:00": "overdue check_in",
        },
    ),
    "so is an offer's day": (
        check_in(OPEN_OFFER, at("2026-03-11 10:00")),
        {"2026-03-11 10:00": "waiting ask_deadline", "2026-03-18 00:00": "due ask_deadline"},
    ),
    "a promise for an hour of today lapses at that hour": (
        with_promise(CALL_AT_ONE, until=dt.time(16, 0)),
        {
            "2026-03-05 15:59:59": "overdue ask",
            "2026-03-05 16:00": "due check_in",
            "2026-03-09 00:00": "overdue check_in",
        },
    ),
    "an hour that was past when they said it names the day alone": (
        with_promise(CALL_AT_ONE, until=dt.time(13, 0)),
        {"2026-03-05 16:00": "overdue ask", "2026-03-06 00:00": "due check_in"},
    ),
    "where they didn't do as they had said, checking in is next at once": (
        break_promise(READY, at("2026-03-13 17:00")),
        {"2026-03-13 16:59:59": "waiting check_in", "2026-03-13 17:00": "due check_in"},
    ),
    "a month after a check-in became due with nothing heard, the card asks no more": (
        READY,
        {"2026-04-15 23:59:59": "overdue check_in", "2026-04-16 00:00": "quiet", "2027-03-01 00:00": "quiet"},
    ),
    "and so it does after the second one, and where there was no timeline": (
        check_in(READY, at("2026-03-17 14:02")),
        {"2026-04-23 23:59:58": "overdue check_in_again", "2026-04-24 00:00": "quiet"},
    ),
}


@pytest.mark.parametrize(("made", "moment", "asked"), rows(ENDS))
def test_offers_missed_interviews_and_silence_have_an_end(made: Card, moment: str, asked: str) -> None:
    assert asks(made, moment) == asked


def test_a_silent_card_tells_since_when() -> None:
    assert outlook(READY, at("2026-04-15 10:00")).silent_since is None
    assert outlook(READY, at("2026-04-16 10:00")).silent_since == READY.ends_at
    heard = replied(READY, ReplyKind.NO_NEWS, "2026-03-16 10:00")
    assert outlook(heard, at("2026-06-16 10:00")).silent_since == at("2026-03-16 10:00")
    assert outlook(archive(READY, Outcome.SILENT, DAY_12), at("2026-06-16 10:00")).silent_since is None
