"""What an import lists of packets and their answers, and which option decides."""

from __future__ import annotations

import shutil

import pytest

TASK, OTHER = "Tập huấn kỹ năng số", "Phủ sóng các thôn, bản"


@pytest.fixture
def sent(ready, tmp_path):
    """A packet of two tasks for the department."""
    for number, title in enumerate((TASK, OTHER), 1):
        ready("add", f"title={title}", f"stt={number}", "deadline_text=Tháng 6/2025")
    assert ready("export", tmp_path / "giao.xlsx", "--to", "01.SYT").code == 0
    return tmp_path / "giao.xlsx"


def test_each_difference_names_row_field_value_office_and_packet(ready, sent, fill_in):
    back = fill_in(sent, "tra-ve.xlsx", {(TASK, "Thời hạn"): "Tháng 9/2025", (OTHER, "Kết quả thực hiện"): "xong"})
    done = ready("import", back, "--json")
    (result,) = done.json
    assert (done.code, result["office"], result["requests"], result["changed"]) == (0, "01.SYT", 1, 1)
    (item,) = result["differing"]
    packet = ready("packets", "--json").json["sent"][0]["id"]
    assert (item["field"], item["new"], item["office"], item["packet"], item["state"]) == (
        "deadline_text", "Tháng 9/2025", "01.SYT", packet, "request",
    )  # fmt: skip
    assert ready("requests", "--json").json[0]["edit"] == item["edit"]
    again = ready("import", shutil.copyfile(back, back.with_name("lai.xlsx")))
    assert again.code == 0
    assert "Tệp này đã nhập ngày 24/09/2025 (lần nhập số 1); không có gì mới." in again.out


def test_a_second_answer_stands_beside_the_first_until_it_replaces_it(ready, sent, fill_in):
    cell = (TASK, "Kết quả thực hiện")
    ready("import", fill_in(sent, "tra-ve-1.xlsx", {cell: "một"}))
    second = fill_in(sent, "tra-ve-2.xlsx", {cell: "hai"})
    preview = ready("import", second, "--dry-run", "--json").json[0]
    assert [(one["state"], one["value"], one["earlier"]) for one in preview["returned"]] == [
        ("sibling", "hai", ["một"])
    ]
    told = ready("import", second, "--dry-run").out
    assert "tra-ve-1.xlsx (24/09/2025)" in told
    assert "--replaces-earlier" in told
    done = ready("import", second, "--replaces-earlier", "--json")
    assert (done.code, done.json[0]["conflicts"]) == (0, 0)
    assert ready("conflicts", "--json").json == []


def test_missing_rows_stay_and_are_told(ready, sent, fill_in):
    import openpyxl

    book = openpyxl.load_workbook(sent)
    page = book.worksheets[0]
    (line,) = [cell.row for row in page.iter_rows() for cell in row if cell.value == OTHER]
    page.delete_rows(line)
    back = sent.with_name("tra-ve.xlsx")
    book.save(back)
    (result,) = ready("import", back, "--json").json
    assert [row["title"] for row in result["missing"]] == [OTHER]
    assert "1 nhiệm vụ không có trong tệp; vẫn giữ trong sổ." in result["notes"]
    assert len(ready("tasks", "--json").json) == 2


def test_a_stripped_file_is_for_review_until_somebody_says_what_it_answers(ready, sent, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in (("TT", "Tên nhiệm vụ", "Thời hạn", "Kết quả thực hiện"), (1, TASK, "Tháng 6/2025", "Đã mở 3 lớp")):
        book.active.append(row)
    bare = tmp_path / "bang-rieng.xlsx"
    book.save(bare)
    first = ready("import", bare, "--from", "01.SYT", "--json")
    assert first.code == 1
    assert first.json[0]["review"] > 0
    assert first.json[0]["import_id"] is None
    assert "--packet" in ready("import", bare, "--from", "01.SYT").out
    packet = ready("packets", "--json").json["sent"][0]["id"]
    done = ready("import", bare, "--packet", packet, "--json")
    assert (done.code, done.json[0]["packet"], done.json[0]["changed"]) == (0, packet, 1)
    refused = ready("import", bare, "--packet", "KHONGCO")
    assert (refused.code, refused.err.count("\n")) == (2, 1)


def test_undoing_an_import_tells_what_stays_and_who_has_it(ready, sent, fill_in, tmp_path):
    back = fill_in(sent, "tra-ve.xlsx", {(TASK, "Kết quả thực hiện"): "xong"})
    (result,) = ready("import", back, "--json").json
    row = next(task["id"] for task in ready("tasks", "--json").json if task["title"] == TASK)
    ready("set", row, "leader=Phó Chủ tịch")
    ready("export", tmp_path / "gui-tiep.xlsx", "--to", "TW.BKHCN")
    done = ready("undo", result["import_id"])
    assert done.code == 0
    assert f"giữ lại, đã sửa sau lần nhập: {row} 1 {TASK}" in done.out
    assert "(TW.BKHCN)" in done.out
    assert ready("undo", result["import_id"]).code == 2
    assert ready("redo").code == 0
