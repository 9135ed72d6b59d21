"""Reads our own spreadsheet back: each row as the card that it was written from, but for what the columns leave out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

import msgspec

from day12_data.board import EditError
from day12_data.card import Card, CheckIn, Ending, Mark, Moment, Offer, Person, Promise, Reply, stamp
from day12_data.dates.zones import time_zone
from day12_data.exchange.file_dates import read_day, read_time
from day12_data.exchange.import_changes import moment
from day12_data.exchange.import_items import Context
from day12_data.exchange.promises_in_mail import promise_of
from day12_data.exchange.record_sheet import ID, PREFIX
from day12_data.kinds import Outcome, ReplyKind, Stage
from day12_data.text import clean
from day12_data.typed.anchors import read_anchors
from day12_data.typed.people import read_people

Cells = Mapping[str, str]

_AT = r"(?P<at>\S+ \d\d?:\d\d(?::\d\d)?(?: [AP]M)?)"  # a spreadsheet may have written it anew
_CHECK_IN = re.compile(rf"{_AT}(?: by (?P<via>[^:]*)| (?P<on>on [^:]*))?(?:: (?P<said>.*))?")
_PAST = re.compile(rf"{_AT}(?:, for (?P<first>[\d-]+) – (?P<last>[\d-]+))?(?:: (?P<said>.*))?")
_REPLY = re.compile(rf"{_AT} (?P<kind>[a-z ]+)(?:: (?P<said>.*))?")
_ON = {"on paper": "paper", "on linkedin": "linkedin"}


def own_card(cells: Cells, context: Context) -> Card | None:
    """The card of a row, or None where it isn't one of ours any more."""
    card_id, company = cells.get(ID, "").strip(), clean(cells.get("Company", ""))
    if not (card_id.startswith(PREFIX) and company):
        return None
    row = _Row(cells, context)
    zone = row.zone("Interview's zone")
    starts = row.moment("Interview")
    known = starts is not None
    starts = moment(starts or context.now, zone)
    ends = row.moment("Interview end")
    length = dt.timedelta(minutes=context.settings.minutes)
    base = Card(
        id=card_id.removeprefix(PREFIX),
        company=company,
        starts_at=starts,
        ends_at=moment(ends if ends and ends > starts else starts + length, zone),
        updated=context.now,
        zone=zone,
        time_known=known,
        missed_at=row.moment("Did not take place"),
        role=clean(cells.get("Role", "")),
        where=clean(cells.get("Location", "")),
        link=clean(cells.get("Link", "")),
        people=_people(cells.get("People", "")),
        anchors=read_anchors(cells.get("Anchors", "")),
        notes=cells.get("Notes", ""),
        marks=tuple(row.marks()),
        check_ins=tuple(row.check_ins()),
        replies=tuple(row.replies()),
        ended=row.ending(),
    )
    offer = row.offer(base)
    past = tuple(row.past_promises(base))
    return msgspec.structs.replace(base, promise=row.promise(base), past_promises=past, offer=offer)


class _Row:
    """A row's cells by the titles of their columns, read by its own clock."""

    def __init__(self, cells: Cells, context: Context) -> None:
        self._cells = cells
        self._context = context
        self._clock = time_zone(self.zone("Time zone"))

    def zone(self, title: str) -> str:
        """The zone that a cell names; the local one where it names none."""
        name = self._cells.get(title, "").strip()
        try:
            time_zone(name)
        except ValueError:
            return self._context.zone
        return name

    def moment(self, title: str) -> dt.datetime | None:
        """The moment in a cell."""
        return self._moment_in(self._cells.get(title, ""))

    def marks(self) -> Iterator[Mark]:
        """The stages that are behind the card."""
        for stage in Stage:
            cell = self._cells.get(stage.title, "").strip()
            at = self._moment_in(cell.removeprefix("skipped"))
            if at:
                yield Mark(stage=stage, at=at, skipped=cell.startswith("skipped"))

    def check_ins(self) -> Iterator[CheckIn]:
        """The check-ins, a line each."""
        for found, at in self._lines("Check-ins", _CHECK_IN):
            via = found["via"] or _ON.get((found["on"] or "").lower(), "")
            yield CheckIn(at=at, via=via, said=found["said"] or "")

    def replies(self) -> Iterator[Reply]:
        """What they answered, a line each."""
        for found, at in self._lines("Replies", _REPLY):
            with suppress(ValueError):
                kind = ReplyKind(found["kind"].strip().replace(" ", "_"))
                yield Reply(at=at, kind=kind, said=found["said"] or "")

    def ending(self) -> Ending | None:
        """How it ended."""
        with suppress(ValueError):
            outcome = Outcome(self._cells.get("Outcome", "").strip().lower())
            return Ending(outcome=outcome, at=self.moment("Outcome on") or self._context.now)
        return None

    def offer(self, card: Card) -> Offer | None:
        """Their offer, which is the last reply of that kind."""
        made = next((reply for reply in reversed(card.replies) if reply.kind is ReplyKind.OFFER), None)
        by = self._day("Answer their offer by")
        return Offer(said=made.said, given_at=made.at, answer_by=by) if made else None

    def promise(self, card: Card) -> Promise | None:
        """What they said, with the days that it was read as; where the words still mean these, read again."""
        said = clean(self._cells.get("They said", ""))
        if not said:
            return None
        given_at = self.moment("Said on") or card.starts_at
        earliest, latest = self._day("Promised from"), self._day("Promised until")
        return self._read_again(said, given_at, earliest or latest, latest or earliest, card)

    def past_promises(self, card: Card) -> Iterator[Promise]:
        """What they had said before, a line each."""
        for found, at in self._lines("Earlier promises", _PAST):
            earliest, latest = self._day_in(found["first"] or ""), self._day_in(found["last"] or "")
            yield self._read_again(found["said"] or "", at, earliest, latest, card)

    def _read_again(
        self, said: str, given_at: dt.datetime, earliest: dt.date | None, latest: dt.date | None, card: Card
    ) -> Promise:
        """The promise of these days, with what the words say besides, where they are still read as these days."""
        again = promise_of(said, given_at, card, self._context.settings) if said else None
        if again and (again.earliest, again.latest) == (earliest, latest):
            return msgspec.structs.replace(again, given_at=given_at)
        return Promise(said=said, given_at=given_at, earliest=earliest, latest=latest)

    def _day(self, title: str) -> dt.date | None:
        return self._day_in(self._cells.get(title, ""))

    def _day_in(self, text: str) -> dt.date | None:
        read = self._read_day(text)
        return read[0] if read else None

    def _lines(self, title: str, form: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Moment]]:
        for line in self._cells.get(title, "").splitlines():
            found = form.fullmatch(line.strip())
            if found and (at := self._moment_in(found["at"])):
                yield found, at

    def _moment_in(self, text: str) -> dt.datetime | None:
        read = self._read_day(text)
        if read is None:
            return None
        time = read_time(read[1]) or dt.time(12)
        return stamp(dt.datetime.combine(read[0], time, self._clock))

    def _read_day(self, text: str) -> tuple[dt.date, str] | None:
        return read_day(text, day_first=self._context.settings.day_first)


def _people(text: str) -> tuple[Person, ...]:
    """The people; where their lines were changed so that they can't be read, a name a line."""
    with suppress(EditError):
        return read_people(text)
    return tuple(Person(name=clean(line)[:200]) for line in text.splitlines() if line.strip() and line[0] not in " \t")
