"""One line for a status bar, a prompt, or waybar."""

from __future__ import annotations

import json

from machine import Machine


def test_the_bar_counts_what_is_due_and_names_the_most_urgent(machine: Machine) -> None:
    assert machine.day12("bar") == (0, "\n", "")
    machine.day12("add", "Acme & Sons #<1>", "--when", "2026-03-17 10:00", now="2026-03-17T11:00")
    machine.day12("add", "Globex", "--when", "2026-03-17 13:50", now="2026-03-17T14:00")
    machine.day12("add", "Initech", "--when", "2026-03-19 10:00", now="2026-03-17T14:00")
    assert machine.day12("bar").out == "‼1 !1 Acme & Sons #<1>\n"
    assert machine.day12("bar", "--tmux").out == "‼1 !1 Acme & Sons ##<1>\n"
    shown = json.loads(machine.day12("bar", "--json").out)
    assert shown == {
        "text": "‼1 !1 Acme &amp; Sons #&lt;1&gt;",
        "tooltip": "‼ Acme &amp; Sons #&lt;1&gt; · ask 3 h late\n! Globex · ask by 14:35",
        "class": "overdue",
    }


def test_waybar_is_always_answered_in_json(machine: Machine) -> None:
    assert json.loads(machine.day12("bar", "--json").out) == {
        "text": "",
        "tooltip": "Nothing is due.",
        "class": "quiet",
    }
    bad = machine.home / "<bad>.json"
    bad.write_text("no board")
    ran = machine.day12("bar", "--json", DAY12_BOARD=str(bad))
    assert ran.code == 0
    assert json.loads(ran.out)["class"] == "error"
    assert "&lt;bad&gt;.json is not a day12 board" in json.loads(ran.out)["tooltip"]
    assert machine.day12("bar", DAY12_BOARD=str(bad)).code == 2
