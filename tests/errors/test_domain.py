"""What was typed is quoted, so that the mistake can be seen."""

from __future__ import annotations

import re

import pytest

from r57desk.errors.domain import SENTENCES


@pytest.mark.parametrize("code", SENTENCES)
def test_what_was_typed_is_quoted(code: str) -> None:
    for text in SENTENCES[code]:
        assert re.search(r"[“\"]?\{(field|text|code)", text)
