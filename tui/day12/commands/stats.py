"""`day12 stats`: interviews, promises kept, answers and follow-ups, as tables or JSON."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from day12.commands.output import output_width, show_json, show_spans
from day12.commands.session import DONE, Session
from day12.insights.lines import COMPANIES, Spans, company_spans, table_lines
from day12.insights.tables import summary, tables
from day12_data.insights.figures import Company, Held, Insights, Tally, insights, share, spread
from day12_data.insights.follow_ups import Done
from day12_data.insights.promises import SETTLED, Promised, Verdict
from day12_data.kinds import Outcome, Stage
from day12_data.rules import Rules


def show_stats(parsed: SimpleNamespace, session: Session) -> int:
    """Print interviews, promises, answers and follow-ups, by company and by month."""
    rules = session.settings.rules
    told = insights(session.load(), session.clock(), rules)
    if parsed.json:
        show_json(_json(told))
    else:
        width = output_width()
        show_spans(_lines(told, rules, width or _IN_A_PIPE, bars=width is not None), session.env)
    return DONE


_IN_A_PIPE = 120


def _lines(told: Insights, rules: Rules, width: int, *, bars: bool) -> list[Spans]:
    lines: list[Spans] = [[(summary(told)[:width], "text")]]
    for table in tables(told, rules):
        lines += [[], *table_lines(table, width, bars=bars)]
    if told.companies:
        lines += [[], [(COMPANIES, "heading")], *(company_spans(each, width) for each in told.companies)]
    return lines


def _json(told: Insights) -> dict[str, Any]:
    months = told.months.items()
    return {
        **_tally_json(told.total),
        "months": [{"month": f"{year}-{month:02}", **_tally_json(tally)} for (year, month), tally in months],
        "companies": [_company_json(each) for each in told.companies],
    }


def _tally_json(tally: Tally) -> dict[str, Any]:
    """Counts; a share or a spread of fewer than five is null."""
    settled, days = sum(tally.promises[verdict] for verdict in SETTLED), spread(tally.answers)
    return {
        "interviews": {each.value: tally.interviews[each] for each in Held},
        "answers": {
            "count": len(tally.answers),
            "days": tally.answers,
            "median": days and days.median,
            "quartiles": days and days.quartiles,
        },
        "promises": {
            **{verdict.value: tally.promises[verdict] for verdict in Verdict},
            "kept_share": share(tally.promises[Verdict.KEPT], settled),
            "late_by_days": tally.late_by,
        },
        "follow_ups": {stage.value: _follow_up_json(tally, stage) for stage in Stage},
        "stages": {each.value: tally.stages[each] for each in Stage},
        "outcomes": {each.value: tally.outcomes[each] for each in Outcome},
    }


def _follow_up_json(tally: Tally, stage: Stage) -> dict[str, Any]:
    counts = {done: tally.follow_ups[stage, done] for done in Done}
    settled = sum(counts.values()) - counts[Done.OPEN]
    return {**{done.value: counts[done] for done in Done}, "in_time_share": share(counts[Done.IN_TIME], settled)}


def _company_json(company: Company) -> dict[str, Any]:
    return {
        "company": company.name,
        "cards": [card.id for card in company.cards],
        "promises": [_promised_json(each) for each in company.promises],
        "answers": company.answers,
    }


def _promised_json(promised: Promised) -> dict[str, Any]:
    promise = promised.promise
    return {
        "said": promise.said,
        "given_at": promise.given_at.isoformat(),
        "earliest": promise.earliest,
        "latest": promise.latest,
        "verdict": promised.verdict.value,
        "settled_at": promised.at and promised.at.isoformat(),
        "days_late": promised.days if promised.verdict in (Verdict.LATE, Verdict.OVERDUE) else None,
    }
