"""What an undone import leaves behind is listed; what cannot be undone is said elsewhere."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from r57desk.services.changes import Changes
from r57desk.services.undoing import KeptRow, UndoneImport
from r57desk.ui.undone_dialog import UndoneDialog, undo_import


def words(dialog):
    return " | ".join(one.text() for one in dialog.findChildren(QLabel))


def test_rows_that_stay_and_offices_that_had_it_are_named(session, other, qtbot):
    rows = (KeptRow("A", "2", "Việc hai", False), KeptRow("B", "9", "Việc chín", True))
    dialog = UndoneDialog(session, UndoneImport(Changes("undo"), rows, ("01.SKHCN",)))
    qtbot.addWidget(dialog)
    said = words(dialog)
    assert "Đã gửi tiếp cho Sở Khoa học và Công nghệ" in said
    assert "1 nhiệm vụ đã sửa sau lần nhập" in said
    assert "2  Việc hai" in said
    assert "9  Việc chín" in said


def test_nothing_left_behind_needs_no_dialog(session, plan, desk, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    number = desk.imports.apply(plan).import_id
    assert undo_import(session, number, owner) is not None
    assert owner.findChild(UndoneDialog) is None
    assert desk.imports.records()[0].undone


def test_an_import_that_is_not_there_fails_calmly(session, qtbot):
    with qtbot.waitSignal(session.failed) as failed:
        assert undo_import(session, 999, None) is None
    assert failed.args[0].code == "import_not_found"
