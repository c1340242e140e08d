"""Vietnamese syllables: whether a word can be one, told by its onset, its rhyme and its tone.

A spelling rule, no word list: "khụng" passes, "nhiÖm" and "phat" with a tone do not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q(?=u) qu r s t th tr v x"
_RHYMES = {  # nucleus → what may follow it, "-" for nothing
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- ch m n nh p t u",
    "i": "- a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": "- a c i m n ng p t",
    "oa": "c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": "- n o t",
    "oo": "c ng",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- a c i m n ng p t",
    "uâ": "n ng t y",
    "uê": "- ch nh",
    "uô": "c i m n ng t",
    "uơ": "-",
    "uy": "- a ch n nh p t u",
    "uyê": "n t",
    "ư": "- a c i n ng t u",
    "ươ": "c i m n ng p t u",
    "y": "- nh t",
    "yê": "m n ng t u",
}
_RHYME_WORDS = [nucleus + end.replace("-", "") for nucleus, ends in _RHYMES.items() for end in ends.split()]
_SYLLABLE = re.compile(f"(?:{'|'.join(_ONSETS.split())})?(?:{'|'.join(_RHYME_WORDS)})")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_TONES_BEFORE_A_STOP = frozenset("\u0301\u0323")  # sắc, nặng
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether a word, in whatever case and normal form, is spelled as a Vietnamese syllable."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in decomposed if char in _TONES]
    letters = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES))
    if len(tones) > 1 or _SYLLABLE.fullmatch(letters) is None:
        return False
    return not letters.endswith(_STOPS) or bool(tones and tones[0] in _TONES_BEFORE_A_STOP)
