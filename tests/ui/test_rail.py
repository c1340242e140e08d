"""The rail: only views that work, each reachable, low when the window is low."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from r57desk.ui.rail import Rail
from r57desk.ui.views import VIEWS


@pytest.fixture
def rail(session, qtbot):
    made = Rail()
    qtbot.addWidget(made)
    made.resize(76, 700)
    made.show()
    return made


def test_it_lists_the_views_that_work(rail):
    assert list(rail.items) == [view.key for view in VIEWS]
    assert [item.text() for item in rail.items.values()] == ["Nhiệm vụ", "Bảng việc", "Lịch", "Trao đổi"]


def test_a_click_asks_for_the_view(rail, qtbot):
    with qtbot.waitSignal(rail.view_asked) as asked:
        qtbot.mouseClick(rail.items["board"], Qt.MouseButton.LeftButton)
    assert asked.args == ["board"]
    with qtbot.waitSignal(rail.settings_asked):
        qtbot.mouseClick(rail.settings, Qt.MouseButton.LeftButton)


def test_one_view_is_chosen_at_a_time(rail):
    rail.choose("tasks")
    rail.choose("calendar")
    assert [key for key, item in rail.items.items() if item.isChecked()] == ["calendar"]
    assert not rail.settings.isCheckable()


def test_entries_are_lower_in_a_low_window(rail):
    assert rail.items["tasks"].sizeHint().height() == 50
    rail.resize(76, 550)
    assert rail.items["tasks"].sizeHint().height() == 44


def test_a_badge_is_painted_and_spoken(rail):
    item = rail.items["exchange"]
    before = item.grab().toImage()
    item.set_badge(6, "6 việc cần quyết định")
    assert item.grab().toImage() != before
    assert item.accessibleName() == "Trao đổi, 6 việc cần quyết định"
    item.set_badge(0)
    assert item.accessibleName() == "Trao đổi"


def test_every_entry_carries_its_key(rail):
    assert rail.items["calendar"].toolTip() == "Lịch (Ctrl+3)"
    assert rail.menu.accessibleName()
