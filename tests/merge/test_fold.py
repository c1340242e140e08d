"""The fold: against a second one written apart, and case by case."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.merge import compose
from r57desk.merge.delta import make_delta, make_edit
from r57desk.merge.fold import RowState, fold_row, read_plain_row
from r57desk.merge.force import Held, gather
from r57desk.merge.model import EXECUTORS, EXISTS, KIND, Delta, Edit
from tests.merge.reference import Reference, Row
from tests.merge.replicas import Replica, shown

# -- any history at all, sense or nonsense -------------------------------------------------------

OFFICES = ["A", "B", "C"]
VALUES = {
    "title": ["x", "y", None],
    "progress": ["x", "y", None],
    "tags": ["x", "y"],
    EXISTS: ["0", "1"],
    EXECUTORS: [*OFFICES, None],
    KIND: ["office"],
}


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Delta], set[str]]:
    """Deltas of three offices, sense or nonsense, and a list set aside."""
    edits: list[Edit] = []
    deltas: list[Delta] = []
    for number in range(draw(st.integers(1, 9))):
        if draw(st.integers(0, 3)) == 0 or not edits:
            row = draw(st.sampled_from(["R", "S"]))
            fields = draw(
                st.fixed_dictionaries(
                    {EXISTS: st.just("1")}, optional={c: st.sampled_from(VALUES[c]) for c in VALUES if c != EXISTS}
                )
            )
            edits.append(make_edit(row, fields, nonce=str(number)))
        else:
            row = draw(st.sampled_from(["R", "S", "T"]))
            fields = draw(st.dictionaries(st.sampled_from(list(VALUES)), st.none(), max_size=3))
            fields = {code: draw(st.sampled_from(VALUES[code])) for code in fields}
            known = st.lists(st.sampled_from([edit.id for edit in edits] + ["unknown"]), max_size=3)
            seen = draw(st.dictionaries(st.sampled_from(["title", "progress", EXISTS, EXECUTORS]), known, max_size=2))
            edits.append(make_edit(row, fields, seen, nonce=str(number)))
        held = [*draw(st.lists(st.sampled_from(edits), max_size=2)), edits[-1]]
        retracts = draw(st.lists(st.sampled_from([delta.id for delta in deltas]), max_size=2)) if deltas else []
        deltas.append(make_delta(draw(st.sampled_from(OFFICES)), held, nonce=str(number), retracts=retracts))
    aside = draw(st.sets(st.sampled_from([delta.id for delta in deltas]), max_size=2))
    return deltas, aside


def as_reference(state: RowState) -> Row:
    """A folded row in the shape of the reference."""
    return Row(
        state.exists,
        state.kind,
        {code: {(one.value, frozenset(one.edits)) for one in cell.siblings} for code, cell in state.cells.items()},
        {(request.field, request.value, request.edit) for request in state.requests},
        set(state.authority.assigners),
        set(state.authority.executors),
    )


@given(histories())
def test_the_fold_agrees_with_the_reference(history: tuple[list[Delta], set[str]]) -> None:
    deltas, aside = history
    expected = Reference(deltas, aside).rows()
    rows = gather(deltas, aside)
    assert {row: as_reference(fold_row(row, held)) for row, held in rows.items()} == expected


@given(histories(), st.randoms())
def test_the_order_and_number_of_copies_change_nothing(history: tuple[list[Delta], set[str]], random: Any) -> None:
    deltas, aside = history
    shuffled = deltas + random.sample(deltas, random.randint(0, len(deltas)))
    random.shuffle(shuffled)
    one, two = gather(deltas, aside), gather(shuffled, aside)
    assert {row: fold_row(row, held) for row, held in one.items()} == {
        row: fold_row(row, held) for row, held in two.items()
    }


@given(histories())
def test_a_plain_row_is_what_the_fold_makes_of_it(history: tuple[list[Delta], set[str]]) -> None:
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


def test_five_deltas_fold_the_same_in_all_orders() -> None:
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
def test_the_merge_matrix_both_ways_round(one: str, two: str, field: str, pair: str) -> None:
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
def test_two_that_add_the_same_row_get_one_row(one: str, two: str) -> None:
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
