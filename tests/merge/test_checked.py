"""Values out of JSON are what they must be, or refused: no other kind slips through by being alike."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from r57desk.domain.ids import row_id_of
from r57desk.merge import checked

ROW = row_id_of(57)
ANYTHING = [None, True, False, 0, -1, 1, 1.0, 1.5, "", "x", "1", [], ["x"], {}, {"a": "b"}, ROW, "01", " x", "\ud800"]
ACCEPTS: dict[Callable[[object], object], list[object]] = {
    checked.as_text: ["", "x", "1", ROW, "01", " x", "\ud800"],
    checked.as_plain: ["", "x", "1", ROW, "01"],
    checked.as_number: [0, 1],
    checked.as_list: [[], ["x"]],
    checked.as_object: [{}, {"a": "b"}],
    checked.as_row_id: [ROW],
    checked.as_office: ["01"],
    lambda value: checked.as_match(re.compile("[x1]"), value): ["x", "1"],
    checked.as_column: [],
    checked.as_fields: [{}],
}


@pytest.mark.parametrize("check", ACCEPTS, ids=lambda check: check.__name__)
def test_only_what_is_meant_passes(check: Callable[[object], object]) -> None:
    passed = []
    for value in ANYTHING:
        try:
            assert check(value) is value
        except (ValueError, TypeError):
            continue
        passed.append(value)
    assert [(type(one), one) for one in passed] == [(type(one), one) for one in ACCEPTS[check]]


def test_row_ids_and_offices_stand_in_their_canonical_form() -> None:
    for text in (ROW.lower(), f" {ROW}", ROW[:-1] + ("0" if ROW[-1] != "0" else "1"), ROW[:17]):
        with pytest.raises(ValueError, match="nobody"):
            checked.as_row_id(text)
    for text in ("01.skhcn", "1", "TW", " 01"):
        with pytest.raises(ValueError, match="nobody"):
            checked.as_office(text)


def test_fields_are_known_travel_and_hold_canonical_values() -> None:
    assert checked.as_fields({"title": "a", "note": None, "#exists": "1"})
    assert checked.as_column("title") == checked.as_field("title") == "title"
    assert checked.as_field("#exists") == "#exists"
    for fields in ({"title": ""}, {"title": 1}, {"title": ["a"]}, {"tags": "a"}, {"x": "a"}, {"#exists": True}):
        with pytest.raises(ValueError, match="never holds"):
            checked.as_fields(fields)
    for code in ("tags", "#kind", "#reason", "x"):
        with pytest.raises(ValueError, match="nobody"):
            checked.as_field(code)
    with pytest.raises(ValueError, match="nobody"):
        checked.as_column("#exists")


def test_a_number_picks_only_what_is_there() -> None:
    assert checked.pick(["a", "b"], 1) == "b"
    for number in (-1, True, "0", 1.0, None):
        with pytest.raises(TypeError):
            checked.pick(["a", "b"], number)
    with pytest.raises(IndexError):
        checked.pick(["a", "b"], 2)
