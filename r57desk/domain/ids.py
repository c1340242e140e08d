"""Row ids: 80 bits in Crockford base32 (16 characters) and 2 check characters, 18 in all.

The check is the value modulo 1021, the largest prime under 32²: one wrong character, or two swapped, never passes.
"""

from __future__ import annotations

import hashlib
import secrets

from r57desk.domain.text import fold, one_line

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {char: value for value, char in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_BODY, _CHECK, _PRIME = 16, 2, 1021
_FIELD_END = "\x1f"

ROW_ID_LENGTH = _BODY + _CHECK


def encode(value: int, length: int) -> str:
    """A number as `length` Crockford base32 characters, capitals, no I L O U."""
    characters = []
    for _ in range(length):
        value, rest = divmod(value, 32)
        characters.append(_ALPHABET[rest])
    return "".join(reversed(characters))


def decode(text: str) -> int | None:
    """The number behind Crockford base32 as people type it (small letters, O for 0, I or L for 1), or None."""
    value = 0
    for char in text.upper():
        if char not in _VALUES:
            return None
        value = value * 32 + _VALUES[char]
    return value if text else None


def row_id_of(value: int) -> str:
    """The row id of an 80-bit number."""
    return encode(value, _BODY) + encode(value % _PRIME, _CHECK)


def random_row_id() -> str:
    """A new id for a row typed in the app."""
    return row_id_of(secrets.randbits(80))


def natural_row_id(source_document: str, group_no: str, stt: str, title: str, occurrence: int = 0) -> str:
    """The id of a row read from a file without ids: the same wherever and whenever the same row is read.

    `occurrence` counts equal rows within one file, from 0. Titles and documents are compared folded.
    """
    parts = (
        fold(one_line(source_document)),
        one_line(group_no),
        one_line(stt),
        fold(one_line(title)),
        str(occurrence),
    )
    digest = hashlib.sha256(_FIELD_END.join(parts).encode()).digest()
    return row_id_of(int.from_bytes(digest[:10], "big"))


def parse_row_id(text: str) -> str | None:
    """The canonical form of a row id as typed or read from a cell; None when it is damaged or something else."""
    typed = one_line(text).replace(" ", "").replace("-", "")
    if len(typed) != ROW_ID_LENGTH:
        return None
    body, check = decode(typed[:_BODY]), decode(typed[_BODY:])
    return row_id_of(body) if body is not None and body % _PRIME == check else None
