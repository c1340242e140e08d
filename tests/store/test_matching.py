"""What an import compares a file with."""

from __future__ import annotations

import pytest

from r57desk.merge.delta import make_delta, make_edit
from r57desk.store import edit_log, undo
from r57desk.store.imports import ImportDraft, SheetSource
from r57desk.store.matching import (
    find_edits_of_packet,
    find_imported,
    find_known_rows,
    find_natural_keys,
    find_rows_of_imports,
    find_values,
    is_standing,
)
from tests.store.writing import NOW, annex, create, delete, load, write

ROW = "ROW0000000000000AA"


def test_values_are_the_shown_ones_of_rows_that_are_shown(db):
    row = create(db, title="Việc", lead="A")
    gone = create(db, title="Đã xoá")
    delete(db, gone)
    assert list(find_values(db, [row, gone, "KHONGCO"], ("lead", "progress", "note"))) == [
        (row, ("A", "chua_thuc_hien", ""))
    ]
    with pytest.raises(KeyError):
        list(find_values(db, [row], ("lead; DROP TABLE task",)))


def test_natural_keys_are_those_of_shown_rows(db):
    row = create(db, title="Việc", stt="7", source_doc="12/KH")
    assert find_natural_keys(db) == [(row, "12/KH", "7", "Việc")]


def test_deleted_and_undone_rows_are_still_known(db):
    row = create(db, title="Việc")
    delete(db, row)
    loaded = load(db, annex({ROW: {"title": "Từ tệp"}}))
    undo.undo(db, loaded.change, at=NOW)
    assert find_known_rows(db, [row, ROW, "KHONGCO"]) == {row, ROW}


def test_what_files_said_is_the_last_of_them_and_not_what_was_typed(db):
    load(db, annex({ROW: {"title": "Việc", "lead": "A"}}))
    write(db, ROW, lead="C")
    said = find_imported(db, [ROW])[ROW]
    assert said["lead"][0] == "A"
    assert "note" not in said
    assert find_imported(db, [create(db, title="Gõ tay")]) == {}


def test_an_undone_import_said_nothing(db):
    deltas = annex({ROW: {"title": "Việc"}})
    loaded = load(db, deltas)
    edit = deltas[0].edits[0].id
    assert is_standing(db, edit)
    undo.undo(db, loaded.change, at=NOW)
    assert find_imported(db, [ROW]) == {}
    assert not is_standing(db, edit)
    assert not is_standing(db, "0" * 32)


def test_what_files_said_is_told_by_office_and_up_to_an_import(db):
    load(db, annex({ROW: {"title": "Việc", "lead": "A"}}))
    edit = make_edit(ROW, {"lead": "B"})
    sheets, lines = (SheetSource("S"),), {edit.id: (0, 5)}
    draft = ImportDraft("2.xlsx", b"2", "01.SYT", sheets=sheets, lines=lines)
    edit_log.append(db, [make_delta("01.SYT", [edit])], kind="import", at=NOW, draft=draft)
    said = {
        name: find_imported(db, [ROW], **options).get(ROW, {}).get("lead", ("",))[0]
        for name, options in {
            "all": {},
            "hq": {"office": "HQ"},
            "syt": {"office": "01.SYT"},
            "1": {"last": 1},
        }.items()
    }
    assert said == {"all": "B", "hq": "A", "syt": "B", "1": "A"}
    assert find_rows_of_imports(db, 2, "HQ") == [ROW]
    assert find_rows_of_imports(db, 1, "01.SYT") == []


def test_edits_that_answer_a_packet_are_found_by_it(db):
    row = create(db, title="Việc")
    answers = [make_edit(row, {"note": "một"}, packet="P"), make_edit(row, {"note": "hai"}, packet="Q")]
    edit_log.append(db, [make_delta("01.SYT", answers)], kind="import", at=NOW)
    assert find_edits_of_packet(db, "P") == {row: [answers[0]]}
    assert find_edits_of_packet(db, "") == {}
