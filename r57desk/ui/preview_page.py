"""The third step of an import: what it would write, line by line, the kinds at the left and questions over the lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from r57desk.errors import DeskError
from r57desk.services.planning import ImportPlan
from r57desk.ui.import_facts import describe_origin, side_remarks
from r57desk.ui.import_lines import SHOWN_FIRST
from r57desk.ui.import_model import PreviewModel
from r57desk.ui.import_questions import ImportQuestions
from r57desk.ui.import_side import ImportSide
from r57desk.ui.import_table import PreviewTable
from r57desk.ui.parts import label
from r57desk.ui.preview_words import PreviewWords
from r57desk.ui.session import Session
from r57desk.ui.theme import px

_WIDEST = 520  # of the words that stand where there is no line


class PreviewPage(QWidget):
    """`sender_asked`, `base_asked`: somebody wants to say whose file it is, what it answers. The model holds the ticks."""

    sender_asked = Signal()
    base_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._plan: ImportPlan | None = None
        self._why_nothing = ""  # said where there is no line
        self._words = PreviewWords(session)
        headers = (
            "",
            self.tr("TT"),
            self.tr("Nhiệm vụ"),
            self.tr("Mục"),
            self.tr("Đang có trong sổ"),
            self.tr("Trong tệp"),
            self.tr("Ô"),
        )
        self.model = PreviewModel(headers, self._words, self)
        self.side, self.table = ImportSide(), PreviewTable(self.model)
        self.questions = ImportQuestions(session)
        self.nothing = label("", "text2", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMaximumWidth(px(_WIDEST))
        self._lines = QStackedWidget()
        self._lay_out()
        self.questions.sender_asked.connect(self.sender_asked)
        self.questions.base_asked.connect(self.base_asked)
        self.side.sender_asked.connect(self.sender_asked)
        self.side.state_chosen.connect(self._on_state_chosen)
        self.model.modelReset.connect(self._show_lines)
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        empty = QWidget()
        middle = QHBoxLayout(empty)
        middle.addWidget(self.nothing)
        self._lines.addWidget(self.table)
        self._lines.addWidget(empty)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.questions)
        right.addWidget(self._lines, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a plan; where it is another of the same file, what was unticked stays so."""
        before, left_out = self._plan, plan.left_out
        if before is not None and before.office == plan.office:
            left_out = self.model.left_out() | (left_out - before.left_out)
        self._plan = self._words.plan = plan
        self._why_nothing = (
            self.tr("Mọi ô trong tệp đều giống trong sổ: không có gì để ghi.")
            if plan.unchanged
            else self.tr("Tệp không mang ô nào để ghi vào sổ.")
        )
        self.model.set_plan(plan, left_out)
        self.questions.show_plan(plan)
        found = self.model.found
        self.side.set_counts({state: len(lines) for state, lines in found.items()})
        unnumbered = sum(not line.stt for line in found["new"])
        self.side.set_remarks(side_remarks(self._session, plan, unnumbered), describe_origin(self._session, plan))
        if self.model.rowCount() > 1:
            self.table.setCurrentIndex(self.model.index(1, 0))

    def show_refused(self, error: DeskError) -> None:
        """A file that cannot be compared until somebody says whose it is."""
        self.forget()
        self._why_nothing = self.tr("Chưa so được với sổ: cần nêu cơ quan gửi tệp.")
        self._show_lines()
        self.questions.show_error(error)
        self.side.set_counts({})

    def forget(self) -> None:
        """Another file: nothing is answered or unticked."""
        self._plan, self._why_nothing = None, ""
        self.questions.reset()
        self.model.clear()

    def _on_state_chosen(self, state: str) -> None:
        self.model.show_states((state,) if state else SHOWN_FIRST)

    def _show_lines(self) -> None:
        """The lines, or why there is none."""
        self._lines.setCurrentIndex(0 if self.model.rowCount() else 1)
        self.nothing.setText(self._why_nothing)

    def fit(self, window: int) -> None:
        """Take the measures for a window of this width."""
        self.side.fit(window)
