"""The mark of our own workbook: what it says of itself and where its table stands, as a line of text and as names.

The sheet `_r57` holds one plain sentence in A1, then lines (see `chunks`) of kind `mark` and, in a packet, `packet`.
The names `r57_hdr` and `r57_f_<field>` point at header cells, so columns are found again after a person moved them.
The file's code stands, besides, in the name `r57_packet`, in a property of the document and in the footer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from r57desk.domain.fields import BY_CODE
from r57desk.domain.text import one_line

SHEET = "_r57"
FORMAT = 1
MARK_LINES, PACKET_LINES = "mark", "packet"
HEADER_NAME = "r57_hdr"
FIELD_NAME = "r57_f_"
CODE_NAME = "r57_packet"
PROPERTY = "r57desk"
ID_FIELD = "id"
DELETE_FIELD = "delete"
EXISTS = "#exists"  # the field in which a reading delivers a deletion, as edits name it
GROUP_MARK = "#"  # stands in the id column of a group's heading

SENTENCES = (
    "Trang này do phần mềm r57desk ghi để nhận ra tệp và từng cột khi đọc lại. Không sửa, không xoá.",
    "r57desk wrote this sheet to know the file and its columns again when it is read back. Do not change or delete it.",
)

Kind = Literal["", "tasks", "receipt"]
Carrier = Literal["sheet", "property", "name", "footer"]


@dataclass(frozen=True, slots=True)
class OwnMark:
    """What the file is and where its table stands. Rows and columns are 0-based; `columns` is column → field code.

    `kind` is that of its packet, "" for a plain export; a packet also says its addressee and number. `sheet` is ""
    when nothing says where the table is. `carrier` is what the mark was read from: all but the sheet only know the code.
    `is_followed`: the table is where defined names say it is now.
    """

    export_id: str
    sheet: str = ""
    header_row: int = 0
    columns: Mapping[int, str] = field(default_factory=dict)
    id_column: int | None = None
    office: str = ""
    office_name: str = ""
    when: str = ""
    format: int = FORMAT
    kind: Kind = ""
    to: str = ""
    to_name: str = ""
    number: int = 0
    delete_column: int | None = None
    carrier: Carrier = "sheet"
    is_followed: bool = False


def format_mark(mark: OwnMark) -> str:
    """A mark as one line of JSON."""
    says = {
        "format": mark.format, "export": mark.export_id, "sheet": mark.sheet, "header_row": mark.header_row + 1,
        "office": mark.office, "office_name": one_line(mark.office_name), "when": mark.when,
        "columns": {code: column + 1 for column, code in mark.columns.items()},
        "id_column": None if mark.id_column is None else mark.id_column + 1,
    }  # fmt: skip
    if mark.kind:
        says |= {"kind": mark.kind, "to": mark.to, "to_name": one_line(mark.to_name), "number": mark.number}
    if mark.delete_column is not None:
        says["delete_column"] = mark.delete_column + 1
    return json.dumps(says, ensure_ascii=False, sort_keys=True)


def parse_mark(text: str) -> OwnMark | None:
    """The mark in this line, or None when there is none in it."""
    try:
        says = json.loads(text)
        columns = {int(column) - 1: str(code) for code, column in says["columns"].items() if code in BY_CODE}
        kind: Kind = {"tasks": "tasks", "receipt": "receipt"}.get(says.get("kind", ""), "")  # type: ignore[assignment]
        return OwnMark(
            str(says["export"]), str(says["sheet"]), int(says["header_row"]) - 1, columns, _place(says["id_column"]),
            str(says["office"]), str(says["office_name"]), str(says["when"]), int(says["format"]),
            kind, str(says.get("to", "")), str(says.get("to_name", "")), int(says.get("number", 0)),
            _place(says.get("delete_column")),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _place(column: object) -> int | None:
    return None if column is None else int(str(column)) - 1
