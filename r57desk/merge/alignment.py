"""Alignment: which row of a packet each line of the returned sheet is about.

In this order: the row its mark names, when the title is that row's (or the check fits the title); the row its mark
names, when the number is that row's; the row of its title and number; the row its mark names, when most else agrees.
A mark that stands twice stays with the line nearest to what was sent, the other lines are new rows. A blank row that
was filled keeps the id it was sent with. A row without a line is missing, and no more than that.

Partial sort: marks stayed and the rest of the lines moved. It is proposed, never done, when three lines or more lie
nearer to other rows than those their marks name, in all at most a third as many cells apart; until somebody agrees,
these lines speak for no row. How lines are ordered on the sheet decides nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from r57desk.domain.ids import ROW_ID_LENGTH, natural_row_id, parse_row_mark
from r57desk.merge.base_row import BaseRow
from r57desk.merge.grid_rows import GridRows, Line
from r57desk.merge.key_pairs import Pair, pair_by_key
from r57desk.merge.likeness import LIKE_ENOUGH, Suggestion, measure_likeness, suggest

How = Literal["mark", "worn", "key", "title", "blank", "other", "copy", "new", "shifted", "empty"]
"""mark: the row its mark names. worn: that row too, though its title was changed. key, title: by title and number, or
by title alone. blank: a pre-allocated row, now filled. other: a sound mark of a row that is not in the packet. copy,
new: a row to be. shifted: its mark names a row its content is not about. empty: nothing but a mark."""

_FEWEST_MOVED = 3
_NEARER = 3  # times


class Placed(NamedTuple):
    """What a line is about; `row` is "" for a row to be and for a line that speaks for none."""

    row: str
    how: How


@dataclass(frozen=True, slots=True)
class Realignment:
    """A partial sort, proposed: line → row by title; the cells differing, by mark and this way; rows then missing."""

    rows: Mapping[int, str]
    cost_by_mark: int
    cost_by_key: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """A place for each line; rows without one; a partial sort, if it looks like one; likely rows of unplaced lines.

    `named` maps each line to the row its mark names, in the packet or not.
    """

    placed: tuple[Placed, ...]
    missing: tuple[str, ...] = ()
    realignment: Realignment | None = None
    suggestions: tuple[Suggestion, ...] = ()
    named: Mapping[int, str] = field(default_factory=dict)


def align(
    lines: Sequence[Line], fields: Sequence[str], base: Mapping[str, BaseRow], blanks: Collection[str] = ()
) -> Alignment:
    """Place every line; `fields` are the columns compared: those the sheet still has of those that were sent."""
    return _Aligner(GridRows(lines, fields, base), frozenset(blanks)).align()


def realign(alignment: Alignment) -> Alignment:
    """The alignment with its proposed partial sort undone: lines belong to the rows their titles name."""
    proposed = alignment.realignment
    if proposed is None:
        return alignment
    placed = [
        Placed(proposed.rows[line], "key") if line in proposed.rows else one
        for line, one in enumerate(alignment.placed)
    ]
    return replace(alignment, placed=tuple(placed), missing=proposed.missing, realignment=None)


def name_new_rows(
    lines: Sequence[Line], fields: Sequence[str], alignment: Alignment, document: str
) -> dict[int, str]:
    """Ids for the rows to be: of one packet (`document`) and one content, always the same."""
    grid = GridRows(lines, fields, {})
    fresh = [line for line, one in enumerate(alignment.placed) if one.how in ("copy", "new")]
    occurrences: Counter[str] = Counter()
    named: dict[int, str] = {}
    for line in sorted(fresh, key=grid.rank):
        group_no, stt, title = (grid.value(line, code) for code in ("group_no", "stt", "title"))
        first = natural_row_id(document, group_no, stt, title)
        named[line] = natural_row_id(document, group_no, stt, title, occurrences[first])
        occurrences[first] += 1
    return named


class _Aligner:
    """Places lines stage by stage; `_rows` holds the line of each row that has one."""

    def __init__(self, grid: GridRows, blanks: frozenset[str]) -> None:
        self._grid, self._blanks = grid, blanks
        self._rows: dict[str, int] = {}
        self._placed: dict[int, Placed] = {}
        self._named: dict[int, str] = {}

    def align(self) -> Alignment:
        loose = self._place_marked()
        unclaimed = [row for row in self._grid.base if row not in self._rows]
        pairs = pair_by_key(self._grid, loose, unclaimed) if loose else {}
        realignment = self._find_realignment(loose, pairs)
        moved = realignment.rows if realignment else {}
        targets = set(moved.values())
        doubtful = self._find_doubtful(loose, pairs, targets) if moved else []
        self._placed |= dict.fromkeys((*moved, *doubtful), Placed("", "shifted"))
        self._place_loose([line for line in loose if line not in self._placed], pairs)
        missing = tuple(row for row in unclaimed if row not in self._rows and row not in targets)
        marked = {self._named[line] for line in (*moved, *doubtful)}
        lost = [line for line in loose if self._placed[line].how == "new"] + doubtful
        return Alignment(
            tuple(self._placed[line] for line in range(len(self._grid.lines))),
            tuple(row for row in missing if row not in marked),
            realignment and replace(realignment, missing=missing),
            suggest(self._grid, lost, missing, self._named) if lost else (),
            self._named,
        )

    # -- lines whose mark and title agree ---------------------------------------------------------

    def _place_marked(self) -> list[int]:
        """Place the lines whose marks fit; the other lines, which need a closer look."""
        claims: dict[str, list[int]] = {}
        loose: list[int] = []
        base, title_at = self._grid.base, self._grid.place("title")
        for line, (text, values) in enumerate(self._grid.lines):
            row = text[:ROW_ID_LENGTH]
            if row not in base or text[ROW_ID_LENGTH : ROW_ID_LENGTH + 1] not in ("", "."):
                mark = parse_row_mark(text)
                row = mark.row_id if mark else ""
            if row:
                self._named[line] = row
            if not any(values):
                self._placed[line] = Placed("", "empty")
            elif row in base and (values[title_at] == base[row].values.get("title") or self._fits(line, row)):
                claims.setdefault(row, []).append(line)
            else:
                loose.append(line)
        for row, claiming in claims.items():
            if len(claiming) == 1:
                self._rows[row] = claiming[0]
                self._placed[claiming[0]] = Placed(row, "mark")
            else:
                self._settle(row, claiming, "mark")
        return loose

    def _fits(self, line: int, row: str) -> bool:
        grid = self._grid
        title, sent = grid.value(line, "title"), grid.base_value(row, "title")
        if title == sent or not grid.has("title") or grid.title_key(title) == grid.title_key(sent):
            return True
        mark = parse_row_mark(grid.lines[line].mark)
        return mark is not None and mark.fits(title)

    def _settle(self, row: str, claiming: Sequence[int], how: How) -> None:
        """Give a row to the nearest of the lines that claim it; the others are copies."""
        nearest, *others = sorted(claiming, key=lambda line: self._nearness(line, row))
        self._rows[row] = nearest
        self._placed[nearest] = Placed(row, how)
        for line in others:
            self._placed[line] = Placed("", "copy")

    def _nearness(self, line: int, row: str) -> tuple[object, ...]:
        return self._grid.count_differing(line, row), *self._grid.rank(line)

    # -- partial sort -----------------------------------------------------------------------------

    def _find_realignment(self, loose: Iterable[int], pairs: Mapping[int, Pair]) -> Realignment | None:
        moved = [
            line for line in loose if line in pairs and self._is_open(line) and pairs[line].row != self._named[line]
        ]
        by_mark = sum(self._grid.count_differing(line, self._named[line]) for line in moved)
        by_key = sum(self._grid.count_differing(line, pairs[line].row) for line in moved)
        if len(moved) < _FEWEST_MOVED or by_key * _NEARER > by_mark:
            return None
        return Realignment({line: pairs[line].row for line in moved}, by_mark, by_key)

    def _is_open(self, line: int) -> bool:
        """Whether a line's mark names a row of the packet, or a blank one, that no line has."""
        row = self._named.get(line, "")
        return row not in self._rows and (row in self._grid.base or row in self._blanks)

    def _find_doubtful(self, loose: Iterable[int], pairs: Mapping[int, Pair], targets: Collection[str]) -> list[int]:
        """In a partly sorted sheet: lines without a row of their title that do not much resemble the one marked.

        So are those whose row another line was found to be about.
        """
        return [
            line
            for line in loose
            if line not in pairs
            and self._is_open(line)
            and self._named[line] in self._grid.base
            and (self._named[line] in targets or not (self._has_number_of(line) and self._mostly_agrees(line)))
        ]

    # -- the other lines --------------------------------------------------------------------------

    def _place_loose(self, loose: Sequence[int], pairs: Mapping[int, Pair]) -> None:
        self._claim({line: row for line in loose if (row := self._find_other(line))}, "other")
        marked = [line for line in loose if self._named.get(line) in self._grid.base]
        self._claim({line: self._named[line] for line in marked if self._has_number_of(line)}, "worn")
        self._claim({line: pairs[line].row for line in loose if line in pairs and pairs[line].is_key}, "key")
        self._claim({line: pairs[line].row for line in loose if line in pairs}, "title")
        self._claim({line: self._named[line] for line in marked if self._resembles(line)}, "worn")
        self._claim({line: row for line in loose if (row := self._named.get(line, "")) in self._blanks}, "blank")
        for line in loose:
            if line not in self._placed:
                self._placed[line] = Placed("", "copy" if self._named.get(line) in self._rows else "new")

    def _claim(self, wanted: Mapping[int, str], how: How) -> None:
        """Let lines without a place have rows without a line."""
        claims: dict[str, list[int]] = defaultdict(list)
        for line, row in wanted.items():
            if line not in self._placed and row not in self._rows:
                claims[row].append(line)
        for row, claiming in claims.items():
            self._settle(row, claiming, how)

    def _has_number_of(self, line: int) -> bool:
        number = self._grid.value(line, "stt")
        return bool(number) and number == self._grid.base_value(self._named[line], "stt")

    def _mostly_agrees(self, line: int) -> bool:
        row = self._named[line]
        return 2 * self._grid.count_differing(line, row) <= self._grid.count_filled(line, row)

    def _resembles(self, line: int) -> bool:
        grid, row = self._grid, self._named[line]
        if line in self._placed or row in self._rows:
            return False
        if grid.count_differing(line, row) == 1 or self._mostly_agrees(line):
            return True
        titles = grid.title_key(grid.value(line, "title")), grid.title_key(grid.base_value(row, "title"))
        return measure_likeness(*titles) >= LIKE_ENOUGH

    def _find_other(self, line: int) -> str:
        """The row outside this packet that a sound mark names, or ""."""
        mark = parse_row_mark(self._grid.lines[line].mark)
        if mark is None or mark.row_id in self._grid.base or mark.row_id in self._blanks:
            return ""
        return mark.row_id if mark.fits(self._grid.value(line, "title")) else ""
