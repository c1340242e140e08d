"""Vietnamese text: normalise at the edge, fold for matching, sort as a Vietnamese reader expects.

Speed matters here (every cell of every import passes through), so each function has two roads to one result:
text made only of ASCII, Vietnamese letters and the usual typographic marks (252 characters) fits an 8-bit
alphabet, where folding and sort weights are `bytes.translate`; anything else takes the per-character road, which
is the definition.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

# -- normalising ---------------------------------------------------------------------------------

_REMOVED = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
_LINE_BREAKS = "\x0b\x0c\r\x85\u2028\u2029"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_CLEAN: dict[int, str | None] = {code: None for code in range(0x20) if chr(code) not in "\t\n\x0b\x0c\r"}
_CLEAN |= dict.fromkeys(range(0x7F, 0xA0))
_CLEAN |= {ord(char): None for char in _REMOVED}
_CLEAN |= {ord(char): "\n" for char in _LINE_BREAKS}
_CLEAN |= {ord(char): " " for char in _SPACES}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END_SPACE = re.compile(" +\n")


def normalize(text: str) -> str:
    """NFC, plain spaces, line feeds for line breaks, nothing invisible, no spaces at the ends of lines. Idempotent.

    U+00AD stays: in text of old Vietnamese fonts it is a letter.
    """
    if text.isprintable():  # no line breaks, no odd spaces, no invisible characters
        return unicodedata.normalize("NFC", text).strip(" ")
    if not text.replace("\n", "").isprintable():
        text = _LONE_SURROGATE.sub("\ufffd", text.replace("\r\n", "\n")).translate(_CLEAN)
    return _LINE_END_SPACE.sub("\n", unicodedata.normalize("NFC", text)).strip(" \n")


def one_line(text: str) -> str:
    """Normalised text with every run of white space, line breaks too, as one space."""
    text = normalize(text)
    return " ".join(text.split()) if "\n" in text or "  " in text else text


# -- the 8-bit alphabet --------------------------------------------------------------------------

_MARKED = (
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
)
_TYPOGRAPHIC = "“”‘’–—…•·°§±×÷≤≥²³«»€₫"


def _charmap(marked: str) -> str:
    """256 characters: ASCII in its own places, `marked` in those of the control characters and above.

    Places left over repeat the line break, harmlessly.
    """
    places = iter(marked)
    ascii_places = {0x0A, *range(0x20, 0x7F)}
    return "".join(chr(n) if n in ascii_places else next(places, "\n") for n in range(256))


_ALPHABET = _charmap(_MARKED + _TYPOGRAPHIC)
_ENCODE_ALPHABET = codecs.charmap_build(_ALPHABET)


@lru_cache(maxsize=64)  # a title is keyed, then folded: finding the letters is half the work of both
def _encode(text: str) -> bytes | None:
    """The text in the 8-bit alphabet, None when a character of it is not there."""
    try:
        return codecs.charmap_encode(text, "strict", _ENCODE_ALPHABET)[0]
    except UnicodeEncodeError:
        return None


class _Memo(dict[int, str]):
    """A translation table for all of Unicode that computes each character once."""

    def __init__(self, weight: Callable[[str], str]) -> None:
        super().__init__()
        self._weight = weight

    def __missing__(self, code: int) -> str:
        value = self[code] = self._weight(chr(code))
        return value


# -- folding -------------------------------------------------------------------------------------


def _fold_char(char: str) -> str:
    """One character without marks, casefolded; đ has no decomposition and is named."""
    plain = unicodedata.normalize("NFD", char).replace("đ", "d").replace("Đ", "d")
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


_FOLD_ANY = _Memo(_fold_char)
_FOLD_ALPHABET = "".join(map(_fold_char, _ALPHABET))


def fold(text: str) -> str:
    """Text without tone and vowel marks, đ as d, casefolded: the key for search, headers and matching.

    Equal for NFC and NFD, for hoà and hòa.
    """
    if text.isascii():
        return text.lower()
    letters = _encode(text)
    if letters is None:
        return text.translate(_FOLD_ANY)
    return codecs.charmap_decode(letters, "strict", _FOLD_ALPHABET)[0]


_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The folded words of a text, in order: letters and digits, split at anything else."""
    return _WORD.findall(fold(text))


def compact(text: str) -> str:
    """The folded letters and digits alone: `Tiến độ (%)` → `tiendo`. Compares names typed with odd spacing."""
    return "".join(words(text))


def has_marks(text: str) -> bool:
    """Whether any letter carries a Vietnamese mark (a search with marks ranks exact hits first)."""
    return fold(text) != text.casefold()


# -- sorting -------------------------------------------------------------------------------------
# The key is text, to be compared by code point (Python, SQLite BINARY). Three levels, as CLDR has it for vi:
# letters (a < ă < â, d < đ …; symbols < numbers < letters < other scripts), tones, capitals; each level
# ends with U+0001, which is smaller than any weight. Numbers weigh by value.

_VI_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {mark: str(rank) for rank, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", 1)}
# İ (Turkish) lowers to two characters and so counts as a symbol that starts with "i".
_ASCII_SYMBOLS = sorted({chr(code) for code in range(0x80) if not chr(code).isalnum()} | {"i"})
_weights = (chr(code) for code in range(0x02, 0x7F) if not 0x30 <= code <= 0x39)  # digits stand for themselves
_SYMBOL_WEIGHT = {char: next(_weights) for char in _ASCII_SYMBOLS}
_OTHER_SYMBOL = next(_weights)  # followed by the character itself
_NUMBER_WEIGHT = next(_weights).encode()  # followed by the count of digits, then the digits
_LETTER_WEIGHT = {char: next(_weights) for char in _VI_LETTERS}
_OTHER_LETTER = next(_weights)  # followed by the character itself
_DIGITS = b"0123456789"
_NUMBER = re.compile(rb"[0-9]+")


def _base(char: str) -> str:
    """The letter under the tone: ấ → â."""
    decomposed = unicodedata.normalize("NFD", char)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))


def _is_digit(char: str) -> bool:
    return char.isascii() and char.isdigit()


def _letter_weight(char: str) -> str:
    if _is_digit(char):
        return char  # until `_number_weight`
    lower = _base(char).lower()
    if not lower:
        return ""
    if lower in _LETTER_WEIGHT:
        return _LETTER_WEIGHT[lower]
    if lower.isalpha():
        return _OTHER_LETTER + lower[0]
    return _SYMBOL_WEIGHT.get(lower[0]) or _OTHER_SYMBOL + lower[0]


def _tone_weight(char: str) -> str:
    if not _base(char) or _is_digit(char):
        return ""
    return next((_TONES[c] for c in unicodedata.normalize("NFD", char) if c in _TONES), "0")


def _case_weight(char: str) -> str:
    base = _base(char)
    if not base or _is_digit(char):
        return ""
    return "1" if base != base.lower() else "0"


def _number_weight(match: re.Match[bytes]) -> bytes:
    digits = match[0].lstrip(b"0") or b"0"
    return _NUMBER_WEIGHT + chr(0x20 + min(len(digits), 0x7000)).encode() + digits


_LETTERS_ANY, _TONES_ANY, _CASES_ANY = _Memo(_letter_weight), _Memo(_tone_weight), _Memo(_case_weight)


def _byte_table(weights: _Memo) -> bytes:
    """The alphabet's weights for `bytes.translate`; a character whose weight is longer than a byte stays as it is."""
    chosen = (weights[ord(char)] or "0" for char in _ALPHABET)
    return bytes(ord(weight) if len(weight) == 1 else code for code, weight in enumerate(chosen))


@cache
def _byte_tables() -> tuple[bytes, bytes, bytes]:
    """Letters, tones, capitals; made when something is first sorted, as most starts sort nothing."""
    return _byte_table(_LETTERS_ANY), _byte_table(_TONES_ANY), _byte_table(_CASES_ANY)


_TYPOGRAPHIC_BYTE = re.compile(rb"[\x80-\xff]")


def _typographic_weight(match: re.Match[bytes]) -> bytes:
    return _LETTERS_ANY[ord(_ALPHABET[match[0][0]])].encode()


def collation_key(text: str) -> str:
    """The text to store, index and sort by. Equal keys only for texts that differ in leading zeros or stray marks."""
    text = unicodedata.normalize("NFC", text)
    encoded = _encode(text)
    if encoded is None:
        return _key_of_any(text)
    of_letters, of_tones, of_cases = _byte_tables()
    unnumbered = encoded.translate(None, _DIGITS)
    letters = encoded.translate(of_letters)
    if not letters.isascii():
        letters = _TYPOGRAPHIC_BYTE.sub(_typographic_weight, letters)
    if len(unnumbered) != len(encoded):
        letters = _NUMBER.sub(_number_weight, letters)
    return _join(letters, unnumbered.translate(of_tones), unnumbered.translate(of_cases))


def _key_of_any(text: str) -> str:
    text = _LONE_SURROGATE.sub("\ufffd", text)
    levels = (text.translate(weights).encode() for weights in (_LETTERS_ANY, _TONES_ANY, _CASES_ANY))
    letters, tones, cases = levels
    return _join(_NUMBER.sub(_number_weight, letters), tones, cases)


def _join(letters: bytes, tones: bytes, cases: bytes) -> str:
    # "-" stands for three letters without tone, for eight small ones: shorter, and the order stays, as "-" < "0" < all
    tones, cases = tones.rstrip(b"0").replace(b"000", b"-"), cases.rstrip(b"0").replace(b"00000000", b"-")
    return b"\x01".join((letters, tones, cases)).decode()


# -- numbers of rows and groups ------------------------------------------------------------------

_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LAST = "\x7f"
_PARTS = re.compile(r"[^\W\d_]+|[0-9]+")


def roman_value(text: str) -> int | None:
    """The value of a Roman number in capitals, or None. Single C, D, L and M are letters of a list, not numbers."""
    if not text or text in "CDLM" or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(v if v >= after else -v for v, after in zip(values, [*values[1:], 0], strict=True))


def natural_key(number: str) -> str:
    """Sorts row numbers: 2 < 10 < 28 < 28a, 11.1 < 11.2 < 11.10; a row without a number comes last."""
    text = one_line(number)
    return collation_key(text) if text else _LAST


def group_key(number: str) -> str:
    """Sorts group numbers as written: 1 < 2 < 10, I < II < IX, A < B < Đ, I.2 < I.10; no number comes last."""
    text = one_line(number)
    if not text:
        return _LAST
    return collation_key(_PARTS.sub(lambda m: str(roman_value(m[0]) or m[0]), text))
