"""The source document a title block names: "(Kèm theo … Nghị quyết số 03/NQ-CP ngày 09 tháng 01 năm 2025 …)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from r57desk.domain.text import normalize

_KINDS = (
    "Nghị quyết|Quyết định|Kế hoạch|Chương trình(?: hành động)?|Chỉ thị|Kết luận|Thông báo(?: kết luận)?|Quy chế|"
    "Hướng dẫn|Công điện|Đề án|Nghị định|Thông tư|Công văn|Báo cáo|Tờ trình|Phiếu trình"
)
_NUMBER = r"\d{1,5}(?:/\d{4})?[-/][A-ZĐ][A-Za-zĐđ]*(?:[-/][A-ZĐ][A-Za-zĐđ0-9]*)*"
_DATE = r"(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|[/.-])(\d{1,2})(?:\s+năm\s+|[/.-])(\d{4})"
_REFERENCE = re.compile(rf"({_KINDS})?\s*(?:số:?\s*)?\b((?-i:{_NUMBER}))(?:,?\s*{_DATE})?", re.IGNORECASE)
_COVERING = (
    "công văn",
    "báo cáo",
    "tờ trình",
    "phiếu trình",
)  # letters that carry an annex, not what it follows from
_YEAR = re.compile(r"(?:năm:?|/)\s*(20\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """The document that assigned the tasks: its number as written, its date and kind as far as they are stated."""

    number: str = ""
    date: date | None = None
    kind: str = ""
    year: int | None = None  # the year a date without one belongs to


def find_document(title_block: Iterable[str]) -> Document:
    """The assigning document named above a table; an empty Document when none is.

    A line that says what the annex is attached to wins over the title; covering letters come last.
    """
    lines = [normalize(line).replace("\n", " ") for line in title_block]
    found = [(rank, order, document) for order, line in enumerate(lines) for rank, document in _references(line)]
    document = min(found, default=(0, 0, Document()), key=lambda item: item[:2])[2]
    year = document.date.year if document.date else _stated_year(lines)
    return Document(document.number, document.date, document.kind, year)


def _references(line: str) -> Iterable[tuple[int, Document]]:
    attached = line.lstrip(" (").lower().startswith(("kèm theo", "ban hành kèm"))
    for match in _REFERENCE.finditer(line):
        kind, number, day, month, year = match.groups()
        kind = (kind or "").capitalize()
        if not kind and not attached and "/" not in number:
            continue  # a phone or form number
        rank = 2 if kind.lower() in _COVERING else 0 if attached else 1
        yield rank, Document(number, _date(day, month, year), kind)


def _date(day: str | None, month: str | None, year: str | None) -> date | None:
    try:
        return date(int(year or 0), int(month or 0), int(day or 0))
    except ValueError:
        return None


def _stated_year(lines: list[str]) -> int | None:
    years = {int(year) for line in lines for year in _YEAR.findall(line)}
    return years.pop() if len(years) == 1 else None
