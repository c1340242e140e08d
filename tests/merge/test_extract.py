"""One returned cell against its base: the whole table, both ways round."""

from __future__ import annotations

import itertools

import pytest

from r57desk.merge.delta import make_edit
from r57desk.merge.extract import Base, extract_cell

ROW, FIELD = "ROW", "lead"
BASE = make_edit(ROW, {FIELD: "gốc"})


def judge(incoming, base, live, *, may_write=True, known=()):
    return extract_cell(
        ROW, FIELD, incoming, base, live, may_write=may_write, packet="P", is_known=lambda id: id in known
    )


@pytest.mark.parametrize("base", [Base(), Base("gốc", (BASE.id,))], ids=["no base", "base"])
@pytest.mark.parametrize("incoming", ["", None, "gốc", "A", "B"], ids=repr)
@pytest.mark.parametrize("here", [None, "gốc", "A", "B"], ids=repr)
def test_every_case_of_the_table(base, incoming, here):
    live = {} if here is None else {BASE.id if here == base.value else "local": here}
    found = judge(incoming, base, live)
    if incoming == "" or incoming == base.value or (incoming is None and not base.live):
        assert found.edit is None, "a cell nobody touched says nothing"
    elif here == incoming:
        assert found.edit is None, "both sides say the same"
    elif here is None or here == base.value:
        assert found.state == "changed"
        assert found.edit.supersedes.get(FIELD, ()) == base.live
    else:
        assert found.state == "conflict", "work done here since is not overwritten"
        assert "local" not in found.edit.supersedes.get(FIELD, ())


def test_the_same_answer_twice_is_one_edit():
    base = Base("gốc", (BASE.id,))
    first = judge("A", base, {BASE.id: "gốc"})
    assert judge("A", base, {"later": "C"}).edit.id == first.edit.id
    assert judge("A", base, {"later": "C"}, known={first.edit.id}).edit is None


def test_what_the_sender_does_not_own_is_a_request():
    found = judge("A", Base("gốc", (BASE.id,)), {BASE.id: "gốc"}, may_write=False)
    assert found.state == "request"
    assert found.edit.fields == {FIELD: "A"}


@pytest.mark.parametrize(("one", "other"), list(itertools.permutations(["A", "B", None], 2)))
def test_two_answers_to_one_base_leave_each_other_alone(one, other):
    base = Base("gốc", (BASE.id,))
    first = judge(one, base, {BASE.id: "gốc"}).edit
    second = judge(other, base, {first.id: one}).edit
    assert first.id not in second.supersedes[FIELD]
    assert second.id not in first.supersedes[FIELD]


def test_a_difference_stays_one_when_the_file_repeats_one_side():
    assert judge("A", Base(), {"one": "A", "two": "B"}).state == "conflict"


def test_capitals_and_spaces_are_a_change():
    base = Base("Sở Nội vụ", (BASE.id,))
    for typed in ("sở nội vụ", "Sở  Nội vụ"):
        assert judge(typed, base, {BASE.id: "Sở Nội vụ"}).state == "changed"
        assert judge(typed, base, {"later": "Sở Nội vụ mới"}).state == "conflict"


def test_an_answer_names_the_file_it_answers():
    assert judge("A", Base("gốc", (BASE.id,)), {BASE.id: "gốc"}).edit.packet == "P"


def test_erasing_a_cell_nobody_had_written_says_nothing_whatever_came_meanwhile():
    unset = Base("chua_thuc_hien")  # as a file shows it
    assert judge(None, unset, {}).edit is None
    assert judge(None, unset, {"later": "hoan_thanh"}).edit is None
    assert judge(None, Base("gốc", (BASE.id,)), {"later": "A"}).state == "conflict"
