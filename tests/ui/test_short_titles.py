"""What stands for a task on cards and in the calendar."""

from __future__ import annotations

from r57desk.domain.task import Task
from r57desk.ui.short_titles import card_title, item_title

TASK = Task("x", title="Xây dựng, ban hành Đề án đánh giá mức độ hoàn thành")


def test_a_card_shows_the_full_title_an_item_leaves_the_leading_verbs_out():
    assert card_title(TASK) == TASK.title
    assert item_title(TASK) == "Đề án đánh giá mức độ hoàn thành"


def test_a_short_title_given_by_a_user_wins_in_both():
    short = Task("x", title=TASK.title, short_title="Đề án đánh giá")
    assert card_title(short) == item_title(short) == "Đề án đánh giá"
