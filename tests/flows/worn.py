"""What happens to a packet's sheet in other hands: sorted, filtered, cut about, retyped, pasted elsewhere.

To add one: a function that changes an openpyxl workbook and leaves alone what its rows say, under @wears.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any

import openpyxl
from openpyxl.cell import Cell
from openpyxl.styles import Protection
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from r57desk.domain.fields import BY_CODE
from r57desk.workbook.marks import CODE_NAME, FIELD_NAME, GROUP_MARK, HEADER_NAME, PROPERTY, SHEET

Wear = Callable[[Workbook], None]
ID_HEADER, DELETE_HEADER = "Mã dòng (không sửa)", "Xoá?"
ALIASES = {"Nhiệm vụ": "Nội dung công việc", "Cơ quan chủ trì": "Đơn vị chủ trì", "Thời hạn": "Thời gian hoàn thành",
           "Kết quả thực hiện": "TÌNH HÌNH, KẾT QUẢ THỰC HIỆN", "Ghi chú": "GHI CHÚ"}  # fmt: skip
_SAID = {alias: header for header, alias in ALIASES.items()}

WORN: dict[str, Wear] = {}
"""Whatever may happen while the file still tells which packet it is."""

STRIPPED: dict[str, Wear] = {}
"""What leaves no trace of the packet but its code on paper."""


def wears(name: str, kept: dict[str, Wear] = WORN) -> Callable[[Wear], Wear]:
    def keep(wear: Wear) -> Wear:
        kept[name] = wear
        return wear

    return keep


# -- the table -----------------------------------------------------------------------------------


def page_of(book: Workbook) -> Worksheet:
    """The sheet the table is on."""
    return next(sheet for sheet in book.worksheets if sheet.title != SHEET and _find_header(sheet))


def _find_header(sheet: Worksheet) -> int:
    for row in sheet.iter_rows(max_row=40):
        if sum(_SAID.get(str(cell.value), cell.value) in ALIASES for cell in row) > 1:
            return row[0].row
    return 0


class Table:
    """The header, and the rows under it down to the last that has an id, as a person marks them."""

    def __init__(self, book: Workbook) -> None:
        self.sheet = page_of(book)
        self.header = _find_header(self.sheet)
        headers = [(str(cell.value), cell.column) for cell in self.sheet[self.header] if cell.value]
        self.columns = {_SAID.get(header, header): column for header, column in headers}
        ids = self.columns.get(ID_HEADER, self.columns.get("Nhiệm vụ", 3))
        self.last = max(
            row for row in range(self.header, self.sheet.max_row + 1) if self.sheet.cell(row, ids).value is not None
        )

    @property
    def rows(self) -> range:
        return range(self.header + 1, self.last + 1)

    def cell(self, row: int, header: str) -> Cell:
        return self.sheet.cell(row, self.columns[header])

    def texts(self) -> Iterable[Cell]:
        """The cells below the header that hold text for people."""
        for header, column in self.columns.items():
            if header not in (ID_HEADER, DELETE_HEADER):
                for row in self.rows:
                    cell = self.sheet.cell(row, column)
                    if isinstance(cell.value, str):
                        yield cell

    def is_task(self, row: int) -> bool:
        mark = self.cell(row, ID_HEADER).value
        return mark != GROUP_MARK and self.cell(row, "Nhiệm vụ").value is not None


def copy_cell(source: Cell, target: Cell) -> None:
    target.value, target.data_type, target.number_format = source.value, source.data_type, source.number_format


def _lift(sheet: Worksheet, row: int) -> list[tuple[Any, str, str]]:
    return [(cell.value, cell.data_type, cell.number_format) for cell in sheet[row]]


def _lay(sheet: Worksheet, row: int, cells: Iterable[tuple[Any, str, str]]) -> None:
    for column, (value, kind, number_format) in enumerate(cells, 1):
        cell = sheet.cell(row, column)
        cell.value, cell.number_format = value, number_format
        if value is not None:
            cell.data_type = kind


def unmerge(sheet: Worksheet, above: int = 0) -> None:
    """Free the cells of the title block and the signatures: openpyxl moves cells, but not what holds them together."""
    for merge in list(sheet.merged_cells.ranges):
        if merge.min_row > above:
            sheet.unmerge_cells(str(merge))


_PLACE = re.compile(r"\$([A-Z]+)\$(\d+)")


def _move_names(book: Workbook, move: Callable[[int, int], tuple[int, int]]) -> None:
    """Let the defined names follow their cells, as Excel does: (column, row) → where they are now."""

    def moved(found: re.Match[str]) -> str:
        column, row = move(openpyxl.utils.column_index_from_string(found[1]), int(found[2]))
        return f"${openpyxl.utils.get_column_letter(column)}${row}"

    for name, place in book.defined_names.items():
        if name.startswith(("r57_f_", "r57_hdr")):
            place.attr_text = _PLACE.sub(moved, place.attr_text)


# -- sorted, filtered, hidden --------------------------------------------------------------------


def _sort(book: Workbook, header: str, down: bool = False) -> None:
    """Whole rows by one column, blank cells last, as every program sorts: headings of groups go where they fall."""
    table = Table(book)
    at = table.columns[header] - 1
    rows = [_lift(table.sheet, row) for row in table.rows]
    filled = sorted((row for row in rows if row[at][0] is not None), key=lambda row: _rank(row[at][0]), reverse=down)
    for row, cells in zip(table.rows, filled + [row for row in rows if row[at][0] is None], strict=True):
        _lay(table.sheet, row, cells)


def _rank(value: Any) -> tuple[bool, float, str]:
    return isinstance(value, str), value if not isinstance(value, str) else 0, str(value).casefold()


for _code in ("stt", "title", "lead", "deadline_text", "progress", "percent", "result_now", "note"):
    WORN[f"sorted by {_code}"] = partial(_sort, header=BY_CODE[_code].label_vi, down=_code in ("title", "progress"))


@wears("filtered")
def _filter(book: Workbook) -> None:
    table = Table(book)
    table.sheet.auto_filter.add_filter_column(table.columns["Cơ quan chủ trì"] - 1, ["Sở Tư pháp"])
    for row in table.rows:
        table.sheet.row_dimensions[row].hidden = table.cell(row, "Cơ quan chủ trì").value != "Sở Tư pháp"


@wears("rows and columns hidden, the hidden ones shown")
def _hide(book: Workbook) -> None:
    table = Table(book)
    for row in list(table.rows)[::3]:
        table.sheet.row_dimensions[row].hidden = True
    for header, column in table.columns.items():
        shape = table.sheet.column_dimensions[openpyxl.utils.get_column_letter(column)]
        shape.hidden = header in ("Kết quả thực hiện", "Thời hạn")


# -- rows more and fewer -------------------------------------------------------------------------


@wears("blank rows put in")
def _put_in_blank_rows(book: Workbook) -> None:
    table = Table(book)
    unmerge(table.sheet, table.header)
    for row in sorted((table.header + 1, table.header + 7, table.last - 20, table.last), reverse=True):
        table.sheet.insert_rows(row, 2)


@wears("title block deleted")
def _delete_title_block(book: Workbook) -> None:
    table = Table(book)
    unmerge(table.sheet)
    gone = table.header - 1
    table.sheet.delete_rows(1, gone)
    _move_names(book, lambda column, row: (column, row - gone))


@wears("title block longer")
def _lengthen_title_block(book: Workbook) -> None:
    sheet = page_of(book)
    unmerge(sheet)
    sheet.insert_rows(2, 4)
    sheet["A3"] = "Kính gửi: Văn phòng UBND thành phố (báo cáo Kế hoạch số 99/KH-SYT ngày 01/9/2025)"
    _move_names(book, lambda column, row: (column, row + 4 if row >= 2 else row))


@wears("headings of groups deleted")
def _delete_headings(book: Workbook) -> None:
    table = Table(book)
    unmerge(table.sheet, table.header)
    for row in reversed(table.rows):
        if table.cell(row, ID_HEADER).value == GROUP_MARK:
            table.sheet.delete_rows(row)


@wears("signatures deleted, totals written")
def _end_otherwise(book: Workbook) -> None:
    table = Table(book)
    unmerge(table.sheet, table.header)
    table.sheet.delete_rows(table.last + 3, 10)
    table.sheet.cell(table.last + 3, 1).value = "Tổng cộng: 92 nhiệm vụ"


@wears("header repeated as on each page")
def _repeat_header(book: Workbook) -> None:
    table = Table(book)
    unmerge(table.sheet, table.header)
    at = table.header + 30
    table.sheet.insert_rows(at)
    for header, column in table.columns.items():
        if header != ID_HEADER:
            table.sheet.cell(at, column).value = header


@wears("blank ruled rows deleted")
def _delete_blank_rows(book: Workbook) -> None:
    table = Table(book)
    unmerge(table.sheet, table.header)
    for row in reversed(table.rows):
        if not any(cell.value for cell in table.sheet[row] if cell.column != table.columns[ID_HEADER]):
            table.sheet.delete_rows(row)


# -- columns -------------------------------------------------------------------------------------


@wears("columns moved")
def _move_columns(book: Workbook) -> None:
    """Two to the end, and two change places; the names follow."""
    _reorder(book, ("Nhiệm vụ", "Kết quả thực hiện"))


@wears("id column moved to the end")
def _move_ids(book: Workbook) -> None:
    _reorder(book, (ID_HEADER,))


def _reorder(book: Workbook, to_end: tuple[str, ...]) -> None:
    table = Table(book)
    sheet, order = table.sheet, [header for header in table.columns if header not in to_end] + list(to_end)
    unmerge(sheet)
    was = [table.columns[header] for header in order]
    for row in range(table.header, table.last + 2):
        cells = _lift(sheet, row)
        _lay(sheet, row, [cells[column - 1] for column in was])
    now = {column: at for at, column in enumerate(was, 1)}
    _move_names(book, lambda column, row: (now[column], row))


@wears("a column of their own put in")
def _put_in_column(book: Workbook) -> None:
    table = Table(book)
    unmerge(table.sheet)
    at = table.columns["Thời hạn"]
    table.sheet.insert_cols(at)
    table.sheet.cell(table.header, at).value = "Phòng theo dõi"
    for row in table.rows:
        if row % 3 == 0:
            table.sheet.cell(row, at).value = f"Phòng số {row % 5}"
    _move_names(book, lambda column, row: (column + (column >= at), row))


@wears("columns deleted")
def _delete_columns(book: Workbook) -> None:
    table = Table(book)
    unmerge(table.sheet)
    for header in ("Nhóm nhiệm vụ", "Số nhóm", "Thẩm quyền", "Mã nhiệm vụ"):
        at = table.columns[header]
        book.defined_names.pop(FIELD_NAME + next(code for code in BY_CODE if BY_CODE[code].label_vi == header), None)
        table.sheet.delete_cols(at)
        _move_names(book, lambda column, row, at=at: (column - (column > at), row))


@wears("headers in other words")
def _rename_headers(book: Workbook) -> None:
    table = Table(book)
    for header, alias in ALIASES.items():
        table.cell(table.header, header).value = alias


# -- cells ---------------------------------------------------------------------------------------


@wears("equal cells merged")
def _merge_equal(book: Workbook) -> None:
    """Cells one above the other that say the same, and headings across the table."""
    table = Table(book)
    column = openpyxl.utils.get_column_letter(table.columns["Văn bản giao việc"])
    run = [row for row in table.rows if table.is_task(row) and table.sheet[f"{column}{row}"].value == "12/KH-UBND"]
    for first, second in zip(run[::2], run[1::2], strict=False):
        if second == first + 1:
            table.sheet.merge_cells(f"{column}{first}:{column}{second}")
    for row in table.rows:
        if table.cell(row, ID_HEADER).value == GROUP_MARK:
            at = table.columns["Nhiệm vụ"]
            table.sheet.merge_cells(start_row=row, end_row=row, start_column=at, end_column=at + 1)


@wears("formats lost")
def _paste_values(book: Workbook) -> None:
    table = Table(book)
    for row in table.rows:
        for column in table.columns.values():
            cell = table.sheet.cell(row, column)
            cell.number_format, cell.protection = "General", Protection()


@wears("numbers kept as text")
def _number_as_text(book: Workbook) -> None:
    table = Table(book)
    for row in table.rows:
        cell = table.cell(row, "TT")
        if isinstance(cell.value, int):
            cell.value, cell.data_type = f" {cell.value}", "s"
        cell = table.cell(row, "Tiến độ (%)")
        if isinstance(cell.value, int | float):
            cell.value, cell.number_format = f"{cell.value * 100:g} %".replace(".", ","), "@"


@wears("dates made real")
def _real_dates(book: Workbook) -> None:
    table = Table(book)
    for row in table.rows:
        cell = table.cell(row, "Ngày hoàn thành")
        if isinstance(cell.value, str) and re.fullmatch(r"\d\d/\d\d/\d{4}", cell.value):
            cell.value, cell.number_format = datetime.strptime(cell.value, "%d/%m/%Y"), "dd/mm/yyyy"


@wears("letters taken apart, spaces all over")
def _retype(book: Workbook) -> None:
    for cell in Table(book).texts():
        kind = cell.data_type
        cell.value = f" {unicodedata.normalize('NFD', cell.value)}\u00a0\u200b"
        cell.data_type = kind


# -- sheets, names, carriers ---------------------------------------------------------------------


@wears("sheet renamed")
def _rename_sheet(book: Workbook) -> None:
    sheet = page_of(book)
    old, sheet.title = sheet.title, "Báo cáo (SYT)"
    for name, place in book.defined_names.items():
        if name != CODE_NAME:
            place.attr_text = place.attr_text.replace(f"'{old}'!", "'Báo cáo (SYT)'!")


@wears("a sheet in front, others behind")
def _add_sheets(book: Workbook) -> None:
    first = book.create_sheet("Bìa", 0)
    first["A1"] = "Kính gửi UBND thành phố"
    more = book.create_sheet("Tổng hợp")
    for row in (("TT", "Chỉ tiêu", "Số lượng"), (1, "Đã xong", 12)):
        more.append(row)
    del book["Hướng dẫn"]


@wears("a copy of the sheet left in")
def _copy_in_book(book: Workbook) -> None:
    """As it was before anything was filled in, or not: only the sheet that was sent is read."""
    made = book.copy_worksheet(page_of(book))
    made.title = "Bản nháp"


@wears("footer gone")
def _drop_footer(book: Workbook) -> None:
    page_of(book).oddFooter.left.text = ""


@wears("property gone")
def _drop_property(book: Workbook) -> None:
    del book.custom_doc_props[PROPERTY]


@wears("names gone")
def _drop_names(book: Workbook) -> None:
    for name in list(book.defined_names):
        del book.defined_names[name]


@wears("sheet of marks gone")
def _drop_marks(book: Workbook) -> None:
    del book[SHEET]


@wears("names gone, columns moved")
def _drop_names_and_move(book: Workbook) -> None:
    _drop_names(book)
    _move_columns(book)


@wears("names gone, title block longer")
def _drop_names_and_lengthen(book: Workbook) -> None:
    _drop_names(book)
    _lengthen_title_block(book)


@wears("header's name alone gone, columns moved")
def _drop_header_name(book: Workbook) -> None:
    book.defined_names.pop(HEADER_NAME, None)
    _move_columns(book)


# -- stripped: nothing tells of the packet -------------------------------------------------------


@wears("copied into a new book", STRIPPED)
def _copy_sheet(book: Workbook) -> None:
    _keep_alone(book, shown_only=False)


@wears("what is seen copied into a new book", STRIPPED)
def _copy_seen(book: Workbook) -> None:
    """Ids and groups are in hidden columns, so they stay behind."""
    _keep_alone(book, shown_only=True)


def _keep_alone(book: Workbook, *, shown_only: bool) -> None:
    """Leave in the book one new sheet with the values of the table."""
    table = Table(book)
    new = book.create_sheet("Sheet1")
    shapes = table.sheet.column_dimensions
    kept = [
        column
        for column in table.columns.values()
        if not (shown_only and shapes[openpyxl.utils.get_column_letter(column)].hidden)
    ]
    for row in range(1, table.sheet.max_row + 1):
        for at, column in enumerate(kept, 1):
            source = table.sheet.cell(row, column)
            if source.value is not None:
                copy_cell(source, new.cell(row, at))
    for name in [sheet for sheet in book.sheetnames if sheet != "Sheet1"]:
        del book[name]
    _drop_names(book)
    _drop_property(book)


# -- several at once -----------------------------------------------------------------------------


_LAST = "equal cells merged"  # no program sorts or moves merged cells
_ALONE = {"a copy of the sheet left in"}  # with the names gone too, it must be asked which sheet counts


def wear_at_random(book: Workbook, chance: random.Random, times: int) -> list[str]:
    """Some of these one after the other; their names."""
    names = chance.sample(sorted(WORN.keys() - _ALONE), times)
    names.sort(key=lambda name: name == _LAST)
    for name in names:
        WORN[name](book)
    return names
