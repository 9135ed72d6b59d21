"""The record as a page to print, such as for a job centre: what was done and heard, day by day.

It loads nothing and runs nothing. Notes, letters, the words of their answers and how people are reached stay out of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from string import Template

from day12_data.card import Card, Person
from day12_data.dates.days import by_own_clock, day_text, other_clock, time_text, window_text
from day12_data.dates.lexicon import spelt
from day12_data.exchange.record import ENDED, REPLIED, DateRange, RecordEntry, record_entries
from day12_data.kinds import ReplyKind
from day12_data.text import clean, clean_lines, counted, fold

_TITLE = "Record of job interviews"


def html_page(cards: Sequence[Card], period: DateRange, now: dt.datetime, name: str = "", address: str = "") -> str:
    """The page, its times by the clock of `now`; of each interview what happened in the period."""
    page = Template(files("day12_data").joinpath("samples", "record.html").read_text(encoding="utf-8"))
    sender = "\n".join(filter(None, (clean(name), clean_lines(address))))
    return page.substitute(
        title=_TITLE,
        period=escape(_period(cards, period, now)),
        summary=escape(_summary(cards)),
        sender=f'<address dir="auto">{escape(sender)}</address>' if sender else "",
        overview=_overview(cards, now) if cards else "",
        interviews="\n".join(_section(number, card, period, now) for number, card in enumerate(cards, 1)),
    )


def _period(cards: Sequence[Card], period: DateRange, now: dt.datetime) -> str:
    since, until = period.since, period.until or now.astimezone(period.zone).date()
    if since is None:
        days = [entry.at.astimezone(period.zone).date() for card in cards for entry in record_entries(card)]
        since = min(days, default=None)
    if since is None or since > until:
        return f"Until {spelt(until, year=True)}"
    return f"{spelt(since, year=since.year != until.year)} – {spelt(until, year=True)}"


def _summary(cards: Sequence[Card]) -> str:
    companies = len({fold(card.company) for card in cards})
    if not cards:
        return "No interview."
    return f"{counted(len(cards), 'interview')} with {counted(companies, 'company', 'companies')}."


def _overview(cards: Sequence[Card], now: dt.datetime) -> str:
    titles = ("", "number"), ("Interview", "day"), ("Company and role", "job"), ("How it stands", "state")
    head = "".join(f'<th scope="col" class="{kind}">{title}</th>' for title, kind in titles)
    rows = "\n".join(
        f'<tr><td class="number">{number}</td><td class="day">{_interview_day(card, now)}</td>'
        f"<td>{_job(card)}</td>"
        f'<td class="state" dir="auto">{escape(_state(card, now))}</td></tr>'
        for number, card in enumerate(cards, 1)
    )
    return f'<table class="all"><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>'


def _section(number: int, card: Card, period: DateRange, now: dt.datetime) -> str:
    entries = (
        entry for entry in record_entries(card) if period.holds(entry.at) and entry.kind not in ("interview", "skipped")
    )
    rows = "\n".join(
        f'<tr><td class="day">{_moment(entry.at, now)}</td><td dir="auto">{escape(_words(entry, card))}</td></tr>'
        for entry in entries
    )
    about = "".join(f'<p dir="auto">{escape(line)}</p>' for line in _about(card, now))
    history_of = f"\n<table><tbody>\n{rows}\n</tbody></table>" if rows else ""
    return f"<section>\n<h2>{number}. {_job(card)}</h2>\n{about}{history_of}\n</section>"


def _job(card: Card) -> str:
    role = f", <bdi>{escape(clean(card.role))}</bdi>" if card.role else ""
    return f"<b><bdi>{escape(clean(card.company))}</bdi></b>{role}"


def _about(card: Card, now: dt.datetime) -> Iterator[str]:
    """When and where it was, and with whom."""
    yield " · ".join(filter(None, (_when(card, now), clean(card.where), "video call" if card.link else "")))
    if card.people:
        yield f"With {', '.join(map(_named, card.people))}"


def _named(person: Person) -> str:
    return f"{clean(person.name)} ({clean(person.title)})" if person.title else clean(person.name)


def _when(card: Card, now: dt.datetime) -> str:
    """The interview's day and hours, with those of its own zone where they differ."""
    if not card.time_known:
        return "No time is set yet"
    until = time_text(by_own_clock(card.ends_at, now))
    there = other_clock(card.starts_at, card.zone, now, end=card.ends_at)
    return f"{_moment(card.starts_at, now)}–{until}{', still to come' * (card.starts_at > now)}{there}"


def _interview_day(card: Card, now: dt.datetime) -> str:
    return _date(card.starts_at.astimezone(now.tzinfo)) if card.time_known else "not set yet"


def _moment(at: dt.datetime, now: dt.datetime) -> str:
    at = by_own_clock(at, now)
    return f"{_date(at)}, {time_text(at)}"


def _date(at: dt.datetime) -> str:
    return f"{day_text(at.date())} {at.year}"


def _words(entry: RecordEntry, card: Card) -> str:
    """What happened; of what they said only their promise, since the waiting follows from it."""
    promised = (promise for promise in (card.promise, *card.past_promises) if promise and promise.latest)
    said = f" (“{clean(entry.said)}”)" if entry.said and entry.at in {each.given_at for each in promised} else ""
    return f"{entry.what}{said}"


def _state(card: Card, now: dt.datetime) -> str:
    """How it stands, in a few words."""
    if card.ended:
        return f"{ENDED[card.ended.outcome]}, {_date(card.ended.at.astimezone(now.tzinfo))}"
    if card.missed_at:
        return "Did not take place"
    if not card.time_known or card.starts_at > now:
        return "Still to come"
    if card.offer:
        by = f", answer by {day_text(card.offer.answer_by)}" if card.offer.answer_by else ""
        return f"{REPLIED[ReplyKind.OFFER]}{by}"
    if card.last_reply and card.last_reply.kind is ReplyKind.NEXT_ROUND:
        return REPLIED[ReplyKind.NEXT_ROUND]
    if card.promise and card.promise.earliest and card.promise.latest:
        passed = now.astimezone(card.tzinfo).date() > card.promise.latest
        window = window_text(card.promise.earliest, card.promise.latest)
        return f"{'No answer yet, it was' if passed else 'Waiting for their answer,'} promised for {window}"
    return "Waiting for their answer"
