"""The canonical form that ids are hashes of."""

from __future__ import annotations

import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from r57desk.merge.model import EXISTS, Edit, canonical_json, content_id

json_values = st.recursive(
    st.none() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10
)


def test_canonical_json_is_one_text_whatever_the_order() -> None:
    assert canonical_json({"b": None, "a": "Hạn"}) == '{"a":"Hạn","b":null}'
    assert canonical_json({"a": "Hạn", "b": None}) == '{"a":"Hạn","b":null}'


@given(json_values)
def test_canonical_json_reads_back(value: object) -> None:
    assert json.loads(canonical_json(value)) == value


def test_an_id_is_the_start_of_the_hash_of_the_utf8_text() -> None:
    assert content_id("Hạn") == hashlib.sha256("Hạn".encode()).hexdigest()[:32]


def test_only_a_first_existence_creates() -> None:
    assert Edit("e", "R", {EXISTS: "1", "title": "a"}).creates
    assert not Edit("e", "R", {"title": "a"}).creates
    assert not Edit("e", "R", {EXISTS: "0"}).creates
    assert not Edit("e", "R", {EXISTS: "1"}, {EXISTS: ("deleted",)}).creates
