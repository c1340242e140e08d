"""The gate: is this file a workbook we may open? Content decides, never the extension.

Nothing is parsed here beyond container directories. Every refusal is a DeskError with a sentence of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from r57desk.errors import DeskError

Kind = Literal["zip", "ole", "csv"]

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Sizes in bytes, times in seconds."""

    file_size: int = 50 * MEBIBYTE
    entries: int = 1000
    part_size: int = 200 * MEBIBYTE
    inflated_size: int = 400 * MEBIBYTE
    ratio: float = 0.01  # compressed / inflated, asked of parts larger than `ratio_from`
    ratio_from: int = 100 << 10
    memory: int = 1536 * MEBIBYTE  # address space of the parsing process
    seconds: float = 60.0
    rows: int = 200_000
    cell_length: int = 32_767  # what Excel itself allows in one cell


LIMITS = Limits()

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WEB_PAGE = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<body")
_OTHER_KINDS = (
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"7z\xbc\xaf",
    b"Rar!",
    b"MZ",
    b"\x1f\x8b",
    b"SQLite format 3",
)


def read_file(path: Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a file that may be a workbook; raises DeskError when there is none to read."""
    name = path.name
    try:
        if path.is_dir():
            raise DeskError("file_is_folder", file=name)
        if name.startswith("~$"):
            raise DeskError("workbook_lock_file", file=name)
        size = path.stat().st_size
        if size > limits.file_size:
            raise DeskError(
                "workbook_file_too_big", file=name, size=_megabytes(size), limit=_megabytes(limits.file_size)
            )
        if not path.is_file():  # a device or a pipe could be read for ever
            raise DeskError("file_unreadable", file=name)
        with path.open("rb") as file:
            data = file.read(limits.file_size + 1)
    except FileNotFoundError as error:
        raise DeskError("file_missing", file=name) from error
    except (OSError, ValueError) as error:
        raise DeskError("file_unreadable", file=name) from error
    if len(data) > limits.file_size:
        raise DeskError(
            "workbook_file_too_big", file=name, size=_megabytes(len(data)), limit=_megabytes(limits.file_size)
        )
    return data


def _megabytes(size: int) -> int:
    return -(-size // MEBIBYTE)


def sniff(data: bytes, file: str) -> Kind:
    """What the bytes are; raises DeskError for an empty file, a web page, and all that is no table."""
    if not data or not data.strip(b"\0\t\r\n "):
        raise DeskError("workbook_empty_file", file=file)
    if data.startswith(_ZIP):
        return "zip"
    if data.startswith(_OLE):
        return "ole"
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise DeskError("workbook_is_xml_2003", file=file)
    if head.startswith(_WEB_PAGE) or (head.startswith(b"<") and b"<html" in head):
        raise DeskError("workbook_is_web_page", file=file)
    if data.startswith(_OTHER_KINDS) or _is_binary(data):
        raise DeskError("workbook_not_one", file=file)
    return "csv"


def _is_binary(data: bytes) -> bool:
    """Whether this cannot be text: a zero byte without the mark of UTF-16."""
    return not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" in data
