"""The registers beside the tasks."""

from __future__ import annotations

from r57desk.store import undo
from r57desk.store.registers import (
    find_office_name,
    find_register,
    has_office,
    has_samples,
    name_office,
    read_revision,
)
from tests.store.writing import NOW, annex, create, load

ROW = "ROW0000000000000AA"


def test_rows_of_a_kind_are_read_by_field(db):
    row = create(db, kind="public_day", date="2026-01-02", type="nghi", name="Nghỉ bù")
    assert find_register(db, "public_day") == [
        (row, {"date": "2026-01-02", "type": "nghi", "name": "Nghỉ bù", "source": ""})
    ]
    assert find_register(db, "office") == []


def test_the_check_code_follows_the_log_and_what_is_set_aside(db):
    codes = [read_revision(db)]
    loaded = load(db, annex({ROW: {"title": "Việc"}}))
    codes.append(read_revision(db))
    undo.undo(db, loaded.change, at=NOW)
    codes.append(read_revision(db))
    undo.redo(db, loaded.change, at=NOW)
    assert read_revision(db) == codes[1]
    assert [number for number, _ in codes] == [0, 2, 2]
    assert len({code for _, code in codes}) == 3
    assert all(len(code) == 4 for _, code in codes)


def test_samples_are_known(db):
    create(db, title="Thật")
    assert not has_samples(db)
    load(db, annex({ROW: {"title": "Mẫu"}}), sample=True)
    create(db, title="Thật")
    assert has_samples(db)


def test_an_office_is_known_by_its_code(db):
    create(db, kind="office", code="01.SYT", name="Sở Y tế")
    assert (has_office(db, "01.SYT"), find_office_name(db, "01.SYT")) == (True, "Sở Y tế")
    assert (has_office(db, "01.SNV"), find_office_name(db, "01.SNV")) == (False, "")


def test_an_office_nobody_registered_is_called_what_such_a_body_is_called(db):
    create(db, kind="office", code="08", name="Tỉnh Tuyên Quang")
    create(db, kind="office", code="08.STC", name="08.STC")
    assert name_office(db, "08") == "Tỉnh Tuyên Quang"
    assert name_office(db, "08.SNV") == "Sở Nội vụ tỉnh Tuyên Quang"
    assert name_office(db, "08.STC") == "Sở Tài chính tỉnh Tuyên Quang"
    assert name_office(db, "08.XYZ") == "08.XYZ"
    assert find_office_name(db, "08.SNV") == ""
