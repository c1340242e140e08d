"""Pieces: what a page is filled with from top to bottom. Each knows its height, how to put its ink, how to split."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from r57desk.paper.measure import Line
from r57desk.paper.plan import Fill, Page, Rule, Text
from r57desk.paper.profile import CELL_PADDING_MM, GROUP_GREY, UNITS_PER_POINT, Align, Face, mm

HAIRLINE = 0.5 * UNITS_PER_POINT
PAD_X, PAD_Y = (mm(side) for side in CELL_PADDING_MM)
_FEWEST_LINES = 3  # a split row leaves at least so many lines on either page
SHIFT: dict[Align, float] = {"left": 0, "center": 0.5, "right": 1}


class Piece(Protocol):
    """Ink of a known height; `gap` is the space above it unless it stands first on a page."""

    @property
    def height(self) -> float: ...
    @property
    def gap(self) -> float: ...
    @property
    def keep_with_next(self) -> bool: ...
    @property
    def header(self) -> Piece | None:
        """What must stand above this piece when it begins a page."""

    def put(self, page: Page, y: float) -> None:
        """Draw with the top at `y`."""

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """A head no higher than `room` and the rest, or None if that cannot be done decently."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Ink drawn beforehand from y = 0, never split."""

    ink: Page
    height: float
    gap: float = 0
    keep_with_next: bool = False
    header: Piece | None = None

    def put(self, page: Page, y: float) -> None:
        """Copy the ink."""
        page.add(self.ink, y)

    def split(self, room: float) -> None:
        """Never."""
        return


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one cell."""

    lines: tuple[Line, ...]
    align: Align
    face: Face
    first_face: Face | None = None  # of the first line, where it differs


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns of a laid out table: their edges from left to right, one more than cells, and one line pitch."""

    edges: tuple[float, ...]
    pitch: float
    baseline: float


@dataclass(frozen=True, slots=True)
class TableRow:
    """A ruled row; `continuation` is what stands first in its cells when it goes on overleaf."""

    frame: Frame
    cells: tuple[Cell, ...]
    continuation: tuple[Cell, ...] = ()
    header: Piece | None = None
    gap: float = 0
    keep_with_next: bool = False
    grey: bool = False
    middle: bool = False  # cells stand in the middle of the height, as in a header

    @property
    def height(self) -> float:
        """The highest cell and the padding; an empty row is one line high."""
        return max(1, *(len(cell.lines) for cell in self.cells)) * self.frame.pitch + 2 * PAD_Y

    def put(self, page: Page, y: float) -> None:
        """Fill, lines of text, and the four sides of every cell."""
        height, edges = self.height, self.frame.edges
        if self.grey:
            page.fills.append(Fill(edges[0], y, edges[-1] - edges[0], height, GROUP_GREY))
        for (left, right), cell in zip(pairwise(edges), self.cells, strict=True):
            top = y + PAD_Y
            if self.middle:
                top = y + (height - len(cell.lines) * self.frame.pitch) / 2
            self._put_cell(page, cell, left + PAD_X, right - PAD_X, top + self.frame.baseline)
        for edge in edges:
            page.rules.append(Rule(edge, y, edge, y + height, HAIRLINE))
        for level in (y, y + height):
            page.rules.append(Rule(edges[0], level, edges[-1], level, HAIRLINE))

    def _put_cell(self, page: Page, cell: Cell, left: float, right: float, baseline: float) -> None:
        """One text per line, aligned between the sides."""
        shift = SHIFT[cell.align]
        face = cell.first_face or cell.face
        for line in cell.lines:
            if line.text:
                page.texts.append(Text(left + shift * (right - left - line.width), baseline, line.text, face))
            baseline += self.frame.pitch
            face = cell.face

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Cut every cell after the same number of lines; the rest begins with the continuation."""
        total = max(len(cell.lines) for cell in self.cells)
        count = min(int((room - 2 * PAD_Y) / self.frame.pitch), total - _FEWEST_LINES)
        if count < _FEWEST_LINES:
            return None
        head = replace(self, cells=tuple(replace(cell, lines=cell.lines[:count]) for cell in self.cells))
        rest = tuple(
            replace(cell, lines=again.lines + cell.lines[count:], first_face=again.first_face)
            for cell, again in zip(self.cells, self.continuation, strict=True)
        )
        return head, replace(self, cells=rest, gap=0)
