"""Importing through the page, with a real workbook and a real register."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from r57desk.ui import import_view, receipt_files
from r57desk.ui.column_matching import their_columns
from r57desk.ui.import_choices import SenderDialog, SheetDialog
from r57desk.ui.import_view import ImportView


@pytest.fixture
def page(qtbot, session, jobs):
    made = ImportView(session, jobs)
    qtbot.addWidget(made)
    made.resize(1290, 700)
    made.show()
    return made


@pytest.fixture
def preview(page, qtbot, returned):
    page.open_file(returned)
    qtbot.waitUntil(lambda: page.steps.step == "preview" and not page.jobs.running, timeout=15000)
    return page


@pytest.fixture
def problems(monkeypatch):
    """What would have been shown in dialogs."""
    shown = []
    monkeypatch.setattr(
        import_view, "show_problem", lambda parent, title, error, *rest: shown.append((title, error.code))
    )
    return shown


def write(page, qtbot):
    with qtbot.waitSignal(page.applied, timeout=15000) as told:
        page.main_button.click()
    return told.args[0]


def test_it_begins_with_choosing_a_file(page):
    assert page.steps.step == "file"
    assert page.choose_button.isVisible()
    assert not page.main_button.isVisible()
    assert page.hint() == "Chưa ghi gì vào sổ"


def test_reading_leads_to_the_preview_and_writes_nothing(preview, session, returned):
    assert preview.facts.file_name.text() == returned.name
    assert preview.main_button.text() == "Ghi 5 mục vào sổ"
    assert preview.footer.promise.isVisible()
    assert [preview.side.buttons[state].count for state in ("new", "changed", "unchanged", "conflict", "quarantined")] == [
        1, 3, 1, 1, 1,
    ]  # fmt: skip
    assert session.desk.tasks.count().total == 8
    assert session.desk.imports.records() == []


def test_writing_makes_one_change_that_can_be_taken_back(preview, session, qtbot, task_of):
    with qtbot.waitSignal(session.changed) as changed:
        result = write(preview, qtbot)
    assert changed.args[0].label == "Đã ghi 5 mục từ tra-ve.xlsx."
    assert preview.steps.step == "result"
    assert task_of("1").result_now == "Đã trình lần 1"
    assert task_of("12").lead == "Sở Tư pháp"
    assert session.desk.register.backups()
    with qtbot.waitSignal(preview.closed):
        preview.result_page.undo.click()
    assert task_of("1").result_now == ""
    assert session.desk.tasks.count().total == 8
    assert result.changes.change is not None


def test_what_is_unticked_is_not_written(preview, qtbot, task_of):
    model = preview.model
    for row in range(model.rowCount()):
        if getattr(model.line(row), "field", "") in ("note", "progress"):
            model.toggle(row)
    assert preview.main_button.text() == "Ghi 3 mục vào sổ"
    write(preview, qtbot)
    assert task_of("2").note == ""
    assert task_of("2").result_now == "Đang lấy ý kiến"
    assert task_of("4").conflicts == ()


def test_a_difference_keeps_both_values(preview, qtbot, task_of):
    write(preview, qtbot)
    assert task_of("4").conflicts == ("progress",)


def test_nothing_ticked_leaves_nothing_to_write(preview):
    preview.model.tick_all(False)
    assert not preview.main_button.isEnabled()
    assert preview.main_button.text() == "Không có gì để ghi"


def test_the_kinds_at_the_left_choose_what_is_listed(preview):
    preview.side.choose("unchanged")
    assert [getattr(preview.model.line(row), "stt", "") for row in range(preview.model.rowCount())] == ["", "3"]
    preview.side.choose("")
    assert preview.model.rowCount() > 2


def test_columns_can_be_matched_again(preview, qtbot, task_of):
    preview.facts.rematch.click()
    assert preview.steps.step == "columns"
    chooser = preview.matching._choosers[5]
    chooser.setCurrentIndex(chooser.findData("obstacles"))
    preview.main_button.click()
    qtbot.waitUntil(lambda: preview.steps.step == "preview" and not preview.jobs.running, timeout=15000)
    write(preview, qtbot)
    assert (task_of("1").obstacles, task_of("1").result_now) == ("Đã trình lần 1", "")


def test_a_matching_that_cannot_be_read_does_not_go_on(preview):
    preview.facts.rematch.click()
    chooser = preview.matching._choosers[1]
    chooser.setCurrentIndex(0)
    assert not preview.main_button.isEnabled()


def test_an_unreadable_file_is_said_and_another_can_be_chosen(page, qtbot, tmp_path, problems):
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"khong phai bang tinh")
    page.open_file(broken)
    qtbot.waitUntil(lambda: bool(problems), timeout=15000)
    assert problems[0][0] == "Không đọc được tệp"
    assert page.steps.step == "file"


def test_several_lists_in_one_file_are_asked_about(page, qtbot, returned, monkeypatch, tmp_path):
    import openpyxl

    book = openpyxl.load_workbook(returned)
    copy = book.copy_worksheet(book.active)
    copy.title = "Biểu hai"
    both = tmp_path / "hai-trang.xlsx"
    book.save(both)
    asked = []

    def choose(self):
        asked.append(self._sheets)
        self._group.button(1).click()
        return SheetDialog.DialogCode.Accepted

    monkeypatch.setattr(SheetDialog, "exec", choose)
    page.open_file(both)
    qtbot.waitUntil(lambda: page.steps.step == "preview" and not page.jobs.running, timeout=15000)
    assert asked == [["Phụ lục", "Biểu hai"]]
    assert "Biểu hai" in page.facts.facts.text()


def test_a_file_of_another_office_that_answers_no_packet_is_looked_at_line_by_line(
    preview, qtbot, monkeypatch, session
):
    def choose(self):
        self.search.field.setText("TW.BKHCN")
        return SenderDialog.DialogCode.Accepted

    monkeypatch.setattr(SenderDialog, "exec", choose)
    preview.ask_sender()
    qtbot.waitUntil(lambda: not preview.jobs.running, timeout=15000)
    assert "Từ Bộ Khoa học và Công nghệ" in preview.side.origin.text()
    assert preview.side.buttons["review"].count > 0
    assert preview.model.ticked_count() == 0
    assert not preview.main_button.isEnabled()
    bar = preview.questions.bars[0]
    assert [button.text() for button in bar.buttons] == ["Chọn gói đã gửi…", "Xem từng mục"]
    bar.buttons[1].click()
    assert not preview.questions.isVisible()


def test_a_register_that_moved_on_is_compared_again(preview, session, qtbot, task_of):
    session.set_fields((task_of("3").id,), {"note": "sửa trong lúc xem trước"})
    preview.main_button.click()
    qtbot.waitUntil(lambda: not preview.jobs.running, timeout=15000)
    assert preview.steps.step == "preview"
    assert session.desk.imports.records() == []
    write(preview, qtbot)
    assert len(session.desk.imports.records()) == 1


def test_escape_leaves_with_the_register_as_it_was(preview, session, qtbot):
    with qtbot.waitSignal(preview.closed):
        QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert session.desk.imports.records() == []


def test_the_same_file_again_has_nothing_to_write(preview, qtbot, session, jobs, returned):
    write(preview, qtbot)
    again = ImportView(session, jobs)
    qtbot.addWidget(again)
    again.open_file(returned)
    qtbot.waitUntil(lambda: again.steps.step == "preview" and not again.jobs.running, timeout=15000)
    assert not again.main_button.isEnabled()
    assert "Tệp đã nhập" in again.side.origin.text()


def untick(page, *codes):
    model = page.model
    for row in range(model.rowCount()):
        if getattr(model.line(row), "field", "") in codes:
            model.toggle(row)


def test_only_a_page_with_choices_has_something_to_lose(page, preview, qtbot):
    assert preview.undecided() == ""
    untick(preview, "note")
    assert "tra-ve.xlsx" in preview.undecided()
    write(preview, qtbot)
    assert preview.undecided() == ""


def test_choices_stay_when_the_register_has_moved_on(preview, session, qtbot, task_of):
    untick(preview, "note", "progress")
    before = preview.model.left_out()
    session.set_fields((task_of("3").id,), {"note": "sửa trong lúc xem trước"})
    preview.main_button.click()
    qtbot.waitUntil(lambda: not preview.jobs.running, timeout=15000)
    assert preview.steps.step == "preview"
    assert preview.model.left_out() == before


# -- columns matched once ----------------------------------------------------------------------------


def open_preview(session, jobs, qtbot, path, step="preview"):
    page = ImportView(session, jobs)
    qtbot.addWidget(page)
    page.resize(1290, 700)
    page.show()
    page.open_file(path)
    qtbot.waitUntil(lambda: page.steps.step == step and not page.jobs.running, timeout=15000)
    return page


@pytest.fixture
def odd(tmp_path):
    """Writes a workbook whose columns say too little by themselves: the same header, another result."""
    import openpyxl

    def write(name, result):
        book = openpyxl.Workbook()
        book.active.append(("TT", "Tên nhiệm vụ", "Ai lo", "Thời hạn", "Bao nhiêu"))
        book.active.append((2, "Xây dựng kế hoạch tuyên truyền", "Bộ Nội vụ", "6/2025", result))
        book.save(tmp_path / name)
        return tmp_path / name

    return write


def choose_fields(page, **fields):
    """Choose fields for columns by their letters."""
    for letter, field in fields.items():
        place = [column.letter for column in their_columns(page._at.reading)].index(letter)
        chooser = page.matching._choosers[place]
        chooser.setCurrentIndex(chooser.findData(field))


def test_a_header_matched_once_is_matched_the_same_way_next_time(session, jobs, qtbot, odd, task_of):
    first = open_preview(session, jobs, qtbot, odd("thang-8.xlsx", "một"))
    assert "như lần trước" not in first.facts.matched.text()
    first.facts.rematch.click()
    choose_fields(first, C="lead", E="result_now")
    first.main_button.click()
    qtbot.waitUntil(lambda: first.steps.step == "preview" and not first.jobs.running, timeout=15000)
    write(first, qtbot)
    assert task_of("2").result_now == "một"

    second = open_preview(session, jobs, qtbot, odd("thang-9.xlsx", "hai"))
    assert second.facts.matched.text() == "Ghép 5 trên 5 cột · “Ai lo” hiểu là Cơ quan chủ trì, như lần trước"
    second.facts.rematch.click()
    second.matching.anew.click()
    qtbot.waitUntil(lambda: not second._at.reading.remembered and not second.jobs.running, timeout=15000)
    assert second.steps.step == "columns"
    assert [column.field for column in their_columns(second._at.reading)] == ["stt", "title", "", "deadline_text", ""]
    choose_fields(second, E="obstacles")
    second.main_button.click()
    qtbot.waitUntil(lambda: second.steps.step == "preview" and not second.jobs.running, timeout=15000)
    write(second, qtbot)
    assert (task_of("2").result_now, task_of("2").obstacles) == ("một", "hai")

    third = open_preview(session, jobs, qtbot, odd("thang-10.xlsx", "ba"))
    assert third.facts.matched.text() == "Ghép 4 trên 5 cột · “Bao nhiêu” hiểu là Khó khăn, vướng mắc, như lần trước"


def test_what_is_only_looked_at_is_not_remembered(session, jobs, qtbot, odd):
    page = open_preview(session, jobs, qtbot, odd("thang-8.xlsx", "một"))
    page.facts.rematch.click()
    choose_fields(page, E="result_now")
    page.main_button.click()
    qtbot.waitUntil(lambda: page.steps.step == "preview" and not page.jobs.running, timeout=15000)
    page.leave()
    again = open_preview(session, jobs, qtbot, odd("thang-9.xlsx", "hai"))
    assert again.facts.matched.text() == "Ghép 3 trên 5 cột"


# -- before writing ----------------------------------------------------------------------------------


def test_the_list_of_cells_to_look_at_is_saved_before_anything_is_written(
    preview, session, qtbot, tmp_path, monkeypatch
):
    import openpyxl

    target = tmp_path / "loi.xlsx"
    monkeypatch.setattr(receipt_files.QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(session.filed, timeout=15000):
        preview.footer.errors_button.click()
    said = [cell.value for row in openpyxl.load_workbook(target).active.iter_rows() for cell in row if cell.value]
    assert any("E6" in str(value) for value in said), said
    assert session.desk.imports.records() == []


def test_a_file_like_the_register_says_that_there_is_nothing(session, jobs, qtbot, tmp_path):
    session.desk.exports.export(tmp_path / "so.xlsx")
    page = open_preview(session, jobs, qtbot, tmp_path / "so.xlsx")
    assert page.preview.nothing.isVisible()
    assert page.preview.nothing.text() == "Mọi ô trong tệp đều giống trong sổ: không có gì để ghi."
    page.side.choose("unchanged")
    assert page.table.isVisible()
