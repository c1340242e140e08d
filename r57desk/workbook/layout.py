"""Layout: where the table begins on a sheet. The header is looked for in the first 40 rows, 1 to 3 rows tall."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from r57desk.domain.text import fold, one_line
from r57desk.workbook.columns import EXACT, match_stack, stack_keys
from r57desk.workbook.grid import Value

HEADER_WITHIN = 40
HEADER_ROWS = 3
HEAD_ROWS = HEADER_WITHIN + HEADER_ROWS

Merge = tuple[int, int, int, int]

# What a table must name besides its first field to be a list of that kind.
_REQUIRED: dict[str, tuple[str, frozenset[str]]] = {
    "task": (
        "title",
        frozenset({"lead", "coop", "deadline_text", "deliverable", "progress", "percent", "result_now", "done_date"}),
    ),
    "office": ("code", frozenset({"name"})),
    "public_day": ("date", frozenset({"type", "name"})),
    "document": ("number", frozenset({"date", "title"})),
}
_INDICATOR = ("chi tieu", "chi so", "ten chi tieu", "noi dung chi tieu", "muc tieu, chi tieu", "chi tieu cu the")
_NUMBERING = re.compile(r"\(?\s*(\d{1,2}|[A-ZĐ])\s*\)?(\s*=.*)?")
_TCVN3 = re.compile("[µ¸¹¶·®©ªÇÆÈÉËÖÕÓÔ×ØÜÞßñòóôõö÷øùúûüýþ\u00ad]")
_VNI = re.compile("[aeouyAEOUY][ùøûõïâáàåäêéèúüëÙØÛÕÏÂÁÀÅÄÊÉÈÚÜË]|[öôñÖÔÑ]")
_MODERN = re.compile("[\u1ea0-\u1ef9đơưĐƠƯăĂ]")


@dataclass(frozen=True, slots=True)
class Header:
    """The header found: its rows (0-based, inclusive), each column's texts from top to bottom, and how good it is."""

    top: int
    bottom: int
    stacks: Mapping[int, Sequence[str]]
    score: int
    is_strong: bool  # names more than a title and a number


def find_header(
    kind: str, head: Sequence[Sequence[Value]], merges: Sequence[Merge], wanted: frozenset[str] = frozenset()
) -> Header | None:
    """The best header among the first rows, or None when no rows name a list of this kind.

    `wanted` are header keys the user mapped to a field: they count as names.
    """
    texts = spread(head, merges)
    best: Header | None = None
    for top in range(min(len(texts), HEADER_WITHIN)):
        for height in range(1, min(HEADER_ROWS, len(texts) - top) + 1):
            found = _judge(kind, texts, top, top + height - 1, wanted)
            if found and (best is None or _rank(found) > _rank(best)):
                best = found
    return best and _extend(best, texts, merges)


def _rank(header: Header) -> tuple[int, int]:
    """More names first, then fewer rows: a title above adds nothing to a header."""
    return header.score, header.top - header.bottom


def header_at(head: Sequence[Sequence[Value]], merges: Sequence[Merge], top: int, bottom: int) -> Header:
    """The header at rows already known, from our own workbook."""
    return Header(top, bottom, _stacks(spread(head, merges), top, bottom), 0, True)


def spread(head: Sequence[Sequence[Value]], merges: Sequence[Merge]) -> list[list[str]]:
    """The first rows as text, each merged range filled with its first cell."""
    texts = [[_as_text(value) for value in row] for row in head]
    for top, left, bottom, right in merges:
        if top >= len(texts) or left >= len(texts[top]):
            continue
        for row in range(top, min(bottom + 1, len(texts))):
            for column in range(left, min(right + 1, len(texts[row]))):
                texts[row][column] = texts[top][left]
    return texts


def _as_text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return one_line(value) if isinstance(value, str) else str(value)


def _stacks(texts: Sequence[Sequence[str]], top: int, bottom: int) -> dict[int, list[str]]:
    """The different header texts of every column, top to bottom."""
    width = max((len(row) for row in texts[top : bottom + 1]), default=0)
    stacks: dict[int, list[str]] = {}
    for column in range(width):
        column_texts = [row[column] for row in texts[top : bottom + 1] if column < len(row) and row[column]]
        stacks[column] = list(dict.fromkeys(column_texts))
    return stacks


def _judge(kind: str, texts: Sequence[Sequence[str]], top: int, bottom: int, wanted: frozenset[str]) -> Header | None:
    """These rows as a header, or None when they do not name what the kind requires."""
    if not any(texts[top]):
        return None
    stacks = _stacks(texts, top, bottom)
    first, others = _REQUIRED[kind]
    strengths: dict[str, int] = {}
    mapped = 0
    for stack in stacks.values():
        strength, codes = match_stack(kind, stack)
        for code in codes:
            strengths[code] = max(strengths.get(code, 0), strength if len(codes) == 1 else EXACT - 1)
        mapped += bool(stack and wanted and not wanted.isdisjoint(stack_keys(stack)))
    if not mapped and (strengths.get(first, 0) == 0 or len(strengths) < 2):
        return None
    score = sum(strengths.values()) + mapped * EXACT
    return Header(top, bottom, stacks, score, bool(mapped or others & strengths.keys()))


def _extend(header: Header, texts: Sequence[Sequence[str]], merges: Sequence[Merge]) -> Header:
    """The header with the rows its merged cells reach up and down to."""
    touching = [m for m in merges if m[0] <= header.bottom and m[2] >= header.top and m[2] - m[0] < HEADER_ROWS]
    top = min([header.top, *(m[0] for m in touching)])
    bottom = min(max([header.bottom, *(m[2] for m in touching)]), top + HEADER_ROWS - 1, len(texts) - 1)
    return Header(top, bottom, _stacks(texts, top, bottom), header.score, header.is_strong)


def is_numbering(texts: Sequence[str]) -> bool:
    """Whether a row under the header only numbers the columns: (1) (2) (3), 1 2 3, A B 1 2."""
    filled = [text for text in texts if text]
    return len(filled) >= 3 and all(_NUMBERING.fullmatch(text) for text in filled)


def looks_like_indicators(texts: Sequence[Sequence[str]]) -> bool:
    """Whether the first rows hold the header of a list of indicators."""
    return any(fold(text).strip(" :.") in _INDICATOR for row in texts for text in row)


def looks_like_old_font(texts: Sequence[Sequence[str]]) -> bool:
    """Whether the text only looks Vietnamese in an old font (.VnTime, VNI-Times)."""
    letters = "".join("".join(row) for row in texts)
    odd = len(_TCVN3.findall(letters)) + len(_VNI.findall(letters))
    return odd >= 20 and odd > 3 * len(_MODERN.findall(letters))
