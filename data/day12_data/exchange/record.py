"""What happened with an interview, in order of time: the history that every export tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from day12_data.card import Card, Promise
from day12_data.dates.days import window_text
from day12_data.kinds import Outcome, ReplyKind, Stage
from day12_data.letters.sending import WHAT_WAS_SENT
from day12_data.text import way

_DONE = {
    Stage.ASKED: "Asked what happens next",
    Stage.EMAILED: "Emailed thanks",
    Stage.MAILED: "Mailed a note",
    Stage.CONNECTED: "Connected on LinkedIn",
    Stage.CHECKED_IN: "Checked in",
}
_SENT = {occasion.value: f"{words[0].upper()}{words[1:]}" for occasion, words in WHAT_WAS_SENT.items()}
REPLIED = {
    ReplyKind.PROMISE: "They said when they will answer",
    ReplyKind.NEXT_ROUND: "Invited to the next round",
    ReplyKind.OFFER: "They made an offer",
    ReplyKind.NO: "They said no",
    ReplyKind.NO_NEWS: "They answered that there is no news yet",
}
ENDED = {
    Outcome.ACCEPTED: "Accepted the offer",
    Outcome.DECLINED: "Declined the offer",
    Outcome.REJECTED: "Ended with their no",
    Outcome.WITHDREW: "Withdrew",
    Outcome.SILENT: "Ended without an answer",
}


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One thing that happened: when, of what kind, in words, and in whose words where somebody said something."""

    at: dt.datetime
    kind: str
    what: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days from the first to the last, by the clock of a time zone; None where there is no end."""

    since: dt.date | None = None
    until: dt.date | None = None
    zone: dt.tzinfo | None = None

    def holds(self, at: dt.datetime) -> bool:
        """Whether the moment lies in it."""
        day = at.astimezone(self.zone).date()
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def is_open(self) -> bool:
        """Whether it holds every day."""
        return self.since is None and self.until is None


def recorded(cards: Iterable[Card], period: DateRange) -> list[Card]:
    """The interviews in which anything happened in the period, the archive's too, the oldest first."""
    kept = [card for card in cards if not card.deleted]
    if not period.is_open:
        kept = [card for card in kept if any(period.holds(entry.at) for entry in record_entries(card))]
    return sorted(kept, key=lambda card: (card.starts_at, card.company, card.id))


def record_entries(card: Card) -> list[RecordEntry]:
    """What happened, the oldest first; what was skipped is among it."""
    entries = [*_interview(card), *_steps(card), *_letters(card), *_check_ins(card), *_answers(card), *_end(card)]
    return sorted(entries, key=lambda entry: entry.at)


def _interview(card: Card) -> Iterator[RecordEntry]:
    if card.time_known:
        yield RecordEntry(card.starts_at, "interview", "Interview")
    if card.missed_at:
        yield RecordEntry(card.missed_at, "missed", "The interview did not take place")


def _steps(card: Card) -> Iterator[RecordEntry]:
    """The stages that are behind the card, but for those that a letter, a promise or a check-in tells better."""
    told = {sent.occasion for person in card.people for sent in person.sent}
    if any(promise.given_at <= card.ends_at for promise in (*card.past_promises, *filter(None, [card.promise]))):
        told.add(Stage.ASKED.value)
    for mark in card.marks:
        if mark.skipped:
            yield RecordEntry(mark.at, "skipped", f"Skipped: {mark.stage.title}")
        elif mark.stage is Stage.ASKED and mark.stage.value not in told:  # in person, whenever it was written down
            yield RecordEntry(min(mark.at, card.ends_at), "step", _DONE[mark.stage])
        elif mark.stage.value not in told and not (mark.stage is Stage.CHECKED_IN and card.check_ins):
            yield RecordEntry(mark.at, "step", _DONE[mark.stage])


def _letters(card: Card) -> Iterator[RecordEntry]:
    for person in card.people:
        for sent in person.sent:
            what = _SENT.get(sent.occasion, "Wrote to {}").format(person.name or "them")
            via = "" if sent.occasion in ("emailed", "mailed", "connected") else way(sent.via)
            yield RecordEntry(sent.at, "letter", f"{what}{via}")


def _check_ins(card: Card) -> Iterator[RecordEntry]:
    """The check-ins, but for those that a letter made."""
    letters = {sent.at for person in card.people for sent in person.sent}
    replied = {reply.at for reply in card.replies}
    for each in card.check_ins:
        if each.at not in letters:
            what = "Kept in touch" if card.ended and each.at > card.ended.at else "Checked in"
            yield RecordEntry(each.at, "check_in", f"{what}{way(each.via)}", "" if each.at in replied else each.said)


def _answers(card: Card) -> Iterator[RecordEntry]:
    promises = [*card.past_promises, *filter(None, [card.promise])]
    given, replied = {promise.given_at: promise for promise in promises}, {reply.at for reply in card.replies}
    for promise in promises:
        if promise.given_at not in replied:
            yield RecordEntry(promise.given_at, "promise", _promised(promise), promise.said)
        if promise.broken_at:
            yield RecordEntry(promise.broken_at, "promise", "They didn't do as they had said")
    for reply in card.replies:
        promised = given.get(reply.at)
        yield RecordEntry(reply.at, "reply", _promised(promised) if promised else REPLIED[reply.kind], reply.said)


def _promised(promise: Promise) -> str:
    """What they promised, with its days where they named any."""
    if promise.earliest and promise.latest:
        return f"They promised an answer for {window_text(promise.earliest, promise.latest)}"
    return "They named no day for their answer"


def _end(card: Card) -> Iterator[RecordEntry]:
    if card.ended:
        yield RecordEntry(card.ended.at, "outcome", ENDED[card.ended.outcome])
