"""Imported files are kept as they came, and every value knows its sheet and cell."""

from __future__ import annotations

import pytest

from r57desk.errors import DeskError
from r57desk.store import imports, undo
from r57desk.store.database import Database
from r57desk.store.imports import SheetSource
from tests.store.writing import NOW, annex, load

CONTENT = bytes(range(256)) * 40


def test_the_record_says_what_came_from_whom_and_when(db: Database) -> None:
    appended = load(db, annex({"R": {"title": "tên"}, "S": {"title": "khác"}}), content=CONTENT)
    (record,) = imports.find_imports(db)
    assert record == imports.get_import(db, record.id)
    assert (record.file_name, record.size, record.at, record.author, record.office) == (
        "phu-luc.xlsx",
        len(CONTENT),
        NOW,
        "Lan",
        "HQ",
    )
    assert record.sheets == (SheetSource("PL II", {"title": "B", "stt": "A"}),)
    assert record.details == {"rows": 4}
    assert (record.change, record.undone, record.sample) == (appended.change, False, False)


def test_the_bytes_come_back_as_they_came(db: Database) -> None:
    load(db, annex({"R": {"title": "tên"}}), content=CONTENT)
    hash = imports.file_hash(CONTENT)  # noqa: A001
    assert imports.read_kept_file(db, hash) == CONTENT


def test_one_content_is_kept_once_under_several_records(db: Database) -> None:
    load(db, annex({"R": {"title": "tên"}}), content=CONTENT)
    load(db, annex({"S": {"title": "tên"}}), content=CONTENT)
    assert db.query("SELECT count(*) FROM kept_file") == [(1,)]
    assert len(imports.find_imports(db, hash=imports.file_hash(CONTENT))) == 2
    assert imports.find_imports(db, hash="none") == []


def test_records_tell_sample_and_undone(db: Database) -> None:
    load(db, annex({"R": {"title": "mẫu"}}), content=b"1", sample=True)
    load(db, annex({"S": {"title": "thật"}}), content=b"2")
    (sample,) = imports.find_imports(db, sample=True)
    (real,) = imports.find_imports(db, sample=False)
    assert sample.sample
    undo.undo(db, sample.change, at=NOW)
    assert imports.get_import(db, sample.id).undone
    assert not imports.get_import(db, real.id).undone
    undo.redo(db, sample.change, at=NOW)
    assert not imports.get_import(db, sample.id).undone


def test_every_edit_knows_its_line(db: Database) -> None:
    deltas = annex({"R": {"title": "tên"}, "S": {"title": "khác"}})
    load(db, deltas)
    found = db.query("SELECT e.id, s.sheet, s.line FROM edit_source s JOIN edit e ON e.n = s.edit")
    assert {id: line for id, _, line in found} == {
        edit.id: line for delta in deltas for line, edit in enumerate(delta.edits, 5)
    }


@pytest.mark.parametrize(
    ("sheet", "code", "cell"), [(0, "title", "PL II!B7"), (0, "category", "PL II!7"), (3, "title", "7")]
)
def test_a_cell_is_named_as_people_name_it(sheet: int, code: str, cell: str) -> None:
    assert imports.format_cell((SheetSource("PL II", {"title": "B"}),), sheet, 7, code) == cell


def test_an_unknown_import_or_file_is_said(db: Database) -> None:
    for wanted in (lambda: imports.get_import(db, 9), lambda: imports.read_kept_file(db, "none")):
        with pytest.raises(DeskError) as caught:
            wanted()
        assert caught.value.code == "import_not_found"
