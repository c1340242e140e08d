"""Old fonts in an .ods: of cells by their styles, of pieces of a text by the styles of its spans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.parsers import expat

from r57desk.domain.legacy_fonts import find_legacy_font
from r57desk.workbook.archive import Archive
from r57desk.workbook.run_fonts import CellFonts

_CHUNK = 1 << 18
_WIDEST, _TALLEST = 16_384, 1_048_576
_MOST_ROWS, _MOST_COLUMNS = 1000, 100  # a cell repeated further than that holds no text anybody reads
_MOST_PARENTS = 10
_PARTS = ("styles.xml", "content.xml")
_NOT_OF_THE_CELL = ("office:annotation", "table:shapes", "draw:frame")


class OdsFonts:
    """The fonts of one workbook's texts; all sheets are read when the first is asked for."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def read_sheet(self, sheet: str) -> CellFonts:
        """The old fonts of a sheet's cells."""
        return self._sheets.get(sheet, CellFonts())

    @cached_property
    def _sheets(self) -> Mapping[str, CellFonts]:
        reading = _Content()
        for part in _PARTS:
            _parse(self._archive, part, reading)
        return reading.sheets


@dataclass(slots=True)
class _Style:
    """A style of cells or of text: the font it names, "" for that of the style it is based on."""

    font: str
    parent: str


class _Content:
    """A reader of styles.xml and content.xml: the font of every cell with text."""

    def __init__(self) -> None:
        self.sheets: dict[str, CellFonts] = {}
        self._families: dict[str, str] = {}  # font face → the family it stands for
        self._styles: dict[tuple[str, str], _Style] = {}
        self._style: tuple[str, str] | None = None
        self._fonts: CellFonts | None = None
        self._nested = 0
        self._columns: list[tuple[int, str]] = []  # where columns of a style end, and the style
        self._row = self._column = self._next_row = self._repeated = 0
        self._row_style = self._cell_font = ""
        self._spans: list[str] = []  # the fonts of the spans that are open
        self._runs: list[tuple[str, str]] | None = None
        self._in_paragraph = False
        self._aside = 0

    # -- styles ----------------------------------------------------------------------------------

    def _start_style(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style:font-face":
            family = attributes.get("svg:font-family", "")
            self._families[attributes.get("style:name", "")] = family
        elif name in ("style:style", "style:default-style"):
            self._style = (attributes.get("style:family", ""), attributes.get("style:name", ""))
            self._styles[self._style] = _Style("", attributes.get("style:parent-style-name", ""))
        elif name == "style:text-properties" and self._style:
            face = attributes.get("style:font-name", "")
            font = self._families.get(face, face) or attributes.get("fo:font-family", "")
            self._styles[self._style].font = font

    def _font_of(self, family: str, name: str) -> str:
        """The font of a style, of one it is based on, or of all styles of its family; "" when none says."""
        for _ in range(_MOST_PARENTS):
            style = self._styles.get((family, name))
            if style is None:
                break
            if style.font:
                return style.font
            name = style.parent
        standard = self._styles.get((family, ""))
        return standard.font if standard else ""

    # -- cells -----------------------------------------------------------------------------------

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._aside or name in _NOT_OF_THE_CELL:
            self._aside += 1
        elif name == "table:table":
            self._start_table(attributes)
        elif self._runs is not None:
            self._start_text(name, attributes)
        elif self._fonts is None:
            self._start_style(name, attributes)
        elif not self._nested:
            self._start_in_table(name, attributes)

    def _start_table(self, attributes: dict[str, str]) -> None:
        if self._fonts is not None:
            self._nested += 1
            return
        self._fonts = self.sheets.setdefault(attributes.get("table:name", ""), CellFonts())
        self._columns, self._next_row = [], 0

    def _start_in_table(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table-column":
            end = self._columns[-1][0] if self._columns else 0
            end += _count(attributes, "table:number-columns-repeated", _WIDEST)
            self._columns.append((end, attributes.get("table:default-cell-style-name", "")))
        elif name == "table:table-row":
            self._row, self._column = self._next_row, 0
            self._next_row += _count(attributes, "table:number-rows-repeated", _TALLEST)
            self._row_style = attributes.get("table:default-cell-style-name", "")
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._repeated = _count(attributes, "table:number-columns-repeated", _WIDEST)
            style = attributes.get("table:style-name", "") or self._row_style or self._column_style()
            self._cell_font = self._font_of("table-cell", style)
            self._runs, self._spans = [], []

    def _column_style(self) -> str:
        return next((style for end, style in self._columns if self._column < end), "")

    def _start_text(self, name: str, attributes: dict[str, str]) -> None:
        """An element of a cell's text."""
        if name == "text:p":
            self._in_paragraph = True
            if self._runs:
                self.text("\n")
        elif name == "text:span":
            self._spans.append(self._font_of("text", attributes.get("text:style-name", "")))
        elif name == "text:s":
            self.text(" " * _count(attributes, "text:c", _WIDEST))
        elif name in ("text:tab", "text:line-break"):
            self.text("\t" if name == "text:tab" else "\n")

    def text(self, text: str) -> None:
        """Characters; those between paragraphs are none of the text."""
        if self._runs is not None and self._in_paragraph and not (self._aside or self._nested):
            font = next((font for font in reversed(self._spans) if font), self._cell_font)
            self._runs.append((text, font))

    def end(self, name: str) -> None:
        """An element ends."""
        if self._aside:
            self._aside -= 1
        elif name == "text:p":
            self._in_paragraph = False
        elif name == "text:span":
            self._spans = self._spans[:-1]
        elif name in ("table:table-cell", "table:covered-table-cell") and not self._nested:
            self._end_cell()
        elif name == "table:table":
            if self._nested:
                self._nested -= 1
            else:
                self._fonts = None
        elif name in ("style:style", "style:default-style"):
            self._style = None

    def _end_cell(self) -> None:
        runs, self._runs = self._runs or [], None
        end = self._column + self._repeated
        if self._fonts is not None and any(find_legacy_font(font) for _, font in runs):
            for row in range(self._row, min(self._next_row, self._row + _MOST_ROWS)):
                for column in range(self._column, min(end, self._column + _MOST_COLUMNS)):
                    self._fonts.note_runs(row, column, runs)
        self._column = end


def _count(attributes: dict[str, str], name: str, most: int) -> int:
    text = attributes.get(name, "1")
    return min(int(text), most) if text.isdecimal() and text != "0" else 1


def _parse(archive: Archive, part: str, reading: _Content) -> None:
    """Feed a part to a reader, piece by piece."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.text
    try:
        with archive.file.open(part) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk)
            parser.Parse(b"", True)
    except (KeyError, expat.ExpatError):
        return
