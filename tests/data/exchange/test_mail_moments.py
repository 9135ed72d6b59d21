"""Mails that name more than one moment, or a day without its hour: what isn't said is asked, and nothing is guessed."""

from __future__ import annotations

import pytest

from day12_data.exchange.import_items import Does, after
from day12_data.exchange.mail_rounds import NOT_KNOWN
from imports import LATER, found, mail, northwind
from kit import at

STRANGER = "Ann Lee <ann@contoso.com>"
ROUND = "We'd like to invite you to the next round"


@pytest.mark.parametrize(
    ("line", "says", "choices"),
    [
        (
            "Your interview is on Thursday or Friday at 10 am EDT.",
            "“Thursday or Friday” at 10:00, more than one day",
            ["Thu 19 Mar", "Fri 20 Mar", "Thu 26 Mar", "Fri 27 Mar"],
        ),
        (f"Interview: Thursday{' ' * 9_000}or Friday, 2pm", "“Thursday or Friday” at 14:00", ["Thu 19 Mar"]),
        ("The interview: March 26 or 27, 10 am EDT", "“March 26 or 27” at 10:00", ["Thu 26 Mar", "Fri 27 Mar"]),
        ("The interview: Thu 26 or Fri 27 March, 10 am EDT", "“Thu 26 or Fri 27 March”", ["Thu 26 Mar", "Fri 27 Mar"]),
        (
            "The interview is at 10 am EDT on Thursday, March 26 or Friday, March 27.",
            "“Thursday, March 26 or Friday, March 27” at 10:00",
            ["Thu 26 Mar", "Fri 27 Mar"],
        ),
        (
            "Interview on Monday, March 23, Tuesday, March 24, or Friday, March 27 at 2 pm EDT",
            "at 14:00",
            ["Mon 23 Mar", "Tue 24 Mar", "Fri 27 Mar"],
        ),
        (
            "Interview: Thursday, March 26 at 10 a.m. or Friday, March 27 at 2 p.m. EDT",
            "at 10:00 or 14:00, more than one day: which one",
            ["Thu 26 Mar 10:00", "Fri 27 Mar 14:00"],
        ),
        (
            "Interview: Thursday, March 26, 10 - 11 am or 2 - 3 pm EDT",
            "“Thursday, March 26” at 10:00 or 14:00, more than one hour",
            ["Thu 26 Mar 10:00", "Thu 26 Mar 14:00"],
        ),
        ("Das Gespräch ist Donnerstag oder Freitag um 14 Uhr.", "“Donnerstag oder Freitag” at 14:00", ["Thu 19 Mar"]),
    ],
)  # fmt: skip
def test_of_several_moments_each_is_offered(line: str, says: str, choices: list[str]) -> None:
    [item] = found(mail(f"Hi Jo,\n\n{line}\n", STRANGER), now=LATER)
    assert (item.does, item.card) == (Does.ASK, None)
    assert item.question
    assert says in item.question.text
    assert list(item.question.choices[: len(choices)]) == choices


@pytest.mark.parametrize(
    "line",
    [
        "The interview is on Thursday, March 26 at 10 am EDT. Please confirm by Friday, March 20 or call us.",
        "The interview is on Thursday, March 26 at 10 am EDT, we decide on Friday, March 27.",
        "The interview is on Thursday, March 26 at 10 am EDT or, if you like, by video.",
    ],
)
def test_another_day_in_the_line_is_no_other_moment(line: str) -> None:
    [item] = found(mail(line, STRANGER), now=LATER)
    assert item.card
    assert item.card.starts_at == at("2026-03-26 10:00")


def test_a_moment_that_is_chosen_has_its_own_hour() -> None:
    data = mail("Interview: Thursday at 10 am or Friday at 2 pm EDT", STRANGER)
    [item] = found(data, now=LATER)
    assert item.question
    [chosen] = found(data, now=LATER, answers={item.question.key: "Fri 20 Mar 14:00"})
    assert chosen.card
    assert chosen.card.starts_at == at("2026-03-20 14:00")


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("Your interview is on Thursday, March 26.", "names a day, Thu 26 Mar, and no hour"),
        ("Thanks for the call on Monday! Your interview is next Thursday.", "says “next Thursday”, without a date"),
        (f"{ROUND} on March 26 or 27.", "says “March 26 or 27”, more than one day"),
    ],
)
def test_a_day_without_an_hour_is_asked_about_and_no_longer_dropped(body: str, missing: str) -> None:
    [item] = found(mail(body, STRANGER), now=LATER)
    assert item.does is Does.ASK
    assert item.question
    assert missing in item.question.text


@pytest.mark.parametrize(
    "body",
    [
        "Great meeting you on Thursday, what an interview that was!",
        "Please reply by Thursday, March 26 so that we can set up the interview.",
        "Our team is on holiday until March 26. The interview went well.",
    ],
)
def test_a_day_for_something_else_sets_no_interview(body: str) -> None:
    assert [item.does for item in found(mail(body, STRANGER), now=LATER)] == [Does.NOTHING]


def test_the_next_round_has_the_day_of_their_mail_and_the_hour_that_is_asked_for() -> None:
    data, answers = mail(f"{ROUND} on Thursday."), dict[str, str]()
    for answer in ("the next round", "Thu 26 Mar", "10am"):
        question = next(item.question for item in found(data, northwind(), now=LATER, answers=answers) if item.is_open)
        assert question
        answers[question.key] = answer
    [reply, new] = found(data, northwind(), now=LATER, answers=answers)
    assert (reply.does, new.does) == (Does.REPLY, Does.ADD)
    assert new.card
    assert reply.card
    assert (new.card.starts_at, new.card.time_known) == (at("2026-03-26 10:00"), True)
    assert (new.card.company, new.card.round_of, new.card.people) == ("Northwind", reply.card.id, reply.card.people)
    on = after(northwind(), [reply, new])
    assert {item.does for item in found(data, on, now=LATER)} == {Does.NOTHING}


def test_a_day_alone_moves_an_interview_only_in_the_words_that_say_so() -> None:
    [moved] = found(mail("We have to move the interview to Thursday, March 26."), northwind(), now=LATER)
    assert moved.does is Does.ASK
    told = "No decision yet, we talk to you instead of the board. The interviews of the others end on March 26."
    assert [item.does for item in found(mail(told), northwind(), now=LATER)] == [Does.REPLY]


def test_a_next_round_whose_hour_isnt_known_keeps_the_words_that_name_its_day() -> None:
    data, answers = mail(f"{ROUND} on Thursday, March 26. Does that work for you?"), dict[str, str]()
    for answer in ("the next round", NOT_KNOWN):
        question = next(item.question for item in found(data, northwind(), now=LATER, answers=answers) if item.is_open)
        assert question
        answers[question.key] = answer
    [_, new] = found(data, northwind(), now=LATER, answers=answers)
    assert new.card
    assert (new.card.time_known, new.card.notes) == (False, f"They wrote: “{ROUND} on Thursday, March 26.”")
