"""Row ids: 80 bits in Crockford base32 (16 characters) and 2 check characters, 18 in all.

The check is the value modulo 1021, the largest prime under 32²: one wrong character, or two swapped, never passes.
On a sheet an id stands as a row mark, with four more characters that bind it to the row's title.
"""

from __future__ import annotations

import hashlib
import os
import re
from functools import lru_cache
from typing import NamedTuple

from r57desk.domain.text import fold, one_line

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {char: value for value, char in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_BITS, _BODY, _CHECK, _PRIME = 80, 16, 2, 1021
_DIGITS = str.maketrans({char: "0123456789abcdefghijklmnopqrstuv"[value] for char, value in _VALUES.items()})
_TYPED = re.compile(f"[{''.join(_VALUES)}]+")
_PAIRS = tuple(high + low for high in _ALPHABET for low in _ALPHABET)  # by ten bits
_FIELD_END = "\x1f"
_MARK_CHECK = 4
MARK_SEPARATOR = "."

ROW_ID_LENGTH = _BODY + _CHECK
_ROW_ID = re.compile(f"[{_ALPHABET}]{{{ROW_ID_LENGTH}}}")


def encode(value: int, length: int) -> str:
    """A number as `length` Crockford base32 characters, capitals, no I L O U."""
    pairs = [_PAIRS[value >> shift & 1023] for shift in range(5 * (length - 1) // 10 * 10, -1, -10)]
    return "".join(pairs)[-length:]


def decode(text: str) -> int | None:
    """The number behind Crockford base32 as people type it (small letters, O for 0, I or L for 1), or None."""
    typed = text.upper()
    return int(typed.translate(_DIGITS), 32) if _TYPED.fullmatch(typed) else None


def row_id_of(value: int) -> str:
    """The row id of an 80-bit number."""
    return encode(value, _BODY) + encode(value % _PRIME, _CHECK)


def random_row_id() -> str:
    """A new id for a row typed in the app."""
    return row_id_of(int.from_bytes(os.urandom(_BITS // 8), "big"))


def natural_row_id(source_document: str, group_no: str, stt: str, title: str, occurrence: int = 0) -> str:
    """The id of a row read from a file without ids: the same wherever and whenever the same row is read.

    `occurrence` counts equal rows within one file, from 0. Titles and documents are compared folded.
    """
    parts = (
        _fold_again(source_document),
        _one_line_again(group_no),
        one_line(stt),
        _fold_line(title),
        str(occurrence),
    )
    digest = hashlib.sha256(_FIELD_END.join(parts).encode()).digest()
    return row_id_of(int.from_bytes(digest[: _BITS // 8], "big"))


def _fold_line(text: str) -> str:
    return fold(one_line(text))


_fold_again = lru_cache(maxsize=1024)(_fold_line)  # one document and one group hold many rows
_one_line_again = lru_cache(maxsize=1024)(one_line)


def parse_row_id(text: str) -> str | None:
    """The canonical form of a row id as typed or read from a cell; None when it is damaged or something else."""
    if _ROW_ID.fullmatch(text):  # as we write it: all but the few that somebody typed
        return text if _PAIRS[int(text[:_BODY].translate(_DIGITS), 32) % _PRIME] == text[_BODY:] else None
    typed = one_line(text).replace(" ", "").replace("-", "")
    if len(typed) != ROW_ID_LENGTH:
        return None
    body, check = decode(typed[:_BODY]), decode(typed[_BODY:])
    return row_id_of(body) if body is not None and body % _PRIME == check else None


# -- row marks -----------------------------------------------------------------------------------


class RowMark(NamedTuple):
    """A row id as a cell holds it; `check` is "" when the cell holds the id alone."""

    row_id: str
    check: str

    def fits(self, title: str) -> bool:
        """Whether the mark was made for a row of this title."""
        return self.check == row_check(self.row_id, title)


def row_check(row_id: str, title: str) -> str:
    """Four characters of a row id and its folded title: they tell a row that moved from a mark that stayed behind."""
    digest = hashlib.sha256((row_id + _fold_line(title)).encode()).digest()
    return encode(int.from_bytes(digest[:3], "big") >> 4, _MARK_CHECK)


def format_row_mark(row_id: str, title: str) -> str:
    """The mark of a row: `ROWID.CHEK`."""
    return row_id + MARK_SEPARATOR + row_check(row_id, title)


def parse_row_mark(text: str) -> RowMark | None:
    """The mark in a cell; None when its row id is damaged, or there is none. A check that cannot be read is ""."""
    typed, _, check = one_line(text).partition(MARK_SEPARATOR)
    row_id = parse_row_id(typed)
    if row_id is None:
        return None
    value = decode(check.strip()) if len(check.strip()) == _MARK_CHECK else None
    return RowMark(row_id, "" if value is None else encode(value, _MARK_CHECK))
