"""One painter for every device: what is drawn is black, whole, and where the plan says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPainter, QPicture

from r57desk.domain.task import Task
from r57desk.paper.model import Sheet
from r57desk.paper.painter import page_layout, paint
from r57desk.paper.plan import Fill, Page, Plan, Rule, Sign, Text
from r57desk.paper.profile import A4_MM, Face, mm

WHITE = QColor(255, 255, 255)
PER_MM = 10  # pixels per millimetre of the test pictures


def picture(plan: Plan, page: int = 0) -> QImage:
    """A page at 254 dots per inch: ten pixels to a millimetre."""
    width, height = A4_MM if not plan.pages[page].landscape else A4_MM[::-1]
    image = QImage(round(width * PER_MM), round(height * PER_MM), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(PER_MM * 1000)
    image.setDotsPerMeterY(PER_MM * 1000)
    image.fill(WHITE)
    painter = QPainter(image)
    paint(painter, plan, page)
    painter.end()
    return image


def dark(image: QImage, left: float, top: float, right: float, bottom: float) -> int:
    """Dark pixels in a rectangle given in millimetres."""
    columns = range(round(left * PER_MM), round(right * PER_MM))
    rows = range(round(top * PER_MM), round(bottom * PER_MM))
    return sum(image.pixelColor(x, y).lightness() < 128 for y in rows for x in columns)


def plan_with(*, family: str = "Tinos", **ink: list[object]) -> Plan:
    page = Page(mm(210), mm(297))
    for name, items in ink.items():
        getattr(page, name).extend(items)
    return Plan((page,), family, "", "")


@pytest.mark.usefixtures("ruler")
def test_ink_lands_in_true_size_where_the_plan_says() -> None:
    text = Text(mm(50), mm(100), "Ề", Face(100))
    image = picture(plan_with(texts=[text], rules=[Rule(mm(20), mm(30), mm(80), mm(30), mm(1))]))
    assert dark(image, 20, 29.6, 80, 30.4) > 60 * 8 * 0.9 * PER_MM * PER_MM / 10
    assert dark(image, 20, 31, 80, 60) == 0
    assert dark(image, 50, 70, 72, 100) > 500
    assert dark(image, 50, 101, 72, 130) == 0


@pytest.mark.usefixtures("ruler")
def test_group_rows_are_light_grey_under_black_text() -> None:
    image = picture(plan_with(fills=[Fill(mm(20), mm(20), mm(40), mm(10), 0.92)]))
    shade = image.pixelColor(30 * PER_MM, 25 * PER_MM)
    assert (shade.red(), shade.green(), shade.blue()) == (235, 235, 235)


@pytest.mark.usefixtures("ruler")
@pytest.mark.parametrize(("sign", "middle"), [("☐", False), ("☑", True), ("☒", True)])
def test_boxes_are_drawn_and_filled_in(sign: str, middle: bool) -> None:
    image = picture(plan_with(signs=[Sign(mm(20), mm(20), mm(10), sign)]))
    assert dark(image, 19.5, 19.5, 30.5, 20.5) > 0
    assert (dark(image, 22, 22, 28.6, 28) > 0) is middle


@pytest.mark.usefixtures("ruler")
def test_a_tick_inside_a_text_is_drawn_between_its_words() -> None:
    face = Face(40)
    image = picture(plan_with(texts=[Text(mm(20), mm(50), "a ☑ b", face), Text(mm(20), mm(90), "a     b", face)]))
    assert dark(image, 20, 38, 60, 52) > dark(image, 20, 78, 60, 92) + 100


def test_a_page_of_tasks_is_black_on_white(
    list_sheet: Callable[..., Sheet], plan_of: Callable[[Sheet], Plan], tasks: tuple[Task, ...]
) -> None:
    image = picture(plan_of(list_sheet(tasks[:8], draft=True)))
    step = 3
    colours = {
        image.pixel(x, y) & 0xFFFFFF for x in range(0, image.width(), step) for y in range(0, image.height(), step)
    }
    assert all(colour >> 16 == (colour >> 8 & 255) == (colour & 255) for colour in colours)
    assert 0x000000 in colours


def test_the_painter_is_given_back_as_it_was(
    plan_of: Callable[[Sheet], Plan], list_sheet: Callable[..., Sheet]
) -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(7, 9)
    before = painter.transform()
    paint(painter, plan_of(list_sheet(())), 0)
    assert painter.transform() == before
    painter.end()


def test_a_preview_can_record_a_page(plan_of: Callable[[Sheet], Plan], list_sheet: Callable[..., Sheet]) -> None:
    recorded = QPicture()
    painter = QPainter(recorded)
    paint(painter, plan_of(list_sheet(())), 0)
    painter.end()
    assert recorded.size() > 1000


def test_the_paper_of_a_page(
    plan_of: Callable[[Sheet], Plan], list_sheet: Callable[..., Sheet], tasks: tuple[Task, ...]
) -> None:
    plan = plan_of(list_sheet(tasks[:1]))
    turned = replace(plan, pages=(Page(mm(297), mm(210)),))
    assert page_layout(plan, 0).orientation() == QPageLayout.Orientation.Portrait
    assert page_layout(turned, 0).orientation() == QPageLayout.Orientation.Landscape
    assert page_layout(turned, 0).fullRect(QPageLayout.Unit.Millimeter).size() == QSizeF(297, 210)
    assert page_layout(plan, 0).margins() == QMarginsF(0, 0, 0, 0)
