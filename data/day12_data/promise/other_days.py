"""Days and counts that are no promise: the candidate's own deadline, other people's days, lengths of things, holidays.

Each row is a phrase and what it is to the reader. To teach the reader another one, add a row.
"""

from __future__ import annotations

from day12_data.promise.meant import ASKED, EVENT, HOLIDAY, KIND, LASTING, NONE, WHO, Meant

_PLANNED = "hoping|supposed|planning|going|meant|due|aiming|hoped|planned|intended|wanted|expected|promised"
_HOLY = "black|good|easter|cyber|ash|shrove|palm|super|fat|bank|whit|casual|maundy|holy"
_WEEKDAY_EVENT = "panel|meeting|interview|interviews|call|session|board|committee|conversation|chat|round|standup"

ROWS: tuple[tuple[str, Meant], ...] = (
    # what they ask of the other side, and what happens to somebody else
    ("please send|reply|respond|confirm|submit|return|sign|email|write|provide|complete|upload|answer", ASKED),
    ("send|email|mail us|me|over|your|in your|the|a|it|them?", ASKED),
    ("let us|me know", ASKED),
    ("tell|inform|notify us|me", ASKED),
    ("reply|respond by|before|until|within", ASKED),
    ("sign|return the|your|it|this|by|before", ASKED),
    ("call|ring|phone|contact hr|us|me|them", ASKED),
    ("give me|us a call|ring|shout|buzz", ASKED),
    ("get back to us|me", ASKED),
    ("can|could|would|will you", ASKED),
    ("give|get us|me your answer|decision|reply|availability|response|thoughts|references", ASKED),
    ("need|needs|want|wants|require your|my", NONE),
    ("think about it|this|that", NONE),
    ("think it over", NONE),
    ("take|have a {unit} to think", NONE),
    ("take|have {many} {unit} to think", NONE),
    ("another|other candidate|applicant|finalist hears|needs|gets|wants|has|had|is|was|decides|interviews|comes", NONE),
    ("to|for another|other candidate|applicant|finalist", NONE),
    (f"was|were|had {_PLANNED}", NONE),
    ("last|final|other interview|candidate|person|applicant|finalist|one|ones is|are|comes|come|takes", NONE),
    ("gave me|us", NONE),
    ("gets|comes back on|from|until", NONE),
    ("i need|have|got|must to? send|submit|reply|respond|sign|complete", NONE),
    ("the|my other company|firm|offer|employer|job|interview", NONE),
    ("i have|got another|a? interview|call|meeting|appointment|exam|offer", NONE),
    ("should the|they|it|he|she|hr|anything|everything|everyone", ASKED),
    ("hear|hearing|heard from you", NONE),
    ("i|we|they|hr|he|she expect your", NONE),
    ("i|we|they|hr|he|she expect you to|on|at", NONE),
    (f"have|has|got|are|is {KIND}? {{many}} interview|interviews|meetings|{WHO} on|next|this|tomorrow|through", NONE),
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
    ("still interviewing next|this|until|on|tomorrow", NONE),
    ("are you free|available", NONE),
    ("it|its a {number} -? hour call|interview|meeting", NONE),
    (f"have|has|got|are|is another {KIND}? interview|interviews|{WHO} on|next|this|tomorrow", NONE),
    ("another company|firm|employer", NONE),
    ("my next|other interview|interviews|call", NONE),
    (f"each|every {LASTING}|round|stage|step|phase takes|take|lasts|is", NONE),
    (f"{LASTING} takes|take|lasts|is|runs|ran|took a|half? {{unit}}", NONE),
    (f"{LASTING} takes|take|lasts|is|runs|ran|took {{many}} {{unit}}", NONE),
    ("depends|depend|depending on", NONE),
    ("from there", NONE),
    ("your|our|my|his|her|their first|last day|week", NONE),
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
    # a day that names a meeting: it is a promise only behind "at", "by" and the like
    (f"{{weekday}} {{possessive}} {_WEEKDAY_EVENT}", EVENT),
)  # fmt: skip
