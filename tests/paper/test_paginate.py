"""Pages keep together what belongs together, and lose nothing, whatever the heights."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from r57desk.paper.measure import Line
from r57desk.paper.paginate import Paginator
from r57desk.paper.pieces import Cell, Drawn, Frame, Piece, TableRow
from r57desk.paper.plan import Page, Text
from r57desk.paper.profile import Face

TOP, BOTTOM = 100.0, 1100.0
FACE = Face(10)


def block(name: str, height: float, *, keep: bool = False, gap: float = 0) -> Drawn:
    ink = Page(500, 0)
    ink.texts.append(Text(0, 5, name, FACE))
    return Drawn(ink, height, gap, keep)


def row(name: str, count: int, header: Piece | None = None) -> TableRow:
    lines = tuple(Line(f"{name}.{number}", 10) for number in range(count))
    again = Cell((Line("(tiếp)", 10),), "left", FACE)
    return TableRow(Frame((0, 500), 12, 9), (Cell(lines, "left", FACE),), (again,), header)


def names(*pieces: Piece) -> list[list[str]]:
    return [page.lines() for page in Paginator(500, 1200, TOP, BOTTOM).place(pieces)]


def test_pieces_fill_a_page_and_go_on_overleaf() -> None:
    assert names(block("a", 600), block("b", 400), block("c", 10)) == [["a", "b"], ["c"]]
    assert names() == [[]]


def test_the_gap_counts_but_not_at_the_top_of_a_page() -> None:
    assert names(block("a", 600), block("b", 400, gap=1)) == [["a"], ["b"]]
    assert names(block("a", 600), block("b", 1000, gap=50)) == [["a"], ["b"]]


def test_a_chain_stays_together() -> None:
    group = block("group", 50, keep=True)
    assert names(block("a", 900), group, block("b", 60)) == [["a"], ["group", "b"]]


def test_a_header_begins_every_page_of_its_table() -> None:
    header = block("header", 30)
    pages = names(
        replace(header, keep_with_next=True), *(replace(block(str(n), 300), header=header) for n in range(7))
    )
    assert pages == [["header", "0", "1", "2"], ["header", "3", "4", "5"], ["header", "6"]]


def test_a_row_that_fits_on_a_page_is_whole() -> None:
    pages = names(block("a", 700), row("r", 40))
    assert pages[0] == ["a"]
    assert pages[1] == [f"r.{n}" for n in range(40)]


def test_a_row_taller_than_a_page_goes_on_under_its_header() -> None:
    header = block("header", 30)
    first, second, third = names(row("r", 180, header))
    assert first[0] == second[0] == third[0] == "header"
    assert second[1] == third[1] == "(tiếp)"
    lines = [line for page in (first, second, third) for line in page if line.startswith("r.")]
    assert lines == [f"r.{n}" for n in range(180)]


def test_a_tall_row_begins_where_there_is_room_and_else_overleaf() -> None:
    assert "r.0" in names(block("a", 600), row("r", 100))[0]
    assert "r.0" in names(block("a", 900), row("r", 100))[1]


def test_a_group_row_is_never_left_alone() -> None:
    group = block("group", 50, keep=True)
    for before in (0, 100, 500, 800, 900, 960):
        for count in (10, 79, 80, 82, 200):  # 82 lines fill a page, but not together with the group row
            pages = names(block("a", before), group, row("r", count))
            page = next(page for page in pages if "group" in page)
            assert page[page.index("group") + 1] == "r.0", (before, count)


def test_a_chain_of_many_small_pieces_breaks_between_them() -> None:
    pages = names(*(block(str(n), 300, keep=True) for n in range(7)))
    assert pages == [["0", "1", "2"], ["3", "4", "5"], ["6"]]


def test_the_signature_takes_the_last_row_along() -> None:
    last = replace(row("last", 5), keep_with_next=True)
    pages = names(block("a", 850), last, block("signature", 200))
    assert pages[1] == [*(f"last.{n}" for n in range(5)), "signature"]


@given(st.lists(st.tuples(st.integers(1, 250), st.booleans(), st.integers(0, 40)), max_size=25))
def test_nothing_is_lost_nothing_changes_place_nothing_leaves_the_page(rows: list[tuple[int, bool, int]]) -> None:
    header = block("header", 30)
    pieces = [
        replace(row(str(i), count, header), keep_with_next=keep, gap=gap) for i, (count, keep, gap) in enumerate(rows)
    ]
    pages = Paginator(500, 1200, TOP, BOTTOM).place(pieces)
    lines = [line for page in pages for line in page.lines() if "." in line]
    assert lines == [f"{i}.{n}" for i, (count, _, _) in enumerate(rows) for n in range(count)]
    for page in pages:
        assert all(TOP <= text.y <= BOTTOM for text in page.texts)
        assert all(TOP <= y <= BOTTOM + 0.01 for rule in page.rules for y in (rule.y1, rule.y2))
    if rows:
        assert all(page.lines()[0] == "header" for page in pages)
