"""The error list: what could not be read of a file or needs a look, cell by cell, with the reason and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter.workbook import Workbook

from r57desk.domain.fields import BY_CODE
from r57desk.errors import Language
from r57desk.workbook.composing import describe, write_workbook
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.list_sheet import ListColumn, ListSheet, write_list_sheet
from r57desk.workbook.looks import Looks
from r57desk.workbook.marks import EXISTS
from r57desk.workbook.reading import Remark
from r57desk.workbook.remedies import remedy_text
from r57desk.workbook.task_columns import DELETE_COLUMN, label_of

_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "sheet": "Cần xem lại",
        "title": "DANH SÁCH Ô CẦN XEM LẠI",
        "file": "Tệp “{file}”",
        "sender": "của {sender}",
        "day": "nhập ngày {day}",
        "counts": "{aside} ô chưa nhận; {doubtful} ô đã nhận, cần xem",
        "aside": "Chưa nhận",
        "doubtful": "Đã nhận, cần xem",
        "headers": "STT|Trang tính|Ô|Cột|Đã đọc được|Vì sao|Cách sửa|Tình trạng",
    },
    "en": {
        "sheet": "To check",
        "title": "CELLS TO CHECK",
        "file": "File “{file}”",
        "sender": "of {sender}",
        "day": "imported on {day}",
        "counts": "{aside} cells not taken in; {doubtful} taken in, to be checked",
        "aside": "Not taken in",
        "doubtful": "Taken in, check",
        "headers": "No.|Sheet|Cell|Column|What was read|Why|How to fix it|State",
    },
}
_WIDTHS = (6, 16, 8, 18, 40, 42, 48, 14)
_CENTRED = (0, 2)
_HALVES = (3, 5)


@dataclass(frozen=True, slots=True)
class ErrorSource:
    """The file that was read: its name, whose it is, and the day it was imported, as shown; "" for what is not known."""

    file: str
    sender: str = ""
    day: str = ""


def write_error_workbook(
    path: Path,
    quarantined: Sequence[Remark],
    notes: Sequence[Remark],
    source: ErrorSource,
    options: ExportOptions,
) -> None:
    """Write the list, one row for each cell; the file appears whole or not at all. Raises DeskError."""
    words = _WORDS[options.language]
    columns = [
        ListColumn(header, width, at in _CENTRED)
        for at, (header, width) in enumerate(zip(words["headers"].split("|"), _WIDTHS, strict=True))
    ]
    parts = [words[key].format(**{key: said}) for key in ("file", "sender", "day") if (said := getattr(source, key))]
    counts = words["counts"].format(aside=len(quarantined), doubtful=len(notes))
    about = ListSheet(words["sheet"], words["title"], f"({' '.join(parts)}; {counts})", columns, _HALVES)

    def fill(book: Workbook, looks: Looks) -> None:
        write_list_sheet(book, looks, about, _rows(quarantined, notes, options.language), options)
        describe(book, about.title, options)

    write_workbook(path, fill)


def _rows(quarantined: Sequence[Remark], notes: Sequence[Remark], language: Language) -> Iterator[tuple[str, ...]]:
    words = _WORDS[language]
    states = [*((remark, words["aside"]) for remark in quarantined), *((note, words["doubtful"]) for note in notes)]
    for number, (remark, state) in enumerate(states, 1):
        why, fix = _sentence(remark.reason(language)), remedy_text(remark.code, language)
        yield str(number), remark.sheet, remark.cell, _label(remark.field, language), remark.raw, why, fix, state


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."


def _label(code: str, language: Language) -> str:
    if code == EXISTS:
        return label_of(DELETE_COLUMN, language)
    field = BY_CODE.get(code)
    return "" if field is None else field.label_vi if language == "vi" else field.label_en
