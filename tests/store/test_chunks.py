"""Portions hold every item once, in order."""

from __future__ import annotations

import pytest

from r57desk.store.chunks import in_chunks


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7])
def test_every_item_comes_once_and_in_order(count: int) -> None:
    chunks = list(in_chunks(range(count), 3))
    assert [item for chunk in chunks for item in chunk] == list(range(count))
    assert all(len(chunk) == 3 for chunk in chunks[:-1])
    assert all(chunks)
