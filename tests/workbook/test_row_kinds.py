"""What the texts of a row give away."""

from __future__ import annotations

import pytest

from r57desk.workbook.row_kinds import bears_secret_mark, is_number, is_signature, is_total


@pytest.mark.parametrize("stt", [1.0, 28, "12", "12.", " 3. ", "28a", "11.10", "1)"])
def test_numbers_of_tasks(stt: str | float) -> None:
    assert is_number(stt)


@pytest.mark.parametrize("stt", ["", "I", "a", "-", "1. Nâng cao nhận thức", "Tổng"])
def test_what_is_no_number(stt: str) -> None:
    assert not is_number(stt)


@pytest.mark.parametrize(
    "text", ["Tổng cộng", "TỔNG SỐ:", "Cộng", "Tổng cộng: 141 nhiệm vụ", "Tổng (I+II)", "Tổng số nhiệm vụ"]
)
def test_totals(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize(
    "text", ["Tổng công trình sư", "Tổng hợp báo cáo", "Công an tỉnh", "Cộng đồng doanh nghiệp", "Tổng kết 5 năm"]
)
def test_titles_that_begin_like_totals(text: str) -> None:
    assert not is_total(text)


@pytest.mark.parametrize(
    "text",
    [
        "……………, ngày …… tháng …… năm 2025",
        "Tỉnh A, ngày        tháng 6 năm 2025",
        "NGƯỜI LẬP BIỂU",
        "THỦ TRƯỞNG CƠ QUAN",
        "(Ký, ghi rõ họ tên)",
        "(Ký tên, đóng dấu)",
        "Nơi nhận:",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "GIÁM ĐỐC",
        "Chánh Văn phòng",
    ],
)
def test_signature_blocks(text: str) -> None:
    assert is_signature(text)


@pytest.mark.parametrize(
    "text", ["Xây dựng kế hoạch", "Ký kết thỏa thuận hợp tác với Bộ", "Trước ngày 15 tháng cuối quý", "Người dân"]
)
def test_titles_that_begin_like_signatures(text: str) -> None:
    assert not is_signature(text)


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("TUYỆT MẬT", True),
        ("Công văn MẬT số 5", True),
        ("BÍ MẬT NHÀ NƯỚC", False),
        ("BẢO MẬT", False),
        ("bí mật", False),
    ],
)
def test_marks_of_secrecy(text: str, is_marked: bool) -> None:
    assert bears_secret_mark(text) == is_marked
