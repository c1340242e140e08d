"""Cards as they are painted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.task import Task
from r57desk.ui.card_delegate import CARD, LATE_BAR, card_figure, card_height, card_picture, paint_card
from r57desk.ui.state_words import state_of
from r57desk.ui.theme import apply_look, tokens

AS_OF = date(2025, 9, 24)
OPEN = Task(
    "x",
    stt="92",
    title="Xây dựng Kế hoạch nâng cao chất lượng cung cấp dịch vụ công",
    lead="Bộ Nội vụ",
    progress="dang_thuc_hien",
    percent=Decimal(65),
    deadline=parse_deadline("6/2025"),
)
DONE = Task("y", stt="5", title="Đề án", progress="hoan_thanh", percent=Decimal(100), done_date=date(2025, 7, 18))


def painted(task: Task, width: int = 240) -> QImage:
    image = QImage(width, card_height(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    state = state_of(task, AS_OF, "vi")
    paint_card(painter, QRect(0, 0, width, card_height()), task, state, "vi", fill="surface", edge="line")
    painter.end()
    return image


def has_colour(image: QImage, token: str, area: QRect) -> bool:
    wanted = tokens()[token]
    points = ((x, y) for x in range(area.left(), area.right() + 1) for y in range(area.top(), area.bottom() + 1))
    return any(QColor(image.pixel(x, y)) == wanted for x, y in points)


def test_a_card_is_92_high_and_grows_with_the_text(qapp):
    apply_look(qapp, "light")
    assert card_height() == CARD
    apply_look(qapp, "light", 1.5)
    assert card_height() >= CARD * 1.5
    apply_look(qapp, "light")


def test_the_figure_is_the_percent_or_once_done_the_date():
    assert card_figure(OPEN, "vi") == "65%"
    assert card_figure(DONE, "vi") == "18/07/2025"
    assert card_figure(Task("z"), "vi") == ""


@pytest.mark.parametrize("look", ["light", "dark"])
def test_only_an_overdue_open_card_has_the_red_bar(qapp, look):
    apply_look(qapp, look)
    bar = QRect(1, 10, LATE_BAR, 60)
    assert has_colour(painted(OPEN), "late", bar)
    done_late = Task("y", title="Đề án", progress="hoan_thanh", done_date=AS_OF, deadline=parse_deadline("6/2025"))
    assert not has_colour(painted(done_late), "late", QRect(0, 0, 240, card_height()))
    apply_look(qapp, "light")


def test_what_waits_for_a_decision_is_tagged(qapp):
    apply_look(qapp, "light")
    whole = QRect(0, 0, 240, card_height())
    differing = Task("x", title="Đề án", conflicts=("lead",))
    asking = Task("x", title="Đề án", requests=("deadline_text",))
    assert has_colour(painted(differing), "pick_bg", whole)
    assert has_colour(painted(asking), "ask_bg", whole)


def test_a_dragged_card_is_solid_with_an_accent_border(qapp):
    apply_look(qapp, "light")
    picture = card_picture(OPEN, state_of(OPEN, AS_OF, "vi"), "vi", 200, 1.0).toImage()
    assert QColor(picture.pixel(100, 0)) == tokens()["accent"]
    assert QColor(picture.pixel(100, card_height() - 3)) == tokens()["surface"]
