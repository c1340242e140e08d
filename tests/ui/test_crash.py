"""What is shown when nobody foresaw it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from r57desk.ui.crash import CrashDialog, show_crash


@pytest.fixture
def error():
    try:
        raise ValueError("số không hợp lệ")
    except ValueError as caught:
        return caught


def test_it_says_what_is_safe_and_what_happened(qtbot, session, error, tmp_path):
    dialog = CrashDialog(error, tmp_path)
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "vẫn còn nguyên" in words
    assert "số không hợp lệ" in words


def test_the_whole_trace_can_be_passed_on(qtbot, session, error, tmp_path):
    dialog = CrashDialog(error, tmp_path)
    qtbot.addWidget(dialog)
    dialog.copy()
    assert "Traceback" in QApplication.clipboard().text()


def test_only_one_stands_at_a_time(session, error, tmp_path):
    seen = []

    def look() -> None:
        show_crash(error, tmp_path)
        seen.extend(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CrashDialog))
        QApplication.activeModalWidget().reject()

    QTimer.singleShot(50, look)
    show_crash(error, tmp_path)
    assert len(seen) == 1
