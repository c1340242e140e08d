"""Whose deadline is shown: the document's only while it is the document's."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from r57desk.ui.deadline_events import document_wording, find_events


@pytest.fixture
def imported(session, returned):
    """The task of the workbook that was not in the register before."""
    desk = session.desk
    desk.imports.apply(desk.imports.plan(desk.imports.read(returned)))
    return next(task for task in desk.tasks.find() if task.title == "Kết nối cơ sở dữ liệu quốc gia")


def events(session, task):
    tasks, register = session.desk.tasks, session.desk.register
    return find_events(tasks.get(task.id), tasks.history(task.id), register.find_office_name, "vi")


def test_an_imported_deadline_is_the_documents(session, imported):
    (only,) = events(session, imported)
    assert (only.reading, only.standing, only.kind) == ("Tháng 12/2025", "đang áp dụng", "in_force")
    assert only.written == f"{imported.source_doc} ghi “12/2025”: hết ngày 31/12/2025"


def test_a_deadline_edited_here_is_ours_and_the_documents_stays_beside_it(session, imported):
    session.set_fields((imported.id,), {"deadline_text": "15/11/2025"})
    ours, document = events(session, imported)
    assert ours.reading == "15/11/2025"
    assert ours.written.startswith("Văn phòng UBND tỉnh A ghi lúc ")
    assert "“15/11/2025”" in ours.written
    assert imported.source_doc not in ours.written
    assert (document.reading, document.standing, document.kind) == ("Tháng 12/2025", "theo văn bản", "past")
    assert "ghi “12/2025”: hết ngày 31/12/2025" in document.written


def test_undo_gives_it_back_to_the_document(session, imported):
    session.set_fields((imported.id,), {"deadline_text": "15/11/2025"})
    session.undo()
    (only,) = events(session, imported)
    assert only.reading == "Tháng 12/2025"
    assert "Văn phòng" not in only.written


def test_a_deadline_from_a_later_file_names_that_file(session, imported, returned):
    book = load_workbook(returned)
    sheet = book.active
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "12/2025")
    cell.value = "3/2026"
    book.save(returned)
    desk = session.desk
    desk.imports.apply(desk.imports.plan(desk.imports.read(returned)))
    later, document = events(session, imported)
    assert later.reading == "Tháng 3/2026"
    assert "tra-ve.xlsx" in later.written
    assert document.reading == "Tháng 12/2025"


def test_a_typed_task_has_no_wording_of_a_document(session, task_of):
    task = task_of("2")
    assert document_wording(session.desk.tasks.history(task.id)) is None
    (only,) = events(session, task)
    assert only.written.startswith("Văn phòng UBND tỉnh A ghi lúc ")
    assert events(session, task_of("10"))[0].standing == "Chưa chốt hạn"
