"""One value of a task in the panel: plain words until it is clicked, then its editor in the same place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from r57desk.domain.fields import BY_CODE
from r57desk.domain.task import Task
from r57desk.ui.editors import CellEditor, make_editor
from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_box, paint_focus
from r57desk.ui.session import Session
from r57desk.ui.shown_values import shown_value
from r57desk.ui.theme import BASE, PANEL_TITLE, RADIUS, font, line_height, px, tokens

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)


class _Words(QWidget):
    """The value as wrapped text, or an invitation in accent when there is none."""

    pressed = Signal()

    def __init__(self, invitation: str, *, title: bool) -> None:
        super().__init__()
        self.text, self.second, self._invitation = "", "", invitation
        self.role = PANEL_TITLE if title else BASE
        self._bold = title
        self.writable = True
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_words(self, text: str, second: str) -> None:
        self.text, self.second = text, second
        self.updateGeometry()
        self.update()

    def _face_height(self, text: str, width: int, *, bold: bool) -> int:
        if not text:
            return 0
        self.setFont(font(self.role, bold=bold))
        return self.fontMetrics().boundingRect(QRect(0, 0, width, 100_000), _WRAP, text).height()

    def heightForWidth(self, width: int) -> int:
        inside = max(width - 8, 20)
        shown = self.text or self._invitation
        tall = self._face_height(shown, inside, bold=self._bold) + self._face_height(self.second, inside, bold=False)
        return max(tall, line_height(self.role)) + 3

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = self.width() or px(200)
        return QSize(px(80), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), line_height(self.role) + 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() and self.writable:
            paint_box(painter, self.rect(), "hover", "line")
        area = self.rect().adjusted(4, 1, -4, 0)
        face = font(self.role, bold=self._bold)
        painter.setFont(face)
        shown = self.text or self._invitation or self.tr("chưa ghi")
        painter.setPen(tokens()[self._ink()])
        used = painter.boundingRect(area, _WRAP, shown)
        painter.drawText(area, _WRAP, shown)
        if self.second:
            painter.setFont(font(self.role))
            painter.setPen(tokens()["text2"])
            painter.drawText(area.adjusted(0, used.height(), 0, 0), _WRAP, self.second)
        if self.underMouse() and self.writable:
            side = px(13)
            paint_icon(painter, "pencil", QRect(QPoint(self.width() - side - 4, 3), QSize(side, side)), "text3")
        if self.hasFocus():
            paint_focus(painter, self.rect(), RADIUS)

    def _ink(self) -> str:
        if self.text:
            return "text"
        return "accent" if self._invitation and self.writable else "text3"

    def copy_text(self) -> None:
        """Put the value on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class ValueField(QWidget):
    """Shows `code` of the task; editing writes through the session."""

    def __init__(self, session: Session, code: str, invitation: str, *, title: bool = False) -> None:
        super().__init__()
        self._session, self.code = session, code
        self._task: Task | None = None
        self._editor: CellEditor | None = None
        self.words = _Words(invitation, title=title)
        self.words.pressed.connect(self.open_editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        field = BY_CODE[code]
        self._name = field.label_en if session.language == "en" else field.label_vi

    def set_task(self, task: Task, second: str = "", *, writable: bool = True) -> None:
        """Show another task, closing an open editor; `second` is a quiet remark under the value."""
        if self._task is None or self._task.id != task.id:
            self.close_editor()
        self._task = task
        self.words.writable = writable
        text = (
            task.deadline_text
            if self.code == "deadline_text"
            else shown_value(task, self.code, self._session.language)
        )
        self.words.set_words(text, second)
        self.words.setAccessibleName(f"{self._name}: {text}")

    def open_editor(self) -> None:
        """Edit the value in place."""
        if self._task is None or not self.words.writable or self._editor is not None:
            return
        year = self._session.find_year(self.code, self._task.source_doc)
        editor = make_editor(self.code, self._task, self._session.language, self, year=year)
        row_id = self._task.id
        editor.kept.connect(lambda values: self._on_kept(row_id, values))
        editor.left.connect(lambda: self.close_editor(refocus=True))
        self._editor = editor
        self.words.hide()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(editor)
        editor.show()
        editor.setFocus()

    def editor(self) -> CellEditor | None:
        """The open editor, if any."""
        return self._editor

    def close_editor(self, *, refocus: bool = False) -> None:
        """Show words again; nothing is written."""
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()
            self.words.show()
            if refocus:
                self.words.setFocus()

    def _on_kept(self, row_id: str, values: dict[str, str | None]) -> None:
        self.close_editor(refocus=True)
        if values:
            self._session.set_fields((row_id,), values)
