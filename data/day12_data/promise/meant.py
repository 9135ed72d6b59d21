"""What a row of the tables of asides is to the reader, and the people and things that the rows speak of."""

from __future__ import annotations

from enum import StrEnum

WHO = (
    "candidate|candidates|applicant|applicants|finalist|finalists|people|person|persons|manager|managers|interviewer"
    "|interviewers|panelist|panelists|panellists|member|members|colleague|colleagues|director|directors|partner"
    "|partners|recruiter|recruiters|engineer|engineers|developer|developers|designer|designers|stakeholder"
    "|stakeholders|executive|executives|founder|founders|lead|leads|reviewer|reviewers|referee|referees|others|folks"
    "|guys|women|men|heads|hopefuls|contender|contenders|profile|profiles|application|applications|resume|resumes|cvs"
    "|nurse|nurses|teacher|teachers|student|students|employees|employee|staff|vps|principals"
)
WHAT = (
    "interview|interviews|round|rounds|stage|stages|step|steps|conversation|conversations|meeting|meetings|call|calls"
    "|reference|references|position|positions|role|roles|opening|openings|vacancy|vacancies|seat|seats|office|offices"
    "|department|departments|team|teams|site|sites|question|questions|test|tests|exercise|exercises|approval|approvals"
    "|signature|signatures|signoff|signoffs|thing|things|bit|bits|hoop|hoops|box|boxes|decision|decisions|option"
    "|options|offer|offers|hurdle|hurdles|layer|layers|level|levels|page|pages|document|documents|form|forms|reason"
    "|reasons|check|checks|chat|chats|session|sessions|spot|spots|slot|slots|opinions|views|phases|phase|projects"
    "|project|points|cases|locations|countries|branches|committees|panels|boards|votes"
    "|thoughts|comments|ways"
)
KIND = "top|best|final|other|strong|more|further|internal|external|remaining|last|next|first|great|good|different"
LASTING = "interview|interviews|test|call|session|assessment|exercise|presentation|conversation"


class Meant(StrEnum):
    """What a row's words are to the reader."""

    TALK = "talk"  # left out
    THROUGH = "through"  # a verb, left out where no date follows
    ENDING = "ending"  # left out at the end of a sentence only
    IDIOM = "idiom"  # left out at its start only
    DOUBTFUL = "doubtful"  # asked back at its start
    HOLIDAY = "holiday"  # refused as one
    EVENT = "event"  # a meeting: its day is read behind "at", "by" and the like only
    SEEING = "seeing"  # people who are still to be seen: a day behind them is theirs
    ASKED = "asked"  # what they want from the other side: a day behind it is no promise
    WAITING = "waiting"  # an ask for time, left out before a count or "until" only
    NONE = "none"  # no promise at all


TALK, THROUGH, ENDING, IDIOM = Meant.TALK, Meant.THROUGH, Meant.ENDING, Meant.IDIOM
DOUBTFUL, HOLIDAY, EVENT, SEEING = Meant.DOUBTFUL, Meant.HOLIDAY, Meant.EVENT, Meant.SEEING
ASKED, WAITING, NONE = Meant.ASKED, Meant.WAITING, Meant.NONE
