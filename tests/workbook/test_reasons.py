"""Every reason has words, in both languages."""

from __future__ import annotations

import pytest

from r57desk.domain.values import DOUBTS, PROBLEMS
from r57desk.workbook.reading import Remark
from r57desk.workbook.reasons import REASONS, reason_text


@pytest.mark.parametrize("code", sorted({*REASONS, *PROBLEMS, *DOUBTS}))
def test_every_reason_has_words_in_both_languages(code: str) -> None:
    vietnamese, english = reason_text(code, "vi"), reason_text(code, "en")
    assert vietnamese != english
    assert Remark("DS", "A1", "note", "x", code).reason("vi") == vietnamese


def test_an_unknown_reason_is_a_bug() -> None:
    with pytest.raises(KeyError):
        reason_text("no_such_reason")
