"""The PDF that leaves the program: complete, readable, embedded, the same for the same data."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from r57desk.domain.task import Task
from r57desk.errors import DeskError
from r57desk.paper.layout import plan_pages
from r57desk.paper.model import Sheet
from r57desk.paper.pdf import make_pdf, write_pdf
from r57desk.paper.plan import Plan
from r57desk.paper.profile import PARTY

Build = Callable[..., Sheet]
PlanOf = Callable[[Sheet], Plan]
Tasks = tuple[Task, ...]
Squeeze = Callable[[str], str]


def test_every_task_of_140_is_printed_once_and_whole(
    poppler: Any, list_sheet: Build, tasks: Tasks, squeeze: Squeeze
) -> None:
    columns = ("stt", "title", "lead", "coop", "deliverable", "deadline_text", "progress", "timeliness")
    pages = poppler.pages(poppler.pdf(list_sheet(tasks, columns=columns, landscape=True)))
    text = "".join(map(squeeze, pages))
    assert 12 <= len(pages) <= 40
    assert not [task.stt for task in tasks if text.count(squeeze(task.title)) != 1]
    assert not [task.stt for task in tasks if squeeze(task.stt + task.title + task.lead + task.coop) not in text]
    for number, page in enumerate(pages, 1):
        assert squeeze("TTNhiệm vụCơ quan chủ trìCơ quan phối hợpSản phẩmThời hạnTiến độSo với hạn") in squeeze(page)
        assert f"Trang {number}/{len(pages)}" in page


def test_a_real_annex_is_printed_without_losing_a_task(
    poppler: Any, list_sheet: Build, workbooks: Path, squeeze: Squeeze
) -> None:
    read = json.loads((workbooks / "expected" / "nq03-phu-luc-2.json").read_text(encoding="utf-8"))
    groups = {group["key"]: group["title"] for group in read["groups"]}
    tasks = tuple(
        Task(
            str(row["row"]), row["stt"], title=row["title_cell"], group_no=row["group"], category=groups[row["group"]],
            lead=row["lead"], coop=row["coop"], deliverable=row["deliverable"],
        )
        for row in read["tasks"]
    )  # fmt: skip
    columns = ("stt", "title", "lead", "coop", "deliverable", "note")
    text = squeeze("".join(poppler.pages(poppler.pdf(list_sheet(tasks, columns=columns, landscape=True)))))
    split = [task for task in tasks if squeeze(task.title + task.lead) not in text]
    assert len(tasks) == 140
    assert len(split) == text.count("(tiếp)") <= 2
    for task in split:
        assert squeeze(task.title)[:300] in text
        assert squeeze(task.title)[-60:] in text
    assert not [title for title in groups.values() if squeeze(title) not in text]


def test_every_letter_comes_back(
    poppler: Any, list_sheet: Build, tasks: Tasks, title_of: Callable[[int], str], squeeze: Squeeze
) -> None:
    longest = replace(tasks[0], title=title_of(1743), lead="ỄỖẴ ữỵ ặ ₫ “…” – ½ ≥ 50%")
    columns = ("stt", "title", "lead")
    pages = poppler.pages(poppler.pdf(list_sheet((longest, *tasks[1:30]), columns=columns)))
    text = "".join(pages)
    assert unicodedata.is_normalized("NFC", text)
    assert "\ufffd" not in text
    assert squeeze(longest.title) in squeeze(text)
    assert squeeze(longest.lead) in squeeze(text)
    assert "Tính đến ngày 24/09/2025" in text


def test_headings_of_the_two_styles(poppler: Any, list_sheet: Build, tasks: Tasks) -> None:
    (state,) = poppler.pages(poppler.pdf(list_sheet(tasks[:2])))
    (party,) = poppler.pages(poppler.pdf(list_sheet(tasks[:2], profile=PARTY)))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in state
    assert "Độc lập - Tự do - Hạnh phúc" in state
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" not in state
    assert re.search(r"^Số:", state, re.MULTILINE)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in party
    assert "CỘNG HÒA" not in party
    assert re.search(r"^Số\s", party, re.MULTILINE)
    assert "-----" in party


def test_only_bundled_fonts_and_all_embedded(poppler: Any, list_sheet: Build, tasks: Tasks) -> None:
    listing = poppler.run("pdffonts", poppler.pdf(list_sheet(tasks[:20]))).decode().splitlines()[2:]
    assert len(listing) == 4
    for line in listing:
        assert line.startswith("Tinos")
        assert re.search(r"Identity-H +yes", line)


def test_paper_size_title_and_creator(poppler: Any, list_sheet: Build, tasks: Tasks) -> None:
    info = poppler.run("pdfinfo", poppler.pdf(list_sheet(tasks[:2], landscape=True))).decode()
    assert re.search(r"Page size: +842 x 595 pts \(A4\)", info)
    assert re.search(r"Title: +DANH MỤC NHIỆM VỤ", info)
    assert re.search(r"Creator: +r57desk", info)
    assert re.search(r"Author: *\n|^(?!.*Author)", info)


@pytest.mark.parametrize("landscape", [False, True])
def test_nothing_is_drawn_outside_the_margins(poppler: Any, list_sheet: Build, tasks: Tasks, landscape: bool) -> None:
    pdf = poppler.pdf(list_sheet(tasks[:25], landscape=landscape, draft=True))
    per_mm = 60 / 25.4
    for page in (1, 2):
        rows = poppler.pixels(pdf, page)
        width = len(rows[0]) // 3
        left, right = int(30 * per_mm) - 1, width - int(15 * per_mm) + 1
        top, bottom = int(7 * per_mm), len(rows) - int(7 * per_mm)
        assert any(set(row) != {255} for row in rows[top:bottom])
        assert all(set(row[: left * 3]) == {255} for row in rows)
        assert all(set(row[right * 3 :]) == {255} for row in rows)
        assert all(set(row) == {255} for row in rows[:top] + rows[bottom:])


def test_only_black_and_grey_ink(poppler: Any, list_sheet: Build, tasks: Tasks) -> None:
    rows = poppler.pixels(poppler.pdf(list_sheet(tasks[:10])), 1)
    assert all(row[0::3] == row[1::3] == row[2::3] for row in rows)
    assert min(map(min, rows)) < 40


def test_room_for_the_signature_is_blank(poppler: Any, list_sheet: Build, plan_of: PlanOf, tasks: Tasks) -> None:
    sheet = list_sheet(tasks[:3])
    (page,) = plan_of(sheet).pages
    top = next(text.y for text in page.texts if text.text == "Nơi nhận:") / 720 * 60
    rows = poppler.pixels(poppler.pdf(sheet), 1)
    half = len(rows[0]) // 2
    box = rows[int(top) - 8 : int(top) + int(25 / 25.4 * 60)]
    assert any(set(row[:half]) != {255} for row in box)
    assert all(set(row[half:]) == {255} for row in box)


def test_several_task_lists_of_both_orientations(
    poppler: Any, list_sheet: Build, tasks: Tasks, tmp_path: Path
) -> None:
    write_pdf(
        tmp_path / "two.pdf", plan_pages([list_sheet(tasks[:1], landscape=True), list_sheet(tasks[:1])], "Tinos")
    )
    info = poppler.run("pdfinfo", "-l", 2, tmp_path / "two.pdf").decode()
    assert re.search(r"Page +1 size: +842 x 595", info)
    assert re.search(r"Page +2 size: +595 x 842", info)


def test_the_same_register_gives_the_same_bytes(list_sheet: Build, plan_of: PlanOf, tasks: Tasks) -> None:
    made = datetime(2025, 9, 24, 8, 30, 15)
    first, second = (make_pdf(plan_of(list_sheet(tasks[:30])), made) for _ in range(2))
    assert first == second
    assert first.count(b"20250924083015") == 2
    assert first.count(b"2025-09-24T08:30:15") == 3


def test_the_document_id_follows_the_key(list_sheet: Build, plan_of: PlanOf, tasks: Tasks) -> None:
    plan = plan_of(list_sheet(tasks[:1]))
    first, again, other = (
        re.search(rb"DocumentID=\"([^\"]+)\"", make_pdf(one)) for one in (plan, plan, replace(plan, key="other"))
    )
    assert first
    assert again
    assert other
    assert first[1] == again[1] != other[1]


def test_a_file_is_replaced_whole_or_not_at_all(
    list_sheet: Build, plan_of: PlanOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "danh-muc.pdf"
    target.write_bytes(b"old")

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(path)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        with pytest.raises(DeskError, match=r"danh-muc\.pdf"):
            write_pdf(target, plan_of(list_sheet(())))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
    write_pdf(target, plan_of(list_sheet(())))
    assert target.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_said_so(list_sheet: Build, plan_of: PlanOf, tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        write_pdf(tmp_path / "none" / "a.pdf", plan_of(list_sheet(())))
    assert caught.value.code == "pdf_unwritable"
    assert "a.pdf" in caught.value.sentence("en")
