"""Plan: ink with a place on a page, in tenths of a point from the page's top left corner. Pure data.

A plan holds nothing of Qt, so it can be made in any thread, compared, and asked what stands where.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from r57desk.paper.profile import Face


class Text(NamedTuple):
    """One line; `y` is its baseline."""

    x: float
    y: float
    text: str
    face: Face


class Rule(NamedTuple):
    """A straight black line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


class Fill(NamedTuple):
    """A grey rectangle: 0 black, 1 white."""

    x: float
    y: float
    width: float
    height: float
    grey: float


class Sign(NamedTuple):
    """A drawn check box or tick in a square; `sign` is the character it stands for."""

    x: float
    y: float
    side: float
    sign: str


@dataclass(slots=True)
class Page:
    """One page of ink; sizes in plan units."""

    width: float
    height: float
    texts: list[Text] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)

    @property
    def landscape(self) -> bool:
        """True when the page is wider than high."""
        return self.width > self.height

    def lines(self) -> list[str]:
        """The texts in reading order of drawing."""
        return [text.text for text in self.texts]

    def add(self, other: Page, dy: float) -> None:
        """Copy another page's ink onto this one, `dy` lower."""
        self.texts += [Text(t.x, t.y + dy, t.text, t.face) for t in other.texts]
        self.rules += [Rule(r.x1, r.y1 + dy, r.x2, r.y2 + dy, r.width) for r in other.rules]
        self.fills += [Fill(f.x, f.y + dy, f.width, f.height, f.grey) for f in other.fills]
        self.signs += [Sign(s.x, s.y + dy, s.side, s.sign) for s in other.signs]


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages of one or more sheets, ready to be painted with `family`.

    `crowded`: more columns were chosen than can be read; everything is printed, but fewer would be better.
    """

    pages: tuple[Page, ...]
    family: str
    title: str
    key: str
    crowded: bool = False
