"""What tells the system to run a program every ten minutes, as text: systemd's units, launchd's agent, cron's line."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping, Sequence

EVERY_MINUTES = 10
SIGN = "Made by day12 notify"
"""What stands in each file that is ours."""
CRON_SIGN = "# day12-notify"
"""How each line of a crontab ends that is ours."""
LABEL = "day12.notify"
"""What the agent is called."""

_HEAD = f"# {SIGN} --install; day12 notify --remove takes it away."


def systemd_service(program: Sequence[str], carried: Mapping[str, str]) -> bytes:
    """The unit that runs the program once, with these variables of the environment."""
    first, *arguments = (_systemd_quoted(each) for each in program)
    # Only in arguments is a dollar sign a variable.
    line = " ".join((first, *(each.replace("$", "$$") for each in arguments)))
    lines = [
        _HEAD,
        "[Unit]",
        "Description=Tell what has become due in day12",
        "",
        "[Service]",
        "Type=oneshot",
        *(f"Environment={_systemd_quoted(f'{name}={value}')}" for name, value in carried.items()),
        f"ExecStart={line}",
        "# Where nobody is at the desktop, it is told the next time.",
        "SuccessExitStatus=2",
    ]
    return os.fsencode("\n".join(lines) + "\n")


def systemd_timer() -> bytes:
    """The unit that runs the other one again and again."""
    return f"""{_HEAD}
[Unit]
Description=Tell every {EVERY_MINUTES} minutes what has become due in day12

[Timer]
OnCalendar=*:0/{EVERY_MINUTES}
AccuracySec=1min

[Install]
WantedBy=timers.target
""".encode()


def _systemd_quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    plain = "".join(f"\\x{ord(char):02x}" if char < " " else char for char in escaped)
    return f'"{plain}"'


def launchd_agent(program: Sequence[str], carried: Mapping[str, str]) -> bytes:
    """The property list of an agent."""
    import plistlib

    agent = {
        "Label": LABEL,
        "ProgramArguments": list(program),
        "EnvironmentVariables": dict(carried),
        "StartInterval": 60 * EVERY_MINUTES,
        "ProcessType": "Background",
    }
    head, mark, rest = plistlib.dumps(agent, sort_keys=False).partition(b"<plist")
    return head + f"<!-- {SIGN} -->\n".encode() + mark + rest


def cron_line(program: Sequence[str], carried: Mapping[str, str]) -> bytes:
    """A line of a crontab; ValueError where it can't be one, with a sentence."""
    settings = [f"{name}={shlex.quote(value)}" for name, value in carried.items()]
    command = " ".join((*settings, shlex.join(program))).replace("%", r"\%")
    if any(char < " " for char in command):
        msg = "a line of a crontab can't name a path with a line's end in it."
        raise ValueError(msg)
    # Without what it prints, of which cron would make a mail each time.
    return os.fsencode(f"*/{EVERY_MINUTES} * * * * {command} >/dev/null 2>&1 {CRON_SIGN}\n")
