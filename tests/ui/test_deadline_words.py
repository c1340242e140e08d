"""What is said under a deadline while it is typed."""

from __future__ import annotations

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.values import PROBLEMS
from r57desk.ui.deadline_words import problem_sentence, reading_words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("quy 3 nam 2025", "Hiểu là Quý III/2025, hết ngày 30/09/2025"),
        ("15/7/2025", "Hiểu là 15/07/2025"),
        ("Thường xuyên", "Hiểu là Thường xuyên"),
        ("", "Để trống: chưa chốt hạn"),
        ("sớm nhất có thể", "Không hiểu thành thời hạn: giữ nguyên chữ đã ghi, xếp vào chưa chốt hạn"),
        ("khi luật có hiệu lực", "Chờ sự kiện: chưa thành ngày cụ thể"),
        ("15/7/25", "Hiểu là 15/07/2025; năm ghi hai chữ số"),
    ],
)
def test_readings(session, typed, said):
    assert reading_words(parse_deadline(typed), "vi") == said


@pytest.mark.parametrize("problem", sorted(PROBLEMS))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_problem_is_two_sentences(session, problem, language):
    sentence = problem_sentence(problem, language)
    assert sentence[0].isupper()
    assert sentence.endswith("Ô chưa thay đổi.")
