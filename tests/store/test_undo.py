"""Undo and redo: what was done and taken back is as if it had not been done."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from r57desk.errors import DeskError
from r57desk.merge.delta import make_delta, make_edit
from r57desk.store import changes, edit_log, projection, undo
from r57desk.store.check import check
from r57desk.store.database import Database, open_database
from r57desk.store.options import set_option
from r57desk.store.rows import get_state
from r57desk.store.task_query import count_all
from tests.store.writing import NOW, OFFICE, annex, create, delete, load, random_task, write


def last(db: Database) -> int:
    return changes.find_changes(db, limit=1)[0].seq


def test_a_typed_edit_is_taken_back_by_a_retraction_that_travels(db: Database) -> None:
    row = create(db, title="một")
    before = projection.dump(db)
    write(db, row, title="hai")
    undone = undo.undo(db, last(db), at=NOW)
    assert projection.dump(db) == before
    assert undone.rows == {row}
    (retraction,) = edit_log.find_deltas(db, undone.deltas)
    assert retraction.office == OFFICE
    assert len(retraction.retracts) == 1
    assert db.query("SELECT count(*) FROM set_aside") == [(0,)]


def test_an_import_is_set_aside_here_and_leaves_no_delta(db: Database) -> None:
    before = projection.dump(db)
    load(db, annex({"R": {"title": "tên"}}))
    count = edit_log.count_deltas(db)
    undone = undo.undo(db, last(db), at=NOW)
    assert projection.dump(db) == before
    assert undone.rows == {"R"}
    assert edit_log.count_deltas(db) == count


def test_a_file_of_our_own_is_set_aside_too_for_others_may_have_read_it(db: Database) -> None:
    load(db, annex({"R": {"title": "tên"}}, office=OFFICE))
    count = edit_log.count_deltas(db)
    undo.undo(db, last(db), at=NOW)
    assert not get_state(db, "R").exists
    assert edit_log.count_deltas(db) == count, "nothing of it travels"


def test_local_fields_are_set_aside_and_never_named_to_others(db: Database) -> None:
    row = create(db, title="một")
    before = projection.dump(db)
    write(db, row, tags="gấp")
    count = edit_log.count_deltas(db)
    undo.undo(db, last(db), at=NOW)
    assert projection.dump(db) == before
    assert edit_log.count_deltas(db) == count


def test_a_change_of_both_sorts_is_taken_back_and_done_again(db: Database) -> None:
    row = create(db, title="một")
    before = projection.dump(db)
    typed = make_delta(OFFICE, [make_edit(row, {"note": "x"}, nonce="1")], nonce="1")
    load(db, [*annex({"R": {"title": "tên"}}), typed])
    change, after = last(db), projection.dump(db)
    for _ in range(3):
        undo.undo(db, change, at=NOW)
        assert projection.dump(db) == before
        undo.redo(db, change, at=NOW)
        assert projection.dump(db) == after
    assert check(db) == []


def test_later_work_on_the_same_cell_stays(db: Database) -> None:
    row = create(db, title="một")
    write(db, row, title="hai")
    middle = last(db)
    write(db, row, title="ba")
    after = projection.dump(db)
    undo.undo(db, middle, at=NOW)
    assert projection.dump(db) == after
    undo.redo(db, middle, at=NOW)
    assert projection.dump(db) == after


def test_a_deletion_taken_back_brings_the_row_with_its_number(db: Database) -> None:
    row = create(db, title="một")
    before, number = projection.dump(db), db.query("SELECT n FROM task")
    delete(db, row)
    assert count_all(db) == 0
    undo.undo(db, last(db), at=NOW)
    assert projection.dump(db) == before
    assert db.query("SELECT n FROM task") == number


def test_a_file_of_another_office_is_never_retracted_even_when_named(db: Database) -> None:
    theirs = make_delta("HQ", [make_edit("R", {"#exists": "1", "title": "tên"}, nonce="1")], nonce="1")
    edit_log.append(db, [theirs], kind="import", at=NOW)
    undo.undo(db, last(db), at=NOW)
    assert db.query("SELECT count(*) FROM retraction") == [(0,)]
    assert not get_state(db, "R").exists


def test_after_the_office_changed_old_work_can_still_be_taken_back(db: Database) -> None:
    before = projection.dump(db)
    create(db, title="một")
    change, after = last(db), projection.dump(db)
    set_option(db, "office", "02")
    undo.undo(db, change, at=NOW)
    assert projection.dump(db) == before
    set_option(db, "office", "01")
    undo.redo(db, change, at=NOW)
    assert projection.dump(db) == after


def test_what_cannot_be_taken_back_or_done_again_is_said(db: Database) -> None:
    create(db, title="một")
    done = last(db)
    with pytest.raises(DeskError) as caught:
        undo.redo(db, done, at=NOW)
    assert caught.value.code == "change_not_undone"
    undo.undo(db, done, at=NOW)
    for number, code in ((done, "change_undone"), (last(db), "change_undone"), (99, "change_not_found")):
        with pytest.raises(DeskError) as caught:
            undo.undo(db, number, at=NOW)
        assert caught.value.code == code


class Desk(RuleBasedStateMachine):
    """Work at one register: after any undo the rows are as before the change, after any redo as after it."""

    @initialize(seed=st.integers(0, 2**32))
    def start(self, seed: int) -> None:
        self.folder = TemporaryDirectory(ignore_cleanup_errors=True)
        self.db = open_database(Path(self.folder.name) / "so.db", now=NOW, create=True)
        set_option(self.db, "office", OFFICE)
        self.random = random.Random(seed)
        self.rows: list[str] = []
        self.done: list[tuple[int, bytes, bytes]] = []  # change, rows before, rows after
        self.taken_back: list[tuple[int, bytes, bytes]] = []
        self.files = 0

    def did(self, before: bytes) -> None:
        self.taken_back.clear()
        self.done.append((last(self.db), before, projection.dump(self.db)))

    @rule()
    def create(self) -> None:
        before = projection.dump(self.db)
        self.rows.append(create(self.db, **random_task(self.random)))
        self.did(before)

    @precondition(lambda self: self.rows)
    @rule(field=st.sampled_from(["title", "progress", "tags", "deadline_text"]))
    def write(self, field: str) -> None:
        before = projection.dump(self.db)
        write(self.db, self.random.choice(self.rows), **{field: f"w{len(self.done)}{self.random.random()}"})
        self.did(before)

    @precondition(lambda self: self.rows)
    @rule()
    def delete(self) -> None:
        before = projection.dump(self.db)
        delete(self.db, self.random.choice(self.rows))
        self.did(before)

    @rule()
    def load(self) -> None:
        before = projection.dump(self.db)
        self.files += 1
        rows = {f"F{self.files}{place}": random_task(self.random) for place in range(3)}
        load(self.db, annex(rows), content=str(self.files).encode())
        self.rows += rows
        self.did(before)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        change = changes.next_undo(self.db)
        assert change is not None
        done = self.done.pop()
        assert change.seq == done[0]
        undo.undo(self.db, change.seq, at=NOW)
        assert projection.dump(self.db) == done[1]
        self.taken_back.append(done)

    @precondition(lambda self: self.taken_back)
    @rule()
    def redo(self) -> None:
        change = changes.next_redo(self.db)
        assert change is not None
        again = self.taken_back.pop()
        assert change.seq == again[0]
        undo.redo(self.db, change.seq, at=NOW)
        assert projection.dump(self.db) == again[2]
        self.done.append(again)

    @invariant()
    def tables_are_the_fold(self) -> None:
        if hasattr(self, "db"):
            assert projection.dump(self.db) == b"".join(projection.iterate_fold(self.db))

    def teardown(self) -> None:
        if hasattr(self, "db"):
            assert check(self.db) == []
            self.db.close()
            self.folder.cleanup()


Test_L10_one_desk = Desk.TestCase
Test_L10_one_desk.settings = settings(
    max_examples=max(6, settings.default.max_examples // 10), stateful_step_count=25
)


def test_what_came_from_a_file_is_set_aside_even_when_it_is_our_own_work(db: Database) -> None:
    row = create(db, title="một")
    edited = write(db, row, title="hai")
    (ours,) = edit_log.find_deltas(db, edited.deltas)
    elsewhere = make_delta(OFFICE, [make_edit(row, {"note": "máy khác"}, nonce="0a")], nonce="0b")
    brought = edit_log.append(db, [ours, elsewhere], kind="import", at=NOW)
    assert brought.change is not None
    undo.undo(db, brought.change, at=NOW)
    assert db.query("SELECT count(*) FROM retraction") == [(0,)]
    assert get_state(db, row).values == {"title": "hai"}
    undo.redo(db, brought.change, at=NOW)
    assert get_state(db, row).values == {"title": "hai", "note": "máy khác"}


def test_rows_written_again_since_are_told_grants_and_what_was_taken_back_aside(db: Database) -> None:
    loaded = load(db, annex({id: {"title": id} for id in ("R", "S", "T", "U")}))
    assert loaded.change is not None
    write(db, "R", result_now="xong")
    taken_back = write(db, "S", result_now="xong")
    assert taken_back.change is not None
    undo.undo(db, taken_back.change, at=NOW)
    edit_log.append(db, [make_delta(OFFICE, [make_edit("T", {"#executors": "02"}, nonce="0c")])], at=NOW)
    assert undo.find_edited_since(db, loaded.change) == ["R"]
