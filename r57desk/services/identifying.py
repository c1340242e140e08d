"""Which row of the register a line is about, when it has no id: the one of its number and title, or one to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from r57desk.domain.ids import natural_row_id
from r57desk.domain.text import fold
from r57desk.store.matching import NaturalKey
from r57desk.workbook.reading import Reading, Row


def identify(reading: Reading, keys: Sequence[NaturalKey]) -> list[str]:
    """A row id for each line: its own; else the one row of the same number and title; else one from its content."""
    ids = [line.id for line in reading.rows]
    if all(ids):
        return ids
    finder = RowFinder(keys, {row_id for row_id in ids if row_id})
    natural = pick(reading, NATURAL)
    return [row_id or finder.find(*natural(line)) for row_id, line in zip(ids, reading.rows, strict=True)]


NATURAL = ("source_doc", "group_no", "stt", "title")


def pick(reading: Reading, codes: Sequence[str]) -> Callable[[Row], list[str]]:
    """A function from a line to its values of these fields, "" for what the file does not say."""
    places = [reading.fields.index(code) if code in reading.fields else None for code in codes]
    return lambda line: [(line.values[place] or "") if place is not None else "" for place in places]


class RowFinder:
    """Finds the row of a line by natural key, each row once."""

    def __init__(self, keys: Sequence[NaturalKey], taken: set[str]) -> None:
        self._taken = taken
        self._exact: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for row_id, source, stt, title in keys:
            self._exact.setdefault((stt, title), []).append((row_id, source))
        self._folded: dict[tuple[str, str], list[tuple[str, str]]] | None = None
        self._occurrences: Counter[str] = Counter()  # lines like an earlier one, by its id

    def find(self, source: str, group_no: str, stt: str, title: str) -> str:
        """The id of the row these values are about, known or new."""
        found = self._unique(self._exact.get((stt, title), ()), source)
        if not found:
            found = self._unique(self._find_folded(stt, title), source)
        if not found:
            first = found = natural_row_id(source, group_no, stt, title)
            while found in self._taken:
                self._occurrences[first] += 1
                found = natural_row_id(source, group_no, stt, title, self._occurrences[first])
        self._taken.add(found)
        return found

    def _unique(self, candidates: Iterable[tuple[str, str]], source: str) -> str:
        fitting = [
            row_id
            for row_id, other in candidates
            if row_id not in self._taken and (not source or not other or source == other)
        ]
        return fitting[0] if len(fitting) == 1 else ""

    def _find_folded(self, stt: str, title: str) -> Iterable[tuple[str, str]]:
        if not self._exact:
            return ()
        if self._folded is None:
            self._folded = {}
            for (number, text), candidates in self._exact.items():
                self._folded.setdefault((number, fold(text)), []).extend(candidates)
        return self._folded.get((stt, fold(title)), ())
