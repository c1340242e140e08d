"""Paper of a real register."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date

import pytest

from r57desk.domain.query import EVERYTHING, parse_query
from r57desk.errors import DeskError
from r57desk.services.printing import PrintOptions

AS_OF = date(2025, 9, 24)
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")


@pytest.fixture
def filled(desk, annex):
    desk.imports.apply(desk.imports.plan(desk.imports.read(annex())))
    return desk


def read(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout


@needs_poppler
def test_the_list_holds_every_task_its_filter_and_its_revision(filled, tmp_path):
    pages = filled.printing.write_pdf(tmp_path / "ds.pdf", "list", parse_query("lead:sở"), AS_OF)
    text = read(tmp_path / "ds.pdf")
    assert text.count("\f") == pages
    assert "Tính đến ngày 24/09/2025" in text
    assert "Cơ quan chủ trì: sở" in text
    assert filled.register.revision().check_code in text
    assert "Rà soát thủ tục" not in text
    assert "86 ngày" in text


@needs_poppler
def test_a_sheet_of_one_task_tells_what_was_done_to_it(filled, tmp_path):
    task = filled.tasks.find()[0]
    filled.tasks.set_fields([task.id], {"progress": "dang_thuc_hien", "percent": "65"})
    filled.printing.write_pdf(tmp_path / "phieu.pdf", "task", parse_query(f"id:{task.id}"), AS_OF)
    text = read(tmp_path / "phieu.pdf")
    assert "Đang thực hiện" in text
    assert "Thành phố Hà Nội" in text or "THÀNH PHỐ HÀ NỘI" in text
    assert "Sở Tư pháp" in text


def test_nothing_found_is_an_empty_list_but_no_empty_sheets(filled, tmp_path):
    nothing = parse_query("khongcogi")
    assert filled.printing.write_pdf(tmp_path / "ds.pdf", "list", nothing, AS_OF) == 1
    with pytest.raises(DeskError) as refused:
        filled.printing.write_pdf(tmp_path / "phieu.pdf", "task", nothing, AS_OF)
    assert refused.value.code == "nothing_to_print"
    assert not (tmp_path / "phieu.pdf").exists()


def test_the_style_is_the_registers_unless_chosen(filled):
    assert filled.printing.task_list(EVERYTHING, AS_OF).options.profile.code == "state"
    filled.set_option("style", "party")
    assert filled.printing.task_list(EVERYTHING, AS_OF).options.profile.code == "party"
    chosen = PrintOptions(style="state", landscape=False)
    assert filled.printing.task_list(EVERYTHING, AS_OF, chosen).options.profile.code == "state"


def test_the_same_register_prints_the_same_bytes(filled, tmp_path, monkeypatch):
    from r57desk.services import clock

    monkeypatch.setattr(clock, "now", lambda: "2025-09-24T10:00:00")
    for name in ("a.pdf", "b.pdf"):
        filled.printing.write_pdf(tmp_path / name, "list", EVERYTHING, AS_OF)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_body_of_a_unit_prints_under_it(tmp_path):
    from r57desk.paper.model import Masthead
    from r57desk.services.desk import Desk

    desk = Desk.create(tmp_path / "so.db", "04.SKHCN", "Sở Khoa học và Công nghệ")
    (head,) = [block for block in desk.printing.task_list(EVERYTHING, AS_OF).blocks if isinstance(block, Masthead)]
    desk.close()
    assert (head.letterhead.superior, head.letterhead.body) == ("TỈNH CAO BẰNG", "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
    assert head.letterhead.place == "Cao Bằng"


@pytest.mark.parametrize(
    ("code", "place"),
    [("01", "Hà Nội"), ("00004.PKT", "Ba Đình"), ("TW.BKHCN", "Hà Nội"), ("79", "Thành phố Hồ Chí Minh")],
)
def test_a_paper_is_dated_where_its_office_sits(tmp_path, code, place):
    from r57desk.services.desk import Desk

    desk = Desk.create(tmp_path / "so.db", code, "Cơ quan thử")
    assert desk.register.find_place() == place
    desk.close()
