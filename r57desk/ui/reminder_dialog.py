"""A text that asks the offices for packets that never came, ready to be copied into a letter or a message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from r57desk.ui.dialog import WIDE, Dialog
from r57desk.ui.parts import label
from r57desk.ui.session import Session
from r57desk.ui.theme import field_sheet, font, px, scroll_bar_sheet

if TYPE_CHECKING:
    from r57desk.services.exchange import Partner


class ReminderDialog(Dialog):
    """One paragraph for each office; what is changed in it before copying is copied so."""

    def __init__(self, session: Session, partners: Sequence[Partner], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Soạn văn bản nhắc gửi gói còn thiếu"), parent, width=WIDE)
        self._session = session
        words = self.tr("Số gói nhận được không liền nhau: gói ở giữa chưa tới, hoặc chưa nhập vào sổ.")
        self.body.addWidget(label(words, "text2", wrap=True))
        self.text = QPlainTextEdit("\n\n".join(self.paragraph(partner) for partner in partners))
        self.text.setFont(font())
        self.text.setStyleSheet(field_sheet("QPlainTextEdit"))
        self.text.verticalScrollBar().setStyleSheet(scroll_bar_sheet())
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(px(190))
        self.text.setAccessibleName(self.windowTitle())
        self.body.addWidget(self.text)
        self.add_close(self.tr("Đóng"))
        self.main = self.add_main(self.tr("Sao chép"), self.copy)

    def paragraph(self, partner: Partner) -> str:
        """What one office is asked for."""
        numbers = ", ".join(f"{number:02}" for number in partner.gaps)
        words = self.tr(
            "Kính gửi {partner}. {office} chưa nhận được gói số {numbers}, trong khi gói sau đó đã đến ngày {date}. "
            "Đề nghị gửi lại gói này, hoặc gửi một gói mới: gói mới chứa cả phần còn thiếu."
        )
        return words.format(
            partner=partner.name,
            office=self._session.desk.office_name,
            numbers=numbers,
            date=_day(partner.last_received),
        )

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.accept()


def _day(when: str) -> str:
    return f"{when[8:10]}/{when[5:7]}/{when[:4]}" if len(when) >= 10 else "…"
