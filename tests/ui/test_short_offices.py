"""Long usual parts of office names are shortened, others stay."""

from __future__ import annotations

from r57desk.ui.short_offices import short_office


def test_usual_parts_become_their_abbreviations():
    assert short_office("Sở Khoa học và Công nghệ") == "Sở KH&CN"
    assert short_office("Văn phòng Ủy ban nhân dân tỉnh A") == "Văn phòng UBND tỉnh A"


def test_a_short_name_stays_whole():
    assert short_office("Sở Nội vụ") == "Sở Nội vụ"
