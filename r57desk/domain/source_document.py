"""Source documents: the number a document is cited by, and the year a deadline without one belongs to.

A citation names its date ("Kế hoạch 12/KH-UBND ngày 03/02/2025"), or has the year in its number ("55/2025/NĐ-CP"),
or a number the register of documents knows ("71/NQ-CP"); else a year that merely stands there is taken, if it is the
only one. Two documents may share a number: where their years differ, nothing is assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from r57desk.domain.pattern import late_pattern
from r57desk.domain.text import fold, one_line

_DATED = late_pattern(r"\d ?[/.-] ?\d{1,2} ?[/.-] ?(20\d\d)(?!\d)|thang \d{1,2} nam (20\d\d)(?!\d)")
_IN_NUMBER = late_pattern(r"(?<=\d/)(20\d\d)(?=/[^\W\d])")
_YEAR = late_pattern(r"(?<!\d)(20\d\d)(?!\d)(?![/-][^\W\d])")  # 2025/QĐ-TTg is a number, not a year
_ISSUED = late_pattern(r"(?:19|20)\d\d-")
_AROUND_SIGNS = late_pattern(r"\s*([/-])\s*")
_NUMBER = late_pattern(r"(?<![\w/-])0*([1-9]\d*[/-][\w/&-]*\w)")


def find_numbers(text: str) -> list[str]:
    """The document numbers in a text, as they are compared: folded, without spaces or leading zeros."""
    return [match[1] for match in _NUMBER.finditer(_AROUND_SIGNS.sub(r"\1", fold(one_line(text))))]


class DocumentYears:
    """The years of the documents a register knows, by number; equal when they say the same."""

    def __init__(self, documents: Iterable[tuple[str, str]] = ()) -> None:
        """`documents` are (number, ISO date) pairs; one without a date says nothing."""
        self._years: dict[str, set[int]] = {}
        for number, issued in documents:
            for key in find_numbers(number)[:1] if _ISSUED.match(issued) else ():
                self._years.setdefault(key, set()).add(int(issued[:4]))
        self._known: dict[str, int | None] = {}

    def find_year(self, citation: str) -> int | None:
        """The year of the document a citation names, None when it is not known for certain."""
        if citation not in self._known:
            self._known[citation] = self._read_year(citation)
        return self._known[citation]

    @property
    def by_number(self) -> Mapping[str, set[int]]:
        """What is known, by compared number."""
        return self._years

    def _read_year(self, citation: str) -> int | None:
        text = fold(one_line(citation))
        dates = [match[1] or match[2] for match in _DATED.finditer(text)] or _IN_NUMBER.findall(text)
        if dates:
            return int(dates[-1])
        known = {year for number in find_numbers(text) for year in self._years.get(number, ())}
        years = known or {int(year) for year in _YEAR.findall(text)}
        return years.pop() if len(years) == 1 else None


NO_DOCUMENTS = DocumentYears()
