"""How well a list of promises is read: `python tests/promise_score.py LIST.tsv [-v]`.

A list has a head line and the columns phrase, earliest, latest, kind and perhaps `also earliest`, anchor and zone; what
names no anchor was said on Thursday 5 March 2026 at 14:30 in New York. Three figures are printed: right at once, right
with one key (the first choice), and listed; and what is read wrongly in silence.
"""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path[:0] = [str(Path(__file__).parent.parent / "data")]

from day12_data.promise import Ask, Choice, Reading, Refused, Vague, Window, read_promise  # noqa: E402 - found once the path is set

SAID = "2026-03-05T14:30"
ZONE = "America/New_York"
_KINDS = {"refuse": Refused, "refused": Refused, "vague": Vague, "ask": Ask}


@dataclass(frozen=True, slots=True)
class Row:
    """A phrase and what a person understands by it."""

    phrase: str
    earliest: frozenset[str]
    latest: str
    kind: str
    on: datetime

    @property
    def is_window(self) -> bool:
        """Whether it is a promise with days."""
        return self.kind == "window"

    def fits(self, choice: Choice) -> bool:
        """Whether a choice has the days that are meant."""
        return str(choice.latest) == self.latest and str(choice.earliest) in self.earliest


@dataclass(frozen=True, slots=True)
class Score:
    """How a row was read."""

    row: Row
    reading: Reading

    @property
    def at_once(self) -> bool:
        """Right without a question; what is no promise is right unless it became a window."""
        if isinstance(self.reading, Window):
            return self.row.is_window and self.row.fits(self.reading.choice)
        return self.row.kind == "none" or isinstance(self.reading, _KINDS.get(self.row.kind, ()))

    @property
    def one_key(self) -> bool:
        """Right at once, or the first of the choices."""
        first = isinstance(self.reading, Ask) and self.row.fits(self.reading.choices[0])
        return self.at_once or first or (not self.row.is_window and not isinstance(self.reading, Window))

    @property
    def listed(self) -> bool:
        """Right at once, or any of the choices."""
        return self.one_key or (isinstance(self.reading, Ask) and any(map(self.row.fits, self.reading.choices)))

    @property
    def silent(self) -> bool:
        """Read wrongly without a question: the one thing that must not be."""
        return isinstance(self.reading, Window) and not self.at_once


def read_list(path: Path) -> list[Row]:
    """The rows of a list."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Row(
            row["phrase"],
            frozenset({row["earliest"] or "", row.get("also earliest") or row["earliest"] or ""}),
            row["latest"] or "",
            row["kind"],
            datetime.fromisoformat(row.get("anchor") or row.get(f"anchor({ZONE})") or SAID).replace(
                tzinfo=ZoneInfo(row.get("zone") or ZONE)
            ),
        )
        for row in rows
    ]


def scored(path: Path) -> list[Score]:
    """Each row of a list with its reading."""
    return [Score(row, read_promise(row.phrase, row.on)) for row in read_list(path)]


def shown(reading: Reading) -> str:
    """A reading on one line."""
    match reading:
        case Window(choice):
            return f"window {choice.earliest:%m-%d} {choice.latest:%m-%d} “{choice.words}”"
        case Ask(choices, _):
            return "ask " + " | ".join(f"{each.earliest:%m-%d} {each.latest:%m-%d} “{each.words}”" for each in choices)
        case Refused(message, _):
            return f"refused {message}"
        case Vague():
            return "vague"


def main(arguments: list[str]) -> None:
    """Print the figures of each list, with -v the rows that are not right at once."""
    for name in (each for each in arguments if each != "-v"):
        scores = scored(Path(name))
        if "-v" in arguments:
            for score in scores:
                if not score.at_once:
                    mark = (
                        "SILENT" if score.silent else "key" if score.one_key else "listed" if score.listed else "MISSED"
                    )
                    row = score.row
                    wanted = " ".join((row.kind, *sorted(row.earliest), row.latest))
                    print(f"{mark:<7}{row.phrase}\n       {wanted} -> {shown(score.reading)}")
        for kind, some in (
            ("all", scores),
            ("windows", [score for score in scores if score.row.is_window]),
            ("no window", [score for score in scores if not score.row.is_window]),
        ):
            if some:
                once, key, listed = (
                    sum(getattr(score, name) for score in some) for name in ("at_once", "one_key", "listed")
                )
                print(
                    f"{Path(name).name:<28} {kind:<10} {len(some):>5}  at once {once / len(some):6.1%}  one key"
                    f" {key / len(some):6.1%}  listed {listed / len(some):6.1%}  silent {sum(s.silent for s in some)}"
                )


if __name__ == "__main__":
    main(sys.argv[1:])
