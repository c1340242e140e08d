"""The rail: the views, one under another, and the settings at the foot. Only what works is there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_box, paint_focus
from r57desk.ui.parts import Button, icon_button
from r57desk.ui.theme import HEADER, RADIUS, RAIL, SMALL, font, line_height, px, tokens
from r57desk.ui.views import VIEWS

_ITEM, _SHORT_ITEM, _LOW_WINDOW = 50, 44, 580
_MOST_BADGE = 100


class RailItem(QAbstractButton):
    """An entry of the rail: icon over name; the chosen one has the accent at its left."""

    def __init__(self, icon_name: str, name: str, key: str, *, choosable: bool = True) -> None:
        super().__init__()
        self.icon_name = icon_name
        self.low = False
        self.badge = 0
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})")
        self.setCheckable(choosable)
        self.setAutoExclusive(choosable)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(font(SMALL))

    def set_badge(self, number: int, spoken: str = "") -> None:
        """Show how many things wait to be decided there; none for 0."""
        self.badge = number
        self.setAccessibleName(f"{self.text()}, {spoken}" if number and spoken else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(RAIL, px(_SHORT_ITEM if self.low else _ITEM))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens()
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.fillRect(self.rect(), theme["select" if chosen else "hover"])
        if chosen:
            painter.fillRect(QRect(0, 0, 3, self.height()), theme["accent"])
        ink = "accent" if chosen else "text2"
        side, words = px(20), line_height(SMALL)
        top = (self.height() - side - words - 1) // 2
        paint_icon(painter, self.icon_name, QRect((self.width() - side) // 2, top, side, side), ink)
        painter.setFont(font(SMALL, bold=chosen))
        painter.setPen(theme[ink])
        area = QRect(0, top + side + 2, self.width(), words)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.badge:
            self._paint_badge(painter, QRect((self.width() - side) // 2, top, side, side))
        if self.hasFocus():
            paint_focus(painter, self.rect(), RADIUS)

    def _paint_badge(self, painter: QPainter, icon: QRect) -> None:
        """The number on accent, at the upper right corner of the icon."""
        words, face = str(self.badge) if self.badge < _MOST_BADGE else f"{_MOST_BADGE - 1}+", font(SMALL, bold=True)
        painter.setFont(face)
        wide = max(px(16), painter.fontMetrics().horizontalAdvance(words) + 8)
        box = QRect(icon.right() - px(7), icon.top() - px(3), wide, px(15))
        paint_box(painter, box, "accent", "", radius=3)
        painter.setPen(tokens()["onaccent"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class Rail(QWidget):
    """Emits `view_asked(key)` and `settings_asked()`; the menu button opens every action as a list."""

    view_asked = Signal(str)
    settings_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(max(RAIL, px(64)))
        self.items: dict[str, RailItem] = {}
        self.menu: Button = icon_button("menu", self.tr("Mọi lệnh"), "F10")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._menu_box())
        for place, view in enumerate(VIEWS, 1):
            item = RailItem(view.icon, view.title(), f"Ctrl+{place}")
            item.clicked.connect(lambda _=False, key=view.key: self.view_asked.emit(key))
            self.items[view.key] = item
            column.addWidget(item)
        column.addStretch(1)
        self.settings = RailItem("settings", self.tr("Cài đặt"), "Ctrl+,", choosable=False)
        self.settings.clicked.connect(self.settings_asked)
        column.addWidget(self.settings)
        column.addSpacing(8)

    def _menu_box(self) -> QWidget:
        box = QWidget()
        box.setFixedHeight(px(HEADER))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignCenter)
        return box

    def choose(self, key: str) -> None:
        """Mark a view as the one shown."""
        if key in self.items:
            self.items[key].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.window().height() < px(_LOW_WINDOW)
        for item in (*self.items.values(), self.settings):
            if item.low != low:
                item.low = low
                item.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}
        if event.key() in steps:
            self.focusNextPrevChild(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens()["window"])
        line = tokens()["line"]
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), line)
        painter.fillRect(QRect(0, px(HEADER) - 1, self.width(), 1), line)
