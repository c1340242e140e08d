"""Where the parts of the window lie."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from r57desk.ui.frame import Frame


def test_the_parts_stand_in_reading_order_and_fill_the_window(qtbot, session):
    frame = Frame(session)
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()

    def place(part):
        return part.mapTo(frame, QPoint(0, 0))

    assert place(frame.rail) == QPoint(0, 0)
    assert place(frame.header).x() == frame.rail.width()
    tops = [place(part).y() for part in (frame.header, frame.filters, frame.status)]
    assert tops == sorted(tops)
    assert tops[-1] + frame.status.height() == 768
    assert (frame.header.height(), frame.filters.height()) == (44, 36)


def test_the_undo_bar_stands_over_the_status_bar_once_there_is_something_to_say(qtbot, session):
    frame = Frame(session)
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    frame.undo_bar.show_done("Đã ghi.")
    bottom = frame.undo_bar.mapTo(frame, QPoint(0, frame.undo_bar.height())).y()
    assert bottom == frame.status.mapTo(frame, QPoint(0, 0)).y()
    assert frame.undo_bar.height() == 36
