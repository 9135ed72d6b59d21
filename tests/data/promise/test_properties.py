"""What holds for every promise, whatever the words."""

from __future__ import annotations

import string
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from day12_data.dates.lexicon import names
from day12_data.promise import Ask, Choice, Refused, Window, read_promise
from promise_score import read_list

EXAMPLES = [row.phrase.strip() for row in read_list(Path(__file__).parent / "promises.tsv")]
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
WORDS = (
    "the", "a", "or", "to", ",", "-", "between", "by", "within", "before", "after", "not", "until", "next", "this",
    "week", "weeks", "monday", "friday", "april", "may", "10", "7", "2nd", "15th", "few", "couple", "of", "half",
    "days", "day", "business", "end", "early", "mid", "at", "latest", "least", "maybe", "from", "in", "on", "and",
    "month", "q2", "3/10", "tomorrow", "eod", "of the", "or so", "1/2", "next week", "two weeks", "friday or",
    "you'll hear", "we'll call", "that week", "later", ". ", "\n", "(", ")", "said", "5pm est",
)  # fmt: skip
MAIL = (
    "Thank you for coming in to meet the team. We really enjoyed the conversation, and the panel was impressed by the"
    " way in which you talked about your work. The next steps are as follows: we have a couple more candidates to see"
    " and then the committee will meet. We expect to let you know by the end of next week. In the meantime do not"
    " hesitate to ask if you have any questions about the role, the team or the company as a whole.\n\n"
)
moments = st.builds(
    lambda day, minutes, zone: (
        datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)) + timedelta(minutes=minutes)
    ),
    st.dates(date(2024, 1, 1), date(2032, 12, 31)),
    st.integers(0, 1439),
    st.sampled_from(["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland", "UTC"]),
)
phrases = st.sampled_from(EXAMPLES)
bounded = settings(derandomize=True)


def check(text: str, on: datetime) -> None:
    """Every choice is a window in order, within a year, and its words stand where it says."""
    reading = read_promise(text, on)
    choices: tuple[Choice, ...] = ()
    if isinstance(reading, Window):
        choices = (reading.choice,)
    elif isinstance(reading, Ask):
        choices = reading.choices
        assert 1 <= len(choices) <= 9
        assert reading.message
    elif isinstance(reading, Refused):
        assert reading.message.endswith((".", "?"))
    for choice in choices:
        assert on.date() <= choice.earliest <= choice.latest <= on.date() + timedelta(days=366)
        typed = " ".join(text[start:end] for start, end in choice.spans)
        assert " ".join(typed.split()) == choice.words != ""


@bounded
@given(phrases, moments)
def test_a_choice_never_begins_before_the_interview_and_never_ends_before_it_begins(phrase: str, on: datetime) -> None:
    check(phrase, on)


@bounded
@given(
    phrases,
    moments,
    st.sampled_from([str.upper, string.capwords, str.lower]),
    st.sampled_from(["", ".", "!", " ...", "?"]),
    st.sampled_from(["-", "\N{EN DASH}", "\N{EM DASH}", "\N{NON-BREAKING HYPHEN}"]),
)
def test_capitals_spaces_final_marks_and_dashes_change_nothing(
    phrase: str, on: datetime, case: Callable[[str], str], mark: str, dash: str
) -> None:
    dressed = "  " + case(phrase.rstrip(".")).replace(" ", "  ") + mark
    if "2026-" not in phrase:
        dressed = dressed.replace("-", dash)
    plain, other = read_promise(phrase.rstrip("."), on), read_promise(dressed, on)
    assert type(plain) is type(other)
    if isinstance(plain, Window) and isinstance(other, Window):
        assert (plain.earliest, plain.latest) == (other.earliest, other.latest)
        assert plain.choice.working == other.choice.working


@bounded
@given(
    st.sampled_from(COUNTS), moments, st.sampled_from(["within", "no later than", "at most", "up to", "in the next"])
)
def test_within_a_count_ends_where_the_count_ends(count: str, on: datetime, bound: str) -> None:
    exact = read_promise(count, on)
    upper = read_promise(f"{bound} {count.removeprefix('a ') if bound == 'in the next' else count}", on)
    assert isinstance(exact, Window)
    assert isinstance(upper, Window)
    assert (upper.earliest, upper.latest) == (on.date(), exact.latest)


@bounded
@given(
    phrases,
    moments,
    st.sampled_from(["kumquat", "zebra", "not", "unless", "contract", "references"]),
    st.integers(0, 20),
)
def test_a_word_that_no_frame_knows_is_never_passed_over_in_silence(
    phrase: str, on: datetime, word: str, at: int
) -> None:
    words = phrase.split()
    words.insert(at % (len(words) + 1), word)
    before, after = read_promise(phrase, on), read_promise(" ".join(words), on)
    if isinstance(before, Window) and isinstance(after, Window):  # a name: “zebra will call you on Monday”
        assert (before.earliest, before.latest) == (after.earliest, after.latest) or word == "not"


@bounded
@given(st.text(max_size=5_000), moments)
def test_no_text_raises(text: str, on: datetime) -> None:
    check(text, on)


@bounded
@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(sorted(names())), max_size=25), moments)
def test_no_heap_of_known_words_raises(words: list[str], on: datetime) -> None:
    check(" ".join(words), on)


@pytest.mark.parametrize("text", ["7-" * 5_000, "by " * 3_333, "monday or " * 1_000, "a" * 10_000, "(" * 50_000])
def test_the_longest_texts_are_answered(text: str) -> None:
    check(text, datetime(2026, 3, 5, 14, 30, tzinfo=ZoneInfo("UTC")))


def test_a_long_mail_takes_no_more_than_its_length() -> None:
    """Twice the mail takes about twice the time: compared with each other, not with a clock."""

    def taken(mail: str) -> float:
        times = []
        for _ in range(5):
            start = time.process_time()
            read_promise(mail, datetime(2026, 3, 5, 14, 30, tzinfo=ZoneInfo("UTC")))
            times.append(time.process_time() - start)
        return min(times)

    assert taken(MAIL * 20) < 8 * taken(MAIL * 10)
