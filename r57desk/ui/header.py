"""The header: where one is, as of which day, the search box, undo and redo, and the three things to do."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QSizePolicy, QWidget

from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_box, paint_line
from r57desk.ui.parts import Bar, Button, Rule, icon_button, label
from r57desk.ui.session import Session
from r57desk.ui.shown_values import shown_date
from r57desk.ui.theme import BREAKPOINT, HEADER, SEARCH, SMALL, VIEW_TITLE, font, px


class SearchBox(QAbstractButton):
    """Looks like the search field it opens; carries its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Tìm trong sổ"))
        self.setAccessibleName(self.text())
        self.setToolTip(f"{self.text()} (Ctrl+K)")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.narrow = False

    def sizeHint(self) -> QSize:
        return QSize(px(SEARCH[1] if self.narrow else SEARCH[0]), px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(34), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, self.rect(), "surface", "accent" if self.hasFocus() else "edge", width=1 + self.hasFocus())
        side = px(16)
        paint_icon(painter, "search", QRect(9, (self.height() - side) // 2, side, side), "text2")
        if self.width() < px(110):
            return
        key = "Ctrl+K"
        painter.setFont(font(SMALL))
        wide = painter.fontMetrics().horizontalAdvance(key) + 10
        cap = QRect(self.width() - wide - 8, (self.height() - px(17)) // 2, wide, px(17))
        paint_box(painter, cap, "window", "line", radius=3)
        paint_line(painter, cap.adjusted(5, 0, 0, 0), key, "text3", font(SMALL))
        words = QRect(9 + side + 6, 0, cap.left() - side - 20, self.height())
        paint_line(painter, words, self.text(), "text3", font())


class Header(Bar):
    """Emits what was asked for; the window does it."""

    search_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()
    print_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("window", "bottom")
        self.setParent(parent)
        self._session = session
        self.setFixedHeight(px(HEADER))
        self._title = label("", role=VIEW_TITLE, bold=True)
        self._beside = label("", "text2")
        self._dated = True
        self.as_of = Button("", "calendar-clock", "quiet")
        self.search = SearchBox()
        self.undo = icon_button("undo-2", self.tr("Hoàn tác"), "Ctrl+Z")
        self.redo = icon_button("redo-2", self.tr("Làm lại"), "Ctrl+Y")
        self.importing = Button(self.tr("Nhập từ Excel…"), "file-input")
        self.exporting = Button(self.tr("Gửi đi…"), "send")
        self.printing = Button(self.tr("In…"), "printer")
        self._words: dict[Button, str] = {}
        self._usual = (self.importing.text(), self.exporting.text())
        self._build()
        self._connect()
        self.show_as_of()

    def _build(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(16, 0, 12, 1)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._beside)
        row.addWidget(self.as_of)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addSpacing(2)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        rule = Rule(upright=True)
        rule.setFixedHeight(px(20))
        row.addWidget(rule)
        for button in (self.importing, self.exporting, self.printing):
            row.addWidget(button)
            self._words[button] = button.text()
            button.setAccessibleName(button.text())
            button.setToolTip(button.text())

    def _connect(self) -> None:
        session = self._session
        self.as_of.clicked.connect(self.open_as_of)
        self.search.clicked.connect(self.search_asked)
        self.undo.clicked.connect(session.undo)
        self.redo.clicked.connect(session.redo)
        self.importing.clicked.connect(self.import_asked)
        self.exporting.clicked.connect(self.export_asked)
        self.printing.clicked.connect(self.print_asked)
        session.as_of_changed.connect(self.show_as_of)

    def set_title(self, title: str, beside: str = "", *, dated: bool = True) -> None:
        """Name the view. One that is not `dated` shows no tasks: its buttons are about packets, and nothing is printed."""
        self._title.setText(title)
        self._beside.setText(beside)
        self._beside.setVisible(bool(beside))
        self._dated = dated
        self.as_of.setVisible(dated)
        self.printing.setVisible(dated)
        packets = (self.tr("Nhập gói nhận được…"), self.tr("Gửi gói đi…"))
        for button, words in zip((self.importing, self.exporting), self._usual if dated else packets, strict=True):
            self._words[button] = words
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._spare_words(self.width())

    def show_as_of(self) -> None:
        """Show the date every row is judged against."""
        day = shown_date(self._session.as_of)
        words = self._words[self.as_of] = self.tr("Tính đến {day}").format(day=day)
        self.as_of.setText(words)
        self.as_of.setAccessibleName(words)
        change = self.tr("Đổi ngày tính quá hạn")
        self.as_of.setToolTip(f"{words}. {change}")
        self.as_of.updateGeometry()

    def open_as_of(self) -> None:
        """Choose another as-of date."""
        from r57desk.ui.as_of_popup import AsOfPopup

        popup = AsOfPopup(self._session.as_of, self._session.desk.today(), self)
        popup.picked.connect(self._session.set_as_of)
        popup.open_under(self.as_of)

    def show_undo(self, undo: str, redo: str, *, possible: bool, again: bool) -> None:
        """Say what Ctrl+Z and Ctrl+Y would do now."""
        for button, words, on, name, key in (
            (self.undo, undo, possible, self.tr("Hoàn tác"), "Ctrl+Z"),
            (self.redo, redo, again, self.tr("Làm lại"), "Ctrl+Y"),
        ):
            button.setEnabled(on)
            full = f"{name}: {words}" if words else name
            button.setAccessibleName(full)
            button.setToolTip(f"{full} ({key})")

    def set_has_tasks(self, has: bool) -> None:
        """Sending and printing need something to send or print."""
        self.exporting.setEnabled(has)
        self.printing.setEnabled(has)
        self.importing.setEnabled(not self._session.read_only)

    def fit(self, width: int) -> None:
        """Take the form for a window of this width."""
        self.search.narrow = width < BREAKPOINT
        self.search.updateGeometry()
        self._spare_words(self.width())

    def _spare_words(self, room: int) -> None:
        """Large text in a small window: the buttons keep their icons, then the date too; names stay in the tooltips."""
        for button, words in self._words.items():
            button.setText(words)
        for button in (self.printing, self.exporting, self.importing, self.as_of):
            if self._row.minimumSize().width() <= room:
                break
            button.setText("")
            self._row.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_words(event.size().width())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(400), px(HEADER))
