"""Who sends invitations: people, robots, hiring systems, and what a sender's name says about the company."""

from __future__ import annotations

import re
from dataclasses import dataclass

from day12_data.text import clean, fold

# Hiring systems, calendars and meeting services: their domain is never the company's.
_SERVICE_DOMAINS = """
greenhouse.io greenhouse-mail.io lever.co ashbyhq.com workday.com myworkday.com myworkdayjobs.com goodtime.io
smartrecruiters.com workable.com workablemail.com icims.com jobvite.com bamboohr.com breezy.hr recruitee.com
teamtailor.com teamtailor-mail.com personio.de personio.com jazzhr.com jazz.co applytojob.com successfactors.com
successfactors.eu taleo.net oraclecloud.com gem.com modernloop.io modernloop.ai prelude.co interviewplanner.com
candidate.fyi paradox.ai hirevue.com karat.io karat.com codility.com hackerrank.com coderpad.io codesignal.com
eightfold.ai avature.net pinpointhq.com rippling.com dover.com wellfound.com hired.com indeed.com indeedemail.com
linkedin.com ziprecruiter.com glassdoor.com xing.com stepstone.de softgarden.io softgarden.de join.com
zohorecruit.com zohorecruitmail.com dayforce.com ukg.com paylocity.com paycom.com adp.com welcomekit.co otta.com
traffit.com comeet.co comeet-notifications.com fountain.com brighthire.ai metaview.ai cronofy.com ripplehire.com
calendly.com calendar.google.com resource.calendar.google.com group.calendar.google.com zoom.us zoom.com
zoomgov.com webex.com gotomeeting.com goto.com whereby.com cal.com savvycal.com doodle.com youcanbook.me
acuityscheduling.com chilipiper.com hubspot.com outlook.office.com teams.microsoft.com microsoftonline.com
onmicrosoft.com podio.com meet.google.com amazonses.com sendgrid.net mailgun.org mandrillapp.com
"""
_SERVICES = frozenset(_SERVICE_DOMAINS.split())
# Where the part before the @ is the company: northwind@myworkday.com.
_TENANTS = frozenset({"hire.lever.co", "myworkday.com", "ashbyhq.com", "teamtailor-mail.com", "m.personio.de"})
_FREE_NAMES = """
gmail googlemail outlook hotmail yahoo ymail icloud protonmail proton gmx aol fastmail tutanota rediffmail
"""
_FREE = frozenset(_FREE_NAMES.split())
_FREE_MAIL = """
live.com live.de msn.com me.com mac.com pm.me web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com
hey.com
zoho.com
mailbox.org posteo.de tuta.com tuta.io duck.com qq.com 163.com 126.com naver.com free.fr orange.fr laposte.net
wanadoo.fr libero.it comcast.net verizon.net att.net btinternet.com bluewin.ch
"""
_FREE_DOMAINS = frozenset(_FREE_MAIL.split())
_ROBOT = re.compile(
    r"(?:no|do-?not|donot)[-_.]?reply|notif|mailer|bounce|schedul|automat|^calendar|invitation|^system|^robot|^bot$|"
    r"^events?$|^reply\+|^noreply",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:careers?|jobs?|talent|talentacquisition|recruit(?:ing|ment|er|ers)?|hr|hiring|people|team|info|hello|support|"
    r"admin|interviews?|bewerbung(?:en)?|karriere|contact|office|mail|calendar|coordinators?|meetings?|"
    r"conf)(?:[-_.+].*)?",
    re.IGNORECASE,
)
_OFFICE_WORDS = (
    r"(?:talent acquisition|talent team|talent|careers?|recruiting|recruitment|recruiters|hiring|jobs?|hr|"
    r"human resources|people (?:team|ops|operations|& culture)|people|scheduling|scheduler|interviews?|"
    r"interview (?:team|scheduling)|candidate experience|coordinators?|calendar|notifications?|no[- ]?reply|team|"
    r"bewerbung(?:en)?|bewerbermanagement|karriere|personalabteilung|recruiting[- ]team|onboarding|staffing)"
)
_OFFICE_END = re.compile(rf"(?:^|[\s|·,–-]+)(?:the )?{_OFFICE_WORDS}$", re.IGNORECASE)
_OFFICE_START = re.compile(rf"^(?:the )?(?:{_OFFICE_WORDS}\s*)+(?:at|@|bei|from|von|of|[-–|:])\s+(.+)$", re.IGNORECASE)
_VIA = re.compile(r"\s+(?:via|über|through|by)\s+\S.*$", re.IGNORECASE)
_OF_COMPANY = re.compile(r"^(.{2,60}?)\s*(?:\s(?:at|from|of|bei|von)\s|\s?@\s?|\s[|·–-]\s)\s*(.{2,60})$", re.IGNORECASE)
_BRACKETS = re.compile(r"^(.{2,60}?)\s*[(\[]([^()\[\]]{2,60})[)\]]$")
_VENDOR_NAMES = """
zoom|zoom webinar|zoom meetings|calendly|google calendar|google meet|microsoft outlook|microsoft teams|outlook
greenhouse|greenhouse recruiting|lever|ashby|workday|goodtime|goodtime.io|smartrecruiters|workable|icims|jobvite
bamboohr|teamtailor|personio|linkedin|indeed|hirevue|karat|doodle|cal.com|prelude|modernloop|gem|unknown|webex|calendar
external|me|you|undisclosed|recruiter|recruiting|candidate|interviewer|no reply|noreply|mail delivery subsystem
"""
_VENDORS = frozenset(_VENDOR_NAMES.strip().replace("\n", "|").split("|"))


@dataclass(frozen=True, slots=True)
class Sender:
    """What a sender's name says: who it is, and the company; either may be empty."""

    person: str
    company: str


def domain_of(email: str) -> str:
    """The part behind the @, in small letters."""
    return email.rpartition("@")[2].strip().strip(".").lower()


def is_service(domain: str) -> bool:
    """Whether the domain is that of a hiring system, a calendar or a meeting service."""
    return any(domain == each or domain.endswith(f".{each}") for each in _SERVICES)


def is_free_mail(domain: str) -> bool:
    """Whether anybody can have an address there."""
    return domain in _FREE_DOMAINS or domain.partition(".")[0] in _FREE


def is_robot(email: str) -> bool:
    """Whether nobody reads what is sent to the address."""
    return bool(_ROBOT.search(email.partition("@")[0]))


def is_office(email: str) -> bool:
    """Whether the address is that of a department, such as careers@."""
    return bool(_OFFICE.fullmatch(email.partition("@")[0]))


def is_vendor(name: str) -> bool:
    """Whether the name is that of a service that sends invitations for others."""
    return fold(name) in _VENDORS


def tenant(email: str) -> str:
    """The company before the @ of a hiring system that has it there; empty elsewhere."""
    local, _, domain = email.lower().partition("@")
    local = re.sub(r"[-+.]?\d+$", "", local.partition("+")[0])
    if domain not in _TENANTS or is_robot(email) or is_office(f"{local}@") or not local:
        return ""
    return company_of_label(local)


def company_of_domain(domain: str) -> str:
    """The name in a company's own domain: "Northwind Traders" for mail.northwind-traders.com."""
    labels = domain.split(".")
    if domain.endswith(".onmicrosoft.com"):
        return company_of_label(labels[-3])
    if len(labels) < 2 or is_service(domain) or is_free_mail(domain):
        return ""
    if len(labels) >= 3 and labels[-2] in ("co", "com", "org", "net", "ac", "gov", "edu") and len(labels[-1]) == 2:
        labels.pop()
    return company_of_label(labels[-2])


def company_of_label(label: str) -> str:
    """The words of an address' part as a name."""
    words = [word for word in re.split(r"[-_.]+", label) if word]
    return " ".join(word.upper() if len(word) <= 2 else word[:1].upper() + word[1:] for word in words)


def read_sender(name: str) -> Sender:
    """Take a sender's name apart: "Dana Reyes (Northwind)", "Northwind Careers", "Acme via Greenhouse"."""
    name = _VIA.sub("", clean(name)).strip(" \"'")
    if not name or ("@" in name.replace(" @ ", " ") and " " not in name):
        return Sender("", "")
    if is_vendor(name):
        return Sender("", "")
    if found := _OFFICE_START.match(name):
        return Sender("", _named(found[1]))
    rest = name
    while (cut := _OFFICE_END.sub("", rest)) != rest:
        rest = cut
    if rest != name:
        rest = re.sub(r"^the\s+", "", rest, flags=re.IGNORECASE).strip(" ,|-–·")
        if found := _BRACKETS.match(rest) or _OF_COMPANY.match(rest):
            return Sender(found[1], _named(found[2]))
        return Sender("", _named(rest))
    if re.match(r"team\s+\S", name, re.IGNORECASE):
        return Sender("", _named(name[5:]))
    if found := _BRACKETS.match(name):
        return _of(found[1], found[2])
    if found := _OF_COMPANY.match(name):
        return _of(found[1], found[2])
    return Sender(name, "")


def company_shown(name: str, email: str) -> str:
    """The company that a sender's name shows; a single word at a robot's address is one: "Contoso via Ashby"."""
    sender = read_sender(name)
    word = sender.person if " " not in sender.person else ""
    for_others = is_robot(email) or is_service(domain_of(email))
    mine = word and email.lower().startswith(word.lower())
    return sender.company or (word if for_others and not mine and not is_vendor(word) else "")


def _of(person: str, company: str) -> Sender:
    """Somebody of a company; where what follows is only a department, somebody."""
    if re.fullmatch(
        rf"{_OFFICE_WORDS}|external|extern|guest|he/him|she/her|they/them|s?he/\w+", company, re.IGNORECASE
    ):
        return Sender(person, "")
    inner = read_sender(company)
    return Sender(person.strip(" ,"), _named(inner.company or inner.person))


def _named(text: str) -> str:
    text = clean(text).strip(" ,|-–·:\"'")
    return "" if is_vendor(text) else text
