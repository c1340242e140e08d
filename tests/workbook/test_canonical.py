"""Raw cells become canonical values; the quick road and the slow one agree."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.domain.fields import BY_CODE
from r57desk.domain.values import parse_value
from r57desk.workbook.canonical import LOOK, ColumnReader, Flag, raw_text
from r57desk.workbook.grid import Value


def reader(code: str, *, year: int | None = None, is_own: bool = False) -> ColumnReader:
    return ColumnReader(BY_CODE[code], year, 32_767, is_own)


@given(st.text(max_size=200))
def test_every_text_reads_as_the_field_type_reads_it(text: str) -> None:
    found = reader("result_now")[text]
    parsed = parse_value("long_text", text)
    value = found.value if isinstance(found, Flag) else found
    if set(text) <= set("-–—….·_/ \xa0\n"):
        assert value == ""
    else:
        assert value == (None if parsed.erases else parsed.value or "")
        assert isinstance(found, Flag) == (parsed.erases or bool(parsed.problem))


@pytest.mark.parametrize(
    ("code", "raw", "value"),
    [
        ("title", " Xây  dựng\u200b \n", "Xây  dựng"),
        ("title", "Rà soát\nkế hoạch", "Rà soát\nkế hoạch"),
        ("title", "Rà soát \nkế hoạch\n", "Rà soát\nkế hoạch"),
        ("title", "Mường\u00ad", "Mường\u00ad"),
        ("stt", 1.0, "1"),
        ("stt", "1.", "1"),
        ("stt", " 28a ", "28a"),
        ("note", 84000000000.0, "84000000000"),
        ("note", True, "TRUE"),
        ("deadline_text", 2025.0, "2025"),
        ("deadline_text", date(2025, 12, 15), "15/12/2025"),
        ("deadline_text", datetime(2025, 12, 15), "15/12/2025"),
        ("deadline_text", "-", ""),
        ("done_date", "30-6-2025", "2025-06-30"),
        ("done_date", date(2025, 6, 30), "2025-06-30"),
        ("done_date", time(0), ""),
        ("percent", 65.0, "65"),
        ("percent", "65,5%", "65.5"),
        ("progress", "Đang TH", "dang_thuc_hien"),
        ("progress", "", ""),
        ("obstacles", "……", ""),
    ],
)
def test_cells_of_every_type(code: str, raw: Value, value: str) -> None:
    column = reader(code)
    assert column[raw] == value
    assert column[raw] == value, "and again, from memory"


@pytest.mark.parametrize(
    ("code", "raw", "problem"),
    [
        ("progress", "Quá hạn", "timeliness_typed"),
        ("progress", "lạ", "progress_unread"),
        ("done_date", "31/02/2025", "date_impossible"),
        ("percent", 120.0, "percent_out_of_range"),
        ("note", "#REF!", "error_cell"),
        ("done_date", time(7, 30), "not_a_date_value"),
        ("title", "x" * 40_000, "cell_too_long"),
    ],
)
def test_what_cannot_be_read_is_set_aside(code: str, raw: Value, problem: str) -> None:
    assert reader(code)[raw] == Flag("", problem)


def test_doubts_are_kept_with_the_value() -> None:
    assert reader("deadline_text")["30-6-25"] == Flag("30-6-25", doubts=("two_digit_year",))
    assert reader("deadline_text")["chờ xem sao đã"] == Flag("chờ xem sao đã", doubts=("deadline_unknown",))
    assert reader("lead")["Bộ Công an Bộ Quốc phòng"] == Flag("Bộ Công an Bộ Quốc phòng", doubts=("glued_bodies",))
    assert reader("lead")["UBND huyện B"] == Flag("UBND huyện B", doubts=("abolished_body",))


def test_the_mark_that_erases() -> None:
    assert reader("note")["(xoá)"] == Flag(None)


def test_a_first_of_the_month_depends_on_its_format() -> None:
    column = reader("deadline_text")
    first = date(2025, 6, 1)
    assert column[first] is LOOK
    assert column.look(first, "mmm-yy", True) == "6/2025"
    assert column.look(first, "dd/mm/yyyy", True) == "01/06/2025"
    assert column.look(first, "yyyy", True) == "2025"
    assert column.look(first, "", False) == Flag("01/06/2025", doubts=("first_of_month",))


def test_one_may_be_all_of_it() -> None:
    column = reader("percent")
    assert column[1.0] is LOOK
    assert column.look(1.0, "0%", True) == "100"
    assert column.look(1.0, "General", True) == Flag("1", doubts=("one_percent",))
    assert column.look(0.8, "", False) == Flag("80", doubts=("share",))


def test_in_our_own_workbook_a_number_up_to_one_is_a_share_whatever_became_of_its_format() -> None:
    column = reader("percent", is_own=True)
    assert [column[raw] for raw in (1.0, 0.125, 0, 65.0)] == ["100", "12.5", "0", "65"]
    assert column[True] == Flag("", "percent_unread")


def test_a_number_shows_the_decimals_of_its_format() -> None:
    column = reader("stt")
    assert column[11.1] is LOOK
    assert column.look(11.1, "0.00", True) == "11.10"
    assert column.look(11.1, "General", True) == "11.1"


def test_true_is_not_one() -> None:
    column = reader("note")
    assert (column[1.0], column[True], column[1.0]) == ("1", "TRUE", "1")


def test_a_column_of_many_values_is_read_to_the_end_and_remembered_in_part() -> None:
    column = reader("code")
    assert [column[f"NV {number}"] for number in range(10_000)] == [f"NV {number}" for number in range(10_000)]
    assert len(column) < 10_000


def test_our_own_numbers_are_as_they_were() -> None:
    assert reader("stt", is_own=True)["A."] == "A."
    assert reader("stt")["A."] == "A"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (date(2025, 6, 1), "01/06/2025"),
        (3.0, "3"),
        (0.5, "0.5"),
        (None, ""),
        (datetime(2025, 6, 1, 7, 30), "01/06/2025 07:30"),
    ],
)
def test_raw_cells_are_quoted_as_people_write(raw: Value | None, text: str) -> None:
    assert raw_text(raw) == text
