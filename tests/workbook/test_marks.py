"""A mark reads back as it was written, and damage is no mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.domain.text import one_line
from r57desk.workbook.marks import OwnMark, format_mark, parse_mark


@given(
    st.text(max_size=40),
    st.text(max_size=60),
    st.dictionaries(st.integers(0, 50), st.sampled_from(["stt", "title", "note"])),
    st.sampled_from(["", "tasks", "receipt"]),
    st.none() | st.integers(0, 40),
)
def test_a_mark_reads_back_as_written(
    export_id: str, office_name: str, columns: dict[int, str], kind: str, delete_column: int | None
) -> None:
    unique = {column: code for code, column in {code: column for column, code in columns.items()}.items()}
    packet = {"kind": kind, "to": "01.SKHCN", "to_name": "Sở", "number": 7} if kind else {}
    mark = OwnMark(
        export_id, "Nhiệm vụ", 4, unique, 1, "01", one_line(office_name), "2026-11-23T10:00:00",
        delete_column=delete_column, **packet,  # type: ignore[arg-type]
    )  # fmt: skip
    assert parse_mark(format_mark(mark)) == mark


def test_a_mark_is_one_line_without_runs_of_blanks() -> None:
    text = format_mark(OwnMark("X", "S", office_name="Sở\nA   và B", kind="tasks", to_name="Uỷ  ban"))
    assert "  " not in text
    assert "\n" not in text


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"export": 1}', "không phải JSON", "[" * 100_000, "null"])
def test_a_damaged_mark_is_none(text: str) -> None:
    assert parse_mark(text) is None
