"""The history of one task: who changed what, from what to what, where it came from; each value can come back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from r57desk.domain.fields import BY_CODE
from r57desk.domain.status import DEFAULT_PROGRESS
from r57desk.ui.flow import clear_layout
from r57desk.ui.parts import Link, Rule, label
from r57desk.ui.session import Session
from r57desk.ui.shown_values import shown_canonical
from r57desk.ui.theme import SECOND

if TYPE_CHECKING:
    from r57desk.services.history import HistoryEntry

EXISTS = "#exists"
SHORT = 8  # entries shown before “Xem cả …”
_LONGEST = 160
_SAID = ("request", "undone", "set_aside")


class HistoryList(QWidget):
    """Entries newest first; `restore_asked(field, canonical text or None)` when a value is wanted back."""

    restore_asked = Signal(str, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entries: list[HistoryEntry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def set_entries(self, entries: list[HistoryEntry], *, whole: bool = False) -> None:
        """Show these entries (newest first), the first few unless `whole`; a row's making is one entry."""
        clear_layout(self._column)
        made = {entry.edit_id for entry in entries if entry.field == EXISTS and entry.new}
        entries = [entry for entry in entries if entry.field == EXISTS or entry.edit_id not in made]
        self._entries = entries
        shown = entries if whole else entries[:SHORT]
        for entry in shown:
            self._column.addWidget(self._entry(entry))
        if len(shown) < len(entries):
            more = Link(self.tr("Xem cả {n} mục").format(n=len(entries)))
            more.clicked.connect(lambda: self.set_entries(self._entries, whole=True))
            self._column.addWidget(more)

    def _entry(self, entry: HistoryEntry) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(1)
        top = QHBoxLayout()
        office = self._session.desk.register.find_office_name(entry.office)
        who = " · ".join(part for part in (shown_time(entry.when), office, entry.author) if part)
        top.addWidget(label(who, "text3", SECOND, wrap=True), 1)
        if entry.field in BY_CODE and entry.state in ("live", "replaced") and entry.old != entry.new:
            top.addWidget(self._restore_link(entry), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        undone = entry.state in ("undone", "set_aside")
        column.addWidget(label(self.sentence(entry), "off" if undone else "text", wrap=True))
        standing = entry.state_word(self._session.language) if entry.state in _SAID else ""
        beneath = " · ".join(part for part in (entry.source, standing) if part)
        if beneath:
            column.addWidget(label(beneath, "text3", SECOND, wrap=True))
        column.addSpacing(4)
        column.addWidget(Rule())
        return box

    def _restore_link(self, entry: HistoryEntry) -> Link:
        link = Link(self.tr("Khôi phục"), SECOND)
        old = shown_canonical(entry.field, entry.old, self._session.language) or self.tr("(trống)")
        link.setEnabled(not self._session.read_only)
        link.setToolTip(self.tr("Ghi lại giá trị cũ: {value}").format(value=old[:_LONGEST]))
        link.clicked.connect(lambda: self.restore_asked.emit(entry.field, entry.old))
        return link

    def sentence(self, entry: HistoryEntry) -> str:
        """“Tiến độ: Chưa thực hiện → Đang thực hiện”; what happened to the whole row in words."""
        if entry.field == EXISTS:
            if not entry.new:
                return self.tr("Xoá nhiệm vụ")
            return self.tr("Nhập từ tệp") if entry.source else self.tr("Tạo nhiệm vụ")
        old, new = (self._shown(entry.field, value) for value in (entry.old, entry.new))
        return f"{entry.label(self._session.language)}: {old} → {new}"

    def _shown(self, field: str, value: str | None) -> str:
        if field == "progress":
            value = value or DEFAULT_PROGRESS
        text = shown_canonical(field, value, self._session.language) if field in BY_CODE else (value or "")
        text = " ".join(text.split())
        if not text:
            return self.tr("(trống)")
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def shown_time(when: str) -> str:
    """24/09/2025 10:32 of an ISO time; the text itself when it is none."""
    try:
        return f"{datetime.fromisoformat(when):%d/%m/%Y %H:%M}"
    except ValueError:
        return when
