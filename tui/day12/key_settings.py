"""Reads the keys in the settings, which replace those of the board's actions."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from textual.keys import Keys, _character_to_key

from day12.keys import APP_KEYS, BOARD_KEYS, COLUMN_KEYS, KEY_NAMES, SHARED_KEYS


def keymap(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The settings' keys as Textual's keymap, by the actions' ids, and a sentence about each that can't be used.

    Textual takes unknown ids and keys, and two actions on one key, without a word.
    """
    bound = {key.id or "": key.key for key in (*BOARD_KEYS, *COLUMN_KEYS, *SHARED_KEYS, *APP_KEYS)}
    mapped: dict[str, str] = {}
    problems: list[str] = []
    for ident, text in wanted.items():
        names = [_key_named(name.strip()) for name in text.split(",")]
        if ident not in bound:
            near = get_close_matches(ident, bound, n=1)
            found = f"did you mean {near[0]}?" if near else "the README lists them."
            problems.append(f"there is no action “{ident[:40]}”: {found}")
        elif "" in names:
            problems.append(f"“{text[:40]}” for {ident} is no key: write one like x, f5, enter or ctrl+right.")
        else:
            mapped[ident] = ",".join(names)
    while clash := _clash(bound | mapped):
        key, first, second = clash
        loser = second if second in mapped else first
        problems.append(f"the key “{key}” is on both {first} and {second}: {loser} keeps its own keys.")
        del mapped[loser]
    return mapped, problems


def _clash(keys: Mapping[str, str]) -> tuple[str, str, str] | None:
    """A key that two actions have, and the actions."""
    owners: dict[str, str] = {}
    for ident, names in keys.items():
        for name in dict.fromkeys(names.split(",")):
            if name in owners:
                return name, owners[name], ident
            owners[name] = ident
    return None


def _key_named(name: str) -> str:
    """Textual's name of a key that a person wrote, one character, or a name such as f5 or ctrl+right; or nothing."""
    if len(name) == 1:
        return _character_to_key(name)
    *modifiers, last = name.split("+")
    known = set(modifiers) <= {"ctrl", "shift", "alt"} and (len(last) == 1 or last in _KNOWN_KEYS)
    return name if known else ""


_KNOWN_KEYS = {key.value for key in Keys} | set(KEY_NAMES)
