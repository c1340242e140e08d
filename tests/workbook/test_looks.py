"""Cell formats: made once, in the font of official documents."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from r57desk.workbook.looks import _LOOKS, FONT, Looks


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


@pytest.mark.parametrize("name", ["text", "centred", "heading", "plain"])
def test_text_is_formatted_as_text(name: str) -> None:
    assert Looks(xlsxwriter.Workbook(io.BytesIO()))[name].num_format == "@"
