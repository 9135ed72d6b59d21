"""A card's state in few words, its gauge, its page, and what the command line prints."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from day12.card.text import page
from day12.commands.output import card_json, json_text, show_rows
from day12.gauge import gauge
from day12.labels import day_line, echo, interview_text, label, labels
from day12.state_words import step_name
from day12_data.agenda import row_for
from day12_data.card import Anchor, Card, Person, Promise, Sent, replace, stamp
from day12_data.dates.days import moment_text
from day12_data.edits import archive, bring_back, check_in, miss, move, reply
from day12_data.exchange.record import record_entries
from day12_data.kinds import AnchorKind, Outcome, ReplyKind, Stage
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.schedule import next_step
from day12_data.step import Action
from day12_data.store import LogEntry
from kit import DAY_12, INTERVIEW, SEVEN_TO_TEN, TOUGH_NAME, at, board, card, done, later, promise
from strategies import around, cards

SMALL = (Stage.EMAILED, Stage.MAILED, Stage.CONNECTED)
NEW = card()
THANK = done(NEW, Stage.ASKED)
MAIL = done(THANK, Stage.EMAILED)
CONNECT = done(MAIL, Stage.MAILED)
READY = done(card(promise=SEVEN_TO_TEN), *SMALL)
NO_TIMELINE = done(CONNECT, Stage.CONNECTED)
VAGUE = replace(READY, promise=Promise(said="soon", given_at=READY.starts_at))
CHECKED = check_in(READY, at("2026-03-17 14:02"))
THREE = replace(THANK, people=tuple(Person(name=name, email=f"{name}@acme.com") for name in ("Dana", "Tom", "Eve")))
THANKED_ONE = replace(
    THREE,
    people=(
        Person(name="Dana", sent=(Sent(letter="thank-you", at=THANK.ends_at, occasion="emailed"),)),
        *THREE.people[1:],
    ),
)
SAID_NO = archive(READY, Outcome.REJECTED, at("2026-03-20 10:00"))


@pytest.mark.parametrize(
    ("made", "now", "words"),
    [
        (NEW, "2026-03-04 10:00", "· on 5 Mar 14:30"),
        (NEW, "2026-03-05 14:30", "! ask by 15:15"),
        (NEW, "2026-03-05 15:15:30", "‼ ask 1 min late"),
        (THANK, "2026-03-04 10:00", "· thanks after 5 Mar 15:15"),
        (THANK, "2026-03-05 15:00", "· thanks after 15:15"),
        (THANK, "2026-03-05 15:20", "! thanks by 16:15"),
        (THANK, "2026-03-05 16:15:01", "‼ thanks 1 min late"),
        (THANK, "2026-03-05 16:17", "‼ thanks 2 min late"),
        (THANK, "2026-03-05 17:14:59", "‼ thanks 59 min late"),
        (THANK, "2026-03-05 17:15", "‼ thanks 1 h late"),
        (THANK, "2026-03-06 14:15", "‼ thanks 22 h late"),
        (THANK, "2026-03-07 16:14:59", "‼ thanks 47 h late"),
        (THANK, "2026-03-07 16:15", "‼ thanks 2 days late"),
        # The clocks go forward on 8 March at two: from 16:15 to 15:15 three days later it is 70 hours.
        (THANK, "2026-03-08 15:15", "‼ thanks 2 days late"),
        (MAIL, "2026-03-05 15:00", "· note after 15:15"),
        (MAIL, "2026-03-05 15:20", "! note by 6 Mar"),
        (MAIL, "2026-03-06 15:20", "! note today"),
        (MAIL, "2026-03-07 05:00", "‼ note 5 h late"),
        (MAIL, "2026-03-08 10:00", "‼ note 33 h late"),
        (CONNECT, "2026-03-05 18:00", "· LinkedIn from 6 Mar"),
        (CONNECT, "2026-03-06 18:00", "! LinkedIn by 8 Mar"),
        (CONNECT, "2026-03-08 18:00", "! LinkedIn today"),
        (READY, "2026-03-06 18:00", "· wait until 16 Mar"),
        (READY, "2026-03-16 18:00", "! check in: the window has passed"),
        (READY, "2026-03-17 00:00", "‼ check in: today"),
        (READY, "2026-03-17 23:59", "‼ check in: today"),
        (READY, "2026-03-18 00:00", "‼ check in: 1 day late"),
        (READY, "2026-03-20 10:00", "‼ check in: 3 days late"),
        (NO_TIMELINE, "2026-03-10 10:00", "· wait until 12 Mar"),
        (NO_TIMELINE, "2026-03-12 10:00", "! check in: no timeline"),
        (NO_TIMELINE, "2026-03-13 10:00", "‼ check in: today"),
        (VAGUE, "2026-03-12 10:00", "! check in: no timeline"),
        (CHECKED, "2026-03-18 10:00", "· again on 24 Mar"),
        (CHECKED, "2026-03-24 10:00", "! check in again today"),
        (CHECKED, "2026-03-25 10:00", "‼ check in again 10 h late"),
        (check_in(CHECKED, at("2026-03-24 10:00")), "2026-03-24 10:01", "✓ you did your part"),
        (reply(READY, ReplyKind.NEXT_ROUND, at("2026-03-13 10:00")), "2026-03-17 10:00", "✓ next round"),
        (reply(READY, ReplyKind.OFFER, at("2026-03-13 10:00")), "2026-03-17 10:00", "‼ offer: ask by when 10 h late"),
        (
            reply(READY, ReplyKind.OFFER, at("2026-03-13 10:00"), answer_by=dt.date(2026, 3, 20)),
            "2026-03-17 10:00",
            "! answer their offer by 20 Mar",
        ),
        (
            reply(READY, ReplyKind.OFFER, at("2026-03-13 10:00"), answer_by=dt.date(2026, 3, 20)),
            "2026-03-22 10:00",
            "‼ answer their offer 34 h late",
        ),
        (miss(NEW, at("2026-03-05 14:45")), "2026-03-06 10:00", "! ask for a new time today"),
        (replace(NEW, time_known=False), "2026-03-06 10:00", "✓ no time yet"),
        (READY, "2026-04-16 00:00", "✓ silent for 5 weeks"),
        (THREE, "2026-03-05 15:20", "! thank 1 of 3 by 16:15"),
        (THANKED_ONE, "2026-03-06 14:15", "‼ thank 2 of 3: 22 h late"),
        (
            replace(THANKED_ONE, people=(*THANKED_ONE.people, Person(name="Ann", email="at the desk"))),
            "2026-03-06 14:15",
            "‼ thank 2 of 3: 22 h late",
        ),
        (
            replace(THREE, people=(Person(name="Ann", email="at the desk"), *THREE.people[:1])),
            "2026-03-05 15:20",
            "! thanks by 16:15",
        ),
        (archive(READY, Outcome.SILENT, at("2026-03-20 10:00")), "2026-04-17 10:00", "✓ silent"),
        (SAID_NO, "2026-04-17 10:00", "· keep warm from 19 May"),
        (SAID_NO, "2026-05-20 10:00", "! keep warm by 2 Jun"),
        (SAID_NO, "2026-06-02 10:00", "! keep warm today"),
        (SAID_NO, "2026-06-06 10:00", "‼ keep warm 3 days late"),
    ],
)
def test_a_label_says_what_is_asked_for_and_when(made: Card, now: str, words: str) -> None:
    assert label(row_for(made, at(now)), at(now)) == words


def test_a_label_with_less_room_says_late_as_long_as_it_can() -> None:
    row = row_for(READY, now := at("2026-04-01 10:00"))
    assert labels(row, now) == ("‼ check in: 15 days late", "‼ check in 15 d late", "‼ check in 15 d", "‼ check in")


def test_who_is_silent_for_a_week_is_silent_for_1_week() -> None:
    row = row_for(READY, now := at("2026-03-18 10:00"), Rules(quiet_after_days=0))
    assert label(row, now) == "✓ silent for 1 week"


def test_an_interview_at_the_edge_of_the_calendar_is_told_by_its_own_clock() -> None:
    last = replace(NEW, starts_at=at("9999-12-31 22:00", "UTC"), ends_at=at("9999-12-31 23:30", "UTC"), zone="UTC")
    assert interview_text(last, DAY_12.astimezone(ZoneInfo("Asia/Tokyo"))) == "Fri 31 Dec 9999 22:00–23:30"


def test_a_label_says_today_by_the_interviews_day_wherever_you_are() -> None:
    night = at("2026-03-18T12:00:00+09:00")  # 23:00 on Tuesday the 17th in New York
    assert label(row_for(READY, night), night) == "‼ check in: today"
    note_day = at("2026-03-07T12:00:00+09:00")
    assert label(row_for(MAIL, note_day), note_day) == "! note today"


def test_every_step_has_a_name() -> None:
    steps = {
        NEW: "ask",
        THANK: "thanks",
        MAIL: "note",
        CONNECT: "LinkedIn",
        READY: "check in",
        CHECKED: "check in again",
        reply(READY, ReplyKind.OFFER, INTERVIEW): "offer: ask by when",
        reply(READY, ReplyKind.OFFER, INTERVIEW, answer_by=dt.date(2026, 3, 9)): "answer their offer",
        miss(NEW, INTERVIEW): "ask for a new time",
    }
    named = {made: next_step(made, INTERVIEW) for made in [*steps, SAID_NO]}
    assert {made: step_name(step) for made, step in named.items() if step} == {**steps, SAID_NO: "keep warm"}
    assert {step.action for step in named.values() if step} == set(Action)


@pytest.mark.parametrize(
    ("made", "now", "words"),
    [
        (READY, "2026-03-17 14:02", "Day 12 of 7–10"),
        (READY, "2026-03-05 18:00", "Day 0 of 7–10"),
        (replace(READY, promise=promise("2026-03-12", "2026-03-12")), "2026-03-17 14:02", "Day 12, promised 7"),
        (NEW, "2026-03-06 00:00", "Day 1 · no promise yet"),
        (VAGUE, "2026-03-07 00:00", "Day 2 · no timeline"),
        (NEW, "2026-03-04 23:59", "interview tomorrow"),
        (NEW, "2026-03-02 10:00", "interview in 3 days"),
        (miss(NEW, at("2026-03-02 09:00")), "2026-03-02 10:00", "it did not take place"),
    ],
)
def test_the_day_is_counted_from_the_interview(made: Card, now: str, words: str) -> None:
    assert day_line(made, at(now)) == words


@pytest.mark.parametrize(
    ("made", "now", "width", "line"),
    [
        (READY, "2026-03-05 18:00", 20, "◆┄┄┄┄┄┄████"),
        (READY, "2026-03-07 10:00", 20, "┄┄◆┄┄┄┄████"),
        (READY, "2026-03-14 10:00", 20, "┄┄┄┄┄┄┄██◆█"),
        (READY, "2026-03-17 14:02", 20, "┄┄┄┄┄┄┄████┄◆"),
        (CHECKED, "2026-03-19 10:00", 20, "┄┄┄┄┄┄┄████┄✓┄◆"),
        (CHECKED, "2026-03-17 15:00", 20, "┄┄┄┄┄┄┄████┄◆"),
        (NEW, "2026-03-07 10:00", 20, "┄┄◆"),
        (VAGUE, "2026-03-07 10:00", 20, "┄┄◆"),
        (NEW, "2026-03-04 10:00", 20, ""),
        (READY, "2026-03-17 14:02", 0, ""),
        (READY, "2026-03-17 14:02", 1, "◆"),
        (READY, "2026-04-04 14:02", 10, "┄┄██┄┄┄┄┄◆"),
        (replace(READY, promise=promise("2026-03-01", "2026-03-04")), "2026-03-07 10:00", 20, "┄┄◆"),
    ],
)
def test_the_gauge_shows_the_days_the_promised_window_and_today(made: Card, now: str, width: int, line: str) -> None:
    assert gauge(made, at(now), width) == line


@given(cards(), around(900), st.integers(0, 60))
def test_the_gauge_fits_and_shows_today_for_any_card(made: Card, now: dt.datetime, width: int) -> None:
    line = gauge(made, now, width)
    assert cell_len(line) <= width
    assert ("◆" in line) == (made.day(now) >= 0 and width > 0)


@given(cards(), around(900))
def test_any_card_has_a_label_and_a_day_of_one_line(made: Card, now: dt.datetime) -> None:
    for text in (label(row_for(made, now), now), day_line(made, now)):
        assert text.strip() == text
        assert "\n" not in text


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (SEVEN_TO_TEN, "Thu 12 – Sun 15 Mar · check in Tue 17 Mar (Day 12)"),
        (promise("2026-12-30", "2027-01-04"), "Wed 30 Dec 2026 – Mon 4 Jan 2027 · check in Wed 6 Jan 2027 (Day 307)"),
        (
            msgspec.structs.replace(promise("2026-03-12", "2026-03-12"), until=dt.time(10)),
            "Thu 12 Mar 10:00 · check in Mon 16 Mar (Day 11)",
        ),
        (promise("2026-03-12", "2026-03-12", working=True), "Thu 12 Mar · check in Mon 16 Mar (Day 11)"),
        (
            Promise(said="soon", given_at=NEW.starts_at),
            "No timeline to go by: day12 will remind you 5 working days later.",
        ),
    ],
)
def test_how_a_promise_was_understood_is_said_in_one_line(said: Promise, line: str) -> None:
    assert echo(said, dt.date(2026, 3, 5), DEFAULT_RULES) == line


def test_a_moment_says_its_year_only_where_it_is_another() -> None:
    assert moment_text(DAY_12, at("2026-12-31")) == "Tue 17 Mar 14:02"
    assert moment_text(DAY_12, at("2027-01-01")) == "Tue 17 Mar 2026 14:02"


FULL = replace(
    CHECKED,
    id="aa11",
    role="Data engineer",
    where="12 Harbor Street",
    notes="first\nsecond",
    people=(
        Person(
            name="Dana Reyes",
            title="CTO",
            email="dana@northwind.example",
            linkedin="linkedin.com/in/dana-example",
            address="12 Harbor Street\nSeattle",
            sent=(Sent(letter="thank-you", at=stamp(at("2026-03-05 16:00")), via="email"),),
        ),
        Person(name="Tom"),
    ),
    anchors=(
        Anchor(
            text="The Goal", kind=AnchorKind.BOOK, used=(stamp(at("2026-03-10 09:00")), stamp(at("2026-03-06 09:00")))
        ),
        Anchor(text="boats"),
    ),
)
AN_HOUR_LATER = later(DAY_12, hours=1)
LOG = [
    LogEntry(at=stamp(INTERVIEW), what="added", undone=False),
    LogEntry(at=stamp(at("2026-03-06 09:00")), what="edited", undone=True),
]


KEYS = {"edit": "e", "archive": "x"}


def lines(made: Card, *others: Card, now: dt.datetime = AN_HOUR_LATER) -> list[str]:
    log = {made.id: LOG}
    return [
        line.text for line in page(made, board(made, *others), now, DEFAULT_RULES, lambda one: log.get(one, []), KEYS)
    ]


def test_the_page_and_the_record_name_the_way_of_a_check_in_alike() -> None:
    made = check_in(READY, at("2026-03-17 14:02"), via="LinkedIn")
    assert "✓ Checked in: Tue 17 Mar 14:02 on LinkedIn" in "\n".join(lines(made))
    assert "Checked in on LinkedIn" in [entry.what for entry in record_entries(made)]


def test_a_cards_page_says_everything_about_it() -> None:
    second = card("Northwind", at("2026-03-20 10:00"), id="bb22", role="Second round", round_of="aa11")
    assert lines(FULL, second) == [
        "Northwind · Data engineer",
        "Thu 5 Mar 14:30–15:15 · 12 Harbor Street",
        "",
        "· again on 24 Mar",
        "You asked on Tue 17 Mar and heard nothing: once more, then leave it.",
        "",
        "┄┄┄┄┄┄┄████┄◆",
        "Day 12 of 7–10",
        "They said “7-10 days”",
        "Thu 12 – Sun 15 Mar · check in Tue 17 Mar (Day 12)",
        "",
        "Steps",
        "  ✓ Asked next steps: Thu 5 Mar 14:30",
        "  ✓ Emailed thanks: Thu 5 Mar 15:15",
        "  ✓ Mailed note: Thu 5 Mar 15:15",
        "  ✓ Connected on LinkedIn: Thu 5 Mar 15:15",
        "  ✓ Checked in: Tue 17 Mar 14:02",
        "",
        "People",
        "  Dana Reyes, CTO <dana@northwind.example>",
        "    linkedin.com/in/dana-example",
        "    12 Harbor Street",
        "    Seattle",
        "    ✓ thank-you by email, Thu 5 Mar 16:00",
        "  Tom",
        "",
        "Anchors",
        "  book: The Goal, last used Tue 10 Mar 09:00",
        "  topic: boats, not used yet",
        "",
        "Notes",
        "  first",
        "  second",
        "",
        "Other rounds",
        "  Fri 20 Mar 10:00 Second round",
        "",
        "What happened",
        "  Thu 5 Mar 14:30  added",
        "  Fri 6 Mar 09:00  edited (taken back)",
    ]


def test_a_new_cards_page_says_what_is_open_and_what_is_missing() -> None:
    shown = lines(move(NEW, Stage.MAILED, at("2026-03-05 16:00")), now=at("2026-03-05 17:00"))
    assert "No promise recorded: e adds what they said." in shown
    assert shown[shown.index("Steps") + 1 : shown.index("Steps") + 6] == [
        "  – Asked next steps: skipped",
        "  – Emailed thanks: skipped",
        "  ✓ Mailed note: Thu 5 Mar 16:00",
        "  ○ Connected on LinkedIn",
        "  ○ Checked in",
    ]
    assert "People" not in shown


@pytest.mark.parametrize("made", [READY, NO_TIMELINE, VAGUE])
def test_a_cards_page_shows_when_each_reply_came(made: Card) -> None:
    late = at("2026-03-18T03:00:00+00:00")  # 23:00 on Tuesday in New York
    answered = reply(reply(made, ReplyKind.NO_NEWS, late, "not yet"), ReplyKind.NEXT_ROUND, later(late, days=1))
    shown = lines(answered)
    assert "They replied on Tue 17 Mar 23:00: no news “not yet”" in shown
    assert "They replied on Wed 18 Mar 23:00: next round" in shown


def test_a_card_brought_back_after_their_no_says_so() -> None:
    back = bring_back(reply(READY, ReplyKind.NO, at("2026-03-13 10:00"), "no"))
    shown = lines(back, now=at("2026-03-20 10:00"))
    assert {"✓ they said no", "They said no: the card stays quiet until they say something else."} <= set(shown)


def test_an_offers_page_shows_the_day_of_the_answer_and_no_longer_the_promise_before_it() -> None:
    offered = reply(READY, ReplyKind.OFFER, at("2026-03-13 10:00"), "the offer", answer_by=dt.date(2026, 3, 20))
    shown = lines(offered, now=at("2026-03-13 11:00"))
    assert "They made an offer: “the offer”" in shown
    assert "They want your answer by Fri 20 Mar." in shown
    assert not any("check in Tue 17 Mar" in line for line in shown)
    again = msgspec.structs.replace(
        promise("2026-03-25", "2026-03-25", "next Wednesday"), given_at=at("2026-03-14 10:00")
    )
    shown = lines(reply(offered, ReplyKind.PROMISE, at("2026-03-14 10:00"), "next Wednesday", again))
    assert "They made an offer: “the offer”" in shown
    assert any(line.startswith("They said “next Wednesday”: ") for line in shown)


@given(st.text(max_size=20), cards(), around(900))
def test_nothing_on_a_page_drives_a_terminal(text: str, made: Card, now: dt.datetime) -> None:
    made = replace(
        made,
        company=text or "x",
        role=text,
        where=text,
        notes=text,
        people=(Person(name=text, title=text, email=text, linkedin=text, address=text),),
        anchors=(Anchor(text=text),),
        deleted=False,
    )
    shown = "".join(lines(made, now=now))
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char == "\u202e"]


def test_a_card_is_printed_as_the_contract_has_it() -> None:
    told = json.loads(json_text(card_json(row_for(READY, DAY_12), DAY_12)))
    assert {
        key: told[key] for key in ("company", "role", "starts_at", "ends_at", "stage", "urgency", "day", "outcome")
    } == {
        "company": "Northwind",
        "role": "",
        "starts_at": "2026-03-05T14:30:00-05:00",
        "ends_at": "2026-03-05T15:15:00-05:00",
        "stage": "connected",
        "urgency": "overdue",
        "day": 12,
        "outcome": None,
    }
    assert told["id"] == READY.id
    assert told["promise"] == {
        "said": "7-10 days",
        "words": "",
        "earliest": "2026-03-12",
        "latest": "2026-03-15",
        "until": None,
        "given_at": "2026-03-05T14:30:00-05:00",
        "working": False,
        "broken_at": None,
    }
    assert told["step"] == {
        "stage": "checked_in",
        "action": "check_in",
        "opens": "2026-03-16T00:00:00-04:00",
        "due": "2026-03-17T00:00:00-04:00",
        "why": "They said “7-10 days”: once Sun 15 Mar has passed, pick up the phone.",
    }


def test_what_a_card_lacks_is_null() -> None:
    ended = archive(NEW, Outcome.ACCEPTED, DAY_12)
    told = card_json(row_for(ended, DAY_12), DAY_12)
    assert (told["promise"], told["step"], told["urgency"], told["outcome"]) == (None, None, "quiet", "accepted")
    vague = card_json(row_for(VAGUE, DAY_12), DAY_12)["promise"]
    assert (vague["earliest"], vague["latest"]) == (None, None)


@given(cards(), around(900))
def test_any_card_can_be_printed_and_read_again(made: Card, now: dt.datetime) -> None:
    told = json.loads(json_text([card_json(row_for(made, now), now)]))
    assert (told[0]["id"], told[0]["company"]) == (made.id, made.company)
    assert told[0]["urgency"] in ("waiting", "due", "overdue", "quiet")


def test_rows_are_printed_in_columns_that_line_up_whatever_letters_they_hold(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = [
        READY,
        replace(VAGUE, company="日本語"),
        replace(SAID_NO, company="日本 👩‍💻 [red]x[/]\x1b[31m", role="SRE"),
    ]
    show_rows([row_for(made, DAY_12) for made in shown], DAY_12, {}, as_json=False)
    out = capsys.readouterr().out
    printed = out.splitlines()
    assert len(printed) == 3
    assert "\x1b" not in out
    assert [line.rstrip() for line in printed] == printed
    signs = [cell_len(line[: line.index(mark)]) for line, mark in zip(printed, "‼‼·", strict=True)]
    assert len(set(signs)) == 1
    assert printed[0].split("  ")[0] == READY.id[:6]
    assert "archived: rejected" in printed[2]
    assert printed[2].endswith("SRE")


def test_no_rows_print_nothing_and_an_empty_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    show_rows([], DAY_12, {}, as_json=False)
    assert capsys.readouterr().out == ""
    show_rows([], DAY_12, {}, as_json=True)
    assert json.loads(capsys.readouterr().out) == []


def test_one_long_name_does_not_push_the_other_rows_columns_off_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    long = replace(READY, company="x" * 150)
    show_rows([row_for(made, DAY_12) for made in (long, READY)], DAY_12, {}, as_json=False)
    assert [cell_len(line) < 140 for line in capsys.readouterr().out.splitlines()] == [False, True]


def test_json_keeps_letters_as_they_are_and_control_characters_escaped() -> None:
    told = json_text(card_json(row_for(replace(READY, company=TOUGH_NAME), DAY_12), DAY_12))
    assert "日本語 👩‍💻" in told
    assert "\x1b" not in told
    assert msgspec.json.decode(told)["company"] == TOUGH_NAME
