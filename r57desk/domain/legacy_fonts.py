"""Vietnamese text of the old 8-bit fonts: what a font name means, and what its letters are in Unicode.

TCVN3 (the ABC fonts, `.VnTime`) has one character a letter and no capitals with tones: those are small letters in a
font of capitals, `.VnTimeH`. VNI (`VNI-Times`) writes most marked letters with two characters, a vowel and its mark.
Nothing may be normalised or cleaned before it is decoded: in TCVN3 the soft hyphen U+00AD is "ư".

A font says little of a text that somebody typed later, in Unicode, into the same cell: `judge` looks at the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice
from typing import Literal, NamedTuple

from r57desk.domain.syllables import is_syllable

Encoding = Literal["tcvn3", "vni"]
Verdict = Literal["legacy", "unicode", "either"]


class LegacyFont(NamedTuple):
    """What an old font shows: letters of an encoding, all as capitals in some."""

    encoding: Encoding
    capitals: bool = False


class Run(NamedTuple):
    """A piece of a cell's text in one font; `font` is None for a font of today."""

    text: str
    font: LegacyFont | None


# -- font names ----------------------------------------------------------------------------------

_TCVN3_NAME = re.compile(r"@?\.vn\w", re.IGNORECASE)
_VNI_NAME = re.compile(r"@?vni[-_ ]", re.IGNORECASE)


@lru_cache(maxsize=1024)
def find_legacy_font(name: str) -> LegacyFont | None:
    """What a font of this name shows; None for a font of today. A name ending in H is a font of capitals."""
    name = name.strip(" \t\n'\"")
    if _TCVN3_NAME.match(name):
        in_one_case = name in (name.lower(), name.upper())
        return LegacyFont("tcvn3", name.endswith("H") or (in_one_case and name.endswith("h")))
    return LegacyFont("vni") if _VNI_NAME.match(name) else None


# -- letters -------------------------------------------------------------------------------------

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"

# TCVN 5712:1993, the small letters' tones in the order of the standard: huyền, hỏi, ngã, sắc, nặng
_TCVN3 = dict(zip("¡¢£¤¥¦§¨©ª«¬\u00ad®", "ĂÂÊÔƠƯĐăâêôơưđ", strict=True)) | dict(
    zip(
        "µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_TCVN3_TABLE, _TCVN3_NONE = str.maketrans(_TCVN3), str.maketrans(dict.fromkeys(_TCVN3))

_VNI_PLAIN = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_CIRCUMFLEX = {mark: _CIRCUMFLEX + tone for mark, tone in zip("âáàåãä", ("", *_VNI_PLAIN.values()), strict=True)}
_VNI_BREVE = {mark: _BREVE + tone for mark, tone in zip("êéèúüë", ("", *_VNI_PLAIN.values()), strict=True)}
_VNI_PAIRS = {
    "a": _VNI_PLAIN | _VNI_CIRCUMFLEX | _VNI_BREVE,
    "e": _VNI_PLAIN | _VNI_CIRCUMFLEX,
    "o": _VNI_PLAIN | _VNI_CIRCUMFLEX,
    "u": _VNI_PLAIN,
    "y": _VNI_PLAIN,
    "ô": _VNI_PLAIN,
    "ö": _VNI_PLAIN,
}
_VNI_SINGLE = {
    "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư",
}  # fmt: skip


def _vni_letters() -> Iterator[tuple[str, str]]:
    """VNI text → letter, for single characters and pairs; in a pair the case is that of the vowel."""
    for char, letter in _VNI_SINGLE.items():
        yield char, letter
        yield char.upper(), letter.upper()
    for vowel, marks in _VNI_PAIRS.items():
        for mark, meant in marks.items():
            letter = unicodedata.normalize("NFC", _VNI_SINGLE.get(vowel, vowel) + meant)
            for case in (mark, mark.upper()):
                yield vowel + case, letter
                yield vowel.upper() + case, letter.upper()


_VNI = dict(_vni_letters())
_VNI_LETTER = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
_VNI_VOWEL = tuple("aeouyAEOUY")
_VNI_MARKS = frozenset(mark for marks in _VNI_PAIRS.values() for char in marks for mark in (char, char.upper()))

# Where Windows itself is set to Vietnamese (code page 1258), the same 8-bit characters came in as these
_FROM_1258 = str.maketrans("Ă\u0300Đ\u0309ƠƯ\u0303ă\u0301đ\u0323ơư", "ÃÌÐÒÕÝÞãìðòõý")
_OF_1258 = frozenset(map(chr, _FROM_1258))


def decode(text: str, font: LegacyFont) -> str:
    """The text an old font shows, in Unicode; capitals in a font of capitals."""
    if not text.isascii():
        text = text.translate(_FROM_1258)
        if font.encoding == "tcvn3":
            text = text.translate(_TCVN3_TABLE)
        else:
            text = _VNI_LETTER.sub(lambda match: _VNI[match[0]], text)
    return text.upper() if font.capitals else text


# -- doubts --------------------------------------------------------------------------------------

_ONLY_UNICODE = re.compile("[\u1ea0-\u1ef9ĨĩŨũ\u0302\u0306\u031b]")
_WORD = re.compile(r"[^\s\x00-\x40\x5b-\x60\x7b-\x7f\u2010-\u205f]+")
_SYMBOLS = "¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿×÷"  # no letters in Unicode text, letters in TCVN3
_ABBREVIATION = re.compile("[A-ZĐ]+")
_ENOUGH = 40  # words to judge by


def judge(text: str, encoding: Encoding) -> Verdict:
    """Whether a text in an old font is in its encoding, or Unicode typed there later; "either" when nothing tells.

    The reading with fewer impossible syllables is right; letters only Unicode has settle it.
    """
    if text.isascii():
        return "either"
    if _ONLY_UNICODE.search(text):
        return "unicode"
    wrong_as_it_is = wrong_decoded = 0
    for word in islice((word for word in _WORD.findall(text) if not word.isascii()), _ENOUGH):
        plain = unicodedata.normalize("NFC", word).strip(_SYMBOLS)
        if plain and not _ABBREVIATION.fullmatch(word):
            wrong_as_it_is += not is_syllable(plain)
            wrong_decoded += not _is_decodable(word, encoding)
    if wrong_as_it_is != wrong_decoded:
        return "legacy" if wrong_decoded < wrong_as_it_is else "unicode"
    return "unicode" if _OF_1258.intersection(text) else "either"


def _is_decodable(word: str, encoding: Encoding) -> bool:
    """Whether every letter of a word is one of the encoding, and they make a syllable."""
    word = word.translate(_FROM_1258)
    rest = word.translate(_TCVN3_NONE) if encoding == "tcvn3" else _VNI_LETTER.sub("", word)
    return rest.strip(_SYMBOLS).isascii() and is_syllable(decode(word, LegacyFont(encoding)).strip(_SYMBOLS))


def is_legacy(text: str, encoding: Encoding, presumed: bool = True) -> bool:
    """Whether a text in an old font is to be decoded; `presumed` is the answer where the text itself does not tell."""
    verdict = judge(text, encoding)
    return presumed if verdict == "either" else verdict == "legacy"


# -- cells of several runs -----------------------------------------------------------------------


def judge_runs(runs: Sequence[Run]) -> Verdict:
    """As `judge`, of all runs in old fonts together: a lone letter tells nothing by itself."""
    verdicts = {judge(text, encoding) for encoding, text in _texts_by_encoding(runs)}
    return "legacy" if "legacy" in verdicts else "either" if "either" in verdicts else "unicode"


def decode_runs(runs: Sequence[Run], presumed: bool = True) -> str:
    """A cell's text, each run decoded as its font asks; a run that is Unicode already stays.

    A VNI letter may be cut by a border: its vowel ends one run (in whatever font: it looks the same), its mark begins
    the next.
    """
    legacy = {encoding for encoding, text in _texts_by_encoding(runs) if is_legacy(text, encoding, presumed)}
    parts: list[str] = []
    for encoding, group in groupby(runs, lambda run: _encoding_to_decode(run, legacy)):
        if encoding == "tcvn3":
            parts += [decode(run.text, run.font) for run in group if run.font]
        elif encoding == "vni":
            text = "".join(run.text for run in group)
            if parts and text[:1] in _VNI_MARKS and parts[-1].endswith(_VNI_VOWEL):
                text = parts[-1][-1] + text
                parts[-1] = parts[-1][:-1]
            parts.append(decode(text, LegacyFont("vni")))
        else:
            parts += [run.text for run in group]
    return "".join(parts)


def _texts_by_encoding(runs: Sequence[Run]) -> list[tuple[Encoding, str]]:
    """What is to be judged together: for each encoding, the text of its runs that is not plainly Unicode."""
    encodings: dict[Encoding, str] = {}
    for text, font in runs:
        if font and not _ONLY_UNICODE.search(text):
            encodings[font.encoding] = encodings.get(font.encoding, "") + text
    return list(encodings.items())


def _encoding_to_decode(run: Run, legacy: set[Encoding]) -> Encoding | None:
    if run.font is None or run.font.encoding not in legacy or _ONLY_UNICODE.search(run.text):
        return None
    return run.font.encoding
