"""The one shape of a dialog: 480 or 640 wide, content that scrolls, the button row outside, never off the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from r57desk.ui.parts import Bar, Button, scroll_area
from r57desk.ui.theme import px

NARROW, WIDE = 480, 640
_ROOM_AROUND = 40
_TITLE_BAR = 32  # what the window manager adds above; not known before the dialog is shown


class Dialog(QDialog):
    """Title = the event. Fill `self.body` (a QVBoxLayout), then `add_close` and `add_main`."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = NARROW) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._width = px(width)
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        self._content, self.area = content, scroll_area(content)
        self._foot = Bar("window", "top")
        self._row = QHBoxLayout(self._foot)
        self._row.setContentsMargins(12, 9, 12, 8)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self._foot)

    def add_foot(self, widget: QWidget) -> None:
        """Put a quiet link or a hint at the left of the button row."""
        self._row.insertWidget(self._row.count() and 0, widget)

    def add_close(self, text: str) -> Button:
        """Huỷ or Đóng, left of the filled button; Esc does the same."""
        made = Button(text)
        made.clicked.connect(self.reject)
        self._row.addWidget(made)
        return made

    def add_main(self, text: str, action: Callable[[], object] | None = None) -> Button:
        """The filled button, named by what it does; Enter presses it. `action` defaults to accepting."""
        made = Button(text, variant="filled")
        made.setDefault(True)
        made.clicked.connect(action or self.accept)
        self._row.addWidget(made)
        return made

    def showEvent(self, event: object) -> None:
        """Take the size of the content, within the screen."""
        self.fit()
        super().showEvent(event)  # type: ignore[arg-type]

    def fit(self) -> None:
        """Size the dialog to its content, at most the screen less 40 px, its title bar included."""
        screen = self.screen().availableGeometry()
        width = min(self._width, screen.width() - _ROOM_AROUND)
        self._content.setFixedWidth(width)
        for inner in self._content.findChildren(QWidget):  # what is inside what has changed is asked again, too
            if (layout := inner.layout()) is not None:
                layout.invalidate()
                inner.updateGeometry()
        body = self.body
        tall = body.totalHeightForWidth(width) if body.hasHeightForWidth() else body.sizeHint().height()
        room = screen.height() - _ROOM_AROUND - _TITLE_BAR
        self.setFixedWidth(width)
        self.resize(width, min(tall + self._foot.sizeHint().height(), room))
        self.setMaximumHeight(room)


def split_sentence(sentence: str) -> tuple[str, str]:
    """What happened, and the rest: the first sentence apart from those after it."""
    for place, char in enumerate(sentence):
        after = sentence[place + 1 : place + 3]
        if char in ".…" and len(after) == 2 and after[0] == " " and (after[1].isupper() or after[1] in '“"'):
            return sentence[: place + 1], sentence[place + 2 :]
    return sentence, ""
