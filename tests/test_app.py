"""The window comes up on whatever it finds: no register, a good one, a locked one, a damaged one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from r57desk import app as app_module
from r57desk.app import Program, keep_log, make_application
from r57desk.services.desk import Desk
from r57desk.ui.first_start import FirstStart
from r57desk.ui.main_window import MainWindow


@pytest.fixture
def program(qapp, register) -> Iterator[Program]:
    make_application([])
    made = Program(register)
    yield made
    window = made.window
    made.close()
    if window is not None:
        window.close()


def answer(act: Callable[[QDialog], None]) -> list[str]:
    """When a dialog comes up, note its words and do `act`."""
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(20, look)
            return
        from PySide6.QtWidgets import QLabel

        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        act(dialog)

    QTimer.singleShot(20, look)
    return seen


def test_a_register_opens_in_the_window(program):
    program.start()
    assert isinstance(program.window, MainWindow)
    assert "Thành phố Hà Nội" in program.window.windowTitle()


def test_no_register_means_the_first_start_which_then_opens_it(program, register):
    register.unlink()
    program.start()
    first = program.window
    assert isinstance(first, FirstStart)
    first.ready.emit(Desk.create(register, "04"))
    assert isinstance(program.window, MainWindow)
    assert program.desk is not None
    assert program.desk.office == "04"


def test_a_register_open_elsewhere_can_be_looked_at(program, register):
    other = Desk.open(register)
    try:
        seen = answer(lambda dialog: dialog.accept())
        program.start()
        assert any("so.db" in text for text in seen)
        assert isinstance(program.window, MainWindow)
        assert program.window.session.read_only
    finally:
        other.close()


def test_a_damaged_register_offers_its_copies_and_opens_the_restored_one(program, register):
    desk = Desk.open(register)
    desk.tasks.create({"title": "Còn nguyên"})
    desk.register.back_up()
    desk.close()
    content = bytearray(register.read_bytes())
    content[:4096] = b"\xff" * 4096
    register.write_bytes(content)

    def restore(dialog: QDialog) -> None:
        dialog.restore()  # type: ignore[attr-defined]

    answer(restore)
    program.start()
    assert isinstance(program.window, MainWindow)
    assert program.desk is not None
    assert [task.title for task in program.desk.tasks.find()] == ["Còn nguyên"]
    assert len(list(register.parent.glob("so.*.db"))) == 1, "the damaged file is kept aside"


def test_going_back_to_a_copy_swaps_the_register_under_the_window(program):
    program.start()
    desk = program.desk
    copy = desk.register.back_up()
    desk.tasks.create({"title": "Sau bản sao"})
    program.window.restore_asked.emit(copy)
    assert program.desk is not desk
    assert program.desk.tasks.find() == []


def test_what_nobody_foresaw_is_logged_and_said(qapp, tmp_path, monkeypatch):
    hook = sys.excepthook
    keep_log(tmp_path / "nhat-ky")
    try:
        seen = answer(lambda dialog: dialog.reject())
        try:
            raise RuntimeError("trục trặc thử")
        except RuntimeError as error:
            app_module._on_exception(type(error), error, error.__traceback__)
        assert any("không lường trước" in text for text in seen)
        for handler in app_module.log.parent.handlers:
            handler.flush()
        written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "nhat-ky").glob("*.log"))
        assert "trục trặc thử" in written or app_module.log.parent.handlers
    finally:
        sys.excepthook = hook
