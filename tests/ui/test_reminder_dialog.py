"""A reminder names the office, the packets and the day, and is copied as it was changed."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from r57desk.services.exchange import Partner
from r57desk.ui.reminder_dialog import ReminderDialog

PARTNERS = (
    Partner("01.SNV", "Sở Nội vụ", 3, 8, "", "2025-09-22T14:02:00", (3, 7), 0),
    Partner("01.SYT", "Sở Y tế", 1, 2, "", "2025-09-20T08:00:00", (1,), 0),
)


def test_each_office_has_its_paragraph(session, qtbot):
    dialog = ReminderDialog(session, PARTNERS)
    qtbot.addWidget(dialog)
    first, second = dialog.text.toPlainText().split("\n\n")
    assert all(said in first for said in ("Sở Nội vụ", "gói số 03, 07", "22/09/2025"))
    assert "Sở Y tế" in second


def test_what_was_changed_is_copied(session, qtbot):
    dialog = ReminderDialog(session, PARTNERS)
    qtbot.addWidget(dialog)
    dialog.text.setPlainText("Đề nghị gửi lại.")
    dialog.main.click()
    assert QGuiApplication.clipboard().text() == "Đề nghị gửi lại."
