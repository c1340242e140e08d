"""The left list of an import preview: how many lines of each kind; choosing one shows only those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from r57desk.ui.icons import paint_icon
from r57desk.ui.import_words import LOOKS, SIDE_ORDER, state_count, state_name
from r57desk.ui.painting import paint_focus, paint_line
from r57desk.ui.parts import Link, label, scroll_area
from r57desk.ui.side import Side
from r57desk.ui.theme import BASE, BREAKPOINT, SECOND, font, px, tokens

SIDE_WIDTH = (236, 222)
_ROW = (36, 32)


class CountButton(QAbstractButton):
    """One kind: icon, name, figure and unit."""

    def __init__(self, state: str, name: str) -> None:
        super().__init__()
        self.state, self.count, self._figure, self._unit = state, 0, "", ""
        self.narrow = False
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int, figure: str, unit: str) -> None:
        """Show how many lines of this kind there are."""
        self.count, self._figure, self._unit = count, figure, unit
        self.setAccessibleName(" ".join(part for part in (self.text(), figure, unit) if part))
        self.setEnabled(bool(count) or not self.state)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE_WIDTH[self.narrow]), px(_ROW[self.narrow]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), tokens()["select"])
            painter.fillRect(QRect(0, 0, 3, self.height()), tokens()["accent"])
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), tokens()["hover"])
        if self.hasFocus():
            paint_focus(painter, self.rect())
        inside = self.rect().adjusted(14 - 2 * self.narrow, 0, -14, 0)
        look = LOOKS.get(self.state)
        ink = look.ink if look and self.isEnabled() else "text" if not look else "off"
        if look:
            side = px(14)
            paint_icon(painter, look.icon, QRect(inside.left(), (self.height() - side) // 2, side, side), ink)
            inside.setLeft(inside.left() + side + 4)
        self._paint_figures(painter, inside)
        paint_line(painter, inside, self.text(), ink, font(BASE, bold=not look))

    def _paint_figures(self, painter: QPainter, inside: QRect) -> None:
        """The unit at the right end, the figure before it in bold; `inside` gives up their room."""
        if not self.state:
            if not self.narrow:
                paint_line(painter, inside, self._unit, "text2", font(SECOND), right=True)
            return
        ink = "text" if self.isEnabled() else "off"
        unit = QFontMetrics(font(BASE)).horizontalAdvance(self._unit) + 4
        paint_line(painter, inside, self._unit, "text2" if self.isEnabled() else "off", font(BASE), right=True)
        bold = font(BASE, bold=self.isEnabled())
        paint_line(painter, inside.adjusted(0, 0, -unit, 0), self._figure, ink, bold, right=True)
        inside.setRight(inside.right() - unit - QFontMetrics(bold).horizontalAdvance(self._figure) - 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)


class ImportSide(Side):
    """“Tất cả” and the kinds, remarks under them, and where the file comes from at the foot."""

    sender_asked = Signal()
    state_chosen = Signal(str)  # "" for everything that needs a look or will be written

    def __init__(self) -> None:
        super().__init__("right")
        self._group = QButtonGroup(self)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(scroll_area(content))
        self.buttons: dict[str, CountButton] = {}
        for state, name in (("", self.tr("Tất cả")), *((state, state_name(state)) for state in SIDE_ORDER)):
            self._add(CountButton(state, name))
        self.buttons[""].setChecked(True)
        self.remarks = label("", "text2", SECOND, wrap=True)
        self.remarks.setContentsMargins(14, 8, 12, 0)
        self.origin = label("", "text2", SECOND, wrap=True)
        self.origin.setContentsMargins(14, 10, 12, 0)
        self._column.addWidget(self.remarks)
        self._column.addStretch(1)
        self._column.addWidget(self.origin)
        self.sender_link = Link(self.tr("Tệp của cơ quan khác…"), SECOND)
        self.sender_link.clicked.connect(self.sender_asked)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 0, 0)
        row.addWidget(self.sender_link)
        row.addStretch(1)
        self._column.addLayout(row)

    def _add(self, button: CountButton) -> None:
        button.clicked.connect(lambda: self.state_chosen.emit(button.state))
        self._group.addButton(button)
        self._column.addWidget(button)
        self.buttons[button.state] = button

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show the figures; a kind without lines cannot be chosen."""
        for state, button in self.buttons.items():
            count = counts.get(state, 0)
            if state:
                button.set_count(count, *state_count(state, count))
            else:
                button.set_count(count, "", self.tr("việc cần xem lên đầu"))
        for state in ("note", "review"):
            self.buttons[state].setVisible(bool(counts.get(state)))
        self.buttons[""].setChecked(True)

    def set_remarks(self, remarks: Sequence[str], origin: Sequence[str]) -> None:
        """Say what is not in the figures, and where the file comes from."""
        self.remarks.setText("\n\n".join(remarks))
        self.origin.setText("\n".join(origin))

    def choose(self, state: str) -> None:
        """Show the lines of one kind, as if it had been clicked."""
        self.buttons[state].setChecked(True)
        self.state_chosen.emit(state)

    def fit(self, window: int) -> None:
        """Take the measures for a window of this width."""
        narrow = window < BREAKPOINT
        self.setFixedWidth(px(SIDE_WIDTH[narrow]))
        for button in self.buttons.values():
            button.narrow = narrow
            button.updateGeometry()
