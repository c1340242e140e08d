"""The words of a workbook stand in both languages."""

from __future__ import annotations

from string import Formatter

from r57desk.workbook.export_options import MOTTO, WORDS, ExportOptions


def test_both_languages_have_every_word() -> None:
    assert WORDS["vi"].keys() == WORDS["en"].keys()
    for name, text in WORDS["vi"].items():
        slots = [{slot for _, slot, _, _ in Formatter().parse(words[name]) if slot} for words in WORDS.values()]
        assert slots[0] == slots[1], name
        assert text


def test_options_choose_their_words() -> None:
    assert ExportOptions("X").words["sheet"] == "Nhiệm vụ"
    assert ExportOptions("X", language="en").words["sheet"] == "Tasks"


def test_a_packet_says_its_number_and_day() -> None:
    packet = ExportOptions("X", when="2026-11-23T10:00:00", to="01.SKHCN", number=7)
    assert packet.is_packet
    assert packet.number_words == "Gói số 7, ngày 23/11/2026"
    assert ExportOptions("X", when="2026-11-23T10:00:00").number_words == ""


def test_the_party_heading_bears_no_motto() -> None:
    assert MOTTO["party"] == ("ĐẢNG CỘNG SẢN VIỆT NAM", "")
    assert "Độc lập" in MOTTO["state"][1]
