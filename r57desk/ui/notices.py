"""What the window tells the user in place: the undo bar, a long job's card, an empty screen, a banner."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from r57desk.ui.icons import pixmap
from r57desk.ui.painting import paint_box
from r57desk.ui.parts import Bar, Button, Link, OneLine, icon_button, label
from r57desk.ui.shown_values import grouped
from r57desk.ui.theme import BASE, SECOND, UNDO_BAR, px, tokens

_BOX = 440


def icon_label(name: str, ink: str = "text", size: int = 16) -> QLabel:
    """An icon standing alone."""
    made = QLabel()
    made.setPixmap(pixmap(name, ink, px(size), made.devicePixelRatioF()))
    made.setFixedSize(px(size), px(size))
    return made


class UndoBar(Bar):
    """What was done and the way back, 36 px above the status bar, until the next change or ×."""

    undo_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "top")
        self.setParent(parent)
        self.setFixedHeight(px(UNDO_BAR))
        self._icon = icon_label("check")
        self._words = OneLine()
        self._undo = Link("")
        self._close = icon_button("x", self.tr("Đóng thông báo"))
        self._action: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 10, 0)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._close.clicked.connect(self.hide)
        self.hide()

    def show_done(self, words: str, link: str = "", action: Callable[[], object] | None = None) -> None:
        """Say what was done; `link` takes it back by calling `action`."""
        self._say("check", "text", words, link, action)

    def show_problem(self, words: str, link: str = "", action: Callable[[], object] | None = None) -> None:
        """Say what could not be done and why; the register is unchanged."""
        self._say("triangle-alert", "soon", words, link, action)

    def _say(self, icon: str, ink: str, words: str, link: str, action: Callable[[], object] | None) -> None:
        self._icon.setPixmap(pixmap(icon, ink, px(16), self.devicePixelRatioF()))
        self._words.setText(words)
        self._undo.setText(link)
        self._undo.setVisible(bool(link))
        self._action = action
        self.setAccessibleName(words)
        self.show()

    def words(self) -> str:
        """What the bar says now."""
        return self._words.text()

    def _on_undo_clicked(self) -> None:
        action, self._action = self._action, None
        self.hide()
        if action is not None:
            action()


class _Gauge(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setFixedHeight(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, self.rect(), "band", "", radius=3)
        if self.share > 0:
            filled = self.rect()
            filled.setWidth(max(6, round(self.width() * self.share)))
            paint_box(painter, filled, "accent", "", radius=3)


class ProgressCard(QWidget):
    """A long job: what is happening, how far, and a way to stop it; shown after 400 ms by the job runner."""

    cancelled = Signal()

    def __init__(self, doing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doing = doing
        self._words, self._percent, self._gauge = label(doing), label(), _Gauge()
        self._cancel = Button(self.tr("Huỷ"))
        self._cancel.clicked.connect(self._on_cancel_clicked)
        hint = label(self.tr("Huỷ lúc này thì sổ giữ nguyên như cũ."), "text2", SECOND)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self._percent)
        bottom.addWidget(hint, 1)
        bottom.addWidget(self._cancel)
        column.addLayout(top)
        column.addWidget(self._gauge)
        column.addLayout(bottom)
        self.setFixedWidth(px(430))

    def set_progress(self, done: int, total: int) -> None:
        """Rows done of all rows; a total of 0 means not known yet."""
        share = done / total if total else 0.0
        counted = self.tr("{doing} dòng {done} trên {total}")
        shown = counted.format(doing=self._doing, done=grouped(done), total=grouped(total))
        self._words.setText(shown if total else self._doing)
        self._percent.setText(f"{share:.0%}" if total else "")
        self._gauge.share = share
        self._gauge.update()

    def _on_cancel_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self.rect(), "surface", "edge")


class EmptyState(QWidget):
    """A screen with nothing in it: a dashed box, one sentence, one filled button, quiet links under it."""

    def __init__(self, icon: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = _DashedBox()
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(28, 26, 28, 24)
        inside.setSpacing(4)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(icon_label(icon, "text2", 40), 0, middle)
        inside.addSpacing(8)
        inside.addWidget(label(title, role=(18, 26), bold=True), 0, middle)
        words = label(sentence, "text2", BASE, wrap=True)
        words.setAlignment(middle)
        words.setFixedWidth(px(_BOX) - 56)
        words.setMinimumHeight(words.heightForWidth(px(_BOX) - 56))
        inside.addWidget(words)
        inside.addSpacing(8)
        self._inside = inside
        self._links = QHBoxLayout()
        self._links.setSpacing(4)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._box, 0, middle)
        column.addSpacing(10)
        column.addLayout(self._links)
        column.addStretch(1)
        self._links.addStretch(1)
        self._links.addStretch(1)

    def add_button(self, text: str, icon: str, action: Callable[[], None]) -> Button:
        """The one thing to do here."""
        made = Button(text, icon, "filled")
        made.clicked.connect(lambda: action())
        self._inside.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made

    def add_link(self, text: str, action: Callable[[], None]) -> Link:
        """A quieter way on."""
        if self._links.count() > 2:
            self._links.insertWidget(self._links.count() - 1, label("·", "text2"))
        made = Link(text)
        made.clicked.connect(lambda: action())
        self._links.insertWidget(self._links.count() - 1, made)
        return made


class _DashedBox(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(px(_BOX))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self.rect(), "surface", "edge", radius=6, dashed=True)


class Banner(QWidget):
    """A standing remark on a tinted ground: bold first words, then the rest."""

    def __init__(self, icon: str, first: str, rest: str, ink: str = "soon", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(icon_label(icon, ink), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        for text, bold in ((first, True), (rest, False)):
            if text:
                column.addWidget(label(text, ink, bold=bold, wrap=True))
        row.addLayout(column, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens()[f"{self._ink}_bg"])
