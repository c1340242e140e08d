"""The header is found wherever it stands in the first rows, one to three rows tall."""

from __future__ import annotations

import pytest

from r57desk.workbook.grid import Value
from r57desk.workbook.layout import (
    HEADER_WITHIN,
    find_header,
    is_numbering,
    looks_like_indicators,
    looks_like_old_font,
    spread,
)

HEADER: list[Value] = ["TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]
TASK: list[Value] = [1.0, "Xây dựng kế hoạch", "Bộ Nội vụ", "6/2025"]
BLANK: list[Value] = ["", "", "", ""]


def test_the_header_is_below_a_title_block() -> None:
    title: list[Value] = ["DANH MỤC NHIỆM VỤ", "", "", ""]
    head = [title, BLANK, HEADER, TASK]
    found = find_header("task", head, [(0, 0, 0, 3)])
    assert found is not None
    assert (found.top, found.bottom, found.is_strong) == (2, 2, True)
    assert found.stacks[1] == ["Tên nhiệm vụ"]


@pytest.mark.parametrize(("blank", "is_found"), [(HEADER_WITHIN - 1, True), (HEADER_WITHIN, False)])
def test_it_is_looked_for_in_the_first_rows_only(blank: int, is_found: bool) -> None:
    assert (find_header("task", [BLANK] * blank + [HEADER, TASK], []) is not None) == is_found


def test_a_header_of_two_rows_names_its_columns_together() -> None:
    head: list[list[Value]] = [
        ["TT", "Nhiệm vụ", "Cơ quan thực hiện", "", "Tình hình thực hiện", ""],
        ["", "", "Chủ trì", "Phối hợp", "Tiến độ", "Kết quả hiện nay"],
        [1.0, "Một", "Bộ A", "Bộ B", "", ""],
    ]
    merges = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5)]
    for known in (merges, [(0, 2, 0, 3), (0, 4, 0, 5)], []):
        found = find_header("task", head, known)
        assert found is not None
        assert (found.top, found.bottom) == (0, 1)
    found = find_header("task", head, merges)
    assert found is not None
    assert found.stacks[2] == ["Cơ quan thực hiện", "Chủ trì"]


def test_tall_merged_cells_belong_to_the_header() -> None:
    head: list[list[Value]] = [
        ["TT", "Nhiệm vụ", "Mục tiêu", "", "Thời hạn"],
        ["", "", "Định tính", "Định lượng", ""],
        [1.0, "Một", "", "", "2025"],
    ]
    found = find_header("task", head, [(0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4), (0, 2, 0, 3)])
    assert found is not None
    assert (found.top, found.bottom) == (0, 1)


def test_a_list_needs_more_than_a_title() -> None:
    assert find_header("task", [["Ghi chú", "Hạn"]], []) is None
    weak = find_header("task", [["STT", "Nội dung"], ["1", "Không thêm cột"]], [])
    assert weak is not None
    assert not weak.is_strong


def test_headers_the_user_named_count() -> None:
    head: list[list[Value]] = [["Bảng"], ["Việc phải làm", "Ai làm"]]
    assert find_header("task", head, []) is None
    found = find_header("task", head, [], frozenset({"viec phai lam", "ai lam"}))
    assert found is not None
    assert found.top == 1


def test_other_kinds_have_their_own_headers() -> None:
    found = find_header("office", [["code", "level", "name_vi"], ["01", "province", "Hà Nội"]], [])
    assert found is not None
    assert found.is_strong
    assert find_header("office", [["level", "name_vi"]], []) is None


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["(1)", "(2)", "(3)"], True),
        (["1", "2", "3", "4"], True),
        (["A", "B", "1", "2=1+3"], True),
        (["1", "Xây dựng", "2"], False),
        (["(1)", "(2)"], False),
    ],
)
def test_a_numbering_row_only_numbers(texts: list[str], numbers: bool) -> None:
    assert is_numbering(texts) == numbers


def test_merged_cells_are_filled() -> None:
    head: list[list[Value]] = [["a", "", ""], ["", "", "b"]]
    assert spread(head, [(0, 0, 1, 1), (1, 2, 1, 9), (7, 0, 8, 0)]) == [["a", "a", ""], ["a", "a", "b"]]


def test_indicators_and_old_fonts_are_told_from_tasks() -> None:
    assert looks_like_indicators([["TT", "Chỉ tiêu", "Đơn vị", "Kết quả"]])
    assert not looks_like_indicators([["TT", "Nhiệm vụ", "Giao chỉ tiêu cho các xã"]])
    assert looks_like_old_font([["X©y dùng ch\xad¬ng tr×nh, kÕ ho¹ch ph¸t ®éng phong trµo häc tËp c«ng nghÖ" * 2]])
    assert looks_like_old_font(
        [["Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp töï do haïnh phuùc, nhieäm vuï"]]
    )
    assert not looks_like_old_font([["Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc; nhiệm vụ"]])
