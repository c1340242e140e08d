"""Reading: what was read from one file, frozen. Nothing is decided here; plan and apply come later.

A cell's value is canonical text; "" says nothing (blank, or set aside as a `quarantined` cell), None erases. A file in
which rows are crossed out in the column "Xoá?" has a field `#exists` beside the others: "0" for such a row, "" else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date as _date
from functools import cached_property
from typing import Any, NamedTuple

from r57desk.errors import Language
from r57desk.merge.packet import Packet, parse_packet
from r57desk.workbook.cells import column_number
from r57desk.workbook.columns import How, Why, fingerprint_headers
from r57desk.workbook.document import Document
from r57desk.workbook.marks import EXISTS, Carrier, Kind
from r57desk.workbook.packing import unpack
from r57desk.workbook.reasons import REASONS, reason_text

__all__ = ["REASONS", "Column", "Mark", "Reading", "Remark", "Row", "Skipped", "Unread", "reason_text"]


class Row(NamedTuple):
    """One task (or office, day, document) of the file. `values` stand in the order of `Reading.fields`."""

    sheet_row: int  # as Excel numbers it
    id: str  # the row id of our own workbook; "" when there is none, it is damaged, or a row above has it
    values: tuple[str | None, ...]
    mark: str = ""  # the text of the id cell, whatever it is: see `domain.ids.parse_row_mark`


class Remark(NamedTuple):
    """A cell to look at: set aside (`Reading.quarantined`) or read with a doubt (`Reading.notes`)."""

    sheet: str
    cell: str  # "G14"; "" when it is about the whole file
    field: str  # field code, "" when it is about the row
    raw: str
    code: str

    def reason(self, language: Language = "vi") -> str:
        """Why, in words."""
        return reason_text(self.code, language)


class Skipped(NamedTuple):
    """A row below the header that is no task. `why`: group, total, signature, header, numbering, joined, text, empty."""

    sheet_row: int
    why: str
    text: str


class Column(NamedTuple):
    """A column that was read. `how`: own workbook, mapping, name, loose name, or content (worth a look)."""

    field: str
    letter: str
    header: str
    how: How


class Unread(NamedTuple):
    """A column that was not read. `why`: unknown, second (column of a field), ignored, group_numbers."""

    letter: str
    header: str
    why: Why


class LegacySample(NamedTuple):
    """A cell in an old font: its text as it stands and as Unicode; `doubtful` when only its neighbours told which it is."""

    cell: str
    old: str
    new: str
    doubtful: bool


class Legacy(NamedTuple):
    """What a file holds in one old encoding, "tcvn3" or "vni": the fonts, and how many cells read otherwise in Unicode.

    `kept` cells stand in such a font too, but hold Unicode already.
    """

    encoding: str
    fonts: tuple[str, ...]
    cells: int
    kept: int
    samples: tuple[LegacySample, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What our own workbook says of itself. `kind` is that of its packet, "" for a plain export.

    A `carrier` other than the sheet knows `export_id` alone: the packet's code, by which our own records find it.
    """

    export_id: str
    office: str = ""
    office_name: str = ""
    when: str = ""
    format: int = 1
    kind: Kind = ""
    to: str = ""
    to_name: str = ""
    number: int = 0
    carrier: Carrier = "sheet"


@dataclass(frozen=True)
class Reading:
    """One file, read. `header_row` is 1-based, the first of the header's rows; `document` is the title block's.

    `packed` is the packet in it as it travels, "" for none; `packet` unpacks it when first asked. A receipt has no rows.
    """

    file: str
    sha256: str
    size: int
    kind: str
    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    unread: tuple[Unread, ...]
    document: Document
    mark: Mark | None
    fields: tuple[str, ...]
    rows: tuple[Row, ...]
    quarantined: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    packed: str = ""
    path: str = ""  # where the file was read from
    remembered: bool = False  # whether columns were matched as somebody once said of such a header
    legacy: tuple[Legacy, ...] = ()
    decoded: bool = True  # whether the texts of `legacy` were read as Unicode, or left as they stand

    @property
    def mapping(self) -> dict[str, str]:
        """What a person said of the columns, now or once before: header → field, "" for one left out."""
        said = {column.header: column.field for column in self.columns if column.how == "mapping"}
        return said | {column.header: "" for column in self.unread if column.why == "ignored"}

    @cached_property
    def packet(self) -> Packet | None:
        """The packet in the file; None when there is none, or it was damaged on the way (then a note says so).

        DeskError `packet_damaged` for one no office can have written, `packet_newer` for one a newer program wrote.
        """
        return parse_packet(unpack(self.packed)) if self.packed else None

    def values_of(self, row: Row) -> dict[str, str | None]:
        """What a row says: field → value, None to erase; blank cells left out."""
        return {field: value for field, value in zip(self.fields, row.values, strict=True) if value != ""}

    def cell_of(self, row: Row, field: str) -> str:
        """Where a value of a row stands: "G14"; "" for what came from a group row or the title."""
        letter = next((column.letter for column in self.columns if column.field == field), "")
        return f"{letter}{row.sheet_row}" if letter else ""


_MADE_OF: dict[str, Callable[[Iterable[Any]], Any]] = {
    "columns": Column._make,
    "unread": Unread._make,
    "rows": Row._make,
    "quarantined": Remark._make,
    "notes": Remark._make,
    "skipped": Skipped._make,
}


def build_reading(payload: Mapping[str, Any]) -> Reading:
    """A reading from the plain values the parsing process sends."""
    parts = dict(payload)
    number, date, kind, year = parts["document"]
    parts["document"] = Document(number, _date.fromisoformat(date) if date else None, kind, year)
    parts["mark"] = Mark(*parts["mark"]) if parts["mark"] else None
    for name, make in _MADE_OF.items():
        parts[name] = tuple(map(make, parts[name]))
    parts["legacy"] = tuple(
        Legacy._make((*said, tuple(map(LegacySample._make, samples)))) for *said, samples in parts.get("legacy", ())
    )
    return Reading(**parts)


def header_fingerprint(reading: Reading) -> str:
    """What tells a header from others, whatever was made of its columns: 32 hex characters."""
    columns = [(column_number(one.letter), one.header) for one in reading.columns if one.field != EXISTS]
    columns += [(column_number(one.letter), one.header) for one in reading.unread]
    return fingerprint_headers(header for _, header in sorted(columns))
