"""Differences and requests from the command line: listed, decided, flipped, refused in one sentence."""

from __future__ import annotations

import pytest

TASK = "Tập huấn kỹ năng số"


@pytest.fixture
def row(ready):
    return ready("add", f"title={TASK}", "stt=5", "deadline_text=Tháng 6/2025", "result_now=Đang làm").out.strip()


@pytest.fixture
def differing(ready, department, row, tmp_path, fill_in):
    """Both wrote the result: the department in its register, and its officer in the workbook."""
    sent = tmp_path / "giao.xlsx"
    assert ready("export", sent, "--to", "01.SYT").code == 0
    assert department("import", sent).code == 0
    department("set", row, "result_now=Đã mở 3 lớp")
    back = fill_in(sent, "tra-ve.xlsx", {(TASK, "Kết quả thực hiện"): "Đã mở 5 lớp"})
    done = department("import", back, "--json")
    assert (done.code, done.json[0]["conflicts"]) == (1, 1)
    return f"{row}.result_now"


@pytest.fixture
def asked(ready, department, row, tmp_path):
    """The department asks for a later deadline."""
    ready("export", tmp_path / "giao.xlsx", "--to", "01.SYT")
    department("import", tmp_path / "giao.xlsx")
    department("set", row, "deadline_text=Tháng 9/2025")
    assert department("export", tmp_path / "tra-loi.xlsx", "--to", "01").code == 0
    done = ready("import", tmp_path / "tra-loi.xlsx", "--json")
    assert (done.code, done.json[0]["requests"]) == (0, 1)
    return row


def test_nothing_waits(ready):
    assert ready("conflicts").out.strip() == "Không có chỗ nào khác nhau."
    assert (ready("conflicts", "--json").json, ready("requests", "--json").json) == ([], [])
    assert ready("requests").out.strip() == "0 đề nghị."


def test_conflicts_name_each_side(department, differing):
    (one,) = department("conflicts", "--json").json
    assert (one["id"], one["field"], one["base"], one["may_decide"]) == (differing, "result_now", "Đang làm", True)
    sides = {side["value"]: side for side in one["sides"]}
    assert set(sides) == {"Đã mở 3 lớp", "Đã mở 5 lớp"}
    assert [side["office"] for side in sides.values()] == ["01.SYT", "01.SYT"]
    returned = sides["Đã mở 5 lớp"]
    assert returned["source"].startswith("tra-ve.xlsx · Nhiệm vụ!")
    assert len(returned["packet"]) == 18
    assert sides["Đã mở 3 lớp"]["packet"] == ""
    told = department("conflicts")
    assert told.code == 0
    assert f"{differing}  5 {TASK} · Kết quả thực hiện" in told.out
    assert "gốc: “Đang làm”" in told.out
    assert told.out.count("Sở Y tế: “Đã mở") == 2


def test_a_difference_is_decided_flipped_and_undone(department, differing, row):
    assert "Đã mở 8 lớp" in department("resolve", differing, "--value", "Đã mở 8 lớp").out
    assert department("conflicts", "--json").json == []
    (decided,) = department("conflicts", "--decided", "--json").json
    assert (decided["id"], len(decided["sides"])) == (differing, 3)
    assert department("resolve", row[:8], "--value", "").code == 0
    (task,) = department("tasks", "--json").json
    assert (task["result_now"], task["conflicts"]) == ("", [])
    for _ in range(2):
        assert department("undo").code == 0
    assert len(department("conflicts", "--json").json) == 1


def test_mine_and_theirs_are_sides_of_offices(ready, department, row, tmp_path, fill_in):
    sent = tmp_path / "giao.xlsx"
    ready("export", sent, "--to", "01.SYT")
    department("import", sent)
    ready("delete", row)
    department("set", row, "result_now=Đã mở 3 lớp")
    department("export", tmp_path / "tra-loi.xlsx", "--to", "01")
    assert ready("import", tmp_path / "tra-loi.xlsx").code == 1
    (one,) = ready("conflicts", "--json").json
    assert (one["id"], [side["mine"] for side in one["sides"]]) == (f"{row}.#exists", [False, True])
    refused = ready("resolve", row, "--value", "giữ")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "giữ nhiệm vụ" in ready("resolve", row, "--keep", "theirs").out
    assert len(ready("tasks", "--json").json) == 1
    assert "xoá nhiệm vụ" in ready("resolve", row, "--keep", "mine").out
    assert ready("tasks", "--json").json == []
    assert "giữ nhiệm vụ" in ready("resolve", row, "--keep", "01.syt").out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((), "--keep"),
        (("--keep", "mine", "--value", "x"), "--value"),
        (("--keep", "theirs"), "--value"),
        (("--keep", "TW.BKHCN"), "--value"),
        (("--keep", "mine"), "--value"),
    ],
)
def test_what_does_not_decide_is_refused_and_names_what_would(department, differing, arguments, named):
    refused = department("resolve", differing, *arguments)
    assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
    assert named in refused.err
    if arguments == ("--keep", "mine"):
        assert "“Đã mở 3 lớp”" in refused.err
    assert len(department("conflicts", "--json").json) == 1


def test_a_request_is_listed_on_both_sides_and_granted(ready, department, asked, tmp_path):
    (one,) = ready("requests", "--json").json
    assert (one["row"], one["field"], one["value"], one["now"]) == (
        asked, "deadline_text", "Tháng 9/2025", "Tháng 6/2025",
    )  # fmt: skip
    assert (one["office"], one["office_name"], one["mine"], one["may_decide"]) == ("01.SYT", "Sở Y tế", False, True)
    assert one["source"] == "tra-loi.xlsx · gói số 01"
    assert "[chờ cơ quan mình trả lời]" in ready("requests").out
    assert "[cơ quan mình đề nghị]" in department("requests").out
    refused = department("accept", one["id"])
    assert (refused.code, "Thời hạn do Thành phố Hà Nội quyết định" in refused.err) == (2, True)
    assert ready("accept", one["id"][:10]).out.strip() == "Đã chấp thuận đề nghị (Chấp thuận đề nghị: 5)."
    assert ready("tasks", "--json").json[0]["deadline"]["text"] == "Tháng 9/2025"
    assert ready("requests", "--answered", "--json").json[0]["outcome"] == "accepted"


def test_a_refusal_needs_a_reason_which_travels(ready, department, asked, tmp_path):
    id = ready("requests", "--json").json[0]["id"]
    refused = ready("refuse", id)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "--reason" in refused.err
    assert ready("refuse", id, "--reason", "Chính phủ giao").code == 0
    assert ready("accept", id).code == 2
    ready("export", tmp_path / "giao-2.xlsx", "--to", "01.SYT")
    assert department("import", tmp_path / "giao-2.xlsx").code == 0
    assert department("requests", "--json").json == []
    (done,) = department("requests", "--answered", "--json").json
    assert (done["outcome"], done["reason"], done["mine"]) == ("refused", "Chính phủ giao", True)
    assert "[không chấp thuận: Chính phủ giao]" in department("requests", "--answered").out
