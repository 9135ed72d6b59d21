"""Tells a calendar of holidays from invitations, and what its days do: working days skip them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from day12_data.dates.days import day_text
from day12_data.exchange.event import Event
from day12_data.exchange.import_items import LEAVE, Context, Does, Item, Question, digest
from day12_data.exchange.subject import is_about_interview
from day12_data.rules import Holiday
from day12_data.text import counted, short_text

_YES = "days off"
_NO = "invitations"
_COUNTRY = "only those of the whole country"
_PARTS = "all of them"
_YEARS = 4
_SHOWN = 4
_WORDS = re.compile(
    r"\b(?:holidays?\b|\w*feiertag|jours? f[ée]ri[ée]|festiv[oi]|feriado|helligdag|feestdag|święt|"
    r"new year|christmas|easter|good friday|labou?r day|independence day|thanksgiving|neujahr|weihnacht|oster|"
    r"jour de l.an|no[eë]l|pâques|año nuevo|navidad|capodanno|natale)|祝日",
    re.IGNORECASE,
)
# What Google and others write below a day: those that most people work on are left out where some are marked.
_PUBLIC = re.compile(
    r"(?:public|bank|national|federal|statutory|legal|state|regional|local) holiday|feiertag|jour f[ée]ri[ée]",
    re.IGNORECASE,
)
_WORKED_ON = re.compile(
    r"observance|not a public holiday|optional|season|daylight saving|gedenktag|journée", re.IGNORECASE
)
_IN_PARTS = re.compile(r"holiday in \w|(?:regional|local|common local) holiday", re.IGNORECASE)


def plan_holidays(events: Sequence[Event], name: str, context: Context) -> list[Item] | None:
    """What a calendar of holidays does; None where the events are invitations.

    Days without an hour to which nobody is invited are holidays where their names say so; otherwise that is asked.
    """
    if not all(map(_is_day, events)) or any(is_about_interview(event.summary) for event in events):
        return None
    if not any(_WORDS.search(text) for text in (re.sub(r"[\W_]+", " ", name), *map(_about, events))):
        if len(events) == 1:
            return None
        question = Question(
            f"days:{digest(*(event.uid or event.summary for event in events))}:holidays",
            f"{name} has {len(events)} whole days, such as “{short_text(events[0].summary, 40)}”: what are they?",
            (_YES, _NO, LEAVE),
        )
        answer = context.answer(question)
        if not answer:
            return [Item(Does.ASK, f"{len(events)} whole days without guests.", question=question)]
        if answer != _YES:
            return None if answer == _NO else [Item(Does.NOTHING, f"{name} was left out.")]
    return _planned(events, context)


def _is_day(event: Event) -> bool:
    """Whether it is whole days, and nobody is invited."""
    whole = event.all_day or (event.end is not None and event.start.time() == event.end.time() == dt.time())
    return whole and not event.guests and event.organizer is None and not event.method.upper().startswith("RE")


def _planned(events: Sequence[Event], context: Context) -> list[Item]:
    off = [event for event in events if not event.cancelled and not _WORKED_ON.search(_about(event))]
    if any(_PUBLIC.search(event.description) for event in off):
        off = [event for event in off if _PUBLIC.search(event.description)]
    in_parts = [event for event in off if _IN_PARTS.search(event.description)]
    question = None
    if 0 < len(in_parts) < len(off):
        names = ", ".join(dict.fromkeys(event.summary for event in in_parts))
        question = Question(
            f"days:{digest(names)}:parts",
            f"Some are holidays only in parts of the country ({short_text(names)}): which are days off for you?",
            (_COUNTRY, _PARTS),
            optional=True,
        )
        if context.answer(question) != _PARTS:
            off = [event for event in off if event not in in_parts]
    days = _days(off, context.now.year)
    known = {each.day for each in context.settings.rules.holidays}
    new = tuple(Holiday(day=day, name=name) for day, name in sorted(days.items()) if day not in known)
    items = []
    if new:
        items.append(Item(Does.ADD, _told(new, context.now.date()), question=question, days=new))
    elif days:
        items.append(Item(Does.NOTHING, f"All {len(days)} days off are known already.", question=question))
    if left := len(events) - len(off):
        verb = "is" if left == 1 else "are"
        items.append(Item(Does.NOTHING, f"{left} of {len(events)} {verb} no day off for everybody: left out."))
    return items or [Item(Does.NOTHING, "No day of this year or later is in it: download the calendar again.")]


def _about(event: Event) -> str:
    return f"{event.summary} {event.description}"


def _days(events: Iterable[Event], year: int) -> dict[dt.date, str]:
    """The days from last year on, by their names; one that comes back each year in the next ones, too."""
    found: dict[dt.date, str] = {}
    for event in events:
        first = event.start.date()
        years = range(year - 1, year - 1 + _YEARS) if event.yearly else (first.year,)
        for each in years:
            if each >= max(year - 1, first.year) and (begins := _in_year(first, each)):
                for ahead in range(event.days):
                    found.setdefault(begins + dt.timedelta(days=ahead), event.summary or "a day off")
    return found


def _in_year(day: dt.date, year: int) -> dt.date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None


def _told(days: Sequence[Holiday], today: dt.date) -> str:
    """How many, and the next of them."""
    count = counted(len(days), "day off", "days off")
    coming = [each for each in days if each.day >= today] or list(days)
    told = ", ".join(f"{day_text(each.day, today.year)} {short_text(each.name, 40)}" for each in coming[:_SHOWN])
    return f"{count}, which working days skip: {told}{' …' * (len(coming) > _SHOWN)}."
