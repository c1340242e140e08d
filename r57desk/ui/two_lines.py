"""Two lines of text whose first line begins after a number or an icon: cards, calendar items, narrow lists."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from r57desk.ui.painting import break_lines, paint_line
from r57desk.ui.theme import BASE, font, line_height

NUMBER_GAP = 7


def break_after(text: str, face: QFont, width: int, indent: int) -> list[str]:
    """`text` on one or two lines within `width`, the first shorter by `indent`, the last elided."""
    flat = " ".join(text.split())
    metrics = QFontMetrics(face)
    first = width - indent
    if metrics.horizontalAdvance(flat) <= first:
        return [flat]
    words = flat.split(" ")
    kept, used, space = 0, -metrics.horizontalAdvance(" "), metrics.horizontalAdvance(" ")
    for word in words:
        used += space + metrics.horizontalAdvance(word)
        if used > first:
            break
        kept += 1
    while kept and metrics.horizontalAdvance(" ".join(words[:kept])) > first:  # words measured apart round down
        kept -= 1
    if kept in (0, len(words)):
        return break_lines(flat, face, first, 1)
    return [" ".join(words[:kept]), *break_lines(" ".join(words[kept:]), face, width, 1)]


@lru_cache(maxsize=4096)
def _break_numbered(number: str, title: str, width: int, size: int) -> tuple[int, tuple[str, ...]]:
    face = font(BASE)
    indent = QFontMetrics(face).horizontalAdvance(number) + NUMBER_GAP if number else 0
    return indent, tuple(break_after(title, face, width, indent))


def paint_numbered(painter: QPainter, area: QRect, number: str, title: str, ink: str = "text") -> None:
    """A task's number in a quiet ink, then up to two lines of its title, from the top of `area`."""
    face, line = font(BASE), line_height(BASE)
    indent, lines = _break_numbered(number, title, area.width(), face.pixelSize())
    spot = QRect(area.left(), area.top(), area.width(), line)
    paint_line(painter, spot, number, "text3", face)
    paint_line(painter, spot.adjusted(indent, 0, 0, 0), lines[0], ink, face)
    if len(lines) > 1:
        paint_line(painter, spot.translated(0, line), lines[1], ink, face)
