"""What a packet asks before it is written, one calm line each: who sent it, what it answers, what it takes the place of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from r57desk.errors import DeskError
from r57desk.services.planning import ImportPlan
from r57desk.ui.dialog import split_sentence
from r57desk.ui.history_list import shown_time
from r57desk.ui.notices import icon_label
from r57desk.ui.parts import Button, label
from r57desk.ui.session import Session
from r57desk.ui.theme import tokens


class QuestionBar(QWidget):
    """An icon, a sentence, and the answers as buttons at the right."""

    def __init__(self, icon: str, words: str, ink: str = "soon") -> None:
        super().__init__()
        self._ink, self.words = ink, words
        self.buttons: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 7)
        self._row.setSpacing(8)
        self._row.addWidget(icon_label(icon, ink))
        self._row.addWidget(label(words, ink, wrap=True), 1)
        self.setAccessibleName(words)

    def add_answer(self, words: str, act: Callable[[], object]) -> Button:
        """One answer."""
        made = Button(words)
        made.clicked.connect(lambda: act())
        made.setAccessibleDescription(self.words)
        self._row.addWidget(made)
        self.buttons.append(made)
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens()[f"{self._ink}_bg"])
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens()["line"])


class ImportQuestions(QWidget):
    """The bars over a preview. `changed` when an answer asks for another preview; `options()` are the answers so far.

    `sender_asked`: whose file it is has to be said; `base_asked`: which packet it answers.
    """

    changed = Signal()
    sender_asked = Signal()
    base_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._answers: dict[str, Any] = {}
        self._settled: set[str] = set()  # questions answered with things as they are
        self.bars: list[QuestionBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def reset(self) -> None:
        """Another file: nothing is answered."""
        self._answers, self._settled = {}, set()
        self._clear()

    def options(self) -> dict[str, Any]:
        """What `ImportService.plan` is to be told."""
        return dict(self._answers)

    def answer(self, **answers: Any) -> None:
        """Keep answers and ask for another preview."""
        self._answers |= answers
        self.changed.emit()

    def show_plan(self, plan: ImportPlan) -> None:
        """The questions of a plan."""
        self._clear()
        self._tell_same(plan)
        self._tell_older(plan)
        self._ask_realign(plan)
        self._ask_replace(plan)
        self._ask_base(plan)
        self.setVisible(bool(self.bars))

    def show_error(self, error: DeskError) -> None:
        """A file that cannot be compared until its sender is named."""
        self._clear()
        bar = self._add("info", split_sentence(error.sentence(self._session.language))[0])
        bar.add_answer(self.tr("Nêu cơ quan gửi…"), self.sender_asked.emit)
        self.show()

    # -- one by one ------------------------------------------------------------------------------

    def _tell_same(self, plan: ImportPlan) -> None:
        earlier = self._session.desk.imports.find_earlier(plan.reading)
        received = plan.carried.earlier if plan.carried else None
        same = received is not None and received.file_hash == plan.reading.sha256
        at = earlier.at if earlier else received.at if received and same else ""
        if at:
            words = self.tr("Tệp này đã nhập lúc {at}. Những gì đã ghi không ghi lần nữa.")
            self._add("info", words.format(at=shown_time(at)), "calm")

    def _tell_older(self, plan: ImportPlan) -> None:
        newer = plan.carried.newer if plan.carried else None
        if newer is not None:
            words = self.tr("Gói này cũ hơn gói số {n} đã nhập lúc {at}. Giá trị mới hơn trong sổ vẫn được giữ.")
            self._add("info", words.format(n=f"{newer.number:02}", at=shown_time(newer.at)), "calm")

    def _ask_realign(self, plan: ImportPlan) -> None:
        if plan.answer and plan.answer.realigned:
            done = self._add("check", self.tr("Đã căn lại các dòng theo tên nhiệm vụ."), "calm")
            done.add_answer(self.tr("Bỏ căn lại"), lambda: self.answer(realign=False))
            return
        found = plan.answer.realign if plan.answer else None
        if found is None or "realign" in self._settled:
            return
        words = self.tr("%n dòng có vẻ bị xếp lệch so với mã dòng: chưa ghi các dòng này.", "", len(found.rows))
        question = self.tr("Căn lại theo tên?")
        bar = self._add("triangle-alert", f"{words} {question}")
        bar.add_answer(self.tr("Căn lại theo tên"), lambda: self.answer(realign=True))
        bar.add_answer(self.tr("Để nguyên"), lambda: self._settle("realign", bar))

    def _ask_replace(self, plan: ImportPlan) -> None:
        answer = plan.answer
        if answer is None or not answer.earlier or not answer.returned or "replace" in self._settled:
            return
        days = shown_time(answer.earlier[0].at)
        if answer.replaces:
            bar = self._add("check", self.tr("Tệp này thay cho tệp ngày {at}.").format(at=days), "calm")
            bar.add_answer(self.tr("Giữ cả hai"), lambda: self.answer(replaces_earlier=False))
            return
        words = self.tr("Gói này đã có tệp trả lời ngày {at}: {file}, khác ở {n} ô. Tệp này thay cho tệp đó?")
        words = words.format(at=days, file=answer.earlier[0].file_name, n=len(answer.returned))
        bar = self._add("info", words)
        bar.add_answer(self.tr("Thay tệp trước"), lambda: self.answer(replaces_earlier=True))
        bar.add_answer(self.tr("Giữ cả hai"), lambda: self._settle("replace", bar))

    def _ask_base(self, plan: ImportPlan) -> None:
        """A file that says nothing of the packet it answers: everything in it has to be looked at."""
        if plan.answer is not None or not plan.left_out or "base" in self._settled:
            return
        words = self.tr("Tệp không cho biết trả lời gói nào, nên mỗi chỗ khác phải xem từng mục.")
        bar = self._add("info", words)
        bar.add_answer(self.tr("Chọn gói đã gửi…"), self.base_asked.emit)
        bar.add_answer(self.tr("Xem từng mục"), lambda: self._settle("base", bar))

    def _settle(self, question: str, bar: QuestionBar) -> None:
        self._settled.add(question)
        bar.hide()
        self.bars.remove(bar)
        self.setVisible(bool(self.bars))

    def _add(self, icon: str, words: str, ink: str = "soon") -> QuestionBar:
        made = QuestionBar(icon, words, ink)
        self.bars.append(made)
        self._column.addWidget(made)
        return made

    def _clear(self) -> None:
        for bar in self.bars:
            self._column.removeWidget(bar)
            bar.deleteLater()
        self.bars = []
        self.hide()
