"""Whether a value that came from elsewhere is one this program would have written itself.

Every door of our own (a cell typed, a workbook read) makes values canonical before they become edits; what arrives
ready-made in a file is held to the same, so that nothing else ever needs to doubt a value of the log.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from r57desk.domain.fields import KINDS, LOCAL_FIELDS, FieldType
from r57desk.domain.office import parse_code
from r57desk.domain.status import PROGRESS_CODES
from r57desk.domain.text import normalize
from r57desk.merge.model import EXECUTORS, EXISTS, KIND, REASON, Value

_LOCAL = frozenset[str]().union(*LOCAL_FIELDS.values())
_TYPES: dict[str, FieldType] = {
    field.code: field.type for fields in KINDS.values() for field in fields if field.code not in _LOCAL
}
_PERCENT = re.compile(r"(?:0|[1-9]\d?)(?:\.\d*[1-9])?|100", re.ASCII)


def is_sent(code: str) -> bool:
    """Whether a field of that code is known and travels; system fields are not meant."""
    return code in _TYPES


def is_canonical(code: str, value: Value) -> bool:
    """Whether a field that travels, or a system field, may hold this value; None erases, "" is never a value."""
    if value is None:
        return code in _TYPES
    check = _CHECKS.get(code)
    return check is not None and value != "" and check(value)


def is_plain(text: str) -> bool:
    """Whether a text is normalised: NFC, nothing invisible, no spaces at its ends."""
    return normalize(text) == text


def _is_percent(value: str) -> bool:
    return _PERCENT.fullmatch(value) is not None


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


_TYPE_CHECKS: dict[FieldType, Callable[[str], bool]] = {
    "text": is_plain,
    "long_text": is_plain,
    "deadline": is_plain,
    "progress": PROGRESS_CODES.__contains__,
    "percent": _is_percent,
    "date": _is_day,
}
_CHECKS: dict[str, Callable[[str], bool]] = {code: _TYPE_CHECKS[kind] for code, kind in _TYPES.items()} | {
    EXISTS: ("0", "1").__contains__,
    EXECUTORS: lambda value: parse_code(value) == value,
    KIND: KINDS.__contains__,
    REASON: is_plain,
}
