"""Long data on a sheet: lines that fit a cell, each with a checksum, so that damage and loss are noticed.

A line is `kind number/count check text`. Whoever sorts the lines, or writes among them, does no harm.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable

LONGEST = 30_000  # characters of a line; Excel allows 32,767 in a cell
_HEAD = 40  # characters at most before the text
_CHECK = 10  # hex characters

_LINE = re.compile(r"([a-z]{1,10}) ([0-9]{1,5})/([0-9]{1,5}) ([0-9a-f]{10}) (.*)", re.DOTALL)


def format_lines(kind: str, text: str) -> list[str]:
    """A text as lines of a kind (a short word in small letters); at least one."""
    step = LONGEST - _HEAD
    pieces = [text[at : at + step] for at in range(0, len(text), step)] or [""]
    count = len(pieces)
    return [f"{kind} {at}/{count} {_check(kind, at, count, piece)} {piece}" for at, piece in enumerate(pieces, 1)]


def parse_lines(lines: Iterable[str]) -> dict[str, str | None]:
    """Kind → its text, None when a line of it is damaged, missing or there in two versions; other lines say nothing."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    counts: dict[str, set[int]] = defaultdict(set)
    for line in lines:
        if match := _LINE.fullmatch(line):
            kind, at, count, piece = match[1], int(match[2]), int(match[3]), match[5]
            counts[kind].add(count)
            is_good = match[4] == _check(kind, at, count, piece) and found[kind].setdefault(at, piece) == piece
            counts[kind] |= set() if is_good else {0}  # a count no text has
    return {kind: _join(found[kind], counts[kind]) for kind in counts}


def _join(pieces: dict[int, str], counts: set[int]) -> str | None:
    count = counts.pop() if len(counts) == 1 else 0
    if not count or pieces.keys() != set(range(1, count + 1)):
        return None
    return "".join(pieces[at] for at in range(1, count + 1))


def _check(kind: str, at: int, count: int, piece: str) -> str:
    return hashlib.sha256(f"{kind} {at}/{count} {piece}".encode()).hexdigest()[:_CHECK]
