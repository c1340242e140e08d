"""Values as people type them and as cells hold them, and back again."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57desk.domain.status import PROGRESS_CODES
from r57desk.domain.values import (
    BLANK,
    DOUBTS,
    ERASED,
    PROBLEMS,
    Parsed,
    Raw,
    format_value,
    names_no_day,
    parse_number,
    parse_value,
)


@pytest.mark.parametrize(
    ("raw", "number_format", "value", "doubts"),
    [
        ("80%", "", "80", ()),
        ("50 %", "", "50", ()),
        ("65,5%", "", "65.5", ()),
        ("65.5", "", "65.5", ()),
        ("100", "", "100", ()),
        ("0%", "", "0", ()),
        ("khoảng 70%", "", "70", ("approximate",)),
        ("~70 %", "", "70", ("approximate",)),
        (0.8, "0%", "80", ()),
        (1, "0%", "100", ()),
        (0.29, "0%", "29", ()),
        (0.8, "General", "80", ("share",)),
        ("0,8", "", "80", ("share",)),
        (0.1 + 0.2, "0%", "30", ()),
        (45, "General", "45", ()),
        (65.5, "General", "65.5", ()),
        (1, "General", "1", ("one_percent",)),
        (Decimal("12.50"), "", "12.5", ()),
        (0, "", "0", ()),
    ],
)
def test_percentages(raw: Raw, number_format: str, value: str, doubts: tuple[str, ...]) -> None:
    assert parse_value("percent", raw, number_format) == Parsed(value, doubts)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("120%", "percent_out_of_range"),
        (1.2, "percent_out_of_range"),
        (-5, "percent_out_of_range"),
        ("80-90%", "percent_unread"),
        ("tốt", "percent_unread"),
        ("1.000", "percent_ambiguous"),
        (date(2025, 1, 1), "percent_unread"),
        (True, "percent_unread"),
        ("#REF!", "error_cell"),
    ],
)
def test_what_is_no_percentage(raw: Raw, problem: str) -> None:
    number_format = "0%" if raw == 1.2 else ""
    assert parse_value("percent", raw, number_format) == Parsed(None, problem=problem)


@pytest.mark.parametrize(
    ("raw", "value", "doubts"),
    [
        ("30/06/2025", "2025-06-30", ()),
        ("30-6-2025", "2025-06-30", ()),
        ("5-6-25", "2025-06-05", ("two_digit_year",)),
        ("5.6.2025", "2025-06-05", ()),
        ("2025-06-05", "2025-06-05", ()),
        ("ngày 5 tháng 6 năm 2025", "2025-06-05", ()),
        (date(2025, 6, 5), "2025-06-05", ()),
        (datetime(2025, 6, 5, 16, 20), "2025-06-05", ()),
        (45813, "2025-06-05", ("serial_date",)),
    ],
)
def test_dates_are_day_month_year(raw: Raw, value: str, doubts: tuple[str, ...]) -> None:
    assert parse_value("date", raw) == Parsed(value, doubts)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("12/31/2025", "date_impossible"),
        ("29/2/2025", "date_impossible"),
        ("30/6", "date_without_year"),
        ("6/2025", "date_not_a_day"),
        ("Quý III/2025", "date_not_a_day"),
        ("2025", "date_not_a_day"),
        ("hôm qua", "date_unread"),
        (12, "date_unread"),
    ],
)
def test_what_is_no_date(raw: Raw, problem: str) -> None:
    assert parse_value("date", raw) == Parsed(None, problem=problem)


def test_a_cell_that_shows_a_month_means_the_month() -> None:
    first = date(2025, 6, 1)
    assert parse_value("deadline", first, "mmm-yy").value == "6/2025"
    assert parse_value("deadline", first, "dd/mm/yyyy").value == "01/06/2025"
    assert parse_value("date", first, "mmm-yy").problem == "date_not_a_day"
    assert parse_value("deadline", 2025).value == "2025"
    assert parse_value("deadline", 2025.0).value == "2025"
    assert names_no_day('mm"/"yyyy')
    assert not names_no_day("[$-vi-VN]d/m/yyyy")
    assert not names_no_day("General")


def test_deadlines_keep_their_text_and_tell_their_doubts() -> None:
    assert parse_value("deadline", "30-6-25") == Parsed("30-6-25", ("two_digit_year",))
    assert parse_value("deadline", " Tháng\xa08/2025") == Parsed("Tháng 8/2025")


@pytest.mark.parametrize(
    ("raw", "parsed"),
    [
        ("Đang TH", Parsed("dang_thuc_hien")),
        ("Quá hạn", Parsed(None, problem="timeliness_typed")),
        ("Hoàn thành quá hạn", Parsed("hoan_thanh", ("timeliness_typed",))),
        ("abc", Parsed(None, problem="progress_unread")),
        ("100%", Parsed("hoan_thanh")),
        ("-", BLANK),
    ],
)
def test_progress(raw: str, parsed: Parsed) -> None:
    assert parse_value("progress", raw) == parsed


def test_text_is_normalised_and_numbers_read_as_typed() -> None:
    assert parse_value("text", " a\r\nb\u200b ").value == "a\nb"
    assert parse_value("text", 28.0).value == "28"
    assert parse_value("text", 11.1).value == "11.1"
    assert parse_value("text", 1e-7).value == "0.0000001"
    assert parse_value("text", 10**12).value == "1000000000000"
    assert parse_value("text", False).value == "FALSE"
    assert parse_value("text", date(2025, 7, 1)).value == "01/07/2025"
    assert parse_value("text", "=HYPERLINK(1)").value == "=HYPERLINK(1)"


@pytest.mark.parametrize("kind", ["text", "long_text", "deadline", "progress", "percent", "date"])
def test_blanks_erasing_marks_and_error_cells(kind: str) -> None:
    for raw in (None, "", "  ", "\u200b\n"):
        assert parse_value(kind, raw) == BLANK  # type: ignore[arg-type]
    assert parse_value(kind, "(xoá)") == parse_value(kind, "(Xóa)") == ERASED  # type: ignore[arg-type]
    assert parse_value(kind, "#N/A").problem == "error_cell"  # type: ignore[arg-type]


@settings(max_examples=60)
@given(st.decimals(min_value=0, max_value=100, places=2))
def test_percentages_round_trip(number: Decimal) -> None:
    value = parse_value("percent", f"{number}%").value
    for language in ("vi", "en"):
        assert parse_value("percent", format_value("percent", value, language)).value == value  # type: ignore[arg-type]


@settings(max_examples=60)
@given(st.dates(date(1900, 1, 1)))
def test_dates_round_trip(day: date) -> None:
    shown = format_value("date", day.isoformat())
    assert parse_value("date", shown) == Parsed(day.isoformat())


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_text_round_trips(raw: str) -> None:
    parsed = parse_value("text", raw)
    assert parse_value("text", format_value("text", parsed.value)).value == parsed.value


@pytest.mark.parametrize("code", PROGRESS_CODES)
def test_progress_round_trips(code: str) -> None:
    assert {parse_value("progress", format_value("progress", code, lang)).value for lang in ("vi", "en")} == {code}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("1.234,5", "1234.5"),
        ("6,5", "6.5"),
        ("6.5", "6.5"),
        ("0,125", "0.125"),
        ("1 234", "1234"),
        ("-7", "-7"),
    ],
)
def test_numbers_vietnamese_and_english(typed: str, number: str) -> None:
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["1.234", "1,234", "", "ba", "1.2.3", "nan"])
def test_numbers_that_could_be_either_are_not_read(typed: str) -> None:
    assert parse_number(typed) is None


def test_every_problem_and_doubt_has_its_words() -> None:
    source = Path(__file__).parents[2].joinpath("r57desk/domain/values.py").read_text(encoding="utf-8")
    assert all(f'"{code}"' in source for code in (*PROBLEMS, *DOUBTS))
    assert all(vi and en and vi != en for vi, en in (*PROBLEMS.values(), *DOUBTS.values()))


def test_percentages_and_dates_of_the_returned_workbooks(workbooks: Path) -> None:
    kinds = {"percent": "percent", "done_date": "date"}
    count = 0
    for path in sorted((workbooks / "expected").glob("*tra-ve*.json")):
        for change in json.loads(path.read_text(encoding="utf-8"))["changes"]:
            if change["field"] not in kinds:
                continue
            cell = change["cell"]
            raw = date.fromisoformat(cell["value"]) if cell["type"] == "date" else cell["value"]
            read = parse_value(kinds[change["field"]], raw, cell.get("number_format", ""))  # type: ignore[arg-type]
            assert read.value == str(change["value"]), change
            assert ("approximate" in read.doubts) == change.get("approximate", False)
            count += 1
    assert count > 15


@pytest.mark.parametrize("raw", [99999999999999999999, 1e300, -1e25, Decimal("1e40")])
def test_a_number_too_large_for_anything_is_out_of_range_and_no_crash(raw):
    assert parse_value("percent", raw).problem == "percent_out_of_range"
    assert parse_value("text", raw).value
