"""Several events of one file that are one interview: a panel, or an onsite with a talk for each interviewer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from day12_data.dates.days import day_text
from day12_data.exchange.company import same_company
from day12_data.exchange.import_items import LEAVE, Context, Does, Item, Question, digest
from day12_data.exchange.meeting import Meeting

ONE, EACH = "one interview, one card", "a card for each"
_GAP = dt.timedelta(hours=3)


def panels(asked: list[Meeting | Item], context: Context) -> Iterator[tuple[Meeting, ...] | Item]:
    """The meetings, those of one company on one day together; on several days it is asked."""
    meetings = [each for each in asked if isinstance(each, Meeting)]
    yield from (each for each in asked if isinstance(each, Item))
    for group in _of_one_company(meetings):
        days = list(_of_one_day(group))
        if len(days) < 2:
            yield from days
            continue
        key = f"panel:{digest(*(meeting.key for meeting in group))}"
        on = ", ".join(day_text(day[0].event.start.date()) for day in days)
        text = f"{group[0].company.name} invites you on several days ({on}): what is it?"
        question = Question(key, text, (ONE, EACH, LEAVE))
        match context.answer(question):
            case "":
                yield Item(Does.ASK, f"{len(group)} meetings with {group[0].company.name}.", question=question)
            case answer if answer == ONE:
                yield tuple(group)
            case answer if answer == EACH:
                yield from days
            case _:
                yield Item(Does.NOTHING, f"{len(group)} meetings with {group[0].company.name} were left out.")


def _of_one_company(meetings: list[Meeting]) -> Iterator[list[Meeting]]:
    left = sorted(meetings, key=lambda meeting: meeting.starts_at or dt.datetime.max.replace(tzinfo=dt.UTC))
    while left:
        first = left[0]
        alike = [each is first or same_company(each.company.name, first.company.name) for each in left]
        group = [each for each, same in zip(left, alike, strict=True) if same]
        left = [each for each, same in zip(left, alike, strict=True) if not same]
        yield [replace(each, company=group[0].company) for each in group]


def _of_one_day(group: list[Meeting]) -> Iterator[tuple[Meeting, ...]]:
    """The meetings that follow one another with no more than a long lunch between."""
    run: list[Meeting] = []
    for meeting in group:
        last = max((each.ends_at for each in run if each.ends_at), default=None)
        if run and last and meeting.starts_at and meeting.starts_at - last > _GAP:
            yield tuple(run)
            run = []
        run.append(meeting)
    if run:
        yield tuple(run)
