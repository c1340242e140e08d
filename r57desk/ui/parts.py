"""The small parts every screen is made of: buttons, links, chips, tags, badges, fields."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from r57desk.ui.icons import paint_icon
from r57desk.ui.marks import paint_mark
from r57desk.ui.painting import TAG_HEIGHT, paint_box, paint_focus, paint_line, paint_tag, tag_width
from r57desk.ui.theme import BASE, RADIUS, SECOND, field_sheet, font, line_height, px, scroll_bar_sheet, tokens

Variant = Literal["filled", "plain", "quiet"]
ICON = 16
_GAP = 7


class Button(QPushButton):
    """A button 28 px high: filled (one per screen), plain with an edge, or quiet without one.

    `progress` puts a progress mark before the words, `chevron` says that a list opens.
    """

    def __init__(
        self,
        text: str = "",
        icon_name: str = "",
        variant: Variant = "plain",
        *,
        chevron: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.icon_name, self.variant, self.chevron = icon_name, variant, chevron
        self.progress = ""
        self.setFont(font(BASE, bold=variant == "filled"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_variant(self, variant: Variant) -> None:
        """Become the one filled button of a screen, or stop being it."""
        self.variant = variant
        self.setFont(font(BASE, bold=variant == "filled"))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button the keyboard is on, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def words(self) -> str:
        """The text as it is shown: a single & marks a key, a double one is an &."""
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _padding(self) -> int:
        if self.progress:
            return 8
        return 6 if self.variant == "quiet" else 10 if self.icon_name else 11

    def _leading(self) -> int:
        if self.progress:
            return px(14) + 5
        return px(ICON) + (_GAP if self.text() else 0) if self.icon_name else 0

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.words())
        width = 2 * self._padding() + self._leading() + words + (px(14) + 5 if self.chevron else 0)
        return QSize(max(width, px(28)), max(px(28), line_height() + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _colours(self) -> tuple[str, str, str]:
        """Fill, edge and text tokens of the present state."""
        if self.variant == "filled":
            return ("accent", "", "onaccent") if self.isEnabled() else ("band", "line", "off")
        if not self.isEnabled():
            return ("surface" if self.variant == "plain" else "", "line" if self.variant == "plain" else "", "off")
        fill = "select" if self.isDown() or self.isChecked() else "hover" if self.underMouse() else ""
        if self.variant == "quiet":
            return fill, "", "text2"
        return fill or "surface", "accent" if self.isChecked() else "edge", "text"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, ink = self._colours()
        if fill or edge:
            paint_box(painter, self.rect(), fill, edge, radius=RADIUS)
        if self.hasFocus():
            ring = self.rect().adjusted(2, 2, -2, -2) if self.variant == "filled" else self.rect()
            paint_box(painter, ring, "", "onaccent" if self.variant == "filled" else "accent", width=2)
        self._paint_content(painter, ink)

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        left, middle = self._padding(), self.rect().center().y() + 1
        if not self.text() and self.icon_name:
            left = (self.width() - px(ICON)) // 2
        if self.icon_name:
            side = px(ICON)
            paint_icon(painter, self.icon_name, QRect(left, middle - side // 2, side, side), ink)
        elif self.progress:
            paint_mark(painter, self.progress, left, middle - px(14) / 2, px(14))
        left += self._leading()
        right = self.width() - self._padding()
        if self.chevron:
            side = px(14)
            paint_icon(painter, "chevron-down", QRect(right - side, middle - side // 2, side, side), ink)
            right -= side + 4
        area = QRect(left, 0, right - left + 2, self.height())
        paint_line(painter, area, self.words(), ink, self.font())


def icon_button(icon_name: str, name: str, key: str = "", parent: QWidget | None = None) -> Button:
    """A quiet button of an icon alone: it always carries its name, and a tooltip with its key."""
    made = Button("", icon_name, "quiet", parent=parent)
    made.setAccessibleName(name)
    made.setToolTip(f"{name} ({key})" if key else name)
    return made


class Link(QAbstractButton):
    """Words in accent (or another ink) that act when clicked; underlined under the mouse or the keyboard."""

    def __init__(
        self, text: str, role: tuple[int, int] = BASE, ink: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ink = ink
        self.setText(text)
        self.setFont(font(role))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 4, max(px(24), metrics.height()))

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = self.font()
        face.setUnderline(self.isEnabled() and (self.underMouse() or self.hasFocus()))
        paint_line(painter, self.rect().adjusted(2, 0, 0, 0), self.text(), self._ink(), face)
        if self.hasFocus():
            paint_focus(painter, self.rect(), RADIUS)

    def _ink(self) -> str:
        return self.ink if self.isEnabled() else "off"


class Tag(QWidget):
    """A state, 20 px high, no border: word first, icon second, colour third."""

    def __init__(
        self,
        word: str,
        icon_name: str = "",
        ink: str = "calm",
        *,
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._dashed = dashed
        self.set_state(word, icon_name, ink)

    def set_state(self, word: str, icon_name: str = "", ink: str = "calm") -> None:
        """Show another state."""
        self.word, self._icon, self._ink = word, icon_name, ink
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tag_width(self.word, self._icon), max(px(TAG_HEIGHT), line_height(SECOND) + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tag(QPainter(self), self.rect(), self.word, self._icon, self._ink, dashed=self._dashed)


class Field(QLineEdit):
    """A text field 28 px high, with an icon in front when one is named. Nothing rewrites what is being typed."""

    def __init__(self, placeholder: str = "", icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon_name = icon_name
        self.setFont(font())
        self.setPlaceholderText(placeholder)
        self.setStyleSheet(field_sheet())
        self.setFixedHeight(max(px(28), line_height() + 8))
        if icon_name:
            self.setTextMargins(px(ICON) + 5, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.icon_name:
            side = px(ICON)
            paint_icon(QPainter(self), self.icon_name, QRect(9, (self.height() - side) // 2, side, side), "text2")


def label(
    text: str = "", ink: str = "text", role: tuple[int, int] = BASE, *, bold: bool = False, wrap: bool = False
) -> QLabel:
    """Plain words in a ink's colour; never HTML, so a title with `<` stays itself."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(role, bold=bold))
    made.setWordWrap(wrap)
    palette = made.palette()
    palette.setColor(made.foregroundRole(), tokens()[ink])
    made.setPalette(palette)
    return made


class OneLine(QWidget):
    """Words that give way: elided when there is no room, whole in the tooltip."""

    def __init__(self, ink: str = "text", role: tuple[int, int] = BASE, *, bold: bool = False) -> None:
        super().__init__()
        self._ink, self._text = ink, ""
        self.setFont(font(role, bold=bold))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The whole words."""
        return self._text

    def setText(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_line(QPainter(self), self.rect(), self._text, self._ink, self.font())


class Rule(QWidget):
    """A thin separator line, across or upright."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens()["line"])


class Bar(QWidget):
    """A strip of the frame: one ground, with a thin line at its bottom or top edge."""

    def __init__(self, ink: str = "window", edge: Literal["bottom", "top", ""] = "bottom") -> None:
        super().__init__()
        self.ink, self._edge = ink, edge

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens()[self.ink])
        if self._edge:
            line = self.height() - 1 if self._edge == "bottom" else 0
            painter.setPen(QPen(tokens()["line"], 1))
            painter.drawLine(0, line, self.width(), line)


def scroll_area(content: QWidget, ink: str = "surface") -> QScrollArea:
    """`content` in an area that scrolls up and down with a thin bar, on one ground."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.verticalScrollBar().setStyleSheet(scroll_bar_sheet())
    for widget in (area.viewport(), content):
        palette = widget.palette()
        palette.setColor(widget.backgroundRole(), tokens()[ink])
        widget.setPalette(palette)
        widget.setAutoFillBackground(True)
    return area
