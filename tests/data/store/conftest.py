"""What the store's tests share: a clock that stands still, cards, and stores on one board."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from day12_data.card import Card, new_id
from day12_data.store import Store


@pytest.fixture
def now() -> dt.datetime:
    return dt.datetime(2026, 3, 17, 14, 2, tzinfo=dt.UTC)


@pytest.fixture
def card() -> Callable[..., Card]:
    def make(company: str = "Northwind", **fields: object) -> Card:
        start = dt.datetime(2026, 3, 5, 14, 30, tzinfo=dt.UTC)
        known = {"id": new_id(), "starts_at": start, "ends_at": start + dt.timedelta(hours=1), "updated": start}
        return Card(company=company, **(known | fields))  # type: ignore[arg-type]

    return make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "boards").mkdir()
    return tmp_path / "boards" / "board.json"


@pytest.fixture
def open_store(path: Path, now: dt.datetime, tmp_path: Path) -> Callable[..., Store]:
    """One more program with a board open: the same one, unless another path or day is named."""

    def open_(at: Path = path, day: int = 17) -> Store:
        return Store(at, clock=lambda: now.replace(day=day), state=tmp_path / "state")

    return open_
