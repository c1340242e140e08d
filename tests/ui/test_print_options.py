"""What can be chosen before printing."""

from __future__ import annotations

import pytest

from r57desk.paper.profile import COLUMNS, PROFILES
from r57desk.services.printing import PrintOptions
from r57desk.ui.print_options import PrintOptionsForm


@pytest.fixture
def form(qtbot, session):
    made = PrintOptionsForm("vi", "state", with_tasks=False)
    qtbot.addWidget(made)
    made.resize(246, 700)
    made.show()
    return made


def test_it_begins_with_what_the_service_would_do(form):
    assert form.choice().options == PrintOptions(style="state")
    assert form.choice().kind == "list"


def test_every_choice_reaches_the_options(form, qtbot):
    with qtbot.waitSignal(form.changed):
        form.style_radios["party"].click()
    form.paper_radios["portrait"].click()
    form.order.setCurrentIndex(1)
    form.columns["coop"].click()
    form.columns["lead"].click()
    form.draft.click()
    form.filter_words.click()
    assert form.choice().options == PrintOptions(
        style="party",
        landscape=False,
        draft=False,
        grouped=False,
        filter_words=False,
        columns=("stt", "title", "coop", "deliverable", "deadline_text", "progress", "timeliness"),
    )


def test_only_columns_the_paper_knows_are_offered(form):
    assert set(form.columns) <= set(COLUMNS)
    assert set(form.style_radios) == set(PROFILES)


def test_the_sheet_of_a_task_has_no_columns_to_choose(qtbot, session):
    made = PrintOptionsForm("vi", "state", with_tasks=True)
    qtbot.addWidget(made)
    made.resize(246, 700)
    made.show()
    assert made.choice().kind == "task"
    assert not made.columns["lead"].isVisible()
    made.kind.setCurrentIndex(1)
    assert made.choice().kind == "list"
    assert made.columns["lead"].isVisible()
