"""The status bar: figures in words, each with its list."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from r57desk.ui.status_bar import StatusBar, short_time

TODAY = date(2025, 9, 24)


@pytest.fixture
def bar(session, qtbot):
    made = StatusBar(session)
    qtbot.addWidget(made)
    made.resize(1290, 24)
    made.show()
    return made


def test_counts_are_said_and_open_their_lists(bar, qtbot):
    bar.show_counts(140, 6200, 9, 4)
    assert bar._shown.accessibleName() == "Hiển thị 140 / 6.200"
    assert bar.overdue.text() == "Quá hạn 9"
    assert bar.soon.text() == "Đến hạn trong 7 ngày: 4"
    with qtbot.waitSignal(bar.overdue_asked):
        qtbot.mouseClick(bar.overdue, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.soon_asked):
        qtbot.mouseClick(bar.soon, Qt.MouseButton.LeftButton)


def test_nothing_late_says_nothing(bar):
    bar.show_counts(3, 3, 0, 0)
    assert bar.overdue.isHidden()
    assert bar.soon.isHidden()
    bar.show_counts(0, 0, 0, 0)
    assert bar._shown.accessibleName() == "Sổ chưa có nhiệm vụ"


def test_selection_and_hint_only_when_there_is_one(bar):
    bar.show_selected(3)
    bar.show_hint("Ctrl+Shift+← → chuyển cột")
    assert bar._selected.text() == "Đã chọn 3"
    bar.show_selected(0)
    bar.show_hint("")
    assert bar._selected.isHidden()
    assert bar._hint.isHidden()


def test_the_register_is_named_and_its_safety_said(bar):
    bar.show_register("Sở A", sample=True, backup="2025-09-24T07:45:00", saved="2025-09-23T10:32:00", today=TODAY)
    texts = [part.text() for part in (bar._office, bar._sample, bar._backup, bar._saved)]
    assert texts == ["Sở A", "Dữ liệu mẫu", "Sao lưu 07:45 hôm nay", "Đã lưu 23/09/2025 10:32"]
    bar.show_register("Sở A", sample=False, backup="", saved="", today=TODAY)
    assert all(part.isHidden() for part in (bar._sample, bar._backup, bar._saved))


def test_a_register_that_is_only_read_says_so(bar):
    bar.show_register("Sở A", read_only=True, sample=False, backup="", saved="", today=TODAY)
    assert bar._read_only.text() == "Chỉ xem"
    bar.show_register("Sở A", sample=False, backup="", saved="", today=TODAY)
    assert bar._read_only.isHidden()


def test_a_narrow_window_keeps_what_matters(bar):
    bar.show_register("Sở A", sample=True, backup="2025-09-24T07:45:00", saved="2025-09-24T10:32:00", today=TODAY)
    bar.resize(1017, 24)
    assert bar._office.isHidden()
    assert bar._backup.isHidden()
    assert not bar._saved.isHidden()
    bar.resize(1290, 24)
    assert not bar._backup.isHidden()


def test_times():
    assert short_time("2025-09-24T07:45:10", TODAY, "hôm nay") == "07:45 hôm nay"
    assert short_time("2025-09-01T07:45:10", TODAY, "hôm nay") == "01/09/2025 07:45"
