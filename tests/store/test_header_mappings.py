"""An answer about columns is given once."""

from __future__ import annotations

from r57desk.store.header_mappings import find_header_mapping, find_header_mappings, set_header_mapping


def test_the_last_answer_for_a_header_is_remembered(db):
    assert find_header_mapping(db, "abc") == {}
    set_header_mapping(db, "abc", {"Kết quả": "deliverable"})
    set_header_mapping(db, "abc", {"Kết quả": "result_now", "Cột lạ": ""})
    assert find_header_mapping(db, "abc") == {"Kết quả": "result_now", "Cột lạ": ""}
    assert find_header_mapping(db, "xyz") == {}


def test_headers_nothing_is_said_of_any_more_are_left_out(db):
    set_header_mapping(db, "abc", {"Kết quả": "deliverable"})
    set_header_mapping(db, "def", {"Cột lạ": ""})
    set_header_mapping(db, "abc", {})
    assert find_header_mappings(db) == {"def": {"Cột lạ": ""}}
