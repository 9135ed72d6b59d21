"""What the help says of each screen beside its keys.

{undo} is that action's key, {zone} the local zone, {grace_days} and the like a number of the rules with its unit.
"""

BOARD = """\
A card stands in the column of the furthest step that is done. Moving it right says that a step is done now; \
a step that is jumped over is skipped. Moving it left takes steps back.

┄ a day   █ the days on which they promised to answer   ◆ today   ✓ you checked in
‼ overdue   ! may be done now   · leave them alone until then   ✓ nothing left to do

They said 7–10 days: that is a window. The day after it ends you may ask, and {grace_days} after it ends it is time to \
pick up the phone: from that day on the card counts as overdue. Until then it waits: not nagging is a feature. \
“Day 12 of 7–10” is the twelfth day after the interview, and they promised an answer between the seventh and the tenth.

{agenda} shows the agenda in the columns' place: what is next on the whole board as one list, under heads that ← → \
and 1 – 5 lead to. Every other key does what it does on the board. In a narrow terminal {overdue} and {find} show it, \
too.

In a terminal of 160 columns and more the selected card's page stands beside the board; the wheel scrolls it, and \
side_page = false in the settings leaves it out.

{mark} marks a card with ■ and goes on to the next one, {mark_all} marks all that are shown; ctrl and a click marks \
one, too. Moving, skipping, archiving, deleting and dragging then act on all that are marked, as one change; every \
other key is about the card under the cursor. {clear} marks none.

Filters that have a name below [filters] in your settings are in the palette, ctrl+p.

Every time is by your own clock, {zone}. Where an interview is in another zone, its own time follows in brackets; \
a promised day is a day over there.

Nothing asks “are you sure?”: {undo} takes back what was done last in this window or before it was opened, and so on, \
one after the other. What another window or a command does meanwhile it leaves alone: {history} takes that back, too."""

CARD = """\
The first lines say what is next and why, and whom to call. Underlined addresses and numbers open with a click where \
the terminal can do that. The gauge: ┄ a day, █ a promised day, ◆ today, ✓ you checked in.

What happened is every change of this card and of its other rounds, the oldest first; {undo} takes back what \
you did last, on whichever card that was.

“QR codes” in the palette (ctrl+p) gives a phone's camera the events, the numbers and the contacts."""

ARCHIVE = """\
Interviews with an outcome, the one that ended last on top: how it ended, when, how long after the interview, when to \
keep in touch, and their last words, as far as there is room. After a no a card comes back to the board by itself when \
it is time to keep in touch: after {warm_first_after_days}, then every {warm_every_days}, at most \
{warm_times_a_year} a year."""

FORM = """\
Only the company is needed. When: “today 2-3pm”, “tue 10am for 90 min”, “the 5th at half past 2”, \
“2026-03-05 14:30 Europe/Berlin”; empty is now, “not known yet” fits, too. Below each field stands how it is read.

They said: their own words, as you heard them, or their whole mail. “7-10 days”, “by Friday”, “early next week” are \
read at once; where more than one time could count, they are listed, and a digit keeps one, 0 none.

People: one a line, “Dana Reyes, Head of Data <dana@northwind.example>”, a phone number or a LinkedIn address beside \
it or in the next line, a postal address in indented lines below. Anchors: one a line, “book: The Goal”, \
“website: …”, “friend: …”, or any words.

What you type is kept as a draft: esc, a closed terminal or a crash lose nothing of it."""

LETTER = """\
The letter is filled in from the card; change what you like. Where something is missing, it says so above the keys. \
day12 sends nothing: it copies the letter, opens it in your mail program, saves a draft or prints it, and asks \
afterwards whether it went out.

Letters of your own are text files in the folder letters beside your settings; README and man page show how."""

REPLY = """\
Their words go on top, the list below says what they mean: a new promise starts a new window, an offer asks for your \
answer by the day that they named, a no archives the card and thanks them. Enter in words that name no day leads to \
the list, where a letter goes to its answer and enter records it. When it was: “yesterday 4pm”; \
empty is now."""

HISTORY = """\
Every change that was made on this board, on any machine, the newest first, under its day. Beside it stands what \
it changed, from what to what.

{undo} takes back what was done last in this window; here any change can be taken back, if no later one hangs on it: \
then that one is named. Changes that were made as one are taken back as one.

The newest {kept_in_full} are kept whole. Of older ones each card's page keeps a line."""

IMPORT = """\
A file is what its contents say: an invitation (.ics, or its mail), a mail (.eml), contacts (.vcf, Connections.csv), a \
tracker's list (.csv), a calendar of holidays (.ics). Name one or several, as a shell would, with ~ and *; tab \
completes. A file that is dropped on the terminal while the board is in front opens by itself.

Each thing that was found stands with what it would do: add a card, update one, call it off, note their reply, fill in \
people, keep days off. What isn't sure is asked first: a digit chooses, with enter where other words can be typed as \
well, * and + answer all that are like it. backspace asks the last one again, space leaves out what is selected, and \
what hangs on it.

enter or ctrl+s does all of it as one change, which one {undo} takes back; esc leaves everything as it was. \
Days off are no part of that change: they stay in holidays.json, beside the settings. The same file a second time adds \
nothing."""

INSIGHTS = """\
A promise is kept when they answered before its last day was over, whatever they said but “no news yet”. Late is any \
answer after that; forgotten, where none came for {quiet_after_days} after it was time to check in, or until you gave \
up. What is still open counts for nothing: neither in a share nor in a month.

Your follow-ups are in time as the schedule has it: thanks within {thanks_within_hours}, the note within \
{note_within_days}, a check-in up to the day on which the card turns overdue. Skipped is what you skipped, or what \
was still open when the card ended. What was not needed, since they had answered before, isn't counted.

A month counts what happened in it: the interviews that were held, the answers that came, the promises and follow-ups \
that were settled. No share is told of fewer than five.

█ in time, kept   ▓ late   ▒ skipped, forgotten   ░ still open. Enter on a company opens its card."""

CODES = """\
Hold a phone's camera to a code: an event goes into its calendar, a number is dialled, a contact goes among its \
contacts. It is black on white whatever the looks are; a phone that reads none may need larger letters."""
