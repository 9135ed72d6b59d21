"""The words that a promise is made of. To teach the reader a word, add it to its line here.

Each known word has a kind, which the patterns of the grammar ask for, and a value. Words of the kind "talk" carry no
date and may stand around one; words of the kind "hedge" may stand anywhere, inside one too, and move nothing (C4).
Words that turn a meaning round (not, until, minimum, except ...) must never be listed as either.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple


class Word(NamedTuple):
    """A known word: how the grammar spells it, its kind and its value."""

    text: str
    kind: str
    value: Any = None


NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
MORE_NUMBERS = {"dozen": 12, "hundred": 100, "fourty": 40}
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
MORE_ORDINALS = {"thirtieth": 30, "2nd": 2}

UNITS = {
    "minute": "minute minutes mins",
    "hour": "hour hours hrs",
    "day": "day days dys",
    "working day": "weekdays workday workdays businessday businessdays workingday workingdays",
    "week": "week weeks wk wks",
    "fortnight": "fortnight fortnights fortnite fortnites",
    "month": "month months mth mths mnth mnths mos",
    "year": "year years yr yrs",
}
PLURALS = set(
    "minutes mins hours hrs days dys weekdays workdays weeks wks fortnights months mths mnths mos years yrs".split()
)
# Short for a unit only when they stand behind a number: "10d", "2 w", "48 hr", "5bd".
SHORT_UNITS = {
    "d": "day", "h": "hour", "hr": "hour", "w": "week", "mo": "month", "min": "minute", "y": "year", "bd": "working day",
    "bds": "working day", "wd": "working day", "wds": "working day", "bdays": "working day", "bday": "working day",
}  # fmt: skip

WEEKDAYS = (
    "monday mon mondays", "tuesday tue tues tuesdays", "wednesday wed weds wednesdays wensday",
    "thursday thu thur thurs thursdays", "friday fri fridays", "saturday sat saturdays", "sunday sun sundays",
)  # fmt: skip
MONTHS = (
    "january jan", "february feb febuary", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip

# What the grammar's patterns spell out. The key is the spelling there; behind it, what else people write for it.
GRAMMAR: dict[str, str] = {
    word: ""
    for word in (
        "a to or and but so on in at of for from between before after until by within inside over under during through "
        "this next last following coming ago latter yesterday early late mid middle latest earliest later earlier sooner soonest "
        "start beginning end half part couple few several no not more less than least most max minimum tops time "
        "outside close business play working thing noon "
        "midnight morning afternoon evening night lunch weekend week weeks or-less first now once since past beyond up "
        "onwards starting another further if eod cob eow eom eoq eoy month year quarter turn back out off without except "
        "unless rather instead any some one fewer longer shorter as long soon many much little prior ahead "
        "commencing ending clock quickly previous plus case worst best whole full additional solid "
        "the today tomorrow tonight midweek noons days months years come hence thereafter afterwards same "
        "good"
    ).split()
}
GRAMMAR |= {
    "the": "teh ze", "a": "an", "to": "thru", "until": "till til untill", "within": "w/in", "inside": "inside",
    "tomorrow": "tmrw tmr tomorow tommorow tommorrow tomoz 2morrow 2moro tomo", "tonight": "tonite 2nite",
    "next": "nxt", "latter": "", "max": "maximum", "minimum": "minima", "middle": "midst", "business": "biz bus bizness buisness bussiness banking",
    "working": "work", "weekend": "weekends wkend wknd", "week": "", "month": "", "evening": "eve",
    "noon": "midday noontime", "lunch": "lunchtime", "eod": "eob", "cob": "cop coop", "afternoon": "arvo", "midweek": "",
    "not": "cannot cant wont dont doesnt isnt wouldnt shouldnt couldnt never nothing unlikely doubt hardly nobody "
    "didnt hasnt havent neither nor barely scarcely wasnt arent",
    "than": "then", "or": "slash", "and": "&", "latest": "lastest", "upto": "", "atleast": "", "beginning": "begining outset",
    "start": "onset", "coming": "upcoming", "onwards": "onward forward", "past": "", "part": "portion",
    "through": "throughout", "under": "below", "now": "nowadays", "past": "", "half": "", "off": "", "following": "",
    "hence": "", "over": "exceeding", "end": "close-of ends finish", "late": "", "commencing": "wc",
}  # fmt: skip

# Words in GRAMMAR that speak of a day by themselves: with one of these, a text is never merely vague.
DATED = set(
    "quarter ago yesterday eod cob eow eom eoq eoy noon midnight tomorrow tonight today weekend midweek".split()
)

HEDGES = set(
    "asap shortly straight immediately soonish towards toward nearly almost only just inclusive calendar about around roughly approximately approx approximatively circa ca maybe perhaps possibly probably likely hopefully "
    "presumably ideally realistically typically usually generally normally ish say like somewhere sometime anytime "
    "anywhere either definitely surely really actually basically honestly kinda sorta well even literally "
    "potentially conceivably expected estimated apparently supposedly supposed tentatively provisionally loosely "
    "exactly precisely sharp calendar consecutive onwards? easily pretty quite fairly very fully "
    "definately probaly prolly dunno em er um uh erm hmm ok okay yeah yes yep fine right alright please thanks "
    "thank cheers".replace("onwards? ", "")
    .replace("calendar consecutive ", "")
    .replace("easily ", "")
    .split()
)

TALK = set(
    "i you we they he she it me us them him her your our their its his my mine ours yours who everyone everybody "
    "somebody someone anyone "
    "ill youll well theyll hell shell itll id youd wed theyd im youre were theyre weve youve ive theyve lets thats heres "
    "will would shall should can could might must do does did done doing be been being is are was am have has had having "
    "gonna going go goes gotta get gets got getting give gives giving gave let lets letting allow allows make makes made making take takes taking took taken "
    "hear hears heard hearing tell tells told telling know knows known knowing knew say says said saying think thinks "
    "thought thinking guess guesses reckon believe suppose imagine expect expects expecting anticipate anticipates aim aims "
    "aiming plan plans planning intend intends intending hope hopes hoping promise promises promised promising guarantee try "
    "tries trying want wants wanted wanting wish like likes need needs needed "
    "call calls calling called phone phones phoning phoned ring ringing email emails emailing emailed mail mails write "
    "writes writing text texting message messages ping pings contact contacts contacting contacted reach reaches reaching "
    "touch update updates updated updating inform informs informed notify notifies notified follow follows follow-up "
    "followup respond responds responding response reply replies replying answer answers answering answered feedback news word decide decides "
    "decided deciding decision decisions verdict outcome result results offer offers yea "
    "final finalise finalize finalising finalizing conclusion conclude confirm confirms confirmed confirming confirmation "
    "information info details announcement announce announced notification notice "
    "return returns returning revert come comes coming? sort sorted "
    "team hr recruiter recruiters recruiting recruitment manager managers hiring boss ceo cto cfo director directors "
    "committee panel board company people folks talent department headhunter agency agent coordinator office guys "
    "candidate candidates applicant applicants interview interviews interviewer interviewers "
    "process processes step steps thing? things schedule timeline timelines timeframe frame turnaround window wait waiting "
    "period review reviews reviewing reviewed deliberate deliberating deliberation discuss discussing discussion "
    "budget paperwork internal internally position role job opening vacancy application applications "
    "by? definite definitive something there here side end? everything all both "
    "check checks checking yet feel free way circle circling loop looping base swing eventually somewhen anything stay tuned sit tight hold hang keep keeps keeping kept posted bear patient patience speak speaking talk talking chat catch "
    "send sends sending sent receive receives received receiving see seeing look looking looks good? great cool nice perfect lovely awesome "
    "sorry sure certain certainly course problem worries apologies unfortunately afraid honest fair safe "
    "with that what when how why which where because cause since? too also just again still currently meanwhile "
    "usual normal standard typical average estimate estimation range ballpark rule thumb guideline target deadline eta tat "
    "long? whole? overall total moving move moves proceed proceeding forward? wrap wrapping wrapped "
    "personally directly anyway anyhow simply kindly "
    "hi hello hey dear regards best? "
    "vary varies depends depending depend need required require requires requiring lasts last? run runs running turn? "
    "happen happens happening occur occurs drop line shoot contract paper "
    "selected successful chosen shortlist shortlisted choose choosing choice pick "
    "hire hired hires person somehow ahead? finish? finished".split()
)
TALK = {word for word in TALK if not word.endswith("?")}

# Days that move or that only some keep: the reader has no table of holidays.
HOLIDAYS = set(
    "easter christmas xmas thanksgiving halloween hanukkah chanukah ramadan eid diwali deepavali passover pesach lent "
    "holiday holidays juneteenth kwanzaa pentecost whitsun whit advent epiphany carnival midsummer purim sukkot "
    "yom rosh hashanah kippur navratri holi dussehra valentine valentines patrick patricks patty memorial veterans "
    "labor labour columbus presidents president mlk bastille anzac boxing maundy michaelmas candlemas "
    "nowruz vesak tet songkran obon chuseok lunar solstice equinox groundhog mardi gras noel yuletide vacation vacations "
    "semester payday superbowl".split()
)
SEASONS = set("spring summer autumn fall winter springtime summertime wintertime".split())
FISCAL = set("fiscal fy financial academic budgetary eofy fy25 fy26 fy27 fy28".split())
SPANS_TOO_LONG = set("decade decades century centuries".split())


@cache
def lexicon() -> dict[str, Word]:
    """Every known word."""
    known: dict[str, Word] = {}
    for kind, words in (("talk", TALK), ("hedge", HEDGES)):
        known |= {word: Word(word, kind) for word in words}
    for text, others in GRAMMAR.items():
        known |= {word: Word(text, "word") for word in (text, *others.split())}
    for kind, words in (
        ("holiday", HOLIDAYS), ("season", SEASONS), ("fiscal", FISCAL), ("too long", SPANS_TOO_LONG),
    ):  # fmt: skip
        known |= {word: Word(word, kind) for word in words}
    known |= {word: Word(word, "number", Fraction(value)) for value, word in enumerate(NUMBERS)}
    known |= {word: Word(word, "number", Fraction(value)) for word, value in (TENS | MORE_NUMBERS).items()}
    known |= {word: Word(word, "nth", value) for value, word in enumerate(ORDINALS, 1)}
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
