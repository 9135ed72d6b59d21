"""What they answered, when you checked in, and how it ended: what was chosen is recorded, and nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from day12.edit.form import FormScreen
from day12.edit.reply import ReplyScreen
from day12.edit.said_box import SaidBox
from day12_data.card import Card, Person, replace
from day12_data.edits import move
from day12_data.kinds import Outcome, ReplyKind, Stage
from driver import NARROW, opened
from kit import DAY_12, NORTHWIND, at, card, later, promise, session

TWO_TIMES = "interviews this week, decision next week"
TINY = (40, 10)


def _only(where: object) -> Card:
    [found] = where.load().active  # type: ignore[attr-defined]  # a Session
    assert isinstance(found, Card)
    return found


async def test_a_reply_of_yesterday_has_its_window_from_its_own_day(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r", "up")
        await user.type("yesterday 4pm")
        assert "Mon 16 Mar 16:00" in user.text()
        await user.press("enter")
        await user.type("another week")
        assert "Mon 23 Mar · check in Wed 25 Mar" in user.text()
        await user.press("enter")
    kept = _only(where)
    assert kept.replies[0].at == at("2026-03-16 16:00")
    assert kept.promise
    assert (kept.promise.latest, kept.promise.words) == (dt.date(2026, 3, 23), "another week")


async def test_a_moment_that_cannot_be_read_or_is_to_come_says_so_and_records_nothing(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r", "up")
        await user.type("tomorrow 4pm")
        assert "Wed 18 Mar 16:00 is still to come" in user.text()
        await user.press("tab", "tab", "n")
        assert isinstance(user.app.screen, ReplyScreen)
        await user.press("escape")
    assert _only(where).replies == ()


@pytest.mark.parametrize(
    ("key", "kind"),
    [("w", ReplyKind.NO_NEWS), ("o", ReplyKind.OFFER), ("p", ReplyKind.PROMISE), ("n", ReplyKind.NO)],
)
async def test_each_kind_of_answer_has_a_key_and_keeps_what_they_said(
    tmp_path: Path, key: str, kind: ReplyKind
) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r")
        await user.type("by Friday")
        await user.press("down", key, "enter")
    [kept] = [each for each in where.load().cards.values() if not each.deleted]
    assert [(each.kind, each.said) for each in kept.replies] == [(kind, "by Friday")]
    assert (kept.offer is not None) == (kind is ReplyKind.OFFER)
    assert (kept.promise != NORTHWIND.promise) == (kind is ReplyKind.PROMISE)


async def test_an_offer_has_the_day_of_your_answer_which_is_asked_where_it_isnt_sure(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r")
        await user.type(TWO_TIMES)
        await user.press("tab", "tab", "o", "enter", "2")
        await user.press("enter")
        assert "answer their offer by 20 Mar" in user.text()
    offer = _only(where).offer
    assert offer
    assert (offer.said, offer.words, offer.answer_by) == (TWO_TIMES, "this week", dt.date(2026, 3, 20))


async def test_none_of_the_times_keeps_the_words_and_the_promise_as_it_was(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r")
        await user.type(TWO_TIMES)
        await user.press("enter", "0", "enter")
    kept = _only(where)
    assert (kept.replies[0].kind, kept.replies[0].said) == (ReplyKind.NO_NEWS, TWO_TIMES)
    assert kept.promise == NORTHWIND.promise


@pytest.mark.parametrize("said", ["Sorry, we have chosen someone else", "after Easter we chose someone else"])
@pytest.mark.parametrize(("keys", "kind"), [(["enter"], ReplyKind.NO_NEWS), (["n", "enter"], ReplyKind.NO)])
async def test_words_without_a_day_are_asked_about_and_no_news_comes_first(
    tmp_path: Path, said: str, keys: list[str], kind: ReplyKind
) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r")
        await user.type(said)
        await user.press("enter")
        assert isinstance(user.app.screen, ReplyScreen)
        await user.press(*keys)
    [kept] = where.load().cards.values()
    assert [(each.kind, each.said) for each in kept.replies] == [(kind, said)]
    assert kept.promise == NORTHWIND.promise


async def test_a_promise_without_words_is_asked_for_and_not_recorded(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r", "down", "p", "enter")
        assert "Type what they said" in user.toasts[-1]
        await user.press("escape")
    assert _only(where).replies == ()


async def test_they_didnt_do_as_they_said_makes_checking_in_next(tmp_path: Path) -> None:
    told = card("Acme", at("2026-03-16 10:00"), promise=promise("2026-03-17", "2026-03-20", "call you today"))
    where = session(tmp_path, told)
    async with opened(where) as user:
        await user.press("r")
        await user.type("no call at one")
        await user.press("down", "k", "enter", "enter")
        assert "! check in: promise not kept" in user.text()
        assert "they didn't do as they had said: “no call at one”" in user.page
    assert _only(where).replies == ()


async def test_an_interview_that_didnt_happen_asks_for_a_new_time(tmp_path: Path) -> None:
    where = session(tmp_path, card("Acme", at("2026-03-17 13:00")))
    async with opened(where) as user:
        await user.press("r", "down", "m", "enter")
        assert "ask new time" in user.text()
    assert _only(where).missed_at == DAY_12


async def test_what_makes_no_sense_for_a_card_is_not_offered(tmp_path: Path) -> None:
    thanked = move(card("Acme", at("2026-03-16 10:00")), Stage.EMAILED, at("2026-03-16 12:00"))
    async with opened(session(tmp_path, thanked)) as user:
        await user.press("r")
        assert "the next round" in user.text()
        assert "the interview didn't happen" not in user.text()
        assert "as they said" not in user.text()


async def test_the_next_rounds_form_comes_first_and_closing_it_records_nothing(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r", "down", "r", "enter")
        assert isinstance(user.app.screen, FormScreen)
        await user.press("escape")
        assert user.on_the_board
    assert [each.replies for each in where.load().cards.values()] == [()]


async def test_saving_the_next_round_records_the_reply_and_the_card_and_one_undo_takes_both_back(
    tmp_path: Path,
) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r")
        await user.type("come again")
        await user.press("down", "r", "enter", "ctrl+s")
        first, second = sorted(where.load().active, key=lambda each: bool(each.round_of))
        assert [(each.kind, each.said) for each in first.replies] == [(ReplyKind.NEXT_ROUND, "come again")]
        assert second.round_of == first.id
        await user.press("u")
    assert _only(where).replies == ()


async def test_all_answers_are_in_sight_in_a_terminal_of_40_by_10(tmp_path: Path) -> None:
    told = card("Acme", at("2026-03-16 10:00"), promise=promise("2026-03-17", "2026-03-20"))
    async with opened(session(tmp_path, told), TINY) as user:
        await user.press("r")
        words = ["a new promise", "no news yet", "the next round", "an offer", "a no", "as they said", "didn't happen"]
        assert [each for each in words if each not in user.text()] == []


async def test_c_records_how_and_when_and_what_they_said_as_one_change(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        before = _only(where)
        await user.press("c", "up")
        await user.type("another week")
        assert "Tue 24 Mar · check in" in user.text()
        await user.press("up")
        await user.type("yesterday 4pm")
        assert "Mon 23 Mar · check in" in user.text()
        await user.press("enter", "p", "enter")
        kept = _only(where)
        assert [(each.via, each.said, each.at) for each in kept.check_ins] == [
            ("phone", "another week", at("2026-03-16 16:00"))
        ]
        assert [each.kind for each in kept.replies] == [ReplyKind.PROMISE]
        assert kept.promise
        assert kept.promise.latest == dt.date(2026, 3, 23)
        await user.press("u")
        assert replace(_only(where), updated=before.updated) == before


async def test_ctrl_s_records_with_the_answer_that_is_selected_from_any_field(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("c", "m", "shift+tab")
        await user.type("another week")
        await user.press("ctrl+s")
        assert [(each.via, each.said) for each in _only(where).check_ins] == [("email", "another week")]
        await user.press("r")
        await user.type("two more weeks")
        await user.press("up", "ctrl+s")
    assert [each.said for each in _only(where).replies] == ["another week", "two more weeks"]


async def test_words_typed_at_once_after_c_or_x_give_no_answer_and_c_keeps_them(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("x")
        await user.type("rejected: so sad")
        assert not user.on_the_board
        await user.press("escape")
        await user.press("c")
        assert "↑ to type what they said" in user.text()
        await user.type("phone rang, no answer")
        await user.press("enter", "m", "enter")
    kept = _only(where)
    assert kept.ended is None
    assert [(each.via, each.said) for each in kept.check_ins] == [("email", "phone rang, no answer")]


async def test_words_typed_slowly_at_the_ways_are_words_from_their_first_letter_and_so_is_a_paste(
    tmp_path: Path,
) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("c", *"most", "space", *"likely", "enter")
        await user.press("down", "o", "up", *"me", "enter")  # the arrow has gone on from what the first o went to
        await user.paste(" there")
        await user.press("enter", "o", "enter")
    assert [(each.via, each.said) for each in _only(where).check_ins] == [("", "most likelyme there")]


async def test_words_typed_on_at_the_kinds_of_answer_are_words(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r", *"sorry", "enter", "space", *"nobody", "enter", "enter")
    assert [(each.kind, each.said) for each in _only(where).replies] == [(ReplyKind.NO_NEWS, "sorry nobody")]


async def test_letters_typed_at_the_times_of_an_answer_go_to_its_words(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("r")
        await user.type(TWO_TIMES)
        await user.press("enter", *"or")
        assert user.app.screen.query_one(SaidBox).text == f"{TWO_TIMES}or"
        await user.press("enter")
        await user.paste(" so")
        assert user.app.screen.query_one(SaidBox).text == f"{TWO_TIMES}or so"


async def test_c_with_words_that_leave_a_choice_asks_and_then_records(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("c", "up")
        await user.type(TWO_TIMES)
        await user.press("tab", "tab", "m", "enter", "1")
        assert user.on_the_board
    kept = _only(where)
    assert [each.via for each in kept.check_ins] == ["email"]
    assert kept.promise
    assert kept.promise.words == "next week"


async def test_c_with_words_that_name_no_day_is_no_news(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("c", "up")
        await user.type("voicemail")
        await user.press("enter", "p", "enter")
    kept = _only(where)
    assert [each.kind for each in kept.replies] == [ReplyKind.NO_NEWS]
    assert kept.promise == NORTHWIND.promise


async def test_x_says_when_it_ended(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("x", "up")
        await user.type("yesterday 4pm")
        await user.press("enter", "w")
    [ended] = where.load().archived
    assert ended.ended
    assert (ended.outcome, ended.ended.at) == (Outcome.WITHDREW, at("2026-03-16 16:00"))


async def test_capital_m_moves_the_card_for_an_earlier_moment(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("M")
        await user.type("6 march 9am")
        await user.press("enter")
        assert user.companies(Stage.EMAILED) == ["Northwind"]
    mark = _only(where).mark(Stage.EMAILED)
    assert mark
    assert mark.at == at("2026-03-06 09:00")


@pytest.mark.parametrize("key", ["greater_than_sign", "M"])
async def test_an_interview_still_to_come_is_not_moved_and_says_when_it_is(tmp_path: Path, key: str) -> None:
    where = session(tmp_path, card("Acme", at("2026-03-18 10:00")))
    async with opened(where) as user:
        await user.press(key, *(["enter"] if key == "M" else []))
        assert "Acme: the interview is on Wed 18 Mar 10:00." in user.toasts
    assert _only(where).stage is Stage.ASKED


async def test_capital_d_deletes_at_once_and_u_brings_the_card_back(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("D")
        assert user.companies(Stage.ASKED) == []
        assert user.toasts[-1] == "Northwind: deleted · u takes it back"
        assert list(where.load().active) == []
        await user.press("u")
        assert user.companies(Stage.ASKED) == ["Northwind"]


async def test_capital_d_on_a_cards_page_closes_the_page(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("enter", "D")
        assert user.on_the_board


async def test_a_second_card_for_the_same_interview_is_pointed_out(tmp_path: Path) -> None:
    where = session(tmp_path, replace(NORTHWIND, people=(Person(name="Dana Reyes"),)))
    async with opened(where, NARROW) as user:
        await user.press("a")
        await user.type("northwind")
        await user.press("tab", "tab")
        await user.type("2026-03-05 16:00")
        await user.press("ctrl+s")
        assert any("another card for Northwind" in toast and "D deletes this one" in toast for toast in user.toasts)
    assert len(list(where.load().active)) == 2


async def test_what_they_said_is_there_again_until_it_is_recorded(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r")
        await user.type("come again")
        await user.press("down", "r", "enter", "escape")
        assert user.on_the_board
        await user.press("q")
        assert any("what Northwind said (r)" in toast for toast in user.toasts)
        await user.press("r")
        assert "come again" in user.text()
        await user.press("down", "w", "enter", "r")
        assert "come again" not in user.text()


async def test_what_they_said_when_you_checked_in_is_there_again_after_a_restart(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("c", "up")
        await user.type("call me on Friday")
        await user.press("escape", "q", "q")
    where = session(tmp_path)
    async with opened(where) as user:
        assert any("what Northwind said (c)" in toast for toast in user.toasts)
        await user.press("c")
        await user.type(" at 10")
        assert "call me on Friday at 10" in user.text()
        await user.press("escape")
    assert _only(where).check_ins == ()


async def test_a_promise_given_with_a_reply_is_open_and_not_kept_by_that_reply(tmp_path: Path) -> None:
    clock = iter(later(DAY_12, seconds=second) for second in range(10_000))  # every look at it takes a second
    where = session(tmp_path, NORTHWIND)._replace(clock=lambda: next(clock))
    async with opened(where) as user:
        await user.press("r")
        await user.type("until wednesday")
        await user.press("enter")
    [card] = where.load().active
    assert card.promise
    assert card.promise.given_at == card.replies[-1].at


async def test_a_letter_that_opens_by_itself_is_not_offered_a_key_that_types_a_letter(tmp_path: Path) -> None:
    there = card("Acme", at("2026-03-16 10:00"), people=(Person(name="Dana Reyes"),))
    async with opened(session(tmp_path, there)) as user:
        await user.press("r", "down", "n", "enter")
        assert "they replied: a no" in user.text()
        assert "takes it back" not in user.text()
