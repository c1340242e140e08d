"""What travels in a drag inside the window."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from r57desk.ui.dragging import pack_rows, unpack_rows


def test_row_ids_come_out_as_they_went_in():
    assert unpack_rows(pack_rows(["A1", "B2"])) == ["A1", "B2"]


def test_a_drag_from_elsewhere_carries_no_rows():
    stranger = QMimeData()
    stranger.setText("A1\nB2")
    assert unpack_rows(stranger) == []


def test_other_programs_get_nothing_to_paste():
    assert not pack_rows(["A1"]).hasText()
