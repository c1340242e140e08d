"""Today can be fixed from outside."""

from __future__ import annotations

from datetime import date

import pytest

from r57desk.errors import DeskError
from r57desk.services import clock


def test_today_is_the_date_of_the_machine_unless_fixed(monkeypatch):
    monkeypatch.delenv("R57DESK_TODAY", raising=False)
    assert clock.today() == date.today()
    assert clock.now()[:10] == date.today().isoformat()
    monkeypatch.setenv("R57DESK_TODAY", "2025-09-24")
    assert clock.today() == date(2025, 9, 24)
    assert clock.now().startswith("2025-09-24T")


def test_a_fixed_day_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv("R57DESK_TODAY", "24/09/2025")
    with pytest.raises(DeskError) as refused:
        clock.today()
    assert "24/09/2025" in refused.value.sentence("vi")
