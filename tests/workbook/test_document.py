"""The document a title block names, told from the letters around it."""

from __future__ import annotations

from datetime import date

import pytest

from r57desk.workbook.document import Document, find_document

NQ03 = Document("03/NQ-CP", date(2025, 1, 9), "Nghị quyết", 2025)


@pytest.mark.parametrize(
    ("block", "document"),
    [
        (
            [
                "DANH MỤC … THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22 THÁNG 12 NĂM 2024 CỦA BỘ CHÍNH TRỊ",
                "(Kèm theo Chương trình hành động tại Nghị quyết số 03/NQ-CP ngày 09 tháng 01 năm 2025 của Chính phủ)",
            ],
            NQ03,
        ),
        (["(Kèm theo Nghị quyết số 03/NQ-CP ngày 09/01/2025 của Chính phủ)"], NQ03),
        (["Ban hành kèm theo Nghị quyết số 03/NQ-CP, ngày 9-1-2025"], NQ03),
        (
            [
                "NHIỆM VỤ TẠI NGHỊ QUYẾT SỐ 03/NQ-CP NGÀY 09/01/2025",
                "(Kèm theo Công văn số      ngày     tháng     năm 2025)",
            ],
            NQ03,
        ),
        (
            ["BÁO CÁO THEO NGHỊ QUYẾT SỐ 03/NQ-CP", "(Kèm theo Báo cáo số 12/BC-SKHCN ngày 20/6/2025 của Sở)"],
            Document("03/NQ-CP", None, "Nghị quyết", 2025),
        ),
        (["THEO DÕI NGHỊ QUYẾT 57-NQ/TW", "Năm: 2025"], Document("57-NQ/TW", None, "Nghị quyết", 2025)),
        (
            ["(Kèm theo Kế hoạch số 01-KH/BCĐTW ngày 02/6/2025)"],
            Document("01-KH/BCĐTW", date(2025, 6, 2), "Kế hoạch", 2025),
        ),
        (["Quyết định số 19/2025/QĐ-TTg"], Document("19/2025/QĐ-TTg", None, "Quyết định", 2025)),
        (["DANH MỤC NHIỆM VỤ", "Điện thoại: 024-ABC"], Document()),
        (["Từ ngày: 01/01/2025", "Đến ngày: 31/12/2026"], Document()),
        ([], Document()),
    ],
)
def test_the_assigning_document_is_found(block: list[str], document: Document) -> None:
    assert find_document(block) == document


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert find_document(["Nghị quyết số 03/NQ-CP ngày 31/02/2025"]).date is None


def test_decomposed_text_reads_the_same() -> None:
    import unicodedata

    text = "(Kèm theo Nghị quyết số 03/NQ-CP ngày 09 tháng 01 năm 2025)"
    assert find_document([unicodedata.normalize("NFD", text)]) == NQ03
