"""The list as a sheet: title, remark, groups, counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from r57desk.domain.status import timeliness_of
from r57desk.domain.tally import count
from r57desk.domain.task import Task
from r57desk.paper.model import GroupRow, Masthead, Paragraph, Row, Sheet, Signature, Stamp, Table
from r57desk.paper.profile import PARTY
from r57desk.paper.task_list import counts_line

Build = Callable[..., Sheet]
Tasks = tuple[Task, ...]


def texts(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Paragraph)]


def table(sheet: Sheet) -> Table:
    return next(block for block in sheet.blocks if isinstance(block, Table))


def groups(sheet: Sheet) -> list[str]:
    return [row.text for row in table(sheet).rows if isinstance(row, GroupRow)]


def test_the_blocks_in_their_order(list_sheet: Build, tasks: Tasks) -> None:
    kinds = [type(block) for block in list_sheet(tasks, subject="thực hiện Kế hoạch số 12").blocks]
    assert kinds == [Masthead, Paragraph, Paragraph, Paragraph, Table, Paragraph, Signature]
    assert Signature not in [type(block) for block in list_sheet(tasks, signature=False).blocks]


def test_the_remark_names_date_filter_and_numbers(list_sheet: Build, tasks: Tasks) -> None:
    assert "(Tính đến ngày 24/09/2025; 140 nhiệm vụ)" in texts(list_sheet(tasks, total=140))
    filtered = list_sheet(tasks[:9], total=140, filter_words="văn bản: 12/KH-UBND; so với hạn: quá hạn")
    remark = "(Tính đến ngày 24/09/2025. Văn bản: 12/KH-UBND; so với hạn: quá hạn; 9 trên 140 nhiệm vụ)"
    assert remark in texts(filtered)
    assert "(As of 24/09/2025; 9 of 140 tasks)" in texts(list_sheet(tasks[:9], total=140, language="en"))


def test_titles_are_in_capitals_and_party_style_closes_them(list_sheet: Build, tasks: Tasks) -> None:
    sheet = list_sheet(tasks, title="Danh mục nhiệm vụ quá hạn")
    assert texts(sheet)[0] == sheet.title == "DANH MỤC NHIỆM VỤ QUÁ HẠN"
    assert "-----" not in texts(sheet)
    assert texts(list_sheet(tasks, profile=PARTY))[1] == "-----"


def test_groups_as_in_the_annex(list_sheet: Build, tasks: Tasks) -> None:
    sheet = list_sheet(tasks)
    assert [text.split(" ")[0] for text in groups(sheet)] == ["I.", "II.", "III."]
    assert isinstance(table(sheet).rows[0], GroupRow)
    assert len([row for row in table(sheet).rows if isinstance(row, Row)]) == 140
    assert groups(list_sheet(tasks, grouped=False)) == []


def test_several_documents_each_get_a_row(list_sheet: Build, tasks: Tasks) -> None:
    other = tuple(replace(task, source_doc="57-NQ/TW") for task in tasks[:3])
    assert groups(list_sheet((*tasks[:3], *other))) == [
        "12/KH-UBND",
        f"I. {tasks[0].category}",
        "57-NQ/TW",
        f"I. {tasks[0].category}",
    ]


def test_tasks_without_a_group_are_not_taken_for_the_group_above(list_sheet: Build, tasks: Tasks) -> None:
    loose = replace(tasks[1], group_no="", category="")
    assert groups(list_sheet((tasks[0], loose)))[1] == "Không thuộc nhóm nào"
    assert groups(list_sheet((loose, loose))) == []


def test_columns_are_the_chosen_ones(list_sheet: Build, tasks: Tasks) -> None:
    chosen = table(list_sheet(tasks, columns=("title", "stt", "issues"), language="en"))
    assert [column.label for column in chosen.columns] == ["Task", "No.", "Obstacles, proposals"]
    assert (chosen.continued, chosen.continued_column, chosen.repeated_columns) == ("(continued)", 0, (1,))
    with pytest.raises(KeyError):
        list_sheet(tasks, columns=("nothing",))


def test_counts_are_those_of_the_rows(tasks: Tasks, stamp: Stamp) -> None:
    tally = count((task.progress, timeliness_of(task, stamp.as_of)) for task in tasks)
    line = counts_line(tasks, stamp, "vi")
    assert line.startswith(f"Tổng số {tally.total} nhiệm vụ: ")
    assert f"chưa hoàn thành, quá hạn {tally.open_overdue};" in line
    assert f"ngoài ra đã huỷ {tally.cancelled}." in line
    assert sum(int(word) for word in line.replace(";", "").replace(".", "").split() if word.isdigit()) == (
        2 * tally.total + tally.cancelled
    )


def test_counts_of_nothing_are_left_out(stamp: Stamp) -> None:
    assert counts_line([Task("A")], stamp, "vi") == "Tổng số 1 nhiệm vụ: không có thời hạn 1."
    assert counts_line([], stamp, "vi") == "Tổng số 0 nhiệm vụ."


def test_the_key_changes_with_what_is_printed(list_sheet: Build, tasks: Tasks) -> None:
    keys = {
        list_sheet(tasks).key,
        list_sheet(tasks, landscape=True).key,
        list_sheet(tasks, filter_words="x").key,
        list_sheet(tasks, columns=("title",)).key,
    }
    assert len(keys) == 4
    assert list_sheet(tasks).key == list_sheet(tasks).key
