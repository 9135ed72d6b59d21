"""The garbage collector, which stands still until the first paint is over."""

from __future__ import annotations

import gc


def settle_memory() -> None:
    """Start the collector again, past everything that was made for the first paint.

    The command line switches it off before the imports: together that starts sooner and keeps keys from waiting.
    """
    gc.collect()
    gc.freeze()
    gc.enable()
