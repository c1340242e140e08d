"""The list of what is to be decided, in its sections."""

from __future__ import annotations

from r57desk.ui.review_lines import Review, ReviewLine, SectionLine, find_next, read_review


def test_open_things_come_first_and_empty_sections_are_left_out(desk, differing):
    review = read_review(desk.deciding)
    assert (len(review.differences), len(review.requests)) == (1, 2)
    lines = review.lines()
    assert [line.section for line in lines if isinstance(line, SectionLine)] == ["differences", "requests"]
    assert [line.count for line in lines if isinstance(line, SectionLine)] == [1, 2]
    assert Review().lines() == []


def test_what_is_asked_of_others_stands_with_our_own(desk, differing):
    review = read_review(differing.desk.deciding)
    assert (len(review.requests), len(review.ours)) == (0, 2)


def test_what_was_answered_moves_down(desk, differing):
    review = read_review(desk.deciding)
    desk.deciding.accept([review.requests[0].id])
    desk.deciding.keep(review.differences[0].id, review.differences[0].sides[0].edits)
    now = read_review(desk.deciding)
    assert [len(part) for part in (now.differences, now.requests, now.decided, now.answered)] == [0, 1, 1, 1]


def test_the_next_one_goes_round(desk, differing):
    lines = read_review(desk.deciding).lines()
    keys = [line.key for line in lines if isinstance(line, ReviewLine)]
    assert find_next(lines, keys[0]) == keys[1]
    assert find_next(lines, keys[-1]) == keys[0]
    assert find_next(lines, "none") == keys[0]
    assert find_next([], "none") == ""
