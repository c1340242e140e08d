"""The views of the rail: each can be built, has a name in both languages, and filters that exist."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from r57desk.domain.query import TYPES
from r57desk.ui.translation import install_language
from r57desk.ui.views import VIEWS


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
def test_a_view_can_be_built(session, jobs, qtbot, view):
    made = view.build(session, jobs)
    qtbot.addWidget(made)
    assert isinstance(made, QWidget)


def test_names_differ_and_are_translated(qapp):
    install_language(qapp, "en")
    english = [view.title() for view in VIEWS]
    install_language(qapp, "vi")
    vietnamese = [view.title() for view in VIEWS]
    assert not set(english) & set(vietnamese)
    assert len(set(vietnamese)) == len(VIEWS)


def test_chips_are_fields_a_query_knows():
    assert {chip for view in VIEWS for chip in view.chips} <= TYPES.keys()
