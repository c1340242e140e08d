"""Running the command line in this process: exit code, output, errors."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from r57desk.cli import main


@dataclass
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "so.db"


@pytest.fixture
def run(db: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a verb on the register of this test; today is 24/09/2025."""
    monkeypatch.setenv("R57DESK_TODAY", "2025-09-24")
    monkeypatch.delenv("R57DESK_LANG", raising=False)

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main(["--db", str(db), *map(str, arguments)])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def ready(run: Run, db: Path, empty_register: Path) -> Run:
    """The same, with an empty register of Hà Nội."""
    shutil.copyfile(empty_register, db)
    return run


@pytest.fixture
def annex(tmp_path: Path) -> Path:
    """A small annex with one unreadable percentage."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Phụ lục"
    for row in (
        ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành", "Tiến độ", "Tiến độ (%)"),
        (1, "Ban hành quy chế dữ liệu dùng chung", "Sở Tư pháp", "6/2025", None, None),
        (2, "Phủ sóng các thôn, bản", "Sở Khoa học và Công nghệ", "Quý III/2025", "Đang TH", "rất nhiều"),
        (3, "Tập huấn kỹ năng số", "Các sở, ngành", "Thường xuyên", "Hoàn thành", None),
    ):
        sheet.append(row)
    path = tmp_path / "phu-luc.xlsx"
    book.save(path)
    return path


@pytest.fixture(scope="session")
def _empty_department(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from r57desk.services.desk import Desk

    path = tmp_path_factory.mktemp("department") / "empty.db"
    Desk.create(path, "01.SYT", "Sở Y tế").close()
    return path


@pytest.fixture
def department(ready: Run, tmp_path: Path, _empty_department: Path) -> Run:
    """Runs a verb on the register of a department, which has no task yet."""
    path = tmp_path / "so-y-te.db"
    shutil.copyfile(_empty_department, path)

    def call(*arguments: object) -> Ran:
        return ready("--db", path, *arguments)

    return call


@pytest.fixture
def fill_in() -> Callable[..., Path]:
    """Writes into cells of a workbook of ours, found by title and header; the copy is saved beside it."""

    def fill(path: Path, name: str, cells: dict[tuple[str, str], object], sheet: int = 0) -> Path:
        book = openpyxl.load_workbook(path)
        page = book.worksheets[sheet]
        lines = [[str(cell.value or "") for cell in line] for line in page.iter_rows()]
        for (title, header), value in cells.items():
            (row,) = [at for at, line in enumerate(lines, 1) if title in line]
            column = next(line.index(header) for line in lines if header in line) + 1
            page.cell(row, column).value = value
        book.save(path.with_name(name))
        return path.with_name(name)

    return fill
