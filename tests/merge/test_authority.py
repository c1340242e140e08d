"""Who may write what: live or a request, from the log alone."""

from __future__ import annotations

import pytest

from r57desk.merge import compose
from r57desk.merge.authority import Authority
from r57desk.merge.delta import make_edit, new_nonce
from r57desk.merge.model import EXECUTORS, EXISTS, KIND
from tests.merge.replicas import Replica, shown


def assigned(*executors: str) -> Replica:
    """A row of office A, granted to some, with one field of each side."""
    here = Replica("A")
    here.create("R", title="tên", result_now="chưa có")
    for office in executors:
        here.grant("R", office)
    return here


def at(office: str, source: Replica) -> Replica:
    other = Replica(office)
    other.receive(source.log.values())
    return other


@pytest.mark.parametrize(
    ("office", "executors", "field", "live"),
    [
        ("A", (), "title", True),
        ("A", (), "result_now", True),  # nobody else to write it
        ("A", ("X",), "title", True),
        ("A", ("X",), "result_now", False),
        ("A", ("A", "X"), "result_now", True),
        ("X", (), "title", False),
        ("X", (), "result_now", False),
        ("X", ("X",), "title", False),
        ("X", ("X",), "result_now", True),
        ("X", ("Y",), "result_now", False),
        ("X", ("X", "Y"), "result_now", True),
        ("X", ("X",), EXISTS, False),
        ("X", (), "tags", True),
    ],
)
def test_who_writes_which_side(office: str, executors: tuple[str, ...], field: str, live: bool) -> None:
    here = at(office, assigned(*executors))
    state = here.state("R")
    assert state.authority.may_write(office, field) == live
    if field == EXISTS:
        here.delete("R")
        after = here.state("R")
        assert after.exists
    else:
        here.write("R", **{field: "mới"})
        after = here.state("R")
        assert ("mới" in shown(after).get(field, set())) == live
    assert [request.field for request in after.requests] == ([] if live else [field])


def test_a_request_changes_nothing_until_it_is_accepted() -> None:
    here = assigned("X")
    there = at("X", here)
    there.write("R", title="tên mới")
    here.sync(there)
    state = here.state("R")
    assert shown(state)["title"] == {"tên"}
    (request,) = state.requests
    here.append(compose.accept_request(state, request))
    after = here.state("R")
    assert shown(after)["title"] == {"tên mới"}
    assert after.requests == ()


def test_a_refused_request_is_gone_and_the_value_untouched() -> None:
    here = assigned("X")
    there = at("X", here)
    there.write("R", title="tên mới")
    here.sync(there)
    before = here.state("R")
    here.append(compose.refuse_request(before.requests[0], "R"))
    after = here.state("R")
    assert after.requests == ()
    assert after.cells == before.cells


def test_refusing_takes_entitlement() -> None:
    here = assigned("X", "Y")
    asking, other = at("X", here), at("Y", here)
    asking.write("R", title="tên mới")
    other.receive(asking.log.values())
    other.append(compose.refuse_request(other.state("R").requests[0], "R"))
    assert [request.value for request in other.state("R").requests] == ["tên mới"]


def test_an_office_replaces_or_withdraws_its_own_request() -> None:
    there = at("X", assigned("X"))
    first = there.write("R", title="một").edits[0]
    there.append(make_edit("R", {"title": "hai"}, {"title": [first.id]}, nonce="2"))
    (request,) = there.state("R").requests
    assert request.value == "hai"
    there.append(compose.refuse_request(request, "R", nonce="3"))
    assert there.state("R").requests == ()


def test_a_request_does_not_hide_the_request_of_another_office() -> None:
    here = assigned("X", "Y")
    asking, other = at("X", here), at("Y", here)
    first = asking.write("R", title="một").edits[0]
    other.receive(asking.log.values())
    other.append(make_edit("R", {"title": "hai"}, {"title": [first.id]}))
    assert {request.value for request in other.state("R").requests} == {"một", "hai"}


def test_a_request_never_supersedes() -> None:
    here = assigned("X")
    live = here.state("R").live("title")
    there = at("X", here)
    there.append(make_edit("R", {"title": None}, {"title": live}))
    assert shown(there.state("R"))["title"] == {"tên"}


def test_the_first_grant_hands_over_what_the_assigner_wrote() -> None:
    here = Replica("A")
    here.create("R", title="tên")
    here.write("R", result_now="đã có")
    here.grant("R", "X")
    assert shown(here.state("R"))["result_now"] == {"đã có"}
    assert here.state("R").requests == ()


def test_a_later_grant_cannot_write_for_the_executor() -> None:
    here = assigned("X")
    there = at("X", here)
    there.write("R", result_now="của bên làm")
    here.sync(there)
    seen = here.state("R").live("result_now")
    here.append(make_edit("R", {EXECUTORS: "Y", "result_now": "ghi đè"}, {"result_now": seen}))
    state = here.state("R")
    assert shown(state)["result_now"] == {"của bên làm"}
    assert [request.value for request in state.requests] == ["ghi đè"]


def test_a_grant_that_replaces_a_grant_or_what_is_not_here_hands_nothing_over() -> None:
    here = assigned("X")
    (granted,) = here.state("R").live(EXECUTORS)
    (written,) = here.state("R").live("result_now")
    for seen in ({EXECUTORS: [granted]}, {"result_now": [written, "chưa tới"]}):
        there = at("A", here)
        there.append(make_edit("R", {EXECUTORS: "Y", "result_now": "ghi đè"}, seen))
        assert "ghi đè" not in shown(there.state("R"))["result_now"]
        assert [request.value for request in there.state("R").requests] == ["ghi đè"]


def test_work_done_before_the_grant_arrived_is_beside_the_executors_not_over_it() -> None:
    here = Replica("A")
    here.create("R", title="tên", result_now="gốc")
    other = at("A", here)
    here.grant("R", "X")
    other.write("R", result_now="máy thứ hai")  # did not know of the grant
    here.sync(other)
    state = here.state("R")
    assert shown(state)["result_now"] == {"gốc"}
    assert [request.value for request in state.requests] == ["máy thứ hai"]


def test_executors_pass_it_on_and_strangers_cannot() -> None:
    here = assigned("X")
    there = at("X", here)
    there.grant("R", "Y")
    assert there.state("R").authority.executors == {"X", "Y"}
    third = at("Y", there)
    third.grant("R", "V")
    fourth = at("V", third)
    fourth.grant("R", "U")
    assert fourth.state("R").authority.executors == {"X", "Y", "V", "U"}
    stranger = at("Z", here)
    stranger.append(make_edit("R", {EXECUTORS: "Z"}))
    stranger.append(make_edit("R", {EXECUTORS: "W"}, nonce="2"))
    state = stranger.state("R")
    assert state.authority.executors == {"X"}
    assert {request.value for request in state.requests} == {"Z", "W"}


def test_only_the_granter_or_an_assigner_takes_a_grant_back() -> None:
    here = assigned("X")
    (grant,) = (edit for delta in here.log.values() for edit in delta.edits if EXECUTORS in edit.fields)
    here.grant("R", "Y")
    other = at("Y", here)
    other.append(make_edit("R", {EXECUTORS: None}, {EXECUTORS: [grant.id]}))
    assert other.state("R").authority.executors == {"X", "Y"}
    assert grant.id in other.state("R").live(EXECUTORS)
    here.append(make_edit("R", {}, {EXECUTORS: [grant.id]}, nonce="1"))
    assert here.state("R").authority.executors == {"Y"}
    assert grant.id not in here.state("R").live(EXECUTORS)
    passed = assigned("X")
    there = at("X", passed)
    mine = there.grant("R", "Y").edits[0]
    there.append(make_edit("R", {}, {EXECUTORS: [mine.id]}, nonce="1"))
    assert there.state("R").authority.executors == {"X"}


@pytest.mark.parametrize("says", ["accept", "refuse"])
def test_an_executor_answers_who_asks_to_let_an_office_in(says: str) -> None:
    """It may hand the row on, so it may also say no, and then nothing waits any more."""
    assigner, executor, stranger = Replica("A"), Replica("X"), Replica("Z")
    assigner.create("R", title="gốc")
    assigner.grant("R", "X")
    stranger.sync(assigner)
    stranger.grant("R", "Y")
    executor.sync(stranger)
    (asked,) = executor.state("R").requests
    if says == "accept":
        executor.append(compose.accept_request(executor.state("R"), asked, nonce=new_nonce()))
    else:
        executor.append(compose.refuse_request(asked, "R", reason="chưa cần", nonce=new_nonce()))
    state = executor.state("R")
    assert state.requests == ()
    assert state.authority.executors == ({"X", "Y"} if says == "accept" else {"X"})
    assert [one.reason for one in state.refusals] == ([] if says == "accept" else ["chưa cần"])


def test_a_file_from_another_office_makes_it_the_assigner_and_us_executors() -> None:
    ours = Replica("A")
    theirs = Replica("HQ")
    created = compose.create_row("R", {"title": "tên"})
    theirs.append(created)
    theirs.append(make_edit("R", {EXECUTORS: "A"}))
    ours.receive(theirs.log.values())
    authority = ours.state("R").authority
    assert (authority.assigners, authority.executors) == ({"HQ"}, {"A"})
    assert authority.may_write("A", "result_now")
    assert not authority.may_write("A", "title")


def test_the_kind_of_a_row_comes_from_its_creation() -> None:
    here = Replica("A")
    here.append(compose.create_row("R", {"code": "01", "name": "Hà Nội"}, kind="office"))
    here.append(make_edit("R", {KIND: "document"}))
    assert here.state("R").kind == "office"
    assert Authority().kind == "task"
