"""The edits a person makes: they say what changed, and supersede what that person saw."""

from __future__ import annotations

from r57desk.merge import compose
from r57desk.merge.delta import make_edit, new_nonce
from r57desk.merge.fold import Refusal
from r57desk.merge.model import EXECUTORS, EXISTS, KIND, REASON, Delta
from tests.merge.replicas import Replica, shown


def a_row() -> Replica:
    here = Replica("A")
    here.create("R", title="tên", lead="Bộ A", progress="dang_thuc_hien")
    return here


def test_creating_leaves_out_blanks_and_names_the_kind_of_what_is_no_task() -> None:
    assert compose.create_row("R", {"title": "tên", "lead": "", "coop": None}).fields == {EXISTS: "1", "title": "tên"}
    assert compose.create_row("R", {"code": "01"}, kind="office").fields == {
        EXISTS: "1",
        KIND: "office",
        "code": "01",
    }


def test_writing_what_is_so_already_makes_no_edit() -> None:
    state = a_row().state("R")
    assert compose.write_fields(state, {"lead": "Bộ A", "coop": None, "note": ""}) is None


def test_writing_holds_only_what_differs() -> None:
    here = a_row()
    edit = compose.write_fields(here.state("R"), {"lead": "Bộ A", "title": "tên mới", "coop": "Bộ B"})
    assert edit is not None
    assert edit.fields == {"title": "tên mới", "coop": "Bộ B"}
    assert edit.supersedes == {"title": here.state("R").live("title")}


def test_erasing_what_has_a_value_is_an_edit() -> None:
    edit = compose.write_fields(a_row().state("R"), {"lead": ""})
    assert edit is not None
    assert edit.fields == {"lead": None}


def test_local_values_part_from_those_that_travel() -> None:
    assert compose.split_local("task", {"title": "a", "tags": "b"}) == ({"title": "a"}, {"tags": "b"})
    assert compose.split_local("office", {"name": "a"}) == ({"name": "a"}, {})


def test_a_deletion_names_all_it_saw_but_local_fields() -> None:
    here = a_row()
    here.write("R", lead="Bộ B")
    here.write("R", tags="riêng")
    here.grant("R", "X")
    edit = compose.delete_row(here.state("R"))
    assert edit.fields == {EXISTS: "0"}
    assert len(edit.supersedes[EXISTS]) == 3  # the creation, the later edit, the grant
    assert set(edit.supersedes[EXISTS]) == set(here.state("R").all_live())


def test_restoring_brings_a_deleted_row_back() -> None:
    here = a_row()
    here.delete("R")
    here.append(compose.restore_row(here.state("R")))
    assert here.state("R").exists
    assert shown(here.state("R"))["title"] == {"tên"}


def test_granting_twice_makes_no_edit() -> None:
    here = a_row()
    here.grant("R", "X")
    assert compose.grant(here.state("R"), "X", by="A") is None


def test_the_first_grant_repeats_only_what_is_the_granters_own() -> None:
    here = a_row()
    first = compose.grant(here.state("R"), "X", by="A")
    assert first is not None
    assert first.fields == {EXECUTORS: "X", "progress": "dang_thuc_hien"}
    assert EXECUTORS not in first.supersedes
    by_another = compose.grant(here.state("R"), "X", by="B")
    assert by_another is not None
    assert by_another.fields == {EXECUTORS: "X"}
    here.append(first)
    second = compose.grant(here.state("R"), "Y", by="A")
    assert second is not None
    assert second.fields == {EXECUTORS: "Y"}


def test_what_an_office_asks_for_already_is_not_asked_again() -> None:
    here = a_row()
    here.grant("R", "X")
    there = Replica("X")
    there.sync(here)
    there.append(compose.write_fields(there.state("R"), {"title": "xin đổi"}, by="X", nonce="1"))
    state = there.state("R")
    assert [request.value for request in state.requests] == ["xin đổi"]
    assert compose.has_asked(state, "X", "title", "xin đổi")
    assert compose.write_fields(state, {"title": "xin đổi"}, by="X", nonce="2") is None
    other = compose.write_fields(state, {"title": "xin đổi", "lead": "Bộ B"}, by="X", nonce="2")
    assert other is not None
    assert set(other.fields) == {"lead"}
    assert not compose.has_asked(state, "Y", "title", "xin đổi"), "another office may ask for the same"
    assert compose.write_fields(state, {"title": "xin đổi"}, by="Y", nonce="2") is not None
    assert compose.write_fields(state, {"title": "xin đổi"}, by="A", nonce="2") is not None, "who may write, writes"


def test_asking_for_something_else_replaces_what_was_asked_before() -> None:
    here = a_row()
    there = Replica("X")
    there.sync(here)
    for value in ("một", "hai"):
        there.append(compose.write_fields(there.state("R"), {"title": value}, by="X", nonce=value))
    assert [request.value for request in there.state("R").requests] == ["hai"]
    there.undo(there.append(compose.write_fields(there.state("R"), {"title": "ba"}, by="X", nonce="ba")))
    assert [request.value for request in there.state("R").requests] == ["hai"]


def test_what_one_may_write_by_now_ends_what_one_asked_for() -> None:
    here = a_row()
    here.grant("R", "Y")
    there = Replica("X")
    there.sync(here)
    there.append(compose.write_fields(there.state("R"), {"progress": "hoan_thanh"}, by="X", nonce="1"))
    there.sync(here)
    here.grant("R", "X")
    there.sync(here)
    there.append(compose.write_fields(there.state("R"), {"progress": "tam_dung"}, by="X", nonce="2"))
    assert shown(there.state("R"))["progress"] == {"tam_dung"}
    assert there.state("R").requests == ()


# -- refusing ------------------------------------------------------------------------------------


def an_asked_row() -> tuple[Replica, Replica]:
    """A row of A, executed by X, in which X asks for another deadline."""
    here, there = a_row(), Replica("X")
    here.grant("R", "X")
    there.sync(here)
    there.write("R", deadline_text="Tháng 12/2025")
    there.sync(here)
    return here, there


def refuse(at: Replica, reason: str = "") -> Delta:
    (asked,) = at.state("R").requests
    return at.append(compose.refuse_request(asked, "R", reason=reason, nonce=new_nonce()))


def test_a_refusal_and_its_reason_reach_who_asked_and_change_no_value() -> None:
    here, there = an_asked_row()
    (asked,) = here.state("R").requests
    before = here.state("R").cells
    refuse(here, " Chưa đủ căn cứ \n")
    there.sync(here)
    for state in (here.state("R"), there.state("R")):
        assert state.requests == ()
        assert state.cells == before
        assert state.refusals == (
            Refusal("deadline_text", "Tháng 12/2025", asked.edit, "Chưa đủ căn cứ", ("X",), ("A",)),
        )


def test_a_refusal_without_a_reason_is_one_too() -> None:
    here, _ = an_asked_row()
    delta = refuse(here, "  ")
    assert dict(delta.edits[0].fields) == {}
    assert [one.reason for one in here.state("R").refusals] == [""]


def test_a_refusal_ends_when_taken_back_granted_after_all_or_asked_anew() -> None:
    here, there = an_asked_row()
    (asked,) = here.state("R").requests
    delta = refuse(here, "không")
    here.undo(delta)
    assert here.state("R").requests == (asked,)
    assert here.state("R").refusals == ()
    refuse(here, "không")
    accepted = here.append(compose.accept_request(here.state("R"), asked, nonce=new_nonce()))
    assert here.state("R").refusals == ()
    assert shown(here.state("R"))["deadline_text"] == {"Tháng 12/2025"}
    here.undo(accepted)
    there.sync(here)
    (refused,) = there.state("R").refusals
    anew = make_edit("R", {"deadline_text": "Quý IV/2025"}, {"deadline_text": [refused.edit]}, nonce=new_nonce())
    there.append(anew)
    assert there.state("R").refusals == ()
    assert [one.edit for one in there.state("R").requests] == [anew.id]


def test_what_an_office_withdraws_itself_was_not_refused() -> None:
    _, there = an_asked_row()
    refuse(there, "thôi")
    assert there.state("R").requests == there.state("R").refusals == ()


def test_only_who_may_write_a_field_refuses_what_is_asked_there() -> None:
    here, there = an_asked_row()
    stranger = Replica("Y")
    stranger.sync(here)
    refuse(stranger, "không")
    assert len(stranger.state("R").requests) == 1
    assert stranger.state("R").refusals == ()
    there.sync(stranger)
    assert len(there.state("R").requests) == 1


def test_a_reason_is_no_value_of_the_row() -> None:
    here, _ = an_asked_row()
    refuse(here, "không")
    here.append(make_edit("R", {REASON: "không vì gì cả"}, nonce=new_nonce()))
    assert REASON not in here.state("R").cells
    assert here.state("R").requests == ()
    assert here.state("R").conflicts == ()


def test_accepting_what_was_asked_for_before_the_value_changed_leaves_nothing_beside_it() -> None:
    here = a_row()
    there = Replica("X")
    there.sync(here)
    there.append(compose.write_fields(there.state("R"), {"title": "xin đổi"}, by="X", nonce="1"))
    here.write("R", title="tên khác")
    there.sync(here)
    state = here.state("R")
    here.append(compose.accept_request(state, state.requests[0], nonce="2"))
    assert shown(here.state("R"))["title"] == {"xin đổi"}
    assert here.state("R").requests == ()
