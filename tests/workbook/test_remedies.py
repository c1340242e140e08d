"""For every reason there is something to do about it, said in both languages, in whole sentences."""

from __future__ import annotations

import pytest

from r57desk.domain.values import DOUBTS, PROBLEMS, parse_value
from r57desk.workbook.reasons import REASONS
from r57desk.workbook.remedies import REMEDIES, remedy_text

CODES = sorted({*REASONS, *PROBLEMS, *DOUBTS})


def test_there_is_a_sentence_for_every_reason_and_for_nothing_else() -> None:
    assert sorted(REMEDIES) == CODES


@pytest.mark.parametrize("code", CODES)
def test_it_is_a_sentence_an_official_may_send_on(code: str) -> None:
    vietnamese, english = remedy_text(code), remedy_text(code, "en")
    assert vietnamese != english
    for text in (vietnamese, english):
        assert text[0].isupper()
        assert text.endswith(".")
        assert "!" not in text
    assert not {"bạn", "vui", "lòng"} & set(vietnamese.lower().split())


def test_what_it_tells_to_write_is_understood() -> None:
    assert "65%" in remedy_text("percent_unread")
    assert parse_value("percent", "65%").value == "65"
    assert "15/07/2025" in remedy_text("date_unread")
    assert parse_value("date", "15/07/2025").value == "2025-07-15"
