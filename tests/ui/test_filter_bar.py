"""The filter bar: chips say what is filtered, and what does not fit waits under “Thêm bộ lọc”."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from r57desk.ui.filter_bar import FilterBar
from r57desk.ui.filter_popup import FilterPopup

FIELDS = ("source_doc", "lead", "progress", "timeliness", "category")


@pytest.fixture
def bar(session, qtbot):
    made = FilterBar(session)
    qtbot.addWidget(made)
    made.resize(1290, 36)
    made.set_view(FIELDS, None, None)
    made.show()
    return made


def shown(bar):
    return [field for field in FIELDS if not bar.chip(field).isHidden()]


def test_a_filter_in_use_is_said_in_words(bar, session):
    assert bar._clear.isHidden()
    session.set_filter("progress", ("trinh_duyet",))
    session.set_filter("lead", ("Bộ Công an", "Bộ Nội vụ"))
    assert bar.chip("progress").text() == "Tiến độ: Trình duyệt"
    assert bar.chip("lead").text() == "Chủ trì: Bộ Công an +1"
    assert not bar._clear.isHidden()


def test_the_cross_drops_one_filter_and_the_link_all(bar, session, qtbot):
    session.set_filter("progress", ("trinh_duyet",))
    session.set_filter("lead", ("Bộ Công an",))
    chip = bar.chip("lead")
    chip.resize(chip.sizeHint())
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, 12))
    assert set(session.filters) == {"progress"}
    qtbot.mouseClick(bar._clear, Qt.MouseButton.LeftButton)
    assert not session.filtered()


def test_ticking_in_the_list_filters_at_once(bar, session, qtbot):
    popup = bar.open_popup("lead")
    assert isinstance(popup, FilterPopup)
    labels = [facet.label for facet in popup.model.shown]
    popup._toggle(labels.index("Bộ Công an"))
    assert session.filters == {"lead": ("Bộ Công an",)}
    assert bar.chip("lead").text() == "Chủ trì: Bộ Công an"
    popup._toggle(labels.index("Bộ Công an"))
    assert not session.filtered()
    popup.close()


def test_blank_is_a_choice_with_a_name(bar, session, task_of):
    session.set_fields((task_of("11").id,), {"lead": None})
    popup = bar.open_popup("lead")
    labels = [facet.label for facet in popup.model.shown]
    popup._toggle(labels.index("(trống)"))
    assert bar.chip("lead").text() == "Chủ trì: (trống)"
    assert [task.stt for task in session.desk.tasks.find(session.query)] == ["11"]
    popup.close()


def test_chips_without_room_go_under_more_the_used_ones_last(bar, session):
    assert shown(bar) == list(FIELDS)
    assert bar._more.isHidden()
    bar.resize(420, 36)
    assert 0 < len(shown(bar)) < len(FIELDS)
    assert shown(bar) == list(FIELDS[: len(shown(bar))])
    assert not bar._more.isHidden()
    session.set_filter("category", ("Thể chế",))
    assert "category" in shown(bar)
    bar.resize(1290, 36)
    assert shown(bar) == list(FIELDS)


def test_what_is_shown_never_runs_over(bar, session):
    session.set_filter("category", ("Thể chế",))
    session.set_words("du lieu")
    for width in range(500, 1300, 50):
        bar.resize(width, 36)
        widgets = [*bar._chips.values(), bar._words, bar._more, bar._clear]
        assert sum(one.sizeHint().width() + 6 for one in widgets if not one.isHidden()) <= width


def test_words_have_a_chip_of_their_own(bar, session):
    assert bar._words.isHidden()
    session.set_words("dữ liệu")
    assert bar._words.text() == "Chữ: “dữ liệu”"
    bar._words.cleared.emit()
    assert session.words == ""


def test_the_view_may_bring_widgets_for_both_ends(bar):
    start, end = QWidget(), QWidget()
    bar.set_view(("lead",), start, end)
    assert not start.isHidden()
    assert not end.isHidden()
    bar.set_view(FIELDS, None, None)
    assert start.isHidden()
    assert end.isHidden()
