"""Where items stand in a day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.ui.day_painter import fit_items

LINE, GAP = 18, 3


@given(st.lists(st.integers(1, 2), max_size=12), st.integers(0, 300))
def test_what_is_shown_fits_and_nothing_is_lost(wanted, height):
    lines, hidden = fit_items(wanted, height, LINE, GAP)
    assert len(lines) + hidden == len(wanted)
    assert all(got <= asked for got, asked in zip(lines, wanted, strict=False))
    used = sum(lines) * LINE + max(0, len(lines) - 1) * GAP
    if lines:
        assert used + (GAP + LINE if hidden else 0) <= height


@pytest.mark.parametrize(
    ("wanted", "height", "lines", "hidden"),
    [
        ([2, 2], 80, [2, 2], 0),
        ([2, 2], 60, [2, 1], 0),
        ([2, 2], 45, [1, 1], 0),
        ([2, 2, 2], 45, [1], 2),
        ([2], 10, [], 1),
        ([], 10, [], 0),
    ],
)
def test_later_items_shrink_first_then_the_rest_is_counted(wanted, height, lines, hidden):
    assert fit_items(wanted, height, LINE, GAP) == (lines, hidden)


def test_one_more_line_is_never_left_unused():
    lines, hidden = fit_items([1] * 5, 3 * LINE + 2 * GAP, LINE, GAP)
    assert (lines, hidden) == ([1, 1], 3)
