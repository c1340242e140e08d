"""Names proposed for files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDesktopServices

from r57desk.ui.file_names import open_folder, proposed_folder, suggest_name

DAY = date(2025, 9, 24)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("DANH MỤC NHIỆM VỤ", "danh-muc-nhiem-vu-2025-09-24.pdf"),
        ("Đề án: 06/QĐ-TTg?", "de-an-06-qd-ttg-2025-09-24.pdf"),
        ("", "r57desk-2025-09-24.pdf"),
        ("???", "r57desk-2025-09-24.pdf"),
    ],
)
def test_names_hold_only_what_every_file_system_takes(title, name):
    assert suggest_name(title, DAY, "pdf") == name


def test_a_long_title_is_cut():
    assert len(suggest_name("nhiệm vụ " * 40, DAY, "xlsx")) < 80


def test_the_folder_of_the_file_is_opened(monkeypatch, qapp):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    open_folder(Path("/tmp/sổ/a.pdf"))
    assert opened[0].toLocalFile() == "/tmp/sổ"


def test_a_file_is_proposed_in_a_folder_that_is_there(monkeypatch, tmp_path):
    there = {QStandardPaths.StandardLocation.DocumentsLocation: tmp_path / "Documents"}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(there.get(place, tmp_path)))
    assert proposed_folder() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert proposed_folder() == tmp_path / "Documents"
