"""Lines on a sheet read back to the text they were cut from, or say that they do not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.workbook.chunks import LONGEST, format_lines, parse_lines


@given(st.text(max_size=200), st.integers(0, 400))
def test_a_text_comes_back_whatever_the_order_of_its_lines(text: str, times: int) -> None:
    whole = text * times
    lines = format_lines("packet", whole)
    assert all(len(line) <= LONGEST for line in lines)
    random.Random(5).shuffle(lines)
    assert parse_lines(["một câu", *lines, *lines[:1], ""]) == {"packet": whole}


def test_kinds_do_not_mix() -> None:
    lines = [*format_lines("mark", "một"), *format_lines("packet", "hai" * 30_000)]
    assert parse_lines(lines) == {"mark": "một", "packet": "hai" * 30_000}
    assert parse_lines(["không phải của ta"]) == {}


LINES = format_lines("packet", "0123456789" * 9_000)


@pytest.mark.parametrize(
    "lines",
    [
        LINES[:-1],
        LINES[1:],
        [LINES[0], LINES[1][:-1], *LINES[2:]],
        [LINES[0], LINES[1].replace("0123", "0124", 1), *LINES[2:]],
        [*LINES, format_lines("packet", "khác")[0]],
        [LINES[0], LINES[1].replace("2/", "3/", 1), *LINES[2:]],
        [*LINES, LINES[0].replace("0123", "0124", 1)],
    ],
    ids=["last gone", "first gone", "cut short", "one digit", "another text", "renumbered", "a second version"],
)
def test_damage_is_noticed(lines: list[str]) -> None:
    assert parse_lines(lines) == {"packet": None}
