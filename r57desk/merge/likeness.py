"""Suggestions: which missing row a line nobody could place may be about. Never applied by themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from r57desk.merge.grid_rows import GridRows

LIKE_ENOUGH = 0.6
_MOST_COMPARED = 2000  # pairs of titles, in all
_PER_LINE = 5
_COMMON = 30  # a word in more titles than that tells nothing


class Suggestion(NamedTuple):
    """A line may be about a row; `likeness` of their titles is from 0 to 1."""

    line: int
    row: str
    likeness: float


def suggest(
    grid: GridRows, lines: Iterable[int], rows: Iterable[str], named: Mapping[int, str]
) -> tuple[Suggestion, ...]:
    """The best row for each line, each row once; `named` maps lines to the row their mark names, always worth asking."""
    titles = {row: grid.title_key(grid.base_value(row, "title")) for row in rows}
    finder = _Candidates(titles)
    found: list[Suggestion] = []
    budget = _MOST_COMPARED
    for line in sorted(lines, key=grid.rank):
        title = grid.title_key(grid.value(line, "title"))
        own = named.get(line, "")
        for row in dict.fromkeys(([own] if own in titles else []) + (finder.find(title) if budget > 0 else [])):
            budget -= 1
            likeness = measure_likeness(title, titles[row])
            if row == own or likeness >= LIKE_ENOUGH:
                found.append(Suggestion(line, row, likeness))
    return _choose(found)


def measure_likeness(one: str, other: str) -> float:
    """How alike two folded titles are, from 0 to 1; 0 without a closer look when they cannot be alike enough."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < LIKE_ENOUGH or matcher.quick_ratio() < LIKE_ENOUGH:
        return 0.0
    return matcher.ratio()


class _Candidates:
    """Rows that share uncommon words with a title, most shared first."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._rows: dict[str, list[str]] = defaultdict(list)
        for row, title in titles.items():
            for word in set(title.split()):
                self._rows[word].append(row)

    def find(self, title: str) -> list[str]:
        shared: Counter[str] = Counter()
        for word in dict.fromkeys(title.split()):
            rows = self._rows.get(word, ())
            if len(rows) <= _COMMON:
                shared.update(rows)
        return [row for row, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_PER_LINE]]


def _choose(found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    lines: set[int] = set()
    rows: set[str] = set()
    chosen = []
    for one in sorted(found, key=lambda one: -one.likeness):
        if one.line not in lines and one.row not in rows:
            chosen.append(one)
            lines.add(one.line)
            rows.add(one.row)
    return tuple(chosen)
