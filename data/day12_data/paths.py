"""Where things are kept: one place for every folder and file, asked for with the environment handed in."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def board_path(env: Mapping[str, str]) -> Path:
    """The board's file: `DAY12_BOARD`, or `board.json` in the user's data folder."""
    if named := env.get("DAY12_BOARD"):
        return Path(os.path.expanduser(named))  # noqa: PTH111 - Path's own fails where there is no such user
    return _folder(env, "XDG_DATA_HOME", "~/.local/share", "user_data_path") / "board.json"


def state_dir(env: Mapping[str, str]) -> Path:
    """The folder for backups and drafts: never beside the board, where a sync tool would fight over them."""
    return _folder(env, "XDG_STATE_HOME", "~/.local/state", "user_state_path")


def config_dir(env: Mapping[str, str]) -> Path:
    """The folder for the settings."""
    return _folder(env, "XDG_CONFIG_HOME", "~/.config", "user_config_path")


def _folder(env: Mapping[str, str], variable: str, default: str, path: str) -> Path:
    if (named := env.get(variable, "").strip()) and Path(named).is_absolute():
        return Path(named) / "day12"
    if os.name == "nt" or sys.platform == "darwin":
        import platformdirs

        folder: Path = getattr(platformdirs, path)("day12", appauthor=False)
        return folder
    # As the XDG specification has it: platformdirs would say the same, 5 ms later.
    return Path(os.path.expanduser(default)) / "day12"  # noqa: PTH111 - Path's own fails where there is no home


def machine_name(env: Mapping[str, str]) -> str:
    """The name of this machine, as its owner knows it; empty where it has none."""
    return env.get("COMPUTERNAME", "") or (os.uname().nodename if hasattr(os, "uname") else "")
