"""For whom a workbook is made: nobody in particular, or an office, known or to be named; which number the packet gets."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from r57desk.domain.office import parse_code
from r57desk.domain.text import fold, one_line
from r57desk.ui.office_search import OfficeSearch
from r57desk.ui.office_suggestions import OfficeSuggestions, Suggestion
from r57desk.ui.own_office import OwnOffice
from r57desk.ui.parts import label
from r57desk.ui.session import Session
from r57desk.ui.theme import SECOND, px
from r57desk.ui.toggles import Radio

_MOST_FOUND = 6


class Addressee(QWidget):
    """Two choices; under the second the search for an office. `changed` when the answer is another."""

    changed = Signal()

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._name = session, ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Gửi cho"), "text2", bold=True))
        self.nobody = Radio(self.tr("Không gửi cho cơ quan nào: tệp để xem hoặc lưu"))
        self.office = Radio(self.tr("Gửi cho cơ quan…"))
        group = QButtonGroup(self)
        for radio in (self.nobody, self.office):
            group.addButton(radio)
            column.addWidget(radio)
        self.nobody.setChecked(True)
        self._box = QWidget()
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(px(23), 0, 0, 0)
        inside.setSpacing(6)
        self.search = OfficeSearch(self._find, self.tr("Cơ quan nhận"), owner)
        self.own = OwnOffice(self._find, owner)
        self.own.hide()
        self.words = label("", "text2", SECOND, wrap=True)
        for part in (self.search, self.own, self.words):
            inside.addWidget(part)
        column.addWidget(self._box)
        self._connect(group)
        self._show()

    def _connect(self, group: QButtonGroup) -> None:
        group.buttonToggled.connect(lambda *_: self._show())
        self.search.chosen.connect(self._on_chosen)
        self.search.own_name_asked.connect(self._on_own_name)
        self.search.field.textEdited.connect(self._on_typed)
        self.own.changed.connect(self._show)

    @cached_property
    def _suggestions(self) -> OfficeSuggestions:
        return OfficeSuggestions(self._session.desk.register.find_offices(), self._session.desk.office)

    def _find(self, typed: str) -> list[Suggestion]:
        """Names that begin with what was typed first; among them offices of the register, then bodies near us, then others."""
        need = {"province": self.tr("gõ tiếp tên tỉnh, thành phố"), "commune": self.tr("gõ tiếp tên xã, phường")}
        known = self._session.desk.register.search_offices(typed, _MOST_FOUND)
        found = {one.code: Suggestion(one.code, one.name, one.code) for one in known}
        bodies = [one for one in self._suggestions.find(typed, need) if one.code not in found]
        others = [one for one in (*found.values(), *bodies) if one.code != self._session.desk.office]
        begins = fold(one_line(typed))
        return sorted(others, key=lambda one: not fold(one.name).startswith(begins))

    def choose(self, code: str) -> None:
        """Send to this office; to one still to be chosen when there is no code."""
        self.office.setChecked(True)
        if code:
            self.search.choose(Suggestion(code, self._session.desk.register.find_office_name(code), code))
        else:
            self.search.field.setFocus()

    def _on_chosen(self, picked: Suggestion) -> None:
        self.own.hide()
        self._show()

    def _on_typed(self) -> None:
        self.own.hide()
        self._show()

    def _on_own_name(self, name: str) -> None:
        self._name = name
        self.own.start(name)
        self._show()

    # -- the answer ------------------------------------------------------------------------------

    def sends(self) -> bool:
        """Whether a packet for an office is made."""
        return self.office.isChecked()

    def code(self) -> str:
        """The office's code; "" while there is none."""
        if not self.sends():
            return ""
        if self.search.picked is not None:
            return self.search.picked.code
        if self.own.isVisibleTo(self):
            return self.own.office_code()
        return parse_code(self.search.field.text()) or ""

    def name(self) -> str:
        """Its name, as chosen or as typed for an office that is not in the list."""
        if self.search.picked is not None:
            return self.search.picked.name
        return one_line(self._name) if self.own.isVisibleTo(self) else ""

    def ready(self) -> bool:
        """Whether the answer is whole."""
        return not self.sends() or bool(self.code())

    def number(self) -> int:
        """The number the packet will have."""
        sent = self._session.desk.exchange.sent(self.code())
        return max((packet.number for packet in sent), default=0) + 1

    def _show(self) -> None:
        self._box.setVisible(self.sends())
        code = self.code()
        if self.own.isVisibleTo(self):
            said = self.own.missing() or self.tr("Cơ quan chưa có trong danh sách được ghi vào sổ khi gửi.")
        elif code == self._session.desk.office:
            said = self.tr("Đây là cơ quan của sổ này: chọn cơ quan khác.")
        elif code:
            said = self.tr("Tệp này là gói số {n} gửi {office}; cơ quan nhận được cập nhật các nhiệm vụ trong gói.")
            said = said.format(n=f"{self.number():02}", office=self.name() or code)
        else:
            said = self.tr("Gõ tên hoặc mã cơ quan nhận.")
        self.words.setText(said)
        self.changed.emit()
