"""Has the user edit a text in their own editor. Whatever the editor does, the text is never lost."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from day12_data.files import why
from day12_data.text import clean_lines

if TYPE_CHECKING:
    from textual.app import App

# Tried in this order where neither $VISUAL nor $EDITOR is set.
_USUAL = ("sensible-editor", "nano", "vi", "notepad")
# These open a window and return at once, unless told to wait.
_WINDOWS = {"code": "--wait", "codium": "--wait", "subl": "--wait", "zed": "--wait", "mate": "-w", "gvim": "-f"}
_ADVICE = "set $EDITOR to an editor that you have, such as nano"


@dataclass(frozen=True, slots=True)
class Edited:
    """The text after editing, or the one that was handed in when nothing came of it, and what happened."""

    text: str
    changed: bool
    sentence: str


def edit_text(text: str, env: Mapping[str, str]) -> Edited:
    """Have the user edit the text in $VISUAL, $EDITOR or what there is; returns when the editor has.

    The terminal has to be the editor's meanwhile.
    """
    try:
        command = _command(env)
    except ValueError as error:
        return Edited(text, changed=False, sentence=str(error))
    try:
        folder = tempfile.mkdtemp(prefix="day12-")
    except OSError as error:
        return Edited(text, changed=False, sentence=f"There is no room for a draft to edit ({why(error)}).")
    try:
        return _edited(text, command, Path(folder) / "letter.txt", env)
    except OSError as error:
        return Edited(text, changed=False, sentence=f"The draft couldn't be handed to the editor ({why(error)}).")
    finally:
        # The folder, not the file alone: editors leave swap files and backups with somebody's letter in them.
        shutil.rmtree(folder, ignore_errors=True)


def _command(env: Mapping[str, str]) -> list[str]:
    """The editor as a command.

    Raises:
        ValueError: there is none that could be started, with a sentence.
    """
    path = env.get("PATH")
    name = next((each for each in ("VISUAL", "EDITOR") if env.get(each, "").strip()), "")
    if not name:
        found = next((each for each in _USUAL if shutil.which(each, path=path)), None)
        if found is None:
            raise ValueError(f"There is no editor here: {_ADVICE}.")
        return [found]
    try:
        # A backslash separates folders on Windows and escapes elsewhere.
        words = shlex.split(env[name], posix=sys.platform != "win32")
    except ValueError:
        raise ValueError(f"${name} can't be read, a quotation mark is missing: {env[name][:60]}") from None
    words = [word.strip('"') if sys.platform == "win32" else word for word in words]
    if not words or not shutil.which(words[0], path=path):
        raise ValueError(f"${name} is “{env[name][:60]}”, which isn't here: {_ADVICE}.")
    return words


def _edited(text: str, command: list[str], path: Path, env: Mapping[str, str]) -> Edited:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(text.encode(errors="replace") + b"\n")
    with _terminal_kept():
        status = _run([*command, str(path)], env)
    name = Path(command[0]).name
    if status > 0:
        # By custom a failing editor means "forget it": vim's :cq, and git reads it so too.
        return Edited(text, changed=False, sentence=f"{name} ended with exit status {status}: the draft is as it was.")
    after = _read(path)
    changed = after.strip() != clean_lines(text)
    killed = f"{name} was killed ({_signal_name(-status)})" if status < 0 else ""
    if not after.strip():
        return Edited(
            text, changed=False, sentence=f"{killed or name + ' left an empty file'}: the draft is as it was."
        )
    if killed:
        kept = "what it had saved is here" if changed else "the draft is as it was"
        return Edited(after if changed else text, changed=changed, sentence=f"{killed}: {kept}.")
    if not changed:
        wait = _WINDOWS.get(name)
        hint = f" If its window is still open, set $EDITOR to “{name} {wait}”." if wait and wait not in command else ""
        return Edited(text, changed=False, sentence=f"Nothing was changed.{hint}")
    return Edited(after, changed=True, sentence="The draft has your changes.")


def edit_outside(app: App[Any], text: str, env: Mapping[str, str]) -> Edited:
    """The same from within an app, which leaves the terminal to the editor meanwhile."""
    from textual.app import SuspendNotSupported  # loaded, since there is an app

    edited = Edited("", changed=False, sentence="No editor can take over this terminal.")
    with contextlib.suppress(SuspendNotSupported), app.suspend():
        # Whatever is raised in here would leave the terminal to nobody.
        try:
            edited = edit_text(text, env)
        except Exception as error:  # noqa: BLE001 - see above
            edited = Edited("", changed=False, sentence=f"The editor didn't start: {error}")
    return edited


def _read(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ""
    try:
        return clean_lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        # An editor set to an old encoding: better a doubtful letter than a lost one.
        return clean_lines(data.decode("cp1252", errors="replace"))


def _run(command: list[str], env: Mapping[str, str]) -> int:
    """The editor's exit status; negative when a signal ended it."""
    with _interrupts_ignored():
        return subprocess.Popen(command, env=dict(env)).wait()  # noqa: S603 - the user's own editor, no shell


@contextlib.contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ctrl+C belongs to the editor; with it, the board must not die, and the draft with the board."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # A function and not SIG_IGN, which the editor would inherit.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def _terminal_kept() -> Iterator[None]:
    """An editor that is killed leaves the terminal raw, and the board would take that for its natural state."""
    try:
        import termios

        handle = sys.__stdin__.fileno() if sys.__stdin__ else -1
        modes = termios.tcgetattr(handle)
    except (ImportError, OSError, ValueError, termios.error):
        yield
        return
    try:
        yield
    finally:
        with contextlib.suppress(OSError, termios.error):
            termios.tcsetattr(handle, termios.TCSANOW, modes)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
