"""From bytes to plain values: the whole of reading, as it runs in the parsing process."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from r57desk.domain.fields import KINDS
from r57desk.domain.text import fold, one_line
from r57desk.errors import DeskError
from r57desk.workbook.cells import column_letters
from r57desk.workbook.columns import Choices, choose_columns, header_key, match_header
from r57desk.workbook.document import Document, find_document
from r57desk.workbook.gate import LIMITS, Limits
from r57desk.workbook.grid import Sheet, Value, Workbook
from r57desk.workbook.layout import (
    HEAD_ROWS,
    Header,
    find_header,
    header_at,
    looks_like_indicators,
    looks_like_old_font,
    spread,
)
from r57desk.workbook.marks import SHEET, OwnMark, find_mark
from r57desk.workbook.rows import RowReader, Table, TableColumn

ID_HEADERS = ("ma dong (khong sua)", "row id (do not edit)")
_SAMPLE_ROWS = 300


@dataclass(frozen=True, slots=True)
class Request:
    """What to read: a sheet by name, headers mapped to fields ("" = leave out), rows of which kind."""

    file: str
    sheet: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    kind: str = "task"
    limits: Limits = LIMITS


@dataclass(slots=True)
class _Found:
    """A sheet that holds a list, with its header."""

    sheet: Sheet
    header: Header


def recognise(data: bytes, request: Request) -> dict[str, Any]:
    """The reading of one file as plain values (see `reading.build_reading`); raises DeskError when it cannot be read."""
    _check_mapping(request)
    workbook = Workbook(data, request.file, request.limits)
    mark, is_damaged = find_mark(workbook) if request.kind == "task" else (None, False)
    found = _find_own(workbook, mark, request) if mark and not request.sheet else _find_list(workbook, request)
    reader = _Reader(request, found, mark if mark and mark.sheet == found.sheet.name else None, is_damaged)
    del workbook  # with it goes a copy of the file: the sheet has all its cells
    return reader.payload(data)


def _check_mapping(request: Request) -> None:
    codes = {item.code for item in KINDS[request.kind]}
    for header, code in request.mapping.items():
        if code and code not in codes:
            raise DeskError("workbook_map_field", header=header, field=code, fields=", ".join(sorted(codes)))


# -- which sheet ----------------------------------------------------------------------------------


def _head(sheet: Sheet) -> list[list[Value]]:
    return list(islice(sheet.rows(), HEAD_ROWS))


def _find_own(workbook: Workbook, mark: OwnMark, request: Request) -> _Found:
    index = [name for name, _ in workbook.sheets].index(mark.sheet)
    sheet = workbook.get_sheet(index)
    return _Found(sheet, header_at(_head(sheet), sheet.merges, mark.header_row, mark.header_row))


def _find_list(workbook: Workbook, request: Request) -> _Found:
    """The one sheet that is a list of the kind asked for; raises DeskError when there is none, or more than one."""
    if request.sheet is not None:
        indexes = [_index_of(workbook, request.sheet)]
    else:
        indexes = [at for at, (name, hidden) in enumerate(workbook.sheets) if not hidden and name != SHEET]
    sheets = [workbook.get_sheet(index) for index in indexes]
    candidates = _find_candidates(sheets, request)
    if len(candidates) > 1:
        candidates = [found for found in candidates if _has_rows(found)] or candidates[:1]
    if len(candidates) > 1:
        names = ", ".join(f"“{found.sheet.name}”" for found in candidates)
        raise DeskError("workbook_several_lists", file=request.file, sheets=names)
    if not candidates:
        raise _why_none(sheets, request)
    return candidates[0]


def _index_of(workbook: Workbook, wanted: str) -> int:
    names = [name for name, _ in workbook.sheets]
    for key in (str, lambda name: fold(one_line(name))):
        matches = [at for at, name in enumerate(names) if key(name) == key(wanted)]
        if matches:
            return matches[0]
    sheets = ", ".join(f"“{name}”" for name in names if name != SHEET)
    raise DeskError("workbook_sheet_missing", file=workbook.file, sheet=wanted, sheets=sheets)


def _find_candidates(sheets: Sequence[Sheet], request: Request) -> list[_Found]:
    """The sheets that are lists by their own words and hold the mapped headers; else those a mapping makes lists.

    So a header mapped by hand finds the list whose own words say too little, and never turns a sheet of totals that
    has a column of that name into one.
    """
    wanted = frozenset(header_key(header) for header, code in request.mapping.items() if code)
    named = _find_headers(sheets, request.kind, frozenset())
    if fitting := _find_fitting(named, wanted):
        return fitting
    mapped = _find_headers(sheets, request.kind, wanted)
    return _find_fitting(mapped, wanted) or named or mapped


def _find_fitting(lists: Sequence[_Found], wanted: frozenset[str]) -> list[_Found]:
    """Those that hold every mapped header."""
    return [found for found in lists if wanted <= _header_keys(found.header)]


def _find_headers(sheets: Sequence[Sheet], kind: str, wanted: frozenset[str]) -> list[_Found]:
    """The sheets with a strong header, or where there is none, with any."""
    looked = [(sheet, find_header(kind, _head(sheet), sheet.merges, wanted)) for sheet in sheets]
    lists = [_Found(sheet, header) for sheet, header in looked if header]
    return [found for found in lists if found.header.is_strong] or lists


def _header_keys(header: Header) -> set[str]:
    """Every way a header may be named by hand: each of its rows, or all of them."""
    stacks = [stack for stack in header.stacks.values() if stack]
    return {header_key(text) for stack in stacks for text in (*stack, " ".join(stack), " / ".join(stack))}


def _has_rows(found: _Found) -> bool:
    """Whether anything stands below the header."""
    below = islice(found.sheet.rows(), found.header.bottom + 1, None)
    return any(sum(value != "" for value in row) > 1 for row in below)


def _why_none(sheets: Sequence[Sheet], request: Request) -> DeskError:
    """What the sheets are instead of a list."""
    heads = [spread(_head(sheet), sheet.merges) for sheet in sheets]
    if not any(text for head in heads for row in head for text in row):
        return DeskError("workbook_no_values", file=request.file)
    for sheet, head in zip(sheets, heads, strict=True):
        if looks_like_old_font(head):
            return DeskError("workbook_old_font", file=request.file)
        if request.kind == "task" and looks_like_indicators(head):
            return DeskError("workbook_indicators", file=request.file, sheet=sheet.name)
    return DeskError("workbook_no_list", file=request.file)


# -- one table ------------------------------------------------------------------------------------


class _Reader:
    """Reads the table of one sheet."""

    def __init__(self, request: Request, found: _Found, mark: OwnMark | None, mark_is_damaged: bool) -> None:
        self._request, self._sheet, self._header, self._mark = request, found.sheet, found.header, mark
        self._mark_is_damaged = mark_is_damaged
        self._head = _head(found.sheet)
        self._sample = list(
            islice(found.sheet.rows(), found.header.bottom + 1, found.header.bottom + 1 + _SAMPLE_ROWS)
        )
        self._id_column = self._find_id_column()
        self._choices = self._choose()
        self._document = self._find_document()

    def _find_id_column(self) -> int | None:
        if self._mark is not None:
            return self._mark.id_column
        return next(
            (c for c, stack in self._header.stacks.items() if stack and header_key(stack[-1]) in ID_HEADERS), None
        )

    def _choose(self) -> Choices:
        stacks = {column: stack for column, stack in self._header.stacks.items() if column != self._id_column}
        own = self._own_columns(stacks) if self._mark else {}
        choices = choose_columns(self._request.kind, stacks, self._column_sample, self._request.mapping, own)
        missing = self._unmatched_mapping(choices)
        if missing:
            headers = ", ".join(f"“{' / '.join(stack)}”" for stack in stacks.values() if stack)
            raise DeskError("workbook_map_header", file=self._request.file, header=missing, headers=headers)
        return choices

    def _own_columns(self, stacks: Mapping[int, Sequence[str]]) -> dict[int, str]:
        """The columns the mark names, where the header still says so or no longer says anything else."""
        assert self._mark is not None
        kept = {}
        for column, code in self._mark.columns.items():
            named = match_header(self._request.kind, stacks[column][-1])[1] if stacks.get(column) else ()
            if not named or code in named:
                kept[column] = code
        return kept

    def _unmatched_mapping(self, choices: Choices) -> str:
        """A mapped header that the table does not have, "" when all were found."""
        taken = {choice.header for choice in choices.chosen if choice.how == "mapping"}
        taken |= {leftover.header for leftover in choices.leftover if leftover.why == "ignored"}
        keys = {
            header_key(part)
            for header in taken
            for part in (header, header.split(" / ")[-1], header.replace(" / ", " "))
        }
        return next((header for header in self._request.mapping if header_key(header) not in keys), "")

    def _column_sample(self, column: int) -> list[Value]:
        """Some cells of one column, group rows left out: those that fill nothing else."""
        return [row[column] for row in self._sample if column < len(row) and sum(value != "" for value in row) > 2]

    def _find_document(self) -> Document:
        if self._request.kind != "task" or self._mark is not None:
            return Document()
        block = self._head[: self._header.top]
        return find_document(text for row in block for text in row if isinstance(text, str) and text)

    def _table(self) -> Table:
        fields = {item.code: item for item in KINDS[self._request.kind]}
        required = {"task": "title", "office": "code", "public_day": "date", "document": "number"}[self._request.kind]
        columns = [TableColumn(choice.column, fields[choice.field]) for choice in self._choices.chosen]
        if required not in self._choices.fields:
            raise DeskError("workbook_no_list", file=self._request.file)
        return Table(
            file=self._request.file,
            sheet=self._sheet.name,
            columns=columns,
            header_bottom=self._header.bottom,
            header_texts=frozenset(text for stack in self._header.stacks.values() for text in stack),
            look=self._sheet.look,
            merges=self._sheet.merges,
            first_field=required,
            id_column=self._id_column,
            group_column=next((x.column for x in self._choices.leftover if x.why == "group_numbers"), None),
            is_own=self._mark is not None,
            year=self._document.year,
            most_rows=self._request.limits.rows,
            cell_length=self._request.limits.cell_length,
        )

    def payload(self, data: bytes) -> dict[str, Any]:
        """Everything read, as values that travel between processes."""
        reader = RowReader(self._table())
        reader.read(self._sheet.rows())
        if not reader.rows and not reader.quarantined:
            raise DeskError("workbook_no_rows", file=self._request.file, sheet=self._sheet.name)
        fields, rows = self._with_document(reader)
        document, mark = self._document, self._mark
        notes = reader.notes
        if self._mark_is_damaged:
            notes.append((self._sheet.name, "", "", "", "mark_damaged"))
        return {
            "file": self._request.file,
            "sha256": hashlib.sha256(data).hexdigest(),
            "size": len(data),
            "kind": self._request.kind,
            "sheet": self._sheet.name,
            "header_row": self._header.top + 1,
            "columns": [(c.field, column_letters(c.column), c.header, c.how) for c in self._choices.chosen],
            "unread": [(column_letters(x.column), x.header, x.why) for x in self._choices.leftover],
            "document": (document.number, document.date and document.date.isoformat(), document.kind, document.year),
            "mark": mark and (mark.export_id, mark.office, mark.office_name, mark.when, mark.format),
            "fields": fields,
            "rows": rows,
            "quarantined": reader.quarantined,
            "notes": notes,
            "skipped": reader.skipped,
        }

    def _with_document(self, reader: RowReader) -> tuple[tuple[str, ...], list[Any]]:
        """The rows with the document of the title block as their source document, where they name none."""
        number = self._document.number
        if not number:
            return reader.fields, reader.rows
        if "source_doc" not in reader.fields:
            extra = (number,)
            return (*reader.fields, "source_doc"), [(at, id, values + extra) for at, id, values in reader.rows]
        where = reader.fields.index("source_doc")
        filled = (
            (at, id, values if values[where] != "" else (*values[:where], number, *values[where + 1 :]))
            for at, id, values in reader.rows
        )
        return reader.fields, list(filled)
