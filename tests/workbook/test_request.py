"""A request asks for the tasks of the only list, unless it says otherwise."""

from __future__ import annotations

from r57desk.workbook.gate import LIMITS
from r57desk.workbook.request import Request


def test_a_request_asks_for_tasks() -> None:
    request = Request("tệp.xlsx")
    assert (request.kind, request.sheet, dict(request.mapping), request.limits) == ("task", None, {}, LIMITS)
