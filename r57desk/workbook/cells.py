"""What calamine leaves out of a cell: its number format, whether a formula made it, merges in .ods.

Asked only for the cells where the answer changes the reading: a date on the 1st may be a month ("6/2025" typed
into Excel), 1 may be 100 %, 11.1 may be 11.10.
"""

from __future__ import annotations

import re
from typing import Literal

DateShape = Literal["day", "month", "year", ""]

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


# ECMA-376 part 1, 18.8.30: the formats that are not written into the file
BUILTIN_FORMATS = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "m/d/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip


class CellLook:
    """Nothing is known about the cells: the base of the readers that know more. Numbers are 0-based."""

    merges: list[tuple[int, int, int, int]] = []  # noqa: RUF012  (read only)
    knows_formats = False

    def number_format(self, row: int, column: int) -> str:
        """The number format code of a cell, "" when not known."""
        return ""

    def formulas(self, column: int) -> frozenset[int]:
        """The rows of a column whose cell is a formula."""
        return frozenset()

    def errors(self, column: int) -> frozenset[int]:
        """The rows of a column whose cell shows an error value (#N/A, #REF! …)."""
        return frozenset()


NO_LOOK = CellLook()


def date_shape(number_format: str) -> DateShape:
    """What a date format shows: a day, only month and year ("mmm-yy"), only a year, or "" when it is no date."""
    code = _QUOTED.sub("", number_format.split(";")[0]).lower()
    if "d" in code:
        return "day"
    if "y" in code:
        return "month" if "m" in code else "year"
    return ""


def decimals(number_format: str) -> int:
    """How many decimal places a number format always shows: "0.00" → 2."""
    match = re.search(r"\.(0+)", _QUOTED.sub("", number_format.split(";")[0]))
    return len(match[1]) if match else 0


def column_number(letters: str) -> int:
    """A → 0, Z → 25, AA → 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    while number >= 0:
        number, letter = divmod(number, 26)
        letters, number = chr(65 + letter) + letters, number - 1
    return letters
