"""The one painter: the same ink on a preview, a printer and a PDF. QtGui only."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPageLayout, QPageSize, QPainter, QPen

from r57desk.paper import signs
from r57desk.paper.fonts import make_font, register_paper_fonts
from r57desk.paper.measure import get_ruler
from r57desk.paper.plan import Plan, Rule, Sign, Text
from r57desk.paper.profile import UNITS_PER_POINT, Face

_BLACK = QColor(0, 0, 0)
_POINTS_PER_INCH = 72


def page_layout(plan: Plan, page: int) -> QPageLayout:
    """The paper a page needs: A4, its orientation, no margins (they are part of the plan)."""
    turned = plan.pages[page].landscape
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF(0, 0, 0, 0))


def paint(painter: QPainter, plan: Plan, page: int) -> None:
    """Draw one page (counted from 0) in true size from the origin: its upper left corner of the paper.

    A printer must be in full page mode; a preview scales or moves the painter beforehand.
    """
    register_paper_fonts()
    painter.save()
    device = painter.device()
    unit = UNITS_PER_POINT * _POINTS_PER_INCH
    painter.scale(device.logicalDpiX() / unit, device.logicalDpiY() / unit)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    ink = plan.pages[page]
    for fill in ink.fills:
        grey = round(fill.grey * 255)
        painter.fillRect(QRectF(fill.x, fill.y, fill.width, fill.height), QColor(grey, grey, grey))
    _paint_rules(painter, ink.rules)
    for sign in ink.signs:
        _paint_sign(painter, sign)
    _paint_texts(painter, ink.texts, plan.family)
    painter.restore()


def _pen(width: float) -> QPen:
    """A black pen with square ends, so that corners of tables close."""
    return QPen(QBrush(_BLACK), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)


def _paint_rules(painter: QPainter, rules: list[Rule]) -> None:
    """All lines, one call per width."""
    for width in sorted({rule.width for rule in rules}):
        painter.setPen(_pen(width))
        painter.drawLines([QLineF(r.x1, r.y1, r.x2, r.y2) for r in rules if r.width == width])


def _paint_sign(painter: QPainter, sign: Sign) -> None:
    """A box, a tick or a cross as paths."""
    box, strokes = signs.shape(sign.sign)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if box:
        painter.setPen(_pen(sign.side * 0.08))
        painter.drawRect(QRectF(sign.x, sign.y, sign.side, sign.side))
    painter.setPen(_pen(sign.side * 0.13))
    for points in strokes:
        painter.drawPolyline([QPointF(sign.x + x * sign.side, sign.y + y * sign.side) for x, y in points])


def _paint_texts(painter: QPainter, texts: list[Text], family: str) -> None:
    """Every line at its baseline."""
    painter.setPen(_BLACK)
    current: Face | None = None
    for text in texts:
        if text.face != current:
            current = text.face
            painter.setFont(_font(family, current))
        if signs.PATTERN.search(text.text):
            _paint_with_signs(painter, text, family)
        else:
            painter.drawText(QPointF(text.x, text.y), text.text)


def _paint_with_signs(painter: QPainter, text: Text, family: str) -> None:
    """A line with ticks in it: letters and drawn signs by turns."""
    cut = get_ruler(family).cut(text.face)
    side = text.face.size * UNITS_PER_POINT * signs.SIDE
    x = text.x
    for part in signs.PATTERN.split(text.text):
        if signs.PATTERN.fullmatch(part):
            _paint_sign(painter, Sign(x, text.y - side * 0.9, side, part))
            painter.setPen(_BLACK)
        else:
            painter.drawText(QPointF(x, text.y), part)
        x += cut.text(part)


@lru_cache(maxsize=64)
def _font(family: str, face: Face) -> QFont:
    """Fonts are made once per face."""
    return make_font(family, face)
