"""Every kind of damage that SQLite lets happen is named; a whole register is silent."""

from __future__ import annotations

import pytest

from r57desk.store import undo
from r57desk.store.check import check
from r57desk.store.database import Database, open_read_only
from tests.store.writing import NOW, annex, create, load, write


@pytest.fixture
def used(db: Database) -> Database:
    row = create(db, title="một", tags="gấp")
    appended = write(db, row, title="hai")
    load(db, annex({"R": {"title": "tên"}, "S": {"title": "khác"}}))
    assert appended.change is not None
    undo.undo(db, appended.change, at=NOW)
    return db


def test_a_whole_register_is_silent(used: Database) -> None:
    assert check(used) == []
    with open_read_only(used.path) as reader:
        assert check(reader) == []


@pytest.mark.parametrize(
    ("part", "damage"),
    [
        ("edit", "UPDATE edit SET body = replace(body, 'khác', 'giả') WHERE body LIKE '%khác%'"),
        ("delta", "UPDATE delta SET office = '99' WHERE n = 1"),
        ("delta", "DELETE FROM delta_edit WHERE delta = 1"),
        ("delta", "DELETE FROM retraction"),
        ("row", "UPDATE task SET title = 'giả' WHERE n = 1"),
        ("row", "DELETE FROM task WHERE n = 1"),
        ("row", "INSERT INTO sibling VALUES (1, 'title', 0, 'x', 'x', 'x')"),
        ("row", "DELETE FROM set_aside; INSERT INTO set_aside VALUES (1)"),
        ("search", "INSERT INTO task_search (rowid, body) VALUES (99, 'thừa')"),
        ("search", "UPDATE task_folded SET title = 'gia' WHERE n = 1"),
        ("kept_file", "UPDATE kept_file SET content = x'00'"),
        ("references", "DELETE FROM known_row WHERE n = 1"),
    ],
)
def test_each_damage_is_found_in_its_part(used: Database, part: str, damage: str) -> None:
    for (trigger,) in used.query("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        used.connection.execute(f"DROP TRIGGER {trigger}")
    used.connection.execute("PRAGMA foreign_keys = OFF")
    for statement in damage.split("; "):
        used.connection.execute(statement)
    findings = check(used)
    assert part in {finding.part for finding in findings}
    assert all(finding.place for finding in findings)


def test_many_findings_are_cut_short(db: Database) -> None:
    load(db, annex({f"R{number}": {"title": str(number)} for number in range(50)}))
    db.connection.execute("UPDATE task SET title = 'giả'")
    assert len([finding for finding in check(db) if finding.part == "row"]) == 20
