"""Whose register this is: the name that is written in every change and on paper, and its code."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from r57desk.domain.office import Office
from r57desk.ui.parts import Button, Field, label
from r57desk.ui.session import Session
from r57desk.ui.theme import SECOND, font

_FEWEST = 2
_SHOWN = 6


class OfficeSetting(QWidget):
    """The name can be typed; a name found among the registered offices brings its code along."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: list[Office] = []
        self._picked: Office | None = None
        self.name = Field(self.tr("Tên cơ quan, đơn vị"), "building-2")
        self.name.setText(session.desk.office_name)
        self.name.setAccessibleName(self.tr("Tên cơ quan, đơn vị"))
        self.name.textEdited.connect(self._on_name_edited)
        self.author = Field(self.tr("Chức danh, bộ phận"))
        self.author.setText(session.desk.author)
        self.author.setAccessibleName(self.tr("Người dùng máy này"))
        self._code = label("", "text2", SECOND, wrap=True)
        self.list = QListWidget()
        self.list.setFont(font())
        self.list.itemClicked.connect(lambda item: self.pick(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: self.pick(self.list.row(item)))
        self.list.hide()
        self._keep = Button(self.tr("Ghi"))
        self._keep.clicked.connect(self.keep)
        self._build()
        self._show_code(session.desk.office)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self._keep)
        column.addLayout(row)
        column.addWidget(self.list)
        column.addWidget(self._code)
        people = QHBoxLayout()
        words = label(self.tr("Người dùng máy này"), "text2")
        people.addWidget(words)
        people.addWidget(self.author, 1)
        column.addLayout(people)

    def _show_code(self, code: str) -> None:
        self._code.setText(self.tr("Mã {code}. Tên được ghi trong mỗi thay đổi và trên trang in.").format(code=code))

    def _on_name_edited(self, text: str) -> None:
        self._picked = None
        typed = text.strip()
        self._found = self._session.desk.register.search_offices(typed, _SHOWN) if len(typed) >= _FEWEST else []
        self.list.clear()
        for office in self._found:
            self.list.addItem(QListWidgetItem(f"{office.name}  ·  {office.code}"))
        self.list.setVisible(bool(self._found))
        if self._found:
            self.list.setFixedHeight(self.list.sizeHintForRow(0) * len(self._found) + 4)

    def pick(self, row: int) -> None:
        """Take an office of the list."""
        if 0 <= row < len(self._found):
            self._picked = self._found[row]
            self.name.setText(self._picked.name)
            self._show_code(self._picked.code)
            self.list.hide()

    def keep(self) -> None:
        """Write the name (and code, if an office was picked) and who sits here."""
        session, name = self._session, self.name.text().strip()
        desk = session.desk
        code = self._picked.code if self._picked else desk.office
        if name and (name != desk.office_name or code != desk.office):
            session.write(lambda: desk.register.set_office(code, name))
        author = self.author.text().strip()
        if author != desk.author:
            session.write(lambda: desk.register.set_option("author", author))
        self.list.hide()
        self._show_code(desk.office)
