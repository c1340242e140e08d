"""What is known of the file being imported."""

from __future__ import annotations

from dataclasses import replace

import pytest

from r57desk.services.planning import MissingRow
from r57desk.ui.import_facts import FactsBar, describe_origin, side_remarks
from r57desk.workbook.reading import Legacy, Unread


@pytest.fixture
def bar(qtbot, session, plan):
    made = FactsBar("vi")
    qtbot.addWidget(made)
    made.show()
    made.show_reading(plan.reading)
    return made


def test_the_bar_says_file_sheet_header_and_rows(bar):
    assert bar.file_name.text() == "tra-ve.xlsx"
    assert bar.facts.text() == "trang “Phụ lục” · tiêu đề ở dòng 4 · 5 dòng nhiệm vụ"
    assert bar.matched.text() == "Ghép 7 trên 7 cột"


def test_a_column_that_was_guessed_is_named(bar, plan):
    columns = tuple(
        replace_how(column) if column.field == "result_now" else column for column in plan.reading.columns
    )
    bar.show_reading(replace(plan.reading, columns=columns))
    assert bar.matched.text() == "Ghép 7 trên 7 cột · “Kết quả thực hiện” hiểu là Kết quả thực hiện"


def replace_how(column):
    return column._replace(how="content")


def test_a_narrow_window_keeps_name_and_matching(bar):
    bar.fit(1093)
    assert not bar.facts.isVisible()
    assert bar.file_name.isVisible()


def test_remarks_name_what_is_missing_and_count_rows_without_number(session, plan):
    few = replace(plan, missing=(MissingRow("A", "61", "Đề án"),))
    assert side_remarks(session, few, 0) == ["Nhiệm vụ 61 không có trong tệp: vẫn giữ trong sổ, không xoá."]
    said = side_remarks(session, plan, 3)
    assert said == [
        "Nhiệm vụ 5, 6, 10… không có trong tệp: vẫn giữ trong sổ, không xoá.",
        "3 dòng không có số TT: xem ở mục Mới.",
    ]


def test_the_origin_names_document_and_earlier_import(session, plan):
    assert describe_origin(session, plan) == ["Văn bản 03/NQ-CP", "Tệp chưa từng nhập"]
    session.desk.imports.apply(plan)
    assert describe_origin(session, plan)[-1].startswith("Tệp đã nhập 24/09/2025")


def test_a_file_from_elsewhere_names_its_office(session, plan, returned):
    imports = session.desk.imports
    other = imports.plan(imports.read(returned), "TW.BKHCN")
    assert describe_origin(session, other)[0] == "Từ Bộ Khoa học và Công nghệ"


def test_columns_that_are_not_taken_are_named(bar, plan):
    assert not bar.unread.isVisible()
    left = tuple(Unread(column.letter, column.header, "unknown") for column in plan.reading.columns[-2:])
    bar.show_reading(replace(plan.reading, columns=plan.reading.columns[:-2], unread=left))
    assert bar.matched.text() == "Ghép 5 trên 7 cột"
    assert bar.unread.isVisible()
    assert bar.unread.text() == "không lấy: “Kết quả thực hiện”, “Ghi chú”"


def test_tasks_that_another_office_brought_in_stay_its_own(session, plan, returned):
    imports = session.desk.imports
    plan = imports.plan(imports.read(returned), "TW.BKHCN")
    said = side_remarks(session, replace(plan, missing=()), 0)
    assert said == ["4 nhiệm vụ đã có trong sổ do Văn phòng UBND tỉnh A giao: cơ quan giao giữ nguyên."]


def test_columns_matched_as_once_before_say_so_in_a_few_words(bar, plan):
    columns = tuple(
        column._replace(how="mapping") if column.field == "result_now" else column for column in plan.reading.columns
    )
    bar.show_reading(replace(plan.reading, columns=columns, remembered=True))
    named = "“Kết quả thực hiện” hiểu là Kết quả thực hiện"
    assert bar.matched.text() == f"Ghép 7 trên 7 cột · {named}, như lần trước"
    bar.show_reading(replace(plan.reading, remembered=True))
    assert bar.matched.text() == "Ghép 7 trên 7 cột, như lần trước"


def test_it_is_told_what_was_read_otherwise_than_it_stands(session, plan):
    old = replace(plan.reading, legacy=(Legacy("tcvn3", (".VnTime", ".VnTimeH"), 1_186, 0, ()),))
    said = "Phông chữ cũ .VnTime, .VnTimeH: đã chuyển 1.186 ô sang Unicode."
    assert said in side_remarks(session, replace(plan, reading=old), 0)
    assert said not in side_remarks(session, replace(plan, reading=replace(old, decoded=False)), 0)
