"""Writes the manual page anew from the command line, the keys, the settings and page.mdoc: `python tests/man_page.py`.

mdoc is what both groff and mandoc read. The page is in the repository, since building a wheel runs nothing of ours.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from textwrap import wrap

import msgspec
from textual.binding import Binding

ROOT = Path(__file__).parent.parent
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "data"), str(ROOT / "tui")]

from day12 import keys  # noqa: E402 - found once the paths are set
from day12.argument_parser import Parser  # noqa: E402
from day12.command_line import whole_parser  # noqa: E402
from day12.command_notes import NOTES  # noqa: E402
from day12_data.card import Value  # noqa: E402
from day12_data.kinds import Occasion, Via  # noqa: E402
from day12_data.letters.placeholders import PLACEHOLDERS  # noqa: E402
from day12_data.settings import Settings  # noqa: E402

FOLDER = ROOT / "tui" / "day12" / "man"
PAGE = FOLDER / "day12.1"


def man_page() -> str:
    """The page as it should be."""
    source = (FOLDER / "page.mdoc").read_text("utf-8")
    return re.sub(r"^@(\w+)@$", lambda found: "\n".join(_PARTS[found[1]]()), source, flags=re.MULTILINE)


def _text(text: str) -> str:
    """A text as roff takes it: what could be a request or an escape is neither; so that it can stand anywhere."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("`", r"\(ga").replace("^", r"\(ha")
    escaped = escaped.replace("'", r"\(aq").replace('"', r"\(dq").replace("~", r"\(ti")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped


def _prose(text: str) -> str:
    """A text in lines of a page's source: each sentence begins one, and none is long."""
    sentences = re.sub(r"(?<=[a-z)\d][.?!]) +(?=[A-Z])", "\n", text).splitlines()
    lines = (line for each in sentences for line in wrap(each, 70, break_long_words=False, break_on_hyphens=False))
    return "\n".join(map(_text, lines))


def _literal(text: str) -> Iterator[str]:
    """Lines that stay as they are."""
    yield ".Bd -literal -offset indent"
    for line in text.splitlines():
        yield _text(line) or "\\&"
    yield ".Ed"


def _item(head: str, *text: str) -> Iterator[str]:
    yield f".It {head}"
    yield from filter(None, text)


def _commands() -> Iterator[str]:
    """Each command with its arguments; --board and --demo, which all have, only once."""
    parser = whole_parser(Parser)
    [commands] = (each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    everywhere = {"help", "board", "demo"}
    yield "These go with every command, before it or after it:"
    yield ".Bl -tag -width Ds"
    for action in parser._actions:
        if action.option_strings and action.dest != "version":
            yield from _argument(action)
    yield ".El"
    for name, command in commands.choices.items():
        yield f".Ss {name}"
        yield _prose(command.description or "")
        arguments = [each for each in command._actions if each.dest not in everywhere]
        arguments.sort(key=lambda each: bool(each.option_strings))
        if arguments:
            yield ".Bl -tag -width Ds -compact"
            for action in arguments:
                yield from _argument(action)
            yield ".El"


def _argument(action: argparse.Action) -> Iterator[str]:
    value = _words(str(action.metavar or "")) if action.nargs != 0 else ""
    if action.option_strings:
        flags = " , ".join(f"Fl {_text(flag.removeprefix('-'))}" for flag in action.option_strings)
        head = f"{flags} Ar {value}" if value else flags
    else:
        head = f"Ar {value}"
    yield from _item(head, _prose(action.help or ""))


def _words(metavar: str) -> str:
    """What stands for a value, as one word for roff."""
    return f'"{_text(metavar.strip(chr(34)))}"' if " " in metavar else _text(metavar)


def _keys() -> Iterator[str]:
    """The keys of the board, and of each other screen those that the board hasn't."""
    board = (*keys.BOARD_KEYS, *keys.COLUMN_KEYS, *keys.SHARED_KEYS, *keys.APP_KEYS)
    yield from _bound("On the board", board)
    seen = {key.id for key in board}
    for name, bindings in vars(keys).items():
        if (
            name.endswith("_KEYS")
            and isinstance(bindings, list)
            and (more := [key for key in bindings if key.id not in seen])
        ):
            seen |= {key.id for key in more}
            yield from _bound(_SCREENS.get(name, name.removesuffix("_KEYS").replace("_", " ").capitalize()), more)


_SCREENS = {
    "CARD_KEYS": "On a card's page",
    "ARCHIVE_KEYS": "In the archive",
    "FORM_KEYS": "In a form",
    "COMPOSE_KEYS": "In a letter",
    "CODE_KEYS": "Where QR codes are shown",
    "FILE_KEYS": "Where a file is named",
    "PREVIEW_KEYS": "In the preview of an import",
    "DIALOG_KEYS": "In a dialog",
    "HISTORY_KEYS": "In the history",
    "INSIGHTS_KEYS": "In the insights",
    "HELP_KEYS": "In the help",
    "RESCUE_KEYS": "Where a board can't be read",
}


def _bound(title: str, bindings: Sequence[Binding]) -> Iterator[str]:
    yield f".Ss \\&{_text(title)}"  # "In" alone would be a macro
    yield ".Bl -tag -width Ds -compact"
    for key in bindings:
        names = " , ".join(f'Ic "\\&{_text(keys.key_name(name))}"' for name in key.key.split(","))
        yield from _item(names, _prose(key.tooltip or key.description), f".Pq Li {key.id}")
    yield ".El"


def _settings() -> Iterator[str]:
    tables = []
    yield ".Bl -tag -width Ds"
    for field, about in _fields(Settings):
        if isinstance(field.default, Value):
            tables.append((field.name, type(field.default)))
        else:
            yield from _setting(field, about)
    yield ".El"
    for name, table in tables:
        yield f".Ss [{name}]\\&"
        yield _prose(inspect.getdoc(table) or "")
        yield ".Bl -tag -width Ds"
        for field, about in _fields(table):
            yield from _setting(field, about)
        yield ".El"


def _fields(kind: type[Value]) -> Iterator[tuple[msgspec.structs.FieldInfo, str]]:
    """Each field of a struct with the docstring below it."""
    [body] = (each.body for each in ast.parse(inspect.getsource(kind)).body if isinstance(each, ast.ClassDef))
    about = {}
    for field, below in zip(body, [*body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            about[field.target.id] = ""
            if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                about[field.target.id] = inspect.cleandoc(str(below.value.value))
    for each in msgspec.structs.fields(kind):
        yield each, about[each.name].replace("\n", " ")


def _setting(field: msgspec.structs.FieldInfo, about: str) -> Iterator[str]:
    default = field.default
    written = "{}" if field.default_factory is not msgspec.NODEFAULT else _toml(default)
    yield from _item(f"Li {field.name} = {_text(written)}", _prose(about))


def _toml(value: object) -> str:
    """A default as the settings' file has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | frozenset):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _letters() -> Iterator[str]:
    yield _prose(f"“for” is one or more of {', '.join(each.value for each in Occasion)}.")
    yield _prose(f"“via” is one of {', '.join(each.value for each in Via)}.")
    yield "These names are known:"
    yield ".Bl -tag -width Ds -compact"
    for name, placeholder in PLACEHOLDERS.items():
        yield from _item(f"Li {name}", _prose(placeholder.meaning))
    yield ".El"


def _recipes() -> Iterator[str]:
    for name, note in NOTES.items():
        yield f".Ss {name}"
        yield from _literal(note)


_PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "commands": _commands,
    "keys": _keys,
    "settings": _settings,
    "letters": _letters,
    "recipes": _recipes,
}

if __name__ == "__main__":
    PAGE.write_text(man_page(), "utf-8")
