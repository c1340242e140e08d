"""Rows whose creation was taken back, and on which other offices have worked since."""

from __future__ import annotations

import itertools

import pytest

from r57desk.merge import compose
from r57desk.merge.delta import make_edit, new_nonce
from r57desk.merge.force import Held
from r57desk.merge.kept import keep_ground
from tests.merge.replicas import Replica, shown


@pytest.fixture
def offices() -> tuple[Replica, Replica]:
    """A brought a task in and gave it to X, who has written in it."""
    here, there = Replica("A"), Replica("X")
    here.create("R", title="gốc", note="gốc")
    here.grant("R", "X")
    there.sync(here)
    there.write("R", result_now="đã làm")
    here.sync(there)
    return here, there


def test_undoing_a_creation_hides_no_work_of_another_office(offices: tuple[Replica, Replica]) -> None:
    here, there = offices
    for delta in [one for one in here.log.values() if one.office == "A"]:
        here.undo(delta)
    there.sync(here)
    for replica in offices:
        state = replica.state("R")
        assert state.exists
        assert state.authority.assigners == {"A"}
        assert shown(state) == {"title": {"gốc"}, "note": {"gốc"}, "result_now": {"đã làm"}}


def test_setting_a_file_aside_hides_no_work_done_on_it(offices: tuple[Replica, Replica]) -> None:
    _, there = offices
    there.aside = {delta.id for delta in there.log.values() if delta.office == "A"}
    assert shown(there.state("R"))["result_now"] == {"đã làm"}
    work = [delta for delta in there.log.values() if delta.office == "X"]
    there.undo(work[0])
    assert not there.state("R").exists


def test_its_own_later_work_keeps_no_row_that_an_office_took_back() -> None:
    here = Replica("A")
    made = here.create("R", title="gốc")
    here.write("R", title="sửa")
    here.undo(made)
    assert not here.state("R").exists


def test_what_a_stranger_asks_for_brings_nothing_back() -> None:
    here, stranger = Replica("A"), Replica("Z")
    made = here.create("R", title="gốc")
    stranger.sync(here)
    stranger.write("R", title="xin đổi")
    stranger.append(make_edit("R", {"note": "ghi"}), compose.grant(here.state("R"), "Z", by="Z", nonce=new_nonce()))
    here.undo(made)
    here.sync(stranger)
    assert not here.state("R").exists


def test_a_deletion_that_saw_the_work_still_deletes(offices: tuple[Replica, Replica]) -> None:
    here, _ = offices
    here.delete("R")
    here.undo(next(iter(here.log.values())))
    assert not here.state("R").exists


def test_local_notes_keep_nothing(offices: tuple[Replica, Replica]) -> None:
    """What one register alone holds cannot decide what all show."""
    _, there = offices
    there.undo(next(delta for delta in there.log.values() if delta.office == "X"))
    there.aside = {delta.id for delta in there.log.values() if delta.office == "A"}
    there.append(make_edit("R", {"tags": "riêng"}, nonce=new_nonce()))
    assert not there.state("R").exists


def test_the_order_of_the_edits_is_nothing_to_it(offices: tuple[Replica, Replica]) -> None:
    made, grant = (
        Held(edit, frozenset(), frozenset({"A"}), "")
        for delta in offices[0].log.values()
        if delta.office == "A"
        for edit in delta.edits
    )
    work = Held(make_edit("R", {"result_now": "x"}, nonce="1"), frozenset({"X"}), frozenset({"X"}), "")
    for held in itertools.permutations((made, grant, work)):
        assert {one.offices for one in keep_ground(held)} == {frozenset({"A"}), frozenset({"X"})}
    assert keep_ground((made, grant)) == (made, grant)
