"""Sending tasks out as a workbook."""

from __future__ import annotations

import openpyxl
import pytest

from r57desk.ui import export_dialog
from r57desk.ui.export_dialog import ExportDialog


@pytest.fixture
def open_dialog(qtbot, session, jobs, tmp_path):
    def opened():
        made = ExportDialog(session, jobs)
        qtbot.addWidget(made)
        made.path_field.setText(str(tmp_path / "gui-di"))
        made.show()
        return made

    return opened


def write(dialog, qtbot):
    with qtbot.waitSignal(dialog.exported, timeout=15000) as told:
        dialog.main.click()
    return told.args[0]


def test_without_a_filter_the_whole_register_goes(open_dialog, qtbot, tmp_path):
    dialog = open_dialog()
    assert not dialog.which["filter"].isEnabled()
    assert dialog.main.text() == "Xuất 8 nhiệm vụ"
    result = write(dialog, qtbot)
    assert result.rows == 8
    assert result.path == tmp_path / "gui-di.xlsx"
    titles = {cell.value for row in openpyxl.load_workbook(result.path).worksheets[0].iter_rows() for cell in row}
    assert "Phủ sóng 5G tới các khu công nghiệp" in titles


def test_with_a_filter_what_is_shown_goes_unless_all_is_chosen(open_dialog, session):
    session.set_filter("lead", ("Bộ Công an",))
    dialog = open_dialog()
    assert dialog.main.text() == "Xuất 3 nhiệm vụ"
    assert dialog.query() == session.query
    dialog.which["all"].click()
    assert dialog.main.text() == "Xuất 8 nhiệm vụ"
    assert dialog.query().clauses == ()


def test_afterwards_it_says_where_the_file_lies_and_opens_the_folder(open_dialog, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(export_dialog, "open_folder", opened.append)
    dialog = open_dialog()
    result = write(dialog, qtbot)
    assert dialog.answer.text() == "Đã ghi 8 nhiệm vụ ra gui-di.xlsx."
    assert dialog.main.text() == "Mở thư mục"
    dialog.main.click()
    assert opened == [result.path]


def test_a_file_that_cannot_be_written_is_said_and_another_name_can_be_tried(open_dialog, qtbot, tmp_path):
    dialog = open_dialog()
    dialog.path_field.setText(str(tmp_path / "khong-co" / "a.xlsx"))
    dialog.main.click()
    qtbot.waitUntil(dialog.answer.isVisible, timeout=15000)
    assert "a.xlsx" in dialog.answer.text()
    dialog.path_field.setText(str(tmp_path / "b.xlsx"))
    assert write(dialog, qtbot).path.name == "b.xlsx"


def test_a_file_needs_a_name(open_dialog):
    dialog = open_dialog()
    dialog.path_field.setText("")
    dialog.path_field.textEdited.emit("")
    assert not dialog.main.isEnabled()


def test_a_packet_says_its_number_and_is_noted(session, jobs, qtbot, tmp_path, other):
    dialog = ExportDialog(session, jobs, sending=True, to="01.SKHCN")
    qtbot.addWidget(dialog)
    dialog.show()
    assert "goi-so-02-gui-so-kh-cn" in dialog.path_field.text()
    assert dialog.main.text() == "Gửi 8 nhiệm vụ"
    dialog.path_field.setText(str(tmp_path / "goi"))
    with qtbot.waitSignal(session.changed, timeout=15000):
        result = write(dialog, qtbot)
    assert (result.to, result.number) == ("01.SKHCN", 2)
    assert dialog.answer.text().startswith("Đã ghi gói số 02 gửi Sở Khoa học và Công nghệ: 8 nhiệm vụ, tệp goi.xlsx.")
    assert session.desk.exchange.sent()[0].file_name == "goi.xlsx"


def test_an_office_nobody_registered_is_named(session, jobs, qtbot, tmp_path):
    dialog = ExportDialog(session, jobs, sending=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.main.isEnabled()
    dialog.addressee.search.own_name_asked.emit("Trung tâm Chuyển đổi số")
    dialog.addressee.own.code.setText("01.TTCDS")
    dialog.addressee.own.changed.emit()
    dialog.path_field.setText(str(tmp_path / "goi.xlsx"))
    write(dialog, qtbot)
    assert session.desk.exchange.partners()[0].name == "Trung tâm Chuyển đổi số"
