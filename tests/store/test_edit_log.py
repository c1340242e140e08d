"""The one door in: all or nothing, idempotent, and nothing that went in is ever changed."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from r57desk.errors import DeskError
from r57desk.merge import compose
from r57desk.merge.delta import make_delta, make_edit, make_retraction, new_nonce
from r57desk.store import edit_log, projection, undo
from r57desk.store.database import Database
from r57desk.store.rows import get_state
from r57desk.store.task_query import count_all
from tests.store.writing import NOW, annex, create, load, write

LOG = ["known_row", "edit", "delta", "delta_edit", "retraction", "change", "change_delta", "import_record",
       "kept_file", "edit_source", "export_record", "packet_file", "packet_received"]  # fmt: skip


def fill(db: Database) -> None:
    """Something in every table of the log."""
    row = create(db, title="một")
    appended = write(db, row, title="hai")
    load(db, annex({"R": {"title": "tên"}}))
    assert appended.change is not None
    undo.undo(db, appended.change, at=NOW)
    db.connection.execute("INSERT INTO export_record VALUES ('x', 'x.xlsx', 'x', 1, 1, '{}', '01', 1, '')")
    db.connection.execute("INSERT INTO packet_file VALUES ('x', 'x', 1)")
    db.connection.execute(
        "INSERT INTO packet_received VALUES (1, 'y', '01', '02', 1, '', '[]', 'tasks', 1, 'x', '', '', NULL, NULL)"
    )


@pytest.mark.parametrize("table", LOG)
@pytest.mark.parametrize("statement", ["UPDATE {0} SET rowid = rowid", "UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"])
def test_the_log_can_only_grow(db: Database, table: str, statement: str) -> None:
    fill(db)
    before = db.query(f"SELECT * FROM {table}")
    assert before
    column = db.query(f"SELECT name FROM pragma_table_info('{table}')")[0][0]
    with pytest.raises((sqlite3.IntegrityError, sqlite3.OperationalError)) as caught:
        db.connection.execute(statement.format(table, column))
    assert "append-only" in str(caught.value) or "no such column: rowid" in str(caught.value)
    assert db.query(f"SELECT * FROM {table}") == before


def test_replacing_is_no_way_around(db: Database) -> None:
    create(db, title="một")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.connection.execute("INSERT OR REPLACE INTO edit SELECT n, id, row, '{}', packet FROM edit")


def test_what_is_known_is_left_alone(db: Database) -> None:
    deltas = annex({"R": {"title": "tên"}})
    first = edit_log.append(db, deltas, at=NOW)
    before = list(db.connection.iterdump())
    again = edit_log.append(db, deltas[::-1], at=NOW)
    assert first.rows == {"R"}
    assert first.deltas == tuple(delta.id for delta in deltas)
    assert again == edit_log.Appended(None)
    assert list(db.connection.iterdump()) == before


def test_the_new_part_of_a_mixture_is_appended(db: Database) -> None:
    one, grant = annex({"R": {"title": "tên"}})
    edit_log.append(db, [one], at=NOW)
    mixed = edit_log.append(db, [one, grant], at=NOW)
    assert mixed.deltas == (grant.id,)
    assert get_state(db, "R").authority.executors == {"01"}


def test_an_edit_in_two_deltas_is_kept_once(db: Database) -> None:
    edit = compose.create_row("R", {"title": "tên"})
    edit_log.append(db, [make_delta("A", [edit]), make_delta("B", [edit])], at=NOW)
    assert db.query("SELECT count(*) FROM edit") == [(1,)]
    assert get_state(db, "R").authority.assigners == {"A", "B"}


def test_a_false_id_is_refused_and_nothing_is_kept(db: Database) -> None:
    edit = compose.create_row("R", {"title": "tên"})
    forged_edit = replace(edit, fields={**edit.fields, "title": "khác"})
    for delta in (replace(make_delta("A", [edit]), office="B"), make_delta("A", [forged_edit])):
        with pytest.raises(DeskError) as caught:
            edit_log.append(db, [make_delta("A", [compose.create_row("S", {"title": "tốt"})]), delta], at=NOW)
        assert caught.value.code == "delta_damaged"
    assert count_all(db) == 0
    assert db.query("SELECT count(*) FROM delta") == db.query("SELECT count(*) FROM change") == [(0,)]


def test_local_fields_must_come_apart(db: Database) -> None:
    row = create(db, title="một")
    both = make_edit(row, {"tags": "gấp", "note": "x"}, nonce="1")
    beside = [make_edit(row, {"tags": "gấp"}, nonce="2"), make_edit(row, {"note": "x"}, nonce="2")]
    for edits in ([both], beside):
        with pytest.raises(ValueError, match="local fields"):
            edit_log.append(db, [make_delta("01", edits, nonce="1")], at=NOW)
    write(db, row, tags="gấp")


def test_a_retraction_that_came_first_counts_when_its_target_comes(db: Database) -> None:
    created = make_delta("A", [compose.create_row("R", {"title": "tên"})], nonce="n")
    edit_log.append(db, [make_retraction("A", [created.id])], at=NOW)
    edit_log.append(db, [created], at=NOW)
    assert count_all(db) == 0
    assert projection.dump(db) == b"".join(projection.iterate_fold(db))


def test_a_retraction_folds_the_rows_of_its_target_anew(db: Database) -> None:
    created = make_delta("A", [compose.create_row("R", {"title": "tên"})], nonce="n")
    edit_log.append(db, [created], at=NOW)
    appended = edit_log.append(db, [make_retraction("A", [created.id])], at=NOW)
    assert appended.rows == {"R"}
    assert count_all(db) == 0


def test_a_file_whose_import_was_undone_counts_again_when_asked(db: Database) -> None:
    deltas = annex({"R": {"title": "tên"}})
    loaded = load(db, deltas)
    before = projection.dump(db)
    assert loaded.change is not None
    undo.undo(db, loaded.change, at=NOW)
    assert load(db, deltas).change is None
    assert count_all(db) == 0
    back = load(db, deltas, take_back=True)
    assert set(back.deltas) == {delta.id for delta in deltas}
    assert back.rows == {"R"}
    assert projection.dump(db) == before
    assert back.change is not None
    undo.undo(db, back.change, at=NOW)
    assert count_all(db) == 0
    undo.redo(db, back.change, at=NOW)
    assert projection.dump(db) == before


def test_deltas_read_back_as_they_came_in_the_order_they_came(db: Database) -> None:
    deltas = [*annex({"R": {"title": "tên"}, "S": {"title": "khác"}}), make_retraction("HQ", ["b", "a"])]
    edit_log.append(db, deltas, at=NOW)
    assert list(edit_log.find_deltas(db)) == deltas
    assert list(edit_log.find_deltas(db, after=1)) == deltas[1:]
    assert list(edit_log.find_deltas(db, [deltas[2].id, "none"])) == [deltas[2]]
    assert edit_log.count_deltas(db) == 3


def test_several_edits_of_one_new_row_in_one_delta(db: Database) -> None:
    created = compose.create_row("R", {"title": "tên"})
    later = make_edit("R", {"title": "mới"}, {"title": [created.id]})
    edit_log.append(db, [make_delta("A", [created, later], nonce=new_nonce())], at=NOW)
    assert get_state(db, "R").values == {"title": "mới"}
    assert db.query("SELECT title FROM task") == [("mới",)]


def test_more_rows_than_a_chunk_keep_order_and_indexes(db: Database) -> None:
    rows = {f"R{number:04d}": {"title": f"Nhiệm vụ {number}", "stt": str(number)} for number in range(2500)}
    indexes = db.query("SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name")
    load(db, annex(rows))
    assert db.query("SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name") == indexes
    assert [id for (id,) in db.query("SELECT id FROM task ORDER BY n")] == list(rows)
    assert projection.dump(db) == b"".join(projection.iterate_fold(db))


def test_another_office_takes_nothing_of_ours_back(db: Database) -> None:
    row = create(db, title="của ta")
    before = projection.dump(db)
    (ours,) = edit_log.find_deltas(db)
    edit_log.append(db, [make_retraction("02", [ours.id])], at=NOW)
    assert projection.dump(db) == before
    edit_log.append(db, [make_retraction("01", [ours.id])], at=NOW)
    assert not get_state(db, row).exists


def test_a_retraction_that_was_set_aside_takes_nothing_back(db: Database) -> None:
    theirs = annex({"R": {"title": "của HQ"}})
    edit_log.append(db, theirs, at=NOW)
    before = projection.dump(db)
    gone = load(db, [make_retraction("HQ", [theirs[0].id])])
    assert not get_state(db, "R").exists
    assert gone.change is not None
    undone = undo.undo(db, gone.change, at=NOW)
    assert undone.rows == {"R"}
    assert projection.dump(db) == before
    assert list(projection.find_differences(db)) == []
