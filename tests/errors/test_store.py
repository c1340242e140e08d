"""Whatever happens to a register, the sentence says what it is now, or that nothing was done."""

from __future__ import annotations

import re

import pytest

from r57desk.errors.store import SENTENCES

STATE = re.compile(r"giữ nguyên|[Kk]hông có gì thay đổi|không thay đổi|chưa được tạo")


@pytest.mark.parametrize("code", SENTENCES)
def test_the_state_of_the_register_is_said(code: str) -> None:
    assert STATE.search(SENTENCES[code][0])
