"""The words that a promise is made of. To teach the reader a word, add it to its line here, or to small_words.py.

Each known word has a kind, which the patterns of the grammar ask for, and a value.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from day12_data.promise.small_words import HEDGES, TALK, listed


class Word(NamedTuple):
    """A known word: how the grammar spells it, its kind and its value."""

    text: str
    kind: str
    value: Any = None


NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
MORE_NUMBERS = {"dozen": 12, "hundred": 100, "fourty": 40}
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
MORE_ORDINALS = {"thirtieth": 30}

UNITS = {
    "minute": "minute minutes mins",
    "hour": "hour hours hrs",
    "day": "day days dys",
    "working day": "weekday weekdays workday workdays businessday businessdays workingday workingdays",
    "week": "week weeks wk wks",
    "fortnight": "fortnight fortnights fortnite fortnites",
    "month": "month months mth mths mnth mnths mos",
    "year": "year years yr yrs",
}
PLURALS = listed(
    "minutes mins hours hrs days dys weekdays workdays weeks wks fortnights months mths mnths mos years yrs"
)
# Short for a unit only when they stand behind a number: "10d", "2 w", "48 hr", "5bd".
SHORT_UNITS = {
    "d": "day", "h": "hour", "hr": "hour", "w": "week", "mo": "month", "min": "minute", "y": "year",
    "bd": "working day", "bds": "working day", "bday": "working day", "bdays": "working day", "wd": "working day",
    "wds": "working day",
}  # fmt: skip

WEEKDAYS = (
    "monday mon", "tuesday tue tues", "wednesday wed weds wensday", "thursday thu thur thurs", "friday fri",
    "saturday sat", "sunday sun",
)  # fmt: skip
MONTHS = (
    "january jan", "february feb febuary", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip

# What the grammar's patterns spell out.
GRAMMAR = listed(
    "a additional after afternoon afterwards ago ahead and another any as at back before beginning best between "
    "beyond business but by case clock close cob come coming commencing couple days during earlier earliest early end "
    "ending eod eom eoq eow eoy evening except few fewer first following for from full further good half hence if in "
    "inside instead last late later latest latter longest least less little long longer lunch many max mid middle "
    "midnight midweek minimum month months more morning most much next night no noon not now of off on once one "
    "onwards or out outside over part past play plus previous prior quarter quickly rather rest same several shorter "
    "since so solid some soon sooner soonest start starting tail than the thereafter thing this through time to today "
    "tomorrow tonight tops turn under unless until up week weekend weeks whole within without working worst year "
    "years yesterday otherwise"
)
# What else people write for those.
ALSO = {
    "a": "an", "to": "thru", "back": "bk", "or": "slash", "additional": "extra",
    "until": "till til untill", "within": "w/in",
    "over": "exceeding", "under": "below", "through": "throughout", "next": "nxt", "coming": "upcoming",
    "middle": "midst",
    "latest": "lastest", "start": "onset", "beginning": "begining outset", "end": "ends finish", "part": "portion",
    "not": "cannot cant wont dont doesnt isnt wouldnt shouldnt couldnt never nothing unlikely doubt hardly nobody "
    "noone unable didnt hasnt havent neither nor barely scarcely wasnt arent",
    "than": "then", "max": "maximum", "minimum": "minima", "business": "biz bus bizness buisness bussiness banking",
    "working": "work", "noon": "midday noontime", "afternoon": "arvo pm",
    "evening": "eve sundown sunset nightfall teatime bedtime",
    "lunch": "lunchtime",
    "weekend": "weekends wkend wknd wkd", "now": "nowadays", "onwards": "onward forward", "eod": "eob",
    "cob": "cop", "the": "teh ze",
    "tomorrow": "tmrw tmr tmw tomorow tommorow tommorrow tomoz 2morrow 2moro tomo", "tonight": "tonite 2nite"
}  # fmt: skip

# Words of GRAMMAR that speak of a day by themselves: with one of these, a text is never merely vague.
DATED = listed("quarter ago yesterday eod cob eow eom eoq eoy noon midnight tomorrow tonight today weekend midweek")

# Days that move, or that only some keep: the reader has no table of holidays.
HOLIDAYS = listed(
    "advent anzac bastille boxing candlemas carnival chanukah christmas chuseok columbus deepavali diwali dussehra "
    "easter eid epiphany equinox gras groundhog halfterm halloween hanukkah hashanah hol hols holi holiday holidays "
    "juneteenth kippur kwanzaa labor labour lent lunar mardi maundy memorial michaelmas midsummer mlk navratri noel "
    "nowruz obon passover patrick patricks patty payday pentecost pesach president presidents purim ramadan rosh "
    "semester solstice songkran sukkot superbowl tet thanksgiving vacation vacations valentine valentines vesak "
    "veterans whit whitsun xmas yom yuletide"
)
SEASONS = listed("spring summer autumn fall winter springtime summertime wintertime")
FISCAL = listed("fiscal fy financial academic budgetary eofy fy25 fy26 fy27 fy28")
CENTURIES = listed("decade decades century centuries")


UNIT_WORDS = tuple(word for unit in ("day", "week", "month", "hour") for word in UNITS[unit].split())
# One word for several.
ABBREVIATIONS = {"nlt": "no later than", "wc": "week commencing"}


@cache
def lexicon() -> dict[str, Word]:
    """Every known word."""
    known: dict[str, Word] = {}
    for kind, words in (("talk", TALK), ("hedge", HEDGES)):
        known |= {word: Word(word, kind) for word in words}
    known |= {word: Word(word, "word") for word in GRAMMAR}
    for text, others in ALSO.items():
        known |= {word: Word(text, "word") for word in others.split()}
    for kind, words in (
        ("holiday", HOLIDAYS), ("season", SEASONS), ("fiscal", FISCAL), ("too long", CENTURIES),
    ):  # fmt: skip
        known |= {word: Word(word, kind) for word in words}
    known |= {word: Word(word, "abbreviation", words) for word, words in ABBREVIATIONS.items()}
    known |= {word: Word(word, "number", Fraction(value)) for value, word in enumerate(NUMBERS.split())}
    known |= {word: Word(word, "number", Fraction(value)) for word, value in (TENS | MORE_NUMBERS).items()}
    known |= {word: Word(word, "nth", value) for value, word in enumerate(ORDINALS.split(), 1)}
    known |= {word: Word(word, "nth", value) for word, value in MORE_ORDINALS.items()}
    for unit, spellings in UNITS.items():
        for word in spellings.split():
            name = unit.replace("working ", "") + "s" * (word in PLURALS)
            known[word] = Word(name, "unit", unit)
    for kind, names in (("weekday", WEEKDAYS), ("month", MONTHS)):
        for index, spellings in enumerate(names):
            first = spellings.split()[0]
            known |= {word: Word(first, kind, index + (kind == "month")) for word in spellings.split()}
    return known
