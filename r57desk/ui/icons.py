"""Lucide icons from resources/icons, drawn in a token's colour at any screen scale.

To add one: copy its SVG file into resources/icons and name it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from r57desk.paths import resources_folder
from r57desk.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_SCREEN_SCALES = (1.0, 1.25, 1.5, 2.0)


@cache
def _folder() -> Path:
    return resources_folder() / "icons"


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (_folder() / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _render(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", colour)
    if size >= 20:
        svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, ink: str = "text", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon as a pixmap `size` logical pixels square; raises FileNotFoundError for an unknown name."""
    return _render(name, tokens().hex(ink), size, ratio)


def icon(name: str, ink: str = "text", size: int = 16) -> QIcon:
    """The icon for menus and actions, sharp at the usual screen scales, in `off` when disabled."""
    from PySide6.QtGui import QIcon  # with the names of all icons of desktops

    made = QIcon()
    for ratio in _SCREEN_SCALES:
        made.addPixmap(pixmap(name, ink, size, ratio))
        made.addPixmap(pixmap(name, "off", size, ratio), QIcon.Mode.Disabled)
    return made


def paint_icon(painter: QPainter, name: str, rect: QRect, ink: str = "text") -> None:
    """Paint the icon in the square `rect`."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(rect.topLeft(), pixmap(name, ink, rect.width(), ratio))
