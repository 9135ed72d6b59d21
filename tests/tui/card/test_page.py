"""A card's page: whom to call, what opens with a click, the words that count, and when there is nothing left to do."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from day12.board.card_lines import full_text
from day12.card.links import mail_link, phone_link, web_link
from day12_data.agenda import row_for
from day12_data.card import Card, Person, replace
from driver import NARROW, Driver, opened
from kit import DAY_12, SEVEN_TO_TEN, TOUGH_NAME, at, card, promise, session

DANA = Person(
    name="Dana Reyes", phone="+1 (206) 555-0133", email="dana@northwind.example", linkedin="linkedin.com/in/dana"
)
LAPSED = card("Northwind", promise=SEVEN_TO_TEN, people=(DANA, Person(name="Tom Okafor")))
IN_MAY = at("2026-05-01 10:00")


def _links(user: Driver) -> set[str]:
    """What the terminal is told to open."""
    lines = user.app.screen._compositor.render_strips()
    return {segment.style.link for line in lines for segment in line if segment.style and segment.style.link}


async def test_an_overdue_check_in_says_whom_to_call_on_the_page_and_beside_the_mouse(tmp_path: Path) -> None:
    async with opened(session(tmp_path, LAPSED), NARROW) as user:
        await user.press("enter")
        assert "Call Dana Reyes: +1 (206) 555-0133" in user.text()
    assert "Call Dana Reyes: +1 (206) 555-0133" in full_text(row_for(LAPSED, DAY_12), DAY_12, "x").plain


def test_a_card_that_waits_says_no_number() -> None:
    assert "Call" not in full_text(row_for(LAPSED, at("2026-03-13 10:00")), at("2026-03-13 10:00"), "x").plain


async def test_in_a_narrow_terminal_the_gauge_of_many_days_is_one_line_and_the_day_stands_below_it(
    tmp_path: Path,
) -> None:
    async with opened(session(tmp_path, LAPSED, now=IN_MAY), (40, 30)) as user:
        await user.press("enter")
        lines = [line.strip() for line in user.text().splitlines()]
        [at] = [number for number, line in enumerate(lines) if line.startswith("┄")]
        assert lines[at].endswith("◆")
        assert lines[at + 1].startswith("Day 57 of 7–10")


async def test_numbers_mails_and_profiles_are_links(tmp_path: Path) -> None:
    made = replace(LAPSED, link="https://meet.example/abc?x=1&y=2")
    async with opened(session(tmp_path, made)) as user:
        await user.press("enter")
        assert _links(user) == {
            "tel:+12065550133",
            "mailto:dana@northwind.example",
            "https://www.linkedin.com/in/dana",
            "https://meet.example/abc?x=1&y=2",
        }


async def test_a_terminal_that_knows_no_links_is_sent_none(tmp_path: Path) -> None:
    where = session(tmp_path, LAPSED)
    async with opened(where._replace(env={**where.env, "TERM": "linux"})) as user:
        await user.press("enter")
        assert _links(user) == set()


@pytest.mark.parametrize("text", [TOUGH_NAME, "\x1b]8;;evil\x1b\\", "javascript:alert(1)", "a b", "http://", "x" * 300])
def test_nothing_unclean_becomes_a_link(text: str) -> None:
    assert (phone_link(text), mail_link(text), web_link(text)) == ("", "", "")
    assert "\x1b" not in web_link(f"https://x.example/{text}")


def test_a_number_is_dialled_without_its_extension() -> None:
    assert phone_link("020 7946 0018 ext. 42") == "tel:02079460018"
    assert phone_link("ask at the desk") == ""


async def test_a_card_that_fell_silent_offers_the_archive_by_its_key(tmp_path: Path) -> None:
    async with opened(session(tmp_path, LAPSED, now=IN_MAY)) as user:
        await user.press("enter")
        assert "Silent for 8 weeks: x archives it." in user.text()
    assert "Silent for 8 weeks: f9 archives it." in full_text(row_for(LAPSED, IN_MAY), IN_MAY, "f9").plain


def _underlined(user: Driver) -> str:
    lines = user.app.screen._compositor.render_strips()
    return "".join(segment.text for line in lines for segment in line if segment.style and segment.style.underline)


async def test_the_words_that_count_are_marked_in_what_they_said(tmp_path: Path) -> None:
    words = msgspec.structs.replace(
        promise("2026-03-12", "2026-03-12", "the boiler broke, so next Thursday"), words="next Thursday"
    )
    made: Card = card("Acme", promise=words)
    async with opened(session(tmp_path, made)) as user:
        await user.press("enter")
        assert _underlined(user) == "next Thursday"
