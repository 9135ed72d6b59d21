"""A card's page as lines, for the screen and for `day12 show`: everything about one interview."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from day12.card.links import Link, linked, mail_link, phone_link, web_link
from day12.gauge import gauge
from day12.insights.words import kept_before
from day12.labels import day_line, echo, interview_text, label, next_words, numbers_to_call
from day12_data.agenda import row_for
from day12_data.board import Board
from day12_data.card import Anchor, Card, CheckIn, Offer
from day12_data.dates.days import day_text, local_text
from day12_data.differences import edited_fields
from day12_data.kinds import Stage
from day12_data.letters.linkedin import profile_url
from day12_data.moving_holidays import holiday_line, moving_holidays
from day12_data.rounds import other_rounds
from day12_data.rules import Rules
from day12_data.store import LogEntry
from day12_data.text import clean, clean_lines, way

GAUGE_WIDTH = 48

# What was done to the card of an id, oldest first.
Log = Callable[[str], Sequence[LogEntry]]


class Line(NamedTuple):
    """A line and what it is: a title, a heading, dim, an urgency's name, or plain; and what is marked in it."""

    text: str
    kind: str = "plain"
    links: tuple[Link, ...] = ()


def page(
    card: Card,
    board: Board,
    now: dt.datetime,
    rules: Rules,
    log: Log,
    keys: Mapping[str, str],
    width: int = GAUGE_WIDTH,
) -> Iterator[Line]:
    """The page's lines; nothing in them drives a terminal.

    `keys` are those that edit and archive, by their ids; `width` is how many cells the gauge may have.
    """
    row = row_for(card, now, rules)
    yield Line(clean(f"{card.company} · {card.role}" if card.role else card.company), "title")
    where = f" · {clean(card.where)}" if card.where else ""
    yield Line(f"{interview_text(card, now)}{where}", "dim")
    if card.link:
        link = clean(card.link)
        yield Line(link, "dim", linked(link, {link: web_link(link)}))
    yield Line("")
    yield Line(label(row, now), row.urgency.value)
    why = next_words(row, now, keys["archive"])
    yield from map(Line, why)
    if holidays := moving_holidays(card, now, rules):
        yield Line(clean(holiday_line(holidays)))
    for name, phone in numbers_to_call(row):
        text = f"Call {name}: {phone}"
        yield Line(text, row.urgency.value, linked(text, {phone: phone_link(phone)}))
    yield Line("")
    if line := gauge(card, now, width):
        yield Line(line, row.urgency.value)
    yield Line(day_line(card, now), row.urgency.value)
    if card.offer:
        yield from _offer(card, card.offer)
    if card.offer is None or (card.promise and card.promise.given_at > card.offer.given_at):
        yield from _promise(card, rules, keys["edit"], why)
    if before := kept_before(card, board, now, rules):
        yield Line(before)
    yield from map(Line, _replies(card, now))
    yield from _section("Steps", (_stage_line(card, stage, now) for stage in Stage))
    yield from _people(card, now)
    yield from _section("Anchors", (_anchor_line(card, anchor, now) for anchor in card.anchors))
    yield from _section("Notes", map(clean, clean_lines(card.notes).splitlines()))
    yield from _section(
        "Other rounds", (clean(f"{_day(other, now)}  {other.role}") for other in other_rounds(card, board))
    )
    yield from _section("What happened", _log_lines(card, board, now, log))
    yield from _section("Letters", _letter_lines(card, now))


def _log_lines(card: Card, board: Board, now: dt.datetime, log: Log) -> Iterator[str]:
    """What was done, to this card and to the other rounds, in one order of time."""
    story = [card, *other_rounds(card, board)]
    done = sorted(((entry, one) for one in story for entry in log(one.id)), key=lambda pair: pair[0].at)
    for entry, one in done:
        which = "" if one is card else f"{one.role or 'the round'} of {day_text(one.starts_at.date())}: "
        where = f" (on {entry.machine})" if entry.machine else ""
        yield f"{_when(card, entry.at, now)}  {clean(which + entry.what)}{where}{' (taken back)' * entry.undone}"
        if entry.before and entry.after:
            yield from (f"  {line}" for line in edited_fields(entry.before, entry.after, now))


def _promise(card: Card, rules: Rules, edit_key: str, why: Sequence[str]) -> Iterator[Line]:
    """What they said, where not all of it stands above already, and how it was understood."""
    promise = card.promise
    if promise is None:
        yield Line(f"No promise recorded: {edit_key} adds what they said.", "dim")
        return
    text, words = f"They said “{clean(promise.said)}”", clean(promise.words)
    at = text.find(words)
    if words not in ("", clean(promise.said)) or not any(text in each for each in why):
        yield Line(text, links=(Link(at, at + len(words)),) if words and at >= 0 else ())
    if promise.earliest and promise.latest:
        yield Line(echo(promise, card.starts_at.date(), rules))


def _offer(card: Card, offer: Offer) -> Iterator[Line]:
    """Their offer, beside which no promise of before counts any more, and by when they want to know."""
    said = f": “{clean(offer.said)}”" if offer.said else ""
    by = f"by {day_text(offer.answer_by, card.starts_at.year)}" if offer.answer_by else "on a day that they didn't name"
    yield Line(f"They made an offer{said}")
    yield Line(f"They want your answer {by}.")


def _replies(card: Card, now: dt.datetime) -> Iterator[str]:
    for reply in card.replies:
        told = f"They replied on {_when(card, reply.at, now)}: {reply.kind.words} “{reply.said}”"
        yield clean(told.removesuffix(" “”"))


def _section(title: str, lines: Iterable[str]) -> Iterator[Line]:
    kept = [Line(f"  {line}".rstrip()) for line in lines]
    if kept:
        yield Line("")
        yield Line(title, "heading")
        yield from kept


def _stage_line(card: Card, stage: Stage, now: dt.datetime) -> str:
    mark = card.mark(stage)
    if mark is None:
        return f"○ {stage.title}"
    if mark.skipped:
        return f"– {stage.title}: skipped"
    times = [_when(card, mark.at, now)]
    if stage is Stage.CHECKED_IN and card.check_ins:
        times = [f"{_when(card, each.at, now)}{way(each.via)}{_heard(card, each)}" for each in card.check_ins]
    return f"✓ {stage.title}: {', '.join(times)}"


def _heard(card: Card, check_in: CheckIn) -> str:
    """What they said there and then, where it doesn't stand among their replies."""
    replied = any(reply.at == check_in.at for reply in card.replies)
    return "" if replied or not check_in.said else f" “{clean(check_in.said)}”"


def _people(card: Card, now: dt.datetime) -> Iterator[Line]:
    if card.people:
        yield Line("")
        yield Line("People", "heading")
    for person in card.people:
        title = f", {clean(person.title)}" if person.title else ""
        email = f" <{clean(person.email)}>" if person.email else ""
        phone, profile = clean(person.phone), clean(person.linkedin)
        found = {clean(person.email): mail_link(person.email), phone: phone_link(phone), profile: profile_url(profile)}
        lines = [f"{clean(person.name)}{title}{email}", *(f"  {each}" for each in (phone, profile) if each)]
        lines += [f"  {clean(line)}" for line in person.address.splitlines()]
        lines += [f"  ✓ {clean(sent.letter)}{way(sent.via)}, {_when(card, sent.at, now)}" for sent in person.sent]
        for line in lines:
            text = f"  {line}".rstrip()
            yield Line(text, "plain", linked(text, found))


def _letter_lines(card: Card, now: dt.datetime) -> Iterator[str]:
    """Every message that went out, oldest first, in its own words."""
    sent = ((each, person) for person in card.people for each in person.sent if each.text)
    for each, person in sorted(sent, key=lambda pair: pair[0].at):
        yield f"{_when(card, each.at, now)}  {clean(each.letter)} to {clean(person.name)}{way(each.via)}"
        for line in clean_lines(each.text).splitlines():
            yield f"  {clean(line)}".rstrip()


def _anchor_line(card: Card, anchor: Anchor, now: dt.datetime) -> str:
    used = f", last used {_when(card, max(anchor.used), now)}" if anchor.used else ", not used yet"
    return f"{anchor.kind.value}: {clean(anchor.text)}{used}"


def _when(card: Card, at: dt.datetime, now: dt.datetime) -> str:
    return local_text(at, card.zone, now)


def _day(card: Card, now: dt.datetime) -> str:
    return local_text(card.starts_at, card.zone, now)
