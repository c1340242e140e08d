"""Painted text: two lines then an ellipsis, room for tags, and no mark cut off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap

from r57desk.ui.painting import break_lines, paint_line, paint_lines, paint_state, state_width, tag_width
from r57desk.ui.theme import apply_look, font, line_height, tokens

TITLE = "Xây dựng Kế hoạch nâng cao chất lượng cung cấp dịch vụ công trực tuyến toàn trình; không phụ thuộc địa giới"


def test_a_long_title_takes_two_lines_and_ends_in_an_ellipsis(qapp):
    lines = break_lines(TITLE, font(), 300, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert TITLE.startswith(lines[0])


def test_a_short_title_is_whole(qapp):
    assert break_lines("Đề án  57\n2025", font(), 300, 2) == ["Đề án 57 2025"]
    assert break_lines("", font(), 300, 2) == []


def test_the_last_line_leaves_room_for_a_tag(qapp):
    metrics = QFontMetrics(font())
    assert metrics.horizontalAdvance(break_lines(TITLE, font(), 300, 2, last_short=90)[-1]) <= 210


def test_a_title_that_ends_where_the_tag_begins_goes_on_below(qapp):
    text = "Rà soát các quy định của tỉnh"
    width = QFontMetrics(font()).horizontalAdvance(text) + 10
    lines = break_lines(text, font(), width, 2, last_short=60)
    assert " ".join(lines) == text
    assert len(lines) == 2


@given(text=st.text(alphabet="aăâbcdđeêgh ộẳếỡ", max_size=200), width=st.integers(40, 500))
def test_no_line_is_wider_than_its_room(qapp, text, width):
    metrics = QFontMetrics(font())
    assert all(metrics.horizontalAdvance(line) <= width for line in break_lines(text, font(), width, 2))


def inked_rows(paint, height):
    """The rows of pixels that `paint` touched."""
    canvas = QPixmap(200, height)
    canvas.fill(tokens()["surface"])
    painter = QPainter(canvas)
    paint(painter)
    painter.end()
    image, ground = canvas.toImage(), tokens()["surface"].rgb()
    return [y for y in range(height) if any(image.pixel(x, y) != ground for x in range(200))]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_stacked_marks_are_not_cut(qapp, scale):
    apply_look(qapp, "light", scale)
    try:
        tall = line_height()
        free = inked_rows(lambda painter: paint_line(painter, QRect(0, 20, 200, tall), "ẾỖẶgộ", "text", font()), 80)
        inside = inked_rows(lambda painter: paint_lines(painter, QRect(0, 20, 200, tall), "ẾỖẶgộ", most=1), 80)
        assert inside == free
        assert free[0] >= 19  # one row of pixels may be antialiasing
        assert free[-1] < 20 + tall
    finally:
        apply_look(qapp, "light")


def test_without_room_the_icon_goes_and_the_word_stays(qapp):
    apply_look(qapp, "light")
    word, wide = "Quá hạn 1236 ngày", state_width("Quá hạn 1236 ngày")
    assert state_width(word, "clock") > wide
    assert tag_width(word) == wide + 12
    with_icon, without = QPixmap(300, 20), QPixmap(300, 20)
    for canvas, icon in ((with_icon, "clock"), (without, "")):
        canvas.fill(tokens()["surface"])
        painter = QPainter(canvas)
        paint_state(painter, QRect(0, 0, wide + 2, 20), word, icon, "late")
        painter.end()
    assert with_icon.toImage() == without.toImage()
