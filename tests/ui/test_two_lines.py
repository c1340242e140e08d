"""Two lines whose first begins after a number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from r57desk.ui.theme import font
from r57desk.ui.two_lines import break_after, paint_numbered

TITLE = "Xây dựng Kế hoạch nâng cao chất lượng cung cấp dịch vụ công trực tuyến toàn trình cho người dân"


@pytest.mark.parametrize("width", range(60, 420, 12))
def test_no_line_is_wider_than_its_room(qapp, width):
    metrics = QFontMetrics(font())
    lines = break_after(TITLE, font(), width, 24)
    assert 1 <= len(lines) <= 2
    assert metrics.horizontalAdvance(lines[0]) <= width - 24
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)


@pytest.mark.parametrize("width", range(160, 420, 20))
def test_the_second_line_goes_on_where_the_first_ends(qapp, width):
    first, *rest = break_after(TITLE, font(), width, 24)
    assert TITLE.startswith(f"{first} {rest[0].rstrip('…').rstrip()}" if rest else first)


def test_a_short_text_takes_one_line(qapp):
    assert break_after("Đề án", font(), 200, 20) == ["Đề án"]


def test_a_word_longer_than_the_line_is_elided(qapp):
    assert break_after("x" * 80 + " y", font(), 100, 10)[0].endswith("…")


def test_number_and_title_leave_ink(qapp):
    image = QImage(240, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_numbered(painter, QRect(0, 0, 240, 40), "92", TITLE)
    painter.end()
    rows = [any(image.pixel(x, y) != 0xFFFFFFFF for x in range(240)) for y in range(40)]
    assert any(rows[:18])
    assert any(rows[20:])
