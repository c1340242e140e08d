"""A sentence stands with the room that raises its error: the lowest, where several do."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from r57desk.errors.sentences import ROOMS, SENTENCES

LOWER = {"store": ("merge", "store"), "paper": ("paper", "ui")}
ORDER = ("domain", "merge", "store", "workbook", "paper", "services", "ui", "cli")


def named_in(folder: Path) -> set[str]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in folder.rglob("*.py")]
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)} & set(
        SENTENCES
    )


def test_no_two_rooms_say_the_same_code() -> None:
    assert sum(map(len, ROOMS.values())) == len(SENTENCES)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_raises_what_it_has_sentences_for(room: str, project_root: Path) -> None:
    raised = {one: named_in(project_root / "r57desk" / one) for one in ORDER}
    lowest = {code: next(one for one in ORDER if code in raised[one]) for code in ROOMS[room]}
    elsewhere = {code: one for code, one in lowest.items() if one not in LOWER.get(room, (room,))}
    assert not elsewhere
