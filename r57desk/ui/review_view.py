"""Cần quyết định: what differs and what is asked for, one after another; every decision can be changed later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from r57desk.domain.fields import BY_CODE
from r57desk.services.changes import Changes
from r57desk.ui.difference_pane import DifferencePane
from r57desk.ui.editors import value_problem
from r57desk.ui.icons import paint_icon
from r57desk.ui.notices import EmptyState
from r57desk.ui.page_header import PageHeader
from r57desk.ui.painting import paint_line
from r57desk.ui.parts import Button, Link, icon_button, label, scroll_area
from r57desk.ui.request_card import RequestCard
from r57desk.ui.review_lines import Review, ReviewLine, find_next, read_review
from r57desk.ui.review_list import ReviewList, section_name
from r57desk.ui.review_words import field_words, kept_words, shown_words
from r57desk.ui.session import Session
from r57desk.ui.shown_values import grouped
from r57desk.ui.side import Side
from r57desk.ui.text_dialog import TextDialog
from r57desk.ui.theme import BREAKPOINT, PANEL_TITLE, px

if TYPE_CHECKING:
    from r57desk.services.deciding import Asked, Difference

_LIST = (268, 220)
_CARDS = 20  # requests shown whole at a time


class ReviewView(QWidget):
    """A page laid over the views; `closed` when it is to go."""

    closed = Signal()
    hint_changed = Signal()

    def __init__(self, session: Session, section: str = "differences", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._review = session, Review()
        self.pane: DifferencePane | None = None
        self.cards: list[RequestCard] = []
        self._build()
        session.changed.connect(self._on_session_changed)
        self.refresh()
        if not self.list.choose_section(section):
            self._choose_any()

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        back = Link(self.tr("Trao đổi"))
        back.clicked.connect(self.closed)
        header = PageHeader(self.tr("Cần quyết định"), back)
        self.undo = icon_button("undo-2", self.tr("Hoàn tác"), "Ctrl+Z")
        self.redo = icon_button("redo-2", self.tr("Làm lại"), "Ctrl+Y")
        self.undo.clicked.connect(self._session.undo)
        self.redo.clicked.connect(self._session.redo)
        self.before = Button(self.tr("Trước"), "chevron-left", "quiet")
        self.behind = _NextButton(self.tr("Sau"), "chevron-right", "quiet")
        self.before.setToolTip(f"{self.tr('Trước')} (Alt+↑)")
        self.behind.setToolTip(f"{self.tr('Sau')} (Alt+↓)")
        self.place = label("", "text2")
        self.before.clicked.connect(lambda: self.step(-1))
        self.behind.clicked.connect(lambda: self.step(1))
        for part in (self.undo, self.redo, self.before, self.place, self.behind):
            header.add(part)
        self.list = ReviewList(self._session.language)
        self.list.chosen.connect(self._show_chosen)
        self._side = Side("right")
        inside = QVBoxLayout(self._side)
        inside.setContentsMargins(0, 0, 1, 0)
        inside.addWidget(self.list)
        self._area: QScrollArea | None = None
        self._right = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(row, 1)
        self.setFocusProxy(self.list)

    def _nothing_left(self) -> EmptyState:
        made = EmptyState(
            "check",
            self.tr("Không còn gì phải quyết định"),
            self.tr("Số liệu khác nhau và đề nghị mới hiện ở đây sau mỗi lần nhập gói."),
        )
        made.setFocusProxy(made.add_button(self.tr("Về Trao đổi"), "arrow-left-right", self.closed.emit))
        return made

    # -- contents --------------------------------------------------------------------------------

    def _on_session_changed(self, changes: Changes) -> None:
        QTimer.singleShot(0, self, self.refresh)

    def refresh(self) -> None:
        """Read everything again; what was looked at stays, or the next open thing comes."""
        chosen = [line.key for line in self.list.selected()]
        before, focus = self._review.lines(), QApplication.focusWidget()
        if focus is not None and self._right.isAncestorOf(focus):
            self.list.setFocus()  # what had the keyboard is about to go
        self._review = read_review(self._session.desk.deciding)
        undo = self._session.desk.undo
        self.undo.setEnabled(undo.can_undo() and not self._session.read_only)
        self.redo.setEnabled(undo.can_redo() and not self._session.read_only)
        self.list.blockSignals(True)
        self.list.lines.set_lines(self._review.lines())
        key = chosen[0] if chosen else ""
        open_before = {line.key for line in before if isinstance(line, ReviewLine) and line.section in _OPEN}
        open_now = {
            line.key for line in self._review.lines() if isinstance(line, ReviewLine) and line.section in _OPEN
        }
        if key in open_before and key not in open_now:
            key = next((one for one in _following(before, key) if one in open_now), key)
        found = self.list.choose(key)
        self.list.blockSignals(False)
        if found:
            self._show_chosen()
        else:
            self._choose_any()
        self.hint_changed.emit()

    def _choose_any(self) -> None:
        key = find_next(self._review.lines(), "")
        lines = [line for line in self._review.lines() if isinstance(line, ReviewLine)]
        if not self.list.choose(key or (lines[0].key if lines else "")):
            self._show_chosen()

    def _show_chosen(self) -> None:
        """Show what is chosen in the list: a difference, or requests as cards."""
        chosen = self.list.selected()
        self.pane, self.cards = None, []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        requests = [line.asked for line in chosen if line.asked is not None]
        difference = next((line.difference for line in chosen if line.difference is not None), None)
        if not chosen:
            self._show_right(self._nothing_left())
        else:
            if difference is not None:
                self._add_difference(column, difference)
                requests = [asked for asked in self._review.requests if asked.row_id == difference.row_id]
            self._add_requests(column, requests, heading=difference is not None)
            column.addStretch(1)
            self._show_right(scroll_area(content, "window"))
        self._show_place()
        self._fit()

    def _show_right(self, widget: QWidget) -> None:
        old = self._right.currentWidget()
        self._right.addWidget(widget)
        self._right.setCurrentWidget(widget)
        self._area = widget if isinstance(widget, QScrollArea) else None
        if old is not None:
            self._right.removeWidget(old)
            old.deleteLater()

    def _add_difference(self, column: QVBoxLayout, difference: Difference) -> None:
        self.pane = pane = DifferencePane(self._session, difference)
        pane.keep_asked.connect(self.keep)
        pane.write_asked.connect(self.write_other)
        pane.task_asked.connect(lambda: self._session.open_task(difference.row_id))
        column.addWidget(pane)

    def _add_requests(self, column: QVBoxLayout, requests: Sequence[Asked], *, heading: bool) -> None:
        if not requests:
            return
        if heading:
            column.addWidget(label(self.tr("Đề nghị khác về nhiệm vụ này"), role=PANEL_TITLE, bold=True))
        elif requests[0] in self._review.requests:
            column.addLayout(self._build_several(requests))
        for asked in requests[:_CARDS]:
            card = RequestCard(self._session, asked)
            card.accepted.connect(lambda asked=asked: self.accept([asked]))
            card.refused.connect(lambda asked=asked: self.refuse([asked]))
            card.put_off.connect(lambda: self.step(1))
            card.task_asked.connect(lambda asked=asked: self._session.open_task(asked.row_id))
            self.cards.append(card)
            column.addWidget(card)
        if len(requests) > _CARDS:
            words = self.tr("và {n} đề nghị khác đã chọn").format(n=grouped(len(requests) - _CARDS))
            column.addWidget(label(words, "text2"))

    def _build_several(self, requests: Sequence[Asked]) -> QHBoxLayout:
        """The line above the cards: how many are chosen, and the answer to all of them."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(section_name("requests"), role=PANEL_TITLE, bold=True))
        total, chosen = len(self._review.requests), [one for one in requests if one.may_decide and not one.ours]
        count = self.tr("{n} trên {all}").format(n=grouped(len(chosen)), all=grouped(total))
        row.addWidget(label(count if total > 1 else "", "text2"))
        if len(chosen) < total:
            every = Link(self.tr("Chọn cả {n} đề nghị").format(n=grouped(total)))
            every.clicked.connect(lambda: self.list.choose_all("requests"))
            row.addWidget(every)
        row.addStretch(1)
        if len(chosen) > 1:
            accept = Button(self.tr("Chấp thuận %n đề nghị", "", len(chosen)))
            refuse = Button(self.tr("Không chấp thuận %n đề nghị…", "", len(chosen)))
            accept.clicked.connect(lambda: self.accept(chosen))
            refuse.clicked.connect(lambda: self.refuse(chosen))
            row.addWidget(accept)
            row.addWidget(refuse)
        return row

    def hint(self) -> str:
        """The line for the status bar."""
        review = self._review
        if not (review.differences or review.requests):
            return self.tr("Không còn gì phải quyết định")
        words = self.tr("Còn {differences} chỗ khác nhau, {requests} đề nghị")
        return words.format(differences=grouped(len(review.differences)), requests=grouped(len(review.requests)))

    # -- going on --------------------------------------------------------------------------------

    def _open_keys(self) -> list[str]:
        return [line.key for line in self._review.lines() if isinstance(line, ReviewLine) and line.section in _OPEN]

    def _show_place(self) -> None:
        keys, chosen = self._open_keys(), [line.key for line in self.list.selected()]
        at = keys.index(chosen[0]) + 1 if chosen and chosen[0] in keys else 0
        self.place.setText(f"{at or '–'} / {len(keys)}" if keys else "")
        for button in (self.before, self.behind):
            button.setEnabled(len(keys) > 1 or (bool(keys) and not at))

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) open thing, round again at the end."""
        keys, chosen = self._open_keys(), [line.key for line in self.list.selected()]
        if keys:
            here = keys.index(chosen[0]) if chosen and chosen[0] in keys else -1 if by > 0 else 0
            self.list.choose(keys[(here + by) % len(keys)])

    # -- deciding --------------------------------------------------------------------------------

    def keep(self, edits: Sequence[str]) -> None:
        """Make one side the only value."""
        if self.pane is None:
            return
        one, deciding = self.pane.difference, self._session.desk.deciding
        side = next(side for side in one.sides if side.edits == tuple(edits))
        self._write(lambda: deciding.keep(one.id, edits), f"{kept_words(side)}: {self._about(one)}.")

    def write_other(self) -> None:
        """Ask for another value and make it the only one."""
        if self.pane is None:
            return
        one, deciding, language = self.pane.difference, self._session.desk.deciding, self._session.language
        field = BY_CODE[one.field]
        shown = next((side.value for side in one.sides if side.shown), None)
        name = field_words(one.field, language)
        dialog = TextDialog(
            self.tr("Ghi giá trị khác"),
            self.tr("{field} của nhiệm vụ {stt}: giá trị này thay cho mọi giá trị đang khác nhau.").format(
                field=name, stt=one.stt
            ),
            self.tr("Ghi giá trị này"),
            lambda text: value_problem(field, text, language) if text else "",
            shown_words(one.field, shown, language) if shown else "",
            self,
        )
        if dialog.exec() == TextDialog.DialogCode.Accepted:
            words = self.tr("Đã ghi giá trị khác: {what}.").format(what=self._about(one))
            self._write(lambda: deciding.write(one.id, dialog.text()), words)

    def accept(self, requests: Sequence[Asked]) -> None:
        """Write what was asked for."""
        ids, deciding = [asked.id for asked in requests], self._session.desk.deciding
        self._write(lambda: deciding.accept(ids), self.tr("Đã chấp thuận %n đề nghị.", "", len(ids)))

    def refuse(self, requests: Sequence[Asked]) -> None:
        """Say no with a reason; take back what we asked ourselves."""
        ids, deciding = [asked.id for asked in requests], self._session.desk.deciding
        if all(asked.ours for asked in requests):
            self._write(lambda: deciding.refuse(ids, ""), self.tr("Đã rút %n đề nghị.", "", len(ids)))
            return
        dialog = TextDialog(
            self.tr("Không chấp thuận đề nghị"),
            self.tr("Lý do, gửi cùng câu trả lời cho nơi đề nghị:"),
            self.tr("Không chấp thuận %n đề nghị", "", len(ids)),
            lambda text: "" if text else self.tr("Còn thiếu lý do."),
            parent=self,
        )
        if dialog.exec() == TextDialog.DialogCode.Accepted:
            words = self.tr("Không chấp thuận %n đề nghị; lý do đi cùng gói sau.", "", len(ids))
            self._write(lambda: deciding.refuse(ids, dialog.text()), words)

    def _write(self, act: Callable[[], Changes], words: str) -> None:
        self._session.write_and_say(act, words)

    def _about(self, one: Difference) -> str:
        words = self.tr("{field}, nhiệm vụ {stt}")
        return words.format(field=field_words(one.field, self._session.language), stt=one.stt)

    # -- Qt --------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._side.setFixedWidth(px(_LIST[self.window().width() < BREAKPOINT]))
        room = self.width() - self._side.width() - 52
        if self.pane is not None and self._area is not None:
            self.pane.fit(room)
        for card in self.cards:
            card.fit(room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and Qt.Key(event.key()) in steps:
            self.step(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class _NextButton(Button):
    """Its arrow points on from the word."""

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        side, middle = px(16), self.rect().center().y() + 1
        paint_icon(painter, self.icon_name, QRect(self.width() - 6 - side, middle - side // 2, side, side), ink)
        paint_line(painter, self.rect().adjusted(6, 0, -side - 6, 0), self.text(), ink, self.font())


_OPEN = ("differences", "requests")


def _following(lines: Sequence[object], key: str) -> list[str]:
    """The keys of open lines after `key`, then those before it."""
    keys = [line.key for line in lines if isinstance(line, ReviewLine) and line.section in _OPEN]
    here = keys.index(key) if key in keys else 0
    return keys[here + 1 :] + keys[:here]
