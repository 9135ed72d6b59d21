"""What holds for every promise, whatever the words."""

from __future__ import annotations

import csv
import datetime as dt
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from day12_data.promise import Refused, Window, read_promise
from day12_data.promise.words import lexicon
from kit import at, later

EXAMPLES = [
    row["phrase"].strip()
    for row in csv.DictReader(
        (Path(__file__).parent / "promises.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
]
COUNTS = [
    "10 days",
    "a week",
    "two weeks",
    "a fortnight",
    "a month",
    "48 hours",
    "five business days",
    "a couple of days",
]
moments = st.builds(
    lambda day, minutes, zone: later(at(day.isoformat(), zone), minutes=minutes),
    st.dates(date(2024, 1, 1), date(2032, 12, 31)),
    st.integers(0, 1439),
    st.sampled_from(["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland", "UTC"]),
)
phrases = st.sampled_from(EXAMPLES)
bounded = settings(max_examples=150, deadline=None, derandomize=True)
WORDS = (
    "the", "a", "or", "to", ",", "-", "between", "by", "within", "before", "after", "not", "until", "next", "this",
    "week", "weeks", "monday", "friday", "april", "may", "10", "7", "2nd", "15th", "few", "couple", "of", "half",
    "days", "day", "business", "end", "early", "mid", "at", "latest", "least", "maybe", "from", "in", "on", "and",
    "month", "q2", "3/10", "tomorrow", "eod", "of the", "or so", "1/2", "next week", "two weeks", "friday or",
)  # fmt: skip


@bounded
@given(phrases, moments)
def test_a_window_never_begins_before_the_interview_and_never_ends_before_it_begins(
    phrase: str, on: dt.datetime
) -> None:
    reading = read_promise(phrase, on)
    if isinstance(reading, Window):
        assert on.date() <= reading.earliest <= reading.latest <= on.date() + timedelta(days=366)


@bounded
@given(
    phrases,
    moments,
    st.sampled_from([str.upper, str.title, str.lower]),
    st.sampled_from(["", ".", "!", " ...", "?"]),
    st.sampled_from(["-", "\N{EN DASH}", "\N{EM DASH}", "\N{NON-BREAKING HYPHEN}"]),
)
def test_capitals_spaces_final_marks_and_dashes_change_nothing(
    phrase: str, on: dt.datetime, case: object, mark: str, dash: str
) -> None:
    assert callable(case)
    dressed = "  " + case(phrase.rstrip(".").replace(" ", "  ")) + mark
    if "2026-" not in phrase:
        dressed = dressed.replace("-", dash)
    plain, other = read_promise(phrase.rstrip("."), on), read_promise(dressed, on)
    assert type(plain) is type(other)
    assert isinstance(plain, Refused) or plain == other


@bounded
@given(
    st.sampled_from(COUNTS), moments, st.sampled_from(["within", "no later than", "at most", "up to", "in the next"])
)
def test_within_a_count_ends_where_the_count_ends(count: str, on: dt.datetime, bound: str) -> None:
    exact, upper = read_promise(count, on), read_promise(f"{bound} {count.removeprefix('a ')}", on)
    if bound != "in the next" and count.startswith("a "):
        upper = read_promise(f"{bound} {count}", on)
    assert isinstance(exact, Window)
    assert isinstance(upper, Window)
    assert (upper.earliest, upper.latest) == (on.date(), exact.latest)


STRANGE = ["kumquat", "zebra", "wobble", "Xanadu", "purple"]


@bounded
@given(phrases, moments, st.sampled_from(STRANGE), st.integers(0, 20))
def test_a_word_that_is_not_known_is_never_skipped_in_silence(phrase: str, on: dt.datetime, word: str, at: int) -> None:
    words = phrase.split()
    words.insert(at % (len(words) + 1), word)
    reading = read_promise(" ".join(words), on)
    assert not isinstance(reading, Window)
    if isinstance(reading, Refused) and reading.offer:  # what is offered for confirmation can be read
        assert isinstance(read_promise(reading.offer, on), Window)


@bounded
@given(st.sampled_from(COUNTS), moments, st.sampled_from(STRANGE))
def test_the_clause_that_says_when_is_offered_where_another_holds_a_strange_word(
    count: str, on: dt.datetime, word: str
) -> None:
    refused = read_promise(f"The {word} machine is broken again, and we need {count}.", on)
    assert isinstance(refused, Refused)
    offered = refused.message.partition("such as “")[2].rstrip("”.")
    assert offered == f"we need {count}"
    assert read_promise(offered, on) == read_promise(count, on)


@bounded
@given(st.text(max_size=10_000), moments)
def test_no_text_raises(text: str, on: dt.datetime) -> None:
    read_promise(text, on)


@bounded
@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(sorted(lexicon())), max_size=25), moments)
def test_no_heap_of_known_words_raises(words: list[str], on: dt.datetime) -> None:
    reading = read_promise(" ".join(words), on)
    if isinstance(reading, Window):
        assert on.date() <= reading.earliest <= reading.latest


def test_the_longest_texts_are_answered() -> None:
    on = at("2026-03-05T14:30", "UTC")
    for text in ("7-" * 5_000, "by " * 3_333, "monday or " * 1_000, "a" * 10_000, "(" * 10_000):
        assert isinstance(read_promise(text, on), Refused)
