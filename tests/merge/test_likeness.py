"""Suggestions: likely rows for lines nobody could place, in bounded time."""

from __future__ import annotations

import random
import time

import pytest

from r57desk.merge.base_row import BaseRow
from r57desk.merge.grid_rows import GridRows, Line
from r57desk.merge.likeness import LIKE_ENOUGH, measure_likeness, suggest


def grid(lines: list[str], titles: dict[str, str]) -> GridRows:
    return GridRows(
        [Line("", (line,)) for line in lines], ("title",), {r: BaseRow({"title": t}) for r, t in titles.items()}
    )


TITLES = {"R": "Xây dựng đề án chuyển đổi số", "S": "Ban hành kế hoạch hành động", "T": "Xây dựng đề án dữ liệu"}


def test_the_most_alike_row_is_suggested_each_once() -> None:
    one = grid(["Xây dựng đề án về chuyển đổi số", "Xây dựng đề án chuyển đổi số quốc gia", "Mua sắm"], TITLES)
    found = suggest(one, range(3), TITLES, {})
    assert (found[0].line, found[0].row) == (0, "R")
    assert len({it.row for it in found}) == len(found)
    assert 2 not in {it.line for it in found}
    assert all(LIKE_ENOUGH <= it.likeness < 1 for it in found)


def test_only_rows_that_are_missing_are_suggested() -> None:
    one = grid(["Ban hành kế hoạch hành động năm"], TITLES)
    assert [it.row for it in suggest(one, [0], ["S"], {})] == ["S"]
    assert suggest(one, [0], ["R", "T"], {}) == ()


def test_the_row_a_mark_names_is_suggested_whatever_the_title() -> None:
    one = grid(["Mua sắm"], TITLES)
    assert [it.row for it in suggest(one, [0], TITLES, {0: "S"})] == ["S"]
    assert suggest(one, [0], ["R"], {0: "S"}) == ()


@pytest.mark.parametrize(
    ("one", "other", "likeness"), [("abc", "abc", 1.0), ("abc", "xyz", 0.0), ("abcd", "dcba", 0.0)]
)
def test_likeness_is_from_0_to_1(one: str, other: str, likeness: float) -> None:
    assert measure_likeness(one, other) == pytest.approx(likeness, abs=0.3)


def test_thousands_of_lines_take_no_time() -> None:
    pick = random.Random(7)
    letters = [f"từ{n}" for n in range(400)]
    titles = {f"R{n}": " ".join(pick.sample(letters, 25)) for n in range(3000)}
    lines = [" ".join(pick.sample(letters, 25)) for _ in range(3000)]
    began = time.perf_counter()
    suggest(grid(lines, titles), range(3000), titles, {})
    assert time.perf_counter() - began < 4
