"""The whole round at the windows: send, fill in, answer, compare, decide, receipt."""

from __future__ import annotations

from r57desk.app import make_application
from tests.flows.exchange_story import TODAY, Story, fill_in_cells


def test_two_departments_answer_and_headquarters_decides_at_the_windows(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("R57DESK_TODAY", TODAY.isoformat())
    make_application([])
    Story(qapp, tmp_path, fill_in_cells).tell()
