"""A wrong option changes nothing, and the sentence says so."""

from __future__ import annotations

import pytest

from r57desk.errors.cli import SENTENCES


@pytest.mark.parametrize("code", SENTENCES)
def test_the_register_is_said_to_be_unchanged(code: str) -> None:
    vietnamese, english = SENTENCES[code]
    assert "Sổ không thay đổi." in vietnamese
    assert "The register is unchanged." in english
