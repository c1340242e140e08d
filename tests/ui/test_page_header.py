"""The header of a page."""

from __future__ import annotations

from r57desk.ui.page_header import PageHeader
from r57desk.ui.parts import Button, label
from r57desk.ui.theme import HEADER, px


def test_the_title_stands_left_and_buttons_right(qtbot, session):
    header = PageHeader("Xem trước khi in", label("9 nhiệm vụ"))
    qtbot.addWidget(header)
    button = Button("Đóng")
    header.add(button)
    header.resize(900, px(HEADER))
    header.show()
    assert header.height() == px(HEADER)
    assert header.title.x() < button.x()
    assert button.geometry().right() > 900 - 20
