"""Ruler: how wide a text is on paper and where its lines break, in plan units.

Widths are the sums of word widths at an unhinted size, so a page breaks the same on every screen, printer and PDF.
Lines break at spaces only; a token wider than the column breaks between characters. Nothing is ever elided.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from r57desk.paper import signs
from r57desk.paper.fonts import make_font
from r57desk.paper.profile import LINE_PITCH, UNITS_PER_POINT, Face

_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f\u200b\u2060\ufeff\ufffd]+")
NO_BREAK = "\u00a0"
_KEPT_TEXTS = 20_000  # remembered broken texts; forgotten together when full


class Line(NamedTuple):
    """One line of a broken text and its width."""

    text: str
    width: float


class Cut:
    """Measures of one face: word widths are remembered."""

    def __init__(self, family: str, face: Face) -> None:
        self._metrics = QFontMetricsF(make_font(family, face))
        self._widths: dict[str, float] = {}
        size = face.size * UNITS_PER_POINT
        self.pitch = size * LINE_PITCH
        ascent, descent = self._metrics.ascent(), self._metrics.descent()
        self.baseline = (self.pitch - ascent - descent) / 2 + ascent  # below the top of a line
        self.sign = size * signs.ADVANCE
        self.space = self._metrics.horizontalAdvance(" ")

    def word(self, word: str) -> float:
        """The width of a text without line breaks."""
        width = self._widths.get(word)
        if width is None:
            if len(self._widths) > _KEPT_TEXTS:
                self._widths.clear()
            width = self._widths[word] = self._measure(word)
        return width

    def _measure(self, word: str) -> float:
        """The advance of the letters, and of signs that are drawn."""
        letters, count = signs.PATTERN.subn("", word)
        return self._metrics.horizontalAdvance(letters) + count * self.sign

    def text(self, text: str) -> float:
        """The width of one line, as `wrap` would count it."""
        words = text.split(" ")
        return sum(map(self.word, words)) + self.space * (len(words) - 1)


class Ruler:
    """Breaks texts in one font family."""

    def __init__(self, family: str) -> None:
        self.family = family
        self._cuts: dict[Face, Cut] = {}
        self._broken: dict[tuple[str, Face, float], tuple[Line, ...]] = {}

    def cut(self, face: Face) -> Cut:
        """The measures of a face."""
        cut = self._cuts.get(face)
        if cut is None:
            cut = self._cuts[face] = Cut(self.family, face)
        return cut

    def wrap(self, text: str, face: Face, width: float) -> tuple[Line, ...]:
        """The lines of a text no wider than `width`; an empty text has no line."""
        key = (text, face, width)
        lines = self._broken.get(key)
        if lines is None:
            if len(self._broken) > _KEPT_TEXTS:
                self._broken.clear()
            lines = self._broken[key] = tuple(_break_text(_clean(text), self.cut(face), width))
        return lines

    def balance(self, text: str, face: Face, width: float) -> tuple[Line, ...]:
        """As `wrap`, with as many lines, but of nearly equal length."""
        best = self.wrap(text, face, width)
        cut, clean = self.cut(face), _clean(text)
        low, high = max(map(cut.word, clean.split()), default=0.0), width
        while len(best) > 1 and high - low > UNITS_PER_POINT:
            middle = (low + high) / 2
            lines = tuple(_break_text(clean, cut, middle))
            if len(lines) > len(best):
                low = middle
            else:
                best, high = lines, middle
        return best


@cache
def get_ruler(family: str) -> Ruler:
    """The one ruler of a family: words measured once stay measured."""
    return Ruler(family)


def _clean(text: str) -> str:
    """NFC, with line breaks kept and what cannot be printed as one space."""
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub(" ", text)).strip()


def _break_text(text: str, cut: Cut, width: float) -> list[Line]:
    """Lines of all paragraphs; blank lines inside a text stay."""
    lines: list[Line] = []
    for paragraph in text.split("\n") if text else ():
        lines += _break_paragraph(paragraph, cut, width)
    return lines


def _break_paragraph(paragraph: str, cut: Cut, width: float) -> list[Line]:
    """Greedy filling at spaces."""
    lines: list[Line] = []
    words: list[str] = []
    used = -cut.space
    for word in paragraph.split(" "):
        if not word:
            continue
        needed = cut.word(word)
        if words and used + cut.space + needed > width:
            lines.append(_line(words, used))
            words, used = [], -cut.space
        if needed > width:
            *whole, (word, needed) = _break_word(word, cut, width)
            lines += whole
        words.append(word)
        used += cut.space + needed
    lines.append(_line(words, max(used, 0.0)))
    return lines


def _line(words: list[str], width: float) -> Line:
    """Words of one line; a no-break space has done its work and is printed as a plain one."""
    return Line(" ".join(words).replace(NO_BREAK, " "), width)


def _break_word(word: str, cut: Cut, width: float) -> list[Line]:
    """A token wider than the column, cut between characters; marks stay with their letter."""
    pieces: list[Line] = []
    piece, used = "", 0.0
    for character in word:
        needed = cut.word(character)
        if piece and used + needed > width and not unicodedata.combining(character):
            pieces.append(Line(piece, used))
            piece, used = "", 0.0
        piece += character
        used += needed
    return [*pieces, Line(piece, used)]
