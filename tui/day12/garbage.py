"""When the garbage collector runs, and letting go of what Textual would keep for too long."""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache


def settle_memory() -> None:
    """Start the collector again, past everything that was made for the first paint.

    The command line switches it off before the imports: together that starts sooner and keeps keys from waiting.
    """
    gc.freeze()  # without a look for garbage, of which there is hardly any yet: a key would wait 40 ms for that
    gc.enable()


def free_closed_screens() -> None:
    """Let go of what was drawn on screens that are closed.

    Textual remembers two colours for each widget ever drawn by the widget's own cache, and so keeps that cache with
    all its lines: half a megabyte for a letter.
    """
    StylesCache.get_inner_outer.cache_clear()
