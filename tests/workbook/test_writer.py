"""Our own workbook comes back equal: untouched, and after others have opened and saved it."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter.worksheet import Worksheet

from r57desk.domain.ids import format_row_mark, random_row_id, row_id_of
from r57desk.domain.status import PROGRESS_CODES
from r57desk.domain.task import Task
from r57desk.domain.text import normalize
from r57desk.errors import DeskError
from r57desk.merge.packet import Packet
from r57desk.workbook.marks import SHEET
from r57desk.workbook.reader import read_workbook
from r57desk.workbook.reading import Reading
from r57desk.workbook.writer import ExportOptions, write_packet_workbook, write_task_workbook

Read = Callable[..., Reading]
TasksOf = Callable[[Reading], list[Task]]
Facts = Callable[[Sequence[Task]], dict[str, dict[str, Any]]]

ODD = [
    '=HYPERLINK("https://x.invalid","a")', "+84000000000", "-Đã báo cáo", "@ chờ", "'trích", "1/2", "01/02/2025", "0123",
    "1E5", "TRUE", "_x0041_", "a\n\nb", "<b>&amp;\"'", "12.0", "6/2025", "50%", "“ngoặc”", "Mường\u00adx", "😀",
    "- gạch\n- hai", "Tổng cộng", "NGƯỜI LẬP BIỂU", "I", "(1)", "I. Không phải nhóm", "xoá",
]  # fmt: skip
OPTIONS = ExportOptions("X1", "01", "Sở A", "2026-11-23T10:00:00", date(2026, 11, 23))


def odd_tasks() -> list[Task]:
    """Texts that look like something else, in every column."""
    numbers = ["1", "28a", "11.10", "I", "", "01", "A.", "(3)"]
    percents = [None, Decimal(0), Decimal(1), Decimal("65.5"), Decimal(100), Decimal("33.3333"), Decimal(7)]
    return [
        Task(
            id=random_row_id(), stt=numbers[at % 8], title=text, lead=text, coop=text, deliverable=text, result_now=text,
            obstacles=text, proposals=text, evidence=text, officer=text, leader=text, note=text, authority=text,
            code=["001", "1.0", "NV-1"][at % 3], source_doc=["03/NQ-CP", "71/NQ-CP"][at % 2],
            group_no=["I", "II", ""][at % 3], category=["Nhóm một", "Nhóm hai rất dài " * 20, ""][at % 3].strip(),
            deadline_text=["6/2025", "2025", "15/07/2025", "Thường xuyên", "Quý III/2025", ""][at % 6],
            progress=PROGRESS_CODES[at % 6], percent=percents[at % 7], done_date=date(2025, 1 + at % 12, 1) if at % 2 else None,
        )
        for at, text in enumerate(ODD)
    ]  # fmt: skip


@pytest.fixture
def exported(tmp_path: Path) -> tuple[Path, list[Task]]:
    path, tasks = tmp_path / "gửi.xlsx", odd_tasks()
    write_task_workbook(path, tasks, OPTIONS)
    return path, tasks


def assert_equal(reading: Reading, tasks: list[Task], tasks_of: TasksOf, facts: Facts) -> None:
    assert facts(tasks_of(reading)) == facts(tasks)
    assert [row.id for row in reading.rows] == [task.id for task in tasks]
    assert not reading.quarantined
    assert reading.mark is not None


def test_untouched_it_reads_back_equal(exported: tuple[Path, list[Task]], tasks_of: TasksOf, facts: Facts) -> None:
    path, tasks = exported
    assert_equal(read_workbook(path), tasks, tasks_of, facts)


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_after_libreoffice_it_reads_back_equal(
    exported: tuple[Path, list[Task]],
    soffice: Callable[[Path, str], Path],
    tasks_of: TasksOf,
    facts: Facts,
    kind: str,
) -> None:
    path, tasks = exported
    assert_equal(read_workbook(soffice(path, kind)), tasks, tasks_of, facts)


def test_after_openpyxl_it_reads_back_equal(
    exported: tuple[Path, list[Task]], read: Read, tasks_of: TasksOf, facts: Facts
) -> None:
    path, tasks = exported
    buffer = io.BytesIO()
    openpyxl.load_workbook(path).save(buffer)
    assert_equal(read(buffer.getvalue()), tasks, tasks_of, facts)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_without_its_marks_the_headers_still_tell(
    tmp_path: Path, read: Read, tasks_of: TasksOf, facts: Facts, language: Any
) -> None:
    tasks = [
        Task(
            id=random_row_id(),
            stt="1",
            title="Một",
            lead="Bộ A",
            progress="hoan_thanh",
            group_no="I",
            category="Thể chế",
        )
    ]
    path = tmp_path / "gửi.xlsx"
    write_task_workbook(path, tasks, ExportOptions("X", language=language))
    book = openpyxl.load_workbook(path)
    del book[SHEET]
    for name in list(book.defined_names):
        del book.defined_names[name]
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue())
    assert reading.mark is None
    assert facts(tasks_of(reading)) == facts(tasks)


def test_a_row_added_in_excel_alone_is_a_new_task(exported: tuple[Path, list[Task]], read: Read) -> None:
    path, tasks = exported
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    blank = max(
        row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 2).value and not sheet.cell(row, 3).value
    )
    sheet.cell(blank, 3).value = "Việc mới"
    sheet.cell(blank, 11).value = "Đang thực hiện"
    waiting = sheet.cell(blank, 2).value
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue())
    assert len(reading.rows) == len(tasks) + 1
    assert (reading.rows[-1].mark, reading.rows[-1].id) == (waiting, waiting[:18])
    assert reading.values_of(reading.rows[-1]) == {"title": "Việc mới", "progress": "dang_thuc_hien"}


def test_sorted_in_excel_every_row_keeps_its_id(
    exported: tuple[Path, list[Task]], read: Read, tasks_of: TasksOf, facts: Facts
) -> None:
    path, tasks = exported
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    formats = {row[1].value: row[11].number_format for row in sheet.iter_rows(min_row=6)}
    table = sorted((row for row in rows if row[1]), key=lambda row: str(row[2]), reverse=True)
    for merge in list(sheet.merged_cells.ranges):
        if merge.min_row > 5:
            sheet.unmerge_cells(str(merge))
    for at, row in enumerate(table, 6):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
            if isinstance(value, str):
                sheet.cell(at, column).data_type = "s"  # as it was: text, not a formula
        sheet.cell(at, 12).number_format = formats[row[1]]
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue())
    assert facts(tasks_of(reading)) == facts(tasks)


def test_a_copied_row_does_not_take_the_id_twice(exported: tuple[Path, list[Task]], read: Read) -> None:
    path, _ = exported
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    first = next(row for row in range(6, 40) if sheet.cell(row, 2).value not in (None, "#"))
    for column in range(1, 23):
        sheet.cell(first + 1, column).value = sheet.cell(first, column).value
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue())
    ids = [row.id for row in reading.rows if row.id]
    assert len(ids) == len(set(ids))
    assert "id_repeated" in [note.code for note in reading.notes]


@settings(max_examples=25)
@given(
    st.lists(
        st.text(min_size=1, max_size=60).map(normalize).filter(lambda text: any(map(str.isalnum, text))),
        min_size=1,
        max_size=8,
    )
)
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, read: Read, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("xuất") / "x.xlsx"
    tasks = [Task(id=random_row_id(), stt=str(at), title=text, result_now=text) for at, text in enumerate(texts, 1)]
    write_task_workbook(path, tasks, OPTIONS)
    reading = read(path.read_bytes())
    assert [reading.values_of(row)["title"] for row in reading.rows] == texts
    assert [reading.values_of(row)["result_now"] for row in reading.rows] == texts


def test_the_same_export_gives_the_same_bytes(tmp_path: Path) -> None:
    tasks, options = odd_tasks(), ExportOptions("X1", when="2026-11-23T10:00:00", blank_rows=0)
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path in paths:
        write_task_workbook(path, tasks, options)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_marks_are_in_plain_words_and_hidden(exported: tuple[Path, list[Task]]) -> None:
    book = openpyxl.load_workbook(exported[0])
    assert book[SHEET].sheet_state == "hidden"
    assert "Không sửa, không xoá" in book[SHEET]["A1"].value
    assert "r57_hdr" in book.defined_names
    assert "r57_f_title" in book.defined_names
    assert book.sheetnames == ["Nhiệm vụ", "Hướng dẫn", SHEET]
    with zipfile.ZipFile(exported[0]) as archive:
        assert b"X1" in archive.read("docProps/custom.xml")


def test_nothing_is_left_when_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        write_task_workbook(tmp_path / "không có" / "x.xlsx", [], OPTIONS)
    assert caught.value.code == "workbook_folder_missing"
    assert list(tmp_path.iterdir()) == []


def test_the_annex_goes_out_and_comes_back(
    workbooks: Path, tmp_path: Path, soffice: Callable[[Path, str], Path], tasks_of: TasksOf, facts: Facts
) -> None:
    tasks = tasks_of(read_workbook(workbooks / "nq03-phu-luc-2.xlsx"))
    path = tmp_path / "phụ lục.xlsx"
    write_task_workbook(path, tasks, OPTIONS)
    for returned in (path, soffice(path, "xlsx")):
        assert facts(tasks_of(read_workbook(returned))) == facts(tasks)


@pytest.mark.filterwarnings("error")
def test_an_export_given_up_half_way_leaves_no_file_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tạm"))
    (tmp_path / "tạm").mkdir()
    opened: list[Any] = []
    real_open = Worksheet._initialize

    def note(sheet: Any, data: Any) -> None:
        real_open(sheet, data)
        opened.append(sheet.row_data_fh)

    monkeypatch.setattr(Worksheet, "_initialize", note)
    with pytest.raises(DeskError):
        write_task_workbook(tmp_path / "gửi.xlsx", [Task(id="1", title="Một", note="x" * 32_768)], OPTIONS)
    assert len(opened) == 2  # the hidden sheet comes last
    assert all(file.closed for file in opened)
    assert list((tmp_path / "tạm").iterdir()) == []


# -- packets -------------------------------------------------------------------------------------

HEADER, FIRST = 5, 6  # the rows of the header and of the first task, as Excel numbers them
TITLE, PERCENT, NOTE, DELETE = 3, 12, 20, 23


def plain_tasks(count: int = 6) -> list[Task]:
    return [
        Task(id=row_id_of(at), stt=str(at), title=f"Việc {at}", lead="Sở A", deadline_text="6/2025", note="ghi")
        for at in range(1, count + 1)
    ]


@pytest.fixture
def sent(tmp_path: Path, packet_of: Callable[..., Packet]) -> tuple[Path, Packet, list[Task]]:
    """A packet, its tasks in one group."""
    path, tasks = tmp_path / "gói.xlsx", plain_tasks()
    packet = packet_of(tasks)
    write_packet_workbook(path, packet, tasks, OPTIONS)
    return path, packet, tasks


HOPS = {"none": (), "xlsx": ("xlsx",), "ods": ("ods",), "ods, xlsx": ("ods", "xlsx"), "xlsx twice": ("xlsx", "xlsx")}


@pytest.mark.parametrize("hops", HOPS)
def test_a_packet_survives_other_programs(
    tmp_path: Path, packet_of: Callable[..., Packet], soffice: Callable[[Path, str], Path], hops: str
) -> None:
    path, tasks = (
        tmp_path / "gói.xlsx",
        [*odd_tasks(), *(Task(id=random_row_id(), title=random_row_id()) for _ in range(2000))],
    )
    packet = packet_of(tasks)
    write_packet_workbook(path, packet, tasks, OPTIONS)
    lines = [row[0] for row in openpyxl.load_workbook(path, read_only=True)[SHEET].iter_rows(values_only=True)]
    assert sum(str(line).startswith("packet ") for line in lines) > 2
    for kind in HOPS[hops]:
        path = soffice(path, kind)
    reading = read_workbook(path)
    assert reading.packet == packet
    assert reading.fields == tuple(column.field for column in reading.columns)
    assert [row.mark for row in reading.rows] == [format_row_mark(task.id, task.title) for task in tasks]
    said = [{code: value for code, value in reading.values_of(row).items() if value} for row in reading.rows]
    assert said == [packet.base[task.id].values for task in tasks]
    assert not reading.quarantined
    assert "mark_damaged" not in {note.code for note in reading.notes}
    assert "mark_disagrees" not in {note.code for note in reading.notes}


def test_a_packet_survives_openpyxl(sent: tuple[Path, Packet, list[Task]], read: Read) -> None:
    path, packet, tasks = sent
    buffer = io.BytesIO()
    openpyxl.load_workbook(path).save(buffer)
    reading = read(buffer.getvalue())
    assert reading.packet == packet
    assert [row.id for row in reading.rows] == [task.id for task in tasks]


def test_only_what_is_asked_for_is_open(sent: tuple[Path, Packet, list[Task]]) -> None:
    path, packet, tasks = sent
    sheet = openpyxl.load_workbook(path).worksheets[0]
    protection = sheet.protection
    assert protection.sheet
    assert protection.password is None
    assert not any((protection.sort, protection.autoFilter, protection.formatColumns, protection.formatRows))
    codes = [str(cell.value) for cell in sheet[HEADER]]
    opened = [name for name, cell in zip(codes, sheet[FIRST], strict=True) if not cell.protection.locked]
    assert opened[0] == "Tiến độ"
    assert opened[-2:] == ["Ghi chú", "Xoá?"]
    assert not {"TT", "Mã dòng (không sửa)", "Nhiệm vụ", "Thời hạn", "Cơ quan chủ trì", "Nhóm nhiệm vụ"} & set(opened)
    blank = sheet[FIRST + len(tasks)]
    assert [cell.column for cell in blank if cell.protection.locked] == [2]
    assert [sheet.cell(FIRST + len(tasks) + at, 2).value for at in range(4)] == [
        format_row_mark(row, "") for row in packet.blanks
    ]
    assert not sheet.column_dimensions["W"].hidden


def test_it_says_from_whom_to_whom_and_which_packet(sent: tuple[Path, Packet, list[Task]]) -> None:
    book = openpyxl.load_workbook(sent[0])
    sheet = book.worksheets[0]
    assert sheet["A2"].value == "Gói số 7, ngày 23/11/2026"
    assert sheet["A4"].value.startswith(
        "Nơi gửi: UBND tỉnh A. Nơi nhận: Sở KH&CN\n(Tính đến ngày 23/11/2026; 6 nhiệm vụ"
    )
    assert sent[1].id in sheet.oddFooter.left.text
    assert sent[1].id in [cell.value for row in book["Hướng dẫn"] for cell in row]


def test_a_plain_export_is_open_and_has_no_column_for_deletions(exported: tuple[Path, list[Task]]) -> None:
    sheet = openpyxl.load_workbook(exported[0]).worksheets[0]
    assert not sheet.protection.sheet
    assert "Xoá?" not in [cell.value for cell in sheet[HEADER]]


@pytest.mark.parametrize("hop", ["none", "xlsx", "ods"])
def test_what_an_office_fills_in_is_read(
    sent: tuple[Path, Packet, list[Task]], soffice: Callable[[Path, str], Path], hop: str
) -> None:
    path, packet, tasks = sent
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.cell(FIRST, PERCENT).value = 0.65
    sheet.cell(FIRST + 1, NOTE).value = "(xoá)"
    for at, text in enumerate(("x", "X ", "không", "chưa rõ", None, "xóa")):
        sheet.cell(FIRST + at, DELETE).value = text
    blank = FIRST + len(tasks)
    sheet.cell(blank, TITLE).value = "Việc mới"
    sheet.cell(blank + 1, DELETE).value = "x"  # a blank row says nothing
    sheet.cell(FIRST + 4, 2).value = "mã hỏng"
    book.save(path)
    reading = read_workbook(path if hop == "none" else soffice(path, hop))
    assert reading.packet == packet
    values = [reading.values_of(row) for row in reading.rows]
    assert (values[0]["percent"], values[1]["note"]) == ("65", None)
    assert [said.get("#exists") for said in values] == ["0", "0", None, None, None, "0", None]
    assert reading.cell_of(reading.rows[0], "#exists") == "W6"
    assert [(item.cell, item.field, item.code) for item in reading.quarantined] == [
        ("W9", "#exists", "delete_unread")
    ]
    assert [(row.id, row.mark) for row in reading.rows[4:]] == [
        ("", "mã hỏng"),
        (tasks[5].id, format_row_mark(tasks[5].id, tasks[5].title)),
        (packet.blanks[0], format_row_mark(packet.blanks[0], "")),
    ]
    assert [(note.cell, note.code) for note in reading.notes] == [("B10", "id_damaged")]


def test_a_packet_without_rows_is_read_for_what_it_carries(
    tmp_path: Path, packet_of: Callable[..., Packet], read: Read
) -> None:
    packet = packet_of([])
    write_packet_workbook(tmp_path / "gói.xlsx", packet, [], OPTIONS)
    reading = read((tmp_path / "gói.xlsx").read_bytes())
    assert (reading.packet, reading.rows) == (packet, ())


def test_the_same_packet_gives_the_same_bytes(tmp_path: Path, packet_of: Callable[..., Packet]) -> None:
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path in paths:
        write_packet_workbook(path, packet_of(plain_tasks()), plain_tasks(), OPTIONS)
    assert paths[0].read_bytes() == paths[1].read_bytes()
