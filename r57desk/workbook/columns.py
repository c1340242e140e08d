"""Columns: which field a header names. Names first, then the other headers, then what stands in the cells.

Headers are compared on folded text. A header that names several fields ("Kết quả", "Tiến độ", "Thực hiện") is
decided last, from the columns around it and its content; a second column for one field never overrides the first.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Literal, TypeVar

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.fields import KINDS
from r57desk.domain.status import parse_progress
from r57desk.domain.text import fold, one_line, roman_value
from r57desk.workbook.grid import Value

_T = TypeVar("_T")

How = Literal["own", "mapping", "name", "loose", "content"]
Why = Literal["unknown", "second", "ignored", "group_numbers"]

EXACT, WITHOUT_NOTE, LOOSE = 3, 2, 1  # how well a header matches a name

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")
_EDGE = " .:;*-–_/\\|"
# Long names that go on ("Cơ quan chủ trì theo dõi, đánh giá") still name their field, if nothing better does.
_LOOSE_FIELDS = ("title", "lead", "coop", "deadline_text", "deliverable")
_LOOSE_SYLLABLES = 3
_LONGEST_HEADER = 120  # characters; longer text is a title or a task

_BODY = re.compile(
    r"\b(bo|so|ubnd|uy ban|ban|van phong|phong|cac bo|dia phuong|vien|truong|cong an|tinh|xa|phuong)\b"
)
_RESULT = re.compile(r"(da|dang|chua|hoan thanh|ban hanh|trinh|tiep tuc|du kien)\b|[-+]\s*da\b")


@dataclass(frozen=True, slots=True)
class Choice:
    """One column of the table: its number, its header and the field it is read as."""

    column: int
    header: str
    field: str
    how: How


@dataclass(frozen=True, slots=True)
class Leftover:
    """A column that is not read, and why."""

    column: int
    header: str
    why: Why


@dataclass(slots=True)
class Choices:
    """The outcome for one table."""

    chosen: list[Choice] = field(default_factory=list)
    leftover: list[Leftover] = field(default_factory=list)

    def column_of(self, code: str) -> int | None:
        """The column a field is read from."""
        return next((choice.column for choice in self.chosen if choice.field == code), None)

    @property
    def fields(self) -> set[str]:
        return {choice.field for choice in self.chosen}


def header_key(text: str) -> str:
    """A header as it is compared: folded, one line, without edge punctuation."""
    return fold(one_line(text)).strip(_EDGE)


def stack_keys(stack: Sequence[str]) -> tuple[str, ...]:
    """The keys by which a person may name a header several rows tall: as it is shown, all of it, its lowest row."""
    return tuple(map(header_key, (" / ".join(stack), " ".join(stack), stack[-1])))


def fingerprint_headers(headers: Iterable[str]) -> str:
    """What tells the headers of one table, from the left, from those of others: 32 hex characters."""
    return hashlib.sha256("\x1f".join(map(header_key, headers)).encode()).hexdigest()[:32]


def fingerprint_stacks(stacks: Mapping[int, Sequence[str]]) -> str:
    """The same, from the header texts of each column."""
    return fingerprint_headers(" / ".join(stack) for _, stack in sorted(stacks.items()) if stack)


@cache
def _names(kind: str) -> dict[str, tuple[str, ...]]:
    """Header key → the fields it may name, sure ones first."""
    names: dict[str, list[str]] = defaultdict(list)
    for item in KINDS[kind]:
        for text in (item.label_vi, item.label_en, *item.aliases):
            names[header_key(text) or text].append(item.code)
    for item in KINDS[kind]:
        for text in item.ambiguous:
            names[header_key(text)].append(item.code)
    return {key: tuple(dict.fromkeys(codes)) for key, codes in names.items()}


@cache
def _long_names() -> tuple[tuple[str, str], ...]:
    """The names long enough to be trusted when more text follows them."""
    return tuple(
        (name, codes[0])
        for name, codes in _names("task").items()
        if name.count(" ") + 1 >= _LOOSE_SYLLABLES and codes[0] in _LOOSE_FIELDS
    )


@cache
def match_header(kind: str, text: str) -> tuple[int, tuple[str, ...]]:
    """How well one header text names fields of a kind, and which; (0, ()) when it names none."""
    if len(text) > _LONGEST_HEADER:
        return 0, ()
    names = _names(kind)
    key = header_key(text) or text.strip()
    if key in names:
        return EXACT, names[key]
    plain = _BRACKETS.sub(" ", key).strip(_EDGE)
    if plain in names:
        return WITHOUT_NOTE, names[plain]
    if kind == "task":
        for name, code in _long_names():
            if key.startswith(name) and not key[len(name)].isalnum():
                return LOOSE, (code,)
    return 0, ()


def match_stack(kind: str, stack: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """The same for a header several rows tall: the lowest text names the column, or all of them together."""
    if not stack:
        return 0, ()
    best = match_header(kind, stack[-1])
    return best if best[0] or len(stack) == 1 else match_header(kind, " ".join(stack))


def choose_columns(
    kind: str,
    stacks: Mapping[int, Sequence[str]],
    sample: Callable[[int], list[Value]],
    mapping: Mapping[str, str] | None = None,
    own: Mapping[int, str] | None = None,
) -> Choices:
    """Decide every column. `stacks` holds the header texts of each column, top to bottom; `sample` some of its cells.

    `mapping` is what the user said, {header: field, "" = leave out}; `own` what our own workbook says of itself.
    """
    table = _Table(kind, stacks, sample)
    table.take_own(own or {})
    table.take_mapping(mapping or {})
    table.take_sure()
    table.take_ambiguous()
    return table.finish()


class _Table:
    """The columns of one table while they are being decided."""

    def __init__(self, kind: str, stacks: Mapping[int, Sequence[str]], sample: Callable[[int], list[Value]]) -> None:
        self._kind, self._sample = kind, sample
        self._open = {column: stack for column, stack in stacks.items() if stack}
        self._matches = {column: match_stack(kind, stack) for column, stack in self._open.items()}
        self._result = Choices()

    def _take(self, column: int, code: str, how: How) -> None:
        self._result.chosen.append(Choice(column, " / ".join(self._open.pop(column)), code, how))

    def _leave(self, column: int, why: Why) -> None:
        self._result.leftover.append(Leftover(column, " / ".join(self._open.pop(column)), why))

    def take_own(self, own: Mapping[int, str]) -> None:
        for column, code in own.items():
            if column in self._open:
                self._take(column, code, "own")

    def take_mapping(self, mapping: Mapping[str, str]) -> None:
        wanted = {header_key(header): code for header, code in mapping.items()}
        for column, stack in list(self._open.items()):
            code = next((wanted[key] for key in stack_keys(stack) if key in wanted), None)
            if code == "":
                self._leave(column, "ignored")
            elif code is not None and code not in self._result.fields:
                self._take(column, code, "mapping")

    def take_sure(self) -> None:
        """Headers that name one field, best match first, then from the left."""
        sure = [(-self._matches[c][0], c) for c in self._open if len(self._matches[c][1]) == 1]
        for strength, column in sorted(sure):
            code = self._matches[column][1][0]
            if code == "category" and self._holds_group_numbers(column):
                self._leave(column, "group_numbers")
            elif code in self._result.fields:
                self._leave(column, "second")
            else:
                self._take(column, code, "loose" if -strength == LOOSE else "name")

    def take_ambiguous(self) -> None:
        for column in sorted(c for c in self._open if len(self._matches[c][1]) > 1):
            free = [code for code in self._matches[column][1] if code not in self._result.fields]
            code = self._decide(column, free)
            if code:
                self._take(column, code, "content" if len(free) > 1 else "name")
            else:
                self._leave(column, "second")

    def finish(self) -> Choices:
        for column in list(self._open):
            self._leave(column, "unknown")
        self._result.chosen.sort(key=lambda choice: choice.column)
        self._result.leftover.sort(key=lambda leftover: leftover.column)
        return self._result

    # -- what stands in the cells ------------------------------------------------------------------

    def _texts(self, column: int) -> list[str]:
        return [fold(one_line(value)) for value in self._sample(column) if isinstance(value, str) and value.strip()]

    def _holds_group_numbers(self, column: int) -> bool:
        """Whether the column repeats the numbers of groups (I, II, A …) instead of naming them."""
        texts = [str(value).strip() for value in self._sample(column) if value != ""]
        return bool(texts) and all(roman_value(text) or (len(text) == 1 and text.isupper()) for text in texts)

    def _decide(self, column: int, free: list[str]) -> str | None:
        """The field of an ambiguous column among those still free, or None."""
        codes = self._matches[column][1]
        if "deadline_text" in codes:
            return self._decide_progress(column, free)
        if "deliverable" in codes:
            return self._decide_result(column, free)
        if "coop" in codes:
            return self._decide_doing(column, free)
        return free[0] if free else None

    def _decide_progress(self, column: int, free: list[str]) -> str | None:
        """The column “Tiến độ”: a percentage, a deadline or a word of progress."""
        values = [value for value in self._sample(column) if value != ""]
        if values and "percent" not in self._result.fields and _share(values, _is_percent) > 0.5:
            return "percent"
        if "deadline_text" in free and values and _share(values, _is_deadline) > 0.5:
            return "deadline_text"
        return "progress" if "progress" in free else None

    def _decide_result(self, column: int, free: list[str]) -> str | None:
        """The column “Kết quả”: the product asked for in a plan, what was achieved in a report."""
        if len(free) < 2:
            return free[0] if free else None
        texts = self._texts(column)
        if texts:
            return "result_now" if _share(texts, lambda text: bool(_RESULT.match(text))) > 0.4 else "deliverable"
        deadline = self._result.column_of("deadline_text")
        reports = self._result.fields & {"progress", "percent", "done_date", "obstacles"}
        is_before_deadline = deadline is not None and column < deadline
        return "deliverable" if is_before_deadline or not reports else "result_now"

    def _decide_doing(self, column: int, free: list[str]) -> str | None:
        """The column “Thực hiện”: the cooperating bodies beside “Chủ trì”, or what was done."""
        texts = self._texts(column)
        names_bodies = _share(texts, lambda text: bool(_BODY.search(text)) and not _RESULT.match(text)) > 0.5
        if "coop" in free and "lead" in self._result.fields and (names_bodies or not texts):
            return "coop"
        if "result_now" in free and texts and not names_bodies:
            return "result_now"
        return None


def _share(values: Sequence[_T], test: Callable[[_T], bool]) -> float:
    return sum(map(test, values)) / len(values) if values else 0.0


def _is_percent(value: Value) -> bool:
    if isinstance(value, str):
        return value.strip().endswith("%")
    return isinstance(value, int | float) and 0 <= value <= 100


def _is_deadline(value: Value) -> bool:
    if isinstance(value, str):
        if parse_progress(value).code or parse_progress(value).doubt == "timeliness_typed":
            return False
        return parse_deadline(value, None).precision not in ("unknown", "none")
    return isinstance(value, date) or (isinstance(value, int | float) and 2000 <= value <= 2100)
