"""One packet with everything known of it, and what can be done with it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from r57desk.ui.packet_dialog import ReceivedDialog, SentDialog, short_code
from r57desk.ui.undone_dialog import UndoneDialog
from tests.ui.exchanging import export_packet, import_packet


@pytest.fixture
def received(desk, other, tmp_path):
    other.write("2", result_now="Hồ sơ đã trình")
    import_packet(desk, export_packet(other.desk, desk.office, tmp_path / "bao-cao.xlsx"))
    return desk.exchange.received()[0]


def words(dialog):
    return [one.text() for one in dialog.findChildren(QLabel)]


def test_the_check_code_stands_in_groups():
    assert short_code("9f2c41d0a77be358ffff") == "9F2C 41D0 A77B E358"
    assert short_code("") == ""


def test_a_sent_packet_tells_its_state_and_can_be_followed(session, other, qtbot):
    dialog = SentDialog(session, session.desk.exchange.sent()[0])
    qtbot.addWidget(dialog)
    said = words(dialog)
    assert dialog.windowTitle() == "Gói số 01 gửi Sở Khoa học và Công nghệ"
    assert {"goi.xlsx", "20 KB", "ABAB ABAB ABAB ABAB", "Chờ báo nhận"} <= set(said)
    with qtbot.waitSignal(dialog.again_asked) as asked:
        dialog.again.click()
    assert asked.args == ["01.SKHCN"]


def test_a_received_packet_is_undone_from_its_dialog(session, jobs, received, qtbot, task_of):
    dialog = ReceivedDialog(session, jobs, received)
    qtbot.addWidget(dialog)
    assert "bao-cao.xlsx" in words(dialog)
    assert dialog.receipt.isEnabled()
    assert not dialog.errors.isEnabled()
    dialog.undo.click()
    assert task_of("2").result_now == ""
    undone = ReceivedDialog(session, jobs, session.desk.exchange.received()[0])
    qtbot.addWidget(undone)
    assert not undone.undo.isEnabled()


def test_what_was_worked_on_since_is_listed(session, jobs, received, qtbot, task_of, other):
    session.set_fields((task_of("2").id,), {"lead": "Sở Nội vụ"})
    owner = QLabel()
    qtbot.addWidget(owner)
    dialog = ReceivedDialog(session, jobs, received, owner)
    dialog.undo.click()
    listed = owner.findChild(UndoneDialog)
    assert any("Xây dựng kế hoạch tuyên truyền" in said for said in words(listed))
    assert task_of("2").lead == "Sở Nội vụ"


def test_a_receipt_is_written_in_a_job(session, jobs, received, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "phieu"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog = ReceivedDialog(session, jobs, received)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(session.filed, timeout=15000) as told:
        dialog.receipt.click()
    assert told.args == [tmp_path / "phieu.xlsx"]
    assert told.args[0].stat().st_size > 0
    assert session.desk.exchange.sent()[0].kind == "receipt"
