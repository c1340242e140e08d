"""What is said after a change, and the way back."""

from __future__ import annotations

import pytest

from r57desk.services.changes import Changes
from r57desk.ui.notices import UndoBar
from r57desk.ui.outcomes import Outcomes


@pytest.fixture
def bar(session, qtbot):
    made = UndoBar()
    qtbot.addWidget(made)
    made.outcomes = Outcomes(session, lambda: made, made)
    return made


def test_one_cell_needs_no_words_many_rows_do(bar, session, task_of):
    session.set_fields((task_of("4").id,), {"percent": "30"})
    assert bar.isHidden()
    session.set_fields((task_of("4").id, task_of("5").id), {"note": "x"})
    assert bar.words() == "Ghi chú: 2 nhiệm vụ"
    bar._undo.click()
    assert task_of("4").note == task_of("5").note == ""
    assert task_of("4").percent == 30


def test_a_row_that_went_can_come_back(bar, session, task_of):
    session.delete((task_of("4").id,))
    assert bar.words() == "Xoá nhiệm vụ: 4"
    bar._undo.click()
    assert task_of("4").title


def test_undo_offers_redo(bar, session, task_of):
    session.set_fields((task_of("4").id,), {"percent": "30"})
    session.undo()
    assert bar.words().startswith("Đã hoàn tác: ")
    bar._undo.click()
    assert task_of("4").percent == 30


def test_the_next_change_takes_the_bar_away(bar, session, task_of):
    session.delete((task_of("4").id,))
    session.set_fields((task_of("5").id,), {"note": "x"})
    assert bar.isHidden()


def test_an_import_is_undone_as_one(bar, session):
    session.changed.emit(Changes("import", label="Đã ghi 58 mục", change=7, everything=True))
    assert (bar.words(), bar._undo.text()) == ("Đã ghi 58 mục", "Hoàn tác lần nhập")


def test_a_request_is_said(bar, session):
    session.changed.emit(Changes("edit", frozenset({"x"}), "Thời hạn: 4", 1, ("deadline_text",)))
    assert "đề nghị" in bar.words()


def test_a_refusal_and_a_remark_are_said_with_no_way_back(bar, session, task_of):
    session.set_fields((task_of("4").id,), {"title": ""})
    assert bar.words()
    assert bar._undo.isHidden()
    session.told.emit("Không đọc được ngày.")
    assert bar.words() == "Không đọc được ngày."


def test_a_decision_is_said_with_its_way_back(bar, session, task_of):
    changes = session.write_and_say(
        lambda: session.desk.tasks.set_fields([task_of("4").id], {"note": "x"}), "Đã chọn."
    )
    assert changes.change is not None
    assert (bar.words(), bar._undo.text()) == ("Đã chọn.", "Hoàn tác")
    bar._undo.click()
    assert task_of("4").note == ""


def test_a_file_that_was_written_opens_its_folder(bar, session, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("r57desk.ui.outcomes.open_folder", opened.append)
    session.filed.emit(tmp_path / "phieu.xlsx")
    assert bar.words() == "Đã ghi phieu.xlsx."
    bar._undo.click()
    assert opened == [tmp_path / "phieu.xlsx"]
