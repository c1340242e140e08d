"""Natural keys: which line of a sheet speaks of which row, by title, number and source document alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from r57desk.merge.grid_rows import GridRows

_MOST_COMPARED = 400  # pairs of one title compared cell by cell
_PLACE = ("source_doc", "group_no", "category")


class Pair(NamedTuple):
    """A line and its row. `is_key`: number and source document agree too, as far as they are stated."""

    line: int
    row: str
    is_key: bool


class _Score(NamedTuple):
    number_differs: bool
    places_differing: int
    cells_differing: int


def pair_by_key(grid: GridRows, lines: Iterable[int], rows: Iterable[str]) -> dict[int, Pair]:
    """For each of the lines that has one: the one row of equal title that is nearest; each row at most once.

    What two lines or rows have an equal claim to, nobody gets.
    """
    by_title: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_title[grid.title_key(grid.base_value(row, "title"))].append(row)
    asking: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        key = grid.title_key(grid.value(line, "title"))
        if key and key in by_title:
            asking[key].append(line)
    found: dict[int, Pair] = {}
    for key, alike in asking.items():
        for line, row in _pair_alike(grid, alike, by_title[key]):
            found[line] = Pair(line, row, _is_key(grid, line, row))
    return found


def _is_key(grid: GridRows, line: int, row: str) -> bool:
    score = _compare(grid, line, row)
    return not score.number_differs and not _differs(grid, line, row, "source_doc")


def _differs(grid: GridRows, line: int, row: str, code: str) -> bool:
    """Whether both state a field, and not the same."""
    one, other = grid.value(line, code), grid.base_value(row, code)
    return bool(one and other and one != other)


def _compare(grid: GridRows, line: int, row: str) -> _Score:
    number_differs = grid.has("stt") and grid.value(line, "stt") != grid.base_value(row, "stt")
    places = sum(_differs(grid, line, row, code) for code in _PLACE)
    return _Score(number_differs, places, grid.count_differing(line, row))


def _pair_alike(grid: GridRows, lines: Sequence[int], rows: Sequence[str]) -> list[tuple[int, str]]:
    if len(lines) == len(rows) == 1:
        return [(lines[0], rows[0])]
    if len(lines) * len(rows) > _MOST_COMPARED:
        return _pair_many(grid, lines, rows)
    scored = sorted((_compare(grid, line, row), grid.rank(line), row, line) for line in lines for row in rows)
    taken_lines: set[int] = set()
    taken_rows: set[str] = set()
    pairs: list[tuple[int, str]] = []
    for score, group in groupby(scored, key=lambda one: one[0]):
        open_pairs = [(line, row) for _, _, row, line in group if line not in taken_lines and row not in taken_rows]
        contested = set() if score.cells_differing == 0 else _find_contested(open_pairs)
        for line, row in open_pairs:
            if line not in taken_lines and row not in taken_rows and (line, row) not in contested:
                pairs.append((line, row))
                taken_lines.add(line)
                taken_rows.add(row)
        taken_lines |= {line for line, _ in contested}
        taken_rows |= {row for _, row in contested}
    return pairs


def _find_contested(pairs: Sequence[tuple[int, str]]) -> set[tuple[int, str]]:
    """Pairs of equal score that share a line or a row with another."""
    lines: dict[int, int] = defaultdict(int)
    rows: dict[str, int] = defaultdict(int)
    for line, row in pairs:
        lines[line] += 1
        rows[row] += 1
    return {(line, row) for line, row in pairs if lines[line] > 1 or rows[row] > 1}


def _pair_many(grid: GridRows, lines: Sequence[int], rows: Sequence[str]) -> list[tuple[int, str]]:
    """Of very many with one title: those whose number is theirs alone."""
    rows_of: dict[str, list[str]] = defaultdict(list)
    lines_of: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        rows_of[grid.base_value(row, "stt")].append(row)
    for line in lines:
        lines_of[grid.value(line, "stt")].append(line)
    return [
        (alike[0], rows_of[number][0])
        for number, alike in lines_of.items()
        if number and len(alike) == 1 and len(rows_of.get(number, ())) == 1
    ]
