"""What is pasted elsewhere says the same as the sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from r57desk.domain.task import Task
from r57desk.paper.model import Letterhead, Options, Sheet, Stamp
from r57desk.paper.plain_text import format_text
from r57desk.paper.task_sheet import build_task_sheet


def test_a_list_is_a_line_per_task_with_tabs(list_sheet: Callable[..., Sheet], tasks: tuple[Task, ...]) -> None:
    broken = replace(tasks[0], title="dòng một\ndòng hai")
    lines = format_text(list_sheet((broken, *tasks[1:]))).splitlines()
    assert "DANH MỤC NHIỆM VỤ" in lines
    header = "TT\tNhiệm vụ\tCơ quan chủ trì\tSản phẩm\tThời hạn\tTiến độ\tSo với hạn"
    assert lines.count(header) == 1
    rows = [line.split("\t") for line in lines if line.count("\t") == 6 and line != header]
    assert len(rows) == 140
    assert rows[0][1] == "dòng một dòng hai"
    assert rows[1][4] == "Quý III/2025 (30/09/2025)"
    assert "Quá hạn 86 ngày" in [row[6] for row in rows]
    assert any(line.startswith("I. Nâng cao") for line in lines)
    assert lines[-1] == "Bản số liệu 214 · mã đối chiếu 7K2Q"


def test_an_empty_list_says_so(list_sheet: Callable[..., Sheet]) -> None:
    assert "Không có nhiệm vụ nào đúng điều kiện lọc." in format_text(list_sheet(()))


def test_a_task_sheet_keeps_its_ticks(tasks: tuple[Task, ...], letterhead: Letterhead, stamp: Stamp) -> None:
    text = format_text(build_task_sheet(tasks[0], letterhead, stamp, Options()))
    assert "☑ Rõ việc" in text
    assert "☐ Rõ trách nhiệm" in text
    assert "\nNhiệm vụ\t" in text
