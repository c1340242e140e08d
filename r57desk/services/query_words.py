"""A query in words, for paper and file names: "Cơ quan chủ trì: Bộ Công an; So với hạn: Quá hạn"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from r57desk.domain.fields import BY_CODE
from r57desk.domain.query import MARKS, TYPES, Clause, Query
from r57desk.domain.status import label as status_label
from r57desk.errors import Language

_LABELS: dict[str, tuple[str, str]] = {
    "due": ("Hạn", "Due"),
    "timeliness": ("So với hạn", "Against the deadline"),
    "precision": ("Loại hạn", "Kind of deadline"),
    "kind": ("Loại mốc", "Kind of milestone"),
    "id": ("Mã dòng", "Row id"),
    "office": ("Cơ quan", "Body"),
    "missing": ("Thiếu", "Missing"),
    "has": ("Có", "Has"),
}
_OPERATORS: dict[str, tuple[str, str]] = {
    "<": ("trước", "before"),
    "<=": ("đến hết", "up to"),
    ">": ("sau", "after"),
    ">=": ("từ", "from"),
}
_NEARLY: dict[str, tuple[str, str]] = {
    "words": ("Tìm", "Search"),
    "not": ("trừ", "except"),
    "blank": ("(trống)", "(blank)"),
}


def describe(query: Query, language: Language = "vi") -> str:
    """Every condition of a query, parted by semicolons; "" for the whole register."""
    place = 0 if language == "vi" else 1
    parts = [f"{_NEARLY['words'][place]}: “{query.words}”"] if query.words else []
    return "; ".join([*parts, *(_describe_clause(clause, place) for clause in query.clauses)])


def _describe_clause(clause: Clause, place: int) -> str:
    values = list(_value_words(clause, place))
    if clause.operator == "..":
        text = " – ".join(values)
    else:
        text = ", ".join(values)
        if clause.operator in _OPERATORS:
            text = f"{_OPERATORS[clause.operator][place]} {text}"
    prefix = f"{_NEARLY['not'][place]} " if clause.negated else ""
    return f"{prefix}{_field_label(clause.field, place)}: {text}"


def _field_label(code: str, place: int) -> str:
    if code in _LABELS:
        return _LABELS[code][place]
    field = BY_CODE[code]
    return (field.label_vi, field.label_en)[place]


def _value_words(clause: Clause, place: int) -> Iterator[str]:
    for value in clause.values:
        if not value:
            yield _NEARLY["blank"][place]
        elif TYPES[clause.field] in ("progress", "timeliness"):
            yield status_label(value, "vi" if place == 0 else "en")
        elif TYPES[clause.field] == "date":
            yield date.fromisoformat(value).strftime("%d/%m/%Y")
        elif TYPES[clause.field] == "mark":
            yield next(row[1 + place] for row in MARKS if row[0] == value)
        elif TYPES[clause.field] == "field":
            yield _field_label(value, place)
        else:
            yield value
