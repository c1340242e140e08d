"""Whole loops through the public doors: the program runs as a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Program = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Runs `r57desk` as a user would; `prefix` is put before the command."""
    environment = os.environ | {"R57DESK_DATA": str(tmp_path / "data"), "R57DESK_TODAY": "2025-09-24"}

    def run(*arguments: object, prefix: tuple[str, ...] = (), **settings: Any) -> subprocess.CompletedProcess[str]:
        command = [*prefix, sys.executable, "-m", "r57desk", *map(str, arguments)]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, **settings
        )

    return run


@pytest.fixture
def db(tmp_path: Path, empty_register: Path) -> Path:
    """A register of Hà Nội in a folder of its own."""
    path = tmp_path / "so" / "so.db"
    path.parent.mkdir()
    shutil.copyfile(empty_register, path)
    return path


@pytest.fixture(scope="session")
def big_annex(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2,000 tasks in four groups: large enough that an import takes a while."""
    return write_annex(tmp_path_factory.mktemp("annex") / "lon.xlsx", 2000)


def write_annex(path: Path, count: int, mark: str = "") -> Path:
    """An annex of `count` tasks; `mark` makes every result differ."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Phụ lục")
    sheet.append(("(Kèm theo Kế hoạch số 12/KH-UBND ngày 03/02/2025)",))
    sheet.append(("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành", "Kết quả thực hiện"))
    for number in range(1, count + 1):
        if number % (count // 4) == 1:
            sheet.append((["I", "II", "III", "IV"][number * 4 // count % 4], f"Nhóm nhiệm vụ thứ {number}"))
        title = f"Xây dựng, hoàn thiện cơ sở dữ liệu dùng chung số {number} phục vụ chỉ đạo, điều hành"
        sheet.append(
            (number, title, f"Sở số {number % 17}", f"Tháng {number % 12 + 1}/2025", mark and f"{mark} {number}")
        )
    book.save(path)
    return path
