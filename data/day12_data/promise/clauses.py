"""Clauses that say nothing of when: “Two of the partners are travelling, so ten days”.

A clause before the date may be passed over, unknown words, bare numbers and all, where it holds no date content and
nothing that could turn the meaning of the rest round; one behind the date may take it back, so it never is. In the
clause that holds the date, every word still has to be known; only who is going to tell may be anybody: “The London
team will reply within a week”.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from day12_data.promise.asides import WHAT, WHO
from day12_data.promise.parted import is_date
from day12_data.promise.senses import sense
from day12_data.promise.small_words import listed
from day12_data.promise.tokens import Token
from day12_data.promise.words import DATED, lexicon

_STRONG = listed("so but ;")
_STOPS = _STRONG | listed(", and")
_DATES = listed("weekday month figures year quarter half clock unit holiday season fiscal")
_DATES |= {"too long"}
_DATED = DATED | listed("morning afternoon evening night lunch close week weeks month months year years next")
# What could turn the rest round: negations, conditions, bounds, delays, other people, the past.
_TURNING = listed(
    "not no without unless until if except instead rather before after least most more less than minimum max "
    "another other others else once when whenever while provided providing assuming depends depend depending "
    "permitting willing allowing subject pending barring otherwise however though although despite then by within "
    "past beyond since earlier earliest latest longer later sooner delay delays delayed postpone postponed "
    "postpones slip slips slipped frozen freeze cancel cancelled canceled cancels withdrawn withdrew withdraw ago "
    "yesterday last previous or maybe perhaps contrary unlikely impossible false wrong joke joking kidding lie "
    "lied scratch forget ignore disregard whichever either neither extend extended push pushed pushes forbid "
    "forbids refuse refuses rejected reject starting from minus plus"
)
_MIND = listed("other later more")  # "later" and "more" turn nothing round where no date stands beside them
_SUBJECTS = listed(
    "i we you they he she it its ive im id ill weve wed youre youd youve theyre theyve theres there this that everyone "
    "everybody somebody someone who sorry thanks thank apologies congratulations welcome hes shes were"
)
_VERBS = listed(
    "is are was were has have had will would can could should does do did gets get got takes take needs need wants "
    "want says say works work lives runs sits uses use loves love likes like"
)
_NO_NOUN = listed(
    "i we you they he she it is are was were be will would should shall can could might must may do does did has have "
    "had percent pct works suits fits seems sounds at to or max"
)
_NOUNS = frozenset(f"{WHO}|{WHAT}".split("|")) | listed("floor time anniversary place pair person hire edition")
_NUMBERED = listed("page room version floor gate building flat level section line bus unit chapter grade band area")
_GROUPED = listed("of with only just")
_OF_ONE = listed("this that which each every the any no")
_NEXT_TO = listed("time to door")
_MOMENTS = listed("minute second moment instant")
_AFTER_MOMENT = listed("i we they you he she hr anyone someone anything something theres it")
_DECIDING = listed("call email ring phone write tell reply respond decide contact notify inform update message text")
_PHRASAL = {("get", "back"), ("get", "in"), ("be", "in"), ("reach", "out"), ("let", "you"), ("come", "back")}
_DECIDES = listed("calls emails rings phones writes tells replies responds decides contacts notifies informs updates")
_RETURNS = listed(
    "return returns meet meets met reconvene regroup arrive arrives visit visits begin begins decided told called went "
    "sent heard gave took came signed start"
)
_OF_OTHERS = {("need", "you"), ("give", "everyone"), ("gives", "everyone"), ("want", "you")}
_ORDERS = listed("send take call email write return please sign submit ring phone come")
_WHO = listed("i we you they he she it its were im theyre hes shes youre weve")
_TELLING = listed(
    "hear call calls email emails ring phone write writes tell tells reply respond know decide decides contact "
    "notify inform update message text answer news word result results decision feedback offer verdict outcome "
    "touch back allow expect give say end finalise reach take takes need needs aside bear count wait"
)
_AUXILIARY = listed("will should would")
_FROM = listed("from in at")
_OPENS = listed("the our my your a")
_NO_SUBJECT = listed("internal external unsuccessful remaining rejected final only former late early mid end start")
_ASKING = listed("give allow grant")


def says_when(tokens: Sequence[Token]) -> bool:
    """Whether anything in these words, as they were typed, could name a day or count one."""
    return any(_content(tokens, at) for at in range(len(tokens)))


def _content(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    before = tokens[at - 1].text if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    moment = token.text in _MOMENTS and before == "the" and after is not None and after.text in _AFTER_MOMENT
    if moment or (token.text == "next" and after is not None and after.text in _NEXT_TO):
        return False
    if token.kind == "unknown":
        return bool(token.value) and any(
            fit not in lexicon() or lexicon()[fit].kind not in ("talk", "hedge") for fit in token.value
        )
    if token.kind in ("number", "nth"):
        return _counting(token, before, after, tokens[at + 1 : at + 4])
    return token.kind in _DATES or token.text in _DATED


def _counting(token: Token, before: str, after: Token | None, rest: Sequence[Token]) -> bool:
    """Whether a number or an ordinal may count days or name one."""
    if token.text == "one" and before in _OF_ONE and not (after and is_date(after)):
        return False
    if token.text == "first" and before not in ("the", "by", "on", "until", "before", "") and not _goes_on(after):
        return False
    if len(rest) > 2 and rest[0].text in ("to", "-", "or") and rest[1].kind == "number":
        after = rest[2]
    if token.kind == "number" and before in _GROUPED and not _goes_on(after):
        return False
    if before in _NUMBERED and not (after and (after.text in ("to", "-", "or") or is_date(after))):
        return False
    if after is None or after.text in _NO_NOUN or after.kind not in ("talk", "unknown", "word"):
        return True
    if after.kind == "word":
        return not (
            after.text == "of"
            and len(rest) > 1
            and (rest[1].text in ("the", "our") or rest[1].kind in ("talk", "number"))
        )
    digits = token.kind == "nth" and token.text[0].isdigit()
    return digits and after.text not in _NOUNS


def _goes_on(after: Token | None) -> bool:
    return after is not None and after.text not in _STOPS and after.kind != "talk"


def passed_over(tokens: Sequence[Token], said: str) -> list[Token] | None:
    """The tokens without the clauses that say nothing of when, or None where there is none to pass over."""
    left: list[Token] = []
    passed = behind = dated = False
    runs = _runs(_parts([sense(tokens, at) for at in range(len(tokens))], said))
    for (stop, part), (following, _) in zip(runs, [*runs[1:], (None, [])], strict=True):
        if not says_when(part):
            behind = _strange(part)
            if behind and (dated or not _is_clause(part, following)):
                return None
            passed = passed or behind
            if not behind:
                left.extend([stop, *part] if stop and left else part)
            continue
        subject, rest = _subject(part), _purpose(part)
        if behind and ((not subject and not _introduced(stop, part)) or _elsewhere(part)):
            return None
        passed = passed or subject > 0 or rest < len(part)
        kept = [token._replace(kind="talk", text="aside", value=None) for token in part[:subject]] + part[subject:rest]
        left.extend([stop, *kept] if stop and left else kept)
        behind, dated = False, True
    return left if passed and left else None


def _runs(parts: Sequence[tuple[Token | None, list[Token]]]) -> list[tuple[Token | None, list[Token]]]:
    """The clauses, those that stand together and say nothing of when made one: “We use Python and Kubernetes”."""
    runs: list[tuple[Token | None, list[Token]]] = []
    for stop, part in parts:
        if runs and stop and not says_when(part) and not says_when(runs[-1][1]):
            runs[-1] = (runs[-1][0], [*runs[-1][1], stop, *part])
        else:
            runs.append((stop, part))
    return runs


def _parts(tokens: Sequence[Token], said: str) -> list[tuple[Token | None, list[Token]]]:
    """The clauses, each with the stop before it; of several stops in a row, the one that says most."""
    parts: list[tuple[Token | None, list[Token]]] = [(None, [])]
    for token in tokens:
        dash = token.text == "-" and said[token.start - 1 : token.start].isspace()
        if token.text not in _STOPS and not dash:
            parts[-1][1].append(token)
            continue
        strong = token.text == "," and said[token.start] in ".;!?"
        stop = token._replace(text=",") if dash else token
        if not parts[-1][1]:
            parts[-1] = (parts[-1][0] if parts[-1][0] and parts[-1][0].text in _STRONG else stop, [])
        else:
            parts.append((stop._replace(value=strong) if strong else stop, []))
    return [part for part in parts if part[1]]


def _strange(part: Sequence[Token]) -> bool:
    """Whether a clause holds what no table knows: an unknown word, a bare number or ordinal."""
    return any(token.kind in ("unknown", "number", "nth") for token in part)


def _turns(part: Sequence[Token]) -> bool:
    """Whether a clause could turn the rest round."""
    aside = [at + 1 for at, token in enumerate(part[2:]) if token.text == "way"]  # “by the way” bounds nothing
    return any(
        token.text in _TURNING and token.text not in _MIND and not (token.text == "by" and at + 1 in aside)
        for at, token in enumerate(part)
    )


def _is_clause(part: Sequence[Token], stop: Token | None) -> bool:
    """Whether a clause is a whole one, and can't turn the meaning round."""
    if len(part) < 3 or _turns(part):
        return False
    sentence = stop is not None and stop.value is True and part[0].text in _OPENS
    if sentence or part[0].text in _SUBJECTS or any(token.text in _VERBS for token in part[1:]):
        return True
    return any(token.kind == "unknown" and token.text.endswith(("s", "ed")) for token in part[1:-1])


def _introduced(stop: Token | None, part: Sequence[Token]) -> bool:
    """Whether a date begins a thought of its own: behind “so” or “but”, or with a verb of telling."""
    if part[0].text in ("then", "than"):
        return False
    if any(token.text in _TELLING for token in part):
        return True
    return stop is not None and stop.text in _STRONG and not any(token.text in _WHO for token in part[:2])


def _elsewhere(part: Sequence[Token]) -> bool:
    """Whether the date may be that of somebody's return, or the candidate's: “they return Monday”."""
    pairs = pairwise(part)
    others = any((token.text, after.text) in _OF_OTHERS for token, after in pairs)
    return others or part[0].text in _ORDERS or any(token.text in _RETURNS for token in part)


def _subject(part: Sequence[Token]) -> int:
    """How many words at the start are an unknown somebody who is going to tell: “The London team will reply”."""
    if not part or not (part[0].text in _OPENS or part[0].kind == "unknown" or part[0].kind == "talk"):
        return 0
    for at, token in enumerate(part[:8]):
        if at and (token.text in _DECIDES or (token.text in _AUXILIARY and _tells(part[at + 1 :]))):
            named = part[0].text in _OPENS or any(each.text in _FROM for each in part[:at])
            return at if named and any(each.kind == "unknown" for each in part[:at]) else 0
        if (token.text in _TURNING and token.text not in _FROM) or token.text in _NO_SUBJECT or _content(part, at):
            return 0
    return 0


def _tells(rest: Sequence[Token]) -> bool:
    for token in rest:
        if token.kind != "hedge":
            return token.text in _DECIDING or (token.text, _next(rest, token)) in _PHRASAL
    return False


def _next(tokens: Sequence[Token], token: Token) -> str:
    at = tokens.index(token) + 1
    return tokens[at].text if at < len(tokens) else ""


def _purpose(part: Sequence[Token]) -> int:
    """Where “give us a week to chase the team” goes on to what the time is for."""
    if not any(token.text in _ASKING for token in part[:5]):
        return len(part)
    for at in range(2, len(part) - 1):
        token, before, after = part[at], part[at - 1], part[at + 1]
        if before.kind in ("unit", "weekday") and (
            (token.text == "to" and after.kind in ("talk", "unknown"))
            or (token.text == "for" and after.text in ("the", "our", "this", "that"))
        ):
            rest = part[at + 1 :]
            turned = any(each.text in _TURNING and each.text not in _MIND | {"others"} for each in rest)
            return len(part) if turned or says_when(rest) else at
    return len(part)
