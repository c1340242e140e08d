"""Cell formats: made once, in the font of official documents."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from r57desk.workbook.looks import _LOOKS, FONT, OPEN, Looks


@pytest.mark.parametrize("name", sorted(_LOOKS))
def test_every_look_is_in_times_new_roman(name: str) -> None:
    look = Looks(xlsxwriter.Workbook(io.BytesIO()))[name]
    assert look.font_name == FONT["font_name"] == "Times New Roman"
    assert look.font_size >= 12


def test_a_look_is_made_once() -> None:
    looks = Looks(xlsxwriter.Workbook(io.BytesIO()))
    assert looks["text"] is looks["text"]
    with pytest.raises(KeyError):
        looks["none"]


def test_an_open_look_differs_in_nothing_but_its_lock() -> None:
    looks = Looks(xlsxwriter.Workbook(io.BytesIO()))
    closed, opened = vars(looks["percent"]), vars(looks["percent" + OPEN])
    differing = {name for name in closed if closed[name] != opened[name] and not name.endswith("_color")}
    assert (closed["locked"], opened["locked"]) == (1, 0)
    assert differing <= {"locked", "xf_index", "dxf_index"}


@pytest.mark.parametrize("name", ["text", "centred", "heading", "plain"])
def test_text_is_formatted_as_text(name: str) -> None:
    assert Looks(xlsxwriter.Workbook(io.BytesIO()))[name].num_format == "@"
