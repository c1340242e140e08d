"""The frozen history of the schema: numbered without gaps, named by what each does, each with a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MIGRATIONS = sorted(path.stem for path in (ROOT / "db" / "migrations").glob("*.py") if path.stem != "__init__")


def test_there_is_a_schema() -> None:
    assert MIGRATIONS


@pytest.mark.parametrize(("number", "name"), list(enumerate(MIGRATIONS, 1)))
def test_a_migration_has_its_number_and_says_what_it_does(number: int, name: str) -> None:
    assert re.fullmatch(rf"{number:04d}_[a-z]+(_[a-z0-9]+)+", name), "NNNN_verb_noun, counted from 0001"


@pytest.mark.parametrize("name", MIGRATIONS)
def test_a_migration_has_a_test(name: str) -> None:
    tests = [path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "store").rglob("*.py")]
    assert any(name in text for text in tests), f"no test under tests/store names {name}"
