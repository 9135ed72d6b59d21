"""`day12 completions`: what lets a shell complete the commands, their options, and the companies on the board."""

from __future__ import annotations

import argparse
import re
from types import SimpleNamespace
from typing import Any

import shtab

from day12.argument_parser import Parser
from day12.card.qr import KINDS as CODES
from day12.command_line import whole_parser
from day12.commands.cards import KINDS
from day12.commands.output import show
from day12.commands.session import DONE, Session
from day12_data.kinds import Outcome, Stage


def print_completions(parsed: SimpleNamespace, _: Session) -> int:
    """Print the script for a shell."""
    parser = whole_parser(_CompletingParser)
    show(shtab.complete(parser, parsed.shell, preamble=_FUNCTIONS[parsed.shell]))
    return DONE


class _CompletingParser(Parser):
    """A parser whose arguments know what they are completed with, by what stands for them in the help."""

    def add_argument(self, *names: Any, **options: Any) -> argparse.Action:
        """Add an argument; zsh takes quotes and colons in what stands for it for its own."""
        named = options.get("metavar") or ""
        if named:
            options["metavar"] = " ".join(re.findall(r"\w+", named))
        action = super().add_argument(*names, **options)
        if words := _WORDS.get(named):
            action.choices = words if action.option_strings else (*words, *_MOVES.get(named, []))
        if how := _COMPLETE.get(named) or (_BACKUPS if self.prog.endswith(" restore") and named == "NAME" else None):
            action.complete = how  # type: ignore[attr-defined]  # where shtab looks for it
        return action


_WORDS = {
    "STAGE": [stage.value for stage in Stage],
    "OUTCOME": [outcome.value for outcome in Outcome],
    "KIND": KINDS,
    "WHICH": list(CODES),
}
_MOVES = {"STAGE": ["next", "back"]}
_BACKUPS = {"bash": "_day12_backups", "zsh": "_day12_backups", "fish": "(_day12_backups)"}
_COMPLETE = {
    "FILE": shtab.FILE,
    "CARD": {"bash": "_day12_cards", "zsh": "_day12_cards", "fish": "(_day12_cards)"},
}

# Each shell is told which board is meant by what was typed before, and quotes what it puts in by its own rules.
_BASH = r"""
_day12_typed() {  # a word as it was typed, without its quotes
  local word=$1
  case $word in
    \'*) word=${word#\'}; word=${word%\'} ;;
    \"*) word=${word#\"}; IFS= read word <<< "${word%\"}" ;;
    *) IFS= read word <<< "${word/#\~\//$HOME/}" ;;
  esac
  printf '%s' "$word"
}

_day12_run() {  # day12, as it was called, on the board that was named
  local index given=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    case ${COMP_WORDS[index]} in
      --demo) given+=(--demo) ;;
      --board) given+=(--board "$(_day12_typed "${COMP_WORDS[index + 1]}")") ;;
    esac
  done
  "$(_day12_typed "${COMP_WORDS[0]}")" "$@" "${given[@]}" 2>/dev/null
}

_day12_cards() {
  local quote= name typed=$(_day12_typed "$1")
  case $1 in [\'\"]*) quote=${1:0:1} ;; esac
  shopt -s nocasematch
  while IFS=$'\t' read -r name _; do
    [[ $name == "$typed"* ]] || continue
    case $quote in
      \') name=${name//\'/\'\\\'\'} ;;
      \") name=${name//\\/\\\\}; name=${name//\"/\\\"}; name=${name//\$/\\\$}; name=${name//\`/\\\`} ;;
      *) printf -v name %q "$name" ;;
    esac
    printf '%s\n' "$name"
  done < <(_day12_run list --names)
}

_day12_backups() {
  local name
  while read -r name _; do
    [[ $name == "$1"* ]] && printf '%s\n' "$name"
  done < <(_day12_run backups)
}
"""
_ZSH = r"""
_day12_run() {  # day12, as it was called, on the board that was named
  local -a typed=(${(z)LBUFFER}) given=()
  local program=${(Q)typed[(r)(*/|)day12]:-day12}
  (( ${typed[(I)--demo]} )) && given+=(--demo)
  (( ${typed[(I)--board]} )) && given+=(--board ${(Q)~typed[${typed[(I)--board]} + 1]})
  ${~program} "$@" $given 2>/dev/null
}

_day12_cards() {
  local -a lines=("${(@f)$(_day12_run list --names)}")
  local -a names=("${(@)lines%%$'\t'*}") shown=("${(@)lines/$'\t'/  -- }")
  [[ -n $lines[1] ]] && compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -l -d shown -a names
}

_day12_backups() {
  local -a lines=("${(@f)$(_day12_run backups)}")
  local -a names=("${(@)lines%% *}")
  [[ -n $lines[1] ]] && compadd -l -d lines -a names
}
"""
_FISH = r"""
function _day12_run  # day12, as it was called, on the board that was named
  set -l typed (commandline -opc)
  set -l given
  contains -- --demo $typed; and set -a given --demo
  if set -l index (contains -i -- --board $typed)
    set -a given --board (string replace -r '^~/' "$HOME/" -- $typed[(math $index + 1)])
  end
  set -l program (string replace -r '^~/' "$HOME/" -- $typed[1])
  $program $argv $given 2>/dev/null
end

function _day12_cards
  _day12_run list --names
end

function _day12_backups
  _day12_run backups | string replace -r '^(\S+)\s+' '$1\t'
end
"""
_FUNCTIONS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}
