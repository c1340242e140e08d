"""A file appears whole or not at all, and every fault of the disk is a sentence."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from r57desk.errors import DeskError
from r57desk.workbook.atomic import new_workbook_file


def compose(text: str = "mới") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.xml", text)
    return content.getvalue()


def write(path: Path, text: str = "mới") -> None:
    with new_workbook_file(path) as draft:
        draft.write(lambda: compose(text))


def write_and_stop(path: Path) -> None:
    with new_workbook_file(path) as draft:
        draft.write(compose)
        raise KeyError


def code_of(path: Path) -> str:
    with pytest.raises(DeskError) as caught:
        write(path)
    assert path.name in caught.value.sentence("vi")
    return caught.value.code


def test_the_file_takes_its_place_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "gửi.xlsx"
    write(path, "cũ")
    write(path)
    assert zipfile.ZipFile(path).read("a.xml").decode() == "mới"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "gửi.xlsx"
    write(path, "cũ")
    with pytest.raises(KeyError):
        write_and_stop(path)
    assert zipfile.ZipFile(path).read("a.xml").decode() == "cũ"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_read_back_never_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "gửi.xlsx"
    with pytest.raises(DeskError) as caught, new_workbook_file(path) as draft:
        draft.write(lambda: b"PK\x03\x04 not a workbook")
    assert caught.value.code == "workbook_unwritable"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert code_of(tmp_path / "không có" / "gửi.xlsx") == "workbook_folder_missing"


def test_a_place_that_may_not_be_taken_is_in_use(tmp_path: Path) -> None:
    folder = tmp_path / "gửi.xlsx"
    folder.mkdir()
    assert code_of(folder) == "workbook_in_use"
    assert list(tmp_path.iterdir()) == [folder]


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    program = f"""
import resource, signal
from pathlib import Path
from r57desk.errors import DeskError
from r57desk.workbook.atomic import new_workbook_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    with new_workbook_file(Path({str(tmp_path / "gửi.xlsx")!r})) as draft:
        draft.write(lambda: b"x" * 10_000)
except DeskError as error:
    print(error.code)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.stdout.strip() == "workbook_disk_full"
    assert list(tmp_path.iterdir()) == []
