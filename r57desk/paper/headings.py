"""The parts of a sheet that are not a table: official heading, paragraphs, check list, room for a signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from r57desk.paper import signs
from r57desk.paper.measure import Line, Ruler
from r57desk.paper.model import Checklist, Masthead, Paragraph
from r57desk.paper.pieces import SHIFT, Drawn
from r57desk.paper.plan import Page, Rule, Sign, Text
from r57desk.paper.profile import PLACE_DATE, RECIPIENTS, SIGNATURE_MM, UNITS_PER_POINT, Align, Face, Profile, mm

LINE_WIDTH = 0.75 * UNITS_PER_POINT
_COLUMNS = 3  # of a check list


@dataclass(slots=True)
class Stack:
    """Lines of ink one under the other, between two sides."""

    ruler: Ruler
    ink: Page
    left: float
    right: float
    y: float = 0

    def lines(self, lines: tuple[Line, ...], face: Face, align: Align = "center") -> None:
        """Add broken lines."""
        cut = self.ruler.cut(face)
        for line in lines:
            x = self.left + SHIFT[align] * (self.right - self.left - line.width)
            self.ink.texts.append(Text(x, self.y + cut.baseline, line.text, face))
            self.y += cut.pitch

    def text(self, text: str, face: Face, align: Align = "center") -> None:
        """Add a text, in lines of about equal length."""
        self.lines(self.ruler.balance(text, face, self.right - self.left), face, align)

    def rule(self, length: float) -> None:
        """Add a centred line under the last one."""
        middle = (self.left + self.right) / 2
        self.y += UNITS_PER_POINT
        self.ink.rules.append(Rule(middle - length / 2, self.y, middle + length / 2, self.y, LINE_WIDTH))
        self.y += 2 * UNITS_PER_POINT


def draw_masthead(ruler: Ruler, masthead: Masthead, profile: Profile, left: float, right: float) -> Drawn:
    """Issuing body and blank number at the left; heading, place and blank date at the right."""
    ink = Page(right, 0)
    middle = left + profile.left_share * (right - left)
    body = Stack(ruler, ink, left, middle - mm(2))
    heading = Stack(ruler, ink, middle, right)
    _draw_body(body, masthead, profile)
    for line in profile.heading:
        heading.text(line.text, line.face)
        if line.rule:
            heading.rule(ruler.cut(line.face).text(line.text))
    body.y = heading.y = max(body.y, heading.y) + 4 * UNITS_PER_POINT
    body.text(profile.number, profile.number_face)
    place = masthead.letterhead.place or "…………"
    heading.text(PLACE_DATE.format(place=place, year=masthead.year), profile.place_date)
    return Drawn(ink, max(body.y, heading.y), keep_with_next=True)


def _draw_body(body: Stack, masthead: Masthead, profile: Profile) -> None:
    """The superior and the issuing body with what stands under its name."""
    letterhead = masthead.letterhead
    if letterhead.superior:
        body.text(letterhead.superior, profile.superior)
    lines = body.ruler.balance(letterhead.body, profile.body, body.right - body.left)
    body.lines(lines, profile.body)
    if profile.body_rule:
        body.rule(max((line.width for line in lines), default=0) * profile.body_rule)
    if profile.body_mark:
        body.text(profile.body_mark, profile.body)


def draw_paragraph(ruler: Ruler, paragraph: Paragraph, left: float, right: float) -> Iterator[Drawn]:
    """A piece per line, so that even a filter of two pages is printed whole."""
    breaking = ruler.balance if paragraph.balanced else ruler.wrap
    lines = breaking(paragraph.text, paragraph.face, right - left)
    for i, line in enumerate(lines):
        stack = Stack(ruler, Page(right, 0), left, right)
        stack.lines((line,), paragraph.face, paragraph.align)
        gap = 0 if i else paragraph.gap * UNITS_PER_POINT
        yield Drawn(stack.ink, stack.y, gap, i < len(lines) - 1 or paragraph.keep_with_next)


def draw_checklist(ruler: Ruler, checklist: Checklist, left: float, right: float) -> Iterator[Drawn]:
    """A piece per line of three boxes."""
    cut = ruler.cut(checklist.face)
    side = checklist.face.size * UNITS_PER_POINT * signs.SIDE
    step = (right - left) / _COLUMNS
    for start in range(0, len(checklist.items), _COLUMNS):
        ink = Page(right, 0)
        for i, (word, ticked) in enumerate(checklist.items[start : start + _COLUMNS]):
            x = left + i * step
            ink.signs.append(Sign(x, cut.baseline - side * 0.9, side, signs.TICKED if ticked else signs.EMPTY))
            ink.texts.append(Text(x + 1.6 * side, cut.baseline, word, checklist.face))
        yield Drawn(ink, cut.pitch * 1.15, 0 if start else checklist.gap * UNITS_PER_POINT, keep_with_next=True)


def draw_signature(ruler: Ruler, profile: Profile, left: float, right: float) -> Drawn:
    """Recipients to be filled in at the left, nothing at the right."""
    ink = Page(right, 0)
    stack = Stack(ruler, ink, left, left + profile.left_share * (right - left))
    face = profile.recipients_label
    stack.text(RECIPIENTS, face, "left")
    if profile.recipients_underlined:
        under = stack.y - UNITS_PER_POINT
        ink.rules.append(Rule(left, under, left + ruler.cut(face).text(RECIPIENTS), under, LINE_WIDTH))
    for line in profile.recipients_lines:
        stack.text(line, profile.recipients, "left")
    return Drawn(ink, max(stack.y, mm(SIGNATURE_MM)), gap=12 * UNITS_PER_POINT)
