"""Group rows by their number or their line, and the group a task stands in."""

from __future__ import annotations

import pytest

from r57desk.workbook.groups import Group, Groups, find_group_line, is_group_number


@pytest.mark.parametrize("text", ["I", "IV", "VII.", "A", "Đ", "B.", "II/", "PHẦN II", "Phần I"])
def test_roman_numbers_and_capitals_number_groups(text: str) -> None:
    assert is_group_number(text)


@pytest.mark.parametrize("text", ["1", "a", "IIII", "IVX", "AB", "", "28a", "i"])
def test_other_numbers_do_not(text: str) -> None:
    assert not is_group_number(text)


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("I/ NHIỆM VỤ CÓ THỜI HẠN", Group("I", "NHIỆM VỤ CÓ THỜI HẠN")),
        ("A. Nâng cao nhận thức", Group("A", "Nâng cao nhận thức")),
        ("Đ - Hợp tác quốc tế", Group("Đ", "Hợp tác quốc tế")),
        ("PHẦN II: Thể chế", Group("II", "Thể chế")),
        ("Xây dựng kế hoạch", None),
        ("I", None),
        ("IIX. Không phải số", None),
        ("3. Thể chế", None),
    ],
)
def test_a_line_that_begins_with_a_group_number(line: str, group: Group | None) -> None:
    assert find_group_line(line, allow_digits=False) == group


def test_digits_count_where_they_are_allowed() -> None:
    assert find_group_line("3. Thể chế", allow_digits=True) == Group("3", "Thể chế")
    assert find_group_line("15/7/2025", allow_digits=True) is None


def test_a_task_belongs_to_the_last_group_row() -> None:
    groups = Groups()
    groups.open(Group("I", "Một"))
    assert groups.now == Group("I", "Một")
    assert not groups.is_nested
    groups.open(Group("II", "Hai"))
    assert groups.texts == {"I": "Một", "II": "Hai"}


def test_a_numbered_heading_ends_with_its_tasks() -> None:
    groups = Groups()
    groups.open(Group("I", "Một"))
    groups.open_nested(Group("1", "Đầu mục"))
    assert groups.is_nested
    assert not groups.leave_nested("1.2")
    assert groups.leave_nested("2")
    assert groups.now == Group("I", "Một")
    groups.open_nested(Group("3", "Đầu mục khác"))
    groups.open_nested(Group("4", "Liền sau"))
    assert groups.leave_nested("10")
    assert groups.now == Group("I", "Một")
