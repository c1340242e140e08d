"""A refusal says that nothing was done."""

from __future__ import annotations

import re

import pytest

from r57desk.errors.services import SENTENCES

NOTHING_DONE = re.compile(r"Sổ (này )?không thay đổi|giữ nguyên|Chưa (ghi|lập|tạo)")


@pytest.mark.parametrize("code", SENTENCES)
def test_that_nothing_was_done_is_said(code: str) -> None:
    assert NOTHING_DONE.search(SENTENCES[code][0])
