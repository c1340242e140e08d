"""Painting text, tags and states the same way in tables, cards, the calendar and the panel."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from r57desk.ui.icons import paint_icon
from r57desk.ui.theme import RADIUS_TAG, SECOND, font, line_height, px, tokens

# added up once: joining flags of Python enums costs as much as painting a short word
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
TAG_HEIGHT = 20


def break_lines(text: str, face: QFont, width: int, most: int, last_short: int = 0) -> list[str]:
    """At most `most` lines of `text`, each within `width` px, the last elided; it leaves `last_short` px free."""
    flat = " ".join(text.split())
    if not flat or width <= 0:
        return []
    metrics = QFontMetrics(face)
    if most == 1:
        return [metrics.elidedText(flat, Qt.TextElideMode.ElideRight, width - last_short)]
    layout = QTextLayout(flat, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        if len(lines) == most - 1:
            lines.append(metrics.elidedText(flat[start:], Qt.TextElideMode.ElideRight, width - last_short))
            break
        lines.append(flat[start : start + length].rstrip())
    layout.endLayout()
    short = width - last_short
    if len(lines) < most and 0 < short < metrics.horizontalAdvance(lines[-1]):
        lines[-1:] = break_lines(lines[-1], face, short, most - len(lines) + 1)
    return lines


@lru_cache(maxsize=4096)
def _kept_lines(
    text: str, role: tuple[int, int], size: int, width: int, most: int, last_short: int
) -> tuple[str, ...]:
    return tuple(break_lines(text, font(role), width, most, last_short))  # `size` keeps text sizes apart


def paint_line(
    painter: QPainter, rect: QRect, text: str, ink: str = "text", face: QFont | None = None, *, right: bool = False
) -> None:
    """One line of text, elided at the end, centred in the height of `rect`."""
    face = face or painter.font()
    painter.setFont(face)
    painter.setPen(tokens()[ink])
    metrics = QFontMetrics(face)
    fits = metrics.horizontalAdvance(text) <= rect.width()  # eliding counts parts of a pixel that sizes leave out
    shown = text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _RIGHT if right else _LEFT, shown)


def paint_lines(
    painter: QPainter,
    rect: QRect,
    text: str,
    ink: str = "text",
    *,
    role: tuple[int, int] = (13, 18),
    most: int = 2,
    last_short: int = 0,
) -> int:
    """Up to `most` lines, centred in the height of `rect`; answers how many were painted."""
    face = font(role)
    height = line_height(role)
    lines = _kept_lines(text, role, face.pixelSize(), rect.width(), most, last_short)
    painter.setFont(face)
    painter.setPen(tokens()[ink])
    top = rect.top() + (rect.height() - height * len(lines)) // 2
    for number, line in enumerate(lines):
        spot = QRect(rect.left(), top + number * height, rect.width(), height)
        painter.drawText(spot, _LEFT, line)
    return len(lines)


def paint_state(painter: QPainter, rect: QRect, word: str, icon_name: str, ink: str) -> None:
    """A state: icon (where it has one) and word in the ink's colour, no ground; without room the icon gives way."""
    left = rect.left()
    if icon_name and state_width(word, icon_name) <= rect.width():
        side = px(14)
        paint_icon(painter, icon_name, QRect(left, rect.top() + (rect.height() - side + 1) // 2, side, side), ink)
        left += side + 4
    paint_line(painter, QRect(left, rect.top(), rect.right() - left + 1, rect.height()), word, ink, font(SECOND))


def state_width(word: str, icon_name: str = "") -> int:
    """The width of a state in logical pixels."""
    return QFontMetrics(font(SECOND)).horizontalAdvance(word) + (px(14) + 4 if icon_name else 0)


def tag_width(word: str, icon_name: str = "") -> int:
    """The width of a tag in logical pixels."""
    return state_width(word, icon_name) + 12


def paint_tag(painter: QPainter, rect: QRect, word: str, icon_name: str, ink: str, *, dashed: bool = False) -> None:
    """A tag: word and icon in `ink` on `token_bg`, or in a dashed outline for something missing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if dashed:
        pen = QPen(tokens()[ink], 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_TAG, RADIUS_TAG)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens()[f"{ink}_bg"])
        painter.drawRoundedRect(QRectF(rect), RADIUS_TAG, RADIUS_TAG)
    painter.restore()
    paint_state(painter, rect.adjusted(6, 0, -5, 0), word, icon_name, ink)


def paint_box(
    painter: QPainter, rect: QRect, fill: str, edge: str, *, width: float = 1, radius: float = 4, dashed: bool = False
) -> None:
    """A rounded box with its border inside `rect`; an empty ink leaves fill or border out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(tokens()[fill] if fill else Qt.BrushStyle.NoBrush)
    if edge:
        pen = QPen(tokens()[edge], width)
        if dashed:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    inset = width / 2 if edge else 0
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def paint_focus(painter: QPainter, rect: QRect, radius: float = 2) -> None:
    """The keyboard focus: a 2 px accent ring inside `rect`."""
    paint_box(painter, rect, "", "accent", width=2, radius=radius)
