"""The list undo and redo walk along."""

from __future__ import annotations

import pytest

from r57desk.errors import DeskError
from r57desk.store import changes, undo
from r57desk.store.database import Database, open_read_only
from tests.store.writing import NOW, annex, create, load, write


def seq(db: Database) -> int:
    return changes.find_changes(db, limit=1)[0].seq


def test_nothing_done_is_nothing_to_undo(db: Database) -> None:
    assert changes.next_undo(db) is None
    assert changes.next_redo(db) is None
    assert changes.find_changes(db) == []


def test_undo_walks_back_and_redo_forward(db: Database) -> None:
    row = create(db, title="một")
    one = seq(db)
    write(db, row, title="hai")
    two = seq(db)
    steps: list[tuple[int | None, int | None]] = []

    def note() -> None:
        back, again = changes.next_undo(db), changes.next_redo(db)
        steps.append((back and back.seq, again and again.seq))

    note()
    undo.undo(db, two, at=NOW)
    note()
    undo.undo(db, one, at=NOW)
    note()
    undo.redo(db, one, at=NOW)
    note()
    undo.redo(db, two, at=NOW)
    note()
    undo.undo(db, two, at=NOW)
    note()
    assert steps == [(two, None), (one, two), (None, one), (one, two), (two, None), (one, two)]


def test_something_new_ends_redo(db: Database) -> None:
    row = create(db, title="một")
    undo.undo(db, seq(db), at=NOW)
    assert changes.next_redo(db) is not None
    create(db, title="khác")
    assert changes.next_redo(db) is None
    assert row


def test_a_change_in_the_middle_can_be_taken_back_and_done_again(db: Database) -> None:
    row = create(db, title="một")
    write(db, row, lead="A")
    middle = seq(db)
    write(db, row, coop="B")
    last = seq(db)
    undo.undo(db, middle, at=NOW)
    back, again = changes.next_undo(db), changes.next_redo(db)
    assert back is not None
    assert again is not None
    assert (back.seq, again.seq) == (last, middle)
    assert changes.is_undone(db, middle)
    assert not changes.is_undone(db, last)


def test_seeds_are_not_offered_for_undo(db: Database) -> None:
    from r57desk.store import edit_log

    edit_log.append(db, annex({"R": {"title": "mẫu"}}), kind="seed", label="Danh mục", at=NOW)
    assert changes.next_undo(db) is None


def test_changes_are_found_by_import_and_by_edit(db: Database) -> None:
    deltas = annex({"R": {"title": "tên"}})
    loaded = load(db, deltas)
    (record,) = db.query("SELECT id FROM import_record")
    assert changes.get_change_of_import(db, record[0]).seq == loaded.change
    edit = deltas[0].edits[0].id
    assert changes.get_change_of_edit(db, edit).seq == loaded.change
    assert changes.get_change_of_edit(db, edit[:12]).seq == loaded.change
    for wanted in (lambda: changes.get_change(db, 99), lambda: changes.get_change_of_edit(db, "zz"),
                   lambda: changes.get_change_of_import(db, 99)):  # fmt: skip
        with pytest.raises(DeskError) as caught:
            wanted()
        assert caught.value.code == "change_not_found"


def test_a_prefix_of_edits_of_several_changes_names_none(db: Database) -> None:
    for number in range(20):
        create(db, title=str(number))
    ids = [id for (id,) in db.query("SELECT id FROM edit")]
    shared = next(a[:1] for a in ids if sum(b[:1] == a[:1] for b in ids) > 1)
    with pytest.raises(DeskError):
        changes.get_change_of_edit(db, shared)


def test_changes_page_newest_first(db: Database) -> None:
    for number in range(5):
        create(db, title=str(number))
    newest = changes.find_changes(db, limit=2)
    older = changes.find_changes(db, limit=2, before=newest[-1].seq)
    assert [one.seq for one in (*newest, *older)] == [5, 4, 3, 2]
    assert (newest[0].kind, newest[0].label, newest[0].at, newest[0].import_id) == ("edit", "Thêm", NOW, None)


def test_another_process_sees_the_same_list(db: Database) -> None:
    create(db, title="một")
    with open_read_only(db.path) as reader:
        assert changes.next_undo(reader) == changes.next_undo(db)


def test_what_was_set_aside_with_a_change_is_told_until_it_counts_again(db: Database) -> None:
    deltas = annex({"R": {"title": "tên"}})
    loaded = load(db, deltas)
    assert loaded.change is not None
    assert changes.find_set_aside_with(db, [loaded.change]) == []
    undo.undo(db, loaded.change, at=NOW)
    assert set(changes.find_set_aside_with(db, [loaded.change])) == {delta.id for delta in deltas}
    undo.redo(db, loaded.change, at=NOW)
    assert changes.find_set_aside_with(db, [loaded.change]) == []
