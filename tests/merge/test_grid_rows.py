"""Lines and rows side by side: what counts as a difference."""

from __future__ import annotations

import pytest

from r57desk.merge.base_row import BaseRow
from r57desk.merge.grid_rows import GridRows, Line

FIELDS = ("stt", "title", "percent")
BASE = {"R": BaseRow({"stt": "1", "title": "Đề án", "percent": "5", "note": "không có cột"})}


def grid(*values: str | None) -> GridRows:
    return GridRows([Line("", values)], FIELDS, BASE)


@pytest.mark.parametrize(
    ("values", "differing", "filled"),
    [
        (("1", "Đề án", "5"), 0, 3),
        (("1", "Đề án", "6"), 1, 3),
        (("1", "Đề án", ""), 1, 3),
        (("1", "Đề án", None), 1, 3),
        (("", None, ""), 3, 3),
        (("2", "đề án", "5"), 2, 3),
    ],
)
def test_cells_differ_or_not(values: tuple[str | None, ...], differing: int, filled: int) -> None:
    assert grid(*values).count_differing(0, "R") == differing
    assert grid(*values).count_filled(0, "R") == filled


def test_an_unknown_row_is_blank() -> None:
    one = grid("1", "", None)
    assert one.base_cells("S") == one.blank == ("", "", "")
    assert one.count_differing(0, "S") == one.count_filled(0, "S") == 1


def test_a_column_that_is_not_there_says_nothing() -> None:
    one = grid("1", None, "5")
    assert one.has("title")
    assert not one.has("note")
    assert one.value(0, "note") == one.value(0, "title") == ""
    assert one.value(0, "percent") == "5"
    assert one.base_value("R", "note") == "không có cột"
    assert one.base_value("R", "lead") == ""


def test_lines_rank_by_what_they_say() -> None:
    lines = [
        Line("b", ("1", None)),
        Line("a", ("1", "")),
        Line("a", ("1", None)),
        Line("a", ("0", "")),
        Line("a", ("1", "")),
    ]
    one = GridRows(lines, ("stt", "title"), {})
    assert sorted(range(5), key=one.rank) == [3, 1, 4, 2, 0]
    assert one.rank(1) == one.rank(4) != one.rank(2)


def test_titles_are_compared_folded_and_on_one_line() -> None:
    one = grid("1", "", "")
    assert one.title_key("  Đề \n ÁN ") == one.title_key("de an") == "de an"
