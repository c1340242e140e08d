"""The edits a person makes: they say what changed, and supersede what that person saw."""

from __future__ import annotations

from r57desk.merge import compose
from r57desk.merge.model import EXECUTORS, EXISTS, KIND
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
