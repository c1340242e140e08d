"""Opening the register a command works on, and closing it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from r57desk import paths
from r57desk.errors import DeskError
from r57desk.services.desk import Desk

Options = argparse.Namespace


def register_path(options: Options) -> Path:
    """The register named by `--db`, or that of the user."""
    return Path(options.db) if options.db else paths.default_database()


@contextmanager
def open_desk(options: Options, *, write: bool) -> Iterator[Desk]:
    """The register, open for one command."""
    desk = Desk.open(register_path(options), read_only=not write)
    try:
        yield desk
    finally:
        desk.close()


def as_of(options: Options, desk: Desk) -> date:
    """The day `--as-of` names, today without it; DeskError `option_not_a_date`."""
    if options.as_of is None:
        return desk.today()
    try:
        return date.fromisoformat(options.as_of)
    except ValueError as error:
        raise DeskError("option_not_a_date", option="--as-of", value=options.as_of) from error


def read_pairs(texts: list[str], option: str) -> dict[str, str]:
    """NAME=VALUE texts; DeskError `option_needs_equals`, `option_twice`."""
    pairs: dict[str, str] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign or not name.strip():
            raise DeskError("option_needs_equals", option=option, value=text)
        if name.strip() in pairs:
            raise DeskError("option_twice", option=option, value=name.strip())
        pairs[name.strip()] = value
    return pairs
