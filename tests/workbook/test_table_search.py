"""The sheet of a workbook that holds the list, found by our mark, by name, or by its header."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from r57desk.errors import DeskError
from r57desk.workbook.gate import LIMITS
from r57desk.workbook.grid import Workbook
from r57desk.workbook.marks import OwnMark
from r57desk.workbook.request import Request
from r57desk.workbook.table_search import find_table

LIST = [("TT", "Tên nhiệm vụ", "Cơ quan chủ trì"), (1, "Một", "Bộ A")]


@pytest.fixture
def book(make_xlsx: Callable[..., bytes]) -> Workbook:
    rows: dict[str, Any] = {"more": {"Hai": LIST, "Lời": [("Kính gửi",)]}, "sheet": "Một"}
    return Workbook(make_xlsx(LIST, **rows), "x.xlsx", LIMITS)


def test_our_mark_names_the_sheet_unless_another_is_asked_for(book: Workbook) -> None:
    mark = OwnMark("X", "Hai", 0)
    assert find_table(book, Request("x.xlsx"), mark).sheet.name == "Hai"
    assert find_table(book, Request("x.xlsx", sheet="một"), mark).sheet.name == "Một"


def test_two_lists_are_a_question(book: Workbook) -> None:
    for mark in (None, OwnMark("X")):
        with pytest.raises(DeskError) as caught:
            find_table(book, Request("x.xlsx"), mark)
        assert caught.value.code == "workbook_several_lists"


def test_a_packet_without_a_table_says_which_packet(make_xlsx: Callable[..., bytes]) -> None:
    book = Workbook(make_xlsx([("Kính gửi", "abc")]), "x.xlsx", LIMITS)
    for mark, code in ((None, "workbook_no_list"), (OwnMark("X"), "workbook_packet_lost")):
        with pytest.raises(DeskError) as caught:
            find_table(book, Request("x.xlsx"), mark)
        assert caught.value.code == code
