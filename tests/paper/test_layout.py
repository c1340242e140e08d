"""Whole plans of task lists: nothing lost, nothing outside the margins, every page marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57desk.domain.task import Task
from r57desk.paper.fonts import register_paper_fonts, register_screen_fonts
from r57desk.paper.layout import plan_pages
from r57desk.paper.measure import get_ruler
from r57desk.paper.model import Letterhead, Options, Sheet, Stamp
from r57desk.paper.plan import Page, Plan
from r57desk.paper.profile import COLUMNS, PROFILES, STATE, Profile, mm
from r57desk.paper.task_list import ListContent, build_task_list

Build = Callable[..., Sheet]
PlanOf = Callable[[Sheet], Plan]
Tasks = tuple[Task, ...]


def joined(page: Page) -> str:
    return " ".join(page.lines())


def body(page: Page) -> list[str]:
    """The lines between the upper and the lower margin."""
    return [text.text for text in page.texts if mm(20) <= text.y <= page.height - mm(20)]


def outside(page: Page, profile: Profile) -> list[str]:
    """Texts past the side margins, or above or below all that may stand there."""
    ruler = get_ruler("Tinos")
    left, right = mm(profile.margins.left) - 1, page.width - mm(profile.margins.right) + 1
    top, bottom = mm(8), page.height - mm(7)
    return [
        text.text
        for text in page.texts
        if not (
            left <= text.x
            and text.x + ruler.cut(text.face).text(text.text) <= right
            and top <= text.y - ruler.cut(text.face).baseline
            and text.y <= bottom
        )
    ]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("landscape", [False, True])
def test_every_page_is_marked_and_inside_its_margins(
    list_sheet: Build, plan_of: PlanOf, tasks: Tasks, profile: Profile, landscape: bool
) -> None:
    plan = plan_of(list_sheet(tasks, profile=profile, landscape=landscape, draft=True))
    count = len(plan.pages)
    assert 12 <= count <= 40
    assert not plan.crowded
    for number, page in enumerate(plan.pages, 1):
        assert page.landscape is landscape
        assert "Bản số liệu 214 · mã đối chiếu 7K2Q" in page.lines()
        assert f"Trang {number}/{count}" in page.lines()
        assert (str(number) in page.lines()[-6:]) == (number > 1)
        assert "DỰ THẢO" in page.lines()
        assert "Nhiệm vụ" in page.lines()
        assert not outside(page, profile)


def test_the_page_number_stands_top_centre_from_page_2(list_sheet: Build, plan_of: PlanOf, tasks: Tasks) -> None:
    first, second, *_ = plan_of(list_sheet(tasks)).pages
    above = [text for text in second.texts if text.y < mm(20)]
    assert [text.text for text in above] == ["2"]
    assert above[0].x == pytest.approx(second.width / 2, abs=mm(2))
    assert not [text for text in first.texts if text.y < mm(20)]


def test_no_draft_box_without_being_asked(list_sheet: Build, plan_of: PlanOf, tasks: Tasks) -> None:
    assert not [page for page in plan_of(list_sheet(tasks)).pages if "DỰ THẢO" in page.lines()]


@pytest.mark.parametrize("landscape", [False, True])
def test_rows_never_overlap(list_sheet: Build, plan_of: PlanOf, tasks: Tasks, landscape: bool) -> None:
    ruler = get_ruler("Tinos")
    for page in plan_of(list_sheet(tasks, landscape=landscape)).pages:
        levels = sorted({rule.y1 for rule in page.rules if rule.y1 == rule.y2 and rule.width < 7})
        for text in page.texts:
            top = text.y - ruler.cut(text.face).baseline
            bottom = top + ruler.cut(text.face).pitch
            assert not [level for level in levels if top + 1 < level < bottom - 1], text


@pytest.mark.parametrize("landscape", [False, True])
def test_a_long_title_is_split_only_when_taller_than_a_page(
    list_sheet: Build, plan_of: PlanOf, tasks: Tasks, title_of: Callable[[int], str], landscape: bool
) -> None:
    longest = replace(tasks[1], title=title_of(1743))
    endless = replace(tasks[2], title=title_of(9000))
    pages = plan_of(list_sheet((tasks[0], longest, endless, tasks[3]), landscape=landscape)).pages
    going_on = [joined(page).count("(tiếp)") for page in pages]
    assert max(going_on) == 1
    assert sum(going_on) >= 2  # three pages at least
    column = [line for page in pages for line in page.lines()]
    text = "".join("".join(column).split())
    for task in (longest, endless):
        words = "".join(task.title.split())
        assert words[:200] in text
        assert words[-200:] in text
    assert text.count("(tiếp)") == sum(going_on)


def test_a_title_of_1743_characters_is_whole_on_a_page_that_can_hold_it(
    list_sheet: Build, plan_of: PlanOf, tasks: Tasks, title_of: Callable[[int], str], squeeze: Callable[[str], str]
) -> None:
    longest = replace(tasks[1], title=title_of(1743))
    columns = ("stt", "title", "deadline_text")
    pages = plan_of(list_sheet((tasks[0], longest, tasks[3]), columns=columns)).pages
    assert [squeeze(longest.title) in squeeze(joined(page)) for page in pages].count(True) == 1
    assert "(tiếp)" not in " ".join(map(joined, pages))


def test_an_empty_list_is_a_page_that_says_so(list_sheet: Build, plan_of: PlanOf) -> None:
    (page,) = plan_of(list_sheet((), total=140)).pages
    assert "Không có nhiệm vụ nào đúng điều kiện lọc." in page.lines()
    assert "0 trên 140 nhiệm vụ" in joined(page)


def test_a_long_filter_is_printed_whole(
    list_sheet: Build, plan_of: PlanOf, tasks: Tasks, squeeze: Callable[[str], str]
) -> None:
    words = "Đơn vị: " + "; ".join(f"UBND xã thứ {n}" for n in range(1, 400))
    pages = plan_of(list_sheet(tasks[:3], filter_words=words)).pages
    assert squeeze(words) in squeeze("".join(line for page in pages for line in body(page)))
    assert not [text for page in pages for text in outside(page, STATE)]


def test_all_columns_at_once_are_printed_and_called_crowded(list_sheet: Build, plan_of: PlanOf, tasks: Tasks) -> None:
    plan = plan_of(list_sheet(tasks[:4], columns=tuple(COLUMNS), landscape=True))
    assert plan.crowded
    assert not [text for page in plan.pages for text in outside(page, STATE)]


def test_several_sheets_are_numbered_each_from_1(list_sheet: Build, tasks: Tasks) -> None:
    turned, upright = list_sheet(tasks[:60], landscape=True), list_sheet(tasks[:2])
    plan = plan_pages([turned, upright, turned], "Tinos", title="Ba danh mục")
    assert plan.title == "Ba danh mục"
    assert plan.key.count("\n") == 2
    numbers = [line for page in plan.pages for line in page.lines() if line.startswith("Trang ")]
    one = plan_pages(turned, "Tinos").pages
    assert numbers == [f"Trang {n}/{len(one)}" for n in range(1, len(one) + 1)] + ["Trang 1/1"] + numbers[: len(one)]
    assert plan.pages[: len(one)] == one


def test_the_signature_is_never_alone_on_a_page(list_sheet: Build, plan_of: PlanOf, tasks: Tasks) -> None:
    for count in range(1, 30):
        last = plan_of(list_sheet(tasks[:count])).pages[-1].lines()
        assert "Nơi nhận:" in last
        assert str(count) in last, f"row {count} is not on the page of the signature"


def test_a_wider_font_still_fits(list_sheet: Build, tasks: Tasks, qapp: object) -> None:
    """Layouts hold for a family a fifth wider than the bundled one."""
    plan = plan_pages(list_sheet(tasks), register_screen_fonts())
    ruler = get_ruler(plan.family)
    for page in plan.pages:
        ends = [text.x + ruler.cut(text.face).text(text.text) for text in page.texts]
        assert max(ends) <= page.width - mm(15) + 1


TITLES = st.lists(
    st.text(st.sampled_from("Ếộữ dài X/-57\n"), max_size=60).map(lambda text: text * 7)
    | st.integers(1, 3000).map(lambda length: ("Nhiệm vụ thử nghiệm " * (length // 20 + 1))[:length]),
    min_size=1,
    max_size=12,
)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=40)
@given(TITLES, st.booleans())
def test_no_letter_of_any_title_is_lost(titles: list[str], landscape: bool) -> None:
    register_paper_fonts()
    tasks = [Task(f"T{n}", title=title) for n, title in enumerate(titles)]
    sheet = build_task_list(
        ListContent(tasks, columns=("title",), signature=False),
        Letterhead("SỞ A"),
        Stamp(date(2025, 9, 24), 1, "X"),
        Options(landscape=landscape),
    )
    pages = plan_pages(sheet, "Tinos").pages
    ours = {"Nhiệm vụ", "(tiếp)"}
    body = [text for page in pages for text in page.texts if text.face.size == 12 and not text.face.bold]
    printed = "".join(text.text for text in body if text.text not in ours or not text.face.italic)
    expected = "".join("".join(title.split()) for title in titles)
    assert expected in "".join(printed.split())
