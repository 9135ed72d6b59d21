"""What the subject of an invitation or of a mail says: the company, and the role."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from day12_data.text import clean, fold

_PREFIX = re.compile(
    r"^(?:re|aw|fwd?|wg|sv|vs|tr|rv|antw|(?:updated |canceled |cancelled |declined )?(?:invitation|"
    r"event)(?: with note)?|"
    r"cancell?ed|accepted|declined|tentative|reminder|confirmed|confirmation|rescheduled|updated|new (?:time|event|"
    r"meeting)(?: proposed)?|action required|einladung|aktualisierte einladung|abgesagt|termin|hold|save the date)"
    r"\s*[:：]\s*",
    re.IGNORECASE,
)
_DAYS = r"(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-z]*"
_DATE_TAIL = re.compile(
    rf"\s*(?:[@,–-]|\bon\b|\bam\b|\bat\b)\s*(?:{_DAYS}\.?,?\s+(?:\w+\.?\s+)?\d|\d{{1,2}}[./:]\d|\d{{4}}-\d\d).*$",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"(\s+w/\s*|\s+(?:with|at|for|mit|bei|für|als|as|vs\.?|x|×|between|zwischen|from|avec|chez|con|en|pour)\s+|"
    r"\s*(?:<->|<=>|<>|↔|⇄|⇔|\|\||\||·|•|—|–|→|::)\s*|:\s+|\s+[/@+-]\s+|\s+-+\s*|[,;]\s+)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s+(?:&|and|und|et|y)\s+", re.IGNORECASE)
_STRONG = frozenset(
    {"with", "w/", "at", "mit", "bei", "x", "×", "<>", "<->", "<=>", "↔", "⇄", "⇔", "@", "avec", "chez", "from"}
)
_ROLE_MARK = frozenset({"for", "für", "als", "as", "pour"})

_EVERYDAY = """
a an the your our my interview interviews interviewing interviewer candidate screen screening call chat meeting meet
conversation discussion session round rounds loop assessment debrief coffee appointment greet invitation invite invited
confirmation confirmed scheduled schedule scheduling reminder request availability update updated details first second
third fourth final initial 1st 2nd 3rd 4th next last virtual on-site onsite online remote technical tech video phone
telephone hr hiring recruiting panel coding behavioral behavioural culture fit values
introductory intro introduction live take-home portfolio peer team screening discovery informational
exploratory 1:1 one-on-one follow-up followup part stage day 30 min mins minute minutes 45 60 15 hour hours zoom teams
webex skype presentation role position opening job opportunity application applying about regarding re
event hold sync test customer daily weekly standup sprint private busy termin one two three new to of and in you we
besprechung vorstellungsgespräch bewerbungsgespräch gespräch erstgespräch zweitgespräch kennenlernen telefoninterview
kennenlerngespräch telefonat videointerview videocall einladung zum zur ein eine das entretien entrevista colloquio
tentative cancelled canceled quick catch catch-up up whiteboard pairing pair programming
"""
GENERIC = frozenset(_EVERYDAY.split())
_INTERVIEW = re.compile(
    r"interview|phone screen|screening|onsite|on-site|hiring|recruit|gespräch|kennenlern|entretien|entrevista|"
    r"colloquio|"
    r"\bround \d|panel|intro call|candidate|assessment",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:engineer\w*|developer\w*|dev|manager|designer|analyst|scientist|architect|lead|director|head of [\w ]+|vp\b|"
    r"administrator|admin|consultant|specialist|intern|internship|trainee|werkstudent\w*|assistant|associate|"
    r"accountant|writer|editor|researcher|nurse|teacher|sre|qa|devops|product owner|scrum master|programmer|"
    r"entwickler\w*|ingenieur\w*|leiter\w*|berater\w*|sachbearbeiter\w*|representative|executive|officer|"
    r"coordinator|technician|tester|strategist|marketer|recruiter|counsel|attorney|buyer|planner|operator|driver|"
    r"cto|cfo|ceo|coo|chief [\w ]+|staff|principal|senior|junior|partner|president|clerk|chef|pharmacist|"
    r"physician|librarian|paralegal|lawyer|translator|copywriter|sales|marketing|finance|account|support|"
    r"operations|full[- ]stack|back[- ]?end|front[- ]?end|data|platform|security|machine learning|ml|android|ios|"
    r"\w+entwickler(?:in)?|\w+manager(?:in)?|\w+ingenieur(?:in)?|stelle|professor|lecturer|postdoc|fellow)\b",
    re.IGNORECASE,
)
_KIND = (
    r"hiring manager|recruiter|technical|tech|phone|telephone|video|panel|final|first|second|third|1st|2nd|3rd|initial|"
    r"intro(?:ductory)?|hr|team|peer|virtual|on-?site|system design|case study|coding|live coding|behaviou?ral|culture|"
    r"values|portfolio|in[- ]person|in-depth|\d+[ -]min(?:ute)?s?|zoom|remote|online"
)
# An interview by any of its names: "Technical phone screen", "Hiring Manager Interview", "Round 2".
_MEETING = re.compile(
    rf"\b(?:(?:{_KIND})[\s-]+)*(?:interviews?|screen(?:ing)?|call|chat|rounds?(?: \d+)?|loop|conversation|"
    rf"meeting|session|"
    r"assessment|\w*gespräch|telefoninterview|videointerview|entretien|entrevista|colloquio)\b|"
    r"\b(?:hiring manager|system design|case study|recruiter)$",
    re.IGNORECASE,
)
_CUT = "\x1f"
_NOT_COMPANY = re.compile(
    r"(?:system design|coding|case study|behaviou?ral|culture fit|values|hiring manager|ext|extern|external|"
    r"action required|urgent|confirmed|invitation|reminder|updated?|private|zoom|virtual|"
    r"remote|ms teams|microsoft teams|google hangouts?|"
    r"online|phone|video|teams|google meet|canceled|cancelled|\d+ ?min(?:utes)?|part \d|round \d|\d+/\d+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """`sure` names stand where a company stands, `likely` may be one, `aside` stand in brackets; `role` is the job."""

    sure: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    role: str = ""
    interview: bool = False


def is_about_interview(text: str) -> bool:
    """Whether the words are those of an interview's invitation."""
    return bool(_INTERVIEW.search(text))


def read_subject(text: str, is_person: Callable[[str], bool]) -> Subject:
    """Take a subject apart; `is_person` says which names are those of the people, the reader among them."""
    text = _bare(text)
    sure: list[str] = []
    likely: list[str] = []
    aside: list[str] = []
    roles: list[str] = []
    facing = False  # the reader's name stands on the other side of a mark: what remains is the company
    for mark, part in _parts(text, is_person):
        if is_person(part):
            facing = facing or mark != "("
            continue
        name = without_generic(part)
        if not name or _NOT_COMPANY.fullmatch(name) or _NOT_COMPANY.fullmatch(part):
            continue
        if (_ROLE.search(name) and mark not in _STRONG) or mark in _ROLE_MARK:
            roles.append(role_in(part))
        elif mark == "[" or (mark in _STRONG and _is_name(name)):
            sure.append(name)
        elif mark == "(":
            aside.append(name)
        elif not re.search(r"[^\W\d_]{2}", name):
            continue
        else:
            likely.append(name)
    if facing and len(likely) == 1 and not sure:
        sure, likely = likely, []
    return Subject(_once(sure), _once(likely), _once(aside), roles[0] if roles else "", is_about_interview(text))


def without_generic(part: str) -> str:
    """The words without those at either end that every invitation has: "Acme" for "Acme phone interview"."""
    words = part.split()
    while words and _is_generic(words[0]):
        words.pop(0)
    while words and _is_generic(words[-1]):
        words.pop()
    return " ".join(words).strip(" ,.:;!?-–|\"'“”„")


def role_in(part: str) -> str:
    """The role in a part of a subject: without the words at its ends that aren't a job's."""
    words = part.split()
    while words and words[0].casefold().strip(".,:") in _AROUND_ROLE:
        words.pop(0)
    while words and words[-1].casefold().strip(".,:") in _AROUND_ROLE:
        words.pop()
    return " ".join(words).strip(" ,.:;!?-–|\"'“”„")


_AROUND_ROLE = frozenset(
    {"a", "an", "the", "our", "your", "role", "position", "opening", "job", "opportunity", "in", "of", "-"}
)


def _is_name(name: str) -> bool:
    """Whether the words are written as a name is: short, and with a capital where there are any."""
    return len(name.split()) <= 5 and not name[:1].islower()


def _is_generic(word: str) -> bool:
    bare = word.casefold().strip(".,:;!?()[]#\"'“”„")
    return not bare or bare in GENERIC or bool(re.fullmatch(r"#?\d+(?:/\d+|st|nd|rd|th|\.)?", bare))


def _bare(text: str) -> str:
    text = clean("".join(" " if unicodedata.category(char) in ("So", "Cs") else char for char in text))
    while (cut := _PREFIX.sub("", text)) != text:
        text = cut
    return _DATE_TAIL.sub("", text).strip()


def _parts(text: str, is_person: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """The parts of a subject, each with the mark or the word before it."""
    for opening, inner in re.findall(r"([(\[])([^()\[\]]*)[)\]]", text):
        yield opening, clean(inner)
    text = _MEETING.sub(_CUT, re.sub(r"[(\[][^()\[\]]*[)\]]", " ", text))
    pieces = _SPLIT.split(f" {text} ")
    marks = ["", *(mark.strip().casefold() for mark in pieces[1::2])]
    between = False
    for place, (mark, part) in enumerate(zip(marks, pieces[::2], strict=True)):
        between = between or mark in ("between", "zwischen")
        part, *more = map(clean, part.split(_CUT))
        yield from (("", each) for each in more if each)
        halves = _PAIR.split(part)
        if len(halves) > 1 and (between or any(map(is_person, halves))):
            yield from (("&" if mark in _STRONG else mark, half) for half in halves)
        elif part:
            # "Acme <> Jo": both sides of such a mark are names.
            after = marks[place + 1] if place + 1 < len(marks) else ""
            both = after in ("<>", "<->", "<=>", "↔", "⇄", "⇔", "x", "×")
            yield (after if both and mark not in _ROLE_MARK else mark), part


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple({fold(name): name for name in reversed(list(names))}.values())[::-1]
