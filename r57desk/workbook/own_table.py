"""Where the table of our own workbook stands now: where the defined names point, else where its header says so.

Names follow their cells, whatever a person moves. Where they were lost on the way, what the hidden sheet noted may be
out of date: rows may have been put in above the header, and columns moved since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from r57desk.domain.fields import BY_CODE
from r57desk.domain.text import one_line
from r57desk.workbook.columns import EXACT, header_key, match_header
from r57desk.workbook.grid import Value
from r57desk.workbook.marks import DELETE_FIELD, FIELD_NAME, HEADER_NAME, ID_FIELD, OwnMark
from r57desk.workbook.task_columns import DELETE_COLUMN, TASK_COLUMNS, label_of


class Place(NamedTuple):
    """A cell; row and column are 0-based."""

    sheet: str
    row: int
    column: int


def follow_names(mark: OwnMark, places: Mapping[str, Place], sheets: set[str]) -> OwnMark:
    """The mark with its table where the names of `places` point, if any survived; nowhere if its sheet is gone."""
    fields = {name[len(FIELD_NAME) :]: place for name, place in places.items() if name.startswith(FIELD_NAME)}
    known = [place[:2] for place in (places.get(HEADER_NAME), *fields.values()) if place and place.sheet in sheets]
    if not known:
        return (
            mark if mark.sheet in sheets else replace(mark, sheet="", columns={}, id_column=None, delete_column=None)
        )
    sheet, row = Counter(known).most_common(1)[0][0] if HEADER_NAME not in places else known[0]
    columns = {code: place.column for code, place in fields.items() if place[:2] == (sheet, row)}
    return _with_columns(replace(mark, sheet=sheet, header_row=row, is_followed=True), columns)


def follow_headers(mark: OwnMark, head: Sequence[Sequence[Value]]) -> OwnMark:
    """The mark of a file without names, with its table where the first rows of the sheet hold the labels we wrote.

    Other names of the fields will do as well. A column that nothing names is where it was, unless another stands there.
    """
    noted = {code: column for column, code in mark.columns.items()} | {
        code: column
        for code, column in ((ID_FIELD, mark.id_column), (DELETE_FIELD, mark.delete_column))
        if column is not None
    }
    found = [{code: column for code, column in _find_labels(row).items() if code in noted} for row in head]
    enough = max(2, max(map(len, found), default=0) / 2)  # a header repeated lower down may have kept more of them
    rows = [row for row, labels in enumerate(found) if len(labels) >= enough]
    if not rows:
        return mark
    header_row = mark.header_row if mark.header_row in rows else rows[0]
    by_label = found[header_row]
    taken = set(by_label.values())
    stayed = {code: column for code, column in noted.items() if code not in by_label and column not in taken}
    return _with_columns(replace(mark, header_row=header_row), by_label | stayed)


def bears_our_header(head: Sequence[Sequence[Value]]) -> bool:
    """Whether a header of ours is among these rows, that of the ids with it."""
    return any(len(found) > 2 and ID_FIELD in found for found in map(_find_labels, head))


def _find_labels(row: Sequence[Value]) -> dict[str, int]:
    """The columns of one row that bear our labels, or other sure names of fields: the first of each."""
    texts = [(column, one_line(value)) for column, value in enumerate(row) if isinstance(value, str) and value]
    found: dict[str, int] = {}
    for column, text in texts:
        if code := _labels().get(header_key(text)):
            found.setdefault(code, column)
    for column, text in texts:
        strength, codes = match_header("task", text)
        if strength == EXACT and len(codes) == 1:
            found.setdefault(codes[0], column)
    return found


@cache
def _labels() -> Mapping[str, str]:
    """Header key → field, in either language."""
    columns = (*TASK_COLUMNS, DELETE_COLUMN)
    return {header_key(label_of(column, language)): column.code for column in columns for language in ("vi", "en")}


def _with_columns(mark: OwnMark, columns: Mapping[str, int]) -> OwnMark:
    return replace(
        mark,
        columns={column: code for code, column in columns.items() if code in BY_CODE},
        id_column=columns.get(ID_FIELD),
        delete_column=columns.get(DELETE_FIELD),
    )
