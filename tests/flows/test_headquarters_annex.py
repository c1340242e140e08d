"""The annex of headquarters, as a ministry typed it, through the whole main job; judged by a careful person's reading."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.libreoffice import convert

NAME = "nq03-phu-luc-2"
_SPACES = re.compile(r"\s+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff"))


def plain(text: str | None) -> str:
    """As the oracle compares: NFC, no invisible characters, every run of white space one space."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text or "").translate(_INVISIBLE)).strip()


@pytest.fixture(scope="module")
def oracle(workbooks: Path) -> dict[str, Any]:
    return json.loads((workbooks / "expected" / f"{NAME}.json").read_text(encoding="utf-8"))


def read_tasks(program, db) -> list[dict[str, Any]]:
    done = program("--db", db, "tasks", "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def imported(program, db, workbooks):
    done = program("--db", db, "import", workbooks / f"{NAME}.xlsx", "--json")
    assert done.returncode == 0, done.stderr
    (result,) = json.loads(done.stdout)
    assert (result["rows"], result["added"], result["quarantined"]) == (140, 140, [])
    return db


def test_every_task_reads_as_a_careful_person_reads_it(program, imported, oracle):
    groups = {group["key"]: plain(group["title"]) for group in oracle["groups"]}
    found = read_tasks(program, imported)
    assert [task["stt"] for task in found] == [task["stt"] for task in oracle["tasks"]]
    for task, expected in zip(found, oracle["tasks"], strict=True):
        for field in ("title", "lead", "coop", "deliverable"):
            assert plain(task[field]) == plain(expected[field]), (expected["stt"], field)
        assert (task["group_no"], plain(task["category"])) == (expected["group"], groups[expected["group"]])
        deadline, wanted = task["deadline"], expected["deadline"]
        assert (deadline["precision"], deadline["due"]) == (wanted["precision"], wanted["due"]), expected["stt"]


@pytest.mark.parametrize("ending", ["-libreoffice.xlsx", ".ods", ".xls"])
def test_the_same_annex_in_other_clothes_changes_nothing(program, imported, workbooks, ending):
    done = program("--db", imported, "import", workbooks / f"{NAME}{ending}", "--json")
    assert done.returncode == 0, done.stderr
    (result,) = json.loads(done.stdout)
    assert (result["added"], result["changed"], result["unchanged"], result["conflicts"]) == (0, 0, 140, 0)


def test_the_indicators_annex_is_said_to_be_no_task_list(program, imported, workbooks):
    done = program("--db", imported, "import", workbooks / "nq03-phu-luc-1.xlsx")
    assert done.returncode == 2
    assert "chỉ tiêu" in done.stderr
    assert len(read_tasks(program, imported)) == 140


@pytest.mark.parametrize("resaved", [False, True])
def test_our_reply_comes_back_untouched_as_no_change(program, imported, tmp_path, resaved):
    reply = tmp_path / "tra-loi.xlsx"
    assert program("--db", imported, "export", reply).returncode == 0
    if resaved:
        reply = convert(reply, "xlsx")
    done = program("--db", imported, "import", reply, "--json")
    (result,) = json.loads(done.stdout)
    assert (result["rows"], result["unchanged"], result["import_id"]) == (140, 140, None)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_the_printed_list_loses_no_row_and_no_letter(program, imported, oracle, tmp_path):
    pdf = tmp_path / "danh-muc.pdf"
    assert program("--db", imported, "print", pdf).returncode == 0
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    assert "\ufffd" not in text
    assert unicodedata.is_normalized("NFC", text)
    pages = text.split("\f")[:-1]
    assert len(pages) > 10
    letters = re.sub(r"\s", "", text)
    for task in oracle["tasks"]:
        assert re.sub(r"\s", "", plain(task["title"]))[:60] in letters, task["stt"]
    long = [task for task in oracle["tasks"] if len(task["title"]) > 1500]
    assert long
    for page, content in enumerate(pages, 1):
        assert "Cơ quan chủ trì" in " ".join(content.split()), f"page {page} has no header"
        assert f"Trang {page}/{len(pages)}" in content
    fonts = subprocess.run(["pdffonts", pdf], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    assert fonts
    for line in fonts:
        assert line.split()[-5:-4] == ["yes"] or " yes " in line, line
