"""The promise reader: from "mike said hear by eow, if not ping sarah" to a window of days, or to a question.

A text goes through these modules, in this order:

1. times/tokens.py: words, numbers, dates and marks, each with its place (names: dates/lexicon.py, times/spellings.py).
2. hedges.py: the words that move nothing are left out ("about", "or so"). find.py: every time that the text names is
   looked for by the tables in times/wordings.py (their language: times/grammar.py), the longest at each place.
3. A row makes a time of the words: a value of times/, which prints and compares. Read at the moment of speaking, it
   gives a span of days, or says why there is none.
4. frames.py: is the text nothing but one time in a sentence by which a firm says when? Then it is a `Window`.
5. choices.py: else the times that were found are ranked for the user to keep one: an `Ask`. Slips of the keyboard
   are read only for this.
6. reader.py holds these steps together. Where no time can be kept, it gives the reason: `Refused`. Where none was
   named: `Vague`.

A new way of naming or bounding a time is a row in times/wordings.py, a new way of saying when a row in frames.py; a
spelling goes to times/spellings.py.
"""

from day12_data.promise.examples import what_can_be_said
from day12_data.promise.reader import read_promise
from day12_data.promise.reading import Ask, Choice, Reading, Refused, Vague, Window, promise

__all__ = ["Ask", "Choice", "Reading", "Refused", "Vague", "Window", "promise", "read_promise", "what_can_be_said"]
