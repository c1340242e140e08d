"""The status bar: how many rows, how many late, whose register, when it was saved; every number opens its list."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from r57desk.ui.painting import paint_line
from r57desk.ui.parts import Bar, Link, label
from r57desk.ui.session import Session
from r57desk.ui.shown_values import grouped
from r57desk.ui.theme import BREAKPOINT, SECOND, STATUS_BAR, font, px


class _Shown(QWidget):
    """“Hiển thị 140 / 156” with the first number bold."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[str, str, str] = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(STATUS_BAR) - 1)

    def set_parts(self, before: str, number: str, after: str) -> None:
        self._parts = (before, number, after)
        self.setAccessibleName("".join(self._parts))
        wide = 0
        for place, text in enumerate(self._parts):
            self.setFont(font(SECOND, bold=place == 1))
            wide += self.fontMetrics().horizontalAdvance(text)
        self.setFixedWidth(wide + 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), self.rect()
        for place, text in enumerate(self._parts):
            face = font(SECOND, bold=place == 1)
            paint_line(painter, rect, text, "text" if place == 1 else "text2", face)
            rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(text))


class StatusBar(Bar):
    """Emits `overdue_asked` and `soon_asked`: the lists behind the numbers."""

    overdue_asked = Signal()
    soon_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("window", "top")
        self.setParent(parent)
        self._session = session
        self.setFixedHeight(px(STATUS_BAR))
        self._shown = _Shown()
        self._selected = label("", "text2", SECOND)
        self.overdue = Link("", SECOND, "late")
        self.soon = Link("", SECOND)
        self._hint = label("", "text3", SECOND)
        self._instead = False
        self._counts = (0, 0)
        self._office = label("", "text2", SECOND)
        self._read_only = label("", "soon", SECOND, bold=True)
        self._sample = label("", "text2", SECOND)
        self._backup = label("", "text2", SECOND)
        self._saved = label("", "text2", SECOND)
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(16, 1, 12, 0)
        row.setSpacing(14)
        for part in (self._shown, self._selected, self.overdue, self.soon, self._hint):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._office, self._read_only, self._sample, self._backup, self._saved):
            row.addWidget(part)
        for link in (self.overdue, self.soon):
            link.setFixedHeight(px(STATUS_BAR) - 1)
        self.overdue.clicked.connect(self.overdue_asked)
        self.soon.clicked.connect(self.soon_asked)

    def show_counts(self, shown: int, total: int, overdue: int, soon: int) -> None:
        """Rows shown of all, overdue and due soon among those shown."""
        if total:
            self._shown.set_parts(self.tr("Hiển thị") + " ", grouped(shown), f" / {grouped(total)}")
        else:
            self._shown.set_parts(self.tr("Sổ chưa có nhiệm vụ"), "", "")
        self.overdue.setText(self.tr("Quá hạn {n}").format(n=grouped(overdue)))
        self._counts = (overdue, soon)
        self._show_or_hide()
        days = self._session.warn_days
        self.soon.setText(self.tr("Đến hạn trong {days} ngày: {n}").format(days=days, n=grouped(soon)))

    def show_selected(self, count: int) -> None:
        """How many rows are chosen."""
        self._selected.setText(self.tr("Đã chọn {n}").format(n=grouped(count)) if count else "")
        self._selected.setVisible(count > 0 and not self._instead)

    def show_hint(self, words: str, *, instead: bool = False) -> None:
        """What the present view can do with the keyboard or the mouse; `instead` of the counts of tasks."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self._instead = instead
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        overdue, soon = self._counts
        self._shown.setVisible(not self._instead)
        self._selected.setVisible(bool(self._selected.text()) and not self._instead)
        self.overdue.setVisible(overdue > 0 and not self._instead)
        self.soon.setVisible(soon > 0 and not self._instead)

    def show_register(
        self, office: str, *, read_only: bool = False, sample: bool, backup: str, saved: str, today: date
    ) -> None:
        """Whose register it is, whether samples are in it, the last backup and the last write (ISO times or "")."""
        self._office.setText(office)
        self._read_only.setText(self.tr("Chỉ xem") if read_only else "")
        self._read_only.setVisible(read_only)
        self._sample.setText(self.tr("Dữ liệu mẫu") if sample else "")
        self._sample.setVisible(sample)
        self._backup.setText(
            self.tr("Sao lưu {time}").format(time=short_time(backup, today, self.tr("hôm nay"))) if backup else ""
        )
        self._backup.setVisible(bool(backup) and self.width() >= BREAKPOINT - 76)
        self._saved.setText(self.tr("Đã lưu {time}").format(time=short_time(saved, today, "")) if saved else "")
        self._saved.setVisible(bool(saved))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(400), px(STATUS_BAR))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= BREAKPOINT - 76
        self._office.setVisible(wide)
        self._backup.setVisible(wide and bool(self._backup.text()))


def short_time(when: str, today: date, today_word: str) -> str:
    """07:45 with `today_word` for an ISO time of today, else 23/09/2025 07:45."""
    moment = datetime.fromisoformat(when)
    if moment.date() == today:
        return f"{moment:%H:%M} {today_word}".strip()
    return f"{moment:%d/%m/%Y %H:%M}"
