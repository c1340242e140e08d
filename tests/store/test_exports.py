"""What a row was like when a workbook was written can be told at any later time."""

from __future__ import annotations

import sqlite3

import pytest

from r57desk.store import undo
from r57desk.store.exports import add_export, find_export, find_states_at
from r57desk.store.rows import get_state
from tests.store.writing import NOW, annex, create, delete, load, write


def send(db, name="E1"):
    return add_export(db, name, "gui.xlsx", NOW, {"rows": 1})


def test_a_record_is_found_again_and_never_changed(db):
    record = send(db)
    assert find_export(db, "E1") == record
    assert find_export(db, "E2") is None
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.connection.execute("UPDATE export_record SET at = ''")


def test_later_work_is_not_seen(db):
    row = create(db, title="Việc", lead="A")
    record = send(db)
    then = get_state(db, row)
    write(db, row, lead="B")
    delete(db, row)
    assert find_states_at(db, [row], record) == {row: then}


def test_what_was_taken_back_later_still_counted_then(db):
    row = create(db, title="Việc", note="trước")
    edited = write(db, row, note="sau")
    record = send(db)
    undo.undo(db, edited.change, at=NOW)
    assert get_state(db, row).values["note"] == "trước"
    assert find_states_at(db, [row], record)[row].values["note"] == "sau"


def test_what_was_taken_back_before_did_not(db):
    row = create(db, title="Việc", note="trước")
    edited = write(db, row, note="sau")
    undo.undo(db, edited.change, at=NOW)
    record = send(db)
    undo.redo(db, edited.change, at=NOW)
    assert get_state(db, row).values["note"] == "sau"
    assert find_states_at(db, [row], record)[row].values["note"] == "trước"


def test_imports_set_aside_and_taken_back_count_as_they_did_then(db):
    row = "ROW0000000000000AA"
    loaded = load(db, annex({row: {"title": "Việc"}}))
    records = [send(db, "E1")]
    undo.undo(db, loaded.change, at=NOW)
    records.append(send(db, "E2"))
    undo.redo(db, loaded.change, at=NOW)
    records.append(send(db, "E3"))
    undo.undo(db, loaded.change, at=NOW)
    assert [find_states_at(db, [row], record)[row].exists for record in records] == [True, False, True]


def test_a_row_nobody_heard_of_is_empty(db):
    assert not find_states_at(db, ["KHONGCO"], send(db))["KHONGCO"].exists
