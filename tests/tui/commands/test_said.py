"""What they said at the command line: read, asked by numbers in a terminal, refused with the choices in a pipe."""

from __future__ import annotations

import json
from typing import Any

import pytest

from machine import Run

WHEN = ("--when", "2026-03-05 14:30")
TWO_TIMES = "perhaps by 20 March, my contract ends 6 April"
CHOICES = "  1  by 20 March → by Fri 20 Mar\n  2  6 April → Mon 6 Apr\n"


def _card(run: Run) -> Any:
    return json.loads(run("show", "Acme", "--json").out)


def test_more_than_one_time_is_asked_by_numbers_in_a_terminal_and_what_was_said_stays_whole(run: Run) -> None:
    ran = run("add", "Acme", *WHEN, "--promised", TWO_TIMES, typed="7\n2\n")
    assert ran.code == 0
    assert ran.err.startswith(f"Which of these is when you will hear?\n{CHOICES}  0  none of them")
    promise = _card(run)["promise"]
    assert (promise["said"], promise["words"], promise["latest"]) == (TWO_TIMES, "6 April", "2026-04-06")


def test_enter_keeps_the_first_and_nought_the_words_alone(run: Run) -> None:
    run("add", "Acme", *WHEN, "--promised", TWO_TIMES, typed="\n")
    assert _card(run)["promise"]["latest"] == "2026-03-20"
    run("edit", "Acme", "--promised", f"{TWO_TIMES}!", typed="0\n")
    assert (_card(run)["promise"]["said"], _card(run)["promise"]["latest"]) == (f"{TWO_TIMES}!", None)


def test_a_terminal_that_is_closed_at_the_question_records_nothing(run: Run) -> None:
    assert run("add", "Acme", *WHEN, "--promised", TWO_TIMES, typed="").code == 2
    assert run("list").out == ""


@pytest.mark.parametrize("command", ["add", "edit", "reply"])
def test_where_nobody_can_be_asked_the_choices_are_listed_and_nothing_is_recorded(run: Run, command: str) -> None:
    if command != "add":
        run("add", "Acme", *WHEN)
    before = run("list", "--json").out
    said = [TWO_TIMES] if command == "reply" else ["--promised", TWO_TIMES]
    ran = run(command, "Acme", *said)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("day12: Which of these is when you will hear? Give the words or the day of one of these")
    assert ran.err.endswith(f"--no-day to keep the words without a day.\n{CHOICES}")
    assert run("list", "--json").out == before


@pytest.mark.parametrize("said", [TWO_TIMES, "after Easter"])
def test_no_day_keeps_the_words_alone(run: Run, said: str) -> None:
    run("add", "Acme", *WHEN, "--promised", said, "--no-day")
    promise = _card(run)["promise"]
    assert (promise["said"], promise["words"], promise["earliest"], promise["latest"]) == (said, "", None, None)


def test_what_cannot_be_read_says_why_and_how_to_keep_the_words(run: Run) -> None:
    ran = run("add", "Acme", *WHEN, "--promised", "after Easter")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "--no-day" in ran.err


def test_a_reply_asks_too_and_without_a_day_the_promise_stays_as_it_was(run: Run) -> None:
    run("add", "Acme", *WHEN, "--promised", "7-10 days")
    run("reply", "Acme", TWO_TIMES, typed="0\n1\n", now="2026-03-10T10:00")
    assert _card(run)["promise"]["latest"] == "2026-03-15"
    run("reply", "Acme", TWO_TIMES, typed="1\n", now="2026-03-10T10:00")
    assert (_card(run)["promise"]["words"], _card(run)["promise"]["latest"]) == ("by 20 March", "2026-03-20")


def test_words_without_a_day_are_asked_about_in_a_terminal_and_said_in_a_pipe(run: Run) -> None:
    run("add", "Acme", *WHEN)
    piped = run("reply", "Acme", "a no", now="2026-03-10T10:00")
    assert "no news yet" in piped.out
    assert piped.err == (
        "No day in that, so it is kept as no news yet; --kind says what else it is: next_round, offer, no, missed.\n"
    )
    asked = run("reply", "Acme", "a no", typed="9\n4\n", now="2026-03-10T10:00")
    assert "what does it mean?\n  1  no news yet\n  2  the next round\n" in asked.err
    assert _card(run)["outcome"] == "rejected"
    assert run("reply", "Acme", "a no", "--kind", "no", now="2026-03-10T10:00").err == ""


def test_where_nothing_fits_a_person_is_told_so_and_a_pipe_is_not(run: Run) -> None:
    run("add", "Acme", *WHEN, "--promised", "7-10 days")
    for arguments, sentence in ((("list", "--find", "nothing"), "no card fits"), (("due",), "nothing is due")):
        assert run(*arguments, now="2026-03-13T10:00").err == ""
        shown = run(*arguments, typed="", now="2026-03-13T10:00")
        assert sentence in shown.err


def test_no_news_is_no_news_whatever_day_its_words_name(run: Run) -> None:
    run("add", "Acme", *WHEN, "--promised", "7-10 days")
    run("reply", "Acme", "nothing by Friday", "--kind", "no_news", now="2026-03-10T10:00")
    assert _card(run)["promise"]["latest"] == "2026-03-15"


def test_an_offers_day_is_asked_too_and_its_words_are_kept(run: Run) -> None:
    run("add", "Acme", *WHEN)
    run("reply", "Acme", TWO_TIMES, "--kind", "offer", typed="1\n", now="2026-03-10T10:00")
    offer = _card(run)["offer"]
    assert (offer["answer_by"], offer["words"], offer["said"]) == ("2026-03-20", "by 20 March", TWO_TIMES)


def test_another_day_of_the_interview_and_other_words_are_taken_together(run: Run) -> None:
    run("add", "Acme", *WHEN, "--promised", TWO_TIMES, typed="1\n")
    ran = run("edit", "Acme", "--when", "2026-03-06 10:00", "--promised", "a week")
    assert ran.code == 0
    assert _card(run)["promise"]["latest"] == "2026-03-13"


def test_the_promise_command_lists_what_could_be_meant(run: Run) -> None:
    ran = run("promise", TWO_TIMES)
    assert ran == (2, CHOICES, "day12: Which of these is when you will hear?\n")


def test_a_card_without_a_time_says_so_in_json(run: Run) -> None:
    run("add", "Acme", *WHEN)
    card = _card(run)
    assert (card["time_known"], card["missed_at"], card["offer"]) == (True, None, None)
    run("reply", "Acme", "--kind", "missed")
    assert _card(run)["missed_at"] == "2026-03-05T15:30:00-05:00"
