"""Columns share the width by their data, at the largest size that can be read."""

from __future__ import annotations

from itertools import pairwise

import pytest

from r57desk.paper.measure import Ruler
from r57desk.paper.model import Column, GroupRow, Row, Table
from r57desk.paper.pieces import TableRow
from r57desk.paper.profile import TABLE_SIZES, Face, mm
from r57desk.paper.table import TableLayout

LEFT, RIGHT = mm(30), mm(195)


def lay_out(ruler: Ruler, *columns: Column, rows: tuple[Row | GroupRow, ...] = (), **more: object) -> TableLayout:
    return TableLayout(ruler, Table(columns, rows, **more), LEFT, RIGHT)  # type: ignore[arg-type]


def rows_of(layout: TableLayout) -> list[TableRow]:
    return [piece for piece in layout.pieces() if isinstance(piece, TableRow)]


def test_spare_width_goes_by_shares(ruler: Ruler) -> None:
    size, edges, fits = lay_out(ruler, Column("A", 20), Column("B", 30, 1), Column("C", 30, 3)).fit()
    widths = [right - left for left, right in pairwise(edges)]
    spare = mm(165 - 80)
    assert (size, fits) == (12, True)
    assert edges[0] == LEFT
    assert edges[-1] == RIGHT
    assert widths == pytest.approx([mm(20), mm(30) + spare / 4, mm(30) + spare * 3 / 4])


def test_without_shares_all_columns_grow_alike(ruler: Ruler) -> None:
    _, edges, _ = lay_out(ruler, Column("A", 20), Column("B", 60)).fit()
    assert edges[1] - edges[0] == pytest.approx(mm(165) / 4)


def test_more_columns_make_smaller_letters_until_they_cannot_be_read(ruler: Ruler) -> None:
    sizes = [lay_out(ruler, *[Column("Nhiệm vụ", 22, 1)] * count).fit() for count in range(2, 14)]
    assert [size for size, _, _ in sizes] == sorted((size for size, _, _ in sizes), reverse=True)
    assert sizes[0][0] == TABLE_SIZES[0][0]
    assert sizes[-1][0] == TABLE_SIZES[-1][0]
    assert [fits for _, _, fits in sizes] == sorted((fits for _, _, fits in sizes), reverse=True)
    assert sizes[-1][2] is False
    assert all(edges[-1] == RIGHT for _, edges, _ in sizes)


def test_no_word_of_a_label_is_broken(ruler: Ruler) -> None:
    header, *_ = rows_of(
        lay_out(ruler, Column("Deliverable", 5, 1), Column("Nhiệm vụ", 60, 9), rows=(Row(("", "")),))
    )
    assert [line.text for line in header.cells[0].lines] == ["Deliverable"]


def test_a_number_column_is_wide_enough_for_its_numbers_but_not_for_nonsense(ruler: Ruler) -> None:
    columns = Column("TT", 10), Column("Nhiệm vụ", 40, 1)
    wide = lay_out(ruler, *columns, rows=(Row(("28.10a", "x")),))
    assert [line.text for line in rows_of(wide)[1].cells[0].lines] == ["28.10a"]
    _, edges, _ = lay_out(ruler, *columns, rows=(Row(("9" * 80, "x")),)).fit()
    assert edges[1] - edges[0] < mm(24)


def test_rows_carry_their_header_and_group_rows_hold_on_to_the_next(ruler: Ruler) -> None:
    rows = (GroupRow("I. Nhóm"), Row(("1", "Việc")))
    header, group, row = rows_of(lay_out(ruler, Column("TT", 10), Column("Nhiệm vụ", 40, 1), rows=rows))
    assert header.keep_with_next
    assert group.keep_with_next
    assert group.grey
    assert not row.keep_with_next
    assert group.header is not None
    assert group.header.height == row.header.height == header.height  # type: ignore[union-attr]
    assert len(group.cells) == 1


def test_an_empty_table_says_so(ruler: Ruler) -> None:
    header, note = rows_of(lay_out(ruler, Column("TT", 10), Column("Nhiệm vụ", 40, 1), empty="Không có."))
    assert note.cells[0].lines[0].text == "Không có."
    assert note.cells[0].face.italic
    assert not note.grey
    assert header.cells[0].face == Face(12, bold=True)


def test_a_form_has_no_header(ruler: Ruler) -> None:
    (row,) = rows_of(lay_out(ruler, Column("", 40), Column("", 60, 1), rows=(Row(("a", "b")),), header=False, gap=3))
    assert row.header is None
    assert row.gap == 30
