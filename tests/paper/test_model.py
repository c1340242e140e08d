"""Sheets are frozen data with sensible defaults."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from r57desk.domain.status import WARN_DAYS
from r57desk.paper.model import Options, Sheet, Signature, Stamp
from r57desk.paper.profile import STATE


def test_defaults_are_a_vietnamese_state_sheet_that_is_no_draft() -> None:
    options = Options()
    assert (options.profile, options.language, options.landscape, options.draft) == (STATE, "vi", False, False)
    assert Stamp(date(2025, 9, 24), 1, "X").warn_days == WARN_DAYS
    assert Signature().keep_with_previous


def test_a_sheet_cannot_be_changed() -> None:
    sheet = Sheet("t", "k", (), Options(), "")
    with pytest.raises(FrozenInstanceError):
        sheet.title = "other"  # type: ignore[misc]
