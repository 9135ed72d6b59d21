"""Numbers, ordinals and days that say nothing of when: "the panel of four", "round 3", "the first to know".

Each row is a phrase and what it is to the reader. To teach the reader another one, add a row. A row that ends in a
number is not read where that number counts something: "round 3 days".
"""

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
_LEFT = "left|remaining|in|on|for|from|to"
_KIND = "top|best|final|other|strong|more|further|internal|external|remaining|last|next|first|great|good|different"
_GROUP = "panel|committee|team|board|group|jury|crew|shortlist|pool|field|staff|family|list|handful"
_PLACE = "round|stage|step|phase|option|plan|level|question|room|floor|candidate|applicant|position|gate|part"
_SITTING = (
    "meeting|chat|session|test|exercise|conversations|interviews|rounds|panel|committee|board|team|group|office|pair"
)
_WEEKDAY_EVENT = "panel|meeting|interview|interviews|call|session|board|committee|conversation|chat|round|standup"

_WAIT = "just|wait|hold|hang|give|gimme|got|me|us|bear|need"
_PLANNED = "hoping|supposed|planning|going|meant|due|aiming|hoped|planned|intended|wanted|expected|promised"
_LASTING = "interview|interviews|test|call|session|assessment|exercise|presentation|conversation"
_TODAY = "this? today|earlier|yesterday|morning|afternoon|evening"
_MEETING = "coming|popping|dropping|stopping|joining|meeting|speaking|talking|chatting|interviewing|seeing|having"
_TALKED = "chat|call|meeting|conversation|interview|talk|time|visit|tour"
_HOLY = "black|good|easter|cyber|ash|shrove|palm|super|fat|bank|whit|casual|maundy|holy"


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


TALK, THROUGH, ENDING, IDIOM, DOUBTFUL, HOLIDAY, EVENT, SEEING, ASKED, WAITING, NONE = Meant

TRAILING = (
    "in my|our experience|opinion|view|book|estimation|case",
    "as? per the|our|my|their|company|firm|standard|usual policy|advert|ad|handbook|guidelines|rules|posting|listing"
    "|process|procedure|custom|practice|norm|email|website|plan",
    "as? per our|the company|hiring|hr|internal|usual|standard policy|process|handbook|practice|procedure|guidelines",
    "as advertised|agreed|discussed|promised|planned|usual|always|ever|mentioned|stated|arranged|posted|advised",
    "as the|our advert|ad|handbook|policy|posting|website|email says|said|states",
    "believe it or not",
    "believe|trust me|us",
    "believe you me",
    "you have my word",
    "cross my heart",
    "more or less",
    "i kid you not",
    "if memory serves",
    "if i recall|remember correctly?",
    "if im not mistaken",
    "unless im mistaken",
    "come what may",
    "without fail",
    "budget|time|weather|schedule|schedules|diaries|diary|calendar|calendars|workload|traffic permitting|allowing",
    "god|gods|fate|heaven willing",
    "inshallah",
    "same as everybody|everyone|anyone|always|usual|before|ever else?",
    "like always|everybody|everyone else?",
    "same as for? everybody|everyone else?",
    "same for everybody|everyone else?",
    "most|more|very|quite likely|probable|probably",
    "more likely than not",
    "more often than not",
    "in all likelihood",
    "as likely as not",
    "to be honest|fair|frank|clear|precise|exact",
    "truth be told",
    "no worries|sweat|biggie",
    "for certain|sure",
    "as far as i know|understand",
    "from memory",
    "off the top of my head",
    "by my|our reckoning",
    "all told",
    "for what its worth",
    "so to speak",
    "as it were",
    "as a rule",
    "by and large",
    "in principle|theory",
    "in general",
    "on average",
    "rest assured",
    "if that helps|works|suits",
    "if thats ok|okay|alright|fine",
)
_DEPARTMENT = (
    "hr|recruiting|recruitment|talent|finance|payroll|legal|accounts|accounting|operations|people|sales|marketing"
    "|engineering|it|admin|reception|procurement|hiring|staffing|personnel|support|design|product"
)
_COHORT = (
    "cohort|cohorts|intake|class|batch|programme|program|applicants|candidates|graduates|interns|hires|round|group"
    "|scheme|season|cycle|edition"
)

ROWS: tuple[tuple[str, Meant], ...] = (
    # thanks, asks, and what is added behind a date
    *((pattern, TALK) for pattern in TRAILING),
    ("thanks|thank you? so|very much", TALK),
    ("thanks|thank you? so|very much for your time|patience|interest", TALK),
    ("thanks|thank you? a million|lot|bunch|ton|again", TALK),
    ("for coming|popping|dropping|stopping in|down|by|over|along|up", THROUGH),
    ("hope|hoping|like|love|aim|plan|expect to come|get back", TALK),
    ("to? come|comes|coming back to you|everyone|candidates", TALK),
    ("to? be back to|with you|everyone|candidates", TALK),
    ("count|bank|bet|rely on", TALK),
    ("for coming all this way", TALK),
    ("sorry|apologies|apology for|about the|this|any delay|delays|wait|hold-up", TALK),
    ("our|your|their|my|local time", TALK),
    ("instead|mate", ENDING),
    ("to? turn|turns|turned|turning this|that|these|it|them|things? around|round", TALK),
    ("march this|that|these|it|them|things through hr|everyone|everybody|legal|finance?", TALK),
    ("business as usual", TALK),
    (f"thanks|thank|cheers|thx you? for {_TODAY}", TALK),
    (f"for your time|patience|interest|visit {_TODAY}", TALK),
    (f"for {_MEETING} in|down|by|over|along|up|out|with|to|us|me? us|me? {_TODAY}", TALK),
    (f"{_MEETING} with|to? you all? {_TODAY}", TALK),
    (f"to meet|see|talk|speak|chat|have with|to? you all? in? {_TODAY}", TALK),
    ("can|could|would|will you please|kindly? give|allow|grant|spare us|me|them|everyone", WAITING),
    ("can|could|would|will you please|kindly? wait|hold on|out? for?", WAITING),
    ("would you mind giving us|me|them?", WAITING),
    ("would you mind waiting|holding on|out? for?", WAITING),
    ("result|results|decision|offer|answer|verdict|feedback|letter|outcome will|should be out", TALK),
    ("its|it|down|choice is? between you and {many} other|more|further? PEOPLE".replace("PEOPLE", WHO), TALK),
    ("the minute|second|moment|instant i|we|they|you|he|she|hr|anyone|theres|something|anything", TALK),
    (f"{{month}} from|in|at|over our|the? {_DEPARTMENT} team|department? will|would|should|can", IDIOM),
    ("may|might|will|to march through|on|ahead|past|into|in these|them|this|it|things? quickly|fast|soon?", TALK),
    (f"the|our? {{year}} {_COHORT}|one", TALK),
    # how many people or things there are
    (f"{_KIND}? {{many}} {WHO}", TALK),
    (f"{_KIND}? {{many}} {WHO} {_LEFT}? {{go}} first?", SEEING),
    (f"seeing|meeting|interviewing the|our|another last|final|other {WHO}", SEEING),
    (f"{_KIND}? {{many}} {WHAT}", TALK),
    (f"{_KIND}? {{many}} {WHAT} {_LEFT}? {{go}} first?", SEEING),
    ("the? top|best|final|last {many}", TALK),
    (f"one|some|any|all|each|both|none|either of the|our|my|these? {{many}} {WHO}|{WHAT}", TALK),
    (f"{_KIND}? {{many}} {WHO}|{WHAT} left|remaining|outstanding", TALK),
    (f"the? {{nth}} of|in|out of? {{many}} {WHO}|{WHAT}?", TALK),
    ("{number} - round|stage|step|person|member|part|people|way", TALK),
    ("all|both|the? {number} of us|them|you left?", TALK),
    ("this|that|which|each|every|any one", TALK),
    ("{number} of the|our|my|their|your|us|them {talk}?", TALK),
    ("half|most|some of? the|our|my {talk}", TALK),
    ("in the end i|we|they|he|she|it|you|hr|everyone", TALK),
    ("end result|results|product", TALK),
    ("happy {weekday}", TALK),
    ("have a? great|nice|good|lovely|wonderful {weekday}", TALK),
    ("enjoy your|the? {weekday} morning|afternoon|evening|night?", TALK),
    ("enjoy the rest of your|the week|day|weekend|evening", TALK),
    (f"most|many|all {WHO}", TALK),
    ("come|came|coming to a? decision|conclusion|agreement|verdict", TALK),
    (f"for the|our|your|a? {_TALKED} on? {{weekday}}", TALK),
    (f"for the|our|your|a? {_TALKED} this week|morning|afternoon", TALK),
    ("thanks|thank you? again? for {weekday}", TALK),
    ("to meet|see|talk|speak|chat with|to? you all? on? {weekday}", TALK),
    (f"{_MEETING} with|to? you all? on? {{weekday}}", TALK),
    (f"{_MEETING} with|to? you all? this week", TALK),
    ("next update|updates|news|word|contact", TALK),
    ("hold|hang|sit tight", TALK),
    ("number {number}", TALK),
    (f"{{number}} out? of {{number}} {WHO}", TALK),
    ("top pick|choice|candidate|priority|spot", TALK),
    (f"the? {_GROUP} of|with {{many}}", TALK),
    (f"{_PLACE} number|no|#? {{number}}", TALK),
    (f"{_PLACE} {{number}} {WHO}|{WHAT}", TALK),
    (f"{_PLACE} number|no|#? {{number}} of|out of? {{number}}", TALK),
    ("interview|job|role|candidate|applicant number|no|# {number}", TALK),
    ("req|requisition|ref|reference|job|role|ticket|case|file|id number|no|#? {number}", TALK),
    (f"{{many}} panel|team|board|committee|staff {WHO}", TALK),
    (f"every|each {WHO}|{WHAT}", TALK),
    (f"the? {{nth}} {WHO}|{_SITTING}", TALK),
    ("the? {nth} round|interview|stage|step|choice|phase|call|conversation included?", TALK),
    ("the? {nth} round|interview|stage|step|phase {talk} included?", TALK),
    ("the? {nth} or|and {nth} round|interview|stage|step|choice|phase|call|conversation", TALK),
    # hours of work
    ("works|work|working|open|hours|office|are|is {number} to|- {number}", TALK),
    ("works|work|working|open|hours|office|are|is {clock} to|- {clock}", TALK),
    ("works|work|working|open|hours|office|are|is {number} to|- {clock}", TALK),
    ("is|are|was|be|work|works|working|open|available|reachable|me|us|you|here|hours|phone 24/7", TALK),
    # ordinals and seconds
    ("first|second|third to know|hear|be|get|say|see|tell|none|last", TALK),
    ("first|second|third choice|pick|option|preference|impression|impressions|name|glance|sight|rate|class", TALK),
    ("first of all|foremost", TALK),
    ("first off|up ,", TALK),
    ("first and foremost", TALK),
    ("first thing|things first", TALK),
    ("first thing i|we|you|they|to|is|let|lets|that|about|hr", TALK),
    ("first thing , i|we|you|they|let|lets", TALK),
    ("first come ,? first served", TALK),
    ("in the first|second|third|last place", TALK),
    ("at|on first|second glance|sight|thought|thoughts", TALK),
    ("a|the? first|second|third opinion|look|time|thoughts|chance|refusal|try|attempt|date|person", TALK),
    ("for the first|second|third|last|umpteenth time", TALK),
    ("third time lucky", TALK),
    ("third time|times is? the? charm", TALK),
    ("second best|hand|nature|rate", TALK),
    ("second to none", TALK),
    (f"{_WAIT} on? for? a|one|half second|sec|minute|moment|mo|tick", TALK),
    (f"{_WAIT} on? for? a|one couple of? seconds|secs|minutes|moments", TALK),
    ("one|a moment|sec|second|tick", TALK),
    # days and weeks that are none
    ("from one day|week to the next", TALK),
    ("some day", TALK),
    ("the other day|week", TALK),
    ("one of these|those|the days", TALK),
    ("these|those days", TALK),
    ("day|week to|by|after|in|and|out day|week out?", TALK),
    ("from day to day", TALK),
    ("day one|1|job|jobs|trip|rate|care|shift", TALK),
    ("from|since|on day one|1", TALK),
    ("to this day", TALK),
    ("in this day and age", TALK),
    ("at|in|until the? eleventh|11th hour", TALK),
    ("eleventh|11th hour", TALK),
    ("in|over|for the? long|short|medium run|term|haul", TALK),
    ("a week|day|month|year is|can|in a? long|short? time|while|politics", TALK),
    ("a week|day|month|year can be a? long|short? time|while", TALK),
    ("a? long|busy|crazy|hectic|tough|rough|hard|big|packed week|day|month|year", TALK),
    ("what|quite|such a long|busy|crazy|hectic|tough? week|day|month|year", TALK),
    ("a month of sundays", TALK),
    ("call it a day", TALK),
    ("make my|our|your day", TALK),
    ("your|our|my|his|her|their first|last day|week", NONE),
    ("any day|week|minute|moment|time|second now", TALK),
    ("day|week in ,? day|week out", TALK),
    ("once upon a time", TALK),
    ("by the way", TALK),
    ("a? yes|offer or a? no|rejection", TALK),
    ("loop you|us|me in", TALK),
    ("owe|owes you", TALK),
    ("they|he|she|hr owe|owes|owed me|us", TALK),
    ("by all means", TALK),
    ("by no means", TALK),
    ("by nature|design|default|hand|mistake|accident|chance|law|policy|consensus|vote", TALK),
    ("after all", TALK),
    ("since you ask|asked", TALK),
    ("before i forget|go", TALK),
    ("go|going|goes|get|getting|working|run|running|come|sift|look|looking|sort|read through", THROUGH),
    ("take|takes|be|need|needs a minute|moment|sec|second|while|bit", TALK),
    ("at the end of the day ,", IDIOM),
    ("at the end of the day it|its|thats|that|this|hr|everyone|everything|what|they|nobody|theyre|is", IDIOM),
    ("at the end of the day i|we|you|well|ill|youll", DOUBTFUL),
    # ways of swearing to it, and of not doing so
    ("but|though not promise|guarantee|commit|swear it|that|anything|to?", ENDING),
    ("not quote|hold me on|to? it|that|this?", TALK),
    ("between you and me|us", TALK),
    ("off the record", TALK),
    ("knock on wood", TALK),
    ("rain or shine", TALK),
    ("come hell or high water", TALK),
    ("by hook or by crook", TALK),
    ("assume|consider|take it|its as? a? no|rejection", TALK),
    # what they ask of the other side, and what happens to somebody else
    ("please send|reply|respond|confirm|submit|return|sign|email|write|provide|complete|upload|answer", ASKED),
    ("send|email|mail us|me|over|your|in your|the|a|it|them?", ASKED),
    ("let us|me know", ASKED),
    ("tell|inform|notify us|me", ASKED),
    ("reply|respond|answer by|before|until|within", ASKED),
    ("sign|return the|your|it|this|by|before", ASKED),
    ("call|ring|phone|contact hr|us|me|them", ASKED),
    ("give me|us a call|ring|shout|buzz", ASKED),
    ("get back to us|me", ASKED),
    ("can|could|would|will you", ASKED),
    ("give|get us|me your answer|decision|reply|availability|response|thoughts|references", ASKED),
    ("need|needs|want|wants|require your", NONE),
    ("think about it|this|that", NONE),
    ("think it over", NONE),
    ("another|other candidate|applicant|finalist hears|needs|gets|wants|has|had|is|was|decides|interviews|comes", NONE),
    ("to|for another|other candidate|applicant|finalist", NONE),
    (f"was|were|had {_PLANNED}", NONE),
    ("last|final|other interview|candidate|person|applicant|finalist|one|ones is|are|comes|come|takes", NONE),
    ("gave me|us", NONE),
    ("hear|hearing|heard from you", NONE),
    ("i|we|they|hr|he|she expect your", NONE),
    ("i|we|they|hr|he|she expect you to|on|at", NONE),
    (f"have|has|got {_KIND}? {{many}} interview|interviews|meetings|{WHO} on|next|this|tomorrow|through", NONE),
    ("you need|have|must to? decide|reply|respond|sign|let|tell|confirm|know|send|submit|answer", NONE),
    ("you have|got another|a? offer|offers", NONE),
    ("any|every day this|next week but|except", NONE),
    ("{number} -? minute|minutes call|interview|chat|meeting|drive|walk|away", NONE),
    ("{number} minutes|hours from here|there|us|you", NONE),
    ("notice|probation|trial period? {talk}? is", NONE),
    ("contract|role|position|job|probation|placement|internship is|was|runs|lasts for", NONE),
    ("contract|notice|probation period? of {many} {unit}", NONE),
    ("you will|would|should|can|get|to? meet|visit|join|start", NONE),
    ("interviews|interviewing|interview all|through", NONE),
    (f"each|every {_LASTING}|round|stage|step|phase takes|take|lasts|is", NONE),
    (f"{_LASTING} takes|take|lasts|is|runs|ran|took a|half? {{unit}}", NONE),
    (f"{_LASTING} takes|take|lasts|is|runs|ran|took {{many}} {{unit}}", NONE),
    ("depends|depend|depending on", NONE),
    ("from there", NONE),
    ("{unit} notice|probation|holiday|vacation|leave|contract", NONE),
    # not days that every year has on the same date
    (f"{_HOLY} monday|tuesday|wednesday|thursday|friday|saturday|sunday", HOLIDAY),
    ("half -? term|terms", HOLIDAY),
    ("term -? time", HOLIDAY),
    ("the? end|start of next|this? term", HOLIDAY),
    ("next|this term", HOLIDAY),
    ("bonfire|burns|fireworks|walpurgis|twelfth night", HOLIDAY),
    ("guy fawkes night|day?", HOLIDAY),
    ("bank|public|national|school holiday|holidays", HOLIDAY),
    ("super bowl", HOLIDAY),
    ("spring|winter|summer|autumn|fall|reading|midterm|october|easter break", HOLIDAY),
    ("martin luther king", HOLIDAY),
    ("independence|labour|labor|memorial|mothers|fathers|pancake|armistice|remembrance|canada|australia day", HOLIDAY),
    ("chinese|lunar|jewish new year", HOLIDAY),
    ("world cup", HOLIDAY),
    ("christmas|xmas eve|evening|day", HOLIDAY),
    ("the? new year|years eve|evening|day?", HOLIDAY),
    ("happy new year", TALK),
    # who it is, by title
    *((f"mr|mrs|ms|dr|prof|professor {{{kind}}}", TALK) for kind in ("unknown", "talk", "month", "season")),
    # a day that names a meeting: it is a promise only behind "at", "by" and the like
    (f"{{weekday}} {{possessive}} {_WEEKDAY_EVENT}", EVENT),
)  # fmt: skip

# What is still to be done with them: “four candidates to see”.
GO = (
    "go|get|work|come|run|sift|look|sort|read|going|getting|working|running|looking through|over|in",
    "see|seeing|meet|meeting|interview|interviewing|review|reviewing|speak|speaking|talk|call|check|screen|consider",
    "speak|speaking|talk|talking|listen|present|report|write to|with",
)
