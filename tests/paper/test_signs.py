"""Ticks are shapes, not letters."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QRawFont

from r57desk.paper import signs
from r57desk.paper.fonts import make_font, register_paper_fonts
from r57desk.paper.profile import Face


@pytest.mark.parametrize(
    ("sign", "box", "strokes"), [("☐", True, 0), ("☑", True, 1), ("☒", True, 2), ("✓", False, 1)]
)
def test_shapes(sign: str, box: bool, strokes: int) -> None:
    assert signs.shape(sign)[0] is box
    assert len(signs.shape(sign)[1]) == strokes


def test_strokes_stay_in_their_box() -> None:
    points = [point for sign in "☑☒✓✗" for stroke in signs.shape(sign)[1] for point in stroke]
    assert all(0 < x < 1 and 0 < y < 1 for x, y in points)


def test_the_paper_font_would_not_have_had_them(qapp: object) -> None:
    raw = QRawFont.fromFont(make_font(register_paper_fonts(), Face(12)))
    assert not raw.supportsCharacter(ord("☑"))
    assert signs.PATTERN.search("đã gửi ☑")
    assert not signs.PATTERN.search("đã gửi")
