"""Opens addresses in the browser or mail program, copies text to the clipboard, and says whether that worked."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from day12_data.files import why

# Linux refuses a single argument of 128 KiB; no address that a browser takes comes near.
_MOST_CHARACTERS = 32_000
# An opener that fails does so at once; one that is still there after this many seconds has become the browser.
_PATIENCE = 2.0
_SCHEMES = ("https://", "http://", "mailto:", "file:///")
# `xdg-open` knows what the desktop prefers; `gio` does where it isn't installed.
_LINUX_OPENERS = (("xdg-open",), ("gio", "open"))

# Runs a command with these bytes as its input and returns its exit status; None while it is still running.
Run = Callable[[Sequence[str], bytes, Mapping[str, str]], int | None]


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of an address. When it wasn't opened, the sentence has it, to be shown and copied."""

    opened: bool
    sentence: str


def can_open_browser(env: Mapping[str, str], platform: str) -> bool:
    """Whether a window could appear in front of the user; `platform` is what `sys.platform` says.

    Over SSH it would appear on the other machine, unless a display came along.
    """
    if platform in ("darwin", "win32"):
        return not _over_ssh(env)
    return bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def open_address(url: str, env: Mapping[str, str], platform: str, run: Run | None = None) -> Opened:
    """Open a web, mail or file address in the desktop's own program, or say why that can't be and show it.

    Waits up to two seconds for the program to refuse, so call it in a thread.
    """
    if not url.lower().startswith(_SCHEMES) or any(char.isspace() or ord(char) < 32 for char in url):
        return Opened(opened=False, sentence=f"day12 opens web and mail addresses only, and this is none: {url[:80]!r}")
    kind = "mail program" if url.lower().startswith("mailto:") else "browser"
    if not can_open_browser(env, platform):
        where = "over SSH" if _over_ssh(env) else "without a display"
        return Opened(opened=False, sentence=f"No {kind} can open here ({where}). The address: {url}")
    command = _opener(env, platform)
    if command is None:
        return Opened(opened=False, sentence=f"Nothing here opens a {kind}: install xdg-utils. The address: {url}")
    if len(url) > _MOST_CHARACTERS:
        return Opened(opened=False, sentence=f"The address is too long for a {kind}. It begins: {url[:80]}")
    try:
        status = (run or _run)([*command, url], b"", env)
    except OSError as error:
        return Opened(opened=False, sentence=f"The {kind} didn't open ({why(error)}). The address: {url}")
    if status:
        return Opened(opened=False, sentence=f"The {kind} didn't open ({command[0]}: {status}). The address: {url}")
    return Opened(opened=True, sentence=f"Handed to your {kind}.")


def copy_text(
    text: str, send: Callable[[str], None], env: Mapping[str, str], platform: str, run: Run | None = None
) -> str:
    """Copy a text every way there is, and say in a sentence what was done.

    `send` is the terminal's own way (OSC 52, Textual's `copy_to_clipboard`), which no terminal ever acknowledges;
    tmux drops it unless told otherwise, so it is given the text as well.
    """
    send(text)
    run = run or _run
    if env.get("TMUX"):
        if _succeeds(run, ["tmux", "load-buffer", "-w", "-"], text, env):
            return "Sent to tmux's buffer and, through it, to the terminal's clipboard."
        return "Sent to the terminal's clipboard, but tmux may have kept it back: its `load-buffer` failed."
    if platform == "darwin" and not _over_ssh(env) and _succeeds(run, ["pbcopy"], text, env):
        return "Copied to the clipboard."
    if env.get("STY"):
        return "Sent to the terminal's clipboard; GNU screen may keep it back."
    if env.get("TERM") in ("linux", "dumb"):
        return "This terminal has no clipboard: save the text instead."
    return "Sent to the terminal's clipboard."


def _over_ssh(env: Mapping[str, str]) -> bool:
    return any(env.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


def _opener(env: Mapping[str, str], platform: str) -> Sequence[str] | None:
    if platform == "darwin":
        return ("open",)
    if platform == "win32":
        return ("rundll32", "url.dll,FileProtocolHandler")
    return next((each for each in _LINUX_OPENERS if shutil.which(each[0], path=env.get("PATH"))), None)


def _succeeds(run: Run, command: Sequence[str], text: str, env: Mapping[str, str]) -> bool:
    try:
        return run(command, text.encode(errors="replace"), env) == 0
    except OSError:
        return False


def _run(command: Sequence[str], given: bytes, env: Mapping[str, str]) -> int | None:
    # In a session of its own, without our terminal: neither a text browser nor its complaints may land on the board.
    process = subprocess.Popen(  # noqa: S603 - no shell, and the addresses are checked above
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=dict(env) or dict(os.environ),
        start_new_session=True,
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.communicate(given, timeout=_PATIENCE)
    if process.returncode is None:
        # The browser has become this child and outlives us; nobody needs to wait for it.
        process.returncode = 0
        return None
    return process.returncode
