"""The list under a chip: searched without marks, ticked by mouse or keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from r57desk.services.tasks import Facet
from r57desk.ui.filter_popup import FilterPopup

FACETS = [Facet("Bộ Công an", "Bộ Công an", 8), Facet("Bộ Y tế", "Bộ Y tế", 3), Facet("", "(trống)", 1)]


@pytest.fixture
def popup(session, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    made = FilterPopup("Chủ trì", FACETS, ("Bộ Y tế",), owner)
    made.tester = QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.open_under(owner)
    yield made
    made.close()


def labels(popup):
    return [facet.label for facet in popup.model.shown]


def test_search_needs_no_marks(popup):
    popup.search.setText("cong")
    assert labels(popup) == ["Bộ Công an"]
    popup.search.setText("")
    assert len(labels(popup)) == 3


def test_what_was_chosen_is_ticked(popup):
    role = Qt.ItemDataRole.CheckStateRole
    states = [popup.model.index(row).data(role) for row in range(3)]
    assert states == [Qt.CheckState.Unchecked, Qt.CheckState.Checked, Qt.CheckState.Unchecked]


def test_down_then_space_ticks(popup, qtbot):
    qtbot.keyClick(popup.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.picked) as picked:
        qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    assert picked.args == [("Bộ Công an", "Bộ Y tế")]


def test_choices_outlive_the_search(popup, qtbot):
    popup.search.setText("cong")
    with qtbot.waitSignal(popup.picked) as picked:
        popup._toggle(0)
    assert picked.args == [("Bộ Công an", "Bộ Y tế")]


def test_clear_drops_all(popup, qtbot):
    with qtbot.waitSignal(popup.picked) as picked:
        qtbot.mouseClick(popup._clear, Qt.MouseButton.LeftButton)
    assert picked.args == [()]
    assert not popup._clear.isEnabled()


def test_rows_are_spoken_with_their_counts(popup):
    assert popup.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Bộ Công an, 8"


def test_it_can_be_painted(popup):
    assert not popup.list.grab().isNull()
