"""Rows know their height, stay in their columns, and split at a line of text."""

from __future__ import annotations

import pytest

from r57desk.paper.measure import Line
from r57desk.paper.pieces import PAD_X, PAD_Y, Cell, Drawn, Frame, TableRow
from r57desk.paper.plan import Page, Text
from r57desk.paper.profile import Face

FRAME = Frame((0, 100, 400), pitch=14, baseline=11)
FACE, ITALIC = Face(12), Face(12, italic=True)


def cell(*texts: str, first_face: Face | None = None) -> Cell:
    return Cell(tuple(Line(text, 10.0 * len(text)) for text in texts), "left", FACE, first_face)


def row(count: int) -> TableRow:
    cells = (cell("7"), cell(*(f"dòng {number}" for number in range(count))))
    return TableRow(FRAME, cells, continuation=(cell("7"), cell("(tiếp)", first_face=ITALIC)))


def drawn(piece: TableRow) -> list[Text]:
    page = Page(400, 1000)
    piece.put(page, 0)
    return page.texts


def test_the_highest_cell_makes_the_row() -> None:
    assert row(5).height == pytest.approx(5 * 14 + 2 * PAD_Y)
    assert TableRow(FRAME, (cell(), cell())).height == pytest.approx(14 + 2 * PAD_Y)


def test_alignment() -> None:
    page = Page(400, 1000)
    right = Cell((Line("abc", 30),), "right", FACE)
    middle = Cell((Line("abc", 30),), "center", FACE)
    TableRow(FRAME, (middle, right)).put(page, 0)
    assert page.texts[0].x == pytest.approx(50 - 15)
    assert page.texts[1].x == pytest.approx(400 - PAD_X - 30)


def test_a_row_is_ruled_on_every_side() -> None:
    page = Page(400, 1000)
    row(2).put(page, 10)
    upright = [rule.x1 for rule in page.rules if rule.x1 == rule.x2]
    level = [rule.y1 for rule in page.rules if rule.y1 == rule.y2]
    assert upright == [0, 100, 400]
    assert level == [10, 10 + row(2).height]


def test_a_split_row_loses_no_line_and_says_that_it_goes_on() -> None:
    parts = row(30).split(20 * 14 + 2 * PAD_Y)
    assert parts
    head, rest = parts
    assert head.height <= 20 * 14 + 2 * PAD_Y
    assert isinstance(head, TableRow)
    assert isinstance(rest, TableRow)
    lines = [line.text for part in (head, rest) for line in part.cells[1].lines]
    assert lines == [f"dòng {n}" for n in range(20)] + ["(tiếp)"] + [f"dòng {n}" for n in range(20, 30)]
    assert rest.cells[0].lines[0].text == "7"
    word = next(text for text in drawn(rest) if text.text == "(tiếp)")
    after = next(text for text in drawn(rest) if text.text == "dòng 20")
    assert (word.face, after.face) == (ITALIC, FACE)


def test_a_row_of_three_pages_goes_on_twice() -> None:
    head, rest = row(60).split(25 * 14) or (None, None)
    assert head is not None
    assert isinstance(rest, TableRow)
    second, third = rest.split(25 * 14) or (None, None)
    assert isinstance(second, TableRow)
    assert isinstance(third, TableRow)
    assert second.cells[1].lines[0].text == third.cells[1].lines[0].text == "(tiếp)"
    assert third.cells[1].lines[-1].text == "dòng 59"


def test_no_one_or_two_lines_are_left_alone() -> None:
    assert row(30).split(2 * 14 + 2 * PAD_Y) is None
    head, rest = row(30).split(29 * 14 + 2 * PAD_Y) or (None, None)
    assert isinstance(head, TableRow)
    assert isinstance(rest, TableRow)
    assert len(rest.cells[1].lines) == 3 + 1


def test_a_header_stands_in_the_middle_of_its_height() -> None:
    header = TableRow(FRAME, (cell("TT"), cell("Cơ quan", "chủ trì", "chính")), middle=True)
    number, *lines = drawn(header)
    assert number.y == pytest.approx(lines[1].y)


def test_drawn_ink_is_never_split() -> None:
    ink = Page(400, 0)
    ink.texts.append(Text(0, 11, "a", FACE))
    piece = Drawn(ink, 14)
    page = Page(400, 1000)
    piece.put(page, 100)
    assert page.texts == [Text(0, 111, "a", FACE)]
    assert piece.split(5) is None
