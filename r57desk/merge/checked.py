"""Plain values out of a parsed JSON text, each checked to be what it must be; ValueError or TypeError otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from r57desk.domain.ids import parse_row_id
from r57desk.domain.office import parse_code
from r57desk.merge.canonical import is_canonical, is_plain, is_sent
from r57desk.merge.model import EXECUTORS, EXISTS, Value

_T = TypeVar("_T")


def require(holds: bool) -> None:
    """Raise ValueError unless it holds."""
    if not holds:
        raise ValueError("nobody can have written this")


def as_text(value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {value!r}")
    return value


def as_plain(value: object) -> str:
    """A normalised text."""
    require(is_plain(as_text(value)))
    return as_text(value)


def as_match(pattern: re.Pattern[str], value: object) -> str:
    """A text that matches a pattern as a whole."""
    require(pattern.fullmatch(as_text(value)) is not None)
    return as_text(value)


def as_number(value: object) -> int:
    """A whole number from 0 on; True is none."""
    if type(value) is not int or value < 0:
        raise TypeError(f"count expected, not {value!r}")
    return value


def as_list(value: object) -> list[Any]:
    """A list."""
    if not isinstance(value, list):
        raise TypeError(f"list expected, not {value!r}")
    return value


def as_object(value: object) -> dict[str, Any]:
    """A JSON object."""
    if not isinstance(value, dict):
        raise TypeError(f"object expected, not {value!r}")
    return value


def pick(things: Sequence[_T], number: object) -> _T:
    """The thing of that number, from 0 on; IndexError when there is none."""
    return things[as_number(number)]


def as_row_id(value: object) -> str:
    """A row id in its canonical form, with good check characters."""
    require(parse_row_id(as_text(value)) == value)
    return as_text(value)


def as_office(value: object) -> str:
    """An office code in its canonical form."""
    require(parse_code(as_text(value)) == value)
    return as_text(value)


def as_column(value: object) -> str:
    """The code of a field that travels."""
    require(is_sent(as_text(value)))
    return as_text(value)


def as_fields(value: object) -> dict[str, Value]:
    """Fields that travel, or system fields, with canonical values."""
    fields = as_object(value)
    for code, said in fields.items():
        if not ((said is None or isinstance(said, str)) and is_canonical(code, said)):
            raise ValueError(f"{code} never holds {said!r}")
    return fields


def as_field(value: object) -> str:
    """The code of a field that travels, or of what a row itself is: whether it exists, who executes it."""
    require(value in (EXISTS, EXECUTORS) or is_sent(as_text(value)))
    return as_text(value)
