"""Canonical cells: a column's raw values as the register stores them, each different value worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from unicodedata import is_normalized

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.fields import Field
from r57desk.domain.office import find_abolished, has_glued_bodies
from r57desk.domain.text import one_line
from r57desk.domain.values import Raw, parse_value
from r57desk.workbook.cells import date_shape, decimals
from r57desk.workbook.grid import Value

_KEPT = 4096  # different values remembered of a column: one with more hardly repeats any
_KEPT_LENGTH = 256  # as longer texts do
_PLACEHOLDER = frozenset("-–—….·_/ \u00a0\n")
_BODIES = ("lead", "coop")
_SHARE = "0%"
_READ_CLOSELY = (*_BODIES, "stt")  # texts with doubts or a form of their own


@dataclass(frozen=True, slots=True)
class Flag:
    """A value with something to say about it. `value` is "" when there is a problem, None when the cell erases."""

    value: str | None
    problem: str = ""
    doubts: tuple[str, ...] = ()


class _Look:
    """The value depends on the cell's number format."""


LOOK = _Look()
Canonical = str | Flag | _Look


class ColumnReader(dict[Value, Canonical]):
    """Raw cell → canonical value, for one column; `reader[raw]` remembers what it worked out."""

    def __init__(self, field: Field, year: int | None, cell_length: int, is_own: bool) -> None:
        super().__init__({"": ""})
        self._field, self._year, self._cell_length = field, year, cell_length
        self._looked: dict[tuple[Value, str], Canonical] = {}
        self._is_text = field.type in ("text", "long_text")
        self._is_free = self._is_text and field.code not in _READ_CLOSELY
        self._trims = field.code == "stt" and not is_own
        self._is_share = is_own and field.type == "percent"  # as we wrote it, even where its format was lost

    def __missing__(self, raw: Value) -> Canonical:
        if isinstance(raw, str):
            value: Canonical = raw if self._is_clean(raw) else self._read_text(raw)
        else:
            value = self._read_other(raw)
        if len(self) < _KEPT and (
            len(raw) <= _KEPT_LENGTH if isinstance(raw, str) else raw not in (0, 1)  # True == 1 == 1.0
        ):
            self[raw] = value
        return value

    def _is_clean(self, raw: str) -> bool:
        """Whether a text is what `normalize` would leave as it is, and no mark of our own: most are."""
        if not self._is_free:
            return self._trims and raw.isascii() and raw.isdecimal() and len(raw) <= self._cell_length
        return (
            (raw.isprintable() or (raw.replace("\n", "").isprintable() and " \n" not in raw))
            and raw[0].isalnum()
            and raw[-1] not in " \n"
            and is_normalized("NFC", raw)
            and len(raw) <= self._cell_length
        )

    def _read_text(self, raw: str) -> Canonical:
        if len(raw) > self._cell_length:
            return Flag("", "cell_too_long")
        if self._trims:
            raw = one_line(raw).strip(" .)(:")
        return "" if _PLACEHOLDER.issuperset(raw) else self.read_as(raw, "")

    def _read_other(self, raw: Value) -> Canonical:
        if self._is_text and isinstance(raw, float) and raw.is_integer():
            return str(int(raw))
        assert not isinstance(raw, str)
        if isinstance(raw, time | timedelta):
            return self._read_time(raw)
        if self._is_share and isinstance(raw, int | float) and 0 < raw <= 1:
            return self.read_as(raw, _SHARE)
        return LOOK if self._needs_look(raw) else self.read_as(raw, "")

    def _read_time(self, raw: time | timedelta) -> Canonical:
        """Some readers give midnight for an empty formula in a date column."""
        if raw in (time(0), timedelta(0)):
            return ""
        return str(raw) if self._is_text else Flag("", "not_a_date_value")

    def _needs_look(self, raw: float | date) -> bool:
        if isinstance(raw, date):
            return raw.day == 1
        if self._field.type == "percent":
            return 0 < raw <= 1
        return self._field.code == "stt" and isinstance(raw, float) and not raw.is_integer()

    def look(self, raw: Value, number_format: str, knows_formats: bool) -> Canonical:
        """The value of a cell whose reading depends on its number format, "" when it has none."""
        key = (raw, number_format)
        if key not in self._looked:
            value = self.read_as(raw, number_format)
            if isinstance(raw, date) and not knows_formats and self._field.type == "deadline":
                value = Flag(value if isinstance(value, str) else "", doubts=("first_of_month",))
            self._looked[key] = value
        return self._looked[key]

    def read_as(self, raw: Value, number_format: str) -> Canonical:
        """The value of a cell shown in a number format."""
        if isinstance(raw, date) and date_shape(number_format) == "year":
            raw = str(raw.year)
        if isinstance(raw, float) and self._field.code == "stt" and not raw.is_integer():
            raw = f"{raw:.{decimals(number_format)}f}" if decimals(number_format) else raw
        assert not isinstance(raw, time | timedelta)
        parsed = parse_value(self._field.type, _as_raw(raw), number_format)
        value = None if parsed.erases else parsed.value or ""
        doubts = parsed.doubts + self._doubts(value) if value else parsed.doubts
        return Flag(value, parsed.problem, doubts) if parsed.problem or doubts or value is None else value

    def _doubts(self, value: str) -> tuple[str, ...]:
        if self._field.type == "deadline":
            reading = parse_deadline(value, self._year)
            return ("deadline_unknown",) if reading.precision == "unknown" else ()
        if self._field.code in _BODIES:
            found = ("glued_bodies",) if has_glued_bodies(value) else ()
            return (*found, "abolished_body") if find_abolished(value) else found
        return ()


def _as_raw(value: Value) -> Raw:
    """Midnight is no time of day: a date cell comes as a date."""
    if isinstance(value, datetime) and value.time() == time(0):
        return value.date()
    assert not isinstance(value, time | timedelta)
    return value


def raw_text(value: Value | None) -> str:
    """A raw cell as a person would quote it."""
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M") if value.time() != time(0) else value.strftime("%d/%m/%Y")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
