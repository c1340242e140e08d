"""Number formats, formulas and error values of an .xlsx sheet: a pass over the XML, made when first asked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from xml.parsers import expat

from r57desk.workbook.archive import Archive
from r57desk.workbook.cells import BUILTIN_FORMATS, CellLook, column_letters, column_number

_ATTRIBUTES = rb"""((?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?:/>|>(\s*<%sf[\s>/])?)"""
_USUAL = rb'([0-9]+)"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?(?:/>|>(<%sf[ >/])?)'  # as every known writer writes it
_ATTRIBUTE = re.compile(rb"""\b([rst])\s*=\s*["']([^"']*)["']""")
_PREFIX = re.compile(rb"<(\w+:)?worksheet[\s>]")
_REFERENCE = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})$")


def elements(data: bytes) -> Iterator[tuple[str, dict[str, str], str]]:
    """Every element of a small XML part, without its namespace prefix: (name, attributes, its own text)."""
    found: list[tuple[str, dict[str, str], list[str]]] = []
    stack: list[list[str]] = []
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        text: list[str] = []
        found.append((name.rpartition(":")[2], attributes, text))
        stack.append(text)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: stack.pop()
    parser.CharacterDataHandler = lambda text: stack[-1].append(text)
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return
    for name, attributes, text in found:
        yield name, attributes, "".join(text)


def workbook_part(archive: Archive) -> str:
    """The name of the main part, as the package says."""
    for _, attributes, _ in elements(archive.read("_rels/.rels")):
        if attributes.get("Type", "").endswith("/officeDocument"):
            return attributes.get("Target", "").lstrip("/")
    return "xl/workbook.xml"


def sheet_parts(archive: Archive) -> dict[str, str]:
    """Sheet name → the name of its part."""
    main = workbook_part(archive)
    folder, name = posixpath.split(main)
    targets = {
        attributes.get("Id", ""): attributes.get("Target", "")
        for _, attributes, _ in elements(archive.read(f"{folder}/_rels/{name}.rels"))
    }
    parts: dict[str, str] = {}
    for element, attributes, _ in elements(archive.read(main)):
        if element == "sheet":
            id = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            target = targets.get(id, "")
            parts[attributes.get("name", "")] = (
                target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
    return parts


@dataclass(slots=True)
class _Column:
    """What the XML says about one column's cells, by row."""

    styles: dict[int, int] = field(default_factory=dict)
    formulas: set[int] = field(default_factory=set)
    errors: set[int] = field(default_factory=set)

    def note(self, address: bytes, style: bytes | None, kind: bytes | None, formula: bytes | None) -> None:
        """Keep what one cell's tag says; `address` is its row as Excel numbers it."""
        row = int(address) - 1
        if style:
            self.styles[row] = int(style)
        if kind == b"e":
            self.errors.add(row)
        if formula:
            self.formulas.add(row)


class XlsxLook(CellLook):
    """The look of one sheet's cells; each column is searched for in the XML the first time it is asked about."""

    knows_formats = True

    def __init__(self, archive: Archive, sheet: str) -> None:
        self._archive, self._sheet = archive, sheet
        self._columns: dict[int, _Column] = {}

    def number_format(self, row: int, column: int) -> str:
        style = self._column(column).styles.get(row, 0)
        return self._codes[style] if style < len(self._codes) else ""

    def formulas(self, column: int) -> frozenset[int]:
        return frozenset(self._column(column).formulas) if self._part in self._archive.marked else frozenset()

    def errors(self, column: int) -> frozenset[int]:
        return frozenset(self._column(column).errors) if self._part in self._archive.marked else frozenset()

    @cached_property
    def _part(self) -> str:
        return sheet_parts(self._archive).get(self._sheet, "")

    @cached_property
    def _xml(self) -> bytes:
        return self._archive.read(self._part)

    @cached_property
    def _prefix(self) -> bytes:
        match = _PREFIX.search(self._xml, 0, 4096)
        return (match and match[1]) or b""

    @cached_property
    def _codes(self) -> list[str]:
        """The number format code of every cell style, in order."""
        part = posixpath.join(posixpath.dirname(workbook_part(self._archive)), "styles.xml")
        own: dict[int, str] = {}
        codes: list[str] = []
        in_cell_styles = False
        for name, attributes, _ in elements(self._archive.read(part)):
            if name == "numFmt":
                own[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
            elif name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
                in_cell_styles = name == "cellXfs"
            elif name == "xf" and in_cell_styles:
                id = int(attributes.get("numFmtId", "0"))
                codes.append(own.get(id, BUILTIN_FORMATS.get(id, "")))
        return codes

    @cached_property
    def _first_cell(self) -> bytes:
        """The opening of the first cell: the writer of a sheet writes all of them alike."""
        match = re.search(rb"<%sc(?=[\s/>])[^>]*" % self._prefix, self._xml)
        return match[0] if match else b""

    def _column(self, column: int) -> _Column:
        if column not in self._columns:
            if re.search(rb"\sr\s*=", self._first_cell):
                self._columns[column] = self._search(column)
            elif not self._columns:  # addresses may be left out
                self._read_in_order()
        return self._columns.setdefault(column, _Column())

    def _search(self, column: int) -> _Column:
        """The cells that name this column in their address."""
        found = _Column()
        letters = column_letters(column).encode()
        opening = b"<%sc" % self._prefix
        general = re.compile(rb"""(?=[^>]*?\sr\s*=\s*["']%s([0-9]+)["'])""" % letters + _ATTRIBUTES % self._prefix)
        usual = re.compile(rb' r="%s' % letters + _USUAL % self._prefix)
        sought = opening + b' r="%s' % letters if self._first_cell.startswith(opening + b' r="') else opening
        at = self._xml.find(sought)
        while at >= 0:
            if match := usual.match(self._xml, at + len(opening)):
                found.note(match[1], match[2], match[3], match[4])
            elif match := general.match(self._xml, at + len(opening)):
                attributes = dict(_ATTRIBUTE.findall(match[2]))
                found.note(match[1], attributes.get(b"s"), attributes.get(b"t"), match[3])
            at = self._xml.find(sought, at + len(sought))
        return found

    def _read_in_order(self) -> None:
        """Every cell, counted from the left where it has no address."""
        row = column = -1
        name = self._prefix
        for is_row, in_row, in_cell, formula in re.findall(
            rb"<%s(?:(row)\b([^>]*)>|c" % name + _ATTRIBUTES % name + rb")", self._xml
        ):
            attributes = dict(_ATTRIBUTE.findall(in_row if is_row else in_cell))
            if is_row:
                row, column = int(attributes.get(b"r", row + 2)) - 1, -1
                continue
            reference = _REFERENCE.match(attributes.get(b"r", b""))
            column = column_number(reference[1].decode()) if reference else column + 1
            found = self._columns.setdefault(column, _Column())
            found.note(b"%d" % (row + 1), attributes.get(b"s"), attributes.get(b"t"), formula)
