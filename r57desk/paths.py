"""Where files live: the only module that knows `__file__`, a frozen bundle, or a user's folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_APP = "r57desk"


def program_folder() -> Path:
    """The folder holding `resources/`, `db/` and `seeds/`: the checkout, the installed package, or the bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle)
    package = Path(__file__).resolve().parent
    shipped = package / "_data"
    return shipped if shipped.is_dir() else package.parent


def resources_folder() -> Path:
    """Icons, fonts, translations."""
    return program_folder() / "resources"


def migrations_folder() -> Path:
    """The frozen history of the schema, `NNNN_verb_noun.py`."""
    return program_folder() / "db" / "migrations"


def seeds_folder() -> Path:
    """The starting registers as CSV text."""
    return program_folder() / "seeds"


def data_folder() -> Path:
    """The user's own folder for registers, backups and logs; created when something is first written there."""
    override = os.environ.get("R57DESK_DATA")
    if override:
        return Path(override)
    import platformdirs

    return Path(platformdirs.user_data_dir(_APP, appauthor=False))


def default_database() -> Path:
    """The register opened when `--db` is not given."""
    return data_folder() / "so-nhiem-vu.db"


def backups_folder(database: Path) -> Path:
    """Where the copies of one register are kept: beside it."""
    return database.with_name(database.name + ".sao-luu")


def log_folder() -> Path:
    """Rotating logs and crash traces."""
    return data_folder() / "nhat-ky"


def window_settings_file() -> Path:
    """Window sizes and columns only; every other option lives in the register."""
    return data_folder() / "cua-so.ini"
