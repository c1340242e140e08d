"""Which deltas count."""

from __future__ import annotations

from r57desk.merge.delta import make_again, make_delta, make_edit, make_retraction
from r57desk.merge.force import find_in_force, gather
from r57desk.merge.model import Delta

EDIT = make_edit("R", {"title": "a"}, nonce="n")


def delta(office: str = "01", time: str = "", nonce: str = "n") -> Delta:
    return make_delta(office, [EDIT], claimed_time=time, nonce=nonce)


def test_a_retraction_of_the_same_office_counts_whatever_comes_first() -> None:
    done = delta()
    undone = make_retraction("01", [done.id])
    assert find_in_force([done, undone]) == [undone]
    assert find_in_force([undone, done]) == [undone]


def test_a_retraction_of_another_office_does_nothing() -> None:
    done = delta()
    assert done in find_in_force([done, make_retraction("02", [done.id])])


def test_a_retraction_is_never_taken_back() -> None:
    done = delta()
    undone = make_retraction("01", [done.id])
    assert done not in find_in_force([done, undone, make_retraction("01", [undone.id])])


def test_what_is_set_aside_does_not_count_nor_does_a_retraction_set_aside() -> None:
    done = delta()
    undone = make_retraction("01", [done.id])
    assert find_in_force([done], {done.id}) == []
    assert find_in_force([done, undone], {undone.id}) == [done]


def test_an_edit_counts_while_any_delta_that_holds_it_counts() -> None:
    done = delta()
    log = [done, make_retraction("01", [done.id]), make_again(done), delta("02", nonce="")]
    (held,) = gather(log)["R"]
    assert held.offices == {"01", "02"}
    assert gather(log, {log[2].id})["R"][0].offices == {"02"}
    assert gather(log, {log[2].id, log[3].id})["R"][0].offices == frozenset()
    assert gather(log, {log[2].id, log[3].id})["R"][0].holders == {"01", "02"}


def test_the_latest_claimed_time_of_what_counts_is_shown() -> None:
    late, early = delta("01", "2030"), delta("02", "2020")
    assert gather([late, early])["R"][0].claimed_time == "2030"
    assert gather([late, early], {late.id})["R"][0].claimed_time == "2020"
