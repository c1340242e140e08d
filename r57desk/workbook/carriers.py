"""What our own workbook carries to be known again, read from wherever it survived, and compared.

The sheet `_r57` is the strongest carrier: it has checksums and says everything. What else names the file's code
(a property of the document, a defined name, the footer) speaks when that sheet is gone, and is heard against it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from r57desk.domain.ids import ROW_ID_LENGTH, parse_row_id
from r57desk.errors import DeskError
from r57desk.workbook.archive import Archive
from r57desk.workbook.cells import column_number
from r57desk.workbook.cells_xlsx import elements, workbook_part
from r57desk.workbook.chunks import parse_lines
from r57desk.workbook.grid import Workbook
from r57desk.workbook.marks import (
    CODE_NAME,
    FORMAT,
    MARK_LINES,
    PACKET_LINES,
    PROPERTY,
    SHEET,
    Carrier,
    OwnMark,
    parse_mark,
)
from r57desk.workbook.own_table import Place, follow_names

_NAME = "r57_"
_ORDER: tuple[Carrier, ...] = ("property", "name", "footer")  # strongest first
_CELL = re.compile(r"\$?(?:'((?:[^']|'')*)'|([^'!.$]+))[!.]\$?([A-Z]{1,3})\$?(\d+)")
_FOOTERS = re.compile(rb"<(?:\w+:)?oddFooter[^>]*>(.*?)</", re.DOTALL)
_FOOTERS_OF_ODS = re.compile(rb"<style:footer[ >].*?</style:footer>", re.DOTALL)
_CODE = re.compile(rf"r57desk(?: packet)? ([0-9A-Z]{{{ROW_ID_LENGTH}}})")  # `words["packet"]`, in either language
_NAMED_OF_ODS = re.compile(rb"<table:named-(?:range|expression)\s[^>]*>")
_TAG = re.compile("<[^<>]*>")
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Carried:
    """The mark of a file (None for a file that is not ours), its packed packet ("" without), and remarks on them.

    A remark is a code (`mark_damaged`, `mark_disagrees`) and what was found.
    """

    mark: OwnMark | None = None
    packet: str = ""
    remarks: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Names:
    """Where our defined names point, by name, and the code one of them holds."""

    places: dict[str, Place] = field(default_factory=dict)
    code: str = ""


def find_carried(workbook: Workbook) -> Carried:
    """What a workbook carries; raises DeskError when a newer version wrote it."""
    names = _find_names(workbook.archive)
    codes = _find_codes(workbook.archive, names)
    at = next((at for at, (name, _) in enumerate(workbook.sheets) if name == SHEET), None)
    said: Mapping[str, str | None] = {}
    if at is not None:
        said = parse_lines(str(cell) for row in workbook.get_sheet(at).rows() for cell in row if cell != "")
    mark = parse_mark(said.get(MARK_LINES) or "")
    if mark is not None and mark.format > FORMAT:
        raise DeskError("workbook_newer_format", file=workbook.file)
    remarks = []
    packet = said.get(PACKET_LINES) or ""
    is_packet = PACKET_LINES in said or (mark is not None and mark.kind != "")
    if at is not None and (mark is None or (is_packet and not packet)):
        remarks.append(("mark_damaged", SHEET))
    mark = mark or _mark_of_codes(codes)
    if mark is not None:
        mark = follow_names(mark, names.places, {name for name, _ in workbook.sheets})
        others = {carrier: code for carrier, code in codes.items() if code != mark.export_id}
        if others:
            told = "; ".join(f"{carrier}: {code}" for carrier, code in others.items())
            remarks.append(("mark_disagrees", f"{mark.carrier}: {mark.export_id}; {told}"))
    return Carried(mark, packet, tuple(remarks))


def _mark_of_codes(codes: Mapping[Carrier, str]) -> OwnMark | None:
    """A mark that knows its code alone, from the strongest carrier whose code is a sound one."""
    sound = ((carrier, parse_row_id(code)) for carrier, code in codes.items())
    return next((OwnMark(code, carrier=carrier) for carrier, code in sound if code), None)


# -- names, and codes apart from the sheet -------------------------------------------------------


def _find_names(archive: Archive | None) -> _Names:
    names = _Names()
    for name, says in _read_names(archive) if archive else ():
        if name == CODE_NAME:
            names.code = says.strip('"')
        elif match := _CELL.match(says):
            sheet = (match[1] or match[2]).replace("''", "'")
            names.places[name] = Place(sheet, int(match[4]) - 1, column_number(match[3]))
    return names


def _read_names(archive: Archive) -> Iterator[tuple[str, str]]:
    """Our defined names and what they stand for, of an .xlsx or an .ods; those of a copied sheet come first."""
    if archive.kind == "xlsx":
        whole: list[tuple[str, str]] = []
        for element, attributes, text in elements(archive.read(workbook_part(archive))):
            if element == "definedName" and attributes.get("name", "").startswith(_NAME):
                if "localSheetId" in attributes:
                    yield attributes["name"], text
                else:
                    whole.append((attributes["name"], text))
        yield from whole
    elif archive.kind == "ods":
        for found in _NAMED_OF_ODS.findall(archive.ends.get("content.xml", b"")):
            says = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(found.decode(errors="replace"))}
            if says.get("table:name", "").startswith(_NAME):
                place = says.get("table:cell-range-address", "")
                yield says["table:name"], place or says.get("table:expression", "").removeprefix("of:=")


def _find_codes(archive: Archive | None, names: _Names) -> dict[Carrier, str]:
    """The code of the file by each carrier that names one, strongest first."""
    if archive is None:
        return {}
    found: dict[Carrier, str] = {
        "property": _read_property(archive),
        "name": names.code,
        "footer": _read_footer(archive),
    }
    return {carrier: found[carrier] for carrier in _ORDER if found[carrier]}


def _read_property(archive: Archive) -> str:
    part, name = ("meta.xml", "user-defined") if archive.kind == "ods" else ("docProps/custom.xml", "property")
    is_ours = False
    for element, attributes, text in elements(archive.read(part)):
        if element == name:
            is_ours = PROPERTY in (attributes.get("name"), attributes.get("meta:name"))
        if is_ours and text.strip():
            return text.strip()
    return ""


def _read_footer(archive: Archive) -> str:
    """The code in the first footer that has one."""
    if archive.kind == "ods":
        footers = _FOOTERS_OF_ODS.findall(archive.read("styles.xml"))
    else:
        footers = [footer for end in archive.ends.values() for footer in _FOOTERS.findall(end)]
    for footer in footers:
        text = _TAG.sub("", footer.decode(errors="replace"))
        if match := _CODE.search(" ".join(html.unescape(text).split())):
            return match[1]
    return ""
