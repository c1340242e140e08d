"""Known errors are sentences in two languages."""

from __future__ import annotations

import pytest

from r57desk.errors import DeskError


def test_an_error_is_its_sentence():
    error = DeskError("file_missing", file="a.xlsx")
    assert error.sentence("vi") == str(error)
    assert "a.xlsx" in error.sentence("vi")
    assert "a.xlsx" in error.sentence("en")
    assert error.sentence("vi") != error.sentence("en")


def test_a_detail_may_be_called_code():
    assert "xx" in DeskError("office_code_wrong", code="xx").sentence()


def test_a_code_without_words_is_a_bug():
    with pytest.raises(KeyError):
        DeskError("khong_co").sentence()
