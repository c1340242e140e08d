"""The counts at the left of a preview."""

from __future__ import annotations

import pytest

from r57desk.ui.import_side import SIDE_WIDTH, ImportSide


@pytest.fixture
def side(qtbot, session):
    made = ImportSide()
    qtbot.addWidget(made)
    made.resize(236, 600)
    made.set_counts({"new": 3, "changed": 52, "unchanged": 113})
    made.show()
    return made


def test_each_kind_says_its_figure(side):
    assert side.buttons["changed"].accessibleName() == "Thay đổi 52 ô"
    assert side.buttons["new"].accessibleName() == "Mới 3 dòng"


def test_a_kind_without_lines_cannot_be_chosen_and_remarks_need_some(side):
    assert not side.buttons["conflict"].isEnabled()
    assert not side.buttons["note"].isVisible()
    side.set_counts({"note": 2})
    assert side.buttons["note"].isVisible()
    assert side.buttons[""].isChecked()


def test_choosing_tells_which(side, qtbot):
    with qtbot.waitSignal(side.state_chosen) as chosen:
        side.buttons["changed"].click()
    assert chosen.args == ["changed"]
    with qtbot.waitSignal(side.state_chosen) as chosen:
        side.choose("")
    assert chosen.args == [""]


def test_it_says_what_is_left_out_and_where_the_file_comes_from(side, qtbot):
    side.set_remarks(["Một.", "Hai."], ["Văn bản 03/NQ-CP"])
    assert side.remarks.text() == "Một.\n\nHai."
    assert side.origin.text() == "Văn bản 03/NQ-CP"
    with qtbot.waitSignal(side.sender_asked):
        side.sender_link.click()


@pytest.mark.parametrize(("window", "width"), [(1366, SIDE_WIDTH[0]), (1093, SIDE_WIDTH[1])])
def test_it_is_as_wide_as_the_window_allows(side, window, width):
    side.fit(window)
    assert side.width() == width
