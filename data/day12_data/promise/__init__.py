"""The promise reader: from "you'll hear in seven to ten days" to a window of days, or to why there is none.

A text goes through small rooms, in this order: tokens.py (words, numbers, dates, marks), senses.py (“may” the verb or
the month), aside_reader.py (numbers and days that say nothing of when, by the tables in asides.py and other_days.py),
talk.py (ways of talking are taken out; parted.py and timelines.py mind whose date is whose), pattern.py (the rest is
read by the tables in counts.py, date_rows.py, period_rows.py and phrases.py), joins.py (several clauses become one
window), refusals.py (why not). A word that no table knows is never passed over: the text is refused, and what in it
does say when is offered (offer.py), or, where nothing in it could name a day (content.py), it is vague. To teach the
reader a phrase, add a row to a table; to teach it a word, add it in words.py or small_words.py.
"""

from day12_data.promise.reader import read_promise
from day12_data.promise.reading import Reading, Refused, Vague, Window, promise
from day12_data.promise.said import CONVENTIONS, NOT_READ, what_can_be_said

__all__ = [
    "CONVENTIONS",
    "NOT_READ",
    "Reading",
    "Refused",
    "Vague",
    "Window",
    "promise",
    "read_promise",
    "what_can_be_said",
]
