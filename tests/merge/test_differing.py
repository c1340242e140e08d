"""The sides of a difference, what they stood on, and what was decided: any decision settles the cell, any flip as well."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.domain.fields import owner_of
from r57desk.merge import compose
from r57desk.merge.delta import make_edit, new_nonce
from r57desk.merge.differing import decide, find_base, find_decided, find_granted, find_sides
from r57desk.merge.fold import RowState
from r57desk.merge.force import gather
from r57desk.merge.model import EXECUTORS, EXISTS
from tests.merge.histories import histories
from tests.merge.replicas import Replica


def held(at, row="R"):
    return gather(list(at.log.values()), at.aside)[row]


def sides(at, code):
    return find_sides(at.state("R"), held(at), code)


def base(at, code):
    found = find_base(held(at), code, sides(at, code))
    return found.edit.fields[code] if found else None


def settle(at, code, value, over=()):
    return at.append(decide(at.state("R"), code, value, over=over, nonce=new_nonce()))


def decided(at, delta, code):
    (edit,) = delta.edits
    return [side.value for side in find_decided(at.state("R"), held(at), edit.id, code)]


def two_that_differ(**values):
    """A and its clone wrote a cell, neither seeing the other."""
    here, there = Replica("A"), Replica("A")
    here.create("R", title="gốc", **values)
    there.sync(here)
    here.write("R", title="một")
    there.write("R", title="hai")
    here.sync(there)
    return here, there


def test_the_sides_are_the_live_values_and_the_base_what_both_replaced():
    here, _ = two_that_differ()
    assert {side.value for side in sides(here, "title")} == {"một", "hai"}
    assert base(here, "title") == "gốc"


def test_the_latest_common_value_is_the_base_not_the_first():
    here, there = Replica("A"), Replica("A")
    here.create("R", title="gốc")
    here.write("R", title="sửa")
    there.sync(here)
    here.write("R", title="một")
    here.write("R", title="một nữa")
    there.write("R", title="hai")
    here.sync(there)
    assert base(here, "title") == "sửa"


def test_a_cell_that_was_blank_has_no_base():
    here, there = Replica("A"), Replica("A")
    here.create("R", title="gốc")
    there.sync(here)
    here.write("R", lead="một")
    there.write("R", lead="hai")
    here.sync(there)
    assert base(here, "lead") is None
    assert sides(here, "coop") == ()


def test_a_decision_is_remembered_until_somebody_writes_on():
    here, _ = two_that_differ()
    over = [id for side in sides(here, "title") for id in side.edits]
    first = settle(here, "title", "hai", over)
    assert decided(here, first, "title") == ["hai", "một"]
    second = settle(here, "title", "một", over)
    assert (decided(here, first, "title"), decided(here, second, "title")) == ([], ["một", "hai"])
    third = settle(here, "title", "ba", over)
    assert sorted(decided(here, third, "title")) == ["ba", "hai", "một"]
    assert decided(here, third, "title")[0] == "ba"
    here.undo(third)
    assert decided(here, second, "title") == ["một", "hai"]
    here.write("R", title="bốn")
    assert decided(here, second, "title") == []


def test_an_ordinary_edit_decides_nothing():
    here = Replica("A")
    here.create("R", title="gốc")
    assert decided(here, here.write("R", title="sửa"), "title") == []


def test_one_value_written_twice_is_no_difference_to_decide():
    here, there = Replica("A"), Replica("A")
    here.create("R", title="gốc")
    there.sync(here)
    here.write("R", title="một")
    there.write("R", title="một")
    here.sync(there)
    assert decided(here, here.write("R", title="hai"), "title") == []


def a_deletion_met_by_work():
    here, there = Replica("A"), Replica("A")
    here.create("R", title="gốc")
    there.sync(here)
    here.delete("R")
    there.write("R", note="việc làm sau")
    here.sync(there)
    return here


@pytest.mark.parametrize("order", ["10", "01", "101", "010"])
def test_a_deletion_is_decided_and_flipped(order):
    here = a_deletion_met_by_work()
    work, deletion = sides(here, EXISTS)
    assert (work.value, deletion.value) == ("1", "0")
    assert EXISTS in here.state("R").conflicts
    for value in order:
        delta = settle(here, EXISTS, value, deletion.edits)
        assert here.state("R").exists == (value == "1")
        assert here.state("R").conflicts == ()
        assert decided(here, delta, EXISTS) == [value, "1" if value == "0" else "0"]
        assert here.state("R").values == {"title": "gốc", "note": "việc làm sau"}


def test_a_row_nobody_deleted_has_no_sides():
    here = Replica("A")
    here.create("R", title="gốc")
    assert [side.value for side in sides(here, EXISTS)] == ["1"]
    assert find_sides(RowState("R"), (), EXISTS) == ()


def test_what_was_asked_and_granted_is_found_and_nothing_else():
    here, there = Replica("A"), Replica("B")
    here.create("R", title="gốc", result_now="một")
    here.append(compose.grant(here.state("R"), "B", by="A", nonce="1"))
    there.sync(here)
    there.write("R", title="xin đổi")
    there.sync(here)
    assert find_granted(here.state("R"), held(here)) == []
    (asked,) = here.state("R").requests
    here.append(compose.accept_request(here.state("R"), asked, nonce="2"))
    (granted,) = find_granted(here.state("R"), held(here))
    assert (granted.field, granted.value, granted.edit, granted.offices) == ("title", "xin đổi", asked.edit, ("B",))


def test_an_office_asked_for_is_let_in_beside_the_others():
    here, other = Replica("A"), Replica("C")
    here.create("R", title="gốc")
    here.append(compose.grant(here.state("R"), "B", by="A", nonce="1"))
    other.sync(here)
    other.append(make_edit("R", {EXECUTORS: "D"}, nonce="2"))
    here.sync(other)
    (asked,) = here.state("R").requests
    here.append(compose.accept_request(here.state("R"), asked, nonce="3"))
    assert here.state("R").authority.executors == {"B", "D"}
    assert here.state("R").requests == ()


def test_a_deletion_asked_for_and_granted_takes_the_row_with_all_its_work():
    here, there = Replica("A"), Replica("B")
    here.create("R", title="gốc")
    there.sync(here)
    there.delete("R")
    here.write("R", title="việc làm sau")
    here.sync(there)
    (asked,) = here.state("R").requests
    here.append(compose.accept_request(here.state("R"), asked, nonce="1"))
    assert (here.state("R").exists, here.state("R").conflicts, here.state("R").requests) == (False, (), ())


@given(histories(), st.data())
def test_whatever_happened_a_decision_of_who_may_settles_the_cell(history, data):
    """For every conflict of a random history, whichever side an entitled office keeps is then the only value."""
    deltas, aside = history
    log = Replica("A", {delta.id: delta for delta in deltas}, set(aside))
    for row, state in log.states().items():
        for code in state.conflicts if state.exists else ():
            able = [office for office in "ABC" if state.authority.may_write(office, code)]
            if not able or owner_of(state.kind, code) == "L":
                continue
            found = find_sides(state, held(log, row), code)
            assert len({side.value for side in found}) >= 2
            chosen = data.draw(st.sampled_from(found))
            at = Replica(able[0], dict(log.log), set(aside))
            over = [id for side in found for id in side.edits if code != EXISTS or side.value == "0"]
            at.append(decide(state, code, chosen.value, over=over, nonce=new_nonce()))
            after = at.state(row)
            if code == EXISTS:
                assert after.exists == (chosen.value == "1")
            else:
                assert {one.value for one in after.cells[code].siblings} == {chosen.value}
            assert code not in after.conflicts
