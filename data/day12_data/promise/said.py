"""What can be said, on one screen. Every example here is read by a test, so the page stays true."""

from __future__ import annotations

# kind, examples between " · ", and the convention that decides (promises.md)
CONVENTIONS: tuple[tuple[str, str, str], ...] = (
    ("a count", "10 days · a week and a half · a fortnight · a couple of weeks · 48 hours", "C2 C5 C7"),
    ("a range", "7-10 days · a week to ten days · a week or two · a few days", "C2 C5"),
    ("working days", "5 business days · 7-10 working days · 5bd", "C6"),
    ("at most", "within a week · in the next two weeks · no later than Friday · 2 weeks max", "C3"),
    ("by a day", "by Friday · until the 20th · by noon tomorrow · before Monday · EOD Tuesday", "C3 C7 C8"),
    ("a weekday", "Friday · next Tuesday · Monday week · a week on Tuesday · Tuesday or Wednesday", "C8"),
    ("a week", "next week · early next week · end of the week · the week of the 16th", "C9"),
    ("a date", "the 15th · March 20 · 10-14 March · 3/20 · 2026-03-20", "C10"),
    ("two bounds", "next week, Friday at the latest · not before Monday but by Friday", "C11"),
    ("a month", "mid-April · late March or early April · by month end · the first week of April", "C13"),
    ("a quarter", "Q2 · early Q2 · by the end of the quarter", "C13"),
)


def what_can_be_said() -> str:
    """The kinds of promise that are read, each with examples, one to a line."""
    width = max(len(kind) for kind, _, _ in CONVENTIONS)
    return "\n".join(f"{kind:<{width}}  {examples}" for kind, examples, _ in CONVENTIONS)
