"""The examples of what can be said, for `day12 promise`. A test reads each, or sees it refused."""

from __future__ import annotations

# kind, examples between " · ", and the convention that decides (promises.md)
CONVENTIONS: tuple[tuple[str, str, str], ...] = (
    ("a count", "10 days · a week and a half · a couple of weeks · 48 hours", "C2 C5 C7"),
    ("a range", "7-10 days · a week to ten days · a week or two · a few days", "C2 C5"),
    ("working days", "5 business days · 7-10 working days · 5bd", "C6"),
    ("at most", "within a week · in the next two weeks · two weeks max", "C3"),
    ("by a day", "by Friday · until the 20th · before Monday · EOD Tuesday", "C3 C7 C8"),
    ("a weekday", "Friday · next Tuesday · Monday week · Tuesday or Wednesday", "C8"),
    ("a time of day", "tomorrow morning at 9 · by noon tomorrow · first thing Monday", "C7"),
    ("a week", "next week · early next week · the week of the 16th", "C9"),
    ("a date", "the 15th · March 20 · 16-20 March · 3/20 · 2026-03-20", "C10"),
    ("two bounds", "next week, Friday at the latest · not before Monday but by Friday", "C11"),
    ("a month", "mid-April · by month end · the first week of April", "C13"),
    ("a quarter", "Q2 · early Q2 · by the end of the quarter", "C13"),
)
# What is asked back, not guessed at.
NOT_READ: tuple[tuple[str, str], ...] = (
    ("only a start", "at least two weeks · after the 15th · not before Friday"),
    ("no fixed day", "after Easter · in the spring · the end of the fiscal year"),
    ("no unit", "7-10 · within 10"),
    ("two answers", "two weeks for HR, three for the team · not Friday"),
    ("other days", "please reply by Friday · we met on Monday · a six month contract"),
)


def what_can_be_said() -> str:
    """The kinds of promise that are read, and those that are asked back, each with examples, one to a line."""
    width = max(len(kind) for kind, *_ in (*CONVENTIONS, *NOT_READ))
    read = (f"{kind:<{width}}  {examples}" for kind, examples, _ in CONVENTIONS)
    asked = (f"{kind:<{width}}  {examples}" for kind, examples in NOT_READ)
    return "\n".join((*read, "", "Asked back, since it could be misread:", *asked))
