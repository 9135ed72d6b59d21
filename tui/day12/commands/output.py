"""All that the command line prints, on stdout and stderr: lines for people, JSON for programs."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from day12.labels import day_line, label
from day12_data.agenda import Row
from day12_data.card import Offer, Promise
from day12_data.step import Urgency
from day12_data.text import clean, json_escaped, without_controls

_WIDEST = 40


def card_json(row: Row, now: dt.datetime) -> dict[str, Any]:
    """A card as the command line's contract has it: moments in ISO 8601 with their offset, days as ISO dates."""
    card, step = row.card, row.step
    return {
        "id": card.id,
        "company": card.company,
        "role": card.role,
        "where": card.where,
        "link": card.link,
        "starts_at": card.local(card.starts_at).isoformat() if card.time_known else None,
        "ends_at": card.local(card.ends_at).isoformat() if card.time_known else None,
        "time_known": card.time_known,
        "missed_at": card.missed_at and card.missed_at.isoformat(),
        "zone": card.zone,
        "stage": card.stage.value,
        "promise": card.promise and _promise_json(card.promise),
        "offer": card.offer and _offer_json(card.offer),
        "step": step
        and {
            "stage": step.stage.value,
            "action": step.action.value,
            "opens": step.opens.isoformat(),
            "due": step.due.isoformat(),
            "why": step.why,
        },
        "urgency": row.urgency.value,
        "label": label(row, now),
        "day": card.day(now) if card.time_known else None,
        "outcome": card.outcome and card.outcome.value,
        "people": msgspec.to_builtins(card.people),
        "anchors": msgspec.to_builtins(card.anchors),
        "notes": card.notes,
        "updated": card.updated.isoformat(),
    }


def tell(text: str) -> None:
    """Print a line about what happened on stderr, or a few; nothing in it drives the terminal."""
    print(without_controls(text), file=sys.stderr)


def say(text: str) -> None:
    """Print a sentence on stderr, under the program's name."""
    tell(f"day12: {clean(text)}")


def prompt(text: str) -> None:
    """Print a question on stderr, the cursor behind it."""
    print(without_controls(text), end="", file=sys.stderr, flush=True)


def show(text: str) -> None:
    """Print a line on stdout, or a few; nothing in it drives the terminal."""
    print(without_controls(text))


def json_text(data: object) -> str:
    """The data as indented JSON, in UTF-8's own letters but for those that could drive a terminal."""
    return json_escaped(msgspec.json.format(msgspec.json.encode(data), indent=2).decode())


def show_code(lines: Sequence[str], env: Mapping[str, str]) -> None:
    """Print a QR code, in a terminal in black on white whatever its own colours are: many phones read none inverted."""
    if not sys.stdout.isatty() or env.get("NO_COLOR") or env.get("TERM") == "dumb":
        print("\n".join(lines))
        return
    from day12.card.qr import on_paper

    white, black = ("47;30", "40;1;37") if env.get("TERM") == "linux" else ("48;5;231;38;5;16", "48;5;16;38;5;231")
    for line in lines:
        print("".join(f"\x1b[{white if light else black}m{part}\x1b[m" for part, light in on_paper(line)))


def write_out(text: str) -> None:
    """Print a file's content as the file would have it, in UTF-8 and with its own line ends."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def show_json(data: object) -> None:
    """Print the data as indented JSON."""
    _print_json(json_text(data))


def show_json_line(data: object) -> None:
    """Print the data as JSON on a line of its own, at once."""
    _print_json(json_escaped(msgspec.json.encode(data).decode()))


def _print_json(text: str) -> None:
    """Print JSON; where the output can't take a letter, all that aren't ASCII are escapes, and no data is lost."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = re.sub(r"[^\x00-\x7f]", _as_escape, text)
    print(text, flush=True)


def _as_escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def show_rows(rows: Sequence[Row], now: dt.datetime, env: Mapping[str, str], *, as_json: bool) -> None:
    """The cards as lines with aligned columns, or as a JSON list; in a terminal they fit its width, in colour."""
    if as_json:
        show_json([card_json(row, now) for row in rows])
        return
    if not rows:
        return
    cells = [_cells(row, now) for row in rows]
    taken = [list(map(_width, each)) for each in cells]
    widths = [min(max(column), _WIDEST) for column in zip(*taken, strict=True)]
    if not sys.stdout.isatty():
        for each, lengths in zip(cells, taken, strict=True):
            parts = zip(each, lengths, widths, strict=True)
            show("  ".join(text + " " * (width - length) for text, length, width in parts).rstrip())
        return
    widths = _fitted(widths, output_width() or _WIDEST)
    colours = _in_colour(env)
    for row, each in zip(rows, cells, strict=True):
        texts = [_fit(text, width) for text, width in zip(each, widths, strict=False)]
        if colours:
            at = min(_LABEL, len(texts) - 1)
            texts[at] = f"\x1b[{_COLOURS[row.urgency]}m{texts[at]}\x1b[m"
        print("  ".join(texts).rstrip())


def output_width() -> int | None:
    """How wide the terminal is that is printed to; None where it is no terminal."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size  # not needed in a script

    return get_terminal_size().columns


def show_spans(lines: Iterable[Sequence[tuple[str, str]]], env: Mapping[str, str]) -> None:
    """Print lines of text by its kind, such as "heading" or "late"; in a terminal they have colours."""
    colours = sys.stdout.isatty() and _in_colour(env)
    for line in lines:
        texts = [(without_controls(text), _KIND_COLOURS.get(kind, "")) for text, kind in line]
        if colours:
            print("".join(f"\x1b[{colour}m{text}\x1b[m" if colour and text else text for text, colour in texts))
        else:
            print("".join(text for text, _ in texts).rstrip())


def _in_colour(env: Mapping[str, str]) -> bool:
    return not env.get("NO_COLOR") and env.get("TERM") != "dumb"


def _cells(row: Row, now: dt.datetime) -> tuple[str, ...]:
    card = row.card
    stands = card.stage.title if card.outcome is None else f"archived: {card.outcome.value}"
    cells = card.id[:6], card.company, label(row, now), day_line(card, now), stands, card.role
    return tuple(map(clean, cells))


def _fitted(widths: Sequence[int], columns: int) -> list[int]:
    """The widths of the columns that there is room for; the last ones go before the label is cut."""
    for count in range(len(widths), 0, -1):
        fitted = list(widths[:count])
        for at in _SHRINK if count > _LABEL + 1 else (*_SHRINK, _LABEL):
            if at < count:
                over = sum(fitted) + 2 * (count - 1) - columns
                fitted[at] -= max(0, min(over, fitted[at] - _FLOORS[at]))
        if sum(fitted) + 2 * (count - 1) <= columns:
            return fitted
    return [max(1, columns)]


def _fit(text: str, width: int) -> str:
    """The text in exactly so many cells, its end as … where it is cut."""
    if _width(text) <= width:
        return _padded(text, width)
    from day12.cells import fit  # loads rich, which most output never needs

    return fit(text, width)


# What a column may shrink to, and which is shrunk first.
_FLOORS = (6, 10, 12, 10, 12, 12)
_LABEL = 2
_SHRINK = (5, 4, 1, 3)
_KIND_COLOURS = {"heading": "1", "dim": "2", "open": "2", "kept": "32", "late": "33", "forgotten": "31", "bar": "34"}
_COLOURS = {Urgency.OVERDUE: "1;31", Urgency.DUE: "33", Urgency.WAITING: "2", Urgency.QUIET: "32"}


_ONE_CELL = str.maketrans("", "", "‼·✓–“”")  # what the labels are written with, beside ASCII


def _width(text: str) -> int:
    """How many cells of a terminal the text takes."""
    if text.isascii() or text.translate(_ONE_CELL).isascii():
        return len(text)
    from rich.cells import cell_len  # slow to load, and most boards never need it

    return cell_len(text)


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - _width(text))


def _promise_json(promise: Promise) -> dict[str, Any]:
    return {
        "said": promise.said,
        "words": promise.words,
        "earliest": _iso(promise.earliest),
        "latest": _iso(promise.latest),
        "until": promise.until and promise.until.isoformat("minutes"),
        "given_at": promise.given_at.isoformat(),
        "working": promise.working,
        "broken_at": promise.broken_at and promise.broken_at.isoformat(),
    }


def _offer_json(offer: Offer) -> dict[str, Any]:
    return {
        "said": offer.said,
        "words": offer.words,
        "answer_by": _iso(offer.answer_by),
        "given_at": offer.given_at.isoformat(),
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
