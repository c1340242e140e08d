"""The rows a person has to look at, and those looked at already."""

from __future__ import annotations

from r57desk.merge import compose
from r57desk.merge.delta import make_delta, make_edit, new_nonce
from r57desk.store import edit_log, pending, undo
from r57desk.store.rows import get_state
from tests.store.writing import NOW, OFFICE, create, delete, write


def append(db, edit, office=OFFICE, kind="edit"):
    return edit_log.append(db, [make_delta(office, [edit], nonce=new_nonce())], kind=kind, at=NOW)


def differ(db, row, code="title", values=("một", "hai")):
    seen = get_state(db, row).live(code)
    for value in values:
        append(db, make_edit(row, {code: value}, {code: seen}, nonce=new_nonce()))


def ask(db, row, value="xin đổi", office="01.SYT"):
    edit = make_edit(row, {"title": value}, {"title": get_state(db, row).live("title")}, nonce=new_nonce())
    append(db, edit, office, "import")
    return edit.id


def test_differences_are_found_and_counted(db):
    rows = [create(db, title="gốc") for _ in range(3)]
    assert (pending.find_rows_in_difference(db), pending.count_differences(db)) == ([], 0)
    differ(db, rows[0])
    differ(db, rows[2])
    differ(db, rows[2], "lead", ("một", "hai", "ba"))
    assert pending.find_rows_in_difference(db) == [rows[0], rows[2]]
    assert pending.count_differences(db) == 3


def test_decisions_are_what_was_typed_over_several_edits_or_a_deletion(db):
    row, other = create(db, title="gốc"), create(db, title="khác")
    differ(db, row)
    assert pending.find_decisions(db) == []
    done = write(db, row, title="ba")
    (one,) = pending.find_decisions(db)
    assert (one.row, one.field, one.change) == (row, "title", done.change)
    undo.undo(db, done.change, at=NOW)
    undo.redo(db, done.change, at=NOW)
    assert pending.find_decisions(db) == [one]
    delete(db, other)
    restored = append(db, compose.restore_row(get_state(db, other), nonce=new_nonce()))
    assert pending.find_decisions(db)[0].change == restored.change
    assert {found.row for found in pending.find_decisions(db, other)} == {other}
    assert pending.find_decisions(db, "KHONGCO") == []


def test_what_came_with_a_file_is_no_decision_of_ours(db):
    row = create(db, title="gốc")
    differ(db, row)
    append(db, make_edit(row, {"title": "ba"}, {"title": get_state(db, row).live("title")}), kind="import")
    assert pending.find_decisions(db) == []


def test_requests_are_found_until_answered_and_then_among_the_answered(db):
    row, other, plain = (create(db, title="gốc") for _ in range(3))
    write(db, plain, title="sửa")
    edit, refused = ask(db, row), ask(db, other)
    assert pending.find_rows_asked_for(db) == [row, other]
    assert pending.find_edits_asking(db, edit[:8]) == [(edit, row)]
    assert pending.find_edits_asking(db, "zz") == []
    (asked, _) = pending.find_asked_of(db)
    assert (asked.field, asked.offices, asked.assigners, asked.executors) == (
        "title", {"01.SYT"}, {OFFICE}, frozenset(),
    )  # fmt: skip
    assert pending.find_rows_answered(db) == []
    state = get_state(db, row)
    append(db, compose.accept_request(state, state.requests[0], nonce=new_nonce()))
    state = get_state(db, other)
    append(db, compose.refuse_request(state.requests[0], other, nonce=new_nonce()))
    assert refused in {one.edit for one in get_state(db, other).refusals}
    assert (pending.find_rows_asked_for(db), pending.find_rows_answered(db)) == ([], [row, other])


def test_an_erasure_that_was_asked_for_and_granted_is_answered(db):
    row = create(db, title="gốc", lead="Sở Y tế")
    edit = make_edit(row, {"lead": None}, {"lead": get_state(db, row).live("lead")}, nonce=new_nonce())
    append(db, edit, "01.SYT", "import")
    state = get_state(db, row)
    append(db, compose.accept_request(state, state.requests[0], nonce=new_nonce()))
    assert pending.find_rows_answered(db) == [row]


def test_every_edit_of_a_row_is_held(db):
    row, other = create(db, title="gốc"), create(db, title="khác")
    write(db, row, title="sửa")
    held = pending.find_held_by_id(db, [row, other, "KHONGCO"])
    assert {id: len(lines) for id, lines in held.items()} == {row: 2, other: 1}
