"""The flow layout breaks lines where items no longer fit."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from r57desk.ui.flow import FlowLayout, clear_layout


def box(width, height):
    made = QWidget()
    made.setFixedSize(width, height)
    return made


def test_items_wrap_and_lines_are_centred(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=4)
    items = [box(40, 20), box(40, 28), box(40, 20)]
    for item in items:
        flow.addWidget(item)
    assert flow.heightForWidth(200) == 28
    assert flow.heightForWidth(90) == 28 + 4 + 20
    holder.resize(90, 60)
    holder.show()
    assert [item.pos().toTuple() for item in items] == [(0, 4), (44, 0), (0, 32)]


def test_margins_count(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=4)
    flow.setContentsMargins(4, 2, 0, 6)
    flow.addWidget(box(40, 20))
    assert flow.heightForWidth(100) == 28


def test_clear_takes_everything_out(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    flow.addWidget(box(1, 1))
    clear_layout(flow)
    assert flow.count() == 0
    assert flow.itemAt(0) is None
