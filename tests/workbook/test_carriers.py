"""The carriers of a file's mark: each is enough to know the code, the sheet wins, and damage and contradiction are told."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName

from r57desk.domain.ids import row_id_of
from r57desk.domain.task import Task
from r57desk.errors import DeskError
from r57desk.merge.packet import Packet
from r57desk.workbook.carriers import find_carried
from r57desk.workbook.chunks import format_lines
from r57desk.workbook.gate import LIMITS
from r57desk.workbook.grid import Workbook
from r57desk.workbook.marks import CODE_NAME, FORMAT, SHEET
from r57desk.workbook.reading import Mark, Reading
from r57desk.workbook.writer import ExportOptions, write_packet_workbook, write_task_workbook

Read = Callable[..., Reading]
Change = Callable[[Any], None]
TASKS = [
    Task(id=row_id_of(at), stt=str(at), title=f"Việc {at}", lead="Bộ A", deadline_text="2025") for at in (1, 2, 3)
]
CODE = row_id_of(57)


@pytest.fixture
def packet(packet_of: Callable[[Sequence[Task]], Packet]) -> Packet:
    return packet_of(TASKS)


@pytest.fixture
def sent(tmp_path: Path, packet: Packet) -> Path:
    path = tmp_path / "gói.xlsx"
    write_packet_workbook(path, packet, TASKS, ExportOptions(""))
    return path


def changed(path: Path, *changes: Change) -> bytes:
    """The workbook as openpyxl saves it after some changes."""
    book = openpyxl.load_workbook(path)
    for change in changes:
        change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def drop_sheet(book: Any) -> None:
    del book[SHEET]


def drop_property(book: Any) -> None:
    del book.custom_doc_props["r57desk"]


def drop_names(book: Any) -> None:
    for name in list(book.defined_names):
        del book.defined_names[name]


def drop_code_name(book: Any) -> None:
    del book.defined_names[CODE_NAME]


def drop_footer(book: Any) -> None:
    book.worksheets[0].oddFooter.left.text = ""


def spoil(kind: str) -> Change:
    """Change one character in the first line of a kind."""

    def change(book: Any) -> None:
        cell = next(row[0] for row in book[SHEET] if str(row[0].value).startswith(kind + " "))
        cell.value = cell.value[:-1] + ("A" if cell.value[-1] != "A" else "B")

    return change


def test_untouched_all_carriers_agree(sent: Path, packet: Packet, read: Read) -> None:
    reading = read(sent.read_bytes())
    assert reading.mark == Mark(
        CODE, "01", "UBND tỉnh A", "2026-11-23T10:00:00", FORMAT, "tasks", "01.SKHCN", "Sở KH&CN", 7, "sheet"
    )
    assert reading.packet == packet
    assert reading.notes == ()


ALONE = {
    "property": (drop_sheet, drop_code_name, drop_footer),
    "name": (drop_sheet, drop_property, drop_footer),
    "footer": (drop_sheet, drop_names, drop_property),
}


@pytest.mark.parametrize("carrier", ALONE)
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_one_carrier_left_still_names_the_packet(
    sent: Path, soffice: Callable[[Path, str], Path], read: Read, carrier: str, kind: str
) -> None:
    sent.write_bytes(changed(sent, *ALONE[carrier]))
    reading = read((soffice(sent, "ods") if kind == "ods" else sent).read_bytes())
    assert reading.mark == Mark(CODE, carrier=carrier)  # type: ignore[arg-type]
    assert reading.packet is None
    assert [row.id for row in reading.rows] == [task.id for task in TASKS]
    assert reading.quarantined == reading.notes == ()


def test_without_any_it_is_an_ordinary_file(sent: Path, read: Read) -> None:
    reading = read(changed(sent, drop_sheet, drop_names, drop_property, drop_footer))
    assert (reading.mark, reading.packet, reading.notes) == (None, None, ())
    assert [row.id for row in reading.rows] == [task.id for task in TASKS]


def test_a_code_that_is_no_code_names_nothing(sent: Path, read: Read) -> None:
    def mistype(book: Any) -> None:
        book.custom_doc_props["r57desk"].value = CODE[:-1] + ("A" if CODE[-1] != "A" else "B")

    assert read(changed(sent, drop_sheet, drop_names, drop_footer, mistype)).mark is None


def test_contradiction_is_told_and_the_sheet_wins(sent: Path, packet: Packet, read: Read) -> None:
    other = row_id_of(58)

    def copy_from_elsewhere(book: Any) -> None:
        book.worksheets[0].oddFooter.left.text = f"Gói r57desk {other}"
        del book.custom_doc_props["r57desk"]
        book.custom_doc_props.append(StringProperty(name="r57desk", value=other))

    reading = read(changed(sent, copy_from_elsewhere))
    assert reading.mark is not None
    assert reading.mark.export_id == CODE
    assert reading.packet == packet
    note = reading.notes[-1]
    assert (note.code, note.raw) == ("mark_disagrees", f"sheet: {CODE}; property: {other}; footer: {other}")
    left = read(changed(sent, copy_from_elsewhere, drop_sheet))
    assert left.mark == Mark(other, carrier="property")
    assert left.notes[-1].raw == f"property: {other}; name: {CODE}"


@pytest.mark.parametrize("kind", ["packet", "mark"])
def test_damage_is_told_and_the_rest_is_read(sent: Path, packet: Packet, read: Read, kind: str) -> None:
    reading = read(changed(sent, spoil(kind)))
    assert [note.code for note in reading.notes] == ["mark_damaged"]
    assert reading.mark is not None
    assert (reading.mark.export_id, reading.mark.carrier) == (CODE, "sheet" if kind == "packet" else "property")
    assert reading.packet == (None if kind == "packet" else packet)
    assert [reading.values_of(row)["title"] for row in reading.rows] == [task.title for task in TASKS]
    assert {column.how for column in reading.columns} == {"own"}


def test_a_missing_line_is_damage(sent: Path, read: Read) -> None:
    def cut(book: Any) -> None:
        book[SHEET].delete_rows(3, 9)

    reading = read(changed(sent, cut))
    assert reading.packet is None
    assert [note.code for note in reading.notes] == ["mark_damaged"]


def test_a_plain_export_carries_no_packet(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "xuất.xlsx"
    write_task_workbook(path, TASKS, ExportOptions(CODE, "01", "Sở A", "2026-11-23T10:00:00"))
    reading = read(path.read_bytes())
    assert reading.mark == Mark(CODE, "01", "Sở A", "2026-11-23T10:00:00")
    assert (reading.packed, reading.packet, reading.notes) == ("", None, ())
    assert [note.code for note in read(changed(path, spoil("mark"))).notes] == ["mark_damaged"]


def test_a_newer_format_is_refused_politely(sent: Path, read: Read) -> None:
    def age(book: Any) -> None:
        text = str(book[SHEET]["A2"].value).split(" ", 3)[3]
        book[SHEET]["A2"] = format_lines("mark", text.replace(f'"format": {FORMAT}', f'"format": {FORMAT + 1}'))[0]

    with pytest.raises(DeskError) as caught:
        read(changed(sent, age))
    assert caught.value.code == "workbook_newer_format"


def test_the_table_is_found_after_rows_are_inserted_above(sent: Path, read: Read) -> None:
    def push_down(book: Any) -> None:
        sheet = book.worksheets[0]
        for merge in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merge))
        sheet.move_range("A1:W30", rows=2)
        for name, place in book.defined_names.items():
            if name.startswith("r57_"):
                place.attr_text = place.attr_text.replace("$5", "$7")

    reading = read(changed(sent, push_down))
    assert reading.header_row == 7
    assert reading.values_of(reading.rows[0])["title"] == "Việc 1"


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_columns_moved_in_another_program_are_followed(
    sent: Path, soffice: Callable[[Path, str], Path], read: Read, kind: str
) -> None:
    def move(book: Any) -> None:  # the column of deletions becomes X, an inserted one stands where it was
        sheet = book.worksheets[0]
        sheet.move_range("W5:W12", cols=1)
        sheet["W5"], sheet["W6"], sheet["X6"] = "Ghi chú thêm", "abc", "x"
        book.defined_names["r57_f_delete"].attr_text = "'Nhiệm vụ'!$X$5"

    sent.write_bytes(changed(sent, move))
    reading = read(soffice(sent, kind).read_bytes())
    assert [row.values[-1] for row in reading.rows] == ["0", "", ""]
    assert reading.fields[-1] == "#exists"
    assert reading.cell_of(reading.rows[0], "#exists") == "X6"


def test_a_sheet_renamed_without_names_is_still_known(sent: Path, packet: Packet, read: Read) -> None:
    def rename(book: Any) -> None:
        book.worksheets[0].title = "Trả lời"

    reading = read(changed(sent, drop_names, rename))
    assert (reading.sheet, reading.packet) == ("Trả lời", packet)
    assert [row.id for row in reading.rows] == [task.id for task in TASKS]
    assert {column.how for column in reading.columns} == {"name"}


def test_a_header_a_person_renamed_still_names_its_column(sent: Path, read: Read) -> None:
    def rename(book: Any) -> None:
        book.worksheets[0]["C5"] = "Việc"

    assert read(changed(sent, rename)).rows[0].values[1] == "Việc 1"


def copy_sheet(book: Any) -> None:
    """As Excel copies a sheet in its own book: with names of its own beside those of the book; then fill in the copy."""
    made = book.copy_worksheet(book.worksheets[0])
    made["C6"] = "Việc sửa ở bản sao"
    for name, place in book.defined_names.items():
        if name.startswith("r57_f_") or name == "r57_hdr":
            text = place.attr_text.replace("'Nhiệm vụ'", f"'{made.title}'")
            made.defined_names[name] = DefinedName(name, attr_text=text)


def drop_original(book: Any) -> None:
    del book["Nhiệm vụ"]
    for place in book.defined_names.values():
        place.attr_text = re.sub("^'Nhiệm vụ'!.*", "#REF!", place.attr_text)


def test_a_copy_of_the_sheet_is_not_read_and_said_to_be_there(sent: Path, read: Read) -> None:
    reading = read(changed(sent, copy_sheet))
    assert (reading.sheet, reading.rows[0].values[1]) == ("Nhiệm vụ", "Việc 1")
    assert [(note.sheet, note.cell, note.code) for note in reading.notes] == [("Nhiệm vụ Copy", "A1", "other_table")]


def test_a_copy_is_read_once_the_sheet_itself_is_gone(sent: Path, packet: Packet, read: Read) -> None:
    reading = read(changed(sent, copy_sheet, drop_original))
    assert (reading.sheet, reading.rows[0].values[1]) == ("Nhiệm vụ Copy", "Việc sửa ở bản sao")
    assert (reading.packet, reading.notes) == (packet, ())
    assert {column.how for column in reading.columns} == {"own"}


def test_another_sheet_asked_for_is_not_ours(sent: Path, read: Read) -> None:
    def add(book: Any) -> None:
        sheet = book.create_sheet("Khác")
        for row in (("TT", "Tên nhiệm vụ", "Cơ quan chủ trì"), (1, "Việc khác", "Bộ B")):
            sheet.append(row)

    reading = read(changed(sent, add), sheet="Khác")
    assert (reading.mark, reading.packet) == (None, None)
    assert reading.values_of(reading.rows[0])["title"] == "Việc khác"


def test_a_stranger_carries_nothing(make_xlsx: Callable[..., bytes], table: Callable[..., Any]) -> None:
    data = make_xlsx(table((1, "Một", "Bộ A", "2025", None)))
    carried = find_carried(Workbook(data, "x.xlsx", LIMITS))
    assert (carried.mark, carried.packet, carried.remarks) == (None, "", ())
