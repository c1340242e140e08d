"""What number formats say about a cell."""

from __future__ import annotations

import pytest

from r57desk.workbook.cells import BUILTIN_FORMATS, NO_LOOK, column_letters, column_number, date_shape, decimals


@pytest.mark.parametrize(
    ("code", "shape"),
    [
        ("mmm-yy", "month"),
        ("mmm\\-yy", "month"),
        ("m/yyyy", "month"),
        ('"Tháng" m/yyyy', "month"),
        ("[$-42A]mm/yyyy;@", "month"),
        ("dd/mm/yyyy", "day"),
        ("d-mmm", "day"),
        ("yyyy", "year"),
        ("0.00", ""),
        ("General", ""),
        ("", ""),
    ],
)
def test_a_date_format_shows_a_day_a_month_or_a_year(code: str, shape: str) -> None:
    assert date_shape(code) == shape


def test_excels_own_month_format_is_known() -> None:
    assert date_shape(BUILTIN_FORMATS[17]) == "month"
    assert date_shape(BUILTIN_FORMATS[14]) == "day"


@pytest.mark.parametrize(("code", "places"), [("0.00", 2), ('0"."', 0), ("0.0%", 1), ("General", 0), ("#,##0", 0)])
def test_decimals_always_shown(code: str, places: int) -> None:
    assert decimals(code) == places


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_have_letters(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert column_number(letters) == number


def test_a_look_that_knows_nothing_says_so() -> None:
    assert (NO_LOOK.knows_formats, NO_LOOK.number_format(0, 0), NO_LOOK.merges) == (False, "", [])
    assert not NO_LOOK.formulas(0) | NO_LOOK.errors(0)
