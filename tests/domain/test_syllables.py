"""What can be a Vietnamese syllable, and what cannot."""

from __future__ import annotations

import unicodedata

import pytest

from r57desk.domain.syllables import is_syllable

TEXT = (
    "Xây dựng trình Thủ tướng ban hành chương trình tuyên truyền thường xuyên sâu rộng nghị quyết đổi mới khoa học công "
    "nghệ chuyển khuyến khuỷu quốc gia giữa gìn ngoằn ngoèo ngày mười một tháng hoạch quả huỷ huệ uyển yếu ý ủy ở ơn ưu"
)


@pytest.mark.parametrize("word", TEXT.split())
def test_words_of_every_page_are_syllables_in_any_case_and_form(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["nhiÖm", "cöùu", "phàt", "hoc̃", "strong", "việtt", "ngiêm̉́", "bcd", "", "đ", "áà"])
def test_what_no_vietnamese_word_is_spelled_like_is_none(word: str) -> None:
    assert not is_syllable(word)
