"""What the command line says: both languages alike, in words an official uses."""

from __future__ import annotations

import re
import string

import pytest

from r57desk.cli.texts import TEXTS, say


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_ask_for_the_same_details(key):
    names = [{part[1] for part in string.Formatter().parse(text)} for text in TEXTS[key]]
    assert names[0] == names[1]
    assert all(TEXTS[key])


@pytest.mark.parametrize("key", TEXTS)
def test_words_of_the_trade_stay_out_of_sight(key):
    said = " ".join(TEXTS[key]).lower()
    assert not re.search(r"\b(merge|delta|hash|vui lòng|bạn)\b|!", said.replace("!{cell}", ""))


def test_a_line_is_said_in_the_language_asked_for():
    assert say("exported", "vi", rows=3, path="x.xlsx") == "Đã xuất 3 nhiệm vụ ra x.xlsx"
    assert say("exported", "en", rows=3, path="x.xlsx") == "3 tasks exported to x.xlsx"
