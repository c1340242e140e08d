"""Progress marks: empty ring, half pie, three-quarter pie, filled with tick, pause, cross. Painted, 14 px."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from r57desk.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

MARK = 14
_GRID = 14.0  # the shapes below are drawn on this grid, then scaled


def _ring(painter: QPainter, ink: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens()[ink], 1.5))
    painter.drawEllipse(QRectF(1.25, 1.25, 11.5, 11.5))


def _pie(painter: QPainter, share: float) -> None:
    _ring(painter, "accent")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens()["accent"])
    painter.drawPie(QRectF(3.5, 3.5, 7, 7), 90 * 16, -round(share * 360 * 16))


def _done(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens()["good"])
    painter.drawEllipse(QRectF(0.5, 0.5, 13, 13))
    pen = QPen(tokens()["surface"], 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(4, 7.3), QPointF(6.2, 9.4), QPointF(10, 5)])


def _lines(painter: QPainter, *ends: tuple[float, float, float, float]) -> None:
    _ring(painter, "text2")
    pen = QPen(tokens()["text2"], 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for x1, y1, x2, y2 in ends:
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))


_SHAPES: dict[str, Callable[[QPainter], None]] = {
    "chua_thuc_hien": lambda painter: _ring(painter, "text2"),
    "dang_thuc_hien": lambda painter: _pie(painter, 0.5),
    "trinh_duyet": lambda painter: _pie(painter, 0.75),
    "hoan_thanh": _done,
    "tam_dung": lambda painter: _lines(painter, (5.6, 5, 5.6, 9), (8.4, 5, 8.4, 9)),
    "huy": lambda painter: _lines(painter, (5.2, 5.2, 8.8, 8.8), (8.8, 5.2, 5.2, 8.8)),
}


def paint_mark(painter: QPainter, progress: str, x: float, y: float, size: float = MARK) -> None:
    """Paint the mark of a progress code with its top left corner at (x, y)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(size / _GRID, size / _GRID)
    _SHAPES[progress](painter)
    painter.restore()


def mark_icon(progress: str, size: int = MARK) -> QIcon:
    """The mark as an icon, for menus and lists."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for ratio in (1.0, 2.0):
        pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_mark(painter, progress, 0, 0, size)
        painter.end()
        made.addPixmap(pixmap)
    return made
