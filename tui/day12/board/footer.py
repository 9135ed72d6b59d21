"""The line at the bottom, with the keys or with what was just done: it draws itself, so a key rebuilds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from day12.board.card_lines import MARKED
from day12.keys import FIND_DONE, key_name, keys_now
from day12_data.text import clean

_NOTICE_SECONDS = 4.0
_CHIP_IN_WORDS_FROM = 40


_ALWAYS = "undo"
"""The id of the key that is shown however little room there is: nothing asks "are you sure?"."""
_AGENDA = "agenda"
_WHILE_FILTERED = "clear"
"""The id of the key that is worth its place only where a filter hides cards."""


class _Item(Struct, frozen=True):
    ident: str
    keys: str
    name: str
    action: str

    @property
    def width(self) -> int:
        return cell_len(f" {self.keys} {self.name} ")


class Marks(Struct, frozen=True):
    """How many cards are marked, and how many of them aren't shown."""

    number: int = 0
    hidden: int = 0

    def __str__(self) -> str:
        return f" {self.number} marked{f', {self.hidden} not shown' if self.hidden else ''} "


class Footer(Widget):
    """The keys that are worth a place here, the most useful first, as many as fit. A click is the key.

    The key that takes back and the last one are always there. While cards are marked, it says how many, and shows the
    keys that act on them; while words to find are typed, the keys that end that.
    """

    notice: reactive[str] = reactive("")
    """What was just done, shown in place of the keys while it isn't empty."""

    marked: reactive[Marks] = reactive(Marks())
    filtered: reactive[bool] = reactive(default=False)
    """Whether a filter hides cards."""
    in_agenda: reactive[bool] = reactive(default=False)
    """Whether the agenda is shown, from which its key leads back to the board."""
    finding: reactive[bool] = reactive(default=False)
    """Whether the keys go to the line for finding."""

    def __init__(self, bindings: Iterable[Binding], for_marked: Sequence[Binding] = ()) -> None:
        super().__init__()
        self._until: Timer | None = None
        self._bindings_shown = [binding for binding in bindings if binding.show]
        self._for_marked = for_marked
        self._items: dict[tuple[bool, ...], Sequence[_Item]] = {}

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
        parts: list[Content | str | tuple[str, str]] = [self._marked_chip]
        for item in self._shown(self.size.width):
            parts += [" ", (item.keys, "bold $accent"), f" {item.name} "]
        return Content.assemble(*parts).rstrip()

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
        if not self.marked.number:
            return Content("")
        words = str(self.marked) if self.size.width >= _CHIP_IN_WORDS_FROM else f" {MARKED} {self.marked.number} "
        return Content.styled(words, "bold reverse")

    def _shown(self, width: int) -> Sequence[_Item]:
        items = self._all_items()
        last = items[-1]
        room = width + 1 - self._marked_chip.cell_length  # the blank behind the last key needs no room
        room -= sum(item.width for item in items if item is last or item.ident == _ALWAYS)
        shown = []
        for item in items:
            if item is last or item.ident == _ALWAYS:
                shown.append(item)
            elif item.width <= room:
                room -= item.width
                shown.append(item)
        return shown

    def _all_items(self) -> Sequence[_Item]:
        mode = (self.finding, self.marked.number > 0, self.filtered, self.in_agenda)
        if mode not in self._items:  # the keys as they are now; the settings' own are known before the first paint
            keys = keys_now(self.screen, written=self.app.get_key_display)
            self._items[mode] = _items(self._bindings_now(), keys)
        return self._items[mode]

    def _bindings_now(self) -> Sequence[Binding]:
        if self.finding:
            # The key that unmarks ends this, too; it has another id on each screen.
            return [FIND_DONE, replace(self._for_marked[-1], description="show all")]
        if self.marked.number:
            return self._for_marked
        keys = [key for key in self._bindings_shown if self.filtered or key.id != _WHILE_FILTERED]
        return [replace(key, description="board") if self.in_agenda and key.id == _AGENDA else key for key in keys]


def _items(bindings: Sequence[Binding], keys_of: Mapping[str, list[str]]) -> list[_Item]:
    """An item a key; the keys of one group share an item, which does what the last of them does."""
    items = []
    for group, members in groupby(bindings, key=lambda binding: binding.group or binding.id):
        keys = list(members)
        shown = " ".join(keys_of.get(key.id or "", [key_name(key.key)])[0] for key in keys)
        name = group.description if isinstance(group, Binding.Group) else keys[0].description
        items.append(_Item(keys[-1].id or "", shown, name, keys[-1].action))
    return items
