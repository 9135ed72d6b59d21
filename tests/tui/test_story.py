"""The whole story of one interview, played at the keyboard while the clock moves on."""

from __future__ import annotations

from pathlib import Path

from day12_data.card import Card
from day12_data.dates.days import day_text
from day12_data.kinds import Outcome, Stage
from driver import Driver, opened
from kit import Clock, at
from writer import ME, body, choose, dialog, opened_addresses, refer, said, session_for, value

PEOPLE = (
    "Dana Reyes, Head of Data <dana@northwind.example> linkedin.com/in/dana-reyes",
    "    Northwind Traders",
    "    12 Harbor Street",
    "    Seattle, WA 98101",
    "Tom Okafor, Staff Engineer <tom@northwind.example> linkedin.com/in/tom-okafor",
)


async def test_from_the_interview_to_keeping_warm(tmp_path: Path) -> None:
    clock = Clock(at("2026-03-05 15:20"))
    where = session_for(tmp_path, settings=ME)._replace(clock=clock)

    async with opened(where) as user:

        async def wait_until(text: str) -> None:
            clock.now = at(text)
            user.app.tick()
            await user.settle()

        def now_on_disk() -> Card:
            [one] = where.load().cards.values()
            return one

        # Thursday 5 March: the interview is over; two people, a promise, a book that connects.
        await user.press("a")
        await _fill_in(user)
        assert "thank 1 of 2 by 16:15" in user.text()

        # Both are thanked within the hour, with different words: one by mailto, one copied.
        await user.press("w")
        await refer(user, "how your on-call week hands over on a Thursday")
        await user.press("ctrl+s", "m", "y")
        await wait_until("2026-03-05 15:40")
        assert value(user, "person") == "Tom Okafor"
        await refer(user, "moving the nightly jobs without a night off")
        await user.press("ctrl+s", "c", "y")
        dana, tom = now_on_disk().people
        assert "on-call week" in dana.sent[0].text
        assert "nightly jobs" in tom.sent[0].text
        assert user.companies(Stage.EMAILED) == ["Northwind"]

        # A paper note for the one whose address is known, the same evening.
        await wait_until("2026-03-05 19:00")
        await user.press("w")
        assert (value(user, "occasion"), value(user, "person")) == ("mailed", "Dana Reyes")
        await refer(user, "the lighthouse on your wall")
        await user.press("ctrl+s", "p")
        assert "northwind-dana-reyes-paper-note.html" in dialog(user)
        await user.press("y")
        assert user.companies(Stage.MAILED) == ["Northwind"]

        # LinkedIn for both, the next day.
        await wait_until("2026-03-06 10:00")
        await user.press("w")
        await refer(user, "the lighthouse")
        await user.press("ctrl+s", "l", "y")
        await refer(user, "the nightly jobs")
        await user.press("ctrl+s", "l", "y")
        assert user.companies(Stage.CONNECTED) == ["Northwind"]
        assert opened_addresses(tmp_path)[-2:] == [
            "https://www.linkedin.com/in/dana-reyes",
            "https://www.linkedin.com/in/tom-okafor",
        ]

        # They said 7–10 days. Until then: leave them alone. Day 12 is overdue.
        await wait_until("2026-03-13 10:00")
        assert "wait until 16 Mar" in user.text()
        await wait_until("2026-03-17 14:02")
        assert "‼ check in: today" in user.text()
        await user.press("w")
        assert "you told me on 5 March: “7-10 days”" in body(user)
        await user.press("ctrl+s", "m", "y")
        assert user.companies(Stage.CHECKED_IN) == ["Northwind"]

        # They answer with a new promise, and that lapses too.
        await wait_until("2026-03-18 09:00")
        await user.press("r")
        await user.type("a week")
        await user.press("enter")
        assert "wait until 26 Mar" in user.text()
        await wait_until("2026-03-27 10:00")
        assert "‼ check in: today" in user.text()
        await user.press("w")
        assert "you told me on 18 March: “a week”" in body(user)
        await user.press("ctrl+s", "c", "y")

        # A week later, the second and last: then the card goes quiet, and says so kindly.
        await wait_until("2026-04-02 10:00")
        assert "again on 3 Apr" in user.text()
        await wait_until("2026-04-03 10:00")
        assert "check in again" in user.text()
        await user.press("w")
        assert value(user, "occasion") == "check_in_again"
        assert "you told me on 18 March: “a week”" in body(user)
        await user.press("ctrl+s", "m", "y")
        assert "The card stays quiet until they answer" in "".join(user.toasts)
        assert "you did your part" in user.text()

        # A no: thanks at once, and the card rests in the archive.
        await wait_until("2026-04-10 11:00")
        await user.press("r", "down", "n", "enter")
        assert value(user, "occasion") == "after_no"
        await user.press("ctrl+s", "m", "y")
        assert user.companies(Stage.CHECKED_IN) == []
        assert now_on_disk().outcome is Outcome.REJECTED

        # Sixty days on it is back, as an open step, citing the book.
        await wait_until("2026-06-08 10:00")
        assert user.companies(Stage.CHECKED_IN) == []
        await wait_until("2026-06-09 10:00")
        assert user.companies(Stage.CHECKED_IN) == ["Northwind"]
        assert "keep warm by 23 Jun" in user.text()
        await user.press("5", "w")
        assert (value(user, "occasion"), value(user, "anchor")) == ("keep_warm", "The Goal")
        assert "The Goal came up again this week" in body(user)
        await choose(user, "person", "Tom Okafor")
        assert "Hello Tom" in body(user)
        assert "would be better" not in said(user)
        await user.press("ctrl+s", "m", "y")
        assert user.companies(Stage.CHECKED_IN) == []

        end = now_on_disk()
        assert [len(each.used) for each in end.anchors] == [1]
        assert [[sent.letter for sent in person.sent] for person in end.people] == [
            ["thank-you", "paper-note", "linkedin-invitation", "check-in", "check-in", "check-in-again", "after-a-no"],
            ["thank-you", "linkedin-invitation", "keep-warm"],
        ]
        what = [entry.what for entry in where.store.log(end.id)]
        assert what == [
            "added",
            "thanked Dana Reyes by email",
            "thanked Tom Okafor by email, moved to Emailed thanks",
            "mailed Dana Reyes a note, moved to Mailed note",
            "invited Dana Reyes on LinkedIn",
            "invited Tom Okafor on LinkedIn, moved to Connected on LinkedIn",
            "checked in with Dana Reyes",
            "they replied with a new promise",
            "checked in with Dana Reyes",
            "checked in again with Dana Reyes",
            "they replied: a no",
            "thanked Dana Reyes after their no",
            "kept in touch with Tom Okafor",
        ]
        assert day_text(clock.now.date()) == "Tue 9 Jun"


async def _fill_in(user: Driver) -> None:
    """The form, from the company to the book."""
    from textual.widgets import TextArea

    await user.type("Northwind")
    await user.press("tab")
    await user.type("Data engineer")
    await user.press("tab")
    await user.type("2026-03-05 14:30")
    await user.press("tab")
    await user.type("7-10 days")
    user.app.screen.query_one("#people", TextArea).text = "\n".join(PEOPLE)
    user.app.screen.query_one("#anchors", TextArea).text = "book: The Goal"
    await user.press("ctrl+s")
