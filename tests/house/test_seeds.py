"""The seeds are clean, complete, and read as they are meant."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.fields import KINDS, Field, FieldType
from r57desk.domain.office import parse_code
from r57desk.domain.text import fold, normalize
from r57desk.domain.values import parse_value

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
KIND_OF_FILE = {
    "units.csv": "office",
    "central-bodies.csv": "office",
    "public-days.csv": "public_day",
    "documents.csv": "document",
    "tasks.csv": "task",
}


def rows_of(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def field_of(kind: str, header: str) -> Field:
    names = {
        fold(name): field
        for field in KINDS[kind]
        for name in (field.code, field.label_vi, field.label_en, *field.aliases)
    }
    return names[fold(header)]


def test_every_seed_is_known() -> None:
    assert {path.name for path in SEEDS.glob("*.csv")} == set(KIND_OF_FILE)


@pytest.mark.parametrize("name", KIND_OF_FILE)
def test_plain_text_that_diffs_well(name: str) -> None:
    raw = (SEEDS / name).read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    for row in rows_of(name):
        for value in row.values():
            assert normalize(value) == value
            assert value[:1] not in ("=", "+", "-", "@")


@pytest.mark.parametrize(("name", "kind"), KIND_OF_FILE.items())
def test_every_header_names_a_field_and_every_value_is_read_without_doubt(name: str, kind: str) -> None:
    fields: dict[str, FieldType] = {header: field_of(kind, header).type for header in rows_of(name)[0]}
    for row in rows_of(name):
        for header, raw in row.items():
            parsed = parse_value(fields[header], raw)
            assert not parsed.problem, (row, header)
            assert not parsed.doubts, (row, header)


def test_the_administrative_frame_of_july_2025() -> None:
    units = rows_of("units.csv")
    assert Counter(row["type"] for row in units) == {
        "Tỉnh": 28, "Thành phố": 6, "Xã": 2621, "Phường": 687, "Đặc khu": 13,
    }  # fmt: skip
    codes = [row["code"] for row in units]
    assert len(set(codes)) == len(codes)
    assert all(parse_code(code) == code for code in codes)
    provinces = {row["code"] for row in units if row["level"] == "province"}
    assert {row["parent_code"] for row in units if row["level"] == "commune"} == provinces
    assert sum(len(row["predecessors"].split(";")) for row in units if row["predecessors"]) == 29


def test_central_bodies_have_codes_of_ours() -> None:
    codes = [row["code"] for row in rows_of("central-bodies.csv")]
    assert len(set(codes)) == len(codes) == 37
    assert all(code.startswith("TW.") and parse_code(code) == code for code in codes)


def test_two_documents_may_share_a_number_but_not_a_date() -> None:
    keys = [(row["number"], row["date"], row["issuer"]) for row in rows_of("documents.csv")]
    assert len(set(keys)) == len(keys) == 10
    assert Counter(number for number, _, _ in keys)["01-KH/BCĐTW"] == 2


def test_public_days_are_of_two_types_each_once() -> None:
    rows = rows_of("public-days.csv")
    assert {row["type"] for row in rows} == {"nghi", "lam_bu"}
    days = [date.fromisoformat(row["date"]) for row in rows]
    assert days == sorted(set(days))
    assert all(day.weekday() >= 5 for day, row in zip(days, rows, strict=True) if row["type"] == "lam_bu")


def test_sample_tasks_say_that_they_are_samples() -> None:
    rows = rows_of("tasks.csv")
    assert len(rows) == 115
    assert all(row["Ghi chú"] == "Dữ liệu mẫu" for row in rows)
    for header in ("Kết quả thực hiện", "Khó khăn, vướng mắc", "Đề xuất, kiến nghị"):
        assert all(row[header].startswith("[Ví dụ] ") for row in rows if row[header])
    assert len({(row["Văn bản giao việc"], row["TT"]) for row in rows}) == 115
    assert {row["Số nhóm"] for row in rows} == {"I", "II", "III", "IV", "V", "VI", "VII"}


def test_the_sample_board_is_not_empty() -> None:
    progress = Counter(row["Tiến độ"] for row in rows_of("tasks.csv"))
    assert {"Đang thực hiện", "Trình duyệt", "Hoàn thành", "Tạm dừng", "Huỷ", "Chưa thực hiện"} <= set(progress)
    assert 30 <= sum(progress.values()) - progress[""] <= 50


def test_sample_deadlines_are_all_read() -> None:
    read = Counter(parse_deadline(row["Thời hạn"]).precision for row in rows_of("tasks.csv"))
    assert "unknown" not in read
    assert {"day", "month", "quarter", "year", "open", "standing", "recurring", "event", "none"} == set(read)


def test_sample_deadlines_agree_with_the_list_they_come_from(fixtures: Path) -> None:
    with (fixtures / "data" / "nq57-tasks.csv").open(encoding="utf-8") as file:
        source = {row["task_id"]: row for row in csv.DictReader(file)}
    for row in rows_of("tasks.csv"):
        stated, read = source.pop(row["Mã nhiệm vụ"]), parse_deadline(row["Thời hạn"])
        if stated["deadline_kind"] == "start":
            assert (read.precision, read.kind) == ("open", "bat_dau")
            assert read.start == date.fromisoformat(stated["deadline_iso"])
        else:
            due = read.due.isoformat() if read.due else ""
            assert (read.precision, due) == (stated["precision"], stated["deadline_iso"])
        assert (row["Nhiệm vụ"], row["Cơ quan chủ trì"]) == (stated["title_vi"], stated["lead_vi"])
    assert not source
