"""The figures of a board as tables of counts with bars, to be drawn or printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from day12.insights.words import VERDICTS, days_words
from day12.state_words import STEP_NAMES
from day12_data.dates.lexicon import MONTHS
from day12_data.insights.figures import Held, Insights, Month, Tally, share, spread
from day12_data.insights.follow_ups import Done
from day12_data.insights.promises import SETTLED, Verdict
from day12_data.kinds import Stage
from day12_data.rules import Rules
from day12_data.step import Action
from day12_data.text import counted


class TableRow(NamedTuple):
    """A line of a table: what is counted, the counts, the parts of its bar with their kinds, and what else to say."""

    label: str
    cells: tuple[str, ...]
    bar: tuple[tuple[int, str], ...]
    note: str = ""


class Table(NamedTuple):
    """A table with a title; `heads` name its columns, which are counts."""

    title: str
    heads: tuple[str, ...]
    rows: Sequence[TableRow]


def summary(told: Insights) -> str:
    """How many interviews there were, and since when: "14 interviews since Dec 2025 · 2 to come"."""
    held = told.total.interviews
    first = next((month for month, tally in told.months.items() if tally.interviews[Held.HELD]), None)
    since = f" since {month_name(first)}" if first else ""
    parts = [
        f"{counted(held[Held.HELD], 'interview')}{since}",
        *([f"{held[Held.TO_COME]} to come"] if held[Held.TO_COME] else []),
        *([f"{held[Held.CALLED_OFF]} didn't take place"] if held[Held.CALLED_OFF] else []),
    ]
    return " · ".join(parts)


def tables(told: Insights, rules: Rules) -> list[Table]:
    """All tables but that of the companies; none of an empty board."""
    if not told.companies:
        return []
    total = told.total
    return [
        Table("Their promises", (), _promises(total, rules)),
        Table("Their answers", (), _answers(total)),
        Table("Your follow-ups", ("in time", "late", "skipped", "open", "share"), _follow_ups(total)),
        Table("Where the open ones stand", (), [_plain(stage.title, total.stages[stage]) for stage in Stage]),
        Table("How they ended", (), [_plain(each.value, count) for each, count in total.outcomes.items() if count]),
        Table(
            "By month",
            ("interviews", "answers", "kept", "late", "forgotten", "in time"),
            [_month(month, tally) for month, tally in sorted(told.months.items(), reverse=True)],
        ),
    ]


def month_name(month: Month) -> str:
    """A month with its year, "Mar 2026"."""
    return f"{MONTHS[month[1] - 1][:3]} {month[0]}"


def _per_cent(part: int, whole: int) -> str:
    """A share in per cent; nothing of fewer than five."""
    found = share(part, whole)
    return "" if found is None else f"{100 * found:.0f}%"


def _plain(label: str, count: int) -> TableRow:
    return TableRow(label, (str(count),), ((count, "bar"),))


def _promises(total: Tally, rules: Rules) -> list[TableRow]:
    late = spread(total.late_by)
    by = f"by {days_words(total.late_by)}" if late and total.late_by[-1] else ""
    if late and total.late_by[0] != total.late_by[-1]:
        by += f", median {late.median:g}"
    notes = {
        Verdict.LATE: by,
        Verdict.FORGOTTEN: f"no answer for {counted(rules.quiet_after_days, 'day')}",
        Verdict.OVERDUE: "nothing heard yet",
    }
    return [
        _promise_row(verdict, total, notes.get(verdict, ""))
        for verdict in VERDICTS
        if verdict in SETTLED or total.promises[verdict]
    ]


def _promise_row(verdict: Verdict, total: Tally, note: str) -> TableRow:
    """How many promises came to this, with their share of those that are settled."""
    count, is_settled = total.promises[verdict], verdict in SETTLED
    of_all = _per_cent(count, sum(total.promises[each] for each in SETTLED)) if is_settled else ""
    bar = (count, verdict.value if is_settled else "open")
    return TableRow(VERDICTS[verdict], (str(count), of_all), (bar,), note * bool(count))


def _answers(total: Tally) -> list[TableRow]:
    found, held = spread(total.answers), total.interviews
    note = ""
    if found:
        note = f"after {counted(found.median, 'day')}"
        if found.quartiles:
            low, high = found.quartiles
            note += f", half of them {low:.0f}–{high:.0f}"
    return [
        TableRow("answered", (str(len(total.answers)),), ((len(total.answers), "bar"),), note),
        TableRow("still waiting", (str(held[Held.WAITING]),), ((held[Held.WAITING], "open"),)),
        TableRow("never answered", (str(held[Held.UNANSWERED]),), ((held[Held.UNANSWERED], "forgotten"),)),
    ]


def _follow_ups(total: Tally) -> list[TableRow]:
    rows = []
    for stage in Stage:
        counts = {done: total.follow_ups[stage, done] for done in Done}
        settled = sum(counts.values()) - counts[Done.OPEN]
        cells = (*(str(counts[done]) for done in Done), _per_cent(counts[Done.IN_TIME], settled))
        rows.append(TableRow(_ASKED_FOR[stage], cells, tuple((counts[done], _KINDS[done]) for done in Done)))
    return rows


_ASKED_FOR = {
    action.stage: STEP_NAMES[action]
    for action in (Action.ASK, Action.THANK, Action.MAIL, Action.CONNECT, Action.CHECK_IN)
}
_KINDS = {Done.IN_TIME: "kept", Done.LATE: "late", Done.SKIPPED: "forgotten", Done.OPEN: "open"}


def _month(month: Month, tally: Tally) -> TableRow:
    held, counts = tally.interviews[Held.HELD], tally.promises
    in_time = sum(tally.follow_ups[stage, Done.IN_TIME] for stage in Stage)
    settled = sum(tally.follow_ups.values())
    cells = (
        str(held),
        str(len(tally.answers)),
        *(str(counts[verdict]) for verdict in SETTLED),
        f"{in_time} of {settled}",
    )
    return TableRow(month_name(month), cells, ((held, "bar"),))
