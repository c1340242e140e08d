"""Ids are hashes of content: any order of saying it gives the same id, any change of it another."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.errors import DeskError
from r57desk.merge.delta import (
    edit_text,
    format_delta,
    is_local,
    make_again,
    make_delta,
    make_edit,
    make_retraction,
    new_nonce,
    parse_delta,
    parse_edit,
)
from r57desk.merge.model import Edit, content_id

texts = st.text(max_size=8)
ids = st.text("0123456789abcdef", min_size=4, max_size=4)
edits = st.builds(
    make_edit,
    st.sampled_from(["R1", "R2"]),
    st.dictionaries(st.sampled_from(["title", "lead", "#exists"]), st.none() | texts, max_size=3),
    st.dictionaries(st.sampled_from(["title", "lead"]), st.lists(ids, max_size=3), max_size=2),
    nonce=st.sampled_from(["", "n1", "n2"]),
    packet=st.sampled_from(["", "p1"]),
)


def test_an_edit_says_the_same_in_any_order() -> None:
    one = make_edit("R", {"title": "a", "lead": "b"}, {"title": ["y", "x", "x"], "lead": []}, nonce="n")
    two = make_edit("R", {"lead": "b", "title": "a"}, {"title": ("x", "y")}, nonce="n")
    assert one == two
    assert one.supersedes == {"title": ("x", "y")}


@pytest.mark.parametrize(
    "other",
    [
        make_edit("S", {"title": "a"}),
        make_edit("R", {"title": "b"}),
        make_edit("R", {"title": None}),
        make_edit("R", {"lead": "a"}),
        make_edit("R", {"title": "a"}, {"title": ["x"]}),
        make_edit("R", {"title": "a"}, nonce="n"),
        make_edit("R", {"title": "a"}, packet="n"),
    ],
)
def test_any_difference_is_another_edit(other: Edit) -> None:
    assert other.id != make_edit("R", {"title": "a"}).id


def test_blank_erases_and_text_becomes_nfc() -> None:
    assert make_edit("R", {"title": ""}) == make_edit("R", {"title": None})
    assert make_edit("R", {"title": unicodedata.normalize("NFD", "Hạn")}) == make_edit("R", {"title": "Hạn"})


@given(edits)
def test_an_edit_is_what_its_id_hashes(edit: Edit) -> None:
    assert content_id(edit_text(edit)) == edit.id
    assert parse_edit(edit_text(edit), edit.id) == edit


@given(st.lists(edits, max_size=4), st.lists(ids, max_size=3), st.randoms())
def test_a_delta_reads_back_and_does_not_depend_on_order(some: list[Edit], gone: list[str], random: object) -> None:
    delta = make_delta("01", some, author="Lan", claimed_time="2025", nonce="n", retracts=gone)
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert (
        make_delta("01", shuffled, author="Lan", claimed_time="2025", nonce="n", retracts=gone[::-1]).id == delta.id
    )
    read = parse_delta(format_delta(delta))
    assert (read.id, read.office, read.author, read.claimed_time, read.nonce, read.retracts) == (
        delta.id,
        "01",
        "Lan",
        "2025",
        "n",
        delta.retracts,
    )
    assert {edit.id: edit for edit in read.edits} == {edit.id: edit for edit in delta.edits}


@pytest.mark.parametrize("key", ["office", "author", "claimed_time", "nonce"])
def test_a_changed_header_is_noticed(key: str) -> None:
    raw = json.loads(format_delta(make_delta("01", [make_edit("R", {"title": "a"})], nonce="n")))
    raw[key] = "other"
    with pytest.raises(DeskError) as caught:
        parse_delta(json.dumps(raw))
    assert caught.value.code == "delta_damaged"


@pytest.mark.parametrize(
    "damage",
    [
        {"row": "S"},
        {"fields": {"title": "b"}},
        {"fields": {"title": 1}},
        {"fields": ["title"]},
        {"supersedes": {"title": ["x"]}},
        {"nonce": "m"},
        {"row": None},
    ],
)
def test_a_changed_edit_is_noticed(damage: dict[str, object]) -> None:
    raw = json.loads(format_delta(make_delta("01", [make_edit("R", {"title": "a"})], nonce="n")))
    raw["edits"][0] |= damage
    with pytest.raises(DeskError) as caught:
        parse_delta(json.dumps(raw))
    assert caught.value.code == "delta_damaged"


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "{", '{"id": 1}'])
def test_what_is_no_delta_is_damaged(text: str) -> None:
    with pytest.raises(DeskError):
        parse_delta(text)


def test_doing_again_holds_the_same_edits_under_another_id() -> None:
    delta = make_delta("01", [make_edit("R", {"title": "a"})], author="Lan", claimed_time="2025", nonce=new_nonce())
    again = make_again(delta)
    assert again.edits == delta.edits
    assert again.id != delta.id
    assert (again.author, again.claimed_time) == ("Lan", "2025")


def test_a_retraction_names_deltas_and_holds_nothing() -> None:
    one, two = make_retraction("01", ["x"]), make_retraction("01", ["x"])
    assert one.retracts == ("x",)
    assert not one.edits
    assert one.id != two.id


def test_local_deltas_write_local_fields_only() -> None:
    tag, title = make_edit("R", {"tags": "x"}), make_edit("R", {"title": "x"})
    assert is_local(make_delta("01", [tag]))
    assert not is_local(make_delta("01", [tag, title]))
    assert not is_local(make_retraction("01", ["x"]))
    assert not is_local(make_delta("01", [tag]), {"R": "office"})
    assert not is_local(make_delta("01", [make_edit("R", {}, {"title": ["x"]})])), "a refusal travels"


def test_another_thing_taken_back_is_another_delta() -> None:
    one, two = make_delta("01", [], nonce="n", retracts=["x"]), make_delta("01", [], nonce="n", retracts=["y"])
    assert len({one.id, two.id, make_delta("01", [], nonce="n").id}) == 3
    raw = json.loads(format_delta(one)) | {"retracts": ["y"]}
    with pytest.raises(DeskError):
        parse_delta(json.dumps(raw))
