"""How tasks look in the calendar."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from r57desk.domain.task import Task
from r57desk.ui.item_look import item_look, paint_item_text
from r57desk.ui.state_words import State

LATE = State("Quá hạn 3 ngày", "triangle-alert", "late", "qua_han")
CALM = State("Trong hạn", "", "calm", "trong_han")


def test_an_open_state_fills_a_calm_one_is_grey_a_finished_one_is_bare():
    assert item_look(Task("A", progress="dang_thuc_hien"), LATE) == ("late_bg", "late", "triangle-alert")
    assert item_look(Task("A"), CALM) == ("calm_bg", "text", "")
    assert item_look(Task("A", progress="hoan_thanh"), LATE) == ("", "text2", "check")


def test_one_line_holds_the_whole_title(session):
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_item_text(painter, QRect(0, 0, 300, 40), ["Đề án", "thứ hai"], 1, "text", "check")
    painter.end()
    ink = [any(image.pixel(x, y) != 0xFFFFFFFF for x in range(300)) for y in range(40)]
    assert any(ink[:18])
    assert not any(ink[20:])
