"""Every edit of a row, with who, when, where from, and whether it counts."""

from __future__ import annotations

from r57desk.store import undo
from r57desk.store.history import find_history
from r57desk.store.origins import Place
from tests.store.writing import NOW, annex, create, load, write

ROW = "ROW0000000000000AA"


def test_typed_edits_have_no_source(db):
    row = create(db, title="Việc")
    (made,) = find_history(db, row)
    assert (made.office, made.at, made.kind, made.standing, made.place) == ("01", NOW, "edit", "counts", Place())


def test_imported_edits_name_file_sheet_and_cell(db):
    load(db, annex({ROW: {"title": "Việc", "note": "ghi"}}))
    said, granted = find_history(db, ROW)
    assert (said.place.file_name, said.place.cell("title"), said.place.cell("note")) == (
        "phu-luc.xlsx",
        "PL II!B5",
        "PL II!5",
    )
    assert said.import_id == 1
    assert granted.edit.fields == {"#executors": "01"}


def test_what_was_taken_back_says_how(db):
    loaded = load(db, annex({ROW: {"title": "Việc"}}))
    edited = write(db, ROW, progress="dang_thuc_hien")
    undo.undo(db, edited.change, at=NOW)
    undo.undo(db, loaded.change, at=NOW)
    standing = {tuple(entry.edit.fields)[-1]: entry.standing for entry in find_history(db, ROW)}
    assert standing["progress"] == "retracted"
    assert set(standing.values()) == {"set_aside", "retracted"}


def test_a_row_without_edits_has_no_history(db):
    assert list(find_history(db, "KHONGCO")) == []
