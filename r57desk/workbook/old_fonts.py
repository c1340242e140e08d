"""Whether a workbook names an old Vietnamese font at all: a look at its styles, which nearly every workbook ends with.

Kept small: the readers of fonts and the tables of letters are imported for the few workbooks that need them.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from r57desk.workbook.archive import Archive
from r57desk.workbook.cells_xls import find_stream, records
from r57desk.workbook.ole import Ole

if TYPE_CHECKING:
    from r57desk.workbook.run_fonts import FontReader

_NAME = rb"@?(?:\.vn|vni[-_ ])"
_IN_XML = re.compile(rb"""=\s*["'](?:'|&apos;|&quot;|\s)*""" + _NAME, re.IGNORECASE)
_IN_RECORD = re.compile(rb"\x01?" + _NAME, re.IGNORECASE)
_FONT, _NAME_AT = 0x31, 15
_ODS_PARTS = ("styles.xml", "content.xml")
_ODS_BODY = b"<office:body"
_CHUNK = 1 << 16


def open_fonts(archive: Archive | None, ole: Ole | None) -> FontReader | None:
    """What tells the fonts of a workbook's texts; None where no old font is named, or nobody can tell."""
    if ole is not None:
        if _in_xls(ole):
            from r57desk.workbook.fonts_xls import XlsFonts

            return XlsFonts(ole)
    elif archive is not None and archive.kind == "xlsx":
        if _in_xlsx(archive):
            from r57desk.workbook.fonts_xlsx import XlsxFonts

            return XlsxFonts(archive)
    elif archive is not None and archive.kind == "ods" and _in_ods(archive):
        from r57desk.workbook.fonts_ods import OdsFonts

        return OdsFonts(archive)
    return None


def _in_xlsx(archive: Archive) -> bool:
    styles = (name for name in archive.file.namelist() if name.lower().endswith("styles.xml"))
    return any(_IN_XML.search(archive.read(part)) for part in {*styles, *archive.rich})


def _in_ods(archive: Archive) -> bool:
    """In what stands before the cells: the faces and styles."""
    for part in _ODS_PARTS:
        head = b""
        if part in archive.file.namelist():
            with archive.file.open(part) as file:
                while _ODS_BODY not in head and (chunk := file.read(_CHUNK)):
                    head += chunk
        if _IN_XML.search(head.partition(_ODS_BODY)[0]):
            return True
    return False


def _in_xls(ole: Ole) -> bool:
    """In its font records, whose names are one or two bytes a character."""
    try:
        return any(
            kind == _FONT and _IN_RECORD.match(data[_NAME_AT:].replace(b"\0", b""))
            for kind, data in records(find_stream(ole), 0)
        )
    except struct.error:
        return False
