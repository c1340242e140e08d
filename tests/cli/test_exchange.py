"""Packets to and fro from the command line: sent, received, answered, acknowledged, taken back."""

from __future__ import annotations

import openpyxl
import pytest

TASK = "Tập huấn kỹ năng số"


@pytest.fixture
def sent(ready, tmp_path):
    """A packet of one task for the department; the answer of `export` and the file."""
    ready("add", f"title={TASK}", "stt=5", "deadline_text=Tháng 6/2025")
    return ready("export", tmp_path / "giao.xlsx", "--to", "01.SYT"), tmp_path / "giao.xlsx"


def test_a_packet_is_sent_received_and_answered(ready, department, sent, tmp_path):
    done, path = sent
    assert done.code == 0
    assert "gói số 01" in done.out
    (listed,) = ready("packets", "--json").json["sent"]
    assert (listed["partner"], listed["number"], listed["state"], listed["file_name"]) == (
        "01.SYT", 1, "waiting", "giao.xlsx",
    )  # fmt: skip
    assert (len(listed["hash"]), listed["size"], listed["rows"]) == (64, path.stat().st_size, 1)
    assert listed["id"] in done.out
    assert department("import", path).code == 0
    (received,) = department("packets", "--json").json["received"]
    assert (received["id"], received["partner"], received["state"]) == (listed["id"], "01", "complete")
    row = department("tasks", "--json").json[0]["id"]
    department("set", row, "percent=40")
    assert department("export", tmp_path / "tra-loi.xlsx", "--to", "01").code == 0
    (answered,) = ready("import", tmp_path / "tra-loi.xlsx", "--json").json
    assert [(one["row"], one["field"], one["new"], one["offices"]) for one in answered["carried"]] == [
        (row, "percent", "40", ["01.SYT"])
    ]
    assert ready("packets", "--json").json["sent"][0]["state"] == "acknowledged"
    told = ready("packets").out
    assert "01.SYT  Sở Y tế: gửi đến số 01, nhận đến số 01" in told
    assert "đã trả lời" in told


def test_a_lost_packet_is_named(ready, department, sent, tmp_path):
    _, path = sent
    department("import", path)
    for number in (1, 2, 3):
        department("export", tmp_path / f"{number}.xlsx", "--to", "01")
    ready("import", tmp_path / "1.xlsx")
    ready("import", tmp_path / "3.xlsx")
    assert ready("packets", "--json").json["partners"][0]["gaps"] == [2]
    assert "thiếu gói số 02" in ready("packets").out
    assert ready("packets", "--json").json["waiting"]["gaps"] == 1


def test_nothing_was_exchanged(ready):
    assert ready("packets").out.strip() == "Chưa gửi hay nhận gói nào."
    assert ready("packets", "--json").json == {
        "partners": [], "sent": [], "received": [],
        "waiting": {"requests": 0, "differences": 0, "gaps": 0, "unanswered": 0, "asked": 0},
    }  # fmt: skip


def test_a_receipt_closes_the_loop(ready, department, sent, tmp_path, fill_in):
    _, path = sent
    back = fill_in(path, "tra-ve.xlsx", {(TASK, "Kết quả thực hiện"): "xong", (TASK, "Thời hạn"): "Tháng 9/2025"})
    (imported,) = ready("import", back, "--json").json
    request = ready("requests", "--json").json[0]["id"]
    ready("refuse", request, "--reason", "Chính phủ giao")
    out = tmp_path / "bao-nhan.xlsx"
    done = ready("receipt", imported["import_id"], out)
    assert done.code == 0
    assert f"ra {out}: gói số 02 gửi" in done.out
    shown = [str(cell.value) for line in openpyxl.load_workbook(out).worksheets[0].iter_rows() for cell in line]
    assert "Chính phủ giao" in shown
    assert department("import", out).code == 0
    (received,) = department("packets", "--json").json["received"]
    assert received["kind"] == "receipt"
    assert department("requests", "--answered", "--json").json[0]["reason"] == "Chính phủ giao"


def test_the_error_list_of_an_import(ready, annex, tmp_path):
    (imported,) = ready("import", annex, "--json").json
    done = ready("errors", imported["import_id"], tmp_path / "loi.xlsx")
    assert done.code == 0
    assert "1 ô chưa nhận" in done.out
    shown = [
        str(cell.value)
        for line in openpyxl.load_workbook(tmp_path / "loi.xlsx").worksheets[0].iter_rows()
        for cell in line
    ]
    assert "rất nhiều" in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "x.xlsx", "--to", "01"),
        ("export", "x.xlsx", "--to", "TW"),
        ("receipt", "99", "x.xlsx"),
        ("receipt", "một", "x.xlsx"),
        ("errors", "99", "x.xlsx"),
        ("import", "x.xlsx", "--packet", "ABC", "--base", "1"),
        ("import", "x.xlsx", "--base", "một"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(ready, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    refused = ready(*arguments)
    assert (refused.code, refused.out, len(refused.err.strip().splitlines())) == (2, "", 1)
    assert not (tmp_path / "x.xlsx").exists()
