"""Invitations: an update moves the card, a cancellation says so, what isn't sure is asked."""

from __future__ import annotations

import pytest

from day12_data.board import Board
from day12_data.card import Person, replace
from day12_data.exchange.event import Event
from day12_data.exchange.import_items import Context, Does, after
from day12_data.exchange.invitations import plan_events
from day12_data.kinds import Outcome
from day12_data.settings import Settings
from imports import NOW, found, imported, only_card, open_questions
from kit import ZONE, at, board, card, later, work

INVITED, MOVED = "invites/g10-google-invited.ics", "invites/g11-google-moved.ics"
NEWER, CALLED_OFF = "invites/g12-google-same-sequence-newer-stamp.ics", "invites/g13-google-called-off.ics"


def event(summary: str, start: str = "20261012T170000Z", *lines: str, method: str = "REQUEST") -> bytes:
    """A calendar's file with one event."""
    inside = [f"SUMMARY:{summary}", f"DTSTART:{start}", "DTSTAMP:20261001T080000Z", *lines]
    whole = ["BEGIN:VCALENDAR", f"METHOD:{method}", "BEGIN:VEVENT", *inside, "END:VEVENT", "END:VCALENDAR"]
    return "\r\n".join(whole).encode()


def test_an_invitation_becomes_a_card_that_a_second_import_leaves_alone() -> None:
    once = imported(INVITED)
    assert imported(INVITED, once) == once
    made = only_card(once)
    assert (made.company, made.role, made.link) == ("Contoso", "Staff Engineer", "https://meet.google.com/xyz-abcd-efg")
    assert made.starts_at == at("2026-10-12 13:00")


def test_the_same_invitation_gives_the_same_card_on_every_machine() -> None:
    assert only_card(imported(INVITED)).id == only_card(imported(INVITED)).id


def test_a_higher_sequence_moves_the_card_and_keeps_what_was_typed() -> None:
    invited = only_card(imported(INVITED))
    typed = replace(invited, notes="Ask for Maya", company="Contoso Ltd")
    moved = only_card(imported(MOVED, board(typed)))
    assert moved.starts_at == at("2026-10-14 14:00")
    assert (moved.notes, moved.company) == ("Ask for Maya", "Contoso Ltd")


def test_of_one_sequence_the_newer_stamp_moves_the_card() -> None:
    assert only_card(imported(NEWER, imported(MOVED))).starts_at == at("2026-10-14 16:00")


@pytest.mark.parametrize(("held", "older"), [(MOVED, INVITED), (NEWER, MOVED)])
def test_an_older_word_changes_nothing_and_says_so(held: str, older: str) -> None:
    on = imported(held)
    [item] = found(older, on)
    assert item.does is Does.NOTHING
    assert "older" in item.why
    assert item.change is None


def test_a_sequence_of_thirteen_digits_is_compared_like_any_other() -> None:
    on = imported(event("Interview with Contoso", "20261012T170000Z", "UID:a", "SEQUENCE:1698000000000"))
    later = event("Interview with Contoso", "20261013T170000Z", "UID:a", "SEQUENCE:1698000000001")
    assert only_card(imported(later, on)).starts_at == at("2026-10-13 13:00")


def test_a_cancellation_says_so_on_the_card_and_offers_the_archive() -> None:
    on = imported(NEWER)
    [item] = found(CALLED_OFF, on)
    assert item.does is Does.CANCEL
    assert item.question
    assert not item.is_open
    kept = only_card(after(on, [item]))
    assert kept.notes.startswith("Called off by them: Interview with Contoso")
    assert kept.ended is None
    assert kept.missed_at == NOW
    [archived] = found(CALLED_OFF, on, answers={item.question.key: item.question.choices[2]})
    assert only_card(after(on, [archived])).outcome is Outcome.WITHDREW


def test_an_invitation_after_a_cancellation_is_an_interview_again() -> None:
    on = imported(CALLED_OFF, imported(NEWER))
    again = event(
        "Interview with Contoso", "20261016T170000Z", "UID:7kukuqrfedlm2f9t3fk9q1v2o4@google.com", "SEQUENCE:3"
    )
    back = only_card(imported(again, on))
    assert back.starts_at == at("2026-10-16 13:00")
    assert back.missed_at is None


def test_a_cancellation_twice_says_it_once() -> None:
    once = imported(CALLED_OFF, imported(NEWER))
    assert imported(CALLED_OFF, once) == once


def test_one_talk_of_a_panel_that_is_called_off_shortens_the_interview() -> None:
    panel = "invites/gt10-goodtime-panel-with-lunch.ics"
    on = imported(panel)
    gone = event("Sue Park & Jo Seeker: Values", "20261029T183000Z", "UID:gt-max@goodtime.io", method="CANCEL")
    [item] = found(gone, on)
    assert item.does is Does.UPDATE
    shorter = only_card(after(on, [item]))
    assert (shorter.starts_at, shorter.ends_at) == (
        at("2026-10-29 09:00", "America/Chicago"),
        at("2026-10-29 11:15", "America/Chicago"),
    )


def test_an_event_without_a_uid_is_known_again_by_its_start_and_its_summary() -> None:
    once = imported(event("Interview with Contoso"))
    assert imported(event("Interview with Contoso"), once) == once


def test_meetings_on_several_days_are_asked_about() -> None:
    [item] = found("invites/p10-two-days.ics")
    assert item.question
    one, each, *_ = item.question.choices
    [together] = found("invites/p10-two-days.ics", answers={item.question.key: one})
    assert together.card
    assert len(together.card.invites) == 2
    first = found("invites/p10-two-days.ics", answers={item.question.key: each})
    assert first[0].does is Does.ADD
    assert first[1].question, "the second card is of the same company, so what it is is asked"


def test_a_zone_that_is_unknown_is_asked_and_the_answer_is_the_clock_on_the_wall() -> None:
    [item] = found("invites/10-floating-time.ics")
    assert item.question
    assert item.change is None
    [answered] = found("invites/10-floating-time.ics", answers={item.question.key: "Europe/Berlin"})
    assert answered.card
    assert answered.card.starts_at == at("2026-11-11 09:30", "Europe/Berlin")
    [typed] = found("invites/10-floating-time.ics", answers={item.question.key: "Pacific Standard Time"})
    assert typed.card
    assert typed.card.zone == "America/Los_Angeles"
    [unknown] = found("invites/10-floating-time.ics", answers={item.question.key: "Mars"})
    assert unknown.question == item.question


def test_a_day_without_an_hour_is_asked_for_its_hour() -> None:
    [item] = found("invites/d10-all-day.ics")
    assert item.question
    [answered] = found("invites/d10-all-day.ics", answers={item.question.key: "2:30 pm"})
    assert answered.card
    assert answered.card.starts_at == at("2026-11-05 14:30")


def test_what_is_left_out_stays_out() -> None:
    [item] = found("invites/r05-google-redirect-html.ics")
    assert item.question
    [left] = found("invites/r05-google-redirect-html.ics", answers={item.question.key: "leave it out"})
    assert left.does is Does.NOTHING


def test_a_company_on_the_board_is_known_in_a_title_that_says_little() -> None:
    [item] = found(event("Woodgrove – Jo"), board(card("Woodgrove Bank")))
    assert item.question
    assert "Woodgrove Bank is on the board already" in item.question.text


@pytest.mark.parametrize(
    ("choice", "cards", "round_of"),
    [("the next round", 2, True), ("another interview there", 2, False), ("moved", 1, False)],
)
def test_another_invitation_of_a_company_on_the_board_is_asked_about(choice: str, cards: int, round_of: bool) -> None:
    on = board(card("Contoso", at("2026-09-20 10:00")))
    [item] = found(INVITED, on)
    assert item.does is Does.ASK
    assert item.question
    answer = next(each for each in item.question.choices if choice in each)
    items = found(INVITED, on, answers={item.question.key: answer})
    done = items[-1]
    assert done.card
    left = after(on, items)
    assert len(left.cards) == cards
    before = left.cards[next(iter(on.cards))]
    assert (before.last_reply is not None) is round_of  # which silences what was open there
    assert bool(done.card.round_of) is round_of
    assert done.card.starts_at == at("2026-10-12 13:00")


def test_a_card_at_the_same_hour_is_filled_in_instead_of_added() -> None:
    typed = card("Contoso", at("2026-10-12 13:00"), people=(Person(name="Maya Chen"),))
    filled = only_card(imported(INVITED, board(typed)))
    assert filled.id == typed.id
    assert filled.people == (Person(name="Maya Chen", email="maya.chen@contoso.com"),)
    assert filled.link == "https://meet.google.com/xyz-abcd-efg"


def test_the_readers_own_addresses_come_from_the_settings() -> None:
    settings = Settings(emails=("MAYA.CHEN+jobs@contoso.com",))
    [item] = found(INVITED, settings=settings)
    assert all(person.name != "Maya Chen" for person in item.people)


def test_a_whole_calendar_gives_only_what_looks_like_an_interview() -> None:
    events = [event(f"Gym {day}", f"202611{day:02}T170000Z") for day in range(1, 10)]
    events.append(event("Interview with Contoso", "20261120T170000Z"))
    inside = b"".join(each.split(b"METHOD:REQUEST\r\n")[1].rsplit(b"END:VCALENDAR")[0] for each in events)
    items = found(b"BEGIN:VCALENDAR\r\n" + inside + b"END:VCALENDAR")
    assert [item.card.company for item in items if item.card] == ["Contoso"]
    assert "9 of 10" in items[-1].why


def test_nothing_of_the_board_is_touched_while_something_is_open() -> None:
    items = found("invites/10-floating-time.ics")
    assert list(open_questions(items))
    assert after(Board(), items) == Board()


@pytest.mark.parametrize(
    ("summary", "company", "role"),
    [
        ("Interview with Contoso", "Contoso", ""),
        ("Jo Seeker x Contoso: Technical phone screen", "Contoso", ""),
        ("Contoso <> Jo Seeker | Final round", "Contoso", ""),
        ("Interview @ Contoso (Staff Engineer)", "Contoso", "Staff Engineer"),
        ("Interview for Technical Writer at Contoso", "Contoso", "Technical Writer"),
        ("Invitation: Interview with Contoso @ Mon Oct 12, 2026 1pm - 2pm (EDT)", "Contoso", ""),
        ("Bewerbungsgespräch bei Contoso GmbH", "Contoso GmbH", ""),
        ("Contoso - Jo Seeker - Product Manager - Onsite", "Contoso", "Product Manager"),
        ("[Contoso] Hiring Manager Interview", "Contoso", ""),
        ("Interview with Johnson & Johnson", "Johnson & Johnson", ""),
        ("Panel interview w/ Contoso", "Contoso", ""),
        ("Video Interview – Contoso Corporation – SRE", "Contoso Corporation", "SRE"),
    ],
)
def test_the_subject_names_the_company_and_the_role(summary: str, company: str, role: str) -> None:
    [item] = found(event(summary), settings=Settings(name="Jo Seeker"), now=NOW)
    assert item.card
    assert (item.card.company, item.card.role) == (company, role)


@pytest.mark.parametrize(
    "summary", ["Interview with Dana Reyes, Contoso", "Call", "Daily sync", "Contoso", "Interview: Ada"]
)
def test_a_title_that_may_name_somebody_else_is_asked_about(summary: str) -> None:
    [item] = found(event(summary))
    assert item.does is Does.ASK
    assert item.card, "its hour is known, so the card is shown as far as it is"


@pytest.mark.parametrize(
    "start", ["2026-10-12T17:00:00.000Z", "2026-10-12 17:00Z", "20261012T1700Z", "2026-10-12T19:00:00+02:00"]
)
def test_a_moment_in_another_iso_form_is_read(start: str) -> None:
    [item] = found(event("Interview with Contoso", start))
    assert item.card
    assert item.card.starts_at == at("2026-10-12 13:00")


@pytest.mark.parametrize(
    ("organizer", "company"),
    [
        ("CN=Contoso Careers:mailto:no-reply@greenhouse.io", "Contoso"),
        ("CN=The Contoso Recruiting Team:mailto:x@hire.lever.co", "Contoso"),
        ("CN=Contoso via Ashby:mailto:no-reply@ashbyhq.com", "Contoso"),
        ("CN=Workday:mailto:contoso@myworkday.com", "Contoso"),
        ('CN="Maya Chen (Contoso)":mailto:maya@gmail.com', "Contoso"),
        ("CN=Talent Acquisition at Contoso:mailto:no-reply@icims.com", "Contoso"),
        ("CN=Maya Chen:mailto:maya@mail.contoso-labs.co.uk", "Contoso Labs"),
    ],
)
def test_the_sender_names_the_company_and_never_the_hiring_system(organizer: str, company: str) -> None:
    [item] = found(event("Phone screen", "20261012T170000Z", f"ORGANIZER;{organizer}"))
    assert item.card
    assert item.card.company == company


@pytest.mark.parametrize("email", ["maya@gmail.com", "maya@greenhouse.io", "no-reply@contoso.com", "maya@calendly.com"])
def test_a_free_mail_a_hiring_system_and_a_robot_name_no_company(email: str) -> None:
    [item] = found(event("Phone screen", "20261012T170000Z", f"ORGANIZER;CN=Maya Chen:mailto:{email}"))
    assert item.does is Does.ASK


def test_the_work_for_a_calendar_that_is_on_the_board_grows_with_its_events_and_no_faster() -> None:
    def lines(count: int) -> int:
        events = [
            Event(
                uid=f"{number}",
                sequence=0,
                stamp=None,
                start=later(at("2026-11-01 09:00"), days=number).replace(tzinfo=None),
                end=None,
                zone=ZONE,
                summary=f"Interview with Company{number}",
            )
            for number in range(count)
        ]
        context = Context(NOW, ZONE, Settings())
        on = after(Board(), plan_events(events, Board(), context))
        assert len(on.cards) == count
        return work(lambda: plan_events(events, on, context))

    lines(1)  # what is made once
    assert lines(240) < 8.4 * lines(30)
