"""The parsing process answers, or dies alone: every end of it is a sentence."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from r57desk.errors import DeskError
from r57desk.workbook.gate import Limits
from r57desk.workbook.process import read_in_child
from r57desk.workbook.request import Request

MakeXlsx = Callable[..., bytes]
TableOf = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def big(tmp_path: Path) -> Path:
    """Large enough to take a moment: 40,000 rows of text."""
    path = tmp_path / "lớn.xlsx"
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("DS")
    sheet.write_row(0, 0, ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"))
    for row in range(1, 40_001):
        sheet.write_row(row, 0, (row, f"Xây dựng kế hoạch số {row} của cơ quan", "Bộ A", "2025"))
    book.close()
    return path


def end_of(path: Path, **keywords: Any) -> str:
    with pytest.raises(DeskError) as caught:
        read_in_child(path, **keywords)
    assert caught.value.sentence("vi")
    return caught.value.code


def test_the_answer_is_what_recognising_says(tmp_path: Path, make_xlsx: MakeXlsx, table: TableOf) -> None:
    path = tmp_path / "một.xlsx"
    path.write_bytes(make_xlsx(table((1, "Một", "Bộ A", "2025", None))))
    said = read_in_child(path, Request("một.xlsx"))
    assert said["rows"] == [(2, "", ("1", "Một", "Bộ A", "2025", "", "", ""), "")]


def test_refusals_come_back_with_their_details(tmp_path: Path) -> None:
    path = tmp_path / "rỗng.xlsx"
    path.write_bytes(b"")
    with pytest.raises(DeskError) as caught:
        read_in_child(path, Request("rỗng.xlsx"))
    assert (caught.value.code, caught.value.details) == ("workbook_empty_file", {"file": "rỗng.xlsx"})


def test_no_patience_is_a_sentence(big: Path) -> None:
    started = time.monotonic()
    assert end_of(big, request=Request(big.name, limits=Limits(seconds=0.05))) == "workbook_too_slow"
    assert time.monotonic() - started < 3


def test_it_stops_when_asked(big: Path) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(time.monotonic())
        return len(asked) > 1

    assert end_of(big, request=Request(big.name), cancelled=cancelled) == "workbook_cancelled"
    assert len(asked) == 2


def test_whatever_the_question_raises_ends_the_process_too(big: Path) -> None:
    def interrupt() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_in_child(big, Request(big.name), interrupt)


def test_a_file_that_takes_too_much_memory_is_refused(big: Path) -> None:
    pytest.importorskip("resource")
    limits = Limits(memory=60 << 20)
    assert end_of(big, request=Request(big.name, limits=limits)) == "workbook_too_costly"


def test_hostile_files_end_in_a_sentence(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    book.add_worksheet("DS").write("XFD1048576", "x")
    book.close()
    path = tmp_path / "góc.xlsx"
    path.write_bytes(buffer.getvalue())
    assert end_of(path, request=Request(path.name)) in (
        "workbook_no_list",
        "workbook_too_costly",
        "workbook_no_values",
    )


@pytest.mark.parametrize(
    "name",
    [
        "poi/Simple.xlsb",
        "poi/poc-xmlbomb.xlsx",
        "poi/54764.xlsx",
        "poi/poc-shared-strings.xlsx",
        "calamine/issue_594_dos.ods",
    ],
)
def test_known_attacks_and_crashes_end_in_a_sentence(fixtures: Path, name: str) -> None:
    path = fixtures / "corpora" / name
    started = time.monotonic()
    assert end_of(path, request=Request(path.name)).startswith("workbook_")
    assert time.monotonic() - started < 30
