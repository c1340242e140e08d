"""Two questions an import may have to ask: which sheet of several, and whose file it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QWidget

from r57desk.domain.office import Office, parse_code
from r57desk.errors import DeskError
from r57desk.ui.chooser import Chooser
from r57desk.ui.dialog import Dialog
from r57desk.ui.history_list import shown_time
from r57desk.ui.office_search import OfficeSearch
from r57desk.ui.office_suggestions import Suggestion
from r57desk.ui.parts import label
from r57desk.ui.session import Session
from r57desk.ui.theme import px
from r57desk.ui.toggles import Radio

_QUOTED = re.compile(r"“([^”]*)”")
_LIST_ROOM = 240


def find_sheets(error: DeskError) -> list[str]:
    """The sheets among which `workbook_several_lists` asks to choose."""
    return _QUOTED.findall(str(error.details.get("sheets", "")))


class SheetDialog(Dialog):
    """One sheet of several that are lists of tasks."""

    def __init__(self, sheets: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Chọn trang cần nhập"), parent)
        self.body.addWidget(label(self.tr("Tệp có nhiều trang là danh mục nhiệm vụ."), bold=True, wrap=True))
        self.body.addWidget(label(self.tr("Mỗi lần nhập một trang; sổ chưa thay đổi gì."), "text2", wrap=True))
        self._group = QButtonGroup(self)
        for place, sheet in enumerate(sheets):
            radio = Radio(sheet.replace("&", "&&"))
            radio.setChecked(place == 0)
            self._group.addButton(radio, place)
            self.body.addWidget(radio)
        self._sheets = list(sheets)
        self.body.addStretch(1)
        self.add_close(self.tr("Huỷ"))
        self.add_main(self.tr("Đọc trang này"))

    def sheet(self) -> str:
        """The sheet chosen."""
        return self._sheets[self._group.checkedId()]


class BaseDialog(Dialog):
    """Which packet of ours, or which earlier import, a file without any mark of its own answers."""

    def __init__(self, session: Session, office: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tệp này trả lời gói nào?"), parent)
        words = self.tr("Mã gói in ở chân trang của tệp đã gửi. So với gói đó thì biết đơn vị đã sửa ô nào.")
        self.body.addWidget(label(words, "text2", wrap=True))
        self._found: list[tuple[str, int | None]] = []
        self.choice = Chooser()
        self.choice.setAccessibleName(self.windowTitle())
        for sent in session.desk.exchange.sent(office):
            said = self.tr("Gói số {n} gửi {office}, ngày {day}")
            day = shown_time(sent.at)[:10]
            self._add(said.format(n=f"{sent.number:02}", office=sent.partner_name, day=day), sent.id, None)
        for record in session.desk.imports.records():
            if not record.undone:
                said = self.tr("Lần nhập {file}, ngày {day}")
                self._add(said.format(file=record.file_name, day=shown_time(record.at)[:10]), "", record.id)
        self.body.addWidget(self.choice)
        self.body.addStretch(1)
        self.add_close(self.tr("Huỷ"))
        self.add_main(self.tr("So với gói này")).setEnabled(bool(self._found))

    def _add(self, words: str, packet: str, import_id: int | None) -> None:
        self.choice.addItem(words)
        self._found.append((packet, import_id))

    def base(self) -> tuple[str, int | None]:
        """The code of the packet, or the number of the import."""
        return self._found[self.choice.currentIndex()]


class SenderDialog(Dialog):
    """Whose values the file holds: they are written in that office's name, and what it may not decide becomes a request."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tệp này của cơ quan nào?"), parent)
        self._session = session
        words = self.tr(
            "Giá trị trong tệp được ghi dưới tên cơ quan gửi; ô do nơi khác giữ thành đề nghị chờ trả lời."
        )
        self.body.addWidget(label(words, "text2", wrap=True))
        self.search = OfficeSearch(self._find, self.tr("Cơ quan gửi tệp"), self)
        self.search.chosen.connect(lambda _: self._show_ready())
        self.search.own_name_asked.connect(lambda _: self._show_ready())
        self.search.field.textEdited.connect(lambda _: self._show_ready())
        self.body.addWidget(self.search)
        self.body.addSpacing(px(_LIST_ROOM))
        self.add_close(self.tr("Huỷ"))
        self.main = self.add_main(self.tr("So lại với sổ"))
        self._show_ready()

    def _find(self, typed: str) -> list[Suggestion]:
        found: list[Office] = self._session.desk.register.search_offices(typed, 6)
        return [Suggestion(office.code, office.name, office.code) for office in found]

    def _show_ready(self) -> None:
        self.main.setEnabled(bool(self.office()))

    def office(self) -> str:
        """The code of the office chosen, or typed as a code; empty while there is none."""
        if self.search.picked is not None:
            return self.search.picked.code
        return parse_code(self.search.field.text()) or ""
