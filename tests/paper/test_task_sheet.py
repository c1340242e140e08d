"""One task on its own pages: everything known, what is missing, what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.task import Task
from r57desk.paper.layout import plan_pages
from r57desk.paper.model import Checklist, Letterhead, Options, Paragraph, Sheet, Stamp, Table
from r57desk.paper.pdf import write_pdf
from r57desk.paper.plan import Plan
from r57desk.paper.profile import PARTY
from r57desk.paper.task_sheet import HistoryLine, build_task_sheet

FULL = Task(
    "A",
    stt="28a",
    code="NV-28",
    title="Xây dựng kho dữ liệu dùng chung, ban hành quy chế khai thác",
    source_doc="12/KH-UBND",
    lead="Sở Khoa học và Công nghệ",
    coop="Công an tỉnh",
    leader="Phó Giám đốc phụ trách",
    officer="Phòng Chuyển đổi số",
    deliverable="Quy chế",
    authority="UBND tỉnh",
    deadline_text="6/2025",
    deadline=parse_deadline("6/2025"),
    progress="dang_thuc_hien",
    percent=Decimal(60),
    result_now="Đã lấy ý kiến lần hai",
    obstacles="Thiếu hướng dẫn",
    proposals="Sớm ban hành hướng dẫn",
    evidence="45/BC-SKHCN",
    note="Họp tuần sau",
)
HISTORY = (
    HistoryLine("24/09/2025 09:12", "Văn phòng UBND tỉnh", "Tiến độ", "Chưa thực hiện", "Đang thực hiện"),
    HistoryLine("20/09/2025 16:20", "Sở Khoa học và Công nghệ", "Minh chứng", "", "45/BC-SKHCN"),
)


@pytest.fixture
def sheet(letterhead: Letterhead, stamp: Stamp) -> Callable[..., Sheet]:
    def build(task: Task = FULL, history: tuple[HistoryLine, ...] = (), **choices: Any) -> Sheet:
        return build_task_sheet(task, letterhead, stamp, Options(**choices), history)

    return build


def facts(sheet: Sheet) -> dict[str, str]:
    """Labels and values of the form."""
    forms = [block for block in sheet.blocks if isinstance(block, Table) and not block.header]
    cells = [row.cells for form in forms for row in form.rows]  # type: ignore[union-attr]
    return {line[i]: line[i + 1] for line in cells for i in range(0, len(line), 2)}


def test_everything_known_is_printed(sheet: Callable[..., Sheet]) -> None:
    assert facts(sheet()) == {
        "Nhiệm vụ": FULL.title,
        "Văn bản giao việc": "12/KH-UBND",
        "Mã nhiệm vụ": "NV-28",
        "Cơ quan chủ trì": "Sở Khoa học và Công nghệ",
        "Cơ quan phối hợp": "Công an tỉnh",
        "Lãnh đạo phụ trách": "Phó Giám đốc phụ trách",
        "Chuyên viên": "Phòng Chuyển đổi số",
        "Sản phẩm": "Quy chế",
        "Thẩm quyền": "UBND tỉnh",
        "Thời hạn (nguyên văn)": "6/2025",
        "Thời hạn quy đổi": "Tháng 6/2025, hạn cuối 30/06/2025",
        "Tiến độ": "Đang thực hiện, 60%",
        "So với hạn": "Quá hạn 86\u00a0ngày",
        "Kết quả thực hiện": "Đã lấy ý kiến lần hai",
        "Minh chứng": "45/BC-SKHCN",
        "Khó khăn, vướng mắc": "Thiếu hướng dẫn",
        "Đề xuất, kiến nghị": "Sớm ban hành hướng dẫn",
        "Ghi chú": "Họp tuần sau",
    }


def test_the_heading_says_which_task_as_of_when(sheet: Callable[..., Sheet]) -> None:
    lines = [block.text for block in sheet().blocks if isinstance(block, Paragraph)]
    assert lines[:3] == ["PHIẾU TỔNG HỢP NHIỆM VỤ", "Nhiệm vụ số 28a (12/KH-UBND)", "(Tính đến ngày 24/09/2025)"]
    bare = [block.text for block in sheet(Task("A", title="Việc")).blocks if isinstance(block, Paragraph)]
    assert bare[1] == "(Tính đến ngày 24/09/2025)"
    assert sheet().title == "PHIẾU TỔNG HỢP NHIỆM VỤ NV-28"


def test_what_is_missing_is_ticked_off_and_named(sheet: Callable[..., Sheet]) -> None:
    lacking = sheet(replace(FULL, leader="", authority=""))
    (checks,) = [block for block in lacking.blocks if isinstance(block, Checklist)]
    assert [word for word, ticked in checks.items if not ticked] == ["Rõ trách nhiệm", "Rõ thẩm quyền"]
    assert len(checks.items) == 6
    lines = [block.text for block in lacking.blocks if isinstance(block, Paragraph)]
    assert "Còn thiếu: rõ trách nhiệm, rõ thẩm quyền." in lines
    assert "Đủ 6 rõ." in [block.text for block in sheet().blocks if isinstance(block, Paragraph)]


def test_history_is_printed_as_given_or_not_at_all(sheet: Callable[..., Sheet]) -> None:
    tables = [block for block in sheet(history=HISTORY).blocks if isinstance(block, Table) and block.header]
    assert [row.cells[2] for row in tables[0].rows] == ["Tiến độ", "Minh chứng"]  # type: ignore[union-attr]
    assert not [block for block in sheet().blocks if isinstance(block, Table) and block.header]


def test_a_finished_task_shows_its_day(sheet: Callable[..., Sheet]) -> None:
    done = replace(FULL, progress="hoan_thanh", done_date=date(2025, 7, 18))
    assert facts(sheet(done))["Tiến độ"] == "Hoàn thành, 18/07/2025"
    assert facts(sheet(done))["So với hạn"] == "Chậm 18\u00a0ngày"


def test_an_ordinary_task_is_one_page(sheet: Callable[..., Sheet], plan_of: Callable[[Sheet], Plan]) -> None:
    assert len(plan_of(sheet()).pages) == 1
    assert len(plan_of(sheet(profile=PARTY)).pages) == 1


def test_a_very_long_title_goes_on_under_its_label(
    sheet: Callable[..., Sheet], plan_of: Callable[[Sheet], Plan], title_of: Callable[[int], str]
) -> None:
    pages = plan_of(sheet(replace(FULL, title=title_of(12_000)))).pages
    assert len(pages) >= 3
    assert pages[1].lines()[:2] == ["Nhiệm vụ", "(tiếp)"]


def test_english_labels_under_the_vietnamese_heading(
    sheet: Callable[..., Sheet], plan_of: Callable[[Sheet], Plan]
) -> None:
    lines = plan_of(sheet(language="en", history=HISTORY)).pages[0].lines()
    assert {"TASK SUMMARY SHEET", "Lead body", "Responsible leader", "In progress, 60%"} <= set(lines)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines


def test_several_tasks_in_one_pdf(
    poppler: Any, sheet: Callable[..., Sheet], tmp_path: Any, squeeze: Callable[[str], str]
) -> None:
    several = [sheet(replace(FULL, stt=str(number), id=str(number)), HISTORY) for number in (1, 2, 3)]
    write_pdf(tmp_path / "three.pdf", plan_pages(several, "Tinos"))
    pages = poppler.pages(tmp_path / "three.pdf")
    starts = [page for page in pages if "PHIẾU TỔNG HỢP NHIỆM VỤ" in page]
    assert [f"Nhiệm vụ số {number} (12/KH-UBND)" in page for number, page in enumerate(starts, 1)] == [True] * 3
    assert all("Trang 1/" in page for page in starts)
    assert squeeze("".join(pages)).count(squeeze(FULL.title)) == 3
