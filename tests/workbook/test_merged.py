"""Merged cells below the header: wide ones head a group, tall ones hold one value for several rows."""

from __future__ import annotations

from r57desk.workbook.grid import Value
from r57desk.workbook.merged import MergedCells

COLUMNS = frozenset({0, 1, 2, 3})


def merged(*ranges: tuple[int, int, int, int]) -> MergedCells:
    return MergedCells(ranges, 2, COLUMNS, 1)


def test_wide_cells_over_the_title_head_a_group() -> None:
    found = merged((3, 1, 3, 3), (4, 0, 4, 3), (5, 2, 5, 9), (6, 1, 6, 2), (0, 0, 0, 3))
    assert found.wide == {3, 4}


def test_a_form_that_merges_every_title_has_no_headings() -> None:
    assert merged(*((row, 1, row, 3) for row in range(3, 40))).wide == set()


def test_a_tall_cell_fills_the_rows_it_covers() -> None:
    found = merged((5, 2, 7, 2))
    top: list[Value] = ["1", "Một", "Bộ A", ""]
    assert found.fill(5, top) == top
    assert found.fill(6, ["2", "Hai", "", "x"]) == ["2", "Hai", "Bộ A", "x"]
    assert found.fill(7, ["3", "Ba", "khác", ""]) == ["3", "Ba", "khác", ""]
    assert set(found.tall) == {5, 6, 7}


def test_a_row_whose_title_is_covered_is_left_alone() -> None:
    found = merged((5, 1, 6, 1), (5, 3, 6, 3))
    found.fill(5, ["1", "Một", "Bộ A", "2025"])
    assert found.fill(6, ["", "", "Bộ B", ""]) == ["", "", "Bộ B", ""]


def test_a_merge_over_the_whole_sheet_costs_nothing() -> None:
    assert len(merged((3, 0, 1_048_575, 16_383)).tall) == 0
