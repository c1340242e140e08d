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
    4: "every value that is dropped is said to be, and can be found again with its file, sheet and cell",
    5: "what was only opened and saved elsewhere comes back as no change",
    6: "the same file again, renamed or saved anew, is nothing new, and it is said since when",
    7: "two returns of one file come to the same whichever is first, and parallel ones both survive",
    8: "every case of merging comes out the same with its sides swapped",
    9: "claimed times decide nothing",
    10: "undo is the opposite of do, redo of undo; later work stays, and nobody takes back another's",
    11: "after any losses, one later packet each way brings all to the same",
    12: "whatever happens to a sheet on its way, its edits are the same; a partial sort is found",
    13: "a fault at every statement or write leaves the old or the new state, and a second try completes",
    15: "no packet changes what is not its sender's",
    18: "a restored backup, a copied file, a cloned machine lose nothing and confuse nobody",
}


@pytest.mark.parametrize("number", LAWS, ids=[f"L{number}" for number in LAWS])
def test_every_law_has_a_test_of_its_number(number: int) -> None:
    named = re.compile(rf"^(def test|Test)_(L\d+_)*L{number}_", re.MULTILINE)
    files = [path for path in TESTS.rglob("test_*.py") if named.search(path.read_text("utf-8"))]
    assert files, f"no test shows that {LAWS[number]}"
