"""A composed workbook bears its code wherever a program keeps one, and says in words what its hidden sheet is."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pytest

from r57desk.workbook.atomic import new_workbook_file
from r57desk.workbook.chunks import LONGEST, parse_lines
from r57desk.workbook.composing import describe, footer, is_written_as, write_carriers, write_workbook
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.marks import SHEET, OwnMark, parse_mark
from r57desk.workbook.packing import unpack

OPTIONS = ExportOptions("X&1", "01", "Sở A", "2026-11-23T10:00:00")


def test_carriers_are_hidden_and_hold_everything(tmp_path: Path) -> None:
    path, mark = tmp_path / "x.xlsx", OwnMark("X1", "Một", 4, {0: "stt"}, 1)
    text = "".join(chr(0x4E00 + at % 20_000) for at in range(90_000))
    write_workbook(path, lambda book, looks: (book.add_worksheet("Một"), write_carriers(book, looks, mark, text))[0])
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    assert sheet.sheet_state == "hidden"
    lines = [str(row[0].value) for row in sheet]
    assert "Không sửa, không xoá" in lines[0]
    assert len(lines) > 4
    assert all(len(line) <= LONGEST for line in lines)
    said = parse_lines(lines)
    assert parse_mark(said["mark"] or "") == mark
    assert unpack(said["packet"] or "") == text
    assert book.defined_names["r57_packet"].attr_text == '"X1"'
    with zipfile.ZipFile(path) as archive:
        assert b">X1<" in archive.read("docProps/custom.xml")


def test_a_draft_is_written_and_left_to_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with new_workbook_file(path) as draft:
        write_workbook(draft, lambda book, _: book.add_worksheet("Một"))
        assert not path.exists()
        assert openpyxl.load_workbook(draft.path.open("rb")).sheetnames == ["Một"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_workbook_is_known_by_its_code(tmp_path: Path) -> None:
    path, mark = tmp_path / "x.xlsx", OwnMark("0123456789ABCDEFGH", "Một", 4, {0: "stt"}, 1)
    assert not is_written_as(path, mark.export_id)
    write_workbook(path, lambda book, looks: (book.add_worksheet("Một"), write_carriers(book, looks, mark))[0])
    assert is_written_as(path, mark.export_id)
    assert not is_written_as(path, "ZZZZZZZZZZZZZZZZZZ")
    path.write_bytes(path.read_bytes()[:-30])
    assert not is_written_as(path, mark.export_id), "it is cut short"
    write_workbook(path, lambda book, _: book.add_worksheet("Một"))
    assert not is_written_as(path, ""), "it has no code"


def test_a_full_disk_on_the_way_is_a_sentence(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    program = f"""
import resource, signal
from pathlib import Path
from r57desk.errors import DeskError
from r57desk.workbook.composing import write_workbook
def fill(book, looks):
    book.add_worksheet("Một").write_string(0, 0, "x" * 10_000)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_workbook(Path({str(tmp_path / "gửi.xlsx")!r}), fill)
except DeskError as error:
    print(error.code)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONUTF8": "1", "TMPDIR": str(tmp_path)},
    )
    assert (done.stdout.strip(), done.stderr) == ("workbook_disk_full", "")
    assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_on_the_way_is_removed_a_day_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, young = tmp_path / "r57desk-workbook-old", tmp_path / "r57desk-workbook-young"
    for folder in (old, young):
        folder.mkdir()
        (folder / "a.xml").touch()
    os.utime(old, (0, 0))
    path = tmp_path / "x.xlsx"
    write_workbook(path, lambda book, _: book.add_worksheet("Một"))
    assert set(tmp_path.iterdir()) == {path, young}


def test_properties_say_whose_and_when(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    write_workbook(path, lambda book, _: (book.add_worksheet("Một"), describe(book, "DANH MỤC", OPTIONS))[0])
    properties = openpyxl.load_workbook(path).properties
    assert (properties.title, properties.creator) == ("DANH MỤC", "Sở A")
    assert properties.created is not None
    assert properties.created.isoformat().startswith("2026-11-23T10:00:00")


def test_the_footer_names_the_code_if_there_is_one() -> None:
    assert "Gói r57desk X&&1&C" in footer(OPTIONS)
    assert footer(ExportOptions("")).startswith("&C")
