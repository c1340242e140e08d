"""The gate tells a workbook by its content, and has a sentence for everything else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from r57desk.errors import DeskError
from r57desk.workbook.gate import Limits, read_file, sniff


def refusal(code: str) -> pytest.RaisesExc[DeskError]:
    return pytest.RaisesExc(DeskError, check=lambda error: error.code == code)


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    with refusal("file_is_folder"):
        read_file(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        read_file(tmp_path / "không có.xlsx")
    assert caught.value.code == "file_missing"
    assert "không có.xlsx" in caught.value.sentence("vi")


def test_a_lock_file_of_office_is_not_the_workbook(tmp_path: Path) -> None:
    lock = tmp_path / "~$phụ lục.xlsx"
    lock.write_bytes(b"\x05user" + b" " * 160)
    with refusal("workbook_lock_file"):
        read_file(lock)


def test_a_pipe_is_not_read_for_ever(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    pipe = tmp_path / "ống.xlsx"
    os.mkfifo(pipe)
    with refusal("file_unreadable"):
        read_file(pipe)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is unreadable for this user")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "khoá.xlsx"
    path.write_bytes(b"PK")
    path.chmod(0)
    with refusal("file_unreadable"):
        read_file(path)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "to.xlsx"
    path.write_bytes(b"x" * 2001)
    with refusal("workbook_file_too_big"):
        read_file(path, Limits(file_size=2000))
    assert read_file(path, Limits(file_size=2001)) == b"x" * 2001


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04...", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "ole"),
        ("TT,Nhiệm vụ\n1,Một".encode(), "csv"),
        ("TT\tNhiệm vụ\n".encode("utf-16"), "csv"),
    ],
)
def test_content_decides(data: bytes, kind: str) -> None:
    assert sniff(data, "mọi tên.pdf") == kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "workbook_empty_file"),
        (b"\0" * 512, "workbook_empty_file"),
        (b" \r\n\t", "workbook_empty_file"),
        (b"%PDF-1.7 ...", "workbook_not_one"),
        (b"\x89PNG\r\n\x1a\n", "workbook_not_one"),
        (b"abc\0def", "workbook_not_one"),
        (b"<html><table><tr><td>TT</td></tr></table>", "workbook_is_web_page"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>", "workbook_is_web_page"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "workbook_is_xml_2003",
        ),
    ],
)
def test_everything_else_has_its_own_sentence(data: bytes, code: str) -> None:
    with refusal(code):
        sniff(data, "bảng.xlsx")
