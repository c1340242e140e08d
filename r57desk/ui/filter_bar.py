"""The filter bar: a chip for each filter of the view, “Bỏ lọc”, and what the view puts at the two ends."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QWidget

from r57desk.errors import DeskError
from r57desk.services.tasks import Facet
from r57desk.ui.chip import Chip
from r57desk.ui.columns import column_name
from r57desk.ui.parts import Bar, Link
from r57desk.ui.session import Session
from r57desk.ui.theme import FILTER_BAR, px

if TYPE_CHECKING:
    from r57desk.ui.filter_popup import FilterPopup

_GAP = 6
_LEFT, _RIGHT = 16, 12
_LEAST_CHIP = 90


class FilterBar(Bar):
    """Shows and sets `session.filters`; chips that do not fit go into “Thêm bộ lọc”."""

    search_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("window", "bottom")
        self.setParent(parent)
        self._session = session
        self._chips: dict[str, Chip] = {}
        self._labels: dict[tuple[str, str], str] = {}
        self._hidden: list[str] = []
        self._start: QWidget | None = None
        self._end: QWidget | None = None
        self.setFixedHeight(px(FILTER_BAR))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_LEFT, 0, _RIGHT, 1)
        self._row.setSpacing(_GAP)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # chips give way, the bar does not
        self._words = Chip(self.tr("Chữ"))
        self._more = Chip(self.tr("Thêm bộ lọc"))
        self._clear = Link(self.tr("Bỏ lọc"))
        self._words.clicked.connect(self.search_asked)
        self._words.cleared.connect(lambda: session.set_words(""))
        self._more.clicked.connect(self._on_more_clicked)
        self._clear.clicked.connect(session.clear_filters)
        session.query_changed.connect(self.refresh)

    def set_view(self, fields: tuple[str, ...], start: QWidget | None, end: QWidget | None) -> None:
        """Offer these filters, with the view's own widgets at the ends."""
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
        for chip in self._chips.values():
            chip.deleteLater()
        self._chips = {field: self._make_chip(field) for field in fields}
        self._start, self._end = start, end
        for widget in (start, self._words, *self._chips.values(), self._more, self._clear):
            if widget is not None:
                self._row.addWidget(widget)
        self._row.addStretch(1)
        if end is not None:
            self._row.addWidget(end)
        for widget in (start, end):
            if widget is not None:
                widget.show()
        self.refresh()

    def chip(self, field: str) -> Chip:
        """The chip of a field."""
        return self._chips[field]

    def _make_chip(self, field: str) -> Chip:
        made = Chip(self.chip_label(field))
        made.clicked.connect(lambda: self.open_popup(field))
        made.cleared.connect(lambda: self._session.set_filter(field, ()))
        return made

    def chip_label(self, field: str) -> str:
        """The short name of a filter."""
        short = {
            "source_doc": self.tr("Văn bản"),
            "lead": self.tr("Chủ trì"),
            "progress": self.tr("Tiến độ"),
            "timeliness": self.tr("So với hạn"),
            "category": self.tr("Nhóm nhiệm vụ"),
        }
        return short.get(field) or column_name(field, self._session.language)

    def refresh(self) -> None:
        """Show the filters in use."""
        session = self._session
        self._words.set_value(f"“{session.words}”" if session.words else "")
        for field, chip in self._chips.items():
            chip.set_value(self._value_words(field, session.filters.get(field, ())))
        self._arrange()
        QTimer.singleShot(0, self, self._arrange)

    def _value_words(self, field: str, values: tuple[str, ...]) -> str:
        if not values:
            return ""
        first = self._label_of(field, values[0])
        return first if len(values) == 1 else f"{first} +{len(values) - 1}"

    def _label_of(self, field: str, value: str) -> str:
        if (field, value) not in self._labels:
            self._find_facets(field)
        return self._labels.get((field, value), value)

    def _find_facets(self, field: str) -> list[Facet]:
        session = self._session
        try:
            found = list(session.desk.tasks.facets(field, session.query, session.as_of))
        except DeskError as error:
            session.failed.emit(error)
            return []
        found = [facet if facet.label else replace(facet, label=self.tr("(trống)")) for facet in found]
        self._labels.update({(field, facet.value): facet.label for facet in found})
        return found

    def open_popup(self, field: str, under: QWidget | None = None) -> FilterPopup:
        """The list of a filter, under its chip."""
        from r57desk.ui.filter_popup import FilterPopup

        chosen = self._session.filters.get(field, ())
        popup = FilterPopup(self.chip_label(field), self._find_facets(field), chosen, self)
        popup.picked.connect(lambda values: self._session.set_filter(field, values))
        popup.open_under(under or self._chips[field])
        return popup

    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        for field in self._hidden:
            menu.addAction(self.chip_label(field), partial(self.open_popup, field, self._more))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    # -- room -----------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        """Show as many chips as fit, those in use first; the rest go into “Thêm bộ lọc”."""
        filtered = self._session.filtered()
        self._words.setVisible(bool(self._session.words))
        self._clear.setVisible(filtered)
        fixed = [widget for widget in (self._start, self._end) if widget is not None]
        if filtered:
            fixed.append(self._clear)
        if self._session.words:
            fixed.append(self._words)
        room = self.width() - _LEFT - _RIGHT - sum(widget.sizeHint().width() + _GAP for widget in fixed) - _GAP
        for chip in self._chips.values():
            chip.set_most(0)
        everything = sum(chip.sizeHint().width() + _GAP for chip in self._chips.values())
        if everything > room:
            room -= self._more.sizeHint().width() + _GAP
        self._hidden = []
        order = sorted(self._chips, key=lambda field: not self._chips[field].value)
        for field in order:
            chip = self._chips[field]
            wide = chip.sizeHint().width() + _GAP
            if chip.value and px(_LEAST_CHIP) < room < wide:  # a filter in use is shortened before it is hidden
                chip.set_most(room - _GAP)
                wide = room
            fits = wide <= room
            room -= wide if fits else 0
            chip.setVisible(fits)
            if not fits:
                self._hidden.append(field)
        self._hidden.sort(key=list(self._chips).index)
        self._more.setVisible(bool(self._hidden))
