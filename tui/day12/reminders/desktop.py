"""Shows a reminder outside the terminal: by the desktop's own notifications, or by the user's own program."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from day12.reminders.reminder import Reminder
from day12_data.files import why
from day12_data.text import short_text

_PATIENCE_SECONDS = 20

_APPLE_SCRIPT = (
    "on run argv",
    'display notification (item 2 of argv) with title "day12" subtitle (item 1 of argv)',
    "end run",
)
# The texts come by the environment, so that nothing in them is ever a part of the script.
_POWERSHELL_SCRIPT = """
$null = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$kind = [Windows.UI.Notifications.ToastTemplateType]::ToastText02
$toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($kind)
$lines = $toast.GetElementsByTagName('text')
$null = $lines.Item(0).AppendChild($toast.CreateTextNode($env:DAY12_TITLE))
$null = $lines.Item(1).AppendChild($toast.CreateTextNode($env:DAY12_TEXT))
$app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
$shown = [Windows.UI.Notifications.ToastNotification]::new($toast)
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($app).Show($shown)
"""


class NotShownError(Exception):
    """A reminder couldn't be shown: the text is a sentence that says why."""


def show_reminder(reminder: Reminder, own: Sequence[str], env: Mapping[str, str], platform: str) -> None:
    """Show it by the program `own`, or where that is empty in the way of the `platform`.

    Raises:
        NotShownError: it wasn't shown.
    """
    title, text = reminder.title, reminder.text
    if own:
        _run([os.path.expanduser(own[0]), *own[1:], title, text], env)  # noqa: PTH111 - Path's own fails without a home
    elif platform == "darwin":
        _run(["osascript", *(part for each in _APPLE_SCRIPT for part in ("-e", each)), "--", title, text], env)
    elif platform == "win32":
        command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", _POWERSHELL_SCRIPT]
        _run(command, {**env, "DAY12_TITLE": title, "DAY12_TEXT": text})
    else:
        _run(["notify-send", "-a", "day12", "--", title, _as_markup(text)], _with_bus(env))


def _as_markup(text: str) -> str:
    r"""The text as notify-send takes it: it reads `&` and `<` as markup and `\n` as the end of a line."""
    return text.replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _with_bus(env: Mapping[str, str]) -> Mapping[str, str]:
    """The environment with the way to the desktop's session, which cron doesn't know."""
    if env.get("DBUS_SESSION_BUS_ADDRESS") or os.name == "nt":
        return env
    bus = Path(f"/run/user/{os.getuid()}/bus")
    return {**env, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}"} if bus.exists() else env


def _run(command: Sequence[str], env: Mapping[str, str]) -> None:
    name = short_text(command[0])
    program = shutil.which(command[0], path=env.get("PATH"))
    if program is None:
        raise NotShownError(f"there is no program {name} to show it")
    try:
        done = subprocess.run(  # noqa: S603 - no shell; the program is the desktop's, or named in the user's settings
            [program, *command[1:]],
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotShownError(f"{name} hasn't ended after {_PATIENCE_SECONDS} seconds") from None
    except (OSError, ValueError) as error:
        raise NotShownError(f"{name} can't be run: {why(error)}") from None
    if done.returncode:
        said = short_text(done.stderr.decode(errors="replace").strip().partition("\n")[0], 120)
        raise NotShownError(f"{name} failed ({said or done.returncode})")
