"""Zip containers: checked while they are inflated, before any reader sees them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from r57desk.errors import DeskError
from r57desk.workbook.gate import Limits

ArchiveKind = Literal["xlsx", "xlsb", "ods"]

_CHUNK = 1 << 18
_OVERLAP = 32  # bytes kept from the chunk before, so that a mark cut in two is still seen
_END = 1 << 15  # bytes: what stands behind the cells of a sheet
_XML = (".xml", ".rels", ".vml")
_ENCRYPTED = 0x1
_DOCTYPE = "<!DOCTYPE"
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"<\0": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\0<": "utf-16-be"}
_SHEET = "worksheets/"
_SHARED_TEXTS = "sharedStrings"
_RUN_FONT = b"rFont "
_SHEETS_OF_ODS = "content.xml"
_KEPT_SIZE = 16 << 20
_ODS_ENCRYPTED = b"encryption-data"
_FORMULA_END = b"f>"
_ERROR_CELLS = (b't="e"', b"t='e'")


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip that passed: its kind, and the parts whose cells need a second look (formulas, error values).

    `ends` are the last bytes of every part with cells, where footers and names stand. `rich` parts hold texts whose
    pieces name fonts of their own.
    """

    kind: ArchiveKind
    file: zipfile.ZipFile
    marked: frozenset[str]
    kept: Mapping[str, bytes]
    ends: Mapping[str, bytes]
    rich: frozenset[str] = frozenset()

    def read(self, part: str) -> bytes:
        """The bytes of one part, "" when there is no such part."""
        if part in self.kept:
            return self.kept[part]
        try:
            return self.file.read(part)
        except KeyError:
            return b""


def open_archive(data: bytes, file: str, limits: Limits) -> Archive:
    """The checked archive; raises DeskError for what is damaged, unsafe, encrypted, too big or no workbook."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        _check_names(opened.infolist(), file, limits)
        kind = _kind(opened)
        parts = _inflate_all(opened, file, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise DeskError("workbook_damaged", file=file) from error
    except RuntimeError as error:  # zipfile's word for an encrypted entry
        raise DeskError("workbook_password", file=file) from error
    if kind is None:
        raise DeskError("workbook_not_one", file=file)
    archive = Archive(kind, opened, *parts)
    if kind == "ods" and _ODS_ENCRYPTED in archive.read("META-INF/manifest.xml"):
        raise DeskError("workbook_password", file=file)
    return archive


def _check_names(entries: list[zipfile.ZipInfo], file: str, limits: Limits) -> None:
    """Refuse what no office program writes: too many entries, one name twice, names that climb out."""
    if len(entries) > limits.entries:
        raise DeskError("workbook_too_many_parts", file=file, count=len(entries), limit=limits.entries)
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename.replace("\\", "/").lower()
        if name in seen or name.startswith("/") or ":" in name or ".." in name.split("/"):
            raise DeskError("workbook_unsafe", file=file, part=entry.filename)
        if entry.flag_bits & _ENCRYPTED:
            raise DeskError("workbook_password", file=file)
        seen.add(name)


def _kind(opened: zipfile.ZipFile) -> ArchiveKind | None:
    """Which kind of workbook the parts make; None for a document, a presentation or a plain zip."""
    names = {name.replace("\\", "/").lower(): name for name in opened.namelist()}
    if "[content_types].xml" in names:
        types = opened.open(names["[content_types].xml"]).read(1 << 20)
        if b"ms-excel.sheet.binary" in types:
            return "xlsb"
        if b"spreadsheetml" in types or b"ms-excel" in types:
            return "xlsx"
    if "content.xml" in names:
        stated = opened.open(names["mimetype"]).read(200) if "mimetype" in names else b"spreadsheet"
        return "ods" if b"spreadsheet" in stated else None
    return None


def _inflate_all(
    opened: zipfile.ZipFile, file: str, limits: Limits
) -> tuple[frozenset[str], dict[str, bytes], dict[str, bytes], frozenset[str]]:
    """Inflate every part once, counting: a directory that lies about sizes is caught at the limit, not after it.

    Gives the sheets that hold formulas or error values, the sheets small enough to keep for a second look, how the
    parts with cells end, and the parts with rich text.
    """
    total = spent = 0
    marked: set[str] = set()
    rich: set[str] = set()
    has_shared_texts = any(_SHARED_TEXTS in entry.filename for entry in opened.infolist())
    kept: dict[str, bytes] = {}
    ends: dict[str, bytes] = {}
    for entry in opened.infolist():
        is_xml, is_sheet = entry.filename.lower().endswith(_XML), _SHEET in entry.filename
        chunks: list[bytes] = []
        size, tail, doctype = 0, b"", b""
        with opened.open(entry) as part:
            while chunk := part.read(_CHUNK):
                if not size:
                    doctype = _DOCTYPE.encode(_UTF_16.get(chunk[:2], "ascii"))
                size += len(chunk)
                total += len(chunk)
                _check_size(size, total, entry, file, limits)
                if not is_xml:
                    continue
                text = tail + chunk
                if doctype in text:
                    raise DeskError("workbook_unsafe", file=file, part=entry.filename)
                if is_sheet or entry.filename == _SHEETS_OF_ODS:
                    ends[entry.filename] = (ends.get(entry.filename, b"") + chunk)[-_END:]
                if not (is_sheet and has_shared_texts) and _RUN_FONT in text:
                    rich.add(entry.filename)
                if is_sheet:
                    if entry.filename not in marked and _is_marked(text):
                        marked.add(entry.filename)
                    if spent + size <= _KEPT_SIZE:
                        chunks.append(chunk)
                tail = text[-_OVERLAP:]
        if is_sheet and spent + size <= _KEPT_SIZE:
            kept[entry.filename] = b"".join(chunks)
            spent += size
    return frozenset(marked), kept, ends, frozenset(rich)


def _check_size(size: int, total: int, entry: zipfile.ZipInfo, file: str, limits: Limits) -> None:
    bomb = size > limits.ratio_from and entry.compress_size < size * limits.ratio
    if size > limits.part_size or total > limits.inflated_size or bomb:
        raise DeskError("workbook_inflates_too_big", file=file, part=entry.filename)


def _is_marked(text: bytes) -> bool:
    """Whether a piece of a sheet may hold a formula or an error value."""
    return _FORMULA_END in text or any(mark in text for mark in _ERROR_CELLS)
