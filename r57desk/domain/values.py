"""Values of fields: one parse/format pair for each field type, between what people type and canonical text.

Canonical: percent "65" or "65.5", dates ISO, progress its code, all else normalised text. A value that cannot be
read for certain is not read: `Parsed.problem` names why, and the raw value stays with whoever asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from r57desk.domain.deadline import format_day, month_text, parse_deadline
from r57desk.domain.fields import FieldType
from r57desk.domain.pattern import late_pattern
from r57desk.domain.status import PROGRESS_CODES, label, parse_progress
from r57desk.domain.text import compact, fold, normalize, one_line
from r57desk.errors import Language

Raw = str | int | float | Decimal | bool | date | datetime | None
"""What a form, a command line or a cell holds."""

# Why a value was not read: code → (vi, en).
PROBLEMS: dict[str, tuple[str, str]] = {
    "percent_unread": ("không đọc được số phần trăm", "not a percentage"),
    "percent_out_of_range": ("số phần trăm phải từ 0 đến 100", "a percentage must be from 0 to 100"),
    "percent_ambiguous": (
        "số có dấu ngăn cách không rõ nghĩa",
        "the separator in the number can be read in two ways",
    ),
    "date_unread": ("không đọc được ngày", "not a date"),
    "date_impossible": ("ngày không có trong lịch (đọc theo ngày/tháng/năm)", "no such day (read as day/month/year)"),
    "date_without_year": ("ngày chưa ghi năm", "the date has no year"),
    "date_not_a_day": ("chưa ghi ngày cụ thể", "not one day"),
    "progress_unread": ("không có trong các mức tiến độ", "not one of the progress words"),
    "timeliness_typed": (
        "đúng hạn, quá hạn do phần mềm tính, không nhập vào cột tiến độ",
        "on time and overdue are computed, not entered as progress",
    ),
    "error_cell": ("ô báo lỗi công thức", "the cell holds a formula error"),
}
# What was read, but a person should look at: code → (vi, en).
DOUBTS: dict[str, tuple[str, str]] = {
    "two_digit_year": ("năm ghi hai chữ số", "the year has two digits"),
    "year_assumed": ("năm lấy theo văn bản", "the year is taken from the document"),
    "approximate": ("số ước lượng", "an estimate"),
    "share": ("số thập phân được hiểu là tỷ lệ", "a decimal was read as a share"),
    "one_percent": ("ghi 1: hiểu là 1%", "1 was read as 1%"),
    "serial_date": ("số thứ tự ngày của Excel", "an Excel day number"),
    "timeliness_typed": (
        "có từ chỉ thời hạn trong cột tiến độ", "a word of timeliness stands in the progress column",
    ),
    "assumed": ("tiến độ hiểu theo nghĩa gần nhất", "the progress was read as the nearest word"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parsed:
    """A canonical value; None with no problem is a blank. `erases` for the visible mark that empties a cell."""

    value: str | None
    doubts: tuple[str, ...] = ()
    problem: str = ""
    erases: bool = False


BLANK = Parsed(None)
ERASED = Parsed(None, erases=True)
ERASE_MARKS = frozenset({"(xoa)", "[xoa]", "(xoa bo)"})
_ERROR_CELL = late_pattern(r"#(REF|N/A|VALUE|DIV/0|NAME\?|NUM|NULL|SPILL|CALC|GETTING_DATA)[!?]?", re.IGNORECASE)


def parse_value(kind: FieldType, raw: Raw, number_format: str = "") -> Parsed:
    """A raw value as a field of type `kind` reads it; `number_format` is Excel's, when the value came from a cell."""
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return BLANK
    if isinstance(raw, str):
        text = one_line(raw)
        if not text:
            return BLANK
        if fold(text) in ERASE_MARKS:
            return ERASED
        if _ERROR_CELL.fullmatch(text):
            return Parsed(None, problem="error_cell")
    return _PARSERS[kind](raw, number_format)


def format_value(kind: FieldType, value: str | None, language: Language = "vi") -> str:
    """A canonical value as it is shown: 65,5% (vi), 15/07/2025, "Đang thực hiện"; "" for None."""
    if not value:
        return ""
    if kind == "percent":
        return (value.replace(".", ",") if language == "vi" else value) + "%"
    if kind == "date":
        return format_day(date.fromisoformat(value))
    if kind == "progress":
        return label(value, language)
    return value


# -- text ----------------------------------------------------------------------------------------


def _parse_text(raw: Raw, number_format: str) -> Parsed:
    if isinstance(raw, str):
        return Parsed(normalize(raw) or None)
    if isinstance(raw, date):
        return Parsed(_date_text(raw, number_format))
    if isinstance(raw, bool):
        return Parsed("TRUE" if raw else "FALSE")
    assert raw is not None
    return Parsed(_plain_number(raw))


def _plain_number(raw: float | Decimal) -> str:
    """A number as a person would type it, without a trailing `.0` or an exponent."""
    number = _rounded(raw)
    return f"{number:f}"


_MOST_DIGITS = 15  # a cell holds no more than that exactly; rounding a longer number would overflow


def _rounded(raw: float | Decimal) -> Decimal:
    number = raw if isinstance(raw, Decimal) else Decimal(repr(raw) if isinstance(raw, float) else raw)
    if not number.is_finite():
        return Decimal(0)
    if number.adjusted() > _MOST_DIGITS:
        return number
    number = round(number, 9)
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _parse_deadline(raw: Raw, number_format: str) -> Parsed:
    parsed = _parse_text(raw, number_format)
    return Parsed(parsed.value, parse_deadline(parsed.value).doubts if parsed.value else ())


# -- dates ---------------------------------------------------------------------------------------

_FORMAT_NOISE = late_pattern(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


def names_no_day(number_format: str) -> bool:
    """Whether an Excel number format shows a month and year but no day (`mmm-yy`): the cell means the month."""
    letters = _FORMAT_NOISE.sub("", number_format.lower())
    return "d" not in letters and "m" in letters and "y" in letters


def _date_text(day: date, number_format: str) -> str:
    return month_text(day) if names_no_day(number_format) else format_day(day)


_D_M_Y = late_pattern(r"(?:ngay )?(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})")
_WORDED = late_pattern(r"(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,? nam |/| )(\d{4})")
_ISO = late_pattern(r"(\d{4})-(\d{2})-(\d{2})(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_D_M = late_pattern(r"(?:ngay )?\d{1,2} ?[/.-] ?\d{1,2}|(?:ngay )?\d{1,2} thang \d{1,2}")
_NOT_A_DAY = late_pattern(r"(?:thang ?|quy ?)?[ivx\d]{1,4} ?[/-] ?\d{4}|(?:thang|quy|nam) .*|\d{4}")
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(36526, 73051)  # 2000–2099


def _parse_date(raw: Raw, number_format: str) -> Parsed:
    if isinstance(raw, datetime):
        raw = raw.date()
    if isinstance(raw, date):
        return Parsed(None, problem="date_not_a_day") if names_no_day(number_format) else Parsed(raw.isoformat())
    if isinstance(raw, str):
        return _parse_date_text(fold(one_line(raw)).rstrip(" ."))
    if not isinstance(raw, bool) and raw is not None and int(raw) in _SERIALS:
        return Parsed((_EXCEL_DAY_ZERO + timedelta(days=int(raw))).isoformat(), ("serial_date",))
    return Parsed(None, problem="date_unread")


def _parse_date_text(text: str) -> Parsed:
    if match := _ISO.fullmatch(text):
        return _date_of(match[1], match[2], match[3])
    if match := _D_M_Y.fullmatch(text):
        return _date_of(match[4], match[3], match[1])
    if match := _WORDED.fullmatch(text):
        return _date_of(match[3], match[2], match[1])
    if _D_M.fullmatch(text):
        return Parsed(None, problem="date_without_year")
    return Parsed(None, problem="date_not_a_day" if _NOT_A_DAY.fullmatch(text) else "date_unread")


def _date_of(year: str, month: str, day: str) -> Parsed:
    short = len(year) == 2
    try:
        found = date(int(year) + (2000 if short else 0), int(month), int(day))
    except ValueError:
        return Parsed(None, problem="date_impossible")
    return Parsed(found.isoformat(), ("two_digit_year",) if short else ())


# -- percent -------------------------------------------------------------------------------------

_PERCENT = late_pattern(
    r"(?P<about>khoang|~|≈|gan|xap xi|uoc|uoc dat|tren|hon|>|dat khoang)? ?(?:dat )?(?P<number>\d+(?:[.,]\d+)?) ?(?P<sign>%|phan tram)?"
)
_HUNDRED = Decimal(100)


def _parse_percent(raw: Raw, number_format: str) -> Parsed:
    if isinstance(raw, str):
        return _parse_percent_text(fold(one_line(raw)).rstrip(" ."))
    if isinstance(raw, (bool, date)) or raw is None:
        return Parsed(None, problem="percent_unread")
    number = _rounded(raw)
    if "%" in number_format:
        return _percent(number * _HUNDRED)
    return _unsigned_percent(number)


def _parse_percent_text(text: str) -> Parsed:
    match = _PERCENT.fullmatch(text)
    if match is None:
        return Parsed(None, problem="percent_unread")
    if re.search(r"[.,]\d{3}$", match["number"]):
        return Parsed(None, problem="percent_ambiguous")
    number = Decimal(match["number"].replace(",", "."))
    parsed = _percent(number) if match["sign"] else _unsigned_percent(number)
    if match["about"] and not parsed.problem:
        return Parsed(parsed.value, (*parsed.doubts, "approximate"))
    return parsed


def _unsigned_percent(number: Decimal) -> Parsed:
    """A number without a percent sign: 0.8 is a share, 80 is a percentage, 1 is taken at its word and flagged."""
    if 0 < number < 1:
        return _percent(number * _HUNDRED, "share")
    return _percent(number, "one_percent") if number == 1 else _percent(number)


def _percent(number: Decimal, *doubts: str) -> Parsed:
    if not 0 <= number <= _HUNDRED:
        return Parsed(None, problem="percent_out_of_range")
    return Parsed(_plain_number(round(number, 4)), doubts)


# -- numbers in general --------------------------------------------------------------------------

_GROUPED = late_pattern(r"[+-]?\d{1,3}([.,])\d{3}(?:\1\d{3})+(?:(?!\1)[.,]\d+)?|[+-]?\d{1,3}([.,])\d{3}(?!\2)[.,]\d+")


def parse_number(text: str) -> Decimal | None:
    """A number written the Vietnamese or the English way; None when it could be either (`1.234`), or is none."""
    typed = one_line(text).replace(" ", "")
    if _GROUPED.fullmatch(typed):
        grouping = re.search(r"[.,]", typed)
        assert grouping is not None
        typed = typed.replace(grouping[0], "")
    elif re.search(r"^[+-]?[1-9]\d{0,2}[.,]\d{3}$", typed):
        return None
    try:
        number = Decimal(typed.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


# -- progress ------------------------------------------------------------------------------------


def _parse_progress(raw: Raw, number_format: str) -> Parsed:
    text = raw if isinstance(raw, str) else (_parse_text(raw, number_format).value or "")
    if one_line(text) in PROGRESS_CODES:
        return Parsed(one_line(text))
    if not compact(text):
        return BLANK if set(text) <= set(" -–—…./") else Parsed(None, problem="progress_unread")
    found = parse_progress(text)
    if found.doubt == "unknown":
        return Parsed(None, problem="progress_unread")
    if found.code is None:
        return Parsed(None, problem=found.doubt)
    return Parsed(found.code, (found.doubt,) if found.doubt else ())


_PARSERS: dict[FieldType, Callable[[Raw, str], Parsed]] = {
    "text": _parse_text,
    "long_text": _parse_text,
    "deadline": _parse_deadline,
    "progress": _parse_progress,
    "percent": _parse_percent,
    "date": _parse_date,
}
