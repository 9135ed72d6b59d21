"""The insights on the screen: what is in sight, where the cursor goes, and what enter opens."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from textual import events

from day12.card.screen import CardScreen
from day12.insights.page import InsightsPage
from day12.insights.screen import InsightsScreen
from day12_data.card import Promise, replace, stamp
from day12_data.edits import archive, reply
from day12_data.kinds import Outcome, ReplyKind
from driver import NARROW, WIDE, Driver, opened
from kit import INTERVIEW, NORTHWIND, SEVEN_TO_TEN, TOUGH_NAME, at, card, later, promise, session

KEPT = reply(card("Acme", later(INTERVIEW, days=-1), promise=SEVEN_TO_TEN), ReplyKind.OFFER, at("2026-03-14 10:00"))
FIRST_ROUND = replace(
    archive(card("Acme", later(INTERVIEW, days=-9), role="First round"), Outcome.WITHDREW, at("2026-03-01 10:00")),
    id="a" * 16,
)


def company(user: Driver) -> str | None:
    """The company under the cursor of the insights."""
    selected = user.app.screen.query_one(InsightsPage).company
    return selected.name if selected else None


async def test_i_shows_the_insights_and_enter_opens_a_companys_card_or_asks_which(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND, KEPT, FIRST_ROUND)) as user:
        await user.press("i")
        assert isinstance(user.app.screen, InsightsScreen)
        shown = user.text()
        assert "3 interviews since Feb 2026" in shown
        assert "2 days over, no answer" in shown
        assert "43%" not in shown
        await user.press("down", "enter")
        assert isinstance(user.app.screen, CardScreen)
        assert "Northwind" in user.text()
        await user.press("escape", "down")
        assert company(user) == "Acme"
        await user.press("enter")
        assert "Acme: which interview?" in user.text()
        await user.press("2")
        assert "First round" in user.text()
        await user.press("escape", "i")
        assert user.on_the_board


async def test_the_figures_follow_what_is_done_and_undone(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("r", "tab", "n", "enter", "i")
        assert "late by 2 days" in user.text()
        await user.press("u")
        assert "2 days over, no answer" in user.text()


@pytest.mark.parametrize("size", [WIDE, NARROW, (28, 10)])
async def test_keys_scroll_to_the_companies_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    cards = [replace(card(f"Company {n:02}", later(INTERVIEW, hours=-n)), id=f"{n:016x}") for n in range(60)]
    async with opened(session(tmp_path, *cards), size) as user:
        await user.press("i", "down")
        if size != WIDE:
            assert company(user) is None
            await user.press(*["pagedown"] * 12, "down")
        assert company(user) is not None
        await user.press("end")
        assert company(user) == "Company 59"
        assert "Company 59"[: 6 if size[0] < 40 else 10] in user.text().splitlines()[-2]
        await user.press("pageup", "up")
        assert company(user) not in (None, "Company 59")
        await user.press("home")
        assert company(user) is None
        assert "Their promises" in user.text()
        await user.press("enter", "down")
        assert company(user) == "Company 01"


async def test_the_mouse_scrolls_selects_and_opens(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND, KEPT), NARROW) as user:
        await user.press("i")
        page = user.app.screen.query_one(InsightsPage)
        for _ in range(30):
            page.post_message(events.MouseScrollDown(page, 5, 5, 0, 0, 0, False, False, False, screen_x=5, screen_y=5))
        await user.settle()
        lines = user.text().splitlines()
        row = next(at for at, line in enumerate(lines) if line.strip().startswith("Acme"))
        await user.pilot.click(offset=(6, row))
        assert company(user) == "Acme"
        await user.pilot.click(offset=(6, row), times=2)
        await user.settle()
        assert isinstance(user.app.screen, CardScreen)


async def test_a_hostile_name_and_words_are_text_and_an_empty_board_says_so(tmp_path: Path) -> None:
    hostile = card(TOUGH_NAME, promise=Promise(said=TOUGH_NAME, given_at=NORTHWIND.starts_at))
    async with opened(session(tmp_path, hostile)) as user:
        await user.press("i", "down", "enter")
        assert isinstance(user.app.screen, CardScreen)
    async with opened(session(tmp_path / "other"), NARROW) as user:
        await user.press("i", "enter", "end", "up", "pagedown", "down")
        assert "Nothing to tell yet" in user.text()


async def test_a_cards_page_says_how_the_company_kept_its_promises_before(tmp_path: Path) -> None:
    given = msgspec.structs.replace(promise("2026-01-12", "2026-01-15"), given_at=stamp(at("2026-01-05 14:30")))
    kept, late = (
        reply(card("northwind", given.given_at, promise=given, id=name * 16), ReplyKind.NO, at(when))
        for name, when in (("c", "2026-01-15 10:00"), ("d", "2026-01-19 10:00"))
    )
    async with opened(session(tmp_path, NORTHWIND, kept, late)) as user:
        await user.press("1", "home", "enter")
        assert "Before this, Northwind made 2 promises: 1 kept, 1 late by 4 days" in user.text()
