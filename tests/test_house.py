"""The house plan holds: what each layer may load, and what stands at the top level."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCREENS = {"textual"}
STORE = {"tinydb", "filelock"}


def _loaded(code: str) -> set[str]:
    """The modules that a fresh process has loaded after this code."""
    paths = f"import sys; sys.path[:0] = [{str(ROOT / 'data')!r}, {str(ROOT / 'tui')!r}]"
    script = f"{paths}\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.splitlines())


# Each module and package of the data, and those that it may load: with each of them, all that those may load.
MAY_LOAD = {
    "files": "",
    "dates": "",
    "kinds": "",
    "paths": "",
    "samples": "",
    "text": "",
    "clock": "dates",
    "times": "dates",
    "card": "dates kinds",
    "anchors": "card",
    "card_fields": "card",
    "rules": "card",
    "address": "text",
    "board": "card text",
    "differences": "card text",
    "promise": "card text times",
    "step": "card text",
    "days_off": "files rules",
    "settings": "files rules text",
    "check_ins": "anchors rules step",
    "schedule": "check_ins",
    "moving_holidays": "schedule",
    "edits": "board card_fields",
    "rounds": "board",
    "store": "board files",
    "answers": "edits",
    "agenda": "board schedule",
    "insights": "board schedule",
    "agenda_heads": "agenda",
    "reminders": "agenda settings",
    "recipients": "address card",
    "letters": "edits files recipients step",
    "typed": "board letters promise settings",
    "demo": "check_ins edits schedule typed",
    "exchange": "agenda answers typed",
}


def _below(layer: str) -> set[str]:
    """What a layer may load, and what those may load."""
    direct = MAY_LOAD[layer].split()
    return {*direct, *(name for each in direct for name in _below(each))}


def test_each_module_of_the_data_has_its_place_among_the_layers() -> None:
    found = (ROOT / "data" / "day12_data").iterdir()
    names = {path.stem for path in found if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert names - {"__init__"} == set(MAY_LOAD)


@pytest.mark.parametrize("layer", MAY_LOAD)
def test_a_layer_loads_only_the_layers_below_it(layer: str) -> None:
    within = (ROOT / "data" / "day12_data" / layer).glob("*.py")
    modules = [f"day12_data.{layer}", *(f"day12_data.{layer}.{path.stem}" for path in within if path.stem[0] != "_")]
    loaded = _loaded(f"import {', '.join(modules)}")
    ours = {name.split(".")[1] for name in loaded if name.startswith("day12_data.")}
    assert ours - {layer} <= _below(layer)
    assert not loaded & SCREENS
    assert layer == "store" or not loaded & STORE
    assert layer in {"typed", "demo"} or "arrow" not in loaded


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("day12_data.exchange.importing", {*SCREENS, *STORE, "icalendar", "day12_data.store"}),
        ("day12.commands.calendar", {*SCREENS, "icalendar", "arrow", "day12_data.promise", "day12_data.letters"}),
        (
            "day12.app",
            {"icalendar", "segno", "day12_data.exchange", "day12.palette", "day12.board.side_page", "argparse"},
        ),
        ("day12.labels", {*SCREENS, *STORE, "arrow"}),
        ("day12.agenda.words", {*SCREENS, *STORE, "arrow"}),
        ("day12.board.screen", {"day12.agenda", "day12_data.agenda_heads", "arrow"}),
        ("day12.card.text", {*SCREENS}),
        ("day12.letters.desktop", {*SCREENS, *STORE}),
        ("day12.letters.external_editor", {*SCREENS, *STORE}),
        ("day12.commands.table", {*SCREENS, "arrow", "day12_data.promise", "day12_data.letters"}),
        ("day12.commands.bar", {*SCREENS, "arrow", "shtab", "subprocess"}),
        ("day12.cli", {*SCREENS, *STORE, "arrow", "day12_data", "shutil"}),
    ],
)
def test_what_a_command_does_not_need_is_not_loaded(module: str, never: set[str]) -> None:
    assert _loaded(f"import {module}") & never == set()


@pytest.mark.parametrize("command", ["list", "due", "show x", "stats", "bar --json", "notify --dry-run"])
def test_looking_at_the_cards_loads_no_screens(command: str, tmp_path: Path) -> None:
    env = f"{{'DAY12_BOARD': {str(tmp_path / 'b.json')!r}, 'XDG_STATE_HOME': {str(tmp_path)!r}, 'TZ': 'UTC'}}"
    code = f"from day12.cli import main; main({command.split()!r}, {env} | {{'XDG_CONFIG_HOME': {str(tmp_path)!r}}})"
    never = {*SCREENS, "arrow", "day12_data.promise", "day12_data.exchange", "segno", "asyncio", "msgspec.inspect"}
    assert _loaded(code) & {*never, "typing_extensions"} == set()


def test_a_later_msgspec_that_needs_more_of_itself_is_imported_whole(tmp_path: Path) -> None:
    (tmp_path / "msgspec").mkdir()
    (tmp_path / "msgspec" / "__init__.py").write_text("from . import inspect\nneeded = inspect.needed\n")
    (tmp_path / "msgspec" / "inspect.py").write_text("needed = True\n")
    lean = "from day12.lean_imports import import_msgspec; import_msgspec()"
    assert "msgspec.inspect" in _loaded(f"sys.path.insert(0, {str(tmp_path)!r}); {lean}; import msgspec")


def test_the_board_opens_without_openssl_which_can_still_be_imported_after_it() -> None:
    opened = "from day12.lean_imports import import_asyncio; import_asyncio(); import day12.app"
    assert "ssl" not in _loaded(opened)
    assert "ssl" in _loaded(f"{opened}; import ssl")


def test_opening_a_form_once_the_board_has_settled_loads_nothing_more() -> None:
    ready = _loaded("from day12.navigation import load_screens; load_screens()")
    opened = {"day12.edit.form", "day12.edit.reply", "day12.letters.screen", "day12_data.promise.reader", "arrow"}
    assert opened <= ready


def test_a_countrys_holidays_are_worked_out_once_and_by_no_later_command(tmp_path: Path) -> None:
    (tmp_path / "day12").mkdir()
    (tmp_path / "day12" / "settings.toml").write_text('[rules]\ncountry = "US"\n')
    env = {name: str(tmp_path) for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")} | {"TZ": "UTC"}
    code = f"from day12.cli import main; main(['due'], {env})"
    assert "holidays" in _loaded(code)
    assert _loaded(code) & {"holidays", "dateutil", "day12_data.dates.holidays"} == set()


def test_only_the_store_imports_tinydb() -> None:
    sources = [*(ROOT / "data").rglob("*.py"), *(ROOT / "tui").rglob("*.py")]
    users = {
        path.parent.name for path in sources if "import tinydb" in path.read_text() or "from tinydb" in path.read_text()
    }
    assert users == {"store"}


def test_only_one_place_prints_so_that_nothing_is_printed_as_it_came() -> None:
    sources = [*(ROOT / "data").rglob("*.py"), *(ROOT / "tui").rglob("*.py")]
    printing = {path.name for path in sources if re.search(r"\bprint\(|std(out|err)\.write\(", path.read_text("utf-8"))}
    assert printing == {"cli.py", "crash_report.py", "output.py"}


def test_nothing_else_stands_at_the_top_level() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert names == {"LICENSE", "README.md", "data", "pyproject.toml", "screenshots", "tests", "tui"}


def test_every_picture_belongs_to_a_scene() -> None:
    from tui.test_screens import SCENES

    assert {path.stem for path in (ROOT / "screenshots").glob("*.svg")} == set(SCENES)
