"""The sheet of a packet as somebody sends it back: filled in, sorted, copied, worn; read without a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from r57desk.domain.ids import format_row_mark
from r57desk.merge.model import EXISTS
from r57desk.merge.packet import Packet, format_packet
from r57desk.workbook.document import Document
from r57desk.workbook.packing import pack
from r57desk.workbook.reading import Column, Mark, Reading, Row

FIRST_LINE = 7


def answer(
    packet: Packet,
    changes: Mapping[str, Mapping[str, str | None]] | None = None,
    *,
    delete: Sequence[str] = (),
    filled: Sequence[Mapping[str, str]] = (),
    added: Sequence[Mapping[str, str]] = (),
    name: str = "tra-ve.xlsx",
    carried: bool = True,
    packed: bool = True,
) -> Reading:
    """What is read of a packet's workbook after these changes; `filled` are blank rows, `added` rows without an id.

    Not `carried`: everything but the cells was lost on the way; not `packed`: everything but its code.
    """
    fields = (*packet.columns, EXISTS) if delete else packet.columns
    rows = [_row(fields, _values(packet, row, changes or {}, delete), mark_of(packet, row)) for row in packet.rows]
    rows += [_row(fields, values, packet.blanks[place]) for place, values in enumerate(filled)]
    rows += [_row(fields, values, "") for values in added]
    columns = tuple(Column(code, chr(65 + place), code, "own") for place, code in enumerate(fields))
    made = Reading(
        file=name, sha256="", size=1, kind="task", sheet="Nhiệm vụ", header_row=FIRST_LINE - 1, columns=columns,
        unread=(), document=Document("", None, "", None), mark=Mark(packet.id) if carried else None,
        fields=fields, rows=(), packed=pack(format_packet(packet)) if carried and packed else "", path=name,
    )  # fmt: skip
    return with_rows(made, rows)


def with_rows(reading: Reading, rows: Sequence[Row]) -> Reading:
    """The same file with other lines; its hash is that of what it says."""
    placed = tuple(row._replace(sheet_row=FIRST_LINE + place) for place, row in enumerate(rows))
    digest = hashlib.sha256(content_of(placed)).hexdigest()
    return replace(reading, rows=placed, sha256=digest)


def move_values(reading: Reading, order: Callable[[Row], str]) -> Reading:
    """A partial sort: the ids stay where they are, the rest of the lines moves."""
    ordered = sorted(reading.rows, key=order)
    moved = [old._replace(values=new.values) for old, new in zip(reading.rows, ordered, strict=True)]
    return with_rows(reading, moved)


def content_of(rows: Sequence[Row]) -> bytes:
    """The bytes such a file would have."""
    return repr([(row.mark, row.values) for row in rows]).encode()


def mark_of(packet: Packet, row: str) -> str:
    """What the id cell of a row holds."""
    return format_row_mark(row, packet.base[row].values.get("title", ""))


def _values(
    packet: Packet, row: str, changes: Mapping[str, Mapping[str, str | None]], delete: Sequence[str]
) -> dict[str, str | None]:
    crossed = {EXISTS: "0"} if row in delete else {}
    return {**packet.base[row].values, **changes.get(row, {}), **crossed}


def _row(fields: Sequence[str], values: Mapping[str, str | None], mark: str) -> Row:
    return Row(0, mark.partition(".")[0], tuple(values.get(code, "") for code in fields), mark)
