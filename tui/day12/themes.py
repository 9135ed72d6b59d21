"""The themes: a dark and a light one beside Textual's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.theme import Theme

DARK = Theme(
    name="day12-dark",
    primary="#7aa2d6",
    secondary="#9a8ec2",
    accent="#e0b15c",
    warning="#e0b15c",
    error="#ef6f6c",
    success="#7fb785",
    foreground="#dcdfe4",
    background="#16181d",
    surface="#1d2027",
    panel="#262a33",
    dark=True,
    variables={"block-cursor-foreground": "#16181d"},
)

LIGHT = Theme(
    name="day12-light",
    primary="#2f5f9e",
    secondary="#6a5aa0",
    accent="#8a5200",
    warning="#855200",
    error="#b3261e",
    success="#2f7040",
    foreground="#22252b",
    background="#faf8f4",
    surface="#f1eee7",
    panel="#e6e1d6",
    dark=False,
    variables={"block-cursor-foreground": "#faf8f4"},
)


def without_color(theme: Theme) -> Theme:
    """The theme for a terminal that shows no colours: what is urgent would be a darker grey than what isn't."""
    return replace(theme, error=theme.foreground, warning=theme.foreground)


def usual_theme(env: Mapping[str, str]) -> str:
    """The theme where none was chosen: in a terminal of 16 colours its own ones, to which ours are all one grey."""
    return "ansi-dark" if env.get("TERM") in _OF_16_COLORS and not env.get("COLORTERM") else DARK.name


_OF_16_COLORS = ("linux", "xterm", "ansi", "screen")
