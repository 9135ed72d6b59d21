"""The line at the bottom, with the keys or with what was just done: it draws itself, so a key rebuilds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from day12.keys import keys_now
from day12_data.text import clean

_NOTICE_SECONDS = 4.0


class _Item(NamedTuple):
    keys: str
    name: str
    action: str

    @property
    def width(self) -> int:
        return cell_len(f" {self.keys} {self.name} ")


class Marks(NamedTuple):
    """How many cards are marked, and how many of them aren't shown."""

    number: int = 0
    hidden: int = 0

    def __str__(self) -> str:
        return f" {self.number} marked{f', {self.hidden} not shown' if self.hidden else ''} "


class Footer(Widget):
    """The keys that are worth a place here, as many as fit; the last one always does. A click is the key.

    While cards are marked, it says how many, and shows the keys that act on them.
    """

    notice: reactive[str] = reactive("")
    """What was just done, shown in place of the keys while it isn't empty."""

    marked: reactive[Marks] = reactive(Marks())

    def __init__(self, bindings: Iterable[Binding], for_marked: Sequence[Binding] = ()) -> None:
        super().__init__()
        self._until: Timer | None = None
        self._bindings_shown = ([binding for binding in bindings if binding.show], for_marked)
        self._items: dict[bool, Sequence[_Item]] = {}

    def say(self, text: str, *, done: bool = True) -> None:
        """Show for some seconds what was done; what is only being done has no ✓ yet."""
        self.notice = f"{'✓' if done else '…'} {clean(text)}"
        if self._until:
            self._until.stop()
        self._until = self.set_timer(_NOTICE_SECONDS, self.hush)

    def hush(self) -> None:
        """Show the keys again."""
        self.notice = ""

    def render(self) -> Content:
        """What was just done, or the keys and what they do."""
        if self.notice:
            sign, _, words = self.notice.partition(" ")
            return Content.assemble(self._marked_chip, (f" {sign} ", "bold $success"), (words, "bold"))
        parts = (
            Content.assemble(" ", (item.keys, "bold $accent"), f" {item.name} ")
            for item in self._shown(self.size.width)
        )
        return Content("").join([self._marked_chip, *parts])

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does; a notice hides the keys, and a click on it brings them back."""
        if self.notice:
            self.hush()
            return
        left = self._marked_chip.cell_length
        for item in self._shown(self.size.width):
            left += item.width
            if event.x < left:
                await self.screen.run_action(item.action)
                return

    @property
    def _marked_chip(self) -> Content:
        return Content.styled(str(self.marked), "bold reverse") if self.marked.number else Content("")

    def _shown(self, width: int) -> Sequence[_Item]:
        marking = self.marked.number > 0
        if marking not in self._items:  # the keys as they are now; the settings' own are known before the first paint
            keys = keys_now(self.screen, written=self.app.get_key_display)
            self._items[marking] = _items(self._bindings_shown[marking], keys)
        *others, last = self._items[marking]
        shown, room = [], width - last.width - self._marked_chip.cell_length
        for item in others:
            room -= item.width
            if room < 0:
                break
            shown.append(item)
        return [*shown, last]


def _items(bindings: Sequence[Binding], keys_of: Mapping[str, list[str]]) -> list[_Item]:
    """An item a key; the keys of one group share an item, which does what the last of them does."""
    items = []
    for group, members in groupby(bindings, key=lambda binding: binding.group or binding.id):
        keys = list(members)
        shown = " ".join(keys_of[key.id or ""][0] for key in keys)
        name = group.description if isinstance(group, Binding.Group) else keys[0].description
        items.append(_Item(shown, name, keys[-1].action))
    return items
