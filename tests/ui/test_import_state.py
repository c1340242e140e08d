"""A new import knows nothing yet, and no two share what they learn."""

from __future__ import annotations

from r57desk.ui.import_state import ImportState


def test_what_one_import_learns_stays_with_it():
    first = ImportState()
    first.mapping = {"Kết quả": "deliverable"}
    assert ImportState().mapping is None
    assert (first.path, first.plan, first.sender) == (None, None, "")
