"""The names of days and months, as people write them: the one place where they stand.

The first spelling on a line is the name; the others are read as it.
"""

from __future__ import annotations

from datetime import date

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_WEEKDAYS = (
    "monday mon", "tuesday tue tues", "wednesday wed weds wensday wednsday wendsday", "thursday thu thur thurs",
    "friday fri", "saturday sat", "sunday sun",
)  # fmt: skip
_MONTHS = (
    "january jan", "february feb febuary", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip


def _spelled(names: tuple[str, ...], first: int) -> dict[str, int]:
    return {word: number for number, spellings in enumerate(names, first) for word in spellings.split()}


# From a spelling to what it means: Monday is 0, January 1.
WEEKDAYS = _spelled(_WEEKDAYS, 0)
MONTH_NUMBERS = _spelled(_MONTHS, 1)


def spelt(day: date, *, year: bool = False) -> str:
    """A date in words, the same in every locale: “15 March”."""
    return f"{day.day} {MONTHS[day.month - 1]}" + year * f" {day.year}"
