"""What can be chosen before printing, at the left of the preview: sheet, style, paper, order, columns, marks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from r57desk.domain.fields import BY_CODE
from r57desk.errors import Language
from r57desk.paper.profile import PROFILES
from r57desk.services.printing import PrintOptions
from r57desk.ui.chooser import Chooser
from r57desk.ui.parts import label, scroll_area
from r57desk.ui.side import Side
from r57desk.ui.theme import font, px
from r57desk.ui.tinted import Tinted
from r57desk.ui.toggles import Radio, Tick

WIDTH = 246
_FIXED_COLUMNS = ("stt", "title")  # always printed, first
_CHOICES = ("lead", "coop", "deliverable", "deadline_text", "progress", "timeliness", "issues")
_CHOSEN = frozenset(("lead", "deliverable", "deadline_text", "progress", "timeliness"))


@dataclass(frozen=True, slots=True)
class Choice:
    """Everything chosen: which sheet, and the options of the service."""

    kind: str
    options: PrintOptions


class PrintOptionsForm(Side):
    """The form. `changed` when anything is set."""

    changed = Signal()

    def __init__(self, language: Language, style: str, *, with_tasks: bool) -> None:
        super().__init__("right")
        self.setFixedWidth(px(WIDTH))
        self._language: Language = language
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(14, 10, 14, 14)
        self._column.setSpacing(0)
        self._build(style, with_tasks)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(scroll_area(self._content))
        self._show_kind()

    def _build(self, style: str, with_tasks: bool) -> None:
        self.kind = self._add_list(
            self.tr("Biểu in"),
            ([("task", self.tr("Phiếu tổng hợp nhiệm vụ"))] if with_tasks else [])
            + [("list", self.tr("Danh mục nhiệm vụ"))],
        )
        place = 0 if self._language == "vi" else 1
        styles = [(code, (profile.label_vi, profile.label_en)[place]) for code, profile in PROFILES.items()]
        self.style_radios = self._add_radios(self.tr("Kiểu trình bày"), styles, style)
        self._list_only: list[QWidget] = []
        paper = [("portrait", self.tr("A4 dọc")), ("landscape", self.tr("A4 ngang"))]
        first = self._column.count()
        self.paper_radios = self._add_radios(self.tr("Khổ giấy"), paper, "landscape")
        orders = [("grouped", self.tr("Theo nhóm của phụ lục")), ("plain", self.tr("Không chia nhóm"))]
        self.order = self._add_list(self.tr("Sắp xếp"), orders)
        self._add_title(self.tr("Cột in ra"))
        self.columns = {code: self._add_tick(self._column_name(code), code in _CHOSEN) for code in _CHOICES}
        self._list_only = self._widgets_from(first)
        self._add_title(self.tr("Trên trang"))
        self.draft = self._add_tick(self.tr("Chữ “DỰ THẢO”"), True)
        self.filter_words = self._add_tick(self.tr("Điều kiện lọc bằng lời"), True)
        self._list_only.append(self.filter_words)
        self._add_note()

    def _column_name(self, code: str) -> str:
        if code == "timeliness":
            return self.tr("So với hạn")
        if code == "issues":
            return self.tr("Vướng mắc, kiến nghị")
        field = BY_CODE[code]
        return field.label_vi if self._language == "vi" else field.label_en

    def _widgets_from(self, first: int) -> list[QWidget]:
        items = (self._column.itemAt(place) for place in range(first, self._column.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    # -- parts -----------------------------------------------------------------------------------

    def _add_title(self, name: str) -> None:
        made = label(name, "text2", bold=True)
        made.setContentsMargins(0, 9 if self._column.count() else 0, 0, 4)
        self._column.addWidget(made)

    def _add_list(self, name: str, choices: list[tuple[str, str]]) -> Chooser:
        self._add_title(name)
        made = Chooser()
        made.setAccessibleName(name)
        for code, words in choices:
            made.addItem(words, code)
        made.currentIndexChanged.connect(self._on_changed)
        self._column.addWidget(made)
        return made

    def _add_radios(self, name: str, choices: list[tuple[str, str]], chosen: str) -> dict[str, Radio]:
        self._add_title(name)
        group = QButtonGroup(self)
        made: dict[str, Radio] = {}
        for code, words in choices:
            radio = Radio(words)
            radio.setFont(font())
            radio.setAccessibleName(f"{name}: {words}")
            radio.setChecked(code == chosen)
            group.addButton(radio)
            self._column.addWidget(radio)
            made[code] = radio
        group.buttonToggled.connect(lambda _button, on: self._on_changed() if on else None)
        return made

    def _add_tick(self, name: str, on: bool) -> Tick:
        made = Tick(name)
        made.setFont(font())
        made.setChecked(on)
        made.toggled.connect(self._on_changed)
        self._column.addWidget(made)
        return made

    def _add_note(self) -> None:
        self._column.addSpacing(8)
        words = self.tr("Số, ngày, chữ ký để trống. Phần mềm không in văn bản đã ký.")
        self._column.addWidget(Tinted("info", words))

    # -- answers ---------------------------------------------------------------------------------

    def choice(self) -> Choice:
        """What is chosen now."""
        style = next(code for code, radio in self.style_radios.items() if radio.isChecked())
        chosen = tuple(code for code in _CHOICES if self.columns[code].isChecked())
        options = PrintOptions(
            style=style,
            landscape=self.paper_radios["landscape"].isChecked(),
            draft=self.draft.isChecked(),
            grouped=self.order.currentData() == "grouped",
            filter_words=self.filter_words.isChecked(),
            columns=(*_FIXED_COLUMNS, *chosen),
        )
        return Choice(str(self.kind.currentData()), options)

    def _on_changed(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        """A sheet of one task has no columns, order or filter."""
        for widget in self._list_only:
            widget.setVisible(self.kind.currentData() == "list")
