"""Sheet: what is to be printed, before any measuring. Plain data: no fonts loaded, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from r57desk.domain.status import WARN_DAYS
from r57desk.errors import Language
from r57desk.paper.profile import STATE, Align, Face, Profile


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues the sheet, in the official spelling; `superior` and `place` may be empty."""

    body: str
    superior: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which state of the register the sheet shows, so that paper and data can be matched."""

    as_of: date
    revision: int
    check_code: str
    warn_days: int = WARN_DAYS


@dataclass(frozen=True, slots=True)
class Options:
    """What the person printing chooses for every kind of sheet. The language changes labels, never headings."""

    profile: Profile = STATE
    landscape: bool = False
    draft: bool = False
    language: Language = "vi"


@dataclass(frozen=True, slots=True)
class Masthead:
    """The official heading: issuing body left, state or Party heading right, blank number and date."""

    letterhead: Letterhead
    year: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few lines of one face; `gap` is the space above in points. Kept with its neighbours if asked."""

    text: str
    face: Face
    align: Align = "left"
    gap: float = 0
    keep_with_next: bool = False
    keep_with_previous: bool = False
    balanced: bool = False  # lines of about equal length, for centred headings


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: least width in millimetres at 12 points, and its share of the width left over."""

    label: str
    least: float
    share: float = 0
    align: Align = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A grey row across the table, kept with the row that follows it."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One text per column; line breaks are kept."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table. Its header, if any, stands on every page the table reaches.

    A row taller than a page goes on under `continued`, written in `continued_column`; the cells of
    `repeated_columns` (such as the number) are written again.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | GroupRow, ...]
    empty: str = ""
    header: bool = True
    continued: str = "(tiếp)"
    continued_column: int = 0
    repeated_columns: tuple[int, ...] = ()
    gap: float = 0


@dataclass(frozen=True, slots=True)
class Checklist:
    """Drawn boxes with a word each, ticked or not, three to a line."""

    items: tuple[tuple[str, bool], ...]
    face: Face
    gap: float = 0


@dataclass(frozen=True, slots=True)
class Signature:
    """Recipients left, an empty space right; kept with the lines before it."""

    keep_with_previous: bool = True


Block = Masthead | Paragraph | Table | Checklist | Signature


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document: its pages are numbered from 1. `key` names it for the PDF's document id."""

    title: str
    key: str
    blocks: tuple[Block, ...]
    options: Options
    footer: str
    page_words: str = "Trang {page}/{pages}"
