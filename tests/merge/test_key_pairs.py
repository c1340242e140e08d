"""Natural keys: a line finds the row of its title, and nobody gets what two have an equal claim to."""

from __future__ import annotations

import time

from r57desk.merge.base_row import BaseRow
from r57desk.merge.grid_rows import GridRows, Line
from r57desk.merge.key_pairs import Pair, pair_by_key

FIELDS = ("stt", "title", "source_doc", "percent")


def pairs(lines: list[tuple[str, ...]], rows: dict[str, tuple[str, ...]]) -> dict[int, Pair]:
    base = {row: BaseRow(dict(zip(FIELDS, values, strict=True))) for row, values in rows.items()}
    grid = GridRows([Line("", values) for values in lines], FIELDS, base)
    return pair_by_key(grid, range(len(lines)), base)


def test_one_title_one_row() -> None:
    rows = {"R": ("1", "Đề án", "03", "5"), "S": ("2", "Kế hoạch", "03", "5")}
    found = pairs(
        [("2", "ke  hoach", "03", "9"), ("7", "Đề án", "", ""), ("1", "", "", ""), ("9", "Khác", "", "")], rows
    )
    assert found == {0: Pair(0, "S", True), 1: Pair(1, "R", False)}


def test_another_source_document_is_another_key() -> None:
    rows = {"R": ("1", "Đề án", "03", "5")}
    assert pairs([("1", "Đề án", "04", "5")], rows) == {0: Pair(0, "R", False)}
    assert pairs([("1", "Đề án", "", "5")], rows) == {0: Pair(0, "R", True)}


def test_alike_titles_go_by_number_then_place_then_cells() -> None:
    rows = {"R": ("1", "Đề án", "03", "5"), "S": ("2", "Đề án", "03", "5"), "T": ("2", "Đề án", "04", "5")}
    found = pairs([("2", "Đề án", "04", "9"), ("2", "Đề án", "03", "8"), ("9", "Đề án", "", "")], rows)
    assert {line: pair.row for line, pair in found.items()} == {0: "T", 1: "S", 2: "R"}
    near = pairs([("3", "Đề án", "", "7")], {"R": ("1", "Đề án", "", "6"), "S": ("2", "Đề án", "", "7")})
    assert near[0].row == "S"


def test_an_equal_claim_gives_nobody_anything() -> None:
    rows = {"R": ("1", "Đề án", "", "5"), "S": ("1", "Đề án", "", "6")}
    assert pairs([("1", "Đề án", "", "7")], rows) == {}
    assert pairs([("1", "Đề án", "", "7"), ("1", "Đề án", "", "8")], {"R": rows["R"]}) == {}
    assert pairs([("1", "Đề án", "", "5"), ("1", "Đề án", "", "8")], {"R": rows["R"]})[0].row == "R"


def test_place_counts_before_cells() -> None:
    rows = {"S": ("2", "Đề án", "03", "5"), "T": ("2", "Đề án", "04", "9")}
    assert pairs([("2", "Đề án", "04", "5")], rows)[0].row == "T"


def test_a_blank_title_names_nothing() -> None:
    assert pairs([("1", "", "", "5")], {"R": ("1", "", "", "5")}) == {}


def test_a_contested_line_does_not_take_a_worse_row() -> None:
    rows = {"R": ("1", "Đề án", "", "5"), "S": ("1", "Đề án", "", "6"), "T": ("9", "Đề án", "", "7")}
    assert pairs([("1", "Đề án", "", "7")], rows) == {}


def test_a_contested_row_does_not_fall_to_a_worse_line() -> None:
    rows = {"R": ("1", "Đề án", "", "5")}
    lines = [("1", "Đề án", "", "7"), ("1", "Đề án", "", "8"), ("9", "Đề án", "", "5")]
    assert pairs(lines, rows) == {}


def test_equal_content_is_shared_out() -> None:
    rows = dict.fromkeys(("R", "S"), ("1", "Đề án", "", "5"))
    found = pairs([rows["R"], rows["S"]], rows)
    assert {pair.row for pair in found.values()} == {"R", "S"}


def test_thousands_of_one_title_take_no_time() -> None:
    rows = {f"R{n}": (str(n), "Báo cáo", "", str(n % 100)) for n in range(3000)}
    lines = [(number, title, source, "x") for number, title, source, _ in rows.values()]
    began = time.perf_counter()
    found = pairs([*lines, ("3", "Báo cáo", "", "")], rows)
    assert time.perf_counter() - began < 2
    assert found[5] == Pair(5, "R5", True)
    assert 3 not in found
    assert len(found) == 2999
