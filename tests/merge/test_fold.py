"""The fold: against a second one written apart, and case by case."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.merge import compose
from r57desk.merge.delta import make_edit
from r57desk.merge.fold import RowState, fold_row, read_plain_row
from r57desk.merge.force import Held, gather
from r57desk.merge.model import EXECUTORS, EXISTS, KIND, REASON, Delta
from tests.merge.histories import History, busy_histories, histories
from tests.merge.reference_fold import Reference
from tests.merge.reference_row import Row
from tests.merge.replicas import Replica, shown

# -- any history at all, sense or nonsense -------------------------------------------------------


def as_reference(state: RowState) -> Row:
    """A folded row in the shape of the reference."""
    return Row(
        state.exists,
        state.kind,
        {
            code: [
                (one.value, frozenset(one.edits), frozenset(one.offices), one.claimed_time) for one in cell.siblings
            ]
            for code, cell in state.cells.items()
        },
        set(state.conflicts),
        {(one.field, one.value, one.edit, frozenset(one.offices), one.claimed_time) for one in state.requests},
        {
            (one.field, one.value, one.edit, frozenset(one.offices), one.reason, frozenset(one.by))
            for one in state.refusals
        },
        set(state.authority.assigners),
        set(state.authority.executors),
    )


@given(histories() | busy_histories())
def test_the_fold_agrees_with_the_reference(history: History) -> None:
    rows = gather(*history)
    assert {row: as_reference(fold_row(row, held)) for row, held in rows.items()} == Reference(*history).rows()


def fold_all(deltas: Iterable[Delta], aside: Collection[str] = ()) -> dict[str, RowState]:
    return {row: fold_row(row, held) for row, held in gather(list(deltas), aside).items()}


@given(histories() | busy_histories(), st.randoms())
def test_L1_the_order_and_number_of_copies_change_nothing(history: History, random: Any) -> None:
    deltas, aside = history
    shuffled = deltas + random.sample(deltas, random.randint(0, len(deltas)))
    random.shuffle(shuffled)
    assert fold_all(shuffled, aside) == fold_all(deltas, aside)


@given(histories(most=5))
def test_L1_up_to_five_deltas_fold_the_same_in_all_orders(history: History) -> None:
    deltas, aside = history
    expected = fold_all(deltas, aside)
    assert all(fold_all(order, aside) == expected for order in itertools.permutations(deltas))


@given(histories())
def test_a_plain_row_is_what_the_fold_makes_of_it(history: History) -> None:
    for row, held in gather(*history).items():
        fields = read_plain_row(held)
        if fields is not None:
            state = fold_row(row, held)
            assert state.exists
            assert not state.conflicts
            assert not state.requests
            assert not state.authority.executors
            assert state.authority.assigners == held[0].offices
            assert state.kind == (fields.get(KIND) or "task")
            assert state.values == {code: value for code, value in fields.items() if value and code[0] != "#"}


def test_a_row_with_executors_or_with_what_is_in_no_cell_is_not_plain() -> None:
    here = Replica("A")
    here.append(make_edit("R", {EXISTS: "1", "title": "x"}))
    here.append(make_edit("S", {EXISTS: "1", "title": "x", REASON: "y"}))
    here.append(make_edit("T", {EXISTS: "1", "title": "x", EXECUTORS: "B"}))
    rows = gather(list(here.log.values()))
    assert {row for row, held in rows.items() if read_plain_row(held) is not None} == {"R"}


def test_L1_a_quarrel_in_five_deltas_folds_the_same_in_all_orders() -> None:
    here, there = Replica("A"), Replica("A")
    here.create("R", title="gốc")
    there.sync(here)
    here.write("R", title="một")
    there.write("R", title="hai")
    there.delete("R")
    here.sync(there)
    here.undo(next(iter(here.log.values())))
    deltas = list(here.log.values())
    assert len(deltas) == 5
    states = [fold_row("R", gather(order)["R"]) for order in itertools.permutations(deltas)]
    assert all(state == states[0] for state in states)


# -- the complete matrix: what one side does × what the other does, both ways round --------------

ACTIONS = ("absent", "same", "A", "B", "null", "deleted")
GONE = "gone"
# One triangle, the diagonal included; the other is the same by symmetry, and tested all the same.
MATRIX: dict[tuple[str, str], tuple[object, tuple[str, ...]]] = {
    # (side, side): (what the cell shows, what is in conflict)
    ("absent", "absent"): ({"gốc"}, ()),
    ("absent", "same"): ({"gốc"}, ()),
    ("absent", "A"): ({"A"}, ()),
    ("absent", "B"): ({"B"}, ()),
    ("absent", "null"): ({None}, ()),
    ("absent", "deleted"): (GONE, ()),
    ("same", "same"): ({"gốc"}, ()),
    ("same", "A"): ({"A"}, ()),
    ("same", "B"): ({"B"}, ()),
    ("same", "null"): ({None}, ()),
    ("same", "deleted"): (GONE, ()),
    ("A", "A"): ({"A"}, ()),
    ("A", "B"): ({"A", "B"}, ("field",)),
    ("A", "null"): ({"A", None}, ("field",)),
    ("A", "deleted"): ({"A"}, (EXISTS,)),
    ("B", "B"): ({"B"}, ()),
    ("B", "null"): ({"B", None}, ("field",)),
    ("B", "deleted"): ({"B"}, (EXISTS,)),
    ("null", "null"): ({None}, ()),
    ("null", "deleted"): ({None}, (EXISTS,)),
    ("deleted", "deleted"): (GONE, ()),
}


def act(side: Replica, action: str, field: str) -> None:
    if action == "deleted":
        side.delete("R")
    elif action == "null":
        side.write("R", **{field: None})
    elif action in ("A", "B"):
        side.write("R", **{field: action})
    elif action == "same":
        side.write("R", **{field: "gốc"})  # writes nothing: it is so already


def two_machines_of_one_office(field: str) -> tuple[Replica, Replica]:
    left, right = Replica("A"), Replica("A")
    left.create("R", title="tên", **{field: "gốc"})
    left.sync(right)
    return left, right


def two_assigners_of_one_annex(field: str) -> tuple[Replica, Replica]:
    """Both imported the same file: the same edit, held by both offices."""
    left, right = Replica("A"), Replica("B")
    edit = compose.create_row("R", {"title": "tên", field: "gốc"})
    left.append(edit)
    right.append(edit)
    left.sync(right)
    return left, right


PAIRS: dict[str, Callable[[str], tuple[Replica, Replica]]] = {
    "one office": two_machines_of_one_office,
    "two assigners": two_assigners_of_one_annex,
}


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("field", ["lead", "progress"])
@pytest.mark.parametrize(("one", "two"), list(itertools.product(ACTIONS, ACTIONS)))
def test_L8_the_merge_matrix_both_ways_round(one: str, two: str, field: str, pair: str) -> None:
    left, right = PAIRS[pair](field)
    act(left, one, field)
    act(right, two, field)
    left.sync(right)
    value, conflicts = MATRIX.get((one, two)) or MATRIX[two, one]
    state = left.state("R")
    assert state == right.state("R")
    assert state.exists == (value != GONE)
    if state.exists:
        assert shown(state)[field] == value
        assert state.conflicts == tuple(field if name == "field" else name for name in conflicts)


CREATIONS = {
    ("absent", "A"): {"A"},
    ("absent", "B"): {"B"},
    ("absent", "null"): set(),
    ("A", "A"): {"A"},
    ("A", "B"): {"A", "B"},
    ("A", "null"): {"A"},
    ("B", "B"): {"B"},
    ("B", "null"): {"B"},
    ("null", "null"): set(),
}


@pytest.mark.parametrize(("one", "two"), [*CREATIONS, *((two, one) for one, two in CREATIONS if one != two)])
def test_L8_two_that_add_the_same_row_get_one_row(one: str, two: str) -> None:
    left, right = Replica("A"), Replica("B")
    for side, action in ((left, one), (right, two)):
        if action != "absent":
            side.create("R", **({"lead": action} if action != "null" else {}))
    left.sync(right)
    state = left.state("R")
    assert state.exists
    assert shown(state).get("lead", set()) == (CREATIONS.get((one, two)) or CREATIONS.get((two, one)) or set())


# -- cases ----------------------------------------------------------------------------------------


def conflicting() -> tuple[Replica, Replica]:
    left, right = two_machines_of_one_office("lead")
    left.write("R", lead="A")
    right.write("R", lead="B")
    left.sync(right)
    return left, right


def test_a_conflict_is_settled_by_one_who_saw_it_even_with_a_live_value() -> None:
    for value in ("A", "B"):
        left, right = conflicting()
        left.write("R", lead=value)
        right.receive(left.log.values())
        assert shown(right.state("R"))["lead"] == {value}
        assert right.state("R").conflicts == ()


def test_a_third_value_that_saw_one_side_only_leaves_the_other() -> None:
    left, right = two_machines_of_one_office("lead")
    third = Replica("A")
    left.write("R", lead="A")
    right.write("R", lead="B")
    third.receive(left.log.values())
    third.write("R", lead="C")
    third.receive(right.log.values())
    assert shown(third.state("R"))["lead"] == {"B", "C"}


def test_taking_back_the_middle_keeps_the_later_and_frees_nothing() -> None:
    here = Replica("A")
    here.create("R", lead="một")
    middle = here.write("R", lead="hai")
    here.write("R", lead="ba")
    before = here.state("R")
    here.undo(middle)
    assert here.state("R") == before


def test_taking_back_the_last_shows_the_one_before() -> None:
    here = Replica("A")
    here.create("R", lead="một")
    here.write("R", lead="hai")
    last = here.write("R", lead="ba")
    here.undo(last)
    assert shown(here.state("R"))["lead"] == {"hai"}


def test_a_deletion_taken_back_and_the_row_is_as_before() -> None:
    here = Replica("A")
    here.create("R", lead="một")
    before = here.state("R")
    gone = here.delete("R")
    assert not here.state("R").exists
    here.undo(gone)
    assert here.state("R") == before


def test_a_deletion_stands_when_an_edit_it_saw_is_taken_back() -> None:
    here = Replica("A")
    here.create("R", lead="một")
    later = here.write("R", lead="hai")
    here.delete("R")
    here.undo(later)
    assert not here.state("R").exists


def test_a_deletion_stands_when_what_it_saw_is_taken_back_and_older_work_shows() -> None:
    here = Replica("A")
    here.create("R", lead="một")
    here.write("R", lead="hai")
    last = here.write("R", lead="ba")
    here.delete("R")
    here.undo(last)
    assert not here.state("R").exists, "the deletion saw the last edit, and with it what that stood on"


def test_values_that_differ_in_capitals_or_spaces_alone_differ() -> None:
    for one, two in (("Sở Nội vụ", "sở nội vụ"), ("Sở Nội vụ", "Sở  Nội vụ")):
        left, right = two_machines_of_one_office("lead")
        left.write("R", lead=one)
        right.write("R", lead=two)
        left.sync(right)
        assert shown(left.state("R"))["lead"] == {one, two}
        assert left.state("R").conflicts == ("lead",)


def test_deleting_again_ends_the_conflict_with_later_work() -> None:
    left, right = two_machines_of_one_office("lead")
    left.delete("R")
    right.write("R", lead="A")
    left.sync(right)
    assert left.state("R").conflicts == (EXISTS,)
    left.delete("R")
    assert not left.state("R").exists


def test_restoring_ends_the_conflict_in_favour_of_the_row() -> None:
    left, right = two_machines_of_one_office("lead")
    left.delete("R")
    right.write("R", lead="A")
    left.sync(right)
    left.append(compose.restore_row(left.state("R")))
    assert left.state("R").exists
    assert left.state("R").conflicts == ()


def test_local_fields_neither_keep_a_deleted_row_nor_need_authority() -> None:
    left, right = two_machines_of_one_office("lead")
    left.delete("R")
    right.write("R", tags="riêng")
    left.sync(right)
    assert not left.state("R").exists
    other = Replica("C")
    other.receive(left.log.values())
    other.write("R", tags="khác")
    assert other.state("R").requests == ()


def test_a_grant_that_a_deletion_did_not_see_keeps_the_row_in_conflict() -> None:
    left, right = two_machines_of_one_office("lead")
    left.delete("R")
    right.grant("R", "X")
    left.sync(right)
    assert left.state("R").exists
    assert left.state("R").conflicts == (EXISTS,)


def test_an_edit_whose_row_is_not_here_yet_waits() -> None:
    left, right = two_machines_of_one_office("lead")
    early = left.write("R", lead="A")
    late = Replica("B")
    late.receive([early])
    assert not late.state("R").exists
    assert [request.value for request in late.state("R").requests] == ["A"]
    late.receive(right.log.values())
    assert shown(late.state("R"))["lead"] == {"A"}
    assert late.state("R").requests == ()


def test_a_first_value_that_is_stopped_and_not_replaced_is_gone() -> None:
    ours = frozenset(["01"])
    creating = make_edit("R", {EXISTS: "1", "title": "Việc", "lead": "Sở Y tế"})
    stopping = make_edit("R", {}, {"lead": (creating.id,)})
    state = fold_row("R", [Held(creating, ours, ours), Held(stopping, ours, ours)])
    assert state.values == {"title": "Việc"}
    assert "lead" not in state.cells


def test_siblings_stand_newest_first_the_entitled_before_the_rest() -> None:
    def told(time: str) -> Held:
        edit = make_edit("R", {"lead": f"lúc {time}"}, nonce=time)
        return Held(edit, frozenset("A"), frozenset("A"), time)

    created = Held(compose.create_row("R", {}), frozenset("A"), frozenset("A"))
    state = fold_row("R", [created, told("2020"), told("2030"), told("")])
    assert [one.value for one in state.cells["lead"].siblings] == ["lúc 2030", "lúc 2020", "lúc "]
    here = Replica("A")
    here.append(compose.create_row("R", {"progress": "của bên giao"}), time="2030")
    here.append(make_edit("R", {EXECUTORS: "X"}))
    there = Replica("X")
    there.receive(here.log.values())
    there.append(make_edit("R", {"progress": "của bên làm"}), time="2020")
    assert [one.value for one in there.state("R").cells["progress"].siblings] == ["của bên làm", "của bên giao"]


def test_live_ids_are_what_a_new_edit_supersedes() -> None:
    left, _ = conflicting()
    state = left.state("R")
    assert len(state.live("lead")) == 2
    assert state.live("coop") == ()
    assert set(state.live("lead")) < set(state.all_live())
    (edit,) = left.write("R", lead="A").edits
    assert set(edit.supersedes["lead"]) == set(state.live("lead"))


def test_values_leave_out_what_was_erased_and_what_belongs_to_the_row() -> None:
    here = Replica("A")
    here.create("R", title="tên", lead="A")
    here.grant("R", "X")
    here.write("R", lead=None)
    assert here.state("R").values == {"title": "tên"}
    assert here.state("R").cells["lead"].value is None
