"""Which year a citation of a document stands for."""

from __future__ import annotations

import pytest

from r57desk.domain.source_document import NO_DOCUMENTS, DocumentYears, find_numbers

KNOWN = DocumentYears(
    [
        ("71/NQ-CP", "2025-04-01"),
        ("01-KH/BCĐTW", "2025-03-21"),
        ("01-KH/BCĐTW", "2025-06-02"),
        ("5/KH-UBND", "2024-01-10"),
        ("05/KH-UBND", "2026-01-10"),
        ("9/TB", ""),
        ("10/TB", "0001-01-01"),
        ("không số", "2023-01-01"),
    ]
)


@pytest.mark.parametrize(
    ("citation", "year"),
    [
        ("71/NQ-CP", 2025),
        ("Nghị quyết số 71/NQ-CP của Chính phủ", 2025),
        ("nghị quyết 71 / nq - cp", 2025),
        ("01-KH/BCĐTW", 2025),
        ("1-KH/BCĐTW", 2025),
        ("171/NQ-CP", None),
        ("71/NQ-CPX", None),
        ("05/KH-UBND", None),
        ("71/NQ-CP; 05/KH-UBND", None),
        ("71/NQ-CP, 01-KH/BCĐTW", 2025),
        ("9/TB", None),
        ("10/TB", None),
        ("không số", None),
        ("", None),
        ("Kế hoạch 12/KH-UBND ngày 03/02/2025", 2025),
        ("Kế hoạch 12/KH-UBND ngày 3 tháng 2 năm 2025 giai đoạn 2026-2030", 2025),
        ("71/NQ-CP, đến năm 2027", 2025),
        ("Kế hoạch công tác năm 2027", 2027),
        ("Kế hoạch giai đoạn 2026-2030", None),
        ("55/2026/NĐ-CP", 2026),
        ("2025/QĐ-TTg", None),
        ("2025/QĐ-TTg ngày 05/11/2024", 2024),
    ],
)
def test_the_year_of_a_citation(citation: str, year: int | None) -> None:
    assert KNOWN.find_year(citation) == year
    assert KNOWN.find_year(citation) == year, "asked again"


def test_without_documents_only_a_stated_year_is_known() -> None:
    assert NO_DOCUMENTS.find_year("71/NQ-CP") is None
    assert NO_DOCUMENTS.find_year("Kế hoạch năm 2025") == 2025


def test_numbers_are_compared_without_zeros_marks_and_spaces() -> None:
    assert find_numbers("Quyết định số 003/QĐ - TTg, Thông báo 408/TB-VPCP.") == ["3/qd-ttg", "408/tb-vpcp"]
    assert find_numbers("ngày 3 tháng 2, mục 4") == []
