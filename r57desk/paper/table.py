"""A table laid out: column edges, the font size at which they fit, and a piece per row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from r57desk.paper.measure import Line, Ruler
from r57desk.paper.model import GroupRow, Row, Table
from r57desk.paper.pieces import PAD_X, Cell, Frame, Piece, TableRow
from r57desk.paper.profile import TABLE_SIZES, UNITS_PER_POINT, Align, Face, mm

_WIDEST = 2  # × its stated width: a column without a share grows no further for a long word
_REFERENCE_SIZE = 12  # points: the size least widths are stated at


@dataclass(frozen=True, slots=True)
class TableLayout:
    """One table between two sides of a page."""

    ruler: Ruler
    table: Table
    left: float
    right: float

    def pieces(self) -> Iterator[Piece]:
        """The header row, then a piece per row; each carries the header it needs on a new page."""
        size, edges, _ = self.fit()
        cut = self.ruler.cut(Face(size))
        frame = Frame(edges, cut.pitch, cut.baseline)
        band = Frame((self.left, self.right), cut.pitch, cut.baseline)
        header = self._header(frame, Face(size, bold=True)) if self.table.header else None
        if header:
            yield replace(header, gap=self.table.gap * UNITS_PER_POINT, keep_with_next=True)
        gap = 0 if header else self.table.gap * UNITS_PER_POINT
        for row in self.table.rows:
            if isinstance(row, GroupRow):
                yield replace(self._band(band, row.text, Face(size, bold=True)), header=header, gap=gap)
            else:
                yield replace(self._row(frame, row, size), header=header, gap=gap)
            gap = 0
        if not self.table.rows:
            note = self._band(band, self.table.empty, Face(size, italic=True))
            yield replace(note, header=header, grey=False, keep_with_next=False)

    def fit(self) -> tuple[float, tuple[float, ...], bool]:
        """The largest font size at which the least widths fit, the edges of the columns at it, and whether they do fit."""
        width = self.right - self.left
        for size, share in TABLE_SIZES:
            least = [self._least(index, size) for index in range(len(self.table.columns))]
            if sum(least) <= width * share:
                break
        return size, self._edges(least, width), sum(least) <= width

    def _least(self, index: int, size: float) -> float:
        """The stated width at this size, or what the longest word of the label, or of a number column, needs."""
        column = self.table.columns[index]
        stated = mm(column.least) * size / _REFERENCE_SIZE
        word = max(map(self.ruler.cut(Face(size, bold=True)).word, column.label.split()), default=0)
        if column.share == 0:
            word = max(word, min(self._widest(index, size), _WIDEST * stated))
        return max(stated, word + 2 * PAD_X + 1)

    def _widest(self, index: int, size: float) -> float:
        """The widest word in a column."""
        cut = self.ruler.cut(Face(size))
        words = {word for row in self.table.rows if isinstance(row, Row) for word in row.cells[index].split()}
        return max(map(cut.word, words), default=0)

    def _edges(self, least: list[float], width: float) -> tuple[float, ...]:
        """What is left over goes by shares; without shares, or with too many columns, all scale alike."""
        shares = [column.share for column in self.table.columns]
        spare = width - sum(least)
        if spare < 0 or not any(shares):
            widths = [one * width / sum(least) for one in least]
        else:
            widths = [one + spare * share / sum(shares) for one, share in zip(least, shares, strict=True)]
        edges = [self.left]
        for one in widths:
            edges.append(edges[-1] + one)
        return (*edges[:-1], self.right)

    def _header(self, frame: Frame, face: Face) -> TableRow:
        """The labels, centred both ways."""
        labels = [column.label for column in self.table.columns]
        cells = [
            Cell(self.ruler.balance(text, face, self._width(frame, i)), "center", face)
            for i, text in enumerate(labels)
        ]
        return TableRow(frame, tuple(cells), middle=True)

    def _band(self, band: Frame, text: str, face: Face) -> TableRow:
        """A grey row across the whole table."""
        cell = self._cell(band, 0, text, face, "left")
        again = self._again(cell, face.size)
        return TableRow(band, (cell,), (again,), grey=True, keep_with_next=True)

    def _row(self, frame: Frame, row: Row, size: float) -> TableRow:
        """A row of the register."""
        cells = tuple(
            self._cell(frame, i, text, Face(size, bold=column.bold), column.align)
            for i, (text, column) in enumerate(zip(row.cells, self.table.columns, strict=True))
        )
        return TableRow(frame, cells, tuple(self._continuation(cells, size)))

    def _continuation(self, cells: tuple[Cell, ...], size: float) -> Iterator[Cell]:
        """What each cell of a split row begins with overleaf."""
        for i, cell in enumerate(cells):
            if i == self.table.continued_column:
                yield self._again(cell, size)
            else:
                yield cell if i in self.table.repeated_columns else replace(cell, lines=())

    def _again(self, cell: Cell, size: float) -> Cell:
        """The word that says a cell goes on."""
        face = Face(size, italic=True)
        word = self.table.continued
        return replace(cell, lines=(Line(word, self.ruler.cut(face).text(word)),), first_face=face)

    def _cell(self, frame: Frame, index: int, text: str, face: Face, align: Align) -> Cell:
        """A text broken to the width of its column."""
        return Cell(self.ruler.wrap(text, face, self._width(frame, index)), align, face)

    @staticmethod
    def _width(frame: Frame, index: int) -> float:
        """The room for text in a column."""
        return frame.edges[index + 1] - frame.edges[index] - 2 * PAD_X
