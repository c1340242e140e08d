"""From values to columns."""

from __future__ import annotations

from datetime import date

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.fields import KINDS
from r57desk.domain.query_match import SEARCHED
from r57desk.domain.source_document import NO_DOCUMENTS, DocumentYears
from r57desk.store.database import Database
from r57desk.store.records import COLUMNS, DERIVED_COLUMNS, deadline_of, derive, fold_line, fold_searched


def columns(documents: DocumentYears = NO_DOCUMENTS, **values: str) -> dict[str, str]:
    fields, derived = derive("task", values, documents)
    names = COLUMNS["task"][2 : 2 + len(fields) + len(derived)]
    return dict(zip(names, (*fields, *derived), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_the_tables_have_these_columns_in_this_order(db: Database, kind: str) -> None:
    assert tuple(name for (name,) in db.query(f"SELECT name FROM pragma_table_info('{kind}')")) == COLUMNS[kind]


def test_the_folded_texts_have_a_column_for_every_searched_field(db: Database) -> None:
    names = {name for (name,) in db.query("SELECT name FROM pragma_table_info('task_folded')")}
    assert names - {"n"} == set(SEARCHED)


def test_blanks_are_empty_texts_and_progress_has_its_first_value() -> None:
    row = columns(title="Nhiệm vụ")
    assert row["title"] == "Nhiệm vụ"
    assert row["progress"] == "chua_thuc_hien"
    assert (row["lead"], row["percent"], row["done_date"], row["due"]) == ("", "", "", "")
    assert row["precision"] == "none"


@pytest.mark.parametrize(
    ("code", "value", "kept"),
    [
        ("progress", "hoan_thanh", "hoan_thanh"),
        ("progress", "xong", "chua_thuc_hien"),
        ("percent", "65.5", "65.5"),
        ("percent", "nhiều", ""),
        ("percent", "6e9", ""),
        ("done_date", "2025-07-15", "2025-07-15"),
        ("done_date", "2025-02-30", ""),
        ("done_date", "20250715", ""),
        ("done_date", "15/7/2025", ""),
    ],
)
def test_what_is_no_value_of_its_type_is_shown_as_empty(code: str, value: str, kept: str) -> None:
    assert columns(**{code: value})[code] == kept


@pytest.mark.parametrize(
    "text",
    ["15/7/2025", "trước ngày 15/7/2025", "Tháng 8/2025", "Quý III/2025", "2025-2030", "Từ tháng 8/2025", "Thường xuyên",
     "dự kiến 12/2025", "Từ tháng 8", "trước tháng 9/2025", "", "không rõ là gì", "trình trước 1/9/25"],
)  # fmt: skip
def test_a_reading_comes_back_from_its_columns(text: str) -> None:
    row = columns(deadline_text=text)
    names = ("due", "start", "precision", "deadline_kind", "operator", "doubts")
    reading = parse_deadline(text)
    assert deadline_of(text, *(row[name] for name in names)) == reading
    assert row["binding_due"] == (reading.binding_due.isoformat() if reading.binding_due else "")


def test_a_deadline_without_a_year_takes_the_documents() -> None:
    row = columns(deadline_text="trước ngày 15/7", source_doc="Kế hoạch 12/KH-UBND ngày 03/02/2026")
    assert row["due"] == date(2026, 7, 15).isoformat()
    assert "year_assumed" in row["doubts"]
    assert columns(deadline_text="trước ngày 15/7", source_doc="số 20251/KH")["due"] == ""
    known = DocumentYears([("71/NQ-CP", "2025-04-01")])
    assert columns(known, deadline_text="Tháng 8", source_doc="71/NQ-CP")["due"] == "2025-08-31"
    assert columns(known, deadline_text="Từ tháng 8", source_doc="71/NQ-CP")["start"] == "2025-08-01"
    assert columns(deadline_text="Từ tháng 8", source_doc="71/NQ-CP")["precision"] == "open"


def test_keys_put_rows_in_the_order_of_the_documents() -> None:
    def place(source: str, number: str, category: str, stt: str) -> tuple[str, str]:
        row = columns(source_doc=source, group_no=number, category=category, stt=stt)
        return row["group_key"], row["stt_key"]

    ordered = [
        place("03/NQ-CP", "I", "Thể chế", "2"),
        place("03/NQ-CP", "I", "Thể chế", "10"),
        place("03/NQ-CP", "I", "Thể chế", "28"),
        place("03/NQ-CP", "I", "Thể chế", "28a"),
        place("03/NQ-CP", "II", "Hạ tầng", "1"),
        place("03/NQ-CP", "IX", "An ninh", "1"),
        place("03/NQ-CP", "IX", "An ninh mạng", "1"),
        place("03/NQ-CP/2", "I", "Thể chế", "1"),
        place("71/NQ-CP", "I", "Thể chế", "1"),
    ]
    assert ordered == sorted(ordered)


def test_texts_are_folded_into_one_line() -> None:
    assert fold_line("Đất\nđai  và  NƯỚC") == "dat dai va nuoc"
    folded = dict(zip(SEARCHED, fold_searched({"title": "Đất\nđai", "lead": "Bộ Công an"}), strict=True))
    assert folded["title"] == "dat dai"
    assert folded["lead"] == "bo cong an"
    assert set(folded.values()) == {"dat dai", "bo cong an", ""}


def test_other_kinds_have_what_they_are_found_by() -> None:
    fields, (key, folded) = derive("office", {"code": "01", "name": "Hà Nội", "aliases": "Thủ đô"})
    assert "01" in fields
    assert key
    assert "thu do" in folded
    assert derive("public_day", {"date": "2026-01-01"})[1] == ()
    assert set(DERIVED_COLUMNS) == set(KINDS)
