"""Where a value came from, in words: "tra-ve.xlsx · Phụ lục II!G12", "goi-4.xlsx · gói số 04"."""

from __future__ import annotations

from r57desk.errors import Language
from r57desk.store.origins import Place

_PACKET = ("gói số {number:02}", "packet no. {number:02}")


def describe_source(place: Place, code: str, language: Language = "vi") -> str:
    """The file and cell of a field's value, or the file and the packet it came with; "" for what was typed here."""
    packet = describe_packet(place.packet_number, language) if place.packet_number else ""
    cell = place.cell(code) or packet
    return " · ".join(part for part in (place.file_name, cell) if part) if cell else ""


def describe_packet(number: int, language: Language = "vi") -> str:
    """What a packet is called."""
    return _PACKET[0 if language == "vi" else 1].format(number=number)
