"""What an operation touched."""

from __future__ import annotations

from r57desk.services.changes import Changes


def test_nothing_touched_is_no_change():
    assert not Changes("edit")
    assert Changes("edit", frozenset({"A"}))
    assert Changes("options", everything=True)
