"""Mails: their invitation, the interview that they set in words, and the answer that they are, which is asked."""

from __future__ import annotations

import datetime as dt

import pytest

from day12.importing.items import details
from day12_data.board import Board
from day12_data.card import Person, replace
from day12_data.exchange.import_items import Does, Item, after
from day12_data.kinds import Outcome, ReplyKind
from day12_data.rules import Rules
from day12_data.settings import Settings
from imports import LATER, NORTHWIND, found, mail, northwind
from kit import at, board, card

PROMISE, NO, OFFER = "mails/a10-new-promise.eml", "mails/a11-a-no.eml", "mails/a12-an-offer.eml"


def answered(data: bytes | str, choice: str, on: Board | None = None) -> Item:
    """What the mail does once its question is answered with the choice that holds these words."""
    [item] = found(data, on or northwind(), now=LATER)
    assert item.question
    answer = next(each for each in item.question.choices if choice in each)
    [done] = found(data, on or northwind(), now=LATER, answers={item.question.key: answer})
    return done


@pytest.mark.parametrize(
    ("name", "first"),
    [
        (PROMISE, "a new promise: “We'll get back to you by Friday, March 27.”"),
        (NO, "a no"),
        (OFFER, "an offer"),
        ("mails/a13-next-round.eml", "the next round"),
    ],
)
def test_what_an_answer_is_is_asked_with_the_likeliest_first(name: str, first: str) -> None:
    [item] = found(name, northwind(), now=LATER)
    assert item.does is Does.REPLY
    assert item.change is None
    assert item.question
    assert item.question.choices[0].startswith(first)
    assert {"a no", "an offer", "the next round"} <= set(item.question.choices)


def test_a_promise_comes_before_a_no_where_they_speak_of_other_candidates() -> None:
    text = "We are still talking with two other candidates and will let you know by Friday next week."
    [item] = found(mail(text), northwind(), now=LATER)
    assert item.question
    assert item.question.choices[0].startswith("a new promise")
    assert "a no" in item.question.choices


@pytest.mark.parametrize(
    ("known", "sender", "kept"),
    [
        (["Dana Reyes"], "Dana Reyes", ["Dana Reyes <dana@northwind.example>"]),
        (["Dana", "Sam"], "Dana Reyes", ["Dana Reyes <dana@northwind.example>", "Sam <>"]),
        (["Dana A", "Dana B"], "Dana", ["Dana A <>", "Dana B <>"]),
        (["Sam"], "Northwind Careers", ["Sam <>"]),
    ],
)
def test_a_sender_who_is_on_the_card_without_an_address_has_theirs_then(
    known: list[str], sender: str, kept: list[str]
) -> None:
    on = board(replace(NORTHWIND, people=tuple(Person(name=name) for name in known)))
    done = answered(mail("No news yet, sorry.", f"{sender} <dana@northwind.example>"), "no news", on)
    assert done.card
    assert [f"{person.name} <{person.email}>" for person in done.card.people] == kept
    filled = " ".join(details(done, Rules()))
    assert ("now known: Dana Reyes (dana@northwind.example)" in filled) == ("Reyes <" in kept[0])


def test_a_new_promise_is_kept_with_their_words_as_of_their_mail() -> None:
    done = answered(PROMISE, "a new promise")
    assert done.card
    assert done.card.promise
    assert done.card.promise.said == "We'll get back to you by Friday, March 27."
    assert done.card.promise.latest == dt.date(2026, 3, 27)
    assert done.card.last_reply
    assert done.card.last_reply.at == at("2026-03-18 10:15")


@pytest.mark.parametrize(("name", "choice", "kind"), [(NO, "a no", ReplyKind.NO), (OFFER, "an offer", ReplyKind.OFFER)])
def test_an_answer_is_kept_with_the_sentence_that_says_it(name: str, choice: str, kind: ReplyKind) -> None:
    done = answered(name, choice)
    assert done.card
    assert done.card.last_reply
    assert done.card.last_reply.kind is kind
    assert done.card.last_reply.said.startswith(("Unfortunately", "We are pleased"))


def test_an_offer_is_kept_with_the_day_by_which_they_want_to_know() -> None:
    done = answered(OFFER, "an offer")
    assert done.card
    assert done.card.offer
    assert done.card.offer.answer_by == dt.date(2026, 3, 25)


def test_a_delay_they_are_sorry_for_is_a_promise_first_and_a_no_is_no_promise() -> None:
    [item] = found(mail("Unfortunately we need more time. You will hear from us by Friday."), northwind(), now=LATER)
    assert item.question
    assert item.question.choices[0].startswith("a new promise")


def test_a_sentence_with_two_times_offers_each_of_them() -> None:
    body = "We're finishing up interviews this week and should have a decision by the end of next week."
    [item] = found(mail(body), northwind(), now=LATER)
    assert item.question
    assert item.question.choices[0].startswith("a new promise")


def test_a_no_takes_the_card_to_the_archive() -> None:
    done = answered(NO, "a no")
    assert done.card
    assert done.card.outcome is Outcome.REJECTED


def test_a_next_round_gets_a_card_of_its_own_whose_time_isnt_known_yet() -> None:
    [item] = found("mails/a13-next-round.eml", northwind(), now=LATER)
    assert item.question
    answers = {item.question.key: "the next round"}
    replied, added = found("mails/a13-next-round.eml", northwind(), now=LATER, answers=answers)
    assert replied.card
    assert replied.card.last_reply
    assert replied.card.last_reply.kind is ReplyKind.NEXT_ROUND
    assert added.card
    assert (added.card.round_of, added.card.time_known) == (NORTHWIND.id, False)
    on = after(northwind(), [replied, added])
    assert [each.does for each in found("mails/a13-next-round.eml", on, now=LATER)] == [Does.NOTHING]


def test_the_same_answer_twice_is_kept_once() -> None:
    on = after(northwind(), [answered(PROMISE, "a new promise")])
    [item] = found(PROMISE, on, now=LATER)
    assert item.does is Does.NOTHING
    assert "already" in item.why


def test_a_mail_of_a_department_is_about_its_company() -> None:
    [item] = found("mails/a14-department.eml", northwind(), now=LATER)
    assert item.card
    assert item.card.company == "Northwind"


def test_a_mail_of_a_stranger_does_nothing() -> None:
    [item] = found("mails/a15-a-stranger.eml", northwind(), now=LATER)
    assert item.does is Does.NOTHING


def test_a_mail_that_one_wrote_oneself_does_nothing() -> None:
    own = mail("I'd love to hear from you by Friday.", "Jo <jo.seeker@gmail.com>", To="dana@northwind.example")
    [item] = found(own, northwind(), now=LATER, settings=Settings(emails=("jo.seeker@gmail.com",)))
    assert item.does is Does.NOTHING


def test_which_of_two_interviews_a_mail_is_about_is_asked() -> None:
    first = replace(NORTHWIND, role="Analyst")
    second = card("Northwind", at("2026-03-10 09:00"), id="2", role="Engineer", people=first.people)
    [item] = found(PROMISE, board(first, second), now=LATER)
    assert item.question
    assert item.does is Does.ASK
    assert len(item.question.choices) == 3


def test_what_they_answer_to_is_not_what_they_wrote() -> None:
    quoted = mail("Thanks!\n\nOn Tue, Mar 17, 2026 at 9:00 AM Jo <jo@x.example> wrote:\n> Unfortunately I can't come.")
    [item] = found(quoted, northwind(), now=LATER)
    assert item.question
    assert item.question.choices[0] == "no news yet"


def test_an_interview_in_words_only_becomes_a_card_with_its_people_and_its_promise() -> None:
    [item] = found("mails/r09-greenhouse-words-only.eml")
    assert item.card
    made = item.card
    assert (made.company, made.role) == ("Northwind", "Data engineer")
    assert (made.starts_at, made.ends_at) == (at("2026-10-01 14:30"), at("2026-10-01 16:00"))
    assert made.people == (
        Person(name="Dana Reyes", title="Head of Data", email="dana@example.com"),
        Person(name="Sam Okafor", title="Staff engineer"),
    )
    assert made.promise
    assert (made.promise.earliest, made.promise.latest) == (dt.date(2026, 10, 12), dt.date(2026, 10, 15))


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("Thursday, April 2 · 2:30 PM – 3:15 PM EDT – Dana Reyes", "14:30", "15:15"),
        ("Thu Apr 2, 2026 2:30pm – 3:15pm (EDT)", "14:30", "15:15"),
        ("Date: Thursday, 2 April 2026\nTime: 2:30-3:15 PM ET", "14:30", "15:15"),
        ("When: 2026-04-02 14:30 - 15:15 America/New_York", "14:30", "15:15"),
        ("We meet on Thursday, April 2nd at 2:30 p.m. EDT for 45 minutes.", "14:30", "15:15"),
        ("Am Donnerstag, 02.04.2026 von 20:30 bis 21:15 Uhr MESZ", "14:30", "15:15"),
        ("Thursday, April 2, 11:30 AM to 12:15 PM Pacific Time", "14:30", "15:15"),
        ("Thursday 4/2, 2:30 - 3:15pm EDT", "14:30", "15:15"),
        ("Thu 2/4, 2:30 - 3:15pm EDT", "14:30", "15:15"),
        ("from 2:30 to 3:15 PM EDT, Thursday the 2nd", "14:30", "15:15"),
    ],
)
def test_the_day_and_the_hours_are_read_as_mails_write_them(line: str, start: str, end: str) -> None:
    [item] = found(mail(f"Hi Jo,\n\nyour interview is set:\n\n{line}\n"), subject_board(), now=LATER)
    assert item.card
    zone = "America/New_York"
    starts, ends = (
        moment.astimezone(at("2026-04-02", zone).tzinfo) for moment in (item.card.starts_at, item.card.ends_at)
    )
    assert f"{starts:%Y-%m-%d %H:%M}–{ends:%H:%M}" == f"2026-04-02 {start}–{end}"


def subject_board() -> Board:
    """An empty board: the mail's company is that of its sender's address."""
    return Board()


@pytest.mark.parametrize(
    "body",
    [
        "Are you available for an interview on Thursday, April 2 at 2:30 PM EDT or Friday, April 3 at 9 AM EDT?",
        "Please reply by Thursday, April 2 at 5 PM EDT so that we can set up the interview.",
        "Thanks for the interview on Thursday, March 5 at 2:30 PM EST.",
        "Our office is open 9 AM - 5 PM. We'll call you about the interview.",
    ],
)
def test_hours_that_set_no_interview_make_no_card(body: str) -> None:
    items = found(mail(body), now=LATER)
    assert all(item.does is Does.NOTHING for item in items)


@pytest.mark.parametrize(
    ("line", "said", "days"),
    [
        ("Your interview is on Thursday at 2 pm EDT.", "“Thursday” at 14:00", ["Thu 19 Mar", "Thu 26 Mar"]),
        ("See you at the interview Thursday at 2!", "“Thursday” at 14:00, without", ["Thu 19 Mar", "Thu 26 Mar"]),
        ("The interview: next Friday, 9:30 - 10:15 AM ET", "“next Friday” at 09:30", ["Fri 27 Mar", "Fri 20 Mar"]),
        ("We can do the interview at 11 on Wednesday.", "“Wednesday” at 11:00", ["Wed 18 Mar", "Wed 25 Mar"]),
        ("Your interview is tomorrow at 3:30pm.", "“tomorrow” at 15:30", ["Thu 19 Mar"]),
        ("Das Gespräch ist morgen um 14 Uhr.", "“morgen” at 14:00", ["Thu 19 Mar"]),
        (
            "The interview is on Friday, April 2 at 2:30 PM EDT.",
            "“Friday, April 2” at 14:30, and the weekday doesn't fit the date",
            ["Thu 2 Apr", "Fri 3 Apr", "Fri 27 Mar"],
        ),
        (
            "Interview: Fri 05/06/2026 at 2:30 PM EDT",
            "“Fri 05/06/2026” at 14:30, and the weekday doesn't fit the date",
            ["Fri 5 Jun", "Wed 6 May", "Fri 8 May", "Fri 1 May"],
        ),
        ("Interview: Thursday the 27th, 2pm", "“Thursday the 27th”", ["Fri 27 Mar", "Thu 26 Mar", "Thu 2 Apr"]),
    ],
)  # fmt: skip
def test_a_day_that_isnt_sure_is_asked_and_never_guessed(line: str, said: str, days: list[str]) -> None:
    data = mail(f"Good Morning Jo,\n\n{line}\n", "Ann Lee <ann@contoso.com>")
    [item] = found(data, now=LATER)
    assert item.does is Does.ASK
    assert item.card is None
    assert item.question
    assert f"says {said}" in item.question.text
    assert item.question.choices == (*days, "leave it out")


def test_the_answer_about_a_day_may_be_another_one_and_another_hour() -> None:
    data = mail("Your interview is on Thursday at 2 pm EDT.", "Ann Lee <ann@contoso.com>")
    [item] = found(data, now=LATER)
    assert item.question
    key = item.question.key
    [chosen] = found(data, now=LATER, answers={key: "Thu 26 Mar"})
    [typed] = found(data, now=LATER, answers={key: "30 March, 10:15"})
    [strange] = found(data, now=LATER, answers={key: "whenever"})
    assert chosen.card
    assert chosen.card.starts_at == at("2026-03-26 14:00")
    assert typed.card
    assert typed.card.starts_at == at("2026-03-30 10:15")
    assert strange.question
    on = after(Board(), [chosen])
    assert [item.does for item in found(data, on, now=LATER)] == [Does.NOTHING]


def test_the_talks_of_a_day_that_isnt_sure_are_asked_about_once() -> None:
    data = mail(
        "Your interview on Thursday:\n10:00 - 10:45 AM ET Ann Lee\n11:00 - 11:45 AM ET Bob Ray", "x <x@contoso.com>"
    )
    [first, second] = found(data, now=LATER)
    assert first.question
    assert second.question
    assert first.question.key == second.question.key
    [item] = found(data, now=LATER, answers={first.question.key: "Thu 26 Mar"})
    assert item.card
    assert (item.card.starts_at, item.card.ends_at) == (at("2026-03-26 10:00"), at("2026-03-26 11:45"))


@pytest.mark.parametrize(
    "body",
    [
        "The team meets on Thursday at 2 to decide.",
        "I'll call you on Friday at 10 am with news about the interview.",
        "Thanks for the interview! We'll let you know by Friday at noon, 12:00.",
    ],
)
def test_a_weekday_in_an_answer_of_somebody_on_a_card_sets_no_interview(body: str) -> None:
    [item] = found(mail(body), northwind(), now=LATER)
    assert item.does is Does.REPLY


def test_an_hour_before_the_day_and_one_in_the_subject_are_read() -> None:
    before = mail("Your interview is at 2:30 PM EDT on Thursday, April 2 with Sam Okafor.", "x <x@contoso.com>")
    subject = mail("Here is the link: https://zoom.us/j/1", "x <x@contoso.com>", "Interview on April 2, 2:30 PM EDT")
    half = mail("The call is at 2:30 p.m. EDT on Thursday, April 2.", "x <x@contoso.com>")
    for data in (before, subject, half):
        [item] = found(data, now=LATER)
        assert item.card
        assert item.card.starts_at == at("2026-04-02 14:30")


def test_headers_in_other_letters_and_broken_ones_are_read() -> None:
    encoded = mail("Hello", "=?iso-8859-1?q?J=F6rg_Wei=DF?= <dana@northwind.example>", "=?utf-8?b?w6A=?= =?x?q?y?=")
    [item] = found(encoded, northwind(), now=LATER)
    assert item.question
    assert "Jörg Weiß" in item.question.text


def test_an_mbox_gives_each_of_its_mails() -> None:
    assert [item.does for item in found("mails/b10-two-mails.mbox", northwind(), now=LATER)] == [
        Does.REPLY,
        Does.NOTHING,
    ]


def test_a_day_of_talks_is_one_interview_with_everybody_and_without_the_lunch() -> None:
    body = (
        "Your onsite interview on Tuesday, April 7th:\n\n"
        "10:00 AM - 10:45 AM ET | System design | Ann Lee\n11:00 AM - 11:45 AM ET | Bob Ray\n"
        "12:00 PM - 1:00 PM ET | Lunch\n"
    )
    [item] = found(mail(body, "Contoso Careers <no-reply@greenhouse.io>"), now=LATER)
    assert item.card
    assert (item.card.starts_at, item.card.ends_at) == (at("2026-04-07 10:00"), at("2026-04-07 11:45"))
    assert [person.name for person in item.people] == ["Ann Lee", "Bob Ray"]


@pytest.mark.parametrize(
    "head",
    [
        "---------- Forwarded message ---------\nFrom: Maya Chen <maya@contoso.com>\nDate: Wed, Mar 18\nSubject: x\n",
        "From: Maya Chen <maya@contoso.com>\nSent: Wednesday, March 18, 2026 9:00 AM\nTo: Jo\nSubject: x\n",
    ],
)
def test_a_mail_that_one_passed_on_to_oneself_is_of_whoever_wrote_it(head: str) -> None:
    data = mail(
        f"{head}\nThe interview is on April 2, 2026 at 9:00 AM EDT.", "Jo <jo.seeker@gmail.com>", "Fwd: Interview"
    )
    [item] = found(data, now=LATER)
    assert item.card
    assert item.card.company == "Contoso"
    assert [person.email for person in item.people] == ["maya@contoso.com"]


def test_what_outlook_quotes_below_an_answer_isnt_read() -> None:
    below = "From: Jo\nSent: Monday, March 16, 2026 9:00 AM\nTo: Dana\nSubject: x\n\nUnfortunately I decided to go on."
    [item] = found(mail(f"Thanks, noted!\n\n{below}"), northwind(), now=LATER)
    assert item.question
    assert item.question.choices[0] == "no news yet"


def test_an_automatic_answer_does_nothing() -> None:
    [item] = found(mail("I am back on Monday.", subject="Automatic reply: Thank you"), northwind(), now=LATER)
    assert item.does is Does.NOTHING
