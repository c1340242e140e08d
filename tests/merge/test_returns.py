"""Two returns of one packet: both are kept, until somebody says that one replaces the other."""

from __future__ import annotations

import pytest

from r57desk.merge import compose
from r57desk.merge.base_row import BaseRow, read_base
from r57desk.merge.delta import make_delta, make_edit, new_nonce
from r57desk.merge.extract import Base, extract_cell
from r57desk.merge.model import Delta, Edit, Value
from r57desk.merge.returns import ReturnedCell, Said, compare_return, find_standing, replace_earlier
from tests.merge.replicas import Replica, shown

COLUMNS = ("title", "deadline_text", "percent", "note", "result_now")
PACKET = "P"


def sent() -> tuple[Replica, BaseRow]:
    """A row of A that X executes, and its base in a packet to X."""
    here = Replica("A")
    here.create("R", title="tên", deadline_text="6/2025", percent="10")
    here.grant("R", "X")
    return here, read_base(here.state("R"), COLUMNS)


def extract(here: Replica, base: BaseRow, cells: dict[str, Value]) -> Delta:
    """What an import makes of a return by X."""
    state = here.state("R")
    edits = []
    for code, value in cells.items():
        cell = state.cells.get(code)
        live = {id: one.value for one in cell.siblings for id in one.edits} if cell else {}
        may = state.authority.may_write("X", code)
        found = extract_cell(
            "R", code, value, base.cell(code), live, may_write=may, packet=PACKET, is_known=lambda id: False
        )
        edits += [found.edit] if found.edit else []
    delta = make_delta("X", edits)
    here.receive([delta])
    return delta


def compare(here: Replica, base: BaseRow, earlier: Delta, cells: dict[str, Value]) -> tuple[ReturnedCell, ...]:
    return compare_return("R", cells, base, find_standing(here.state("R"), earlier.edits))


def verdicts(cells: tuple[ReturnedCell, ...]) -> dict[str, str]:
    return {cell.field: cell.verdict for cell in cells}


FIRST: dict[str, Value] = {
    "title": "tên",
    "deadline_text": "9/2025",
    "percent": "40",
    "note": "ghi",
    "result_now": "",
}


@pytest.mark.parametrize(
    ("incoming", "verdict"),
    [("40", "same"), ("50", "sibling"), (None, "sibling"), ("10", "back"), ("", "back")],
)
def test_a_cell_of_a_second_return(incoming: Value, verdict: str) -> None:
    here, base = sent()
    earlier = extract(here, base, FIRST)
    assert verdicts(compare(here, base, earlier, {**FIRST, "percent": incoming}))["percent"] == verdict


def test_repeating_one_of_two_values_that_were_returned_is_not_the_same() -> None:
    said = {"percent": (Said("1", "40"), Said("2", "50"))}
    for incoming in ("40", "50"):
        (cell,) = compare_return("R", {"percent": incoming}, BaseRow({"percent": "10"}), said)
        assert cell.verdict == "sibling"


def test_only_cells_the_earlier_return_changed_are_judged() -> None:
    here, base = sent()
    earlier = extract(here, base, FIRST)
    found = compare(here, base, earlier, {**FIRST, "result_now": "mới"})
    assert verdicts(found) == {"deadline_text": "same", "percent": "same", "note": "same"}
    assert compare_return("R", FIRST, base, {}) == ()


def test_what_somebody_superseded_since_is_not_brought_up_again() -> None:
    here, base = sent()
    earlier = extract(here, base, FIRST)
    there = Replica("X", dict(here.log))
    there.write("R", percent="60")
    here.sync(there)
    (asked,) = here.state("R").requests
    here.append(compose.refuse_request(asked, "R", nonce=new_nonce()))
    assert set(find_standing(here.state("R"), earlier.edits)) == {"note"}


def test_requests_are_told_from_values() -> None:
    here, base = sent()
    earlier = extract(here, base, FIRST)
    standing = find_standing(here.state("R"), earlier.edits)
    by_field = {next(iter(edit.fields)): edit.id for edit in earlier.edits}
    assert standing["percent"] == (Said(by_field["percent"], "40"),)
    assert standing["deadline_text"] == (Said(by_field["deadline_text"], "9/2025", asked=True),)


def test_without_a_word_both_returns_stand() -> None:
    here, base = sent()
    extract(here, base, FIRST)
    extract(here, base, {**FIRST, "percent": "50", "note": ""})
    assert shown(here.state("R"))["percent"] == {"40", "50"}
    assert shown(here.state("R"))["note"] == {"ghi"}


def replaced(second: dict[str, Value]) -> tuple[Replica, list[Edit]]:
    here, base = sent()
    earlier = extract(here, base, FIRST)
    edits = replace_earlier(compare(here, base, earlier, second), PACKET)
    here.receive([make_delta("X", edits)])
    return here, edits


def test_a_return_that_replaces_the_earlier_one_takes_its_place_in_these_cells_only() -> None:
    here, edits = replaced({**FIRST, "percent": "50"})
    assert [edit.fields for edit in edits] == [{"percent": "50"}]
    state = here.state("R")
    assert shown(state)["percent"] == {"50"}
    assert shown(state)["note"] == {"ghi"}
    assert [one.value for one in state.requests] == ["9/2025"]


def test_a_withdrawn_value_gives_way_to_the_base() -> None:
    here, _ = replaced({**FIRST, "percent": "10"})
    assert shown(here.state("R"))["percent"] == {"10"}


def test_a_withdrawn_value_of_a_cell_nobody_had_written_leaves_it_so() -> None:
    here, edits = replaced({**FIRST, "note": ""})
    assert [dict(edit.fields) for edit in edits] == [{}]
    assert "note" not in here.state("R").cells
    assert here.state("R").refusals == ()


def test_a_withdrawn_request_only_ends() -> None:
    here, _ = replaced({**FIRST, "deadline_text": "6/2025"})
    state = here.state("R")
    assert state.requests == state.refusals == ()
    assert shown(state)["deadline_text"] == {"6/2025"}


def test_another_request_replaces_the_earlier_one() -> None:
    here, _ = replaced({**FIRST, "deadline_text": "12/2025"})
    assert [one.value for one in here.state("R").requests] == ["12/2025"]


def test_the_same_file_and_answer_make_the_same_edits() -> None:
    second = {**FIRST, "percent": "50", "note": "", "deadline_text": "6/2025"}
    here, base = sent()
    made = []
    for desk in (Replica("A", dict(here.log)), Replica("X", dict(here.log))):
        earlier = extract(desk, base, FIRST)
        made.append(replace_earlier(compare(desk, base, earlier, second), PACKET))
    assert made[0] == made[1]
    assert len(made[0]) == 3
    assert all(edit.packet == PACKET for edit in made[0])
    assert replaced(FIRST)[1] == []


def test_work_done_meanwhile_stays_beside_what_replaces() -> None:
    here, base = sent()
    earlier = extract(here, base, FIRST)
    there = Replica("X", {id: delta for id, delta in here.log.items() if id != earlier.id})
    there.write("R", percent="70")
    here.sync(there)
    here.receive([make_delta("X", replace_earlier(compare(here, base, earlier, {**FIRST, "percent": "50"}), PACKET))])
    assert shown(here.state("R"))["percent"] == {"50", "70"}


def test_erasing_is_said_with_none() -> None:
    cell = ReturnedCell("R", "percent", "sibling", None, Base("10", ("a",)), (Said("b", "40"),))
    (edit,) = replace_earlier([cell], PACKET)
    assert edit == make_edit("R", {"percent": None}, {"percent": ["a", "b"]}, packet=PACKET)
