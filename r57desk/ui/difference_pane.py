"""One difference, whole: the base and every side beside one another, what to do, and how it came about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from r57desk.domain.fields import BY_CODE
from r57desk.services.history import HistoryEntry
from r57desk.ui.exchange_words import shown_day
from r57desk.ui.marked_text import Span, find_changed
from r57desk.ui.parts import Button, Link, Rule, label
from r57desk.ui.review_words import (
    EXISTS,
    field_words,
    keep_words,
    owner_name,
    shown_words,
    side_lines,
    task_number,
)
from r57desk.ui.session import Session
from r57desk.ui.short_offices import short_office
from r57desk.ui.side_card import SideCard
from r57desk.ui.theme import BASE, PANEL_TITLE, SECOND, px

if TYPE_CHECKING:
    from r57desk.services.deciding import Difference, Side

_TOLD = 6  # steps of the story of a cell
_LEAST_CARD = 230


class DifferencePane(QWidget):
    """`keep_asked(edits)`: make the side of these the only value; `write_asked()`: another one; `task_asked()`."""

    keep_asked = Signal(object)
    write_asked = Signal()
    task_asked = Signal()

    def __init__(self, session: Session, difference: Difference) -> None:
        super().__init__()
        self._session, self.difference = session, difference
        self.cards: list[SideCard] = []
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        where = (task_number(difference.stt), field_words(difference.field, session.language))
        top = QHBoxLayout()
        top.addWidget(label(" · ".join(where), "text2", SECOND))
        top.addStretch(1)
        self.task_link = Link(self.tr("Xem nhiệm vụ"), SECOND)
        self.task_link.clicked.connect(self.task_asked)
        top.addWidget(self.task_link)
        column.addLayout(top)
        column.addWidget(label(" ".join(difference.title.split()), role=PANEL_TITLE, bold=True, wrap=True))
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        column.addSpacing(2)
        column.addLayout(self._grid)
        self._build_cards()
        column.addLayout(self._build_foot())
        self._build_story(column)

    # -- cards -----------------------------------------------------------------------------------

    def _build_cards(self) -> None:
        difference, language = self.difference, self._session.language
        if difference.field != EXISTS:
            base = SideCard("file-text", self.tr("Giá trị gốc"), base=True)
            base.show_value(shown_words(difference.field, difference.base, language), ink="text2")
            base.show_where(
                [_capital(difference.base_source)] if difference.base_source else [self.tr("Trước khi hai nơi sửa")]
            )
            self.cards.append(base)
        for side in sorted(difference.sides, key=lambda one: not one.ours):
            self.cards.append(self._make_card(side))
        self._lay_out(min(3, len(self.cards)))

    def _make_card(self, side: Side) -> SideCard:
        language, difference = self._session.language, self.difference
        made = SideCard("building-2" if side.ours else "mail-check", short_office(owner_name(side)), shown=side.shown)
        made.setToolTip(owner_name(side))
        words = shown_words(difference.field, side.value, language)
        made.show_value(words, self._find_marks(side, words))
        made.show_where(side_lines(side))
        kept = difference.decided is not None and side.shown
        button = made.add_button(
            self.tr("Đã chọn") if kept else keep_words(side), enabled=self._writable() and not kept
        )
        button.setAccessibleName(f"{keep_words(side)}: {words}")
        made.taken.connect(lambda: self.keep_asked.emit(side.edits))
        return made

    def _find_marks(self, side: Side, words: str) -> list[Span]:
        """What is not in the base; without a base, what is not in the value that is shown."""
        difference, language = self.difference, self._session.language
        field = BY_CODE.get(difference.field)
        if field is None or field.type not in ("text", "long_text"):
            return [(0, len(words))] if side.value != difference.base else []
        if difference.base:
            return find_changed(shown_words(difference.field, difference.base, language), words)
        others = [one for one in difference.sides if one is not side]
        return find_changed(shown_words(difference.field, others[0].value, language), words) if others else []

    def _writable(self) -> bool:
        return not self._session.read_only

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        for place in range(self._columns):
            self._grid.setColumnStretch(place, 0)
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for place in range(columns):
            self._grid.setColumnStretch(place, 1)

    def fit(self, width: int) -> None:
        """As many cards in a row as have room."""
        self._lay_out(max(1, min(len(self.cards), 3, (width + 10) // px(_LEAST_CARD))))

    def first_button(self) -> Button | None:
        """Where the keyboard goes: the first button that can be pressed."""
        buttons = [card.button for card in self.cards if card.button is not None and card.button.isEnabled()]
        return buttons[0] if buttons else None

    # -- what else can be done -------------------------------------------------------------------

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 6)
        row.setSpacing(10)
        self.write_button = Button(self.tr("Ghi giá trị khác…"), "pencil")
        self.write_button.setEnabled(self._writable())
        self.write_button.clicked.connect(self.write_asked)
        if self.difference.field != EXISTS:
            row.addWidget(self.write_button)
        words = (
            self.tr("Giá trị không chọn vẫn lưu trong lịch sử. Có thể đổi lại quyết định này.")
            if self.difference.may_decide
            else self.tr("Ô này do cơ quan khác giữ: giá trị chọn ở đây thành đề nghị chờ cơ quan đó trả lời.")
        )
        row.addWidget(label(words, "text2" if self.difference.may_decide else "ask", wrap=True), 1)
        return row

    # -- how it came about -----------------------------------------------------------------------

    def _build_story(self, column: QVBoxLayout) -> None:
        told = list(self._tell())
        if not told:
            return
        column.addWidget(Rule())
        column.addSpacing(4)
        column.addWidget(label(self.tr("Diễn biến của ô này"), bold=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (day, words) in enumerate(told):
            grid.addWidget(label(day, "text2", BASE), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, wrap=True), row, 1)
        column.addLayout(grid)

    def _tell(self) -> Iterator[tuple[str, str]]:
        """Day and sentence of the last steps, the oldest first."""
        entries = self._session.desk.tasks.history(self.difference.row_id)
        own = sorted((one for one in entries if one.field == self.difference.field), key=lambda one: one.when)
        for entry in own[-_TOLD:]:
            yield shown_day(entry.when), self._sentence(entry)

    def _sentence(self, entry: HistoryEntry) -> str:
        office = short_office(self._session.desk.register.find_office_name(entry.office))
        who = ", ".join(part for part in (entry.author, office) if part)
        value = " ".join(shown_words(entry.field, entry.new, self._session.language).split())
        value = value if len(value) <= 90 else f"{value[:90].rstrip()}…"
        words = (
            self.tr("{who} ghi “{value}” trong tệp {source}")
            if entry.source
            else self.tr("{who} ghi “{value}” trên bảng")
        )
        said = words.format(who=who, value=value, source=entry.source)
        undone = entry.state in ("undone", "set_aside")
        return f"{said}; {entry.state_word(self._session.language)}." if undone else f"{said}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
