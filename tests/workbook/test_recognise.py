"""Which sheet is the list, what stands on it instead, and what the user asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from r57desk.errors import DeskError
from r57desk.workbook.gate import Limits
from r57desk.workbook.reading import Reading, header_fingerprint

Read = Callable[..., Reading]
MakeXlsx = Callable[..., bytes]
TableOf = Callable[..., list[tuple[Any, ...]]]
ONE = (1, "Một", "Bộ A", "2025", None)


def refused(read: Read, data: bytes, **request: Any) -> DeskError:
    with pytest.raises(DeskError) as caught:
        read(data, **request)
    assert caught.value.sentence("vi")
    assert caught.value.sentence("en")
    return caught.value


def test_the_one_list_among_the_sheets_is_taken(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    guide = [("STT", "Nội dung"), (1, "Không thêm cột")]
    totals = [("TT", "Nhóm nhiệm vụ", "Tổng số", "Hoàn thành"), ("I", "Thể chế", 5, 2)]
    data = make_xlsx(guide, sheet="Hướng dẫn", more={"Biểu 02": table(ONE), "Tổng hợp": totals})
    assert read(data).sheet == "Biểu 02"


def test_two_lists_ask_which(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    data = make_xlsx(table(ONE), sheet="PL1", more={"PL2": table((2, "Hai", "Bộ B", "2026", None))})
    error = refused(read, data)
    assert error.code == "workbook_several_lists"
    assert "PL1" in error.sentence("vi")
    assert "--sheet" in error.sentence("vi")
    assert read(data, sheet="PL2").rows[0].values[1] == "Hai"
    assert read(data, sheet=" pl2 ").sheet == "PL2"
    assert refused(read, data, sheet="PL3").code == "workbook_sheet_missing"


def test_a_list_without_rows_does_not_compete(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    assert read(make_xlsx(table(), sheet="Mẫu", more={"PL2": table(ONE)})).sheet == "PL2"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "workbook_no_values"),
        ([("TT", "Nhiệm vụ", "Chủ trì")], "workbook_no_rows"),
        ([("Thực đơn", "Giá"), ("Phở", 40000)], "workbook_no_list"),
        ([("TT", "Chỉ tiêu", "Đơn vị", "Kết quả"), (1, "Tỷ lệ", "%", 80)], "workbook_indicators"),
    ],
)
def test_what_is_no_task_list_is_said_plainly(
    make_xlsx: MakeXlsx, read: Read, rows: list[tuple[Any, ...]], code: str
) -> None:
    assert refused(read, make_xlsx(rows)).code == code


def test_a_mapping_names_columns(make_xlsx: MakeXlsx, read: Read) -> None:
    data = make_xlsx([("Số", "Việc phải làm", "Ai làm"), (1, "Một", "Bộ A")])
    assert refused(read, data).code == "workbook_no_list"
    reading = read(data, mapping={"việc phải làm": "title", "Ai làm": "lead"})
    assert [(column.field, column.letter, column.how) for column in reading.columns] == [
        ("title", "B", "mapping"),
        ("lead", "C", "mapping"),
    ]
    assert [(column.letter, column.why) for column in reading.unread] == [("A", "unknown")]


def test_a_mapping_makes_no_list_of_a_sheet_of_totals(make_xlsx: MakeXlsx, read: Read) -> None:
    totals = [("Nhóm", "Số việc", "Ai lo", "Hạn"), ("Thể chế", 5, "Sở Tư pháp", ""), ("Hạ tầng", 2, "Sở KH&CN", "")]
    listed = [("TT", "Tên nhiệm vụ", "Ai lo", "Thời hạn"), (1, "Một", "Bộ A", "2025")]
    for first, second in ((totals, listed), (listed, totals)):
        data = make_xlsx(first, sheet="S1", more={"S2": second})
        reading = read(data, mapping={"Ai lo": "lead"})
        assert reading.sheet == ("S1" if first is listed else "S2")
        assert [reading.values_of(row)["lead"] for row in reading.rows] == ["Bộ A"]


def test_a_mapping_finds_the_list_its_headers_stand_on(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    odd = [("Số", "Việc phải làm", "Ai làm"), (1, "Hai", "Bộ B")]
    data = make_xlsx(table(ONE), sheet="PL1", more={"Riêng": odd})
    assert read(data).sheet == "PL1"
    assert read(data, mapping={"Việc phải làm": "title", "Ai làm": "lead"}).sheet == "Riêng"
    assert read(data, mapping={"TT": ""}).sheet == "PL1"
    assert refused(read, data, mapping={"Không có": "lead"}).code == "workbook_map_header"


def test_a_mapping_that_fits_nothing_is_refused(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    data = make_xlsx(table(ONE))
    error = refused(read, data, mapping={"Không có": "note"})
    assert error.code == "workbook_map_header"
    assert "Tên nhiệm vụ" in error.sentence("vi")
    assert refused(read, data, mapping={"TT": "no_such_field"}).code == "workbook_map_field"


def test_the_document_of_the_title_fills_the_rows(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    title = ("(Kèm theo Nghị quyết số 03/NQ-CP ngày 09 tháng 01 năm 2025)", None, None, None, None)
    reading = read(make_xlsx([title, *table(ONE)]))
    assert reading.document.number == "03/NQ-CP"
    assert reading.document.year == 2025
    assert reading.values_of(reading.rows[0])["source_doc"] == "03/NQ-CP"
    own = [title, ("TT", "Nhiệm vụ", "Văn bản", "Hạn"), (1, "Một", "71/NQ-CP", "2025"), (2, "Hai", None, "2025")]
    sources = [read(make_xlsx(own)).values_of(row)["source_doc"] for row in read(make_xlsx(own)).rows]
    assert sources == ["71/NQ-CP", "03/NQ-CP"]


def test_too_many_rows_are_refused(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    rows = table(*((number, "Việc", "Bộ A", "2025", None) for number in range(1, 30)))
    assert refused(read, make_xlsx(rows), limits=Limits(rows=20)).code == "workbook_too_many_rows"


def test_offices_days_and_documents_are_read_as_such(read: Read) -> None:
    offices = read(
        "code,level,name_vi,parent_code\n01,province,Hà Nội,\n00004,commune,Ba Đình,01\n".encode(), kind="office"
    )
    assert offices.values_of(offices.rows[1]) == {
        "code": "00004",
        "level": "commune",
        "name": "Ba Đình",
        "parent": "01",
    }
    days = read("date,type,name_vi\n2025-01-01,nghi,Tết Dương lịch\n".encode(), kind="public_day")
    assert days.values_of(days.rows[0]) == {"date": "2025-01-01", "type": "nghi", "name": "Tết Dương lịch"}
    documents = read("number,date,title\n57-NQ/TW,2024-12-22,Nghị quyết\n".encode(), kind="document")
    assert documents.values_of(documents.rows[0])["date"] == "2024-12-22"


def test_a_reading_says_where_everything_stands(make_xlsx: MakeXlsx, read: Read, table: TableOf) -> None:
    import hashlib

    data = make_xlsx([("DANH MỤC",), *table(ONE)])
    reading = read(data, "phụ lục.xlsx")
    assert (reading.file, reading.size, reading.header_row) == ("phụ lục.xlsx", len(data), 2)
    assert reading.sha256 == hashlib.sha256(data).hexdigest()
    assert reading.cell_of(reading.rows[0], "lead") == "C3"
    assert reading.cell_of(reading.rows[0], "category") == ""


def test_a_header_of_two_rows_can_be_mapped_as_it_is_shown(make_xlsx: MakeXlsx, read: Read) -> None:
    rows: list[tuple[Any, ...]] = [
        ("TT", "Tên nhiệm vụ", "Phân công", None, "Thời hạn"),
        (None, None, "Ai lo", "Ai giúp", None),
        (1, "Ban hành quy chế", "Sở Tư pháp", "Sở Nội vụ", "6/2025"),
        (2, "Mở lớp", "Sở Nội vụ", "Sở Tư pháp", "7/2025"),
    ]
    data = make_xlsx(rows, merges=("A1:A2", "B1:B2", "C1:D1", "E1:E2"))
    assert [column.header for column in read(data).unread] == ["Phân công / Ai lo", "Phân công / Ai giúp"]
    said = {"Phân công / Ai lo": "lead", "Phân công / Ai giúp": ""}
    mapped = read(data, mapping=said)
    assert {column.field: column.letter for column in mapped.columns}["lead"] == "C"
    assert mapped.mapping == said


def test_what_was_said_of_a_header_counts_for_that_header_alone(make_xlsx: MakeXlsx, read: Read) -> None:
    rows = [("Số", "Việc phải làm", "Ai làm"), (1, "Ban hành quy chế", "Sở Tư pháp"), (2, "Mở lớp", "Sở Nội vụ")]
    data, mapping = make_xlsx(rows), {"Việc phải làm": "title", "Ai làm": "lead"}
    said = read(data, mapping=mapping)
    remembered = {"0" * 32: {"Ai làm": "coop"}, header_fingerprint(said): mapping}
    again = read(data, remembered=remembered)
    assert again.remembered
    assert (again.mapping, again.rows) == (mapping, said.rows)
    assert not read(data, mapping=mapping, remembered=remembered).remembered
    moved = make_xlsx([(row[0], row[2], row[1]) for row in rows])
    assert refused(read, moved, remembered=remembered).code == "workbook_no_list"
