"""What is said of values, owners, sources and outcomes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from r57desk.ui.review_words import (
    asked_lines,
    asked_short,
    asked_title,
    decision_words,
    field_words,
    keep_words,
    outcome_words,
    owner_name,
    shown_words,
    side_lines,
    task_number,
)


@pytest.fixture
def one(desk, differing, session):
    return desk.deciding.differences()[0]


def test_values_are_shown_as_everywhere(session):
    assert shown_words("progress", "hoan_thanh", "vi") == "Hoàn thành"
    assert shown_words("result_now", None, "vi") == "(trống)"
    assert (shown_words("#exists", "0", "vi"), shown_words("#exists", "1", "vi")) == ("Xoá", "Giữ")
    assert field_words("#exists", "vi") == "Giữ hay xoá nhiệm vụ"
    assert (task_number("57"), task_number("")) == ("Nhiệm vụ 57", "Nhiệm vụ")


def test_sides_are_named_by_their_owner(one):
    ours, theirs = sorted(one.sides, key=lambda side: not side.ours)
    assert (owner_name(ours), keep_words(ours)) == ("Cơ quan mình", "Giữ của cơ quan mình")
    assert (owner_name(theirs), keep_words(theirs)) == ("Sở Khoa học và Công nghệ", "Nhận của Sở KH&CN")
    assert decision_words(replace(one, sides=(replace(theirs, shown=True),))) == "Đã nhận của Sở KH&CN"
    assert decision_words(replace(one, sides=())) == "Đã ghi giá trị khác"


def test_the_source_is_cell_file_and_time(one):
    side = replace(one.sides[0], source="tra-ve.xlsx · Phụ lục II!G12", ours=False, at="2025-09-23T16:20:00")
    assert side_lines(side) == ["Ô Phụ lục II!G12, tệp tra-ve.xlsx", "Nhận lúc 16:20 ngày 23/09/2025"]
    typed = replace(side, source="", author="Chuyên viên", office_name="Sở Y tế")
    assert side_lines(typed) == ["Chuyên viên, Sở Y tế", "Sửa lúc 16:20 ngày 23/09/2025"]


def test_requests_say_what_they_ask(desk, differing, session):
    asked = desk.deciding.requests()[0]
    assert (asked_title(asked, "vi"), asked_short(asked, "vi")) == ("Đề nghị gia hạn", "Gia hạn đến tháng 9/2026")
    assert asked_lines(asked)[0].startswith("Sở Khoa học và Công nghệ")
    other = replace(asked, field="title", value="Tên mới")
    assert (asked_title(other, "vi"), asked_short(other, "vi")) == ("Đề nghị sửa Nhiệm vụ", "Nhiệm vụ: Tên mới")
    deletion = replace(asked, field="#exists", value="0")
    assert (asked_title(deletion, "vi"), asked_short(deletion, "vi")) == ("Đề nghị xoá", "Xoá nhiệm vụ")
    assert [outcome_words(replace(asked, outcome=state))[0] for state in ("waiting", "accepted", "refused")] == [
        "Chờ trả lời", "Đã chấp thuận", "Không chấp thuận",
    ]  # fmt: skip
