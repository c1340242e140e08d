"""Reading whole files: the annex as its ministry typed it, and everything offices sent back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.text import one_line
from r57desk.errors import DeskError
from r57desk.workbook.reader import read_workbook
from r57desk.workbook.reading import Reading

ANNEX = ["nq03-phu-luc-2.xlsx", "nq03-phu-luc-2-libreoffice.xlsx", "nq03-phu-luc-2.ods", "nq03-phu-luc-2.xls"]
RETURNED = [f"nq03-phu-luc-2-tra-ve-{number}.xlsx" for number in (1, 2, 3)]
FORMS = {
    "forms/mau-a-phu-luc-tien-do.xlsx": "forms-mau-a.json",
    "forms/mau-b-theo-thang.xlsx": "forms-mau-b.json",
    "forms/mau-c-muc-tieu.xlsx": "forms-mau-c.json",
}
FIELD_OF = {"status": "progress", "deadline": "deadline_text"}


def expected(workbooks: Path, name: str) -> dict[str, Any]:
    return dict(json.loads((workbooks / "expected" / name).read_text(encoding="utf-8")))


def compare(reading: Reading, oracle: dict[str, Any]) -> None:
    """Every task of the oracle, field by field; nothing beside them."""
    found = {
        row.sheet_row: {code: value or "" for code, value in reading.values_of(row).items()} for row in reading.rows
    }
    groups = {group["key"]: one_line(group["title"]) for group in oracle["groups"]}
    changed = {(change["row"], change["field"]): change for change in oracle.get("changes", [])}
    for task in [*oracle["tasks"], *oracle.get("added", [])]:
        values, row = found.pop(task["row"]), task["row"]
        assert values.get("stt", "") == (task["stt"] or "")
        for code in ("title", "lead", "coop", "deliverable"):
            wanted = changed.get((row, code), {}).get("value", task.get(code))
            assert one_line(values.get(code, "")) == one_line(wanted or ""), (row, code)
        assert values.get("group_no", "") == (task["group"] or ""), row
        assert one_line(values.get("category", "")) == groups.get(task["group"], ""), row
        deadline = changed.get((row, "deadline"), {}).get("deadline", task["deadline"])
        reads_as = parse_deadline(values.get("deadline_text", ""), reading.document.year)
        due = reads_as.due.isoformat() if reads_as.due else None
        assert (reads_as.precision, due) == (deadline["precision"], deadline["due"]), row
    assert not found
    assert (reading.sheet, reading.header_row) == (oracle["sheet"], oracle["header_row"])
    for change in changed.values():
        compare_change(reading, change)


def compare_change(reading: Reading, change: dict[str, Any]) -> None:
    """One cell an office filled in; a word of timeliness is set aside with its cell."""
    code = FIELD_OF.get(change["field"], change["field"])
    row = next(row for row in reading.rows if row.sheet_row == change["row"])
    value = reading.values_of(row).get(code) or ""
    if change.get("meaning") == "qua_han":
        cell = reading.cell_of(row, code)
        assert [(item.cell, item.raw) for item in reading.quarantined if item.cell == cell] == [
            (cell, change["cell"]["value"])
        ]
        assert value == ""
    elif change["field"] == "status":
        assert value == change["meaning"]
    elif change["field"] == "percent":
        assert float(value) == change["value"]
    elif change["field"] != "deadline":
        assert one_line(value) == one_line(str(change["value"]))


@pytest.mark.parametrize("name", ANNEX)
def test_the_annex_is_read_as_a_careful_person_reads_it(workbooks: Path, name: str) -> None:
    reading = read_workbook(workbooks / name)
    oracle = expected(workbooks, "nq03-phu-luc-2.json")
    assert len(reading.rows) == oracle["task_count"] == 140
    compare(reading, oracle)
    assert not reading.quarantined
    assert (reading.document.number, reading.document.year) == ("03/NQ-CP", 2025)
    assert {(column.header, column.why) for column in reading.unread} == {
        ("Nhóm", "group_numbers"),
        ("Hạn (cuối kỳ)", "second"),
    }
    assert {item.why for item in reading.skipped} == {"group", "signature"}


@pytest.mark.parametrize("name", RETURNED)
def test_what_offices_sent_back_is_read_too(workbooks: Path, name: str) -> None:
    compare(read_workbook(workbooks / name), expected(workbooks, name.replace(".xlsx", ".json")))


@pytest.mark.parametrize("name", FORMS)
def test_blank_forms_are_read(workbooks: Path, name: str) -> None:
    reading = read_workbook(workbooks / name)
    compare(reading, expected(workbooks, FORMS[name]))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("nq03-phu-luc-1.xlsx", "workbook_indicators"),
        ("README.md", "workbook_not_one"),
    ],
)
def test_what_is_no_task_list_is_said_plainly(workbooks: Path, name: str, code: str) -> None:
    with pytest.raises(DeskError) as caught:
        read_workbook(workbooks / name)
    assert caught.value.code == code
    assert name in caught.value.sentence("vi")


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_annexes_in_old_fonts_are_read_as_unicode(workbooks: Path, encoding: str) -> None:
    reading = read_workbook(workbooks / f"nq03-phu-luc-2-{encoding}.xlsx")
    compare(reading, expected(workbooks, f"nq03-phu-luc-2-{encoding}.json"))
    ((said, _, cells, *_),) = reading.legacy
    assert (said, cells) == (encoding, 186)
    as_it_stands = read_workbook(workbooks / f"nq03-phu-luc-2-{encoding}.xlsx", decode_legacy=False)
    assert not as_it_stands.decoded
    assert as_it_stands.values_of(as_it_stands.rows[0])["title"] != reading.values_of(reading.rows[0])["title"]


def test_encrypted_files_say_password(fixtures: Path) -> None:
    import csv

    with (fixtures / "corpora" / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        locked = [
            row["file"]
            for row in csv.DictReader(manifest)
            if row["encrypted"] and "Password" in row["opens_calamine"]
        ]
    assert len(locked) > 5
    for name in locked[::3]:
        with pytest.raises(DeskError) as caught:
            read_workbook(fixtures / "corpora" / name)
        assert caught.value.code == "workbook_password", name


def test_the_reading_knows_where_it_came_from(tmp_path: Path, make_xlsx: Callable[..., bytes]) -> None:
    path = tmp_path / "một.xlsx"
    path.write_bytes(make_xlsx([("TT", "Nhiệm vụ", "Hạn"), (1, "Một", "2025")]))
    reading = read_workbook(path)
    assert (reading.path, reading.file) == (str(path), "một.xlsx")
    assert [reading.values_of(row) for row in reading.rows] == [{"stt": "1", "title": "Một", "deadline_text": "2025"}]


def test_the_seed_lists_are_read_through_the_same_door(project_root: Path) -> None:
    for name, kind, least in (
        ("units.csv", "office", 3355),
        ("central-bodies.csv", "office", 20),
        ("documents.csv", "document", 5),
        ("public-days.csv", "public_day", 40),
        ("tasks.csv", "task", 115),
    ):
        reading = read_workbook(project_root / "seeds" / name, kind=kind)
        assert len(reading.rows) >= least, name
        assert not reading.quarantined, name
        assert not reading.unread, name
