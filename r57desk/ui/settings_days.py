"""Days off and make-up days of one year, with a way to add and to remove one. No deadline moves by it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from r57desk.domain.values import parse_value
from r57desk.domain.workdays import PublicDay
from r57desk.ui.flow import clear_layout
from r57desk.ui.parts import Button, Field, Link, Rule, icon_button, label
from r57desk.ui.session import Session
from r57desk.ui.shown_values import shown_date
from r57desk.ui.theme import SECOND, px, words_width
from r57desk.ui.toggles import Radio

_SHOWN = 5


class PublicDayList(QWidget):
    """Reads and writes the register of public days through the session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.year = session.as_of.year
        self._whole = False
        self._year = label("", bold=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.day = Field(self.tr("ngày/tháng/năm"))
        self.day.setFixedWidth(words_width(self.day.placeholderText()) + px(26))
        self.day.setAccessibleName(self.tr("Ngày"))
        self.name = Field(self.tr("Tên ngày"))
        self.name.setAccessibleName(self.tr("Tên ngày"))
        self.off = Radio(self.tr("Nghỉ"))
        self.made_up = Radio(self.tr("Làm bù"))
        self.off.setChecked(True)
        self._problem = label("", "soon", SECOND, wrap=True)
        self._problem.hide()
        self._build()
        self.refresh()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        for icon, name, by in (
            ("chevron-left", self.tr("Năm trước"), -1),
            ("chevron-right", self.tr("Năm sau"), 1),
        ):
            button = icon_button(icon, name)
            button.clicked.connect(lambda _=False, by=by: self.show_year(self.year + by))
            top.addWidget(button)
            if by < 0:
                top.addWidget(self._year)
        top.addStretch(1)
        column.addLayout(top)
        column.addLayout(self._rows)
        row, kinds = QHBoxLayout(), QHBoxLayout()
        add = Button(self.tr("Thêm ngày"), "plus")
        add.clicked.connect(self.add)
        row.addWidget(self.day)
        row.addWidget(self.name, 1)
        row.addWidget(add)
        kinds.setSpacing(14)
        kinds.addWidget(self.off)
        kinds.addWidget(self.made_up)
        kinds.addStretch(1)
        column.addLayout(row)
        column.addLayout(kinds)
        column.addWidget(self._problem)
        column.addWidget(label(self.tr("Đổi bảng này không đổi thời hạn nào."), "text2", SECOND))

    def show_year(self, year: int) -> None:
        """List the days of a year."""
        self.year = year
        self.refresh()

    def show_all(self) -> None:
        """List every day of the year, not the first few alone."""
        self._whole = True
        self.refresh()

    def refresh(self) -> None:
        """Read the days again."""
        self._year.setText(str(self.year))
        clear_layout(self._rows)
        days = [day for day in self._session.desk.register.public_days() if day.date.year == self.year]
        few = not self._whole and len(days) > _SHOWN + 1
        for day in days[:_SHOWN] if few else days:
            self._rows.addWidget(self._line(day))
        if few:
            more = Link(self.tr("Xem cả %n ngày", "", len(days)))
            more.clicked.connect(self.show_all)
            self._rows.addWidget(more)
        if not days:
            self._rows.addWidget(label(self.tr("Năm này chưa có ngày nào."), "text2"))

    def _line(self, day: PublicDay) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        when = label(shown_date(day.date))
        kinds = {"nghi": self.tr("Nghỉ"), "lam_bu": self.tr("Làm bù")}
        kind = label(kinds[day.type], "text2")
        kind.setFixedWidth(words_width(*kinds.values()))
        remove = icon_button("x", self.tr("Bỏ ngày {day}").format(day=shown_date(day.date)))
        remove.clicked.connect(lambda: self._remove(day.date))
        for part in (when, kind, label(day.name, wrap=True)):
            row.addWidget(part, 1 if part not in (when, kind) else 0)
        row.addWidget(remove)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(box)
        column.addWidget(Rule())
        return holder

    def add(self) -> None:
        """Write the day typed; say why when it is none."""
        parsed = parse_value("date", self.day.text())
        name = self.name.text().strip()
        if parsed.value is None or not name:
            words = self.tr("Ghi ngày dạng ngày/tháng/năm và tên ngày.")
            self._problem.setText(words)
            self._problem.show()
            return
        self._problem.hide()
        day = PublicDay(date.fromisoformat(parsed.value), "lam_bu" if self.made_up.isChecked() else "nghi", name)
        if self._session.write(lambda: self._session.desk.register.set_public_day(day)) is not None:
            self.day.clear()
            self.name.clear()
            self._whole = True
            self.show_year(day.date.year)

    def _remove(self, day: date) -> None:
        self._session.write(lambda: self._session.desk.register.remove_public_day(day))
        self.refresh()
