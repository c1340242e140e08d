"""An answer about columns is given once."""

from __future__ import annotations

from r57desk.store.header_mappings import find_header_mapping, set_header_mapping


def test_the_last_answer_for_a_header_is_remembered(db):
    assert find_header_mapping(db, "abc") == {}
    set_header_mapping(db, "abc", {"Kết quả": "deliverable"})
    set_header_mapping(db, "abc", {"Kết quả": "result_now", "Cột lạ": ""})
    assert find_header_mapping(db, "abc") == {"Kết quả": "result_now", "Cột lạ": ""}
    assert find_header_mapping(db, "xyz") == {}
