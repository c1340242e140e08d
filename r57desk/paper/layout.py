"""Sheets in, page plans out: every line broken and placed before the first page is painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from r57desk.paper.fonts import choose_paper_family, register_paper_fonts
from r57desk.paper.headings import (
    LINE_WIDTH,
    draw_checklist,
    draw_masthead,
    draw_paragraph,
    draw_signature,
)
from r57desk.paper.measure import Ruler, get_ruler
from r57desk.paper.model import Block, Checklist, Masthead, Paragraph, Sheet, Signature, Table
from r57desk.paper.paginate import Paginator
from r57desk.paper.pieces import HAIRLINE, Drawn, Piece, TableRow
from r57desk.paper.plan import Page, Plan, Rule, Text
from r57desk.paper.profile import A4_MM, DRAFT, UNITS_PER_POINT, Face, mm
from r57desk.paper.table import TableLayout

_FOOTER = Face(9)
_DRAFT = Face(12, bold=True)
_FOOTER_RULE_MM = 12.5  # above the lower edge of the paper


def plan_pages(sheets: Sheet | Sequence[Sheet], family: str = "", title: str = "") -> Plan:
    """The pages of one sheet, or of several (at least one) after one another, each numbered from 1.

    `family` is the paper font; by default Times New Roman where installed, else the bundled Tinos. `title` is the
    document's, by default that of the first sheet.
    """
    several = (sheets,) if isinstance(sheets, Sheet) else tuple(sheets)
    register_paper_fonts()
    family = family or choose_paper_family()
    layouts = [_SheetLayout.of(sheet, get_ruler(family)) for sheet in several]
    pages = tuple(page for layout in layouts for page in layout.pages())
    crowded = any(layout.is_crowded() for layout in layouts)
    return Plan(pages, family, title or several[0].title, "\n".join(sheet.key for sheet in several), crowded)


@dataclass(frozen=True, slots=True)
class _SheetLayout:
    """One sheet on paper of one size; sides in plan units."""

    sheet: Sheet
    ruler: Ruler
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @classmethod
    def of(cls, sheet: Sheet, ruler: Ruler) -> _SheetLayout:
        """A4 with the margins of the sheet's profile."""
        margins = sheet.options.profile.margins
        short, long = (mm(side) for side in A4_MM)
        width, height = (long, short) if sheet.options.landscape else (short, long)
        left, right = mm(margins.left), width - mm(margins.right)
        return cls(sheet, ruler, width, height, left, right, mm(margins.top), height - mm(margins.bottom))

    def pages(self) -> list[Page]:
        """All pages, with what stands in their margins."""
        pages = Paginator(self.width, self.height, self.top, self.bottom).place(self._pieces())
        for number, page in enumerate(pages, 1):
            self._put_margins(page, number, len(pages))
        return pages

    def is_crowded(self) -> bool:
        """True if a table has more columns than fit at the smallest size."""
        tables = [block for block in self.sheet.blocks if isinstance(block, Table)]
        return any(not TableLayout(self.ruler, table, self.left, self.right).fit()[2] for table in tables)

    def _pieces(self) -> list[Piece]:
        """The pieces of all blocks in order, tied together where a block asks for it."""
        pieces: list[Piece] = []
        for block in self.sheet.blocks:
            if pieces and getattr(block, "keep_with_previous", False):
                pieces[-1] = _tie(pieces[-1])
            pieces += self._draw(block)
        return pieces

    def _draw(self, block: Block) -> Iterator[Piece]:
        """The pieces of one block."""
        options = self.sheet.options
        match block:
            case Masthead():
                yield draw_masthead(self.ruler, block, options.profile, self.left, self.right)
            case Paragraph():
                yield from draw_paragraph(self.ruler, block, self.left, self.right)
            case Table():
                yield from TableLayout(self.ruler, block, self.left, self.right).pieces()
            case Checklist():
                yield from draw_checklist(self.ruler, block, self.left, self.right)
            case Signature():
                yield draw_signature(self.ruler, options.profile, self.left, self.right)

    def _put_margins(self, page: Page, number: int, count: int) -> None:
        """Page number from page 2 on, draft box, and the footer that names the state of the register."""
        if number > 1:
            face = self.sheet.options.profile.page_number
            x = (self.width - self.ruler.cut(face).text(str(number))) / 2
            page.texts.append(Text(x, self._in_top_margin(face), str(number), face))
        if self.sheet.options.draft:
            self._put_draft(page)
        level = self.height - mm(_FOOTER_RULE_MM)
        page.rules.append(Rule(self.left, level, self.right, level, HAIRLINE))
        cut = self.ruler.cut(_FOOTER)
        baseline = level + 2 * UNITS_PER_POINT + cut.baseline
        words = self.sheet.page_words.format(page=number, pages=count)
        page.texts.append(Text(self.left, baseline, self.sheet.footer, _FOOTER))
        page.texts.append(Text(self.right - cut.text(words), baseline, words, _FOOTER))

    def _in_top_margin(self, face: Face) -> float:
        """The baseline of a line in the middle of the top margin."""
        cut = self.ruler.cut(face)
        return self.top * 0.55 - cut.pitch / 2 + cut.baseline

    def _put_draft(self, page: Page) -> None:
        """A box at the right of the top margin."""
        words = DRAFT
        cut = self.ruler.cut(_DRAFT)
        baseline = self._in_top_margin(_DRAFT)
        top, bottom = baseline - cut.baseline - mm(0.7), baseline - cut.baseline + cut.pitch + mm(0.7)
        left = self.right - cut.text(words) - mm(5)
        page.texts.append(Text(left + mm(2.5), baseline, words, _DRAFT))
        corners = ((left, top), (self.right, top), (self.right, bottom), (left, bottom), (left, top))
        for (x1, y1), (x2, y2) in pairwise(corners):
            page.rules.append(Rule(x1, y1, x2, y2, LINE_WIDTH))


def _tie(piece: Piece) -> Piece:
    """The same piece, kept with what follows."""
    assert isinstance(piece, Drawn | TableRow)
    return replace(piece, keep_with_next=True)
