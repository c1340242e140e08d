"""The guide speaks of the same things in both languages, in the words the sheet uses."""

from __future__ import annotations

from r57desk.domain.fields import BY_CODE
from r57desk.domain.status import PROGRESS
from r57desk.domain.values import parse_value
from r57desk.workbook.guide import guide_lines, guide_words


def test_both_guides_say_the_same_things() -> None:
    vietnamese, english = guide_lines("vi"), guide_lines("en")
    assert len(vietnamese) == len(english)
    for (about, text, sample), (about_en, text_en, sample_en) in zip(vietnamese, english, strict=True):
        assert about
        assert text
        assert (about, text) != (about_en, text_en)
        assert bool(sample) == bool(sample_en)


def test_a_packet_names_its_code_and_what_is_locked() -> None:
    plain, packet, english = guide_lines("vi"), guide_lines("vi", "ABC"), guide_lines("en", "ABC")
    assert packet[0][2] == english[0][2] == "ABC"
    assert packet[1 : 1 + len(plain)] == plain
    assert len(packet) == len(english) == len(plain) + 3
    assert any("Xoá?" in text for _, text, _ in packet)
    assert guide_words("vi")[0] != guide_words("en")[0]


def test_every_progress_word_is_named() -> None:
    for language, at in (("vi", 1), ("en", 2)):
        text = " ".join(text for _, text, _ in guide_lines(language))  # type: ignore[arg-type]
        assert all(level[at] in text for level in PROGRESS)


def test_the_examples_are_understood() -> None:
    samples = {about: sample for about, _, sample in guide_lines("vi")}
    for code, about in (("progress", "Tiến độ"), ("percent", "Tiến độ (%)"), ("done_date", "Ngày hoàn thành")):
        assert parse_value(BY_CODE[code].type, samples[about]).value, about
    assert parse_value("text", samples["Ô để trống"]).erases
    assert parse_value("progress", samples["Bỏ nhiệm vụ"]).value == "huy"
