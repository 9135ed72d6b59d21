"""Every key that has a name: the footer, the help, the palette, the manual page and the README have them from here.

Beside these, a few widgets answer to a key that is the second way to do something, such as tab for the next column.
Most of it is tables of keys, so it is longer than other modules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.binding import Binding

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

_GO = Binding.Group("go")
_MOVE = Binding.Group("move")


def _key(
    key: str,
    action: str,
    name: str,
    tooltip: str,
    *,
    ident: str,
    display: str | None = None,
    show: bool = True,
    group: Binding.Group | None = None,
) -> Binding:
    return Binding(key, action, name, show=show, key_display=display, tooltip=tooltip, id=ident, group=group)


COLUMN_KEYS = [
    _key("up,k", "cursor(-1)", "card up", "Select the card above", ident="up"),
    _key("down,j", "cursor(1)", "card down", "Select the card below", ident="down"),
    _key("pageup", "page(-1)", "page up", "Select the card a page above", ident="page_up", show=False),
    _key("pagedown", "page(1)", "page down", "Select the card a page below", ident="page_down", show=False),
    _key("home", "cursor(-1000000)", "first card", "Select the first card", ident="first", show=False),
    _key("end", "cursor(1000000)", "last card", "Select the last card", ident="last", show=False),
]

BOARD_KEYS = [
    _key("left,h", "column(-1)", "column left", "Go to the column on the left", ident="left"),
    _key("right,l", "column(1)", "column right", "Go to the column on the right", ident="right"),
    _key(
        "less_than_sign,shift+left,H",
        "move(-1)",
        "move left",
        "Move the card left: what lay to the right is undone",
        ident="move_left",
        display="<",
        group=_MOVE,
    ),
    _key(
        "greater_than_sign,shift+right,L",
        "move(1)",
        "move right",
        "Move the card right: that step is done now",
        ident="move_right",
        display=">",
        group=_MOVE,
    ),
    _key(
        "M",
        "move_earlier",
        "moved earlier",
        "Move the card right, and say when that was done",
        ident="move_earlier",
        show=False,
    ),
    *(
        _key(str(n), f"to_column({n})", f"column {n}", f"Go to column {n}", ident=f"column_{n}", show=False)
        for n in range(1, 6)
    ),
    _key("enter", "open", "open", "Open the card's page", ident="open"),
    _key("a", "add", "add", "Add an interview", ident="add"),
    _key("w", "write", "write", "Write the letter that the next step needs", ident="write"),
    _key("g", "agenda", "agenda", "Show what is next as one list, or the board again", ident="agenda"),
    _key("e", "edit", "edit", "Edit the card", ident="edit", show=False),
    _key("o", "overdue", "overdue", "Show only the overdue cards, or all again", ident="overdue"),
    _key("slash", "find", "find", "Find cards by any word on them", ident="find", display="/"),
    _key(
        "c",
        "check_in",
        "checked in",
        "Log that you checked in: how, when, and what they said",
        ident="check_in",
        show=False,
    ),
    _key("r", "reply", "reply", "Record what they replied, or that they didn't", ident="reply"),
    _key("s", "skip", "skip", "Skip the step that is open: it never nags again", ident="skip", show=False),
    _key("p", "profile", "profile", "Open the person's LinkedIn profile", ident="profile", show=False),
    _key("x", "archive", "archive", "Archive the card with an outcome", ident="archive", show=False),
    _key("D", "delete", "delete", "Delete the card", ident="delete", show=False),
    _key(
        "I",
        "open_screen('import')",
        "import a file",
        "Import an invitation, a mail, contacts, a list",
        ident="import",
        show=False,
    ),
    _key(
        "i",
        "open_screen('insights')",
        "insights",
        "Show who kept the promise, and how you did",
        ident="insights",
        show=False,
    ),
    _key("v", "mark", "mark", "Mark the card for a change of several; go to the next", ident="mark", show=False),
    _key("V", "mark_all", "mark all", "Mark all cards that are shown", ident="mark_all", show=False),
    _key("X", "open_screen('archive')", "the archive", "Show the archive", ident="archived", show=False),
    _key(
        "t",
        "open_screen('history')",
        "history",
        "Show what was done, and take any of it back",
        ident="history",
        show=False,
    ),
    _key("escape", "clear", "show all", "Mark none, then show all cards again", ident="clear", show=False),
]

SHARED_KEYS = [
    _key("u", "app.undo", "undo", "Take back the last change", ident="undo"),
    _key("U", "app.redo", "redo", "Do again what was taken back", ident="redo", show=False),
    _key("question_mark", "app.keys", "help", "Show every key, and how day12 thinks", ident="help", display="?"),
    _key("q", "app.quit", "quit", "Leave day12: everything is saved", ident="quit", show=False),
]

CARD_KEYS = [
    _key("escape", "app.pop_screen", "back", "Back to the board", ident="back", display="esc"),
    *(key for key in BOARD_KEYS if key.id in {"move_left", "move_right", "write", "reply"}),
    *(replace(key, show=True) for key in BOARD_KEYS if key.id in {"edit", "check_in"}),
    *(replace(key, show=True) for key in BOARD_KEYS if key.id in {"skip", "archive"}),
    *(key for key in BOARD_KEYS if key.id in {"move_earlier", "profile", "delete"}),
]

ARCHIVE_KEYS = [
    _key("escape,X", "close", "back", "Back to the board", ident="archive_back", display="esc"),
    _key("x", "archive", "bring back", "Bring the card back to the board", ident="bring_back"),
    *(key for key in BOARD_KEYS if key.id in {"open", "edit", "find", "write", "check_in", "profile", "delete"}),
    *(key for key in BOARD_KEYS if key.id in {"mark", "mark_all", "history"}),
]

HISTORY_KEYS = [
    _key("escape,t", "leave", "back", "Back to the board", ident="history_back", display="esc"),
    _key("b", "turn", "take back", "Take this change back, or do it again", ident="history_turn"),
    _key("enter", "open", "open", "Open the card's page", ident="history_open"),
]

# What the line of keys shows on the board and in the agenda: the most useful first, for as long as there is room.
_ON_BOARD = (
    "clear",
    "move_left",
    "move_right",
    "open",
    "add",
    "write",
    "reply",
    "agenda",
    "find",
    "overdue",
    "check_in",
    "edit",
    "archive",
    "skip",
    "mark",
)
BOARD_FOOTER = [
    *(replace(key, show=True) for ident in _ON_BOARD for key in BOARD_KEYS if key.id == ident),
    *SHARED_KEYS,
]

# What ends the typing of words to find.
FIND_DONE = _key("enter", "app.simulate_key('enter')", "keep these", "Go to the cards found", ident="find_done")

# What the line of keys shows while cards are marked.
_UNDO = [key for key in SHARED_KEYS if key.id == "undo"]
MARK_KEYS = [
    *(key for key in BOARD_KEYS if key.id in {"move_left", "move_right", "skip", "archive", "delete", "mark_all"}),
    *_UNDO,
    _key("escape", "clear", "unmark", "Mark none", ident="clear"),
]
ARCHIVE_MARK_KEYS = [
    *(key for key in ARCHIVE_KEYS if key.id in {"bring_back", "delete", "mark_all"}),
    *_UNDO,
    _key("escape", "close", "unmark", "Mark none", ident="archive_back"),
]

INSIGHTS_KEYS = [
    _key("escape,i", "close", "back", "Back to the board", ident="insights_back", display="esc"),
    _key("up,k", "cursor(-1)", "up", "Scroll up, or select the company before", ident="up", display="↑", group=_GO),
    _key(
        "down,j", "cursor(1)", "down", "Scroll down, or select the next company", ident="down", display="↓", group=_GO
    ),
    _key("pageup", "page(-1)", "page up", "Go a page up", ident="page_up", show=False),
    _key("pagedown,space", "page(1)", "page down", "Go a page down", ident="page_down", show=False),
    _key("home", "first", "top", "Go to the top", ident="first", show=False),
    _key("end", "last", "end", "Select the last company", ident="last", show=False),
    _key("enter", "open", "open", "Open the card of the company", ident="open"),
]

APP_KEYS = [
    _key(
        "ctrl+z", "background", "suspend", "Put day12 in the background; fg brings it back", ident="suspend", show=False
    ),
    _key("ctrl+s", "save", "save", "Save what could not be saved", ident="save", show=False),
    _key(
        "f1",
        "keys",
        "help here",
        "Show the keys of the screen in front, and what it is about",
        ident="help_here",
        show=False,
    ),
]

_TAKE = Binding(
    "ctrl+y",
    "take_offer",
    "keep 1",
    show=False,
    key_display="ctrl+y",
    tooltip="Keep the likeliest of the times that they named, or ask about them again",
    id="take_offer",
    priority=True,  # a box for text would do again what was undone
)

FORM_KEYS = [
    _key("ctrl+s", "save", "save", "Save the card", ident="form_save"),
    _key("tab", "app.focus_next", "next field", "Go to the next field", ident="form_next"),
    _TAKE,
    _key("ctrl+t", "throw_away", "throw away", "Throw away what you typed, and bring it back", ident="form_throw_away"),
    _key("escape", "close", "close", "Close the form; what you typed is kept", ident="form_close", display="esc"),
]

COMPOSE_KEYS = [
    _key("ctrl+s", "ready", "it is ready", "Copy it, open it, save it or print it", ident="letter_ready", display="^s"),
    _key("ctrl+o", "editor", "$EDITOR", "Open the letter in your own editor", ident="letter_editor", display="^o"),
    _key(
        "ctrl+n",
        "next_person",
        "next person",
        "Write to the next person on the card",
        ident="letter_next",
        display="^n",
    ),
    _key(
        "ctrl+g",
        "another_way",
        "another way",
        "Write to the same person by another way",
        ident="letter_way",
        display="^g",
    ),
    _key(
        "ctrl+r",
        "again",
        "fill in again",
        "Fill the letter in again in place of your own words, and back",
        ident="letter_again",
        display="^r",
    ),
    _key("escape", "close", "close", "Close; what you wrote is kept", ident="letter_close", display="esc"),
]

_CLOSE = _key("escape", "close", "close", "Close without a change", ident="close", display="esc")
# The keys of the app don't reach through to it from a dialog.
_DIALOG_HELP = _key("f1", "app.keys", "help here", "Show these keys", ident="dialog_help", show=False)

DIALOG_KEYS = [_CLOSE, _DIALOG_HELP]

CODE_KEYS = [
    _key("right,l,down,j,space,tab", "turn(1)", "next", "Show the next code", ident="code_next", display="→"),
    _key("left,h,up,k,shift+tab", "turn(-1)", "previous", "Show the code before", ident="code_previous", display="←"),
    _key("escape,q,enter", "close", "close", "Close the codes", ident="code_close", display="esc"),
    _DIALOG_HELP,
]

SAID_KEYS = [
    _key("ctrl+s", "record", "record", "Record it, with the answer that is selected", ident="said_record"),
    _TAKE,
    *DIALOG_KEYS,
]

FILE_KEYS = [
    _key("tab", "complete", "complete", "Complete the file's name", ident="file_complete"),
    *DIALOG_KEYS,
]
PREVIEW_KEYS = [
    _key("ctrl+s", "import_all", "import", "Import what isn't left out, as one change", ident="preview_import"),
    _key("space", "leave_out", "leave out", "Leave this one out, or take it in again", ident="preview_leave_out"),
    _key("backspace", "take_back", "ask again", "Take back the last answer", ident="preview_take_back"),
    _key("tab", "app.focus_next", "next", "Go to the list, and to the question", ident="preview_next", show=False),
    _key("escape", "close", "close", "Close: nothing has changed", ident="preview_close", display="esc"),
]

HELP_KEYS = [
    _key("slash", "search", "search", "Search the help", ident="help_search", display="/"),
    _key("escape,question_mark,f1,q", "close", "close", "Close the help", ident="help_close", display="esc"),
]

RESCUE_KEYS = [
    _key("b", "choose('backup')", "backup", "Go on with the newest good backup", ident="rescue_backup"),
    _key("e", "choose('empty')", "empty", "Start with an empty board", ident="rescue_empty"),
    _key("q,escape", "choose('leave')", "leave", "Leave everything as it is", ident="rescue_leave"),
]

KEY_NAMES = {
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "question_mark": "?",
    "slash": "/",
    "escape": "esc",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "page up",
    "pagedown": "page down",
}
"""How people write the keys that Textual names otherwise."""


def key_name(key: str) -> str:
    """A key as people write it: "shift+←", "<"."""
    return "+".join(KEY_NAMES.get(part, part) for part in key.split("+"))


def keys_now(screen: Screen[Any], *, written: Callable[[Binding], str] | None = None) -> dict[str, list[str]]:
    """The keys of each action on a screen as they are now, by the action's id, each as people write it."""
    found: dict[str, list[str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        found.setdefault(binding.id or "", []).append(written(binding) if written else key_name(binding.key))
    return found


def key_of(app: App[Any], ident: str) -> str:
    """The key of an action as it is now, on the screen in front or on those below it."""
    for screen in reversed(app.screen_stack):
        for active in screen.active_bindings.values():
            if active.binding.id == ident:
                return app.get_key_display(active.binding)
    return ""


def bindings_of(screen: Screen[Any]) -> list[Binding]:
    """What the keys of a screen do, and those that every screen has."""
    own = (key for key in type(screen).BINDINGS if isinstance(key, Binding) and key.tooltip)
    return list({key.id: key for key in (*own, *APP_KEYS)}.values())


def key_table(keys_of: Mapping[str, Sequence[str]], bindings: Sequence[Binding]) -> list[tuple[str, str]]:
    """What the keys of a screen do, for the help: these keys, by the ids of the actions."""
    rows = [
        ("  ".join(keys_of[key.id]), key.tooltip)
        for key in bindings
        if key.id and key.id in keys_of and not key.id.startswith("column_")
    ]
    columns = [("1 – 5", "Go to that column")] if "column_1" in keys_of else []
    return [*rows, *columns, ("ctrl+p", "Open the command palette: the same, by name, and the looks")]
