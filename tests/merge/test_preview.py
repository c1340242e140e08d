"""A preview shows what incoming work changes for who looks at the row, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from r57desk.merge import compose
from r57desk.merge.delta import new_nonce
from r57desk.merge.fold import RowState, fold_row
from r57desk.merge.force import gather
from r57desk.merge.model import EXISTS
from r57desk.merge.preview import Difference, RowPreview, preview
from tests.merge.histories import History, busy_histories
from tests.merge.replicas import Replica


def incoming(there: Replica, here: Replica) -> RowPreview:
    """What would become of R at `here`, were the work of `there` taken in."""
    before = here.state("R")
    union = Replica(here.office, {**here.log, **there.log}, set(here.aside))
    return preview(before, union.state("R"))


def two() -> tuple[Replica, Replica]:
    here, there = Replica("A"), Replica("X")
    here.create("R", title="tên", lead="Bộ A")
    here.grant("R", "X")
    here.sync(there)
    return here, there


def brief(found: RowPreview) -> list[tuple[str, str | None, str | None, str, tuple[str, ...]]]:
    return [(one.field, one.old, one.new, one.state, one.offices) for one in found.differences]


def test_nothing_new_is_empty() -> None:
    here, there = two()
    assert incoming(there, here) == RowPreview("R")
    assert incoming(there, here).is_empty


def test_a_new_row_shows_by_its_cells() -> None:
    here, there = Replica("A"), Replica("X")
    there.create("R", title="tên", percent="5")
    there.grant("R", "Y")
    found = incoming(there, here)
    assert brief(found) == [("percent", None, "5", "new", ("X",)), ("title", None, "tên", "new", ("X",))]
    assert found.granted == ("Y",)


def test_a_value_that_takes_the_place_of_another_is_a_change() -> None:
    here, there = two()
    edit = there.write("R", percent="40", note="ghi").edits[0]
    assert incoming(there, here).differences == (
        Difference("note", None, "ghi", "changed", ("X",), (edit.id,)),
        Difference("percent", None, "40", "changed", ("X",), (edit.id,)),
    )
    here.sync(there)
    there.write("R", percent=None)
    assert brief(incoming(there, here)) == [("percent", "40", None, "changed", ("X",))]


def test_work_on_both_sides_is_a_conflict_and_the_same_work_is_nothing() -> None:
    here, there = two()
    other = Replica("X", dict(here.log))
    other.write("R", percent="50", note="ghi")
    here.sync(other)
    there.write("R", percent="60", note="ghi")
    assert brief(incoming(there, here)) == [("percent", "50", "60", "conflict", ("X",))]
    here.sync(there)
    other.sync(here)
    other.write("R", percent="55")
    assert brief(incoming(other, here)) == [("percent", here.state("R").values["percent"], "55", "settled", ("X",))]


def test_a_third_value_joins_a_conflict_alone() -> None:
    here, there = two()
    for value in ("50", "60"):
        desk = Replica("X", dict(there.log))
        desk.write("R", percent=value)
        here.receive(desk.log.values())
    there.write("R", percent="70")
    assert [(one.new, one.state) for one in incoming(there, here).differences] == [("70", "conflict")]


def test_what_one_may_not_write_is_a_request_and_its_answer_shows_at_who_asked() -> None:
    here, there = two()
    there.write("R", lead="Bộ B")
    assert brief(incoming(there, here)) == [("lead", "Bộ A", "Bộ B", "request", ("X",))]
    here.sync(there)
    (asked,) = here.state("R").requests
    here.append(compose.refuse_request(asked, "R", reason="không", nonce=new_nonce()))
    answered = incoming(here, there)
    assert answered.differences == ()
    assert [(one.value, one.reason, one.by) for one in answered.refusals] == [("Bộ B", "không", ("A",))]
    there.sync(here)
    assert incoming(here, there).is_empty
    here.append(compose.accept_request(here.state("R"), asked, nonce=new_nonce()))
    assert brief(incoming(here, there)) == [("lead", "Bộ A", "Bộ B", "changed", ("A",))]


def test_a_row_deleted_here_that_comes_back_with_work_is_a_conflict() -> None:
    here, there = two()
    here.delete("R")
    there.write("R", percent="50")
    assert brief(incoming(there, here))[0] == (EXISTS, None, "1", "conflict", ())


def test_a_deletion_shows_alone() -> None:
    here, there = two()
    here.delete("R")
    assert brief(incoming(here, there)) == [(EXISTS, "1", None, "deleted", ("A",))]
    there.sync(here)
    here.append(compose.restore_row(here.state("R"), nonce=new_nonce()))
    assert brief(incoming(here, there)) == [(EXISTS, None, "1", "changed", ("A",))]


def test_a_deletion_that_did_not_see_work_is_a_conflict_until_settled() -> None:
    here, there = two()
    there.write("R", percent="40")
    here.delete("R")
    assert (EXISTS, "1", None, "conflict", ("A",)) in brief(incoming(here, there))
    there.sync(here)
    here.append(compose.restore_row(here.state("R"), nonce=new_nonce()))
    assert (EXISTS, "1", "1", "settled", ("A",)) in brief(incoming(here, there))


def test_a_creation_taken_back_deletes_the_row() -> None:
    here, there = Replica("A"), Replica("X")
    made = here.create("R", title="tên")
    there.sync(here)
    here.undo(made)
    assert brief(incoming(here, there)) == [(EXISTS, "1", None, "deleted", ())]


def test_a_value_taken_back_shows_what_is_left() -> None:
    here, there = two()
    here.undo(here.write("R", lead="Bộ B"))
    first = here.write("R", coop="Bộ C")
    there.sync(here)
    here.undo(first)
    assert brief(incoming(here, there)) == [("coop", "Bộ C", None, "changed", ())]


def seen(state: RowState) -> object:
    """What a person sees of a row."""
    cells = {
        code: {one.value for one in cell.siblings} - {None} for code, cell in state.cells.items() if code[0] != "#"
    }
    asked = {(one.field, one.edit) for one in state.requests}
    return (state.exists, {code: said for code, said in cells.items() if said}, state.authority.executors, asked)


def halves(history: History) -> list[tuple[RowState, RowState]]:
    deltas, aside = history
    less, more = gather(deltas[: len(deltas) // 2], aside), gather(deltas, aside)
    return [(fold_row(row, less.get(row, ())), fold_row(row, held)) for row, held in more.items()]


@given(busy_histories())
def test_states_that_look_the_same_have_an_empty_preview(history: History) -> None:
    for before, after in halves(history):
        assert preview(before, before) == RowPreview(before.row)
        if seen(before) == seen(after) and before.conflicts == after.conflicts and before.refusals == after.refusals:
            assert preview(before, after).differences == ()


@given(busy_histories())
def test_every_value_that_comes_to_be_shown_is_in_the_preview(history: History) -> None:
    for before, after in halves(history):
        found = preview(before, after)
        told = {(one.field, one.new) for one in found.differences}
        for code, cell in after.cells.items() if after.exists else ():
            known = {one.value for one in before.cells[code].siblings} if code in before.cells else {None}
            fresh = {one.value for one in cell.siblings} - known
            assert code[0] == "#" or EXISTS not in before.cells or {(code, value) for value in fresh} <= told


STATES: dict[str, Callable[[Replica], object]] = {
    "write": lambda at: at.write("R", percent="40"),
    "delete": lambda at: at.delete("R"),
    "grant": lambda at: at.grant("R", "Y"),
}


@pytest.mark.parametrize("act", STATES)
def test_a_preview_is_empty_again_once_taken_in(act: str) -> None:
    here, there = two()
    STATES[act](here)
    assert not incoming(here, there).is_empty
    there.sync(here)
    assert incoming(here, there).is_empty
