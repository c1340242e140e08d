"""Every law of merging has a test that bears its number: `pytest -k L3_` runs what shows that no write is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
LAWS = {
    1: "joining logs is commutative, associative and idempotent",
    2: "the same log and the same list set aside give the same tables, byte for byte",
    3: "every acknowledged write is shown, beside, asked for, set aside, or covered by one that saw it",
    7: "two returns of one file come to the same whichever is first, and parallel ones both survive",
    8: "every case of merging comes out the same with its sides swapped",
    9: "claimed times decide nothing",
    10: "undo is the opposite of do, redo of undo; later work stays, and nobody takes back another's",
}


@pytest.mark.parametrize("number", LAWS, ids=[f"L{number}" for number in LAWS])
def test_every_law_has_a_test_of_its_number(number: int) -> None:
    named = re.compile(rf"^(def test|Test)_(L\d+_)*L{number}_", re.MULTILINE)
    files = [path for path in TESTS.rglob("test_*.py") if named.search(path.read_text("utf-8"))]
    assert files, f"no test shows that {LAWS[number]}"
