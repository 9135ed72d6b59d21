"""How the system is told to run `day12 notify` every ten minutes: a systemd timer, a launchd agent, a crontab line."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from day12.reminders.timer_texts import (
    CRON_SIGN,
    EVERY_MINUTES,
    LABEL,
    SIGN,
    cron_line,
    launchd_agent,
    systemd_service,
    systemd_timer,
)
from day12_data.files import why
from day12_data.text import short_text

_PATIENCE_SECONDS = 30
# What of the environment says where the board's folders are, or what time it is.
_CARRIED = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "TZ")


class TimerError(Exception):
    """It can't be set up or taken away: the text is a sentence that says why."""


class Plan(NamedTuple):
    """What would be done: the files and what is in them, none where one is taken away, and what is run then.

    `first` is run before the files are touched, and may fail; so may `back`, which is run where a part of the plan
    failed and the files are as they were. What is said then ends in `otherwise`.
    """

    kind: str
    otherwise: str
    files: Mapping[Path, bytes | None]
    then: Sequence[Sequence[str]] = ()
    first: Sequence[Sequence[str]] = ()
    back: Sequence[Sequence[str]] = ()
    crontab: bytes | None = None
    """The new crontab as a whole; its lines that are ours are what is shown."""

    @property
    def lines(self) -> list[str]:
        """What would be done, as it is shown."""
        shown = []
        for path, content in self.files.items():
            shown.append(f"{path}:" if content is not None else f"{path} is deleted")
            shown += [f"    {each}" for each in (content or b"").decode(errors="replace").splitlines()]
        if self.crontab is not None:
            ours = [each for each in self.crontab.decode(errors="replace").splitlines() if each.endswith(CRON_SIGN)]
            shown += [f"crontab: {each}" for each in ours] or ["crontab: the line of day12 is deleted"]
        return [*shown, *(f"$ {shlex.join(each)}" for each in (*self.first, *self.then))]


def install_plan(program: Sequence[str], env: Mapping[str, str], platform: str) -> Plan:
    """How this system is told to run the program; a TimerError where it can't be."""
    carried = {name: env[name] for name in _CARRIED if env.get(name)}
    if platform == "darwin":
        path = _agent(env)
        load, unload = _launchctl(path)
        files = {path: launchd_agent(program, carried)}
        return Plan("a launchd agent", _as_before(files), files, load, first=unload, back=load)
    if platform == "win32":
        runs = subprocess.list2cmdline(program)
        raise TimerError(_for_windows("Create", "/SC", "MINUTE", "/MO", f"{EVERY_MINUTES}", "/TR", runs))
    if _has_systemd(env):
        service, timer = _units(env)
        files = {service: systemd_service(program, carried), timer: systemd_timer()}
        then = (_RELOAD, _switched("enable", timer))
        return Plan("a systemd user timer", _as_before(files), files, then, back=(_RELOAD,))
    before = _crontab(env)
    if before is None:
        raise TimerError(f"neither systemd nor cron is here: have {shlex.join(program)} run every ten minutes.")
    try:
        line = cron_line(program, carried)
    except ValueError as error:
        raise TimerError(str(error)) from None
    return Plan("a crontab line", "the crontab is as it was", {}, crontab=b"".join((*_others(before), line)))


def _for_windows(what: str, *options: str) -> str:
    """How a person does it themselves: the line is for cmd, which knows these quotes, and not for PowerShell."""
    line = subprocess.list2cmdline(("schtasks", f"/{what}", "/TN", "day12-notify", *options, "/F"))
    return f"on Windows, Task Scheduler does it. Paste this line into a window of cmd: {line}"


def remove_plan(env: Mapping[str, str], platform: str) -> Plan | None:
    """How what was set up is taken away; None where nothing is."""
    if platform == "darwin":
        path = _agent(env)
        load, unload = _launchctl(path)
        return Plan("the launchd agent", _STILL, {path: None}, first=unload, back=load) if path.exists() else None
    if platform == "win32":
        raise TimerError(_for_windows("Delete"))
    there = [path for path in _units(env) if path.exists()]
    if there:
        timer = _units(env)[1]
        stop, back = _switched("disable", timer), (_RELOAD, _switched("enable", timer))
        return Plan("the systemd user timer", _STILL, dict.fromkeys(there), (_RELOAD,), first=(stop,), back=back)
    before = _crontab(env)
    if before is None or not any(map(_is_ours, before.split(b"\n"))):
        return None
    return Plan("the crontab line", "the crontab is as it was", {}, crontab=b"".join(_others(before)))


def carry_out(plan: Plan, env: Mapping[str, str], write: Callable[[Path, bytes], None]) -> None:
    """Do what the plan says; where a part of it fails, everything is put back as it was.

    Raises:
        TimerError: it failed, with what is so now.
        OSError: the files can't be read, or can't be put back.
    """
    before = {path: path.read_bytes() if path.exists() else None for path in plan.files}
    for path, content in before.items():
        if content is not None and SIGN.encode() not in content:
            raise TimerError(f"{path} is not day12's: move it away first.")
    try:
        for command in plan.first:
            _run(command, env)
        _put(plan.files, write)
        for command in plan.then:
            _done(command, env)
        if plan.crontab is not None:
            _done(("crontab", "-"), env, plan.crontab)
    except (TimerError, OSError) as error:
        _put(before, write)
        for command in plan.back:
            with suppress(TimerError):
                _run(command, env)
        reason = f"{error.filename}: {why(error)}" if isinstance(error, OSError) else str(error).rstrip(".")
        raise TimerError(f"{reason}: {plan.otherwise}.") from None


def _put(contents: Mapping[Path, bytes | None], write: Callable[[Path, bytes], None]) -> None:
    for path, content in contents.items():
        if content is None:
            path.unlink(missing_ok=True)
        else:
            write(path, content)


_SYSTEMCTL = ("systemctl", "--user")
_RELOAD = (*_SYSTEMCTL, "daemon-reload")
_STILL = "it is still set up"


def _as_before(files: Iterable[Path]) -> str:
    """What is so where these files couldn't be set up."""
    there = any(path.exists() for path in files)
    return "what was set up before still is" if there else "nothing was set up"


def _switched(how: str, timer: Path) -> Sequence[str]:
    """The command that switches a timer on or off, now and from the next start of the machine on."""
    return (*_SYSTEMCTL, how, "--now", timer.name)


def _has_systemd(env: Mapping[str, str]) -> bool:
    command = (*_SYSTEMCTL, "show-environment")
    return shutil.which(command[0], path=env.get("PATH")) is not None and _run(command, env).returncode == 0


def _units(env: Mapping[str, str]) -> tuple[Path, Path]:
    named = Path(env.get("XDG_CONFIG_HOME", ""))
    folder = (named if named.is_absolute() else _home(env) / ".config") / "systemd" / "user"
    return folder / "day12-notify.service", folder / "day12-notify.timer"


def _agent(env: Mapping[str, str]) -> Path:
    return _home(env) / "Library" / "LaunchAgents" / f"{LABEL}.plist"


def _launchctl(path: Path) -> tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]]:
    """What loads an agent, and what unloads it before."""
    domain = f"gui/{os.getuid() if os.name != 'nt' else 0}"
    return (("launchctl", "bootstrap", domain, str(path)),), (("launchctl", "bootout", f"{domain}/{LABEL}"),)


def _crontab(env: Mapping[str, str]) -> bytes | None:
    """The user's crontab; None where there is no cron."""
    if shutil.which("crontab", path=env.get("PATH")) is None:
        return None
    listed = _run(("crontab", "-l"), env)
    if listed.returncode and b"no crontab" not in listed.stderr:
        raise TimerError(f"the crontab can't be read ({_said(listed)}).")
    return b"" if listed.returncode else listed.stdout


def _others(crontab: bytes) -> list[bytes]:
    """The lines that aren't ours, each with its end."""
    return [line + b"\n" for line in crontab.removesuffix(b"\n").split(b"\n") if not _is_ours(line)] if crontab else []


def _is_ours(line: bytes) -> bool:
    return line.rstrip().endswith(CRON_SIGN.encode())


def _home(env: Mapping[str, str]) -> Path:
    return Path(env.get("HOME") or os.path.expanduser("~"))  # noqa: PTH111 - Path's own fails where there is no home


def _done(command: Sequence[str], env: Mapping[str, str], given: bytes = b"") -> None:
    ran = _run(command, env, given)
    if ran.returncode:
        raise TimerError(f"`{shlex.join(command)}` failed ({_said(ran)})")


def _run(command: Sequence[str], env: Mapping[str, str], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        program = shutil.which(command[0], path=env.get("PATH")) or command[0]
        return subprocess.run(  # noqa: S603 - no shell, and the system's own programs
            [program, *command[1:]],
            env=dict(env),
            input=given,
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TimerError(f"`{shlex.join(command)}` can't be run ({short_text(str(error), 80)}).") from None


def _said(ran: subprocess.CompletedProcess[bytes]) -> str:
    return short_text(ran.stderr.decode(errors="replace").strip().partition("\n")[0], 120) or str(ran.returncode)
