"""Headers name fields; what a header leaves open is decided by the columns around it and their content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from r57desk.workbook.columns import EXACT, LOOSE, WITHOUT_NOTE, Choices, choose_columns, header_key, match_header
from r57desk.workbook.grid import Value


def choose(
    headers: Sequence[str],
    cells: Mapping[str, Sequence[Value]] | None = None,
    mapping: Mapping[str, str] | None = None,
    own: Mapping[int, str] | None = None,
) -> Choices:
    samples = {headers.index(header): list(values) for header, values in (cells or {}).items()}
    stacks = {at: [header] for at, header in enumerate(headers)}
    return choose_columns("task", stacks, lambda column: samples.get(column, []), mapping, own)


def fields(choices: Choices) -> dict[str, str]:
    return {choice.header: choice.field for choice in choices.chosen}


@pytest.mark.parametrize(
    ("text", "strength", "field"),
    [
        ("Tên nhiệm vụ", EXACT, "title"),
        ("  TÊN  NHIỆM\nVỤ: ", EXACT, "title"),
        ("Ten nhiem vu", EXACT, "title"),
        ("Thời hạn hoàn thành", EXACT, "deadline_text"),
        ("Tiến độ (%)", EXACT, "percent"),
        ("%", EXACT, "percent"),
        ("Nhiệm vụ (rõ việc)", WITHOUT_NOTE, "title"),
        ("Hạn (rõ thời gian)", WITHOUT_NOTE, "deadline_text"),
        ("Cơ quan chủ trì theo dõi, đánh giá", LOOSE, "lead"),
    ],
)
def test_headers_are_compared_folded(text: str, strength: int, field: str) -> None:
    assert match_header("task", text) == (strength, (field,))


@pytest.mark.parametrize(
    "text", ["Chỉ tiêu", "Mục tiêu", "Tình trạng báo cáo", "Dự toán\n(triệu đồng)", "1", "x" * 500]
)
def test_other_headers_name_nothing(text: str) -> None:
    assert match_header("task", text) == (0, ())


def test_a_header_key_has_no_edges() -> None:
    assert header_key(" Đơn vị  chủ trì: ") == "don vi chu tri"


def test_result_is_the_product_beside_what_was_achieved() -> None:
    found = fields(choose(["Nhiệm vụ", "Kết quả", "Thời hạn", "Kết quả hiện nay"]))
    assert found["Kết quả"] == "deliverable"
    found = fields(choose(["Nhiệm vụ", "Sản phẩm", "Tiến độ", "Kết quả"]))
    assert found["Kết quả"] == "result_now"


def test_result_alone_is_decided_by_its_cells() -> None:
    headers = ["Nhiệm vụ", "Tiến độ", "Kết quả"]
    done = {"Kết quả": ["Đã ban hành Kế hoạch", "Đang lấy ý kiến", ""]}
    wanted = {"Kết quả": ["Quyết định của Thủ tướng", "Đề án", "Nghị định"]}
    assert fields(choose(headers, done))["Kết quả"] == "result_now"
    assert fields(choose(headers, wanted))["Kết quả"] == "deliverable"


def test_an_empty_result_column_is_decided_by_its_place() -> None:
    assert fields(choose(["Nhiệm vụ", "Kết quả", "Thời hạn"]))["Kết quả"] == "deliverable"
    assert fields(choose(["Nhiệm vụ", "Thời hạn", "Tiến độ", "Kết quả"]))["Kết quả"] == "result_now"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (["Đang thực hiện", "Hoàn thành", ""], "progress"),
        (["Quá hạn", "Đang TH"], "progress"),
        ([], "progress"),
        (["6/2025", date(2025, 7, 1), "Quý III/2025"], "deadline_text"),
        ([0.5, 0.25, "80%"], "percent"),
    ],
)
def test_progress_may_be_a_word_a_deadline_or_a_percentage(values: list[Value], field: str) -> None:
    assert fields(choose(["Nhiệm vụ", "Chủ trì", "Tiến độ"], {"Tiến độ": values}))["Tiến độ"] == field


def test_doing_is_cooperating_beside_a_lead() -> None:
    bodies = {"Thực hiện": ["Bộ Nội vụ", "Sở Tài chính; UBND các xã"]}
    results = {"Thực hiện": ["Đã trình Chính phủ", "Đang rà soát"]}
    assert fields(choose(["Nhiệm vụ", "Chủ trì", "Thực hiện"], bodies))["Thực hiện"] == "coop"
    assert fields(choose(["Nhiệm vụ", "Chủ trì", "Thực hiện"], results))["Thực hiện"] == "result_now"


def test_a_second_column_of_a_field_does_not_override() -> None:
    choices = choose(["Nhiệm vụ", "Thời hạn", "Hạn (cuối kỳ)", "Thời hạn"])
    assert [(choice.column, choice.field) for choice in choices.chosen] == [(0, "title"), (1, "deadline_text")]
    assert [(left.column, left.why) for left in choices.leftover] == [(2, "second"), (3, "second")]


def test_the_better_name_wins_wherever_it_stands() -> None:
    choices = choose(["Hạn (cuối kỳ)", "Nhiệm vụ", "Thời hạn"])
    assert choices.column_of("deadline_text") == 2


def test_a_column_of_group_numbers_is_no_category() -> None:
    choices = choose(["Nhiệm vụ", "Thời hạn", "Nhóm"], {"Nhóm": ["I", "I", "IV", "VII"]})
    assert [(left.header, left.why) for left in choices.leftover] == [("Nhóm", "group_numbers")]
    assert fields(choose(["Nhiệm vụ", "Nhóm"], {"Nhóm": ["Thể chế", "Hạ tầng"]}))["Nhóm"] == "category"


def test_what_the_user_says_comes_first() -> None:
    mapping = {"công VIỆC": "title", "Nhiệm vụ": "note", "Hạn": ""}
    choices = choose(["Công việc", "Nhiệm vụ", "Hạn", "Lạ"], mapping=mapping)
    assert fields(choices) == {"Công việc": "title", "Nhiệm vụ": "note"}
    assert {choice.how for choice in choices.chosen} == {"mapping"}
    assert [(left.header, left.why) for left in choices.leftover] == [("Hạn", "ignored"), ("Lạ", "unknown")]


def test_our_own_workbook_knows_its_columns() -> None:
    choices = choose(["Việc", "Nhiệm vụ"], own={0: "title"})
    assert [(choice.column, choice.field, choice.how) for choice in choices.chosen] == [(0, "title", "own")]
    assert choices.leftover[0].why == "second"
