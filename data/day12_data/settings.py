"""What the user has chosen: one TOML file in the settings folder, read and never written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_args, get_origin

import msgspec
import msgspec.structs

from day12_data.card import Value
from day12_data.files import why
from day12_data.kinds import Stage
from day12_data.rules import Rules
from day12_data.text import clean

FILE_NAME = "settings.toml"


class Calendar(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a calendar program finds the interviews and the open steps."""

    folder: str = ""
    """A folder such as "~/.calendars/day12", in which each event has a file (a vdir); "" is none."""


_HOUR = "([01]?[0-9]|2[0-3]):[0-5][0-9]"


class Notify(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When and how you are told what has become due."""

    quiet: Annotated[str, msgspec.Meta(pattern=f"^({_HOUR}-{_HOUR})?$", description='write it like "21:00-08:00"')] = (
        "21:00-08:00"
    )
    """The hours in which you are told nothing; what falls into them you are told after them. "" is none."""
    weekends: bool = True
    """Whether you are told at weekends, too."""
    command: tuple[str, ...] = ()
    """A program of your own that tells you, and its arguments; title and text are added to them."""
    terminal: Annotated[
        str, msgspec.Meta(pattern="^(osc9|osc777|bell)?$", description='use "osc9", "osc777", "bell" or ""')
    ] = ""
    """How the terminal tells you while the board is open: osc9, osc777 or bell; "" is not at all."""


class Filter(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which cards are shown: those for which all of this is so."""

    find: str = ""
    """Words that are all on the card."""
    overdue: bool = False
    """Whether it is overdue."""
    stage: Stage | None = None
    """The column that it stands in."""


ALL = Filter()


class Settings(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that can be set, with its default."""

    name: str = ""
    """Your name, under letters."""
    address: str = ""
    """Your postal address, on envelopes."""
    emails: tuple[str, ...] = ()
    """Your own email addresses, so that an import knows who of an invitation's guests is you."""
    day_first: bool = False
    """Whether 3/4 is the third of April."""
    minutes: Annotated[int, msgspec.Meta(ge=1, le=1440)] = 45
    """How long an interview is where nothing else is said."""
    paper: Annotated[str, msgspec.Meta(pattern="^(a4|letter)$", description='write "a4" or "letter"')] = "a4"
    """The paper that letters are printed on."""
    side_page: bool = True
    """Whether the selected card's page stands beside the board in terminals of 160 columns and more."""
    keys: dict[str, str] = msgspec.field(default_factory=dict)
    """Other keys for the board's actions: the action's id, and its keys with commas between."""
    filters: dict[str, Filter] = msgspec.field(default_factory=dict)
    """Filters for the palette and “list”: a name, and words as you type them to find cards, or a table of find, overdue
    and stage."""
    rules: Rules = Rules()
    calendar: Calendar = Calendar()
    notify: Notify = Notify()


class SettingsRead(NamedTuple):
    """Settings that can be used, and a sentence about each thing in the file that can't."""

    settings: Settings
    problems: tuple[str, ...] = ()


def read_settings(folder: Path) -> SettingsRead:
    """The settings in a folder; what can't be used is left at its default, and said."""
    path = folder / FILE_NAME
    try:
        if not path.exists():
            return SettingsRead(Settings())
        values = _toml(path)
    except (OSError, ValueError, RecursionError) as error:
        return SettingsRead(
            Settings(), (f"The settings in {path} can't be used ({why(error)}): day12 goes on without them.",)
        )
    problems: list[str] = []
    used = _usable(values, Settings, "", problems)
    return SettingsRead(Settings(**used), tuple(f"In {path}, {each}" for each in problems))


def _toml(path: Path) -> dict[str, Any]:
    import tomllib  # most people have no settings, and wait for the board

    if not path.is_file():
        msg = "it is no file"
        raise ValueError(msg)
    with path.open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        msg = f"it is larger than {_MOST_BYTES // 1024} KiB"
        raise ValueError(msg)
    text = data.decode("utf-8-sig")
    if found := re.search(_DEEP_KEY, text, re.MULTILINE):
        msg = f"line {text.count(chr(10), 0, found.end()) + 1} has a key of too many parts"
        raise ValueError(msg)
    return tomllib.loads(text)


def _usable(values: dict[str, Any], kind: type[Value], prefix: str, problems: list[str]) -> dict[str, Any]:
    """The values that can be used, by their fields."""
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    used: dict[str, Any] = {}
    for key, value in values.items():
        name = f"{prefix}{key}"
        if key not in fields:
            problems.append(_unknown(name, [f"{prefix}{each}" for each in fields]))
        elif (table := _table(fields[key].type)) and isinstance(value, dict):
            used[key] = table(**_usable(value, table, f"{key}.", problems))
        elif key == "keys" and isinstance(value, dict):
            used[key] = {ident: keys for ident, keys in value.items() if isinstance(keys, str)}
            problems += [f"keys.{ident} can't be used: write its keys in quotes." for ident in value.keys() - used[key]]
        elif key == "filters" and isinstance(value, dict):
            used[key] = _filters(value, problems)
        else:
            try:
                used[key] = msgspec.convert(value, fields[key].type)
            except msgspec.ValidationError as error:
                how = _how_to_write(fields[key].type) or f"{error}"
                problems.append(f"{name} can't be used: {how}. It stays at {_default(fields[key])}.")
    return used


def _filters(values: dict[str, Any], problems: list[str]) -> dict[str, Filter]:
    """The filters that can be used, by their names."""
    used = {}
    for name, value in values.items():
        named = clean(name)[:_LONGEST_NAME]
        try:
            only = Filter(find=value) if isinstance(value, str) else msgspec.convert(value, Filter)
        except msgspec.ValidationError:
            how = '"words", or as { find = "words", overdue = true, stage = "emailed" }'
            problems.append(f"filters.{named} can't be used: write it as {how}.")
            continue
        only = msgspec.structs.replace(only, find=clean(only.find).strip())
        if only == ALL:
            problems.append(f"filters.{named} leaves no card out: give it words, overdue or a stage.")
        else:
            used[named] = only
    return used


def _table(kind: object) -> type[Value] | None:
    """The values that a field holds, where it is a table of its own in the file."""
    return kind if isinstance(kind, type) and issubclass(kind, Value) else None


def _unknown(name: str, names: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1)
    return f"there is no setting “{name[:40]}”: " + (f"did you mean {near[0]}?" if near else "the README lists them.")


def _how_to_write(kind: Any) -> str:
    """How to write a value of a type, in words; empty where that isn't known."""
    bounds = getattr(kind, "__metadata__", ())
    if described := next((each.description for each in bounds if each.description), ""):
        return described
    plain = get_args(kind)[0] if bounds else kind
    if plain is int:
        least, most = (next((getattr(each, name) for each in bounds), None) for name in ("ge", "le"))
        return f"write a whole number from {least} to {most}" if most else f"write a whole number from {least} on"
    return _WRITTEN.get(get_origin(plain) or plain, "")


def _default(field: msgspec.structs.FieldInfo) -> str:
    default = field.default
    return (
        "none"
        if default in ("", (), frozenset(), msgspec.NODEFAULT) or isinstance(default, Value)
        else f"{default}".lower()
    )


_WRITTEN: dict[Any, str] = {
    bool: "write true or false",
    str: "write it in quotes",
    tuple: "write a list in brackets, with commas between",
    frozenset: "write days in brackets, like [2026-12-25, 2026-12-26]",
}
# More is a mistake, or meant to hurt: Python's reader of TOML needs a gigabyte for one key of 20,000 parts.
_LONGEST_NAME = 40
_MOST_BYTES = 64 * 1024
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DEEP_KEY = rf"(?:^|[{{\[,])[ \t]*(?:{_PART}[ \t]*\.[ \t]*){{8}}"
