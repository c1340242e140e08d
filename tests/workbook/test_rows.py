"""Tasks, group rows, totals and signatures are told apart; a bad cell blocks only itself."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from r57desk.domain.ids import format_row_mark, row_id_of
from r57desk.workbook.reading import Reading

Read = Callable[..., Reading]
MakeXlsx = Callable[..., bytes]
TableOf = Callable[..., list[tuple[Any, ...]]]


def said(reading: Reading, *codes: str) -> list[tuple[str | None, ...]]:
    return [tuple(reading.values_of(row).get(code, "") for code in codes) for row in reading.rows]


def why(reading: Reading) -> dict[int, str]:
    return {item.sheet_row: item.why for item in reading.skipped}


def test_group_rows_give_their_number_and_text(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    rows = table(
        ("I", "Thể chế", None, None, None),
        (1, "Một", "Bộ A", "2025", None),
        ("B. Hạ tầng", None, None, None, None),
        (2, "Hai", "Bộ B", "2026", None),
        (None, "PHỤ LỤC KHÁC", None, None, None),
        (3, "Ba", "Bộ C", "2027", None),
    )
    reading = read(make_xlsx(rows, merges=["B6:E6"]))
    assert said(reading, "stt", "group_no", "category") == [
        ("1", "I", "Thể chế"),
        ("2", "B", "Hạ tầng"),
        ("3", "", "PHỤ LỤC KHÁC"),
    ]
    assert why(reading) == {2: "group", 4: "group", 6: "group"}


def test_a_roman_number_on_a_row_with_a_body_is_a_task(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    reading = read(make_xlsx(table(("I", "Một", "Bộ A", "2025", None), ("II", "Hai", "Bộ B", None, None))))
    assert said(reading, "stt", "title") == [("I", "Một"), ("II", "Hai")]


def test_a_numbered_title_above_its_sub_numbers_is_a_heading(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    rows = table(
        ("I", "Nhóm lớn", None, None, None),
        ("1", "Đầu mục", None, None, None),
        ("1.1", "Việc một", "Bộ A", None, None),
        ("1.2", "Việc hai", "Bộ B", None, None),
        ("2", "Việc riêng", "Bộ C", None, None),
        ("3", "Việc chưa giao", None, None, None),
    )
    reading = read(make_xlsx(rows))
    assert said(reading, "stt", "group_no", "category") == [
        ("1.1", "1", "Đầu mục"),
        ("1.2", "1", "Đầu mục"),
        ("2", "I", "Nhóm lớn"),
        ("3", "I", "Nhóm lớn"),
    ]


def test_title_totals_numbering_and_signatures_are_left_out(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    rows = [
        ("DANH MỤC", None, None, None, None),
        *table(
            ("(1)", "(2)", "(3)", "(4)", "(5)"),
            (1, "Một", "Bộ A", "2025", None),
            ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Tiến độ"),
            (2, "Tổng công trình sư", "Bộ B", "2025", None),
            (3, None, None, None, None),
            ("Tổng cộng: 2 nhiệm vụ", None, None, None, None),
            (None, None, None, None, None),
            (None, None, None, "Tỉnh A, ngày      tháng 6 năm 2025", None),
            (None, "NGƯỜI LẬP BIỂU", None, "GIÁM ĐỐC", None),
            (None, "Nguyễn Văn A", None, "Trần Thị B", None),
        ),
    ]
    reading = read(make_xlsx(rows))
    assert said(reading, "stt", "title") == [("1", "Một"), ("2", "Tổng công trình sư")]
    assert why(reading) == {
        3: "numbering", 5: "header", 7: "empty", 8: "total", 10: "signature", 11: "signature", 12: "signature",
    }  # fmt: skip
    assert not reading.quarantined


def test_a_plain_numbering_row_is_no_task(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    reading = read(make_xlsx(table((1, 2, 3, 4, 5), (1, "Một", "Bộ A", "2025", None))))
    assert said(reading, "title") == [("Một",)]


def test_a_row_below_the_signature_with_a_number_is_still_a_task(
    make_xlsx: MakeXlsx, read: Read, table: TableOf
) -> None:
    rows = table(
        (1, "Một", "A", "2025", None), (None, "Người lập biểu", None, None, None), (2, "Hai", "B", "2025", None)
    )
    assert said(read(make_xlsx(rows)), "stt") == [("1",), ("2",)]


def test_a_task_without_a_number_is_kept_and_noted(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    rows = table((1, "Một", "A", "2025", None), (None, "Thêm", "Bộ B", "Ngày 5 tháng 6 năm 2025", "Đang thực hiện"))
    reading = read(make_xlsx(rows))
    assert said(reading, "stt", "title", "progress") == [("1", "Một", ""), ("", "Thêm", "dang_thuc_hien")]
    assert [(note.cell, note.code) for note in reading.notes] == [("B3", "row_without_number")]


def test_a_row_cut_by_a_page_break_is_joined(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    rows = table(
        (1, "Giám sát liên thông dữ liệu;", "Bộ Y tế", "2025", None),
        (None, "Kết quả xét nghiệm", None, None, None),
        (2, "Hai.", "Bộ A", None, None),
        (None, None, "Bộ B", None, None),
        (3, "Ba.", "Bộ C", None, None),
        (None, "Bốn, một việc khác", None, None, None),
    )
    reading = read(make_xlsx(rows))
    assert said(reading, "title", "lead") == [
        ("Giám sát liên thông dữ liệu; Kết quả xét nghiệm", "Bộ Y tế"),
        ("Hai.", "Bộ A\nBộ B"),
        ("Ba.", "Bộ C"),
        ("Bốn, một việc khác", ""),
    ]
    assert why(reading) == {3: "joined", 5: "joined"}


def test_values_without_a_title_are_set_aside(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    rows = table((1, "Một", "A", "2025", None), (None, None, None, None, None), (7, None, "Bộ B", "2025", None))
    reading = read(make_xlsx(rows))
    assert [(item.cell, item.field, item.code) for item in reading.quarantined] == [
        ("B4", "title", "row_without_title")
    ]
    assert "Bộ B" in reading.quarantined[0].raw


def test_a_bad_cell_blocks_only_itself(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    reading = read(make_xlsx(table((1, "Một", "A", "2025", "Quá hạn"), (2, "Hai", "B", "2026", "Hoàn thành"))))
    assert said(reading, "title", "deadline_text", "progress") == [("Một", "2025", ""), ("Hai", "2026", "hoan_thanh")]
    (item,) = reading.quarantined
    assert (item.sheet, item.cell, item.field, item.raw, item.code) == (
        "DS",
        "E2",
        "progress",
        "Quá hạn",
        "timeliness_typed",
    )
    assert item.reason("vi") != item.reason("en")


def test_months_excel_made_days_of_are_months_again(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    month = datetime.date(2025, 6, 1)
    rows = table((1, "Một", "A", month, None), (2, "Hai", "A", month, None), (3, "Ba", "A", "6/2025", None))
    reading = read(make_xlsx(rows, formats={"D2": "mmm-yy", "D3": "dd/mm/yyyy"}))
    assert said(reading, "deadline_text") == [("6/2025",), ("01/06/2025",), ("6/2025",)]


def test_two_bodies_without_a_separator_are_kept_whole_and_noted(
    make_xlsx: MakeXlsx, read: Read, table: TableOf
) -> None:
    rows = table(
        (1, "Một", "Bộ Công an Bộ Quốc phòng", "2025", None), (2, "Hai", "Bộ Công an\nBộ Quốc phòng", None, None)
    )
    reading = read(make_xlsx(rows))
    assert said(reading, "lead") == [("Bộ Công an Bộ Quốc phòng",), ("Bộ Công an\nBộ Quốc phòng",)]
    assert [(note.cell, note.code) for note in reading.notes] == [("C2", "glued_bodies")]
    assert not reading.quarantined


def test_a_merged_body_stands_for_every_task_beside_it(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    rows = table((1, "Một", "Bộ A", "2025", None), (2, "Hai", None, "2025", None), (3, "Ba", None, "2025", None))
    reading = read(make_xlsx(rows, merges=["C2:C3"]))
    assert said(reading, "lead") == [("Bộ A",), ("Bộ A",), ("",)]


def test_formulas_give_their_last_result_and_a_note(make_xlsx: MakeXlsx, read: Read) -> None:
    import io

    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("DS")
    sheet.write_row(0, 0, ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"))
    for row, result in enumerate(("2025", "#N/A"), 1):
        sheet.write_row(row, 0, (row, f"Việc {row}", "Bộ A"))
        sheet.write_formula(row, 3, "=A1", None, result)
    book.close()
    reading = read(buffer.getvalue())
    assert said(reading, "deadline_text") == [("2025",), ("",)]
    assert [(note.cell, note.code, note.raw) for note in reading.notes] == [("D2", "formulas", "2")]
    assert [(item.cell, item.code) for item in reading.quarantined] == [("D3", "error_cell")]


def test_group_numbers_in_a_column_win_over_the_place(make_xlsx: MakeXlsx, read: Read) -> None:
    rows = [
        ("TT", "Nhiệm vụ", "Chủ trì", "Nhóm"),
        ("I", "Thể chế", None, None),
        (1, "Một", "A", "I"),
        ("II", "Hạ tầng", None, None),
        (2, "Hai", "B", "II"),
        (3, "Xếp nhầm", "B", "I"),
        (4, "Thêm", "C", None),
    ]
    reading = read(make_xlsx(rows))
    assert said(reading, "stt", "group_no", "category") == [
        ("1", "I", "Thể chế"),
        ("2", "II", "Hạ tầng"),
        ("3", "I", "Thể chế"),
        ("4", "", ""),
    ]


def test_a_mark_of_secrecy_is_noted(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    reading = read(
        make_xlsx(table((1, "Kế hoạch (TỐI MẬT)", "A", "2025", None), (2, "Bảo vệ BÍ MẬT", "A", None, None)))
    )
    assert [(note.cell, note.code) for note in reading.notes] == [("B2", "secret_mark")]


def test_text_that_looks_like_a_formula_is_text(make_xlsx: MakeXlsx, read: Read) -> None:
    texts = ["=HYPERLINK(1)", "+84", "-Đã làm", "@ chờ"]
    rows = "TT,Nhiệm vụ,Ghi chú,Hạn\n" + "".join(f"{at},Việc,{text},2025\n" for at, text in enumerate(texts, 1))
    assert said(read(rows.encode(), "x.csv"), "note") == [(text,) for text in texts]


def test_in_our_own_workbook_no_row_is_the_rest_of_another(make_xlsx: MakeXlsx, read: Read) -> None:
    """A task typed right below the last one, and values without one, are not joined to it."""
    mark = format_row_mark(row_id_of(1), "Việc một")
    rows = [
        ("TT", "Mã dòng (không sửa)", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Kết quả thực hiện"),
        (1, mark, "Việc một", "Sở A", "2025", "đang làm"),
        (None, None, "việc mới chưa đánh số", None, None, None),
        (91, None, "Việc mới", None, None, None),
        ("91.1", None, "Việc con", "Sở B", None, None),
        (None, None, None, None, None, "kết quả không rõ của ai"),
    ]
    reading = read(make_xlsx(rows))
    assert [row.id for row in reading.rows] == [row_id_of(1), "", "", ""]
    assert said(reading, "stt", "title", "result_now") == [
        ("1", "Việc một", "đang làm"), ("", "việc mới chưa đánh số", ""), ("91", "Việc mới", ""), ("91.1", "Việc con", ""),
    ]  # fmt: skip
    assert [(one.cell, one.code) for one in reading.quarantined] == [("C6", "row_without_title")]
    assert reading.skipped == ()


def test_a_table_of_ours_pasted_elsewhere_is_read_as_ours(make_xlsx: MakeXlsx, read: Read) -> None:
    """Its ids tell: numbers are as they were, and the document of the title block is none of the rows'."""
    rows = [
        ("DANH MỤC NHIỆM VỤ (theo Kế hoạch số 12/KH-UBND ngày 03/02/2025)",),
        ("TT", "Mã dòng (không sửa)", "Nhiệm vụ", "Cơ quan chủ trì", "Tiến độ (%)"),
        ("A.", format_row_mark(row_id_of(1), "Việc một"), "Việc một", "Sở A", 1),
    ]
    (row,) = (reading := read(make_xlsx(rows))).rows
    assert reading.values_of(row) == {"stt": "A.", "title": "Việc một", "lead": "Sở A", "percent": "100"}
    strange = [rows[0], rows[1], ("A.", "mã khác", "Việc một", "Sở A", 1)]
    (row,) = (reading := read(make_xlsx(strange))).rows
    assert reading.values_of(row) == {
        "stt": "A", "title": "Việc một", "lead": "Sở A", "percent": "1", "source_doc": "12/KH-UBND",
    }  # fmt: skip
