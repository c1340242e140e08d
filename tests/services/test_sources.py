"""Where a value came from, in words."""

from __future__ import annotations

import pytest

from r57desk.services.sources import describe_packet, describe_source
from r57desk.store.imports import SheetSource
from r57desk.store.origins import NO_PLACE, Place

SHEETS = (SheetSource("Phụ lục II", {"title": "B"}),)


@pytest.mark.parametrize(
    ("place", "vietnamese", "english"),
    [
        (NO_PLACE, "", ""),
        (Place("tra-ve.xlsx", SHEETS, 0, 12), "tra-ve.xlsx · Phụ lục II!B12", "tra-ve.xlsx · Phụ lục II!B12"),
        (Place("goi.xlsx", packet_number=4), "goi.xlsx · gói số 04", "goi.xlsx · packet no. 04"),
        (Place(packet_number=12), "gói số 12", "packet no. 12"),
        (Place("goi.xlsx"), "", ""),
    ],
)
def test_a_source_names_file_and_cell_or_packet(place, vietnamese, english):
    assert describe_source(place, "title") == vietnamese
    assert describe_source(place, "title", "en") == english


def test_packets_are_called_by_two_digits():
    assert [describe_packet(number) for number in (4, 120)] == ["gói số 04", "gói số 120"]
