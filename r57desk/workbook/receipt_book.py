"""The receipt: what became of each value a partner sent, to be read by people, with a packet inside for the register.

Its headers are none a list of tasks has, so that a receipt without its packet is never taken for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from xlsxwriter.workbook import Workbook

from r57desk.domain.fields import BY_CODE
from r57desk.domain.values import format_value
from r57desk.errors import Language
from r57desk.merge.model import Edit
from r57desk.merge.packet import Packet, format_packet
from r57desk.workbook.atomic import Draft
from r57desk.workbook.composing import describe, write_carriers, write_workbook
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.list_sheet import HEADER_ROW, ListColumn, ListSheet, write_list_sheet
from r57desk.workbook.looks import Looks
from r57desk.workbook.marks import EXISTS, OwnMark
from r57desk.workbook.receipt_lines import OUTCOMES, ReceiptLine

_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "sheet": "Biên nhận",
        "title": "BIÊN NHẬN KẾT QUẢ",
        "file": "Trả lời tệp “{file}”",
        "to": "Nơi nhận: {to}",
        "exists": "Nhiệm vụ",
        "added": "thêm mới",
        "deleted": "bỏ",
        "headers": "Số|Nhiệm vụ đã gửi|Cột đã ghi|Giá trị đã gửi|Đã xử lý|Lý do",
    },
    "en": {
        "sheet": "Receipt",
        "title": "RECEIPT",
        "file": "In answer to the file “{file}”",
        "to": "To: {to}",
        "exists": "Task",
        "added": "added",
        "deleted": "deleted",
        "headers": "Its no.|Task sent|Column filled in|Value sent|Outcome|Because",
    },
}
_WIDTHS = (7, 52, 20, 40, 22, 40)
_HALVES = (1, 3)


def write_receipt_workbook(
    place: Path | Draft,
    packet: Packet,
    lines: Sequence[ReceiptLine],
    options: ExportOptions,
    *,
    file: str = "",
    standing: Iterable[Edit] = (),
) -> None:
    """Write the receipt for the partner's `file`; it appears whole or not at all. Raises DeskError."""
    options = replace(
        options, export_id=packet.id, office=packet.office, office_name=packet.office_name, when=packet.when,
        to=packet.to, to_name=packet.to_name, number=packet.number,
    )  # fmt: skip
    about = _about(file, lines, options)
    mark = OwnMark(
        packet.id, about.name, HEADER_ROW, office=packet.office, office_name=packet.office_name, when=packet.when,
        kind="receipt", to=packet.to, to_name=packet.to_name, number=packet.number,
    )  # fmt: skip
    text = format_packet(packet, standing)

    def fill(book: Workbook, looks: Looks) -> None:
        write_list_sheet(book, looks, about, _rows(lines, options.language), options)
        write_carriers(book, looks, mark, text)
        describe(book, about.title, options)

    write_workbook(place, fill)


def _about(file: str, lines: Sequence[ReceiptLine], options: ExportOptions) -> ListSheet:
    words, place = _WORDS[options.language], 0 if options.language == "vi" else 1
    columns = [
        ListColumn(header, width, at == 0)
        for at, (header, width) in enumerate(zip(words["headers"].split("|"), _WIDTHS, strict=True))
    ]
    counts = {outcome: sum(line.outcome == outcome for line in lines) for outcome in OUTCOMES}
    parts = [words["file"].format(file=file)] if file else []
    parts += [f"{OUTCOMES[outcome][place]}: {count}" for outcome, count in counts.items() if count]
    subtitle = f"{words['to'].format(to=options.to_name or options.to)}\n({'; '.join(parts)})"
    return ListSheet(words["sheet"], words["title"], subtitle, columns, _HALVES, options.number_words)


def _rows(lines: Sequence[ReceiptLine], language: Language) -> Iterator[tuple[str, ...]]:
    place = 0 if language == "vi" else 1
    for line in lines:
        field, value = _said(line, language)
        yield line.stt, line.title, field, value, OUTCOMES[line.outcome][place], line.reason


def _said(line: ReceiptLine, language: Language) -> tuple[str, str]:
    """The name of a field and a value of it, as people write them."""
    words = _WORDS[language]
    if line.field == EXISTS:
        return words["exists"], words["deleted" if line.value == "0" else "added"]
    field = BY_CODE.get(line.field)
    if field is None:
        return line.field, line.value or ""
    value = line.value or "" if line.outcome == "unread" else format_value(field.type, line.value, language)
    return field.label_vi if language == "vi" else field.label_en, value
