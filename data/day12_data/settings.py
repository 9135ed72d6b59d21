"""What the user has chosen: one TOML file in the settings folder, read and never written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from day12_data.card import Value
from day12_data.rules import Rules

FILE_NAME = "settings.toml"


class SettingsError(ValueError):
    """The settings can't be used; the text says in one sentence where and what to do."""


class Settings(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that can be set, with its default."""

    name: str = ""
    """Your name, under letters."""
    address: str = ""
    """Your postal address, on envelopes."""
    emails: tuple[str, ...] = ()
    """Your own email addresses, so that an import knows who of an invitation's guests is you."""
    day_first: bool = False
    """Whether 3/4 is the third of April."""
    minutes: Annotated[int, msgspec.Meta(ge=1, le=1440)] = 45
    """How long an interview is where nothing else is said."""
    paper: str = "a4"
    """The paper that letters are printed on: a4 or letter."""
    keys: dict[str, str] = msgspec.field(default_factory=dict)
    """Other keys for the board's actions: the action's id, and its keys with commas between."""
    rules: Rules = Rules()


def read_settings(folder: Path) -> Settings:
    """The settings in a folder; the defaults where there is no file.

    Raises:
        SettingsError: the file can't be read, isn't TOML, or sets something that doesn't exist.
    """
    path = folder / FILE_NAME
    try:
        if not path.exists():
            return Settings()
        import tomllib  # most people have no settings, and wait for the board

        return msgspec.convert(tomllib.loads(path.read_text("utf-8-sig")), Settings)
    except (OSError, ValueError, msgspec.ValidationError, RecursionError) as error:
        msg = f"The settings in {path} can't be used: {error}. Mend that line, or move the file away."
        raise SettingsError(msg) from None
