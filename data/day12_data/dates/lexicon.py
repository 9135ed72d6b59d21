"""The names of days, months, units, numbers and zones, as people write them: the one place where they stand.

The first spelling on a line is the name; the others are read as it. Dates are written in words here too, the same in
every locale.
"""

from __future__ import annotations

from datetime import date
from functools import cache

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
_UNITS = {
    "minute": "minute minutes mins",
    "hour": "hour hours hrs",
    "day": "day days dys",
    "working day": "weekday weekdays workday workdays businessday businessdays workingday workingdays",
    "week": "week weeks wk wks",
    "fortnight": "fortnight fortnights fortnite",
    "month": "month months mth mths mnth mnths mos",
    "year": "year years yr yrs",
}
# Short for a unit only where they stand behind a number: "10d", "2 w", "48 hr", "5bd".
SHORT_UNITS = {
    "d": "day", "h": "hour", "hr": "hour", "w": "week", "mo": "month", "min": "minute", "y": "year",
    "bd": "working day", "bds": "working day", "bday": "working day", "bdays": "working day", "wd": "working day",
    "wds": "working day",
}  # fmt: skip
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = {
    "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "dozen": 12,
}  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TOMORROW = "tomorrow tmrw tmr tmw tomorow tommorow tommorrow tomoz 2morrow 2moro tomo"
_TONIGHT = "tonight tonite 2nite"
_YESTERDAY = "yesterday yday"


def _spelled(names: tuple[str, ...], first: int) -> dict[str, int]:
    return {word: number for number, spellings in enumerate(names, first) for word in spellings.split()}


# From a spelling to what it means: Monday is 0, January 1.
WEEKDAYS = _spelled(_WEEKDAYS, 0)
MONTH_NUMBERS = _spelled(_MONTHS, 1)
UNITS = {word: unit for unit, spellings in _UNITS.items() for word in spellings.split()}
NUMBERS = _spelled(tuple(_NUMBERS.split()), 0) | _TENS
ORDINALS = _spelled(tuple(_ORDINALS.split()), 1) | {"thirtieth": 30}
NEAR = {
    word: line.split()[0] for line in ("today 2day", _TOMORROW, _TONIGHT, _YESTERDAY) for word in line.split()
}  # fmt: skip
# Only mails and files are read by these: what is typed and what was promised is English.
GERMAN_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
GERMAN_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
GERMAN_NEAR = {"heute": "today", "morgen": "tomorrow", "übermorgen": "day after tomorrow"}
# By its first three letters a month is known in both languages, however long it is written: "Sept.", "Okt".
MONTH_STARTS = {name[:3].lower(): at for names in (MONTHS, GERMAN_MONTHS) for at, name in enumerate(names, 1)}

# Where letters stand for several zones, the one that a job seeker most likely means. "EST" in July is Eastern time.
ZONES = {
    "ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York", "EASTERN": "America/New_York",
    "CT": "America/Chicago", "CST": "America/Chicago", "CDT": "America/Chicago", "CENTRAL": "America/Chicago",
    "MT": "America/Denver", "MST": "America/Denver", "MDT": "America/Denver", "MOUNTAIN": "America/Denver",
    "PT": "America/Los_Angeles", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "PACIFIC": "America/Los_Angeles", "AKST": "America/Anchorage", "AKDT": "America/Anchorage",
    "HST": "Pacific/Honolulu", "AST": "America/Halifax", "ADT": "America/Halifax", "NST": "America/St_Johns",
    "BRT": "America/Sao_Paulo", "ART": "America/Argentina/Buenos_Aires", "UTC": "UTC", "GMT": "UTC",
    "BST": "Europe/London", "UK": "Europe/London", "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon",
    "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin",
    "EET": "Europe/Athens", "EEST": "Europe/Athens", "MSK": "Europe/Moscow", "TRT": "Europe/Istanbul",
    "SAST": "Africa/Johannesburg", "IST": "Asia/Kolkata", "PKT": "Asia/Karachi", "GST": "Asia/Dubai",
    "SGT": "Asia/Singapore", "HKT": "Asia/Hong_Kong", "JST": "Asia/Tokyo", "KST": "Asia/Seoul",
    "AWST": "Australia/Perth", "ACST": "Australia/Adelaide", "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney",
    "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
}  # fmt: skip


def spelt(day: date, *, year: bool = False) -> str:
    """A date in words, the same in every locale: “15 March”."""
    return f"{day.day} {MONTHS[day.month - 1]}" + year * f" {day.year}"


@cache
def names() -> frozenset[str]:
    """Every word that can name a day, for telling a slip of the keyboard."""
    return frozenset({*WEEKDAYS, *MONTH_NUMBERS, *UNITS, *NUMBERS, *ORDINALS, *NEAR})
