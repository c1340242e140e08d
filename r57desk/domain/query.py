"""Query: what people type to narrow a list, `xây dựng lead:"Bộ Công an" due:<2025-08-31 progress:hoan_thanh`.

Words search every text of a task. A clause is `field:value`; several values, parted by commas, are alternatives;
clauses all hold together. Field names and values may be codes or labels, in either language, marks and capitals
aside (`tien_do:xong`); values with spaces or commas stand in quotation marks; `-field:value` leaves rows out.

What a clause means (`domain.query_match` is the definition the store is tested against):
- text fields: `=` holds when the folded text contains the folded value; WHOLE fields (numbers, codes) must equal it;
  an empty value ("", `none`) means blank. `==`, typed `field:=value`, holds when the text is exactly the value.
- `progress`, `timeliness`, `precision`, `kind`: one of the codes. `timeliness` looks at open tasks only, unless the
  query asks for `progress:hoan_thanh` too.
- dates (`due`, `done_date`) and `percent`: `=`, `<`, `<=`, `>`, `>=`, or `..` for first and last. A month or year
  stands for all its days. A blank never compares.
- `id`: a prefix of the row id. `office`: lead or cooperating body. `missing`: the field named is blank.
- `has`: something waits for a person: a `conflict` (several values of one cell), a `request` for a value another
  office owns; or the row is a `sample`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Literal, NamedTuple

from r57desk.domain.deadline import DEADLINE_KINDS, PRECISIONS
from r57desk.domain.fields import TASK_FIELDS
from r57desk.domain.pattern import late_pattern
from r57desk.domain.status import PROGRESS_CODES, TIMELINESS, parse_progress
from r57desk.domain.text import compact, one_line, words
from r57desk.errors import DeskError

Operator = Literal["=", "==", "<", "<=", ">", ">=", ".."]
ValueType = Literal[
    "text", "whole", "progress", "timeliness", "precision", "kind", "date", "percent", "id", "field", "mark"
]

WHOLE = frozenset({"stt", "code", "group_no"})


class Clause(NamedTuple):
    """One condition on one field; the values are canonical and alternatives (`..` takes first and last)."""

    field: str
    operator: Operator
    values: tuple[str, ...]
    negated: bool = False


class Query(NamedTuple):
    """Words to search for, as typed (phrases in quotation marks), and clauses that must all hold."""

    words: str = ""
    clauses: tuple[Clause, ...] = ()
    raw: str = ""

    def find(self, field: str) -> tuple[Clause, ...]:
        """The clauses on one field."""
        return tuple(clause for clause in self.clauses if clause.field == field)

    def asks_for(self, field: str, value: str) -> bool:
        """Whether some clause on `field` lets `value` in by name."""
        return any(value in clause.values and not clause.negated for clause in self.find(field))


EVERYTHING = Query()

# What a row can bear, for `has`: code, Vietnamese, English.
MARKS: tuple[tuple[str, str, str], ...] = (
    ("conflict", "Khác nhau", "Differing"),
    ("request", "Đề nghị", "Request"),
    ("sample", "Dữ liệu mẫu", "Sample"),
)

# -- the fields a clause may name ----------------------------------------------------------------

_TYPES: dict[str, ValueType] = {"progress": "progress", "percent": "percent", "date": "date"}
_OWN_FIELDS: tuple[tuple[str, ValueType, tuple[str, ...]], ...] = (
    ("due", "date", ("hạn", "đến hạn", "hạn chót")),
    ("timeliness", "timeliness", ("so với hạn", "tình trạng hạn")),
    ("precision", "precision", ("loại hạn",)),
    ("kind", "kind", ("loại mốc",)),
    ("id", "id", ("mã dòng",)),
    ("office", "text", ("cơ quan", "đơn vị")),
    ("missing", "field", ("thiếu",)),
    ("has", "mark", ("có",)),
)

TYPES: dict[str, ValueType] = {
    field.code: "whole" if field.code in WHOLE else _TYPES.get(field.type, "text") for field in TASK_FIELDS
} | {code: kind for code, kind, _ in _OWN_FIELDS}


@cache
def _names() -> dict[str, str]:
    """Every name of a field as `compact` makes it; folded when a clause is first typed, not at every start."""
    labels = {
        compact(name): field.code
        for field in reversed(TASK_FIELDS)
        for name in (*field.aliases, field.label_vi, field.label_en)
    }
    own = {compact(name): code for code, _, names in _OWN_FIELDS for name in names}
    return labels | own | {compact(code): code for code in TYPES}


def find_field(name: str) -> str | None:
    """The field code a typed name means: a code, a label or a header alias, marks and spacing aside."""
    return _names().get(compact(name))


# -- reading -------------------------------------------------------------------------------------

_QUOTES = str.maketrans("“”„‟", '""""')
_TOKEN = late_pattern(r'(?:[^\s"]|"[^"]*")+')
_CLAUSE = late_pattern(
    r'(?P<not>-)?(?P<field>"[^"]+"|[^\W\d][\w%()-]*):(?P<operator><=|>=|<|>|=)?(?P<value>(?!//).*)'
)
_VALUE = late_pattern(r'(?:[^,"]|"[^"]*")+')
_OPERATORS: dict[str, Operator] = {"=": "=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_NONE_WORDS = frozenset({"", "none", "null", "khong", "trong", "blank"})


def parse_query(text: str | None) -> Query:
    """The query a person typed; DeskError names what cannot be read. Nothing typed is everything."""
    raw = one_line(text or "")
    typed = raw.translate(_QUOTES)
    if typed.count('"') % 2:
        raise DeskError("query_open_quote", text=typed[typed.rindex('"') :])
    found_words: list[str] = []
    clauses: list[Clause] = []
    for token in _TOKEN.findall(typed):
        clause = _parse_clause(token)
        if clause is None:
            found_words.append(token)
        else:
            clauses.append(clause)
    return Query(" ".join(found_words), tuple(clauses), raw)


def search_terms(typed: str) -> list[list[str]]:
    """The folded words to search for; words in quotation marks stay together, in order."""
    terms: list[list[str]] = []
    for token in _TOKEN.findall(typed.translate(_QUOTES)):
        if '"' in token:
            terms.append(words(token))
        else:
            terms.extend([word] for word in words(token))
    return [term for term in terms if term]


def _parse_clause(token: str) -> Clause | None:
    match = _CLAUSE.fullmatch(token)
    if match is None or not match["value"]:
        return None
    name = match["field"].strip('"')
    field = find_field(name)
    if field is None:
        raise DeskError("query_unknown_field", field=name, known=", ".join(sorted(TYPES)))
    operator = _OPERATORS[match["operator"] or "="]
    values = [one_line(part.replace('"', "")) for part in _VALUE.findall(match["value"])]
    negated = bool(match["not"])
    if TYPES[field] in ("date", "percent"):
        return _ordered_clause(field, operator, values, negated)
    if operator != "=":
        raise DeskError("query_no_order", field=field, operator=operator)
    exact: Operator = "==" if match["operator"] and TYPES[field] == "text" else "="
    return Clause(field, exact, tuple(dict.fromkeys(_canonical_values(field, values))), negated)


def clause_of(field: str, values: Iterable[str]) -> Clause:
    """The clause that holds exactly the rows showing one of these values, as a filter offers them."""
    return Clause(field, "==" if TYPES[field] == "text" else "=", tuple(values))


def _canonical_values(field: str, typed: Sequence[str]) -> Iterator[str]:
    reader = _CODE_READERS.get(TYPES[field])
    for value in typed:
        if reader is None:
            yield "" if compact(value) == "none" else value
        elif (code := reader(value)) is not None:
            yield code
        else:
            raise DeskError("query_unknown_value", field=field, value=value, known=", ".join(_KNOWN[TYPES[field]]))


# -- codes ---------------------------------------------------------------------------------------

_TIMELINESS_ALSO: tuple[tuple[str, ...], ...] = (
    ("qua_han", "trễ hạn", "chậm", "late"),
    ("sap_den_han", "sắp hạn", "soon"),
    ("khong_han", "không thời hạn"),
)
_MARKS_ALSO: tuple[tuple[str, ...], ...] = (
    ("conflict", "xung đột", "conflicts"),
    ("request", "đề nghị chờ trả lời", "requests"),
    ("sample", "mẫu", "samples"),
)
_KNOWN: dict[ValueType, tuple[str, ...]] = {
    "progress": PROGRESS_CODES,
    "timeliness": tuple(row[0] for row in TIMELINESS),
    "kind": tuple(row[0] for row in DEADLINE_KINDS),
    "precision": tuple(row[0] for row in PRECISIONS),
    "mark": tuple(row[0] for row in MARKS),
    "field": tuple(field.code for field in TASK_FIELDS),
}


def _code_in(*tables: tuple[tuple[str, ...], ...]) -> Callable[[str], str | None]:
    """Finds the code of a row of a table by any of its words; the words are folded when one is first looked up."""

    @cache
    def names() -> dict[str, str]:
        return {compact(name): row[0] for table in tables for row in table for name in row}

    return lambda value: names().get(compact(value))


def _progress_code(value: str) -> str | None:
    return parse_progress(value).code


def _task_field(value: str) -> str | None:
    code = find_field(value)
    return code if code in _KNOWN["field"] else None


_CODE_READERS: dict[ValueType, Callable[[str], str | None]] = {
    "progress": _progress_code,
    "timeliness": _code_in(TIMELINESS, _TIMELINESS_ALSO),
    "kind": _code_in(DEADLINE_KINDS),
    "precision": _code_in(PRECISIONS),
    "mark": _code_in(MARKS, _MARKS_ALSO),
    "field": _task_field,
    "id": lambda value: compact(value).upper() or None,
}


# -- dates and percentages -----------------------------------------------------------------------


def _ordered_clause(field: str, operator: Operator, typed: list[str], negated: bool) -> Clause:
    """`<` and friends take one value; a period becomes its first or last day, or `..` for both."""
    first_word = typed[0] if typed else ""
    if operator == "=" and compact(first_word) in _NONE_WORDS:
        return Clause(field, "=", ("",), negated)
    if TYPES[field] == "percent":
        return Clause(field, operator, tuple(_percent(field, value) for value in typed), negated)
    spans = [_span(field, value) for value in typed]
    if operator == "=" and (len(spans) == 1 and spans[0][0] != spans[0][1]):
        return Clause(field, "..", (spans[0][0].isoformat(), spans[0][1].isoformat()), negated)
    if operator == "=":
        return Clause(field, "=", tuple(day.isoformat() for day in _days_of(field, typed, spans)), negated)
    first, last = spans[0]
    return Clause(field, operator, ((first if operator in ("<", ">=") else last).isoformat(),), negated)


def _days_of(field: str, typed: list[str], spans: list[tuple[date, date]]) -> Iterator[date]:
    for value, (first, last) in zip(typed, spans, strict=True):
        if first != last:
            raise DeskError("query_bad_date", field=field, value=value)
        yield first


def _percent(field: str, value: str) -> str:
    try:
        number = Decimal(value.strip("% ").replace(",", "."))
    except InvalidOperation:
        raise DeskError("query_bad_number", field=field, value=value) from None
    if not 0 <= number <= 100:
        raise DeskError("query_bad_number", field=field, value=value)
    return f"{number.normalize():f}"


_SPAN = late_pattern(r"(.+?)\.\.(.+)")
_YEAR_MONTH = late_pattern(r"(\d{4})-(\d{1,2})|(?P<m>\d{1,2})[/-](?P<y>\d{4})")


def _span(field: str, value: str) -> tuple[date, date]:
    """First and last day of a date, month, year or `first..last`."""
    if match := _SPAN.fullmatch(value):
        return _span(field, match[1])[0], _span(field, match[2])[1]
    found = _period_days(value)
    if found is None:
        raise DeskError("query_bad_date", field=field, value=value)
    return found


def _period_days(value: str) -> tuple[date, date] | None:
    from r57desk.domain.deadline_grammar import month_period  # read only when a date is typed
    from r57desk.domain.values import parse_value

    if day := parse_value("date", value).value:
        return date.fromisoformat(day), date.fromisoformat(day)
    try:
        if re.fullmatch(r"\d{4}", value):
            return date(int(value), 1, 1), date(int(value), 12, 31)
        if match := _YEAR_MONTH.fullmatch(value):
            month = month_period(int(match[1] or match["y"]), int(match[2] or match["m"]))
            return month.first, month.last
    except ValueError:
        return None
    return None
