"""A line without an id is the one row of its number and title, or a row to be."""

from __future__ import annotations

from r57desk.domain.ids import natural_row_id
from r57desk.services.identifying import RowFinder

KEYS = [
    ("A", "03/NQ-CP", "1", "Ban hành quy chế"),
    ("B", "", "2", "Rà soát thủ tục"),
    ("C", "12/KH", "1", "Phủ sóng"),
]


def find(*lines, keys=KEYS, taken=()):
    finder = RowFinder(keys, set(taken))
    return [finder.find(*line) for line in lines]


def test_number_and_title_find_the_row_and_each_row_once():
    line = ("", "I", "1", "Ban hành quy chế")
    assert find(line, line) == ["A", natural_row_id(*line)]


def test_the_document_tells_rows_apart_where_it_is_stated():
    assert find(("04/NQ-CP", "", "1", "Ban hành quy chế"))[0] not in ("A", "B", "C")
    assert find(("04/NQ-CP", "", "2", "rà soát THỦ TỤC")) == ["B"], "a row without one fits any"


def test_what_two_rows_fit_is_given_to_neither():
    twins = [("A", "", "1", "Việc"), ("B", "", "1", "Việc")]
    assert find(("", "", "1", "Việc"), keys=twins) == [natural_row_id("", "", "1", "Việc")]
    assert find(("", "", "1", "Việc"), keys=twins, taken=["A"]) == ["B"]


def test_equal_lines_without_a_row_stay_apart():
    line = ("03/NQ-CP", "I", "9", "Việc mới")
    assert find(line, line, keys=[]) == [natural_row_id(*line), natural_row_id(*line, 1)]
