"""Opening the register of a command."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest

from r57desk import paths
from r57desk.cli.opening import as_of, open_desk, read_pairs, register_path
from r57desk.errors import DeskError


def test_the_register_is_the_one_named_or_the_user_s(tmp_path):
    assert register_path(Namespace(db=str(tmp_path / "so.db"))) == tmp_path / "so.db"
    assert register_path(Namespace(db=None)) == paths.default_database()


def test_a_register_is_closed_whatever_happens(register):
    options = Namespace(db=str(register))
    with pytest.raises(KeyError), open_desk(options, write=True):
        raise KeyError
    with open_desk(options, write=True) as desk:
        assert not desk.read_only
    with open_desk(options, write=False) as desk:
        assert desk.read_only


def test_as_of_is_a_day(desk, monkeypatch):
    monkeypatch.setenv("R57DESK_TODAY", "2025-09-24")
    assert as_of(Namespace(as_of=None), desk) == date(2025, 9, 24)
    assert as_of(Namespace(as_of="2025-06-30"), desk) == date(2025, 6, 30)
    with pytest.raises(DeskError) as refused:
        as_of(Namespace(as_of="30/06/2025"), desk)
    assert refused.value.code == "option_not_a_date"


def test_pairs_are_named_once():
    assert read_pairs(["a=1", " b = 2=3", "c="], "X") == {"a": "1", "b": " 2=3", "c": ""}
    for wrong, code in (
        (["a"], "option_needs_equals"),
        (["=1"], "option_needs_equals"),
        (["a=1", "a=2"], "option_twice"),
    ):
        with pytest.raises(DeskError) as refused:
            read_pairs(wrong, "X")
        assert refused.value.code == code


def test_no_path_is_made(tmp_path):
    with pytest.raises(DeskError), open_desk(Namespace(db=str(tmp_path / "so.db")), write=True):
        pass
    assert list(Path(tmp_path).iterdir()) == []
