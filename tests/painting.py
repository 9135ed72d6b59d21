"""When a test's screen is painted: once the keys have done what they do, as nobody sees what comes between."""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from textual._compositor import Compositor
from textual.app import App

_render_update = Compositor.render_update


def paint_whole_screens_only(compositor: Compositor, full: bool = False, **options: Any) -> RenderableType | None:
    """Paint for a picture of the screen; what else is to be painted is kept in mind."""
    return _render_update(compositor, full=True, **options) if full else None


def paint(app: App[Any]) -> None:
    """Paint what has changed since the last time."""
    with app._context():
        _render_update(app.screen._compositor, screen_stack=app._background_screens)
