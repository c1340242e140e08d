"""An office that stands in no list: its unit and a code, proposed from its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from r57desk.domain.office import parse_code
from r57desk.ui.office_search import OfficeSearch
from r57desk.ui.office_suggestions import Suggestion, propose_code
from r57desk.ui.parts import label
from r57desk.ui.replaced_field import ReplacedField
from r57desk.ui.theme import SECOND, px


class OwnOffice(QWidget):
    """Two fields: the unit the office belongs to, and its code. `changed` when the code is another."""

    changed = Signal()

    def __init__(self, find: Callable[[str], Sequence[Suggestion]], parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self.unit = OfficeSearch(find, self.tr("Thuộc đơn vị"), parent)
        self.code = ReplacedField(self.tr("ví dụ 01.SKHCN"))
        self.code.setMinimumWidth(px(190))
        self.code.setAccessibleName(self.tr("Mã cơ quan"))
        self.unit.chosen.connect(self._on_unit_chosen)
        self.code.textEdited.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for name, field, share in (
            (self.tr("Thuộc đơn vị"), self.unit, 1),
            (self.tr("Mã cơ quan, dùng trong tệp gửi đi"), self.code, 0),
        ):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label(name, "text2", SECOND))
            column.addWidget(field)
            row.addLayout(column, share)
        self.code.setFixedHeight(self.unit.field.height())

    def start(self, name: str) -> None:
        """Ask about an office of this name."""
        self._name = name
        self.show()
        self.unit.field.setFocus()

    def office_code(self) -> str:
        """The code, "" while it is none."""
        return parse_code(self.code.text()) or ""

    def missing(self) -> str:
        """What is still to be filled in, in a sentence; empty when there is a code."""
        if self.office_code():
            return ""
        if not self.code.text().strip():
            return self.tr("Còn thiếu mã cơ quan: chọn đơn vị, hoặc ghi mã.")
        return self.tr("Mã gồm mã đơn vị, dấu chấm, chữ in không dấu: 01.SKHCN.")

    def _on_unit_chosen(self, unit: Suggestion) -> None:
        self.code.setText(propose_code(self._name, unit.code.partition(".")[0] if unit.code[:2] != "TW" else "TW"))
        self.changed.emit()
