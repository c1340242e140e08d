"""From bytes to plain values: the whole of reading, as it runs in the parsing process."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from r57desk.domain.fields import KINDS
from r57desk.domain.ids import parse_row_mark
from r57desk.errors import DeskError
from r57desk.workbook.canonical import raw_text
from r57desk.workbook.carriers import Carried, find_carried
from r57desk.workbook.cells import column_letters
from r57desk.workbook.columns import Choices, choose_columns, fingerprint_stacks, header_key, match_header
from r57desk.workbook.document import Document, find_document
from r57desk.workbook.grid import Value, Workbook
from r57desk.workbook.marks import EXISTS
from r57desk.workbook.own_table import bears_our_header, follow_headers
from r57desk.workbook.request import Request
from r57desk.workbook.rows import RowReader, Table, TableColumn
from r57desk.workbook.table_search import Found, find_table, head_of

ID_HEADERS = ("ma dong (khong sua)", "row id (do not edit)")
DELETE_HEADERS = ("xoa?", "delete?")
_SAMPLE_ROWS = 300


def recognise(data: bytes, request: Request) -> dict[str, Any]:
    """The reading of one file as plain values (see `reading.build_reading`); raises DeskError when it cannot be read."""
    _check_mapping(request)
    workbook = Workbook(data, request.file, request.limits)
    carried = find_carried(workbook) if request.kind == "task" else Carried()
    if carried.mark and carried.mark.kind == "receipt" and not request.sheet:
        return _read_receipt(data, request, carried)
    carried = _settle(workbook, carried)
    found = find_table(workbook, request, carried.mark)
    if carried.mark and carried.mark.sheet not in ("", found.sheet.name):
        carried = Carried()  # another sheet than ours was asked for
    reader = _Reader(request, found, carried)
    del workbook  # with it goes a copy of the file: the sheet has all its cells
    return reader.payload(data)


def _settle(workbook: Workbook, carried: Carried) -> Carried:
    """What a workbook carries, its table looked for by its labels where no names tell where it is now.

    Another sheet with such a table is remarked on: somebody may have copied ours, and filled in the copy.
    """
    mark = carried.mark
    if mark is None or not mark.sheet:
        return carried
    heads = {
        name: head_of(workbook.get_sheet(at))
        for at, (name, hidden) in enumerate(workbook.sheets)
        if not hidden and name != mark.sheet
    }
    others = tuple(("other_table", name) for name, head in heads.items() if bears_our_header(head))
    if not mark.is_followed:
        at = [name for name, _ in workbook.sheets].index(mark.sheet)
        mark = follow_headers(mark, head_of(workbook.get_sheet(at)))
    return replace(carried, mark=mark, remarks=(*carried.remarks, *others))


def _read_receipt(data: bytes, request: Request, carried: Carried) -> dict[str, Any]:
    """A receipt has no table of tasks: what it says is in its packet."""
    mark = carried.mark
    assert mark is not None
    if not carried.packet:
        raise DeskError("workbook_packet_lost", file=request.file, code=mark.export_id)
    notes = [_about_file(mark.sheet, code, raw) for code, raw in carried.remarks]
    about = {"header_row": mark.header_row + 1, "columns": [], "unread": [], "fields": (), "rows": [], "skipped": []}
    return _payload(data, request, mark.sheet, carried) | about | {"quarantined": [], "notes": notes}


def _about_file(sheet: str, code: str, raw: str) -> tuple[str, str, str, str, str]:
    """A remark on what the file carries; one on another sheet says where that begins."""
    return (raw, "A1", "", raw, code) if code == "other_table" else (sheet, "", "", raw, code)


def _payload(
    data: bytes,
    request: Request,
    sheet: str,
    carried: Carried,
    document: Document = Document(),  # noqa: B008
) -> dict[str, Any]:
    """What is said of any file."""
    mark = carried.mark
    return {
        "file": request.file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "size": len(data),
        "kind": request.kind,
        "sheet": sheet,
        "document": (document.number, document.date and document.date.isoformat(), document.kind, document.year),
        "mark": mark and (
            mark.export_id, mark.office, mark.office_name, mark.when, mark.format,
            mark.kind, mark.to, mark.to_name, mark.number, mark.carrier,
        ),
        "packed": carried.packet,
    }  # fmt: skip


def _check_mapping(request: Request) -> None:
    codes = {item.code for item in KINDS[request.kind]}
    for header, code in request.mapping.items():
        if code and code not in codes:
            raise DeskError("workbook_map_field", header=header, field=code, fields=", ".join(sorted(codes)))


# -- one table ------------------------------------------------------------------------------------


class _Reader:
    """Reads the table of one sheet."""

    def __init__(self, request: Request, found: Found, carried: Carried) -> None:
        self._request, self._sheet, self._header = request, found.sheet, found.header
        self._carried = carried
        self._head = head_of(found.sheet)
        self._sample = list(
            islice(found.sheet.rows(), found.header.bottom + 1, found.header.bottom + 1 + _SAMPLE_ROWS)
        )
        self._mark = carried.mark if carried.mark and carried.mark.sheet else None  # knows where its columns are
        mark = self._mark
        self._id_column = self._find_column(ID_HEADERS, mark.id_column if mark else None)
        self._delete_column = self._find_column(DELETE_HEADERS, mark.delete_column if mark else None)
        self._is_own = self._mark is not None or self._bears_ids()
        self._remembered = self._find_remembered()
        self._choices = self._choose()
        self._document = self._find_document()

    def _find_column(self, headers: Sequence[str], known: int | None) -> int | None:
        """The column the mark names, if the sheet is that wide; without a mark, the one with one of these headers."""
        stacks = self._header.stacks.items()
        if self._mark is not None:
            return known if known is not None and known < len(stacks) else None
        return next((column for column, stack in stacks if stack and header_key(stack[-1]) in headers), None)

    def _bears_ids(self) -> bool:
        """Whether rows bear ids of ours, though nothing says where the table is: it may have been copied from our file."""
        column = self._id_column
        return column is not None and (
            self._carried.mark is not None or any(parse_row_mark(raw_text(row[column])) for row in self._sample)
        )

    def _find_stacks(self) -> dict[int, Sequence[str]]:
        """The header texts of each column of the sender's."""
        apart = (self._id_column, self._delete_column)
        return {column: stack for column, stack in self._header.stacks.items() if column not in apart}

    def _find_remembered(self) -> Mapping[str, str]:
        """What was once said of such a header; nothing for our own workbook, or when something is said now."""
        if self._mark is not None or self._request.mapping:
            return {}
        return self._request.remembered.get(fingerprint_stacks(self._find_stacks()), {})

    def _choose(self) -> Choices:
        stacks, mapping = self._find_stacks(), self._request.mapping or self._remembered
        own = self._own_columns(stacks) if self._mark else {}
        choices = choose_columns(self._request.kind, stacks, self._column_sample, mapping, own)
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
        if self._request.kind != "task" or self._is_own:
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
            header_texts=frozenset(self._header_texts(columns)),
            look=self._sheet.look,
            merges=self._sheet.merges,
            first_field=required,
            id_column=self._id_column,
            delete_column=self._delete_column,
            group_column=next((x.column for x in self._choices.leftover if x.why == "group_numbers"), None),
            is_own=self._is_own,
            year=self._document.year,
            most_rows=self._request.limits.rows,
            cell_length=self._request.limits.cell_length,
        )

    def _header_texts(self, columns: Sequence[TableColumn]) -> Iterator[str]:
        """What a row that repeats the header says: this header's words, or the plain names of its fields."""
        for stack in self._header.stacks.values():
            yield from stack
        for column in columns:
            yield from (column.field.label_vi, column.field.label_en)

    def payload(self, data: bytes) -> dict[str, Any]:
        """Everything read, as values that travel between processes."""
        reader = RowReader(self._table())
        reader.read(self._sheet.rows() if self._request.decode_legacy else self._sheet.raw_rows())
        if not (reader.rows or reader.quarantined or self._carried.packet):
            raise DeskError("workbook_no_rows", file=self._request.file, sheet=self._sheet.name)
        fields, rows = self._with_document(reader)
        columns = [(c.field, column_letters(c.column), c.header, c.how) for c in self._choices.chosen]
        if reader.deleted and self._delete_column is not None:
            fields, rows = _with_deletions(fields, rows, reader.deleted)
            header = " / ".join(self._header.stacks.get(self._delete_column, ()))
            columns.append((EXISTS, column_letters(self._delete_column), header, "own"))
        notes = [*reader.notes, *(_about_file(self._sheet.name, code, raw) for code, raw in self._carried.remarks)]
        return _payload(data, self._request, self._sheet.name, self._carried, self._document) | {
            "header_row": self._header.top + 1,
            "columns": columns,
            "unread": [(column_letters(x.column), x.header, x.why) for x in self._choices.leftover],
            "fields": fields,
            "rows": rows,
            "quarantined": reader.quarantined,
            "notes": notes,
            "skipped": reader.skipped,
            "remembered": bool(self._remembered),
            "legacy": self._sheet.legacy.describe(self._header.bottom) if self._sheet.legacy else [],
            "decoded": self._request.decode_legacy,
        }

    def _with_document(self, reader: RowReader) -> tuple[tuple[str, ...], list[Any]]:
        """The rows with the document of the title block as their source document, where they name none."""
        number = self._document.number
        if not number:
            return reader.fields, reader.rows
        if "source_doc" not in reader.fields:
            extra = (number,)
            with_extra = [(at, id, values + extra, mark) for at, id, values, mark in reader.rows]
            return (*reader.fields, "source_doc"), with_extra
        where = reader.fields.index("source_doc")
        filled = (
            (at, id, values if values[where] != "" else (*values[:where], number, *values[where + 1 :]), mark)
            for at, id, values, mark in reader.rows
        )
        return reader.fields, list(filled)


def _with_deletions(
    fields: tuple[str, ...], rows: Sequence[Any], deleted: set[int]
) -> tuple[tuple[str, ...], list[Any]]:
    """The rows with one more value, "0" for those that ask to be deleted."""
    told = [(at, id, (*values, "0" if at in deleted else ""), mark) for at, id, values, mark in rows]
    return (*fields, EXISTS), told
