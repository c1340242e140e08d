"""Editors that open in place, in a table cell or in the panel: Enter keeps, Esc leaves.

Typing is never touched: nothing rewrites, completes or rejects text under the fingers (Vietnamese keyboards send
Backspaces of their own); a value is read and normalised when it is kept. Alt+Enter breaks a line in long texts.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.fields import BY_CODE, Field
from r57desk.domain.status import DONE, PROGRESS_CODES
from r57desk.domain.status import label as progress_label
from r57desk.domain.task import Task
from r57desk.domain.values import parse_value
from r57desk.errors import Language
from r57desk.ui.deadline_words import problem_sentence, reading_words
from r57desk.ui.marks import mark_icon
from r57desk.ui.painting import paint_box
from r57desk.ui.parts import label
from r57desk.ui.shown_values import shown_date, shown_percent
from r57desk.ui.theme import SECOND, field_sheet, font, line_height, px, scroll_bar_sheet, tokens
from r57desk.ui.toggles import Radio

Values = dict[str, str | None]
_MOST_LINES = 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineInput(QLineEdit):
    """One line without a frame; it knows while an input method is composing."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.composing = False
        self.setFrame(False)
        self.setFont(font())
        self.setMinimumHeight(line_height() + 4)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class TextInput(QPlainTextEdit):
    """Several lines without a frame; Tab leaves it; it knows while an input method is composing."""

    wrapped = Signal()  # its lines may break elsewhere now

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.composing = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font())
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(scroll_bar_sheet())
        self._rewrapped = QTimer(self, singleShot=True, interval=0)  # the layout is not done within a resize
        self._rewrapped.timeout.connect(self.wrapped)
        self.textChanged.connect(self.wrapped)

    def show_lines(self, least: int, most: int) -> None:
        """Be as high as the text has lines, `least` to `most` of them; only beyond that it scrolls."""
        lines = int(self.document().size().height())
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        margin = 2 * round(self.document().documentMargin())
        self.setFixedHeight(min(max(lines, least), most) * self.fontMetrics().lineSpacing() + margin)
        if lines <= most:
            self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._rewrapped.start()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def text(self) -> str:
        """What stands in the editor."""
        return self.toPlainText()


Input = LineInput | TextInput


class CellEditor(QFrame):
    """A box with an accent border around an input, and a line under it that says how the value is read.

    `kept(values)` carries field → canonical text for a service; `left` says nothing is to be written.
    """

    kept = Signal(dict)
    left = Signal()
    grown = Signal()  # it needs another height now

    def __init__(self, field: Field, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.language = field, language
        self.setAccessibleName(field.label_en if language == "en" else field.label_vi)
        self.framed = True
        self._closed = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(7, 3, 7, 3)
        self._column.setSpacing(2)
        self._note = label("", "text2", SECOND, wrap=True)
        self._note.setContentsMargins(2, 0, 0, 0)
        self._note.hide()
        self._inputs: list[QWidget] = []

    # -- for the kinds below --------------------------------------------------------------------------

    def add_input(self, widget: QWidget, name: str = "") -> None:
        """Take `widget` in; keys pressed in it are seen here first. The first one gets the keyboard."""
        self._inputs.append(widget)
        widget.setAccessibleName(name or self.accessibleName())
        widget.installEventFilter(self)
        if len(self._inputs) == 1:
            self.setFocusProxy(widget)

    def values(self) -> Values:
        """What to write; only called when `problem()` is empty."""
        raise NotImplementedError

    def problem(self) -> str:
        """Why the value cannot be kept, in a sentence; empty when it can."""
        return ""

    def say(self, words: str, ink: str = "text2") -> None:
        """Show a line under the input."""
        palette = self._note.palette()
        palette.setColor(self._note.foregroundRole(), tokens()[ink])
        self._note.setPalette(palette)
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._fit()

    def _fit(self) -> None:
        self._column.activate()
        self.resize(self.width(), self.sizeHint().height())
        self.grown.emit()

    # -- keeping and leaving --------------------------------------------------------------------------

    def keep(self) -> None:
        """Hand the value over and close; with a problem, say it and stay."""
        if self._closed:
            return
        problem = self.problem()
        if problem:
            self.say(problem, "soon")
            return
        self._closed = True
        self.kept.emit(self.values())

    def leave(self) -> None:
        """Close; nothing is written."""
        if not self._closed:
            self._closed = True
            self.left.emit()

    def settle(self) -> None:
        """The keyboard went elsewhere: keep a good value, leave a bad one."""
        if self.problem():
            self.leave()
        else:
            self.keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            now = QApplication.focusWidget()
            inside = now is not None and (now is self or self.isAncestorOf(now))
            popup = QApplication.activePopupWidget() is not None
            if not inside and not popup and self.isVisible():
                self.settle()
        return False

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if getattr(watched, "composing", False):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.key() in _ENTER:
            if isinstance(watched, TextInput) and event.modifiers() & (
                Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
            ):
                watched.insertPlainText("\n")
            else:
                self.keep()
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.framed:
            paint_box(QPainter(self), self.rect(), "surface", "accent", width=2)


class LineEditor(CellEditor):
    """Text on one line, a date, a percentage or a deadline; the last shows its reading while it is typed."""

    def __init__(
        self, field: Field, task: Task, language: Language, parent: QWidget | None = None, *, year: int | None = None
    ) -> None:
        super().__init__(field, language, parent)
        self._year = year
        self._input = LineInput(written_value(task, field.code, language), self)
        self._column.addWidget(self._input)
        self._column.addWidget(self._note)
        self.add_input(self._input)
        self._input.selectAll()
        if field.type == "deadline":
            self._input.textChanged.connect(self._show_reading)
            self._show_reading()
        elif field.type == "date":
            self._input.setPlaceholderText(self.tr("ngày/tháng/năm"))

    def _show_reading(self) -> None:
        deadline = parse_deadline(self._input.text(), self._year)
        doubtful = deadline.precision == "unknown" or bool(deadline.doubts)
        self.say(reading_words(deadline, self.language), "soon" if doubtful else "text2")

    def problem(self) -> str:
        return value_problem(self.field, self._input.text(), self.language)

    def values(self) -> Values:
        return {self.field.code: parse_value(self.field.type, self._input.text()).value}


class LongTextEditor(CellEditor):
    """Text on several lines; grows with what is typed, then scrolls."""

    def __init__(self, field: Field, task: Task, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(field, language, parent)
        self._input = TextInput(str(getattr(task, field.code)), self)
        self._column.addWidget(self._input)
        self._column.addWidget(self._note)
        self.add_input(self._input)
        self._input.moveCursor(QTextCursor.MoveOperation.End)
        self._input.wrapped.connect(self._grow)
        self.say(self.tr("Enter: ghi · Alt+Enter: xuống dòng · Esc: bỏ"), "text3")
        self._grow()

    def _grow(self) -> None:
        self._input.show_lines(2, _MOST_LINES)
        self._fit()

    def values(self) -> Values:
        return {self.field.code: parse_value(self.field.type, self._input.text()).value}


class ProgressEditor(CellEditor):
    """The six states, a percentage, and for a finished task its date and evidence."""

    def __init__(self, field: Field, task: Task, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(field, language, parent)
        self._task = task
        self._holders: dict[LineInput, QWidget] = {}
        self._column.setContentsMargins(10, 6, 10, 8)
        self._group = QButtonGroup(self)
        for place, code in enumerate(PROGRESS_CODES):
            self._add_choice(place, code, checked=code == task.progress)
        self._percent = self._add_line("percent", shown_percent(task.percent, language))
        self._done = self._add_line("done_date", shown_date(task.done_date))
        self._done.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self._evidence = self._add_line("evidence", task.evidence)
        self._evidence.setPlaceholderText(self.tr("Số, ngày văn bản hoặc tệp"))
        self._column.addWidget(self._note)
        self._group.idToggled.connect(lambda *_: self._on_choice())
        self._on_choice()

    def _add_choice(self, place: int, code: str, *, checked: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        mark = QLabel()
        mark.setPixmap(mark_icon(code, px(14)).pixmap(QSize(px(14), px(14)), self.devicePixelRatioF()))
        choice = Radio(progress_label(code, self.language), self)
        choice.setFont(font())
        choice.setChecked(checked)
        self._group.addButton(choice, place)
        row.addWidget(choice, 1)
        row.addWidget(mark)
        self._column.addLayout(row)
        choice.installEventFilter(self)
        if checked:
            self.setFocusProxy(choice)
        self._inputs.append(choice)

    def _add_line(self, code: str, text: str) -> LineInput:
        field = BY_CODE[code]
        name = field.label_en if self.language == "en" else field.label_vi
        words = label(name, "text2", SECOND)
        made = LineInput(text, self)
        made.setStyleSheet(field_sheet())
        made.setMinimumWidth(px(96))
        self.add_input(made, name)
        row = QHBoxLayout()
        row.addWidget(words)
        row.addWidget(made, 1)
        holder = self._holders[made] = QWidget(self)
        holder.setLayout(row)
        row.setContentsMargins(0, 2, 0, 0)
        self._column.addWidget(holder)
        return made

    def _code(self) -> str:
        place = self._group.checkedId()
        return PROGRESS_CODES[place] if place >= 0 else self._task.progress

    def _on_choice(self) -> None:
        done = self._code() == DONE
        for line in (self._done, self._evidence):
            self._holders[line].setVisible(done)
        self._fit()

    def problem(self) -> str:
        checks = [("percent", self._percent)]
        if self._code() == DONE:
            checks.append(("done_date", self._done))
        problems = (value_problem(BY_CODE[code], line.text(), self.language) for code, line in checks)
        return next(filter(None, problems), "")

    def values(self) -> Values:
        wanted: Values = {
            "progress": self._code(),
            "percent": parse_value("percent", self._percent.text()).value,
        }
        if self._code() == DONE:
            wanted["done_date"] = parse_value("date", self._done.text()).value
            wanted["evidence"] = parse_value("text", self._evidence.text()).value
        now = stored_values(self._task)
        return {code: value for code, value in wanted.items() if value != now[code]}


def written_value(task: Task, code: str, language: Language) -> str:
    """A field as an editor opens with it: what was written, not how it was read."""
    if code == "done_date":
        return shown_date(task.done_date)
    if code == "percent":
        return shown_percent(task.percent, language)
    return str(getattr(task, code))


def stored_values(task: Task) -> Values:
    """The values of a task as canonical text, None where there is none."""
    done = task.done_date.isoformat() if task.done_date else None
    percent = f"{task.percent.normalize():f}" if task.percent is not None else None
    return {"progress": task.progress, "percent": percent, "done_date": done, "evidence": task.evidence or None}


def value_problem(field: Field, raw: str, language: Language) -> str:
    """Why `raw` cannot be kept in `field`, as a sentence; empty when it can."""
    problem = parse_value(field.type, raw).problem
    return problem_sentence(problem, language) if problem else ""


def make_editor(
    code: str, task: Task, language: Language, parent: QWidget | None = None, *, year: int | None = None
) -> CellEditor:
    """The editor of a task's field; `year` is that of its document, for a deadline written without one."""
    field = BY_CODE["progress" if code in ("progress", "percent") else code]
    if field.type == "progress":
        return ProgressEditor(field, task, language, parent)
    if field.type == "long_text":
        return LongTextEditor(field, task, language, parent)
    return LineEditor(field, task, language, parent, year=year)
