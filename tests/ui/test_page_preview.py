"""Pages as they will be printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from r57desk.domain.query import EVERYTHING
from r57desk.paper.layout import plan_pages
from r57desk.services.printing import PrintOptions
from r57desk.ui.page_preview import FIT, ZOOMS, PagePreview


@pytest.fixture
def preview(qtbot, session):
    for number in range(40):
        session.desk.tasks.create(
            {"title": f"Đề án số {number} về phát triển khoa học, công nghệ", "stt": str(number + 20)}
        )
    sheet = session.desk.printing.task_list(EVERYTHING, session.as_of, PrintOptions())
    made = PagePreview()
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.show_plan(plan_pages(sheet))
    return made


def ink(preview):
    image = preview._canvas.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_the_whole_page_is_seen_at_first_and_has_ink(preview):
    canvas = preview._canvas
    assert canvas.width() <= preview.viewport().width()
    assert canvas.height() <= preview.viewport().height()
    assert len(ink(preview)) > 10


def test_a_landscape_page_is_wider_than_high(preview):
    assert preview._canvas.width() > preview._canvas.height()


def test_pages_are_turned_by_keys_and_stop_at_the_ends(preview, qtbot):
    assert preview.page_count() > 2
    with qtbot.waitSignal(preview.page_changed):
        QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page == 1
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert preview.page == preview.page_count() - 1
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page == preview.page_count() - 1
    QTest.keyClick(preview, Qt.Key.Key_Home)
    QTest.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.page == 0
    assert preview._canvas.accessibleName() == f"Trang 1 trên {preview.page_count()}"


def test_zooming_goes_step_by_step_and_back_to_the_whole_page(preview):
    fitted = preview._canvas.width()
    preview.step_zoom(1)
    assert preview._zoom in ZOOMS
    assert preview._canvas.width() > fitted
    preview.step_zoom(-1)
    preview.step_zoom(-1)
    assert preview._canvas.width() < fitted
    preview.set_zoom(FIT)
    assert preview._canvas.width() == fitted


def test_zoom_stops_at_the_largest(preview):
    for _ in range(20):
        preview.step_zoom(1)
    assert preview._zoom == ZOOMS[-1]


def test_a_shorter_plan_keeps_a_page_that_exists(preview, session):
    preview.turn(preview.page_count() - 1)
    session.set_filter("stt", ("21",))
    preview.show_plan(plan_pages(session.desk.printing.task_list(session.query, session.as_of, PrintOptions())))
    assert preview.page == preview.page_count() - 1 == 0
