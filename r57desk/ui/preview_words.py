"""What the cells of an import preview say."""

from __future__ import annotations

from PySide6.QtCore import QObject

from r57desk.services.planning import ImportPlan
from r57desk.ui.import_lines import CellLine, GroupLine, Line
from r57desk.ui.import_model import FIELD, NEW, NUMBER, OLD, TITLE, WHERE
from r57desk.ui.import_words import short_field_name, state_name, value_words
from r57desk.ui.review_words import EXISTS, shown_words
from r57desk.ui.session import Session
from r57desk.ui.short_offices import short_office
from r57desk.ui.shown_values import grouped

_SAID_OF_NEW = ("lead", "deadline_text", "deliverable")


class PreviewWords(QObject):
    """Says lines of `plan` in the session's language."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.plan: ImportPlan | None = None
        self._written: tuple[object, dict[str, str]] = (None, {})  # of one row: field → office

    def cell(self, line: Line, column: int) -> str:
        """The words of one cell of the preview."""
        if isinstance(line, GroupLine):
            return f"{state_name(line.state)}: {grouped(line.count)}"
        if column == NUMBER:
            return line.stt
        if column == TITLE:
            return line.title
        if column == FIELD:
            return self._field(line.field) if line.field else self._whole_row(line)
        if column == OLD:
            return self._old_words(line)
        if column == NEW:
            return self._new_words(line)
        return line.where if column == WHERE else state_name(line.state)

    def _field(self, code: str) -> str:
        return self.tr("Nhiệm vụ") if code == EXISTS else short_field_name(code, self._session.language)

    def _whole_row(self, line: CellLine) -> str:
        return self.tr("Cả dòng") if line.state != "missing" else ""

    def _old_words(self, line: CellLine) -> str:
        if line.state == "new" or (line.state == "review" and not line.field):
            return self.tr("(chưa có)")
        value = self._value_in_register(line) if line.remark is not None and line.cell is None else line.old
        return self._value(line.field, value) or self.tr("(trống)") if line.field else ""

    def _value(self, field: str, value: str | None) -> str:
        if field == EXISTS:
            return shown_words(field, value, self._session.language)
        return value_words(field, value, self._session.language)

    def _value_in_register(self, line: CellLine) -> str | None:
        task = self._session.find_task(line.row_id) if line.row_id else None
        value = getattr(task, line.field, None) if task is not None and line.field else None
        return str(value) if value else None

    def _new_words(self, line: CellLine) -> str:
        language = self._session.language
        if line.remark is not None:
            return f"“{' '.join(line.remark.raw.split())}”"
        if line.cell is not None or line.carried is not None:
            return self._value(line.field, line.new) or self.tr("(xoá)")
        if not line.field and line.row is not None and self.plan is not None and line.state in ("new", "review"):
            said = self.plan.reading.values_of(line.row)
            parts = (value_words(code, said.get(code), language) for code in _SAID_OF_NEW)
            return " · ".join(" ".join(part.split()) for part in parts if part)
        return ""

    def reason(self, line: CellLine) -> str:
        """Why a line is to be looked at; empty for the others."""
        if line.remark is not None:
            reason = line.remark.reason(self._session.language)
            return reason[:1].upper() + reason[1:] + "."
        if line.offices:
            names = ", ".join(map(self._office, line.offices))
            return self.tr("{offices} ghi; đến cùng gói này.").format(offices=names)
        return ""

    def beside_old(self, line: CellLine) -> str:
        """A quiet word after the value in the register: who made the difference."""
        if line.state != "conflict":
            return ""
        writer = self._find_writer(line.row_id, line.field)
        if writer == self._session.desk.office:
            return self.tr("sửa tại đây")
        return self.tr("{office} ghi").format(office=self._office(writer)) if writer else ""

    def _office(self, code: str) -> str:
        return short_office(self._session.desk.register.find_office_name(code))

    def _find_writer(self, row_id: str, field: str) -> str:
        """The office whose value the register shows now."""
        key = (id(self.plan), row_id)
        if self._written[0] != key:
            entries = self._session.desk.tasks.history(row_id) if row_id else []
            self._written = key, {entry.field: entry.office for entry in entries if entry.state == "live"}
        return self._written[1].get(field, "")
