"""Faults planted by `make soak` still have a place in the code, and the tests that have to notice them are there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.soak.faults import FAULTS
from tests.soak.score import Verdict, find_unplantable, format_table


def test_every_planted_fault_still_has_its_place() -> None:
    lost = find_unplantable(FAULTS)
    assert not lost, "say them anew in tests/soak/faults.py:\n" + "\n".join(lost)


def test_there_are_enough_faults_each_with_a_name_of_its_own() -> None:
    assert len(FAULTS) >= 40
    assert [name for name, count in Counter(fault.name for fault in FAULTS).items() if count > 1] == []


def test_a_fault_without_its_place_or_effect_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("one two two", "utf-8")
    (tmp_path / "t.py").touch()
    faults = [
        FAULTS[0]._replace(name=old, path="a.py", old=old, new="three", tests=("t.py",))
        for old in ("one", "two", "x")
    ]
    assert find_unplantable(faults, tmp_path) == [
        "two: its text stands 2 times in a.py",
        "x: its text stands 0 times in a.py",
    ]
    assert find_unplantable([faults[0]._replace(new="one", tests=("t.py::test_x", "u.py"))], tmp_path) == [
        "one: no u.py",
        "one: changes nothing",
    ]


def test_the_table_says_which_survived_and_the_score() -> None:
    table = format_table(
        [Verdict(FAULTS[0], True, "merge/test_fold.py::test_x", 1), Verdict(FAULTS[1], False, "", 2)]
    )
    killed, survived, score = table.splitlines()
    assert killed.startswith("killed ")
    assert killed.endswith("merge/test_fold.py::test_x")
    assert survived.startswith("SURVIVED")
    assert score == "mutation score: 1 of 2 planted faults killed"
