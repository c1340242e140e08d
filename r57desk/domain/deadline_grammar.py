"""The stretches of time a deadline can name: a day, month, quarter, half, year, or a range of them.

Input is folded text (no marks, small letters, one space between words, "-" for every dash). What is not certain
is not read: every pattern must match the whole text, and impossible dates are no dates.
To add a form: a line in _FORMS and a reader that returns its Period.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from r57desk.domain.pattern import late_pattern

PeriodPrecision = Literal["day", "month", "quarter", "half", "year", "range"]

TWO_DIGIT_YEAR = "two_digit_year"
YEAR_ASSUMED = "year_assumed"


class Period(NamedTuple):
    """A stretch of time from its first to its last day. `open_year`: the text names no year."""

    precision: PeriodPrecision
    first: date
    last: date
    doubts: tuple[str, ...] = ()
    open_year: bool = False


# -- pieces of patterns --------------------------------------------------------------------------

_DAY = r"(?P<d>\d{1,2})"
_MONTH = r"(?P<m>\d{1,2})"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_YEAR_2 = r"(?P<y>(?:19|20)\d\d|\d\d)"
_OF_YEAR = rf"(?:(?: ?[/.-] ?| ?,? ?nam ?| ){_YEAR}|/(?P<yy>\d\d))?"
_THIS_YEAR = r"(?: nam| nam nay| trong nam| cua nam)?"
_QUARTER = r"(?P<q>iv|i{1,3}|[1-4]|mot|hai|ba|bon|tu)"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4}
_MONTHS = {"gieng": 0, "hai": 2, "ba": 3, "tu": 4, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
           "muoi mot": 11, "muoi hai": 12}  # fmt: skip
_MONTH_WORD = r"(?P<m>\d{1,2}|hai|ba|tu|sau|bay|tam|chin|muoi|muoi mot|muoi hai)"
_HALVES = {"dau": 1, "cuoi": 7}

_Reader = Callable[[re.Match[str], int], Period]


def _day(match: re.Match[str], year: int) -> Period:
    day = date(year, _month_of(match), int(match["d"]))
    return Period("day", day, day)


def _month(match: re.Match[str], year: int) -> Period:
    return month_period(year, _month_of(match))


def _quarter(match: re.Match[str], year: int) -> Period:
    number = _QUARTERS.get(match["q"]) or int(match["q"])
    return _months("quarter", year, 3 * number - 2, 3 * number)


def _half(match: re.Match[str], year: int) -> Period:
    first = _HALVES[match["half"]]
    return _months("half", year, first, first + 5)


def _first_months(match: re.Match[str], year: int) -> Period:
    return _months("range", year, 1, int(match["n"]))


def _year(_: re.Match[str], year: int) -> Period:
    return _months("year", year, 1, 12)


def _month_of(match: re.Match[str]) -> int:
    return _MONTHS.get(match["m"]) or int(match["m"])


def _months(precision: PeriodPrecision, year: int, first: int, last: int) -> Period:
    last_day = date(year + last // 12, last % 12 + 1, 1) - timedelta(days=1)
    return Period(precision, date(year, first, 1), last_day)


def month_period(year: int, month: int) -> Period:
    """A whole month; ValueError for a month that does not exist."""
    return _months("month", year, month, month)


_END_OF = r"(?:trong |vao |cuoi |het |den het )*"
_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (late_pattern(pattern), reader)
    for pattern, reader in (
        # the day
        (rf"(?:ngay )?{_DAY} ?([/.-]) ?{_MONTH} ?\2 ?{_YEAR_2}", _day),
        (r"(?:ngay )?(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", _day),
        (rf"(?:ngay )?{_DAY} ?/ ?{_MONTH}(?: ?,? ?nam ?{_YEAR})?", _day),
        (rf"(?:ngay (?:mung )?)?{_DAY} ?thang {_MONTH_WORD}{_OF_YEAR}", _day),
        # months
        (rf"{_END_OF}(?:thang|t) ?{_MONTH_WORD}{_OF_YEAR}{_THIS_YEAR}", _month),
        (rf"{_END_OF}{_MONTH} ?[/.-] ?{_YEAR}", _month),
        # quarters, halves, years
        (rf"{_END_OF}(?:quy|q) ?{_QUARTER}{_OF_YEAR}{_THIS_YEAR}", _quarter),
        (rf"{_END_OF}(?:6|06|sau) thang (?P<half>dau|cuoi)(?: nam)?{_OF_YEAR}", _half),
        (rf"{_END_OF}nua (?P<half>dau|cuoi)(?: cua)? nam{_OF_YEAR}", _half),
        (rf"{_END_OF}(?P<n>0?[39]) thang dau(?: nam)?{_OF_YEAR}", _first_months),
        (rf"{_END_OF}(?:nam ?)?{_YEAR}", _year),
        (r"(?:trong |cuoi |het |den het )+nam(?: nay)?|nam nay", _year),
    )
)


def read_period(text: str, document_year: int | None) -> Period | None:
    """One stretch of time, or None. Without a year the document's is taken, and said (`year_assumed`)."""
    for pattern, reader in _FORMS:
        match = pattern.fullmatch(text)
        if match is not None and (period := _with_year(match, reader, document_year)) is not None:
            return period
    return None


def _with_year(match: re.Match[str], reader: _Reader, document_year: int | None) -> Period | None:
    groups = match.groupdict()
    written = groups.get("y") or groups.get("yy")
    year = _full_year(written) if written else document_year
    if year is None:
        return None
    try:
        period = reader(match, year)
    except ValueError:  # 31/6, month 13
        return None
    if written is None:
        return period._replace(doubts=(YEAR_ASSUMED,), open_year=True)
    return period._replace(doubts=(TWO_DIGIT_YEAR,)) if len(written) == 2 else period


def _full_year(written: str) -> int:
    return 2000 + int(written) if len(written) == 2 else int(written)


# -- ranges --------------------------------------------------------------------------------------

_RANGE_LEAD = late_pattern(r"(?:trong )?(?:giai doan|thoi ky|cac nam|tu)(?: tu)? ")
_VISION = late_pattern(r",? (?:va )?tam nhin (?:den )?(?:nam )?(?:19|20)\d\d$")
_YEARS = late_pattern(r"(?:nam )?(?P<a>(?:19|20)\d\d) ?- ?(?:nam )?(?P<b>(?:19|20)\d\d)")
_YEAR_LIST = late_pattern(r"(?:nam )?(?:19|20)\d\d(?:(?:, | va |, va |; )(?:nam )?(?:19|20)\d\d)+")
_SAME_UNIT = late_pattern(
    r"(?P<unit>thang|quy) ?(?P<a>[ivx]+|\d{1,2})(?: ?- ?| den | va |, ?)(?:(?P=unit) ?)?(?P<b>[ivx]+|\d{1,2})(?P<rest>\D.*)?"
)
_BETWEEN = late_pattern(r" den het | den | - ")


def read_range(text: str, document_year: int | None) -> Period | None:
    """From one stretch to another: `giai doan 2025-2030`, `tu thang 3 den thang 6/2025`, `2025 va 2026`."""
    text = _VISION.sub("", text)
    led = _RANGE_LEAD.match(text)
    body = text[led.end() :] if led else text
    for ends in (_year_ends(body), _unit_ends(body), _other_ends(body)):
        if ends is not None and (period := _span(*ends, document_year)) is not None:
            return period
    return None


def _year_ends(text: str) -> tuple[str, str] | None:
    if match := _YEARS.fullmatch(text):
        return match["a"], match["b"]
    if not _YEAR_LIST.fullmatch(text):
        return None
    years = re.findall(r"\d{4}", text)
    consecutive = all(int(b) - int(a) == 1 for a, b in pairwise(years))
    return (years[0], years[-1]) if consecutive else None


def _unit_ends(text: str) -> tuple[str, str] | None:
    match = _SAME_UNIT.fullmatch(text)
    if match is None:
        return None
    unit, rest = match["unit"], match["rest"] or ""
    return f"{unit} {match['a']}{rest}", f"{unit} {match['b']}{rest}"


def _other_ends(text: str) -> tuple[str, str] | None:
    parts = _BETWEEN.split(text)
    return (parts[0], parts[1]) if len(parts) == 2 else None


def _span(start: str, end: str, document_year: int | None) -> Period | None:
    """The range between two texts; a start without a year takes the end's (`tu 1/3 den 30/6/2025`)."""
    last = read_period(end, document_year)
    if last is None:
        return None
    first = read_period(start, last.last.year)
    if first is None or first.first > last.last:
        return None
    first_doubts = () if first.open_year else first.doubts
    doubts = tuple(dict.fromkeys((*first_doubts, *last.doubts)))
    return Period("range", first.first, last.last, doubts, last.open_year)
