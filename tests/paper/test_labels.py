"""Both languages say everything, with the same blanks to fill in."""

from __future__ import annotations

import re
import unicodedata

import pytest

from r57desk.paper.labels import LABELS, label


@pytest.mark.parametrize("name", LABELS)
def test_both_languages_fill_in_the_same(name: str) -> None:
    vietnamese, english = LABELS[name]
    assert re.findall(r"{(\w+)}", vietnamese) == re.findall(r"{(\w+)}", english)
    assert unicodedata.is_normalized("NFC", vietnamese)


def test_blanks_are_filled_in() -> None:
    assert label("as_of", "vi", date="24/09/2025") == "Tính đến ngày 24/09/2025"
    assert label("as_of", "en", date="24/09/2025") == "As of 24/09/2025"


def test_an_unknown_name_is_a_bug() -> None:
    with pytest.raises(KeyError):
        label("nothing", "vi")
