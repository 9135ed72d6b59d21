"""How people write the words that a time is made of, and those around one that move nothing.

The names of days, months, units and numbers stand in dates/lexicon.py.
"""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(words.split())


# Other spellings of the words in the tables of the grammar.
_ALSO = {
    "another": "additional extra further", "before": "b4", "through": "thru throughout", "until": "till til untill",
    "coming": "upcoming", "beginning": "begining outset", "max": "maximum",
    "business": "biz bus bizness buisness bussiness banking", "noon": "midday noontime", "afternoon": "arvo aft",
    "evening": "eve", "lunch": "lunchtime", "weekend": "weekends wkend wknd wkd", "onwards": "onward", "eod": "eob",
    "cob": "cop", "couple": "cpl", "within": "w/in", "with": "w/", "without": "w/o", "maybe": "perhaps possibly",
    "or": "slash",
}  # fmt: skip
ALSO = {spelling: word for word, spellings in _ALSO.items() for spelling in spellings.split()}

# One word for several, and what is written without its apostrophe.
_SHORT = {
    "nlt": "no later than", "w/c": "week commencing", "wc": "week commencing", "w/b": "week beginning",
    "w/e": "week ending", "cannot": "can not", "gonna": "going to", "hm": "hiring manager", "mgr": "manager",
    "im": "i am", "ill": "i will", "ive": "i have", "u": "you", "w": "with", "wd": "would", "shd": "should",
    "ans": "answer", "thats": "that is", "whats": "what is", "min": "minimum", "didn": "did not",
    "wont": "will not", "cant": "can not",
    **{f"{who}ll": f"{who} will" for who in ("you", "they", "it", "that", "there", "who")},
    **{f"{who}d": f"{who} would" for who in ("you", "they", "it", "i")},
    **{f"{who}re": f"{who} are" for who in ("you", "they")},
    **{f"{who}ve": f"{who} have" for who in ("you", "they", "we")},
    **{f"{verb}nt": f"{verb} not" for verb in (
        "do", "does", "did", "has", "have", "had", "is", "are", "was", "were", "would", "should", "could", "must",
    )},
}  # fmt: skip
SHORT = {short: tuple(words.split()) for short, words in _SHORT.items()}
ENDINGS = {"ll": "will", "d": "would", "ve": "have", "re": "are", "m": "am"}

# Days that move, or that only some keep: there is no table of them.
HOLIDAYS = listed(
    "advent anzac bastille carnival chanukah christmas chuseok columbus deepavali diwali easter eid epiphany halloween "
    "hanukkah holiday holidays juneteenth kwanzaa labor labour lent lunar memorial michaelmas mlk navratri nowruz obon "
    "passover patricks payday pentecost purim ramadan semester solstice songkran thanksgiving vacation vacations "
    "valentines vesak whitsun xmas yuletide"
)
SEASONS = listed("spring summer autumn fall winter springtime summertime")
FISCAL = listed("fiscal fy financial academic eofy")
# They make a time of the words behind them, so a slip is looked for there.
PLACES = listed(
    "by on next this until the of before after within in every last or to - and a couple few end early mid late"
)
# Words of the grammar that are written wrong, besides the names of days and units.
SLIPPED = listed(
    "several quarter next business working within before early middle weekend latest afternoon morning couple coming "
    "end"
)
