"""The screen that shows what an import would do, item by item. What isn't sure is asked first."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from day12 import help_texts
from day12.board.footer import Footer
from day12.edit.drafts import IMPORT
from day12.edit.screen import EditingScreen
from day12.importing.file_dialog import ReadFiles
from day12.importing.item_list import Drawn, ItemList
from day12.importing.question import QuestionPanel
from day12.keys import PREVIEW_KEYS, key_of
from day12_data.days_off import keep_calendar_days, not_kept
from day12_data.exchange.import_items import LEAVE, Context, Does, Question, changes, days_off, kept, names
from day12_data.exchange.importing import plan_all
from day12_data.exchange.sniff import ImportRefusedError
from day12_data.text import clean, counted

_LOW = 16  # rows; with fewer there is room for the question or the list, not both


class PreviewScreen(EditingScreen):
    """The items, the question that is open, and the keys; nothing is done before all that is open is answered."""

    BINDINGS: ClassVar[list[BindingType]] = list(PREVIEW_KEYS)
    HELP = help_texts.IMPORT

    def __init__(self, opened: ReadFiles) -> None:
        super().__init__()
        self._files = opened.files
        self._key = opened.key
        self._planned_on = opened.board
        self._items = opened.items
        # The answers, each with those that were given together with it.
        self._answers: list[dict[str, str]] = []
        self._left_out: set[str] = set()

    def compose(self) -> ComposeResult:
        """What it is, the items, the question, the keys."""
        yield Static(id="form-title")
        yield ItemList(id="items", markup=False)
        yield QuestionPanel()
        yield Footer(PREVIEW_KEYS)

    async def on_mount(self) -> None:
        """Show what was found, and ask what comes first; what was answered before it was closed still is."""
        self._answers = _answers_in(self.day12.drafts.get(IMPORT, self._key) or "")
        if self._answers:
            await self._plan()
            key = key_of(self.app, "preview_take_back")
            self.notify(f"Your answers of before are still here: {key} asks again.", markup=False)
        self._show()

    def on_resize(self) -> None:
        """Lines are as long as the terminal is wide."""
        self.set_class(self.size.height < _LOW, "-low")
        self._draw_items()

    # Answering.

    @on(QuestionPanel.Answered)
    async def _answered(self, event: QuestionPanel.Answered) -> None:
        await self._answer(event.answers)

    async def _answer(self, answers: Mapping[str, str]) -> None:
        """Go further with these answers; what can't be read is asked again."""
        self._answers.append(dict(answers))
        await self._plan()
        asked = next(self._open_questions(), None)
        if asked and not asked.optional and asked.key in answers:
            self._answers.pop()
            self.query_one(QuestionPanel).refuse(answers[asked.key])
        else:
            self._show()

    async def action_take_back(self) -> None:
        """Ask again what was answered last."""
        if self._answers:
            self._answers.pop()
            await self._plan()
            self._show()

    async def action_leave_out(self) -> None:
        """Leave the item out that is asked about, or is selected; or take it in again."""
        items = self.query_one(ItemList)
        index = items.highlighted
        if index is None:
            return
        item, question = self._items[index], self._items[index].question
        if question and item.is_open and LEAVE in question.choices:
            await self._answer({question.key: LEAVE})
        elif item.does_something:
            self._left_out ^= {names(self._items)[index]}
            self._show(at=index)

    @on(EditingScreen.Outdated)
    async def _board_changed(self) -> None:
        """Plan again where something else has changed the board."""
        if self.board is not self._planned_on and not self.left:
            await self._plan()
            self._show()

    async def _plan(self) -> None:
        """Plan all again, with the answers given so far, away from the interface's thread."""
        session, board = self.session, self.board
        given = {key: answer for answers in self._answers for key, answer in answers.items()}
        context = Context(session.clock(), session.zone, session.settings, given)
        try:
            self._items = await asyncio.to_thread(plan_all, self._files, board, context)
        except ImportRefusedError as refused:
            self.notify(str(refused), severity="error", markup=False)
        self._planned_on = board
        self.day12.drafts.put(
            IMPORT, self._key, draft=msgspec.json.encode(self._answers).decode() if self._answers else ""
        )

    def _open_questions(self) -> Iterator[Question]:
        """What is still to be answered: what must be before what may be."""
        given = {key for answers in self._answers for key in answers}
        asked = [
            item.question
            for item, name in zip(self._items, names(self._items), strict=True)
            if item.question and name not in self._left_out
        ]
        yield from (question for question in asked if not question.optional)
        yield from (question for question in asked if question.optional and question.key not in given)

    # Doing it.

    async def action_import_all(self) -> None:
        """Do all that isn't left out, once nothing is open."""
        if self.board is not self._planned_on:
            await self._plan()
        if any(not question.optional for question in self._open_questions()):
            self._show()
            key = key_of(self.app, "preview_leave_out")
            # Where one types, that key is a character.
            out = (
                f"or leave it out ({key})"
                if key
                else f"or leave it out in the list ({key_of(self.app, 'preview_next')})"
            )
            self.notify(f"First answer what is asked, {out}.", severity="warning", markup=False)
            return
        done = kept(self._items, self._left_out)
        made, days = changes(done), days_off(done)
        if made:
            self.day12.keep(*made)
        if days and not await self._keep_days_off(days):
            return  # they are still there, and what the board has now isn't
        self.leave()
        self.day12.drafts.discard(IMPORT, self._key)
        if not (made or days):
            self.day12.say("Nothing was imported: nothing has changed")

    async def _keep_days_off(self, days: Mapping[dt.date, str]) -> bool:
        """Keep the days off beside the settings, away from the interface's thread."""
        config = self.session.config
        try:
            await asyncio.to_thread(keep_calendar_days, days, config)
        except OSError as error:
            sentence = not_kept(config, error)
            self.notify(f"{sentence[0].upper()}{sentence[1:]}", severity="error", markup=False)
            return False
        count = counted(len(days), "day off", "days off")
        self.app.notify(f"Kept {count} in {config}: working days skip them.", markup=False)
        return True

    def action_close(self) -> None:
        """Do nothing; what was answered is there again the next time."""
        self.leave()

    # Showing it.

    def _show(self, at: int | None = None) -> None:
        """Show the items, and the question that comes next; with `at`, stay on that item."""
        questions = list(self._open_questions())
        question = questions[0] if questions else None
        panel = self.query_one(QuestionPanel)
        panel.ask(questions)
        self.set_class(question is not None, "-asking")
        self._draw_title(questions)
        self._draw_items()
        items = self.query_one(ItemList)
        if at is not None:
            items.highlighted = at
        elif question:
            items.highlighted = next(
                index for index, item in enumerate(self._items) if item.question and item.question.key == question.key
            )
            panel.focus_answer()
        else:
            items.focus()

    def _draw_title(self, questions: list[Question]) -> None:
        counts = Counter(item.does for item in kept(self._items, self._left_out) if item.does_something)
        told = [f"{count} to {_TO[does]}" for does, count in counts.items()]
        told += [f"{len(questions)} open" if len(questions) > 1 else "1 question"] if questions else []
        files = self._files[0].name if len(self._files) == 1 else counted(len(self._files), "file")
        title = f"Import {files}: {' · '.join(told) or 'nothing to do'}"
        self.query_one("#form-title", Static).update(Content(clean(title)))

    def _draw_items(self) -> None:
        done = set(map(id, kept(self._items, self._left_out)))
        drawn = [Drawn(item, id(item) not in done, max(1, self.size.width - 4)) for item in self._items]
        self.query_one(ItemList).show(drawn, self.session.clock(), self.session.settings.rules)


def _answers_in(kept: str) -> list[dict[str, str]]:
    """The answers as they were kept; none where that can't be read."""
    try:
        return msgspec.json.decode(kept, type=list[dict[str, str]]) if kept else []
    except msgspec.MsgspecError:
        return []


_TO = {
    Does.ADD: "add",
    Does.UPDATE: "update",
    Does.CANCEL: "call off",
    Does.REPLY: "note",
    Does.PEOPLE: "fill in",
}
