"""Search results: the nearest titles first, the found words marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView

from r57desk.domain.task import Task
from r57desk.ui.search_hits import HEADING, ROW, Hit, HitDelegate, HitModel, matched_spans, nearest
from r57desk.ui.state_words import State

HITS = [
    Hit("Nhiệm vụ · 1"),
    Hit(
        "Xây dựng " * 40 + "Chính phủ số", "table-2", "89", state=State("Còn 6 ngày", "clock", "soon", ""), act=print
    ),
    Hit("Tạo nhiệm vụ", "plus", right="Ctrl+N", act=print),
]


@pytest.fixture
def view(session, qtbot):
    made = QListView()
    qtbot.addWidget(made)
    model = HitModel(made)
    made.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_hits(HITS, ["chinh", "phu"])
    made.setModel(model)
    made.setItemDelegate(HitDelegate(made))
    made.resize(600, 200)
    made.show()
    return made


def test_headings_cannot_be_chosen_and_are_lower(view):
    model = view.model()
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert [view.sizeHintForIndex(model.index(row)).height() for row in (0, 1)] == [HEADING, ROW]


def test_a_hit_is_spoken_whole(view):
    spoken = view.model().index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("89, Xây dựng")
    assert spoken.endswith("Còn 6 ngày")


def test_a_word_far_behind_is_brought_into_sight(view):
    far = view.grab().toImage()
    view.model().set_hits(HITS, ["khongco"])
    assert view.grab().toImage() != far


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("chinh phu so", "Chính phủ số không phụ thuộc chính quyền", ["Chính phủ số"]),
        ("chinh phu so", "Dịch vụ số không phụ thuộc hành chính, soát xét", ["số", "phụ", "chính"]),
        ("so lieu", "Sở soạn số liệu", ["số liệu"]),
        ("so moi", "Sở soạn dịch vụ số mới", ["số mới"]),
        ("số dữ", "Sở nêu dữ liệu số", ["dữ", "số"]),
        ("nghi quy", "Nghị định, soát quy định", ["Nghị", "quy"]),
        ("ra so", "Rà soát, soạn", ["Rà so"]),
        ("du l", "Dữ kiện, dự luật của lãnh đạo", ["dự l"]),
        ("kien l", "Dữ kiện của lãnh đạo", ["kiện"]),
        ("kien la", "Dữ kiện của lãnh đạo", ["kiện", "lã"]),
        ("", "abc", []),
    ],
)
def test_only_what_was_searched_for_is_marked(typed, text, marked):
    assert [text[a:b] for a, b in matched_spans(text, typed.split())] == marked


def test_titles_that_hold_the_phrase_come_first():
    tasks = [Task("a", title="số và chính phủ"), Task("b", title="khác"), Task("c", title="Chính phủ số")]
    assert [task.id for task in nearest(tasks, "chinh phu so")] == ["c", "a", "b"]
