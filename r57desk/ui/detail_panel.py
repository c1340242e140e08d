"""The panel of one task: everything about it, editable in place, with its history."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from r57desk.domain.fields import BY_CODE
from r57desk.domain.task import Task
from r57desk.errors import DeskError
from r57desk.services.changes import Changes
from r57desk.services.history import HistoryEntry
from r57desk.ui.clarity import missing_clarities
from r57desk.ui.deadline_events import document_wording, find_events
from r57desk.ui.deadline_line import DeadlineLine
from r57desk.ui.flow import FlowLayout, clear_layout
from r57desk.ui.history_list import HistoryList
from r57desk.ui.notices import Banner
from r57desk.ui.parts import Bar, Button, OneLine, Rule, Tag, icon_button, label, scroll_area
from r57desk.ui.popup_editor import open_popup_editor
from r57desk.ui.session import Session
from r57desk.ui.shown_values import shown_percent, shown_progress
from r57desk.ui.state_words import state_of
from r57desk.ui.theme import PANEL_RANGE, font, px
from r57desk.ui.value_field import ValueField

_HISTORY_DELAY_MS = 120  # stepping through rows does not wait for histories
_HEADER, _NARROW = 36, 370
# the rows of “Giao việc”: field, in this order
_ASSIGNMENT = ("lead", "coop", "deliverable", "authority", "leader", "officer", "source_doc", "code")
# sections of long text, in this order
_TEXTS = ("result_now", "obstacles", "proposals", "evidence", "note")
_LOCAL = ("short_title", "tags")


class DetailPanel(QWidget):
    """Follows `session.current`. `closed`, `step_asked(±1)` and `print_asked(row id)` are for the window."""

    closed = Signal()
    step_asked = Signal(int)
    print_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.task: Task | None = None
        self._fields: dict[str, ValueField] = {}
        self.setMinimumWidth(PANEL_RANGE[0])
        self.setMaximumWidth(px(PANEL_RANGE[1]))
        self._history_timer = QTimer(self, singleShot=True, interval=_HISTORY_DELAY_MS)
        self._history_timer.timeout.connect(self._show_history)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_header())
        content = QWidget()
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(10, 8, 4, 14)
        self._body.setSpacing(6)
        self._fill_body()
        self._area = scroll_area(content)
        column.addWidget(self._area, 1)
        session.changed.connect(self._on_session_changed)
        session.as_of_changed.connect(self.refresh)

    # -- building -------------------------------------------------------------------------------------

    def _make_header(self) -> Bar:
        bar = Bar("surface")
        bar.setFixedHeight(px(_HEADER))
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 6, 1)
        row.setSpacing(4)
        self._heading = label("", bold=True)
        self._place = OneLine("text2")
        row.addWidget(self._heading)
        row.addSpacing(4)
        row.addWidget(self._place, 1)
        previous = icon_button("chevron-up", self.tr("Nhiệm vụ trước"), "Alt+↑")
        following = icon_button("chevron-down", self.tr("Nhiệm vụ sau"), "Alt+↓")
        printing = icon_button("printer", self.tr("In phiếu nhiệm vụ"))
        close = icon_button("x", self.tr("Đóng khung chi tiết"), "Esc")
        previous.clicked.connect(lambda: self.step_asked.emit(-1))
        following.clicked.connect(lambda: self.step_asked.emit(1))
        printing.clicked.connect(self._on_print_clicked)
        close.clicked.connect(self.closed)
        for button in (previous, following, printing, close):
            row.addWidget(button)
        return bar

    def _field(self, code: str, invitation: str, *, title: bool = False) -> ValueField:
        made = ValueField(self._session, code, invitation, title=title)
        self._fields[code] = made
        return made

    def _name(self, code: str) -> str:
        field = BY_CODE[code]
        return field.label_en if self._session.language == "en" else field.label_vi

    def _heading_line(self, words: str, second: str = "") -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(4, 6, 0, 0)
        row.addWidget(label(words, "text2", bold=True))
        row.addWidget(label(second, "text2"), 1)
        return row

    def _fill_body(self) -> None:
        self._body.addWidget(self._field("title", self.tr("Ghi tên nhiệm vụ…"), title=True))
        self._body.addLayout(self._make_state_row())
        self._asked = QVBoxLayout()
        self._body.addLayout(self._asked)
        self._body.addWidget(Rule())
        self._body.addLayout(self._heading_line(self.tr("Giao việc")))
        self._body.addLayout(self._make_grid(_ASSIGNMENT))
        self._body.addWidget(Rule())
        self._make_clarity()
        self._body.addWidget(Rule())
        self._body.addLayout(self._heading_line(self.tr("Thời hạn")))
        self._line = DeadlineLine()
        self._body.addWidget(self._line)
        self._body.addLayout(self._make_grid(("deadline_text",)))
        for code in _TEXTS:
            self._body.addWidget(Rule())
            self._body.addLayout(self._heading_line(self._name(code)))
            self._body.addWidget(self._field(code, self._invitation(code)))
        self._body.addWidget(Rule())
        self._body.addLayout(self._heading_line(self.tr("Chỉ ở sổ này"), self.tr("không gửi đi")))
        self._body.addLayout(self._make_grid(_LOCAL))
        self._body.addWidget(Rule())
        self._body.addLayout(self._heading_line(self.tr("Lịch sử")))
        self._history = HistoryList(self._session)
        self._history.restore_asked.connect(self._on_restore_asked)
        inset = QHBoxLayout()
        inset.setContentsMargins(4, 0, 4, 0)
        inset.addWidget(self._history)
        self._body.addLayout(inset)
        self._body.addStretch(1)

    def _make_state_row(self) -> FlowLayout:
        row = FlowLayout(gap=6)
        row.setContentsMargins(4, 0, 0, 0)
        self._state = Tag("")
        self._progress = Button("", chevron=True)
        self._progress.setAccessibleName(self._name("progress"))
        self._progress.clicked.connect(self.open_progress)
        row.addWidget(self._state)
        row.addWidget(self._progress)
        return row

    def _make_grid(self, codes: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(4, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, self._label_width())
        grid.setColumnStretch(1, 1)
        for place, code in enumerate(codes):
            words = label(self._short_name(code), "text2")
            words.setContentsMargins(0, 1, 0, 0)
            if code == "deadline_text":
                self._deadline_name = words
            grid.addWidget(words, place, 0, alignment=Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._field(code, self._invitation(code)), place, 1)
        return grid

    def _label_width(self) -> int:
        names = map(self._short_name, (*_ASSIGNMENT, *_LOCAL, "deadline_text"))
        return max(px(104), *map(QFontMetrics(font()).horizontalAdvance, names)) + 4

    def _invitation(self, code: str) -> str:
        """What stands where a value is missing: a call to write it where clarity asks for it."""
        if code == "note":
            return self.tr("Thêm ghi chú…")
        if code in (*_TEXTS, "lead", "leader", "deliverable", "authority", "deadline_text"):
            return self.tr("Ghi {name}…").format(name=_lower(self._name(code)))
        return ""

    def _short_name(self, code: str) -> str:
        short = {
            "lead": self.tr("Chủ trì"),
            "coop": self.tr("Phối hợp"),
            "leader": self.tr("Lãnh đạo"),
            "source_doc": self.tr("Văn bản"),
            "deadline_text": self.tr("Nguyên văn"),
        }
        return short.get(code, self._name(code))

    def _make_clarity(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(4, 6, 0, 0)
        self._clear_count = label("", "text2")
        row.addWidget(label(self.tr("6 rõ"), "text2", bold=True))
        row.addWidget(self._clear_count, 1)
        self._body.addLayout(row)
        self._clear = FlowLayout(gap=4)
        self._clear.setContentsMargins(4, 0, 0, 0)
        self._body.addLayout(self._clear)

    # -- showing --------------------------------------------------------------------------------------

    def show_task(self, task: Task) -> None:
        """Show this task from the top."""
        other = self.task is None or self.task.id != task.id
        self.task = task
        self._heading.setText(self.tr("Nhiệm vụ {stt}").format(stt=task.stt).strip())
        self._show_place()
        writable = not self._session.read_only
        for field in self._fields.values():
            field.set_task(task, writable=writable)
        self._show_state(task)
        self._show_asked(task)
        self._show_clarity(task)
        self._show_deadlines(task)
        if other:
            self._area.verticalScrollBar().setValue(0)
            self._history.set_entries([])
        self._history_timer.start()

    def _show_place(self) -> None:
        """Group and document beside the number; a narrow panel names the document alone."""
        task = self.task
        if task is not None:
            group = self.tr("Nhóm {number}").format(number=task.group_no) if task.group_no else ""
            narrow = self.width() < px(_NARROW) and task.source_doc
            self._place.setText(" · ".join(part for part in ("" if narrow else group, task.source_doc) if part))
            self._place.setToolTip(" · ".join(part for part in (task.category, task.source_doc) if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._history_timer.start()

    def refresh(self) -> None:
        """Read the task again."""
        if self.task is not None:
            task = self._session.find_task(self.task.id)
            if task is None:
                self.task = None
                self.closed.emit()
            else:
                self.show_task(task)

    def _on_session_changed(self, changes: Changes) -> None:
        if self.task is not None and (changes.everything or self.task.id in changes.rows):
            self.refresh()

    def _show_state(self, task: Task) -> None:
        session = self._session
        state = state_of(task, session.as_of, session.language, session.warn_days)
        self._state.set_state(state.word, state.icon, state.token)
        self._state.setVisible(bool(state.word))
        percent = shown_percent(task.percent, session.language)
        words = shown_progress(task.progress, session.language)
        self._progress.setText(" · ".join(part for part in (words, percent) if part))
        self._progress.progress = task.progress
        self._progress.setEnabled(not session.read_only)
        self._progress.updateGeometry()

    def _show_asked(self, task: Task) -> None:
        clear_layout(self._asked)
        for codes, icon, ink, words in (
            (task.requests, "message-square-reply", "ask", self.tr("Có đề nghị sửa: {fields}")),
            (task.conflicts, "scale", "pick", self.tr("Khác nhau giữa các đơn vị: {fields}")),
        ):
            names = ", ".join(self._name(code) for code in codes if code in BY_CODE)
            if names:
                rest = self.tr("Cả hai giá trị được giữ trong lịch sử.") if ink == "pick" else self.tr("Chờ trả lời.")
                self._asked.addWidget(Banner(icon, words.format(fields=names), rest, ink))

    def _show_clarity(self, task: Task) -> None:
        clear_layout(self._clear)
        found = missing_clarities(task)
        self._clear_count.setText(f"{sum(not missing for _, missing in found)}/{len(found)}")
        for name, missing in found:
            if not missing:
                self._clear.addWidget(Tag(name, "check", "good"))
        for name, missing in found:
            if missing:
                self._clear.addWidget(Tag(self.tr("Thiếu {name}").format(name=name), "", "soon", dashed=True))

    def _show_deadlines(self, task: Task) -> None:
        """The deadlines with whose words they are: the document's, or somebody's who wrote another since."""
        session, history = self._session, self._find_history(task.id)
        office_name = session.desk.register.find_office_name
        self._line.set_events(find_events(task, history, office_name, session.language))
        changed = task.deadline_text != (document_wording(history) or task.deadline_text)
        self._deadline_name.setText(self.tr("Đã sửa thành") if changed else self.tr("Nguyên văn"))

    def _find_history(self, row_id: str) -> list[HistoryEntry]:
        try:
            return self._session.desk.tasks.history(row_id)
        except DeskError as error:
            self._session.failed.emit(error)
            return []

    def _show_history(self) -> None:
        if self.task is not None and self.isVisible():
            self._history.set_entries(self._find_history(self.task.id)[::-1])

    # -- acting ---------------------------------------------------------------------------------------

    def open_progress(self) -> None:
        """Choose another progress, under the button that shows it."""
        if self.task is None:
            return
        row_id = self.task.id
        open_popup_editor(
            self._progress, "progress", self.task, self._session, lambda values: self._write(row_id, values)
        )

    def _on_print_clicked(self) -> None:
        if self.task is not None:
            self.print_asked.emit(self.task.id)

    def _write(self, row_id: str, values: dict[str, str | None]) -> None:
        if values:
            self._session.set_fields((row_id,), values)

    def _on_restore_asked(self, code: str, value: str | None) -> None:
        if self.task is not None:
            self._session.set_fields((self.task.id,), {code: value})


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
