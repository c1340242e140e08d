"""The chooser of the as-of date: typed or picked, and back to today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from r57desk.domain.values import parse_value
from r57desk.ui.deadline_words import problem_sentence
from r57desk.ui.icons import icon
from r57desk.ui.parts import Button, Field, Link, label
from r57desk.ui.popup import Popup
from r57desk.ui.shown_values import shown_date
from r57desk.ui.theme import SECOND, font, px, tokens
from r57desk.ui.translation import language_now


class AsOfPopup(Popup):
    """Emits `picked(date)` and closes."""

    picked = Signal(object)

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = Field(self.tr("ngày/tháng/năm"))
        self.field.setText(shown_date(day))
        self.field.setAccessibleName(self.tr("Tính đến ngày"))
        self.field.returnPressed.connect(self.keep)
        self._problem = label("", "soon", SECOND, wrap=True)
        self._problem.hide()
        self.calendar = QCalendarWidget()
        self.calendar.setFont(font())
        self.calendar.setLocale(QLocale())
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._on_calendar_clicked)
        self._today = today
        self._dress_calendar()
        self._build()

    def _dress_calendar(self) -> None:
        """Days off are grey, not red: red means overdue and nothing else."""
        grey = QTextCharFormat()
        grey.setForeground(tokens()["text3"])
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, grey)
        for name, shown in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(shown))
        months = self.calendar.findChild(QToolButton, "qt_calendar_monthbutton")
        if months is not None:  # its menu opens on a click; the style's arrow would stand on the words
            months.setStyleSheet("QToolButton{font-weight:bold} QToolButton::menu-indicator{image:none}")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Tính đến ngày"), bold=True))
        row, foot = QHBoxLayout(), QHBoxLayout()
        keep = Button(self.tr("Xem"), variant="filled")
        keep.clicked.connect(self.keep)
        row.addWidget(self.field, 1)
        row.addWidget(keep)
        column.addLayout(row)
        column.addWidget(self._problem)
        column.addWidget(self.calendar)
        today = Link(self.tr("Hôm nay, {day}").format(day=shown_date(self._today)))
        today.clicked.connect(lambda: self._pick(self._today))
        foot.addWidget(today)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addWidget(
            label(
                self.tr("Chỉ cách tính quá hạn đổi theo ngày này; nội dung sổ không đổi."), "text2", SECOND, wrap=True
            )
        )
        self.setFixedWidth(max(px(340), self.calendar.minimumSizeHint().width() + 26))

    def open_under(self, owner: QWidget) -> None:
        """Show below the button that asks for a date."""
        super().open_under(owner)
        self.field.setFocus()
        self.field.selectAll()

    def keep(self) -> None:
        """Take the typed date, or say why it is none."""
        parsed = parse_value("date", self.field.text())
        if parsed.value is None:
            words = problem_sentence(parsed.problem or "date_unread", language_now()).split(". ")[0] + "."
            self._problem.setText(words)
            self._problem.show()
            self.adjustSize()
            return
        self._pick(date.fromisoformat(parsed.value))

    def _on_calendar_clicked(self, picked: QDate) -> None:
        self._pick(date(picked.year(), picked.month(), picked.day()))

    def _pick(self, day: date) -> None:
        self.close()
        self.picked.emit(day)
