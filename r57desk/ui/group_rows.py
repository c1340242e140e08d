"""Which table row is which task when group rows stand between them and some groups are folded. No Qt here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """One run of tasks under a heading: its number and words, where it starts, how many, how many overdue."""

    number: str
    heading: str
    document: str
    start: int
    count: int
    late: int

    @property
    def key(self) -> tuple[str, str, str]:
        """What a folded group is remembered by."""
        return self.document, self.number, self.heading


class GroupRows:
    """The map between table rows and task positions; a group row comes before its tasks."""

    def __init__(self, groups: Sequence[Group], count: int, folded: frozenset[tuple[str, str, str]]) -> None:
        self.groups = tuple(groups)
        self.folded = folded
        self._count = count
        self._tops: list[int] = []
        self._starts = [group.start for group in self.groups]
        top = 0
        for group in self.groups:
            self._tops.append(top)
            top += 1 if group.key in folded else 1 + group.count
        self.rows = top if self.groups else count

    def group_at(self, row: int) -> Group | None:
        """The group whose heading is this row, or None for a task row."""
        place = bisect_right(self._tops, row) - 1
        return self.groups[place] if place >= 0 and self._tops[place] == row else None

    def group_of(self, row: int) -> Group | None:
        """The group this row belongs to, heading or task; None without groups."""
        place = bisect_right(self._tops, row) - 1
        return self.groups[place] if place >= 0 else None

    def position(self, row: int) -> int:
        """The position of a task row among all tasks; -1 for a group row or a row that is not there."""
        if not 0 <= row < self.rows:
            return -1
        if not self.groups:
            return row
        place = bisect_right(self._tops, row) - 1
        inside = row - self._tops[place] - 1
        return -1 if inside < 0 else self.groups[place].start + inside

    def row(self, position: int) -> int:
        """The row of a task position; -1 when its group is folded or it is not there."""
        if not 0 <= position < self._count:
            return -1
        if not self.groups:
            return position
        place = bisect_right(self._starts, position) - 1
        group = self.groups[place]
        return -1 if group.key in self.folded else self._tops[place] + 1 + position - group.start

    def heading_rows(self) -> list[int]:
        """The rows of all headings, from the top."""
        return list(self._tops)
