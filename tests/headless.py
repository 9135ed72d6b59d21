"""What makes an app cheap in a test: it is painted once its keys are done, and no styles are read twice."""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from textual._compositor import Compositor
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_render_update, _parse_rules = Compositor.render_update, Stylesheet._parse_rules
_rules: dict[tuple[object, ...], list[RuleSet]] = {}


def paint_whole_screens_only(compositor: Compositor, full: bool = False, **options: Any) -> RenderableType | None:
    """Paint for a picture of the screen; what else is to be painted is kept in mind."""
    return _render_update(compositor, full=True, **options) if full else None


def paint(app: App[Any]) -> None:
    """Paint what has changed since the last time."""
    with app._context():
        _render_update(app.screen._compositor, screen_stack=app._background_screens)


def parse_rules_once(stylesheet: Stylesheet, css: str, *args: Any, **options: Any) -> list[RuleSet]:
    """The rules of a piece of a stylesheet: Textual would read them anew for each app."""
    key = (css, args, *options.items(), *stylesheet._variables.items())
    if key not in _rules:
        _rules[key] = _parse_rules(stylesheet, css, *args, **options)
    return _rules[key]
