"""The marks our own workbook carries, and reading them back: the sheet `_r57`, and defined names.

`_r57` holds one plain sentence in A1, then JSON in pieces below it (what it says: `OwnMark`). The names `r57_hdr` and
`r57_f_<field>` point at header cells, so columns are found again after a person has moved them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from r57desk.domain.fields import BY_CODE
from r57desk.errors import DeskError
from r57desk.workbook.archive import Archive
from r57desk.workbook.cells import column_number
from r57desk.workbook.cells_xlsx import elements, workbook_part
from r57desk.workbook.grid import Workbook

SHEET = "_r57"
FORMAT = 1
HEADER_NAME = "r57_hdr"
FIELD_NAME = "r57_f_"
ID_FIELD = "id"
GROUP_MARK = "#"  # stands in the id column of a group's heading
PIECE = 30_000  # characters; Excel allows 32,767 in a cell

_CELL = re.compile(r"(?:'((?:[^']|'')*)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)")


@dataclass(frozen=True, slots=True)
class OwnMark:
    """Where the table stands and what it is. Rows and columns are 0-based; `columns` is column → field code."""

    export_id: str
    sheet: str
    header_row: int
    columns: Mapping[int, str] = field(default_factory=dict)
    id_column: int | None = None
    office: str = ""
    office_name: str = ""
    when: str = ""
    format: int = FORMAT


def format_mark(mark: OwnMark) -> list[str]:
    """The JSON of a mark in pieces that fit a cell."""
    says = {
        "format": mark.format, "export": mark.export_id, "sheet": mark.sheet, "header_row": mark.header_row + 1,
        "office": mark.office, "office_name": mark.office_name, "when": mark.when,
        "columns": {code: column + 1 for column, code in mark.columns.items()},
        "id_column": None if mark.id_column is None else mark.id_column + 1,
    }  # fmt: skip
    text = json.dumps(says, ensure_ascii=False, sort_keys=True)
    return [text[at : at + PIECE] for at in range(0, len(text), PIECE)]


def parse_mark(pieces: Iterable[str]) -> OwnMark | None:
    """The mark in these pieces, or None when they were damaged."""
    try:
        says = json.loads("".join(pieces))
        columns = {int(column) - 1: str(code) for code, column in says["columns"].items() if code in BY_CODE}
        return OwnMark(
            str(says["export"]), str(says["sheet"]), int(says["header_row"]) - 1, columns,
            None if says["id_column"] is None else int(says["id_column"]) - 1,
            str(says["office"]), str(says["office_name"]), str(says["when"]), int(says["format"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def find_mark(workbook: Workbook) -> tuple[OwnMark | None, bool]:
    """The mark of our own workbook, and whether there was one that cannot be used.

    Raises DeskError when a newer version wrote the file.
    """
    index = next((at for at, (name, _) in enumerate(workbook.sheets) if name == SHEET), None)
    if index is None:
        return None, False
    cells = [str(row[0]) for row in workbook.get_sheet(index).rows() if row and row[0] != ""]
    mark = parse_mark(cells[1:])
    if mark is None:
        return None, True
    if mark.format > FORMAT:
        raise DeskError("workbook_newer_format", file=workbook.file)
    if workbook.archive is not None and workbook.archive.kind == "xlsx":
        mark = _follow_names(mark, _names(workbook.archive))
    return (mark, False) if mark.sheet in [name for name, _ in workbook.sheets] else (None, True)


def _names(archive: Archive) -> dict[str, tuple[str, int, int]]:
    """Our defined names: name → (sheet, row, column)."""
    names: dict[str, tuple[str, int, int]] = {}
    for element, attributes, text in elements(archive.read(workbook_part(archive))):
        name = attributes.get("name", "")
        if element == "definedName" and name.startswith((HEADER_NAME, FIELD_NAME)):
            match = _CELL.match(text)
            if match:
                sheet = (match[1] or match[2]).replace("''", "'")
                names[name] = (sheet, int(match[4]) - 1, column_number(match[3]))
    return names


def _follow_names(mark: OwnMark, names: Mapping[str, Any]) -> OwnMark:
    """The mark with its table where the defined names now point, if they survived."""
    if HEADER_NAME not in names:
        return mark
    sheet, row, _ = names[HEADER_NAME]
    fields: dict[Any, str] = {
        place[2]: name[len(FIELD_NAME) :] for name, place in names.items() if name.startswith(FIELD_NAME)
    }
    id_column = next((column for column, code in fields.items() if code == ID_FIELD), None)
    columns = {column: code for column, code in fields.items() if code in BY_CODE}
    return OwnMark(
        mark.export_id, sheet, row, columns, id_column, mark.office, mark.office_name, mark.when, mark.format
    )
