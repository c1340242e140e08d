"""Filters in words."""

from __future__ import annotations

import pytest

from r57desk.domain.query import EVERYTHING, parse_query
from r57desk.services.query_words import describe


@pytest.mark.parametrize(
    ("typed", "vietnamese", "english"),
    [
        ("", "", ""),
        ("đất đai", "Tìm: “đất đai”", "Search: “đất đai”"),
        ("progress:xong", "Tiến độ: Hoàn thành", "Progress: Done"),
        ("timeliness:qua_han,trong_han", "So với hạn: Quá hạn, Trong hạn", "Against the deadline: Overdue, In time"),
        ("due:<2025-08-31", "Hạn: trước 31/08/2025", "Due: before 31/08/2025"),
        ("due:8/2025", "Hạn: 01/08/2025 – 31/08/2025", "Due: 01/08/2025 – 31/08/2025"),
        ('-lead:"Bộ Công an"', "trừ Cơ quan chủ trì: Bộ Công an", "except Lead body: Bộ Công an"),
        ("missing:lead", "Thiếu: Cơ quan chủ trì", "Missing: Lead body"),
        ("has:conflict,request", "Có: Khác nhau, Đề nghị", "Has: Differing, Request"),
        ("officer:none", "Chuyên viên: (trống)", "Officer: (blank)"),
    ],
)
def test_each_kind_of_condition_has_words(typed, vietnamese, english):
    query = parse_query(typed)
    assert describe(query, "vi") == vietnamese
    assert describe(query, "en") == english


def test_conditions_are_parted_by_semicolons():
    assert describe(parse_query("du lieu lead:sở")) == "Tìm: “du lieu”; Cơ quan chủ trì: sở"
    assert describe(EVERYTHING) == ""
