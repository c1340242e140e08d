"""Which sheet of a workbook holds the list asked for, and where its header is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from r57desk.domain.text import fold, one_line
from r57desk.errors import DeskError
from r57desk.workbook.columns import fingerprint_stacks, header_key
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
from r57desk.workbook.marks import SHEET, OwnMark
from r57desk.workbook.request import Request


@dataclass(slots=True)
class Found:
    """A sheet that holds a list, with its header."""

    sheet: Sheet
    header: Header


def head_of(sheet: Sheet) -> list[list[Value]]:
    """The rows a header may stand in."""
    return list(islice(sheet.rows(), HEAD_ROWS))


def find_table(workbook: Workbook, request: Request, mark: OwnMark | None) -> Found:
    """The sheet our own mark names, or the one that is a list; raises DeskError when there is none, or several."""
    if mark is None or request.sheet:
        return _find_list(workbook, request)
    if mark.sheet:
        return _find_own(workbook, mark)
    try:
        return _find_list(workbook, request)
    except DeskError as error:
        if error.code != "workbook_no_list":
            raise
        raise DeskError("workbook_packet_lost", file=request.file, code=mark.export_id) from error


def _find_own(workbook: Workbook, mark: OwnMark) -> Found:
    index = [name for name, _ in workbook.sheets].index(mark.sheet)
    sheet = workbook.get_sheet(index)
    return Found(sheet, header_at(head_of(sheet), sheet.merges, mark.header_row, mark.header_row))


def _find_list(workbook: Workbook, request: Request) -> Found:
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


def _find_candidates(sheets: Sequence[Sheet], request: Request) -> list[Found]:
    """The sheets that are lists by their own words and hold the mapped headers; else those a mapping makes lists.

    So a header mapped by hand finds the list whose own words say too little, and never turns a sheet of totals that
    has a column of that name into one.
    """
    wanted = frozenset(header_key(header) for header, code in request.mapping.items() if code)
    named = _find_headers(sheets, request.kind, frozenset())
    if not wanted and not any(found.header.is_strong for found in named):
        named = _find_remembered(sheets, request) or named
    if fitting := _find_fitting(named, wanted):
        return fitting
    mapped = _find_headers(sheets, request.kind, wanted)
    return _find_fitting(mapped, wanted) or named or mapped


def _find_remembered(sheets: Sequence[Sheet], request: Request) -> list[Found]:
    """The sheets that are lists by what was once said of their headers alone."""
    for known, mapping in request.remembered.items():
        wanted = frozenset(header_key(header) for header, code in mapping.items() if code)
        lists = _find_headers(sheets, request.kind, wanted) if wanted else []
        if found := [one for one in lists if fingerprint_stacks(one.header.stacks) == known]:
            return found
    return []


def _find_fitting(lists: Sequence[Found], wanted: frozenset[str]) -> list[Found]:
    """Those that hold every mapped header."""
    return [found for found in lists if wanted <= _header_keys(found.header)]


def _find_headers(sheets: Sequence[Sheet], kind: str, wanted: frozenset[str]) -> list[Found]:
    """The sheets with a strong header, or where there is none, with any."""
    looked = [(sheet, find_header(kind, head_of(sheet), sheet.merges, wanted)) for sheet in sheets]
    lists = [Found(sheet, header) for sheet, header in looked if header]
    return [found for found in lists if found.header.is_strong] or lists


def _header_keys(header: Header) -> set[str]:
    """Every way a header may be named by hand: each of its rows, or all of them."""
    stacks = [stack for stack in header.stacks.values() if stack]
    return {header_key(text) for stack in stacks for text in (*stack, " ".join(stack), " / ".join(stack))}


def _has_rows(found: Found) -> bool:
    """Whether anything stands below the header."""
    below = islice(found.sheet.rows(), found.header.bottom + 1, None)
    return any(sum(value != "" for value in row) > 1 for row in below)


def _why_none(sheets: Sequence[Sheet], request: Request) -> DeskError:
    """What the sheets are instead of a list."""
    heads = [spread(head_of(sheet), sheet.merges) for sheet in sheets]
    if not any(text for head in heads for row in head for text in row):
        return DeskError("workbook_no_values", file=request.file)
    for sheet, head in zip(sheets, heads, strict=True):
        if looks_like_old_font(head):
            return DeskError("workbook_old_font", file=request.file)
        if request.kind == "task" and looks_like_indicators(head):
            return DeskError("workbook_indicators", file=request.file, sheet=sheet.name)
    return DeskError("workbook_no_list", file=request.file)
