"""The verbs, as scripts rely on them: exit codes, JSON, and one sentence for each refusal."""

from __future__ import annotations

import pytest

INIT = ("init", "--office", "01")


def test_init_makes_a_register_once(run, db):
    made = run(*INIT)
    assert (made.code, made.err) == (0, "")
    assert "Thành phố Hà Nội" in made.out
    again = run(*INIT)
    assert again.code == 2
    assert again.err.count("\n") == 1
    assert run("tasks", "--json").json == []


def test_init_with_samples(run):
    assert run(*INIT, "--samples").code == 0
    tasks = run("tasks", "--json").json
    assert len(tasks) == 115
    assert all(task["sample"] for task in tasks)


@pytest.mark.parametrize("verb", [("tasks",), ("import", "x.xlsx"), ("check",), ("undo",), ("export", "x.xlsx")])
def test_every_verb_before_init_is_refused_and_makes_nothing(run, db, verb):
    refused = run(*verb)
    assert (refused.code, refused.out) == (2, "")
    assert "init" in refused.err
    assert not db.exists()


def test_import_says_what_it_did_and_what_it_could_not_read(ready, annex):
    done = ready("import", annex, "--json")
    assert done.code == 1
    (result,) = done.json
    assert {key: result[key] for key in ("sheet", "rows", "added", "changed", "unchanged", "requests", "conflicts")} == {
        "sheet": "Phụ lục", "rows": 3, "added": 3, "changed": 0, "unchanged": 0, "requests": 0, "conflicts": 0,
    }  # fmt: skip
    assert isinstance(result["import_id"], int)
    (bad,) = result["quarantined"]
    assert (bad["sheet"], bad["cell"], bad["field"], bad["raw"]) == ("Phụ lục", "F3", "percent", "rất nhiều")
    assert bad["reason"] == "không đọc được số phần trăm"
    again = ready("import", annex, "--json")
    assert (again.json[0]["unchanged"], again.json[0]["import_id"]) == (3, None)


def test_from_must_name_one_office(ready, annex):
    refused = ready("import", annex, "--from", "TW")
    assert (refused.code, refused.out.strip()) == (2, f"{annex}: từ chối")
    assert refused.err.strip() == (
        "“TW” chỉ là phần đầu của mã các cơ quan Trung ương, chưa phải một cơ quan. Sổ không thay đổi. "
        "Ghi đủ mã, ví dụ TW.BKHCN."
    )


def test_a_dry_run_writes_nothing(ready, annex):
    assert ready("import", annex, "--dry-run", "--json").json[0]["added"] == 3
    assert ready("tasks", "--json").json == []


def test_several_files_are_several_transactions(ready, annex, tmp_path):
    (tmp_path / "hong.xlsx").write_bytes(b"khong phai bang tinh")
    done = ready("import", tmp_path / "hong.xlsx", annex, "--json")
    assert done.code == 1
    assert "hong.xlsx" in done.json[0]["refused"]
    assert done.json[1]["added"] == 3
    refused = ready("import", tmp_path / "hong.xlsx", tmp_path / "khong-co.xlsx")
    assert refused.code == 2
    assert len(refused.err.strip().splitlines()) == 2


def test_a_column_can_be_named_by_hand(ready, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in (("TT", "Tên nhiệm vụ", "Ai lo", "Bao giờ"), (1, "Ban hành quy chế", "Sở Tư pháp", "6/2025")):
        book.active.append(row)
    book.save(tmp_path / "la.xlsx")
    done = ready("import", tmp_path / "la.xlsx", "--map", "Ai lo=lead", "--map", "Bao giờ=deadline_text", "--json")
    assert done.code == 0
    (task,) = ready("tasks", "--json").json
    assert (task["lead"], task["deadline"]["due"]) == ("Sở Tư pháp", "2025-06-30")
    wrong = ready("import", tmp_path / "la.xlsx", "--map", "Không có=lead")
    assert wrong.code == 2
    assert "Không có" in wrong.err


def test_tasks_are_objects_keyed_by_the_field_codes(ready, annex):
    ready("import", annex)
    first, second, third = ready("tasks", "--json").json
    assert first["stt"] == "1"
    assert first["title"] == "Ban hành quy chế dữ liệu dùng chung"
    assert first["deadline"] | {} == {
        "text": "6/2025", "due": "2025-06-30", "precision": "month", "kind": "hoan_thanh", "operator": "",
        "start": None, "doubts": [],
    }  # fmt: skip
    assert (first["progress"], first["timeliness"], first["percent"]) == ("chua_thuc_hien", "qua_han", None)
    assert second["timeliness"] == "sap_den_han"
    assert (third["deadline"]["due"], third["timeliness"]) == (None, "khong_han")


def test_as_of_judges_the_present_rows_against_another_date(ready, annex):
    ready("import", annex)
    assert len(ready("tasks", "--where", "timeliness:qua_han", "--json").json) == 1
    assert len(ready("tasks", "--where", "timeliness:qua_han", "--as-of", "2025-10-01", "--json").json) == 2
    assert ready("tasks", "--where", "timeliness:qua_han", "--as-of", "2025-06-30", "--json").json == []
    assert ready("tasks", "--as-of", "30/06/2025").code == 2


def test_where_finds_by_words_fields_and_dates(ready, annex):
    ready("import", annex)
    for where, expected in (
        ("quy che", ["1"]),
        ('lead:"sở tư"', ["1"]),
        ("due:<2025-08-31", ["1"]),
        ("progress:xong", ["3"]),
    ):
        assert [task["stt"] for task in ready("tasks", "--where", where, "--json").json] == expected, where
    unknown = ready("tasks", "--where", "mau:do")
    assert unknown.code == 2
    assert "mau" in unknown.err


def test_add_set_history_delete_undo_redo(ready):
    added = ready("add", "title=Một việc", "deadline_text=Quý IV/2025")
    row = added.out.strip()
    assert (added.code, len(row)) == (0, 18)
    assert ready("set", row[:6], "percent=65%", "lead=Sở Y tế").code == 0
    (task,) = ready("tasks", "--json").json
    assert (task["percent"], task["lead"]) == (65, "Sở Y tế")
    history = ready("history", row, "--json").json
    assert [(line["field"], line["new"]) for line in history if line["field"] == "percent"] == [("percent", "65")]
    edit = history[-1]["edit"]
    assert ready("undo", edit[:10]).code == 0
    assert ready("tasks", "--json").json[0]["percent"] is None
    assert ready("delete", row).code == 0
    assert ready("tasks", "--json").json == []
    assert ready("undo").code == 0
    assert ready("redo").code == 0
    assert ready("undo").code == 0
    assert len(ready("tasks", "--json").json) == 1
    assert ready("undo").code == 0
    nothing = ready("undo")
    assert nothing.code == 2
    assert nothing.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "lead=Sở Y tế"),
        ("add", "mau=đỏ"),
        ("add", "title"),
        ("add", "title=một", "title=hai"),
        ("set", "KHONGCO", "note=một"),
        ("undo", "999"),
        ("history", "KHONGCO"),
        ("print", "x.pdf", "--kind", "task", "--where", "khongcogi"),
        ("export", "."),
        ("print", "."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_2(ready, arguments):
    refused = ready(*arguments)
    assert (refused.code, refused.out) == (2, "")
    assert len(refused.err.strip().splitlines()) == 1


def test_a_request_is_said_to_be_one(ready, annex):
    ready("import", annex, "--from", "TW.BKHCN")
    row = ready("tasks", "--json").json[0]["id"]
    asked = ready("set", row, "deadline_text=9/2025")
    assert asked.code == 0
    assert "đề nghị" in asked.out
    assert "Đã ghi nhiệm vụ" not in asked.out
    assert ready("tasks", "--json").json[0]["requests"] == ["deadline_text"]
    assert ready("tasks", "--where", "has:request").out.splitlines()[0].endswith("[đề nghị: Thời hạn]")
    again = ready("set", row, "deadline_text=9/2025")
    assert (again.code, again.out.count("\n")) == (0, 1)
    assert "trước đó" in again.out
    both = ready("set", row, "lead=Sở Y tế", "note=đôn đốc")
    assert both.out.splitlines() == [
        f"Đã ghi nhiệm vụ {row}: Ghi chú.",
        "Cơ quan khác giữ các mục: Cơ quan chủ trì. Chưa đổi; đã ghi thành đề nghị, chờ trả lời.",
    ]
    assert "không đổi" in ready("set", row, "note=đôn đốc").out
    assert "đề nghị xoá" in ready("delete", row).out
    assert "trước đó" in ready("delete", row).out


def test_from_an_office_that_did_not_bring_the_rows_in_is_said_to_change_nothing(ready, annex):
    (first,) = ready("import", annex, "--json").json
    assert (first["kept_assigner"], first["notes"]) == (0, [])
    (again,) = ready("import", annex, "--from", "TW.BKHCN", "--json").json
    assert (again["unchanged"], again["import_id"], again["kept_assigner"]) == (3, None, 3)
    assert again["notes"][0].startswith("3 nhiệm vụ đã có trong sổ do 01 giao: --from TW.BKHCN không đổi")
    assert again["notes"][0] in ready("import", annex, "--from", "TW.BKHCN").out
    assert ready("undo", first["import_id"]).code == 0
    (moved,) = ready("import", annex, "--from", "TW.BKHCN", "--json").json
    assert (moved["added"], moved["kept_assigner"]) == (3, 0)
    row = ready("tasks", "--json").json[0]["id"]
    assert "đề nghị" in ready("set", row, "title=Tên khác").out
    (told,) = ready("import", annex, "--from", "TW.BKHCN", "--json").json[0]["notes"]
    assert told == "Tệp này đã nhập ngày 24/09/2025 (lần nhập số 2); không có gì mới."


def test_export_print_and_check(ready, annex, tmp_path):
    ready("import", annex)
    assert ready("export", tmp_path / "gui.xlsx").code == 0
    back = ready("import", tmp_path / "gui.xlsx", "--json")
    assert (back.code, back.json[0]["unchanged"]) == (0, 3)
    assert ready("print", tmp_path / "ds.pdf").code == 0
    assert (tmp_path / "ds.pdf").read_bytes().startswith(b"%PDF")
    checked = ready("check", "--json")
    assert checked.code == 0
    assert checked.json["sound"] is True


def test_check_that_finds_damage_exits_2(ready, db, annex):
    import sqlite3

    ready("import", annex)
    with sqlite3.connect(db) as by_hand:
        by_hand.execute("UPDATE task SET title = 'khác'")
    found = ready("check")
    assert found.code == 2
    assert "không khớp nhật ký" in found.err


def test_english_when_asked_for(ready, monkeypatch):
    monkeypatch.setenv("R57DESK_LANG", "en")
    refused = ready("add", "lead=Sở Y tế")
    assert refused.err.startswith("A task needs a title.")


def test_every_difference_is_listed(ready, annex, tmp_path):
    import openpyxl

    ready("import", annex)
    row = ready("tasks", "--json").json[0]["id"]
    ready("set", row, "progress=trinh_duyet")
    book = openpyxl.load_workbook(annex)
    book.active["E2"] = "Hoàn thành"
    book.save(tmp_path / "tra-ve.xlsx")
    preview = ready("import", tmp_path / "tra-ve.xlsx", "--dry-run", "--json")
    (item,) = preview.json[0]["differing"]
    assert (item["row"], item["cell"], item["field"], item["state"]) == (row, "E2", "progress", "conflict")
    assert (item["old"], item["new"]) == ("trinh_duyet", "hoan_thanh")
    done = ready("import", tmp_path / "tra-ve.xlsx")
    assert done.code == 1
    assert "Phụ lục!E2" in done.out
    assert "khác nhau, giữ cả hai" in done.out
    lines = ready("tasks").out.splitlines()
    assert lines[0].endswith("[khác nhau: Tiến độ]")
    assert "[" not in lines[1]
    assert [task["id"] for task in ready("tasks", "--where", 'có:"khác nhau"', "--json").json] == [row]
    told = [line for line in ready("history", row).out.splitlines() if "Tiến độ:" in line]
    assert sum("(khác nhau, giữ cả hai)" in line for line in told) == 2
    assert [line["in_conflict"] for line in ready("history", row, "--json").json][-2:] == [True, True]
    assert ready("set", row, "progress=hoan_thanh").code == 0
    assert "khác nhau" not in ready("tasks").out + ready("history", row).out


def test_a_register_of_no_bytes_is_damaged_and_left_alone(ready, db, annex):
    ready("import", annex)
    db.write_bytes(b"")
    for verb in (("tasks",), ("add", "title=Việc"), ("check",)):
        refused = ready(*verb)
        assert refused.code == 2
        assert "bị hỏng" in refused.err
    assert db.read_bytes() == b""


def test_a_column_named_once_is_remembered_by_its_header(ready, tmp_path):
    import openpyxl

    def book(name, who, note):
        made = openpyxl.Workbook()
        for row in (
            ("Số", "Đầu việc cần làm", "Ai lo", "Bao giờ", "Thêm"),
            (1, "Ban hành quy chế", who, "6/2025", note),
        ):
            made.active.append(row)
        made.save(tmp_path / name)
        return tmp_path / name

    said = (
        "--map",
        "Đầu việc cần làm=title",
        "--map",
        "Ai lo=lead",
        "--map",
        "Bao giờ=deadline_text",
        "--map",
        "Thêm=note",
    )
    first = book("mot.xlsx", "Sở Tư pháp", "a")
    assert ready("import", first).code == 2
    ready("import", first, *said, "--dry-run")
    assert ready("import", first).code == 2
    assert ready("import", first, *said).code == 0
    again = ready("import", book("hai.xlsx", "Sở Tài chính", "b"))
    assert again.code == 0
    assert "Ghép cột như lần trước: “Đầu việc cần làm”: Nhiệm vụ; “Ai lo”: Cơ quan chủ trì; " in again.out
    (task,) = ready("tasks", "--json").json
    assert (task["lead"], task["note"]) == ("Sở Tài chính", "b")
    (result,) = ready("import", book("ba.xlsx", "Sở Nội vụ", "c"), "--json").json
    assert (result["remembered"], result["mapping"]["Ai lo"]) == (True, "lead")
    assert ready("import", book("bon.xlsx", "Sở Nội vụ", "d"), "--forget-map").code == 2
    assert ready("import", first, *said, "--forget-map").code == 2
    fewer = (*said[:-1], "Thêm=")
    (result,) = ready("import", book("nam.xlsx", "Sở Y tế", "e"), *fewer, "--json").json
    assert (result["remembered"], result["mapping"]["Thêm"]) == (False, "")
    (result,) = ready("import", book("sau.xlsx", "Sở Y tế", "f"), "--json").json
    assert (result["remembered"], result["mapping"]["Thêm"]) == (True, "")
    assert ready("tasks", "--json").json[0]["note"] == "c"


def test_a_remembered_column_can_be_forgotten(ready, tmp_path):
    import openpyxl

    made = openpyxl.Workbook()
    for row in (("TT", "Tên nhiệm vụ", "Thời hạn", "Thêm"), (1, "Ban hành quy chế", "6/2025", "a")):
        made.active.append(row)
    made.save(tmp_path / "mot.xlsx")
    ready("import", tmp_path / "mot.xlsx", "--map", "Thêm=note")
    assert ready("import", tmp_path / "mot.xlsx", "--json").json[0]["remembered"]
    ready("import", tmp_path / "mot.xlsx", "--forget-map")
    (result,) = ready("import", tmp_path / "mot.xlsx", "--json").json
    assert (result["remembered"], result["mapping"]) == (False, {})
