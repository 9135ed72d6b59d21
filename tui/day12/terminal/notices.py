"""How a terminal is told to show a notice: OSC 9, OSC 777 or the bell, through tmux and GNU screen where they are."""

from __future__ import annotations

from collections.abc import Mapping

from day12_data.text import short_text

_MOST = 240


def notice(kind: str, title: str, text: str, env: Mapping[str, str]) -> str:
    """The characters that have the terminal show a notice; `kind` is osc9, osc777 or bell."""
    if kind == "bell":
        return "\a"
    if kind == "osc777":  # the title ends at the first semicolon
        shown = f"777;notify;{short_text(title.replace(';', ','), _MOST)};{short_text(text, _MOST)}"
    else:  # where a digit came first, some terminals would take it for a command
        shown = f"9;day12: {short_text(f'{title}. {text}', _MOST)}"
    return _passed_on(f"\x1b]{shown}\a", env)


def _passed_on(sequence: str, env: Mapping[str, str]) -> str:
    """The sequence for the terminal that tmux, where `allow-passthrough` is on, or GNU screen runs in."""
    if env.get("TMUX"):
        doubled = sequence.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{doubled}\x1b\\"
    return f"\x1bP{sequence}\x1b\\" if env.get("STY") else sequence
