"""Makes every fsync as slow as on a slow disk: put this folder on PYTHONPATH, and the seconds into SLOW_FSYNC."""

import os
import time

_sync, _seconds = os.fsync, float(os.environ["SLOW_FSYNC"])


def _slow_sync(handle: int) -> None:
    time.sleep(_seconds)  # the injected slowness itself; a disk says that it is done after the work
    _sync(handle)


os.fsync = _slow_sync  # type: ignore[assignment]
