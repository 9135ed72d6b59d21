"""The notes below the help of a command: how other programs are told to call it."""

from __future__ import annotations

_BAR = r"""tmux, in ~/.tmux.conf:
  set -g status-interval 60
  set -g status-right-length 60
  set -g status-right "#(day12 bar --tmux) %H:%M"
waybar, in its config; its style.css knows #custom-day12.overdue and .due:
  "custom/day12": {"exec": "day12 bar --json", "return-type": "json", "interval": 60}
starship, in starship.toml:
  [custom.day12]
  command = "day12 bar"
  when = true
  format = "[$output]($style) "
bash, in ~/.bashrc:
  PS1='$(day12 bar 2>/dev/null) '"$PS1"
zsh, in ~/.zshrc:
  setopt prompt_subst
  precmd() { day12_bar=$(day12 bar 2>/dev/null) }
  RPROMPT='${day12_bar//\%/%%}'
fish, in ~/.config/fish/config.fish:
  function fish_right_prompt; day12 bar 2>/dev/null; end"""

_NOTIFY = """A follow-up is told when it has become due, and once more when it is overdue; more than
three are told at once. notify-send shows it, osascript on macOS, PowerShell on Windows,
or a program of your own, named in settings.toml:
  [notify]
  quiet = "21:00-08:00"      # nothing is told then, but after it
  weekends = false           # nor on Saturdays and Sundays
  command = ["ntfy", "publish", "my-topic"]  # gets title and text as two arguments
  terminal = "osc9"          # or osc777, bell: while the board is open, the terminal tells
Where nothing could show it, it exits with 2 and tells it next time."""

_COMPLETIONS = """bash:  day12 completions bash > ~/.local/share/bash-completion/completions/day12
zsh:   day12 completions zsh > ~/.zfunc/_day12
       and in ~/.zshrc, before compinit: fpath=(~/.zfunc $fpath)
fish:  day12 completions fish > ~/.config/fish/completions/day12.fish"""

_IMPORT = """aerc, in binds.conf:
  [view]
  I = :pipe -m day12 import -<Enter>
mutt and neomutt, in their configuration:
  macro index,pager I "<pipe-message>day12 import -<enter>"
notmuch:
  notmuch show --format=raw id:ID | day12 import -"""

_EXPORT = """A calendar that follows the board by itself, in settings.toml:
  [calendar]
  folder = "~/.calendars/day12"
It has a file for each interview and each step that is open, written after every change.
What you move or delete in the calendar stays so until it changes on the board, and files
of others in the folder are left alone. khal, in its config:
  [calendars]
  [[day12]]
  path = ~/.calendars/day12
vdirsyncer, in its config, carries it to a server, and so to a phone:
  [pair day12]
  a = "board"
  b = "server"
  collections = [["day12", "day12", "day12"]]
  conflict_resolution = "a wins"
  [storage board]
  type = "filesystem"
  path = "~/.calendars/"
  fileext = ".ics"
  [storage server]
  type = "caldav"
  url = "https://dav.example.com/"
  username = "robin"
  password.fetch = ["command", "pass", "dav"]
after `vdirsyncer discover`, `vdirsyncer sync` does it, from time to time."""

NOTES = {"import": _IMPORT, "export": _EXPORT, "bar": _BAR, "notify": _NOTIFY, "completions": _COMPLETIONS}
