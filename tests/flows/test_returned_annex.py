"""The annex as three offices sent it back, without any data of ours in it, compared with the import it answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from r57desk.domain.status import DEFAULT_PROGRESS
from r57desk.services.desk import Desk
from r57desk.services.import_plan import ImportPlan

ANNEX = "nq03-phu-luc-2"
_OURS = {"status": "progress", "deadline": "deadline_text"}


@pytest.fixture
def imported(desk: Desk, workbooks: Path) -> Desk:
    desk.imports.apply(desk.imports.plan(desk.imports.read(workbooks / f"{ANNEX}.xlsx")))
    return desk


def changed_cells(desk: Desk, plan: ImportPlan) -> set[tuple[str, str]]:
    return {(desk.tasks.get(row.row_id).stt, cell.field) for row in plan.rows for cell in row.cells}


@pytest.mark.parametrize("number", [1, 2, 3])
def test_exactly_what_an_office_changed_is_found(imported: Desk, workbooks: Path, number: int) -> None:
    expected = json.loads((workbooks / "expected" / f"{ANNEX}-tra-ve-{number}.json").read_text(encoding="utf-8"))
    plan = imported.imports.plan(imported.imports.read(workbooks / f"{ANNEX}-tra-ve-{number}.xlsx"), base_import=1)
    rows = {line.sheet_row: line for line in plan.reading.rows}
    refused = {remark.cell for remark in plan.quarantined}
    wanted = set()
    for change in expected["changes"]:
        code, line = _OURS.get(change["field"], change["field"]), rows[change["row"]]
        says_nothing = change.get("meaning") == DEFAULT_PROGRESS  # what a task is shown as that nobody reported on
        if plan.reading.cell_of(line, code) not in refused and not says_nothing:
            wanted.add((change["key"], code))
    assert changed_cells(imported, plan) == wanted
    assert [row.line.sheet_row for row in plan.rows if row.kind == "new"] == [one["row"] for one in expected["added"]]
    assert [row.stt for row in plan.missing] == [one["key"] for one in expected["deleted"]]
    assert {remark.code for remark in plan.quarantined} <= {"timeliness_typed"}
    before = len(imported.tasks.find())
    imported.imports.apply(plan)
    assert len(imported.tasks.find()) == before + len(expected["added"]), "nothing is deleted"
