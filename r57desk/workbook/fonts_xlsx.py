"""Old fonts in an .xlsx: of cells by their styles, of pieces of a text by the runs of shared and inline strings."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from xml.parsers import expat

from r57desk.domain.legacy_fonts import find_legacy_font
from r57desk.workbook.archive import Archive
from r57desk.workbook.cells import column_number
from r57desk.workbook.cells_xlsx import elements, sheet_parts, workbook_part
from r57desk.workbook.run_fonts import CellFonts

_LETTERS = re.compile(r"[A-Z]{1,3}")
_CHUNK = 1 << 18
_TEXT_KINDS = ("s", "inlineStr", "str")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")

Runs = list[tuple[str, str]]


class XlsxFonts:
    """The fonts of one workbook's texts; a sheet is read when asked for. Of a damaged part, what came before counts."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def read_sheet(self, sheet: str) -> CellFonts:
        """The old fonts of a sheet's cells."""
        part = sheet_parts(self._archive).get(sheet, "")
        reading = _SheetFonts(self._cell_fonts, self._rich_strings)
        _parse(self._archive, part, reading)
        return reading.fonts

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        """The parts beside the sheets, by the last word of their type."""
        folder, name = posixpath.split(workbook_part(self._archive))
        found = {}
        for _, attributes, _ in elements(self._archive.read(f"{folder}/_rels/{name}.rels")):
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attributes.get("Type", "").rpartition("/")[2]] = path
        return found

    @cached_property
    def _cell_fonts(self) -> list[str]:
        """The font name of every cell style, in order."""
        fonts: list[str] = []
        styles: list[int] = []
        within = ""
        for name, attributes, _ in elements(self._archive.read(self._parts.get("styles", ""))):
            if name in ("fonts", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs", "fills", "borders"):
                within = name
            elif within == "fonts" and name == "font":
                fonts.append("")
            elif within == "fonts" and name == "name" and fonts:
                fonts[-1] = attributes.get("val", "")
            elif within == "cellXfs" and name == "xf":
                styles.append(_number(attributes.get("fontId", "0")))
        return [fonts[id] if 0 <= id < len(fonts) else "" for id in styles]

    @cached_property
    def _rich_strings(self) -> Mapping[int, Runs]:
        """The shared strings made of runs, by number; a run without a font of its own has ""."""
        part = self._parts.get("sharedStrings", "")
        if part not in self._archive.rich:
            return {}
        reading = _SharedStrings()
        _parse(self._archive, part, reading)
        return reading.rich


class _Strings:
    """What rich text is made of, wherever it stands: <r>, its <rFont>, its <t>; phonetic guides left out."""

    def __init__(self) -> None:
        self.runs: Runs = []
        self.is_rich = False
        self._font = ""
        self._text: list[str] | None = None
        self._in_phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "r":
            self._font, self.is_rich = "", True
        elif name == "rFont":
            self._font = attributes.get("val", "")
        elif name == "rPh":
            self._in_phonetic = True
        elif name == "t" and not self._in_phonetic:
            self._text = []

    def text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end(self, name: str) -> None:
        if name == "t" and self._text is not None:
            self.runs.append((_ESCAPE.sub(lambda match: chr(int(match[1], 16)), "".join(self._text)), self._font))
            self._text = None
        elif name == "rPh":
            self._in_phonetic = False

    def clear(self) -> None:
        self.runs, self.is_rich, self._font = [], False, ""


class _SharedStrings(_Strings):
    """All of a workbook's shared strings, those in one font left out."""

    def __init__(self) -> None:
        super().__init__()
        self.rich: dict[int, Runs] = {}
        self._number = -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self._number += 1
            self.clear()
        super().start(name, attributes)

    def end(self, name: str) -> None:
        super().end(name)
        if name == "si" and self.is_rich:
            self.rich[self._number] = self.runs


class _SheetFonts(_Strings):
    """The cells of one sheet."""

    def __init__(self, cell_fonts: list[str], rich_strings: Mapping[int, Runs]) -> None:
        super().__init__()
        self.fonts = CellFonts()
        self._cell_fonts, self._rich_strings = cell_fonts, rich_strings
        self._has_old_styles = any(map(find_legacy_font, cell_fonts))
        self._row = self._column = -1
        self._kind, self._cell_font = "", ""
        self._number: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            row = _number(attributes.get("r", ""))
            self._row, self._column = row - 1 if row > 0 else self._row + 1, -1
        elif self._kind == "s":
            if name == "v" and self._rich_strings:
                self._number = []
        elif self._kind == "inlineStr":
            super().start(name, attributes)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = _LETTERS.match(attributes.get("r", ""))
        self._column = column_number(reference[0]) if reference else self._column + 1
        self._kind = attributes.get("t", "")
        style = _number(attributes.get("s", "0"))
        self._cell_font = self._cell_fonts[style] if 0 <= style < len(self._cell_fonts) else ""

    def text(self, text: str) -> None:
        if self._number is not None:
            self._number.append(text)
        else:
            super().text(text)

    def end(self, name: str) -> None:
        if name == "c":
            self._end_cell()
        else:
            super().end(name)

    def _end_cell(self) -> None:
        if self._kind in _TEXT_KINDS:
            runs = self.runs if self.is_rich else self._find_shared()
            if runs:
                own = [(text, font or self._cell_font) for text, font in runs]
                self.fonts.note_runs(self._row, self._column, own)
            elif self._has_old_styles:
                self.fonts.note(self._row, self._column, self._cell_font)
        self._kind, self._number = "", None
        self.clear()

    def _find_shared(self) -> Runs:
        return self._rich_strings.get(_number("".join(self._number or ()).strip()), [])


def _number(text: str) -> int:
    """A whole number as XML has it, -1 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1


def _parse(archive: Archive, part: str, reading: _Strings) -> None:
    """Feed a part to a reader, piece by piece."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    start: Callable[[str, dict[str, str]], None] = reading.start
    end: Callable[[str], None] = reading.end
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = reading.text
    try:
        with archive.file.open(part) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk)
            parser.Parse(b"", True)
    except (KeyError, expat.ExpatError):
        return
