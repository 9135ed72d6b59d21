"""Where things are kept."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from day12_data import paths


def test_the_board_is_where_its_variable_says_or_in_the_user_s_data_folder() -> None:
    assert paths.board_path({"DAY12_BOARD": "/somewhere/b.json"}) == Path("/somewhere/b.json")
    assert paths.board_path({"DAY12_BOARD": "~/b.json"}) == Path.home() / "b.json"
    assert paths.board_path({"XDG_DATA_HOME": "/data"}) == Path("/data/day12/board.json")
    assert paths.board_path({"DAY12_BOARD": ""}) == platformdirs.user_data_path("day12", appauthor=False) / "board.json"


def test_backups_and_settings_never_lie_beside_the_board() -> None:
    env = {"XDG_STATE_HOME": "/state", "XDG_CONFIG_HOME": "relative, so it doesn't count"}
    assert paths.state_dir(env) == Path("/state/day12")
    assert paths.config_dir(env) == platformdirs.user_config_path("day12", appauthor=False)
