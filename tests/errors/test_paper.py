"""Paper never touches the register, and the sentence says so."""

from __future__ import annotations

import pytest

from r57desk.errors.paper import SENTENCES


@pytest.mark.parametrize("code", SENTENCES)
def test_the_register_is_said_to_be_untouched(code: str) -> None:
    vietnamese, english = SENTENCES[code]
    assert "Sổ không bị ảnh hưởng." in vietnamese
    assert "The register is not affected." in english
