"""A list typed twenty years ago comes in as Unicode, says so, and can be left as it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import xlsxwriter

ROWS = (
    ("TT", "Tªn nhiÖm vô", "C¬ quan chñ tr×", "Thêi h¹n"),
    ("1", "Ban hµnh quy chÕ d÷ liÖu më", "Së Khoa häc vµ C«ng nghÖ", "Th¸ng 9/2025"),
    ("2", "§­a l\u00adîng d÷ liÖu lªn cæng", "Së Néi vô", "Th\u00adêng xuyªn"),
    ("3", "Tổ chức tập huấn", "Sở Nội vụ", "Quý IV/2025"),
)


@pytest.fixture
def old_list(tmp_path: Path) -> Path:
    path = tmp_path / "danh-muc-cu.xlsx"
    book = xlsxwriter.Workbook(str(path))
    face, sheet = book.add_format({"font_name": ".VnTime"}), book.add_worksheet("Danh mục")
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, face)
    book.close()
    return path


def test_it_is_read_as_unicode_and_said_so(program, db, old_list):
    done = program("--db", db, "import", old_list)
    assert done.returncode == 0, done.stderr
    assert "Phông cũ .VnTime: đã chuyển 9 ô sang Unicode, như " in done.stdout
    tasks = json.loads(program("--db", db, "tasks", "--json").stdout)
    assert [(task["title"], task["lead"], task["deadline"]["precision"]) for task in tasks] == [
        ("Ban hành quy chế dữ liệu mở", "Sở Khoa học và Công nghệ", "month"),
        ("Đưa lượng dữ liệu lên cổng", "Sở Nội vụ", "standing"),
        ("Tổ chức tập huấn", "Sở Nội vụ", "quarter"),
    ]


def test_it_can_be_left_as_it_stands(program, db, old_list):
    done = program("--db", db, "import", old_list, "--as-is", "--json")
    assert done.returncode == 0, done.stderr
    (said,) = json.loads(done.stdout)
    assert (said["decoded"], said["added"], said["legacy"][0]["encoding"]) == (False, 3, "tcvn3")
    (task, *_) = json.loads(program("--db", db, "tasks", "--json").stdout)
    assert task["title"] == "Ban hµnh quy chÕ d÷ liÖu më"
