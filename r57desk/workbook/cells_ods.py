"""Date formats and merges of an .ods sheet: one pass over content.xml, made when first asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from xml.parsers import expat

from r57desk.workbook.archive import Archive
from r57desk.workbook.cells import CellLook

_WIDEST = 16_384
_TALLEST = 1_048_576


@dataclass(slots=True)
class _Table:
    """What one table says beyond its values; rows and columns are 0-based."""

    styles: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[int, set[int]] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


class _Content:
    """A reader of styles.xml and content.xml: date styles, and the tables' dated, merged and computed cells."""

    def __init__(self, *parts: bytes) -> None:
        self._shapes: dict[str, str] = {}  # data style → format code
        self._cell_styles: dict[str, tuple[str, str]] = {}  # cell style → its data style, the style it is based on
        self.tables: dict[str, _Table] = {}
        self._table: _Table | None = None
        self._nested = 0
        self._row = self._column = self._next_row = 0
        self._date_style = ""
        for part in parts:
            parser = expat.ParserCreate()
            parser.StartElementHandler = self._start
            parser.EndElementHandler = self._end
            try:
                parser.Parse(part, True)
            except expat.ExpatError:
                return

    def number_format(self, cell_style: str) -> str:
        """The parts a cell's style shows, looked up through the styles it is based on."""
        for _ in range(10):
            data_style, parent = self._cell_styles.get(cell_style, ("", ""))
            if data_style or not parent:
                return self._shapes.get(data_style, "")
            cell_style = parent
        return ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "number:date-style" | "number:percentage-style" | "number:number-style":
                self._date_style = attributes.get("style:name", "")
                self._shapes[self._date_style] = ""
            case "number:day" | "number:month" | "number:year" if self._date_style:
                self._shapes[self._date_style] += name[7]
            case "number:number" if self._date_style:
                places = int(attributes.get("number:decimal-places", "0") or 0)
                self._shapes[self._date_style] += "0." + "0" * places if places else "0"
            case "style:style":
                self._cell_styles[attributes.get("style:name", "")] = (
                    attributes.get("style:data-style-name", ""),
                    attributes.get("style:parent-style-name", ""),
                )
            case "table:table":
                if self._table is None:
                    self._table = self.tables.setdefault(attributes.get("table:name", ""), _Table())
                    self._next_row = 0
                else:
                    self._nested += 1
            case "table:table-row" if not self._nested:
                self._row, self._column = self._next_row, 0
                self._next_row += _count(attributes, "table:number-rows-repeated", _TALLEST)
            case "table:table-cell" | "table:covered-table-cell" if not self._nested:
                self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        table, row, column = self._table, self._row, self._column
        self._column += (repeated := _count(attributes, "table:number-columns-repeated", _WIDEST))
        if table is None:
            return
        wide = _count(attributes, "table:number-columns-spanned", _WIDEST)
        tall = _count(attributes, "table:number-rows-spanned", _TALLEST)
        if wide > 1 or tall > 1:
            table.merges.append((row, column, row + tall - 1, column + wide - 1))
        if "table:formula" in attributes:
            table.formulas.setdefault(column, set()).add(row)
        if attributes.get("office:value-type") in ("date", "percentage", "float"):
            style = attributes.get("table:style-name", "")
            for at in range(row, min(self._next_row, row + 1000)):
                for across in range(column, min(column + repeated, column + 100)):
                    table.styles[at, across] = style

    def _end(self, name: str) -> None:
        if name == "table:table":
            if self._nested:
                self._nested -= 1
            else:
                self._table = None
        elif name.startswith("number:") and name.endswith("-style"):
            if name == "number:percentage-style":
                self._shapes[self._date_style] += "%"
            self._date_style = ""


def _count(attributes: dict[str, str], name: str, most: int) -> int:
    text = attributes.get(name, "1")
    return min(int(text), most) if text.isdigit() and text != "0" else 1


class OdsLook(CellLook):
    """The look of one .ods sheet's cells. Date formats are told by the parts they show: "d", "m", "y"."""

    knows_formats = True

    def __init__(self, archive: Archive, sheet: str) -> None:
        self._archive, self._sheet = archive, sheet

    @cached_property
    def _content(self) -> _Content:
        return _Content(self._archive.read("styles.xml"), self._archive.read("content.xml"))

    @property
    def _table(self) -> _Table:
        return self._content.tables.get(self._sheet, _Table())

    @cached_property
    def merges(self) -> list[tuple[int, int, int, int]]:  # type: ignore[override]
        return self._table.merges

    def number_format(self, row: int, column: int) -> str:
        return self._content.number_format(self._table.styles.get((row, column), ""))

    def formulas(self, column: int) -> frozenset[int]:
        return frozenset(self._table.formulas.get(column, ()))
