"""Which row a line is about: what people do to sheets, one by one, and what holds whatever they do."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.domain.ids import format_row_mark, parse_row_id
from r57desk.merge.alignment import Alignment, Placed, align, name_new_rows, realign
from r57desk.merge.base_row import BaseRow
from r57desk.merge.grid_rows import Line
from tests.merge.sheets import (
    FIELDS,
    Sheet,
    change,
    line_of,
    lines_of,
    make_base,
    make_row,
    move_content,
    row_id,
    unmark,
)

BASE = make_base(8)
LINES = lines_of(BASE)
IDS = list(BASE)
BLANKS = (row_id(900), row_id(901))
SECOND = LINES[1]


def place(lines: list[Line], base: dict[str, BaseRow] | None = None) -> Alignment:
    return Sheet(BASE if base is None else base, lines, BLANKS).align()


def with_line(number: int, line: Line) -> list[Line]:
    return [*LINES[:number], line, *LINES[number + 1 :]]


def test_an_untouched_sheet_is_as_it_was_sent() -> None:
    found = place(LINES)
    assert found.placed == tuple(Placed(row, "mark") for row in IDS)
    assert found.missing == found.suggestions == ()
    assert found.realignment is None


@pytest.mark.parametrize(
    ("line", "how"),
    [
        (change(SECOND, percent="99", note="xong"), "mark"),
        (change(SECOND, percent="", note=None), "mark"),
        (Line(SECOND.mark.lower(), SECOND.values), "mark"),
        (Line(SECOND.mark[:18], SECOND.values), "mark"),
        (Line(SECOND.mark[:18] + ".0000", SECOND.values), "mark"),
        (change(SECOND, title="  BAN HÀNH kế hoạch\nhành động"), "mark"),
        (change(SECOND, stt="9"), "mark"),
        (change(SECOND, title="Một tên khác hẳn"), "worn"),
        (change(SECOND, title=""), "worn"),
        (change(SECOND, title="Một tên khác hẳn", lead="x", deadline_text="y", percent="z"), "worn"),
        (change(SECOND, title="Ban hành kế hoạch hành động năm", stt="99", lead="x", deadline_text="y", percent="z"), "worn"),
        (change(SECOND, title="Một tên khác hẳn", stt="99"), "worn"),
        (unmark(SECOND), "key"),
        (Line("không phải mã", SECOND.values), "key"),
        (Line(SECOND.mark[:17] + "U" + SECOND.mark[18:], SECOND.values), "key"),
        (unmark(change(SECOND, percent="99", note="xong")), "key"),
        (unmark(change(SECOND, stt="")), "title"),
        (unmark(change(SECOND, stt="99")), "title"),
    ],
)  # fmt: skip
def test_a_changed_line_is_still_its_row(line: Line, how: str) -> None:
    found = place(with_line(1, line))
    assert found.placed[1] == Placed(IDS[1], how)
    assert found.missing == ()
    assert all(one.how == "mark" for number, one in enumerate(found.placed) if number != 1)


def test_a_line_that_became_another_task_is_a_new_row_and_its_own_a_suggestion() -> None:
    other = change(SECOND, stt="99", title="Mua sắm thiết bị", lead="Sở X", deadline_text="2030", percent="1")
    found = place(with_line(1, other))
    assert found.placed[1] == Placed("", "new")
    assert found.missing == (IDS[1],)
    assert [(one.line, one.row) for one in found.suggestions] == [(1, IDS[1])]
    assert found.suggestions[0].likeness < 0.6


def test_rows_without_numbers_are_told_by_the_rest() -> None:
    base = {
        IDS[0]: BaseRow({"title": "Đề án", "lead": "Sở A", "percent": "5"}),
        IDS[1]: BaseRow({"title": "Kế hoạch"}),
    }
    renamed, other = (
        line_of(IDS[1], base[IDS[1]], title="Mua sắm"),
        line_of(IDS[0], base[IDS[0]], title="Khác", lead="B", percent="9"),
    )
    assert place([renamed, other], base).placed == (Placed(IDS[1], "worn"), Placed("", "new"))


def test_a_check_that_fits_a_changed_title_is_believed() -> None:
    """The base may be another file than the one the line came in."""
    values = change(SECOND, stt="99", title="Mua sắm thiết bị", lead="Sở X", deadline_text="2030", percent="1").values
    found = place(with_line(1, Line(format_row_mark(IDS[1], "Mua sắm thiết bị"), values)))
    assert found.placed[1] == Placed(IDS[1], "mark")


def test_a_mark_from_elsewhere_names_its_own_row() -> None:
    stranger = row_id(500)
    line = line_of(stranger, make_row(50))
    found = place([*LINES, line])
    assert found.placed[-1] == Placed(stranger, "other")
    assert place([*LINES, change(line, title="khác")]).placed[-1] == Placed("", "new")
    assert Counter(one.how for one in place([*LINES, line, line]).placed)["other"] == 1


def test_a_row_without_a_line_is_missing_and_no_more() -> None:
    found = place(LINES[:3] + LINES[4:])
    assert found.missing == (IDS[3],)
    assert {one.how for one in found.placed} == {"mark"}


def test_a_line_with_nothing_but_its_mark_speaks_for_no_row() -> None:
    empty = change(SECOND, **dict.fromkeys(FIELDS, ""))
    found = place(with_line(1, empty))
    assert found.placed[1] == Placed("", "empty")
    assert found.missing == (IDS[1],)
    assert place([*LINES, Line(BLANKS[0] + ".0000", [""] * len(FIELDS))]).placed[-1] == Placed("", "empty")


# -- rows added ----------------------------------------------------------------------------------


def fresh(mark: str = "", **values: str) -> Line:
    return Line(mark, tuple(values.get(code, "") for code in FIELDS))


def test_a_filled_blank_row_keeps_the_id_it_was_sent_with() -> None:
    found = place([*LINES, fresh(format_row_mark(BLANKS[1], ""), title="Việc mới", stt="9")])
    assert found.placed[-1] == Placed(BLANKS[1], "blank")


def test_a_row_moved_by_hand_into_a_blank_line_is_still_itself() -> None:
    moved = Line(format_row_mark(BLANKS[0], ""), SECOND.values)
    found = place([LINES[0], *LINES[2:], moved])
    assert found.placed[-1] == Placed(IDS[1], "key")
    assert found.missing == ()


def test_a_blank_row_filled_twice_is_one_row_and_a_copy() -> None:
    mark = format_row_mark(BLANKS[0], "")
    lines = [*LINES, fresh(mark, title="Việc A", percent="5"), fresh(mark, title="Việc B")]
    for some in (lines, lines[::-1]):
        found = place(some)
        hows = {some[at].values[1]: one.how for at, one in enumerate(found.placed) if one.how in ("blank", "copy")}
        assert hows == {"Việc A": "copy", "Việc B": "blank"}


def test_a_row_added_by_hand_is_new() -> None:
    found = place([*LINES, fresh(title="Việc mới", stt="9")])
    assert found.placed[-1] == Placed("", "new")
    assert found.missing == ()


def test_a_line_like_one_that_is_there_is_new() -> None:
    found = place([*LINES, unmark(SECOND)])
    assert found.placed[-1] == Placed("", "new")
    assert found.placed[1] == Placed(IDS[1], "mark")


@pytest.mark.parametrize("first", [True, False])
def test_of_a_row_and_its_copy_the_nearer_one_keeps_the_id(first: bool) -> None:
    near, far = change(SECOND, percent="99"), change(SECOND, percent="99", lead="Sở X")
    lines = [*LINES[2:], near, far] if first else [far, near, *LINES[2:]]
    found = place(lines)
    assert found.placed[lines.index(near)] == Placed(IDS[1], "mark")
    assert found.placed[lines.index(far)] == Placed("", "copy")
    assert found.missing == (IDS[0],)


def test_a_copy_made_into_another_task_leaves_the_id_with_its_title() -> None:
    worked, copied = change(SECOND, percent="99", note="x", lead="y"), change(SECOND, title="Mua sắm thiết bị")
    found = place([*with_line(1, worked), copied])
    assert found.placed[1] == Placed(IDS[1], "mark")
    assert found.placed[-1] == Placed("", "copy")


def test_two_lines_that_differ_alike_share_out_the_same_way_in_any_order() -> None:
    one, other = change(SECOND, percent="98"), change(SECOND, note="x")
    kept = {
        lines[at] for lines in ([one, other], [other, one]) for at, it in enumerate(place(lines).placed) if it.row
    }
    assert len(kept) == 1


def test_new_rows_get_ids_of_their_packet_and_content() -> None:
    lines = [*LINES, change(SECOND, note="hai"), fresh(title="Việc mới"), fresh(title="Việc mới", percent="5")]
    named = name_new_rows(lines, FIELDS, place(lines), "P1")
    assert len(set(named.values())) == len(named) == 3
    assert all(parse_row_id(row) == row for row in named.values())
    turned = lines[::-1]
    again = name_new_rows(turned, FIELDS, place(turned), "P1")
    assert {turned[at]: row for at, row in again.items()} == {lines[at]: row for at, row in named.items()}
    assert set(name_new_rows(lines, FIELDS, place(lines), "P2").values()).isdisjoint(named.values())


# -- rows alike ----------------------------------------------------------------------------------


def test_rows_of_one_title_are_told_apart_by_number_then_place_then_cells() -> None:
    same = {row: BaseRow({**one.values, "title": "Báo cáo"}) for row, one in BASE.items()}
    lines = [unmark(line) for line in lines_of(same)]
    assert [one.row for one in place(lines, same).placed] == IDS
    assert [one.row for one in place([change(line, stt="") for line in lines], same).placed] == IDS


def test_what_cannot_be_told_apart_is_not_guessed() -> None:
    twins = {row: BaseRow({"stt": "1", "title": "Báo cáo", "lead": "Sở"}) for row in IDS[:2]}
    lines = [
        fresh(stt="1", title="Báo cáo", lead="Sở", percent="5"),
        fresh(stt="1", title="Báo cáo", lead="Sở", percent="6"),
    ]
    assert {one.how for one in place(lines, twins).placed} == {"new"}
    untouched = [unmark(line) for line in lines_of(twins)]
    assert sorted(one.row for one in place(untouched, twins).placed) == sorted(twins)


def test_a_line_of_another_document_is_no_sure_match() -> None:
    fields = (*FIELDS, "source_doc")
    base = {IDS[0]: BaseRow({"stt": "1", "title": "Báo cáo", "source_doc": "03/NQ-CP"})}
    hows = {
        source: align([Line("", ("1", "Báo cáo", "", "", "", "", source))], fields, base).placed[0].how
        for source in ("03/NQ-CP", "04/NQ-CP", "")
    }
    assert hows == {"03/NQ-CP": "key", "04/NQ-CP": "title", "": "key"}


def test_without_a_title_column_marks_are_all_there_is() -> None:
    fields = tuple(code for code in FIELDS if code != "title")
    lines = [
        Line(line.mark, tuple(v for c, v in zip(FIELDS, line.values, strict=True) if c != "title")) for line in LINES
    ]
    assert [one.row for one in align(lines, fields, BASE).placed] == IDS
    assert {one.how for one in align([Line("", line.values) for line in lines], fields, BASE).placed} == {"new"}


# -- partial sort --------------------------------------------------------------------------------


def test_a_partial_sort_is_proposed_and_these_lines_wait() -> None:
    order = [3, 0, 1, 2, 4, 5, 6, 7]
    found = place(move_content(LINES, order))
    assert found.realignment is not None
    assert found.realignment.rows == {0: IDS[3], 1: IDS[0], 2: IDS[1], 3: IDS[2]}
    assert found.realignment.cost_by_key == 4  # the numbers stayed
    assert found.realignment.cost_by_mark == 16
    assert [one.how for one in found.placed] == ["shifted"] * 4 + ["mark"] * 4
    assert found.missing == found.suggestions == ()
    back = realign(found)
    assert [one.row for one in back.placed] == [IDS[source] for source in order]
    assert back.realignment is None
    assert back.missing == ()
    assert realign(back) == back


def test_numbers_may_move_with_the_rest() -> None:
    found = place(move_content(LINES, [1, 2, 0, 3, 4, 5, 6, 7], kept=0))
    assert found.realignment is not None
    assert found.realignment.cost_by_key == 0
    assert [one.row for one in realign(found).placed[:3]] == [IDS[1], IDS[2], IDS[0]]


def test_two_lines_that_changed_places_are_no_partial_sort() -> None:
    kept_numbers = place(move_content(LINES, [1, 0, 2, 3, 4, 5, 6, 7]))
    assert kept_numbers.realignment is None
    assert kept_numbers.placed[:2] == (Placed(IDS[0], "worn"), Placed(IDS[1], "worn"))
    all_moved = place(move_content(LINES, [1, 0, 2, 3, 4, 5, 6, 7], kept=0))
    assert all_moved.placed[:2] == (Placed(IDS[1], "key"), Placed(IDS[0], "key"))


@pytest.mark.parametrize(("edited", "proposed"), [(0, True), (1, True), (2, False)])
def test_a_partial_sort_is_at_most_a_third_of_the_cost(edited: int, proposed: bool) -> None:
    """Three lines turn around, 5 cells differing in each by mark and 1 by title, then some of them are edited too."""
    base = {
        row: BaseRow(one.values | {"lead": f"Sở {n}", "deadline_text": f"{n}", "note": f"{n}"})
        for n, (row, one) in enumerate(BASE.items())
    }
    lines = move_content(lines_of(base), [1, 2, 0, 3, 4, 5, 6, 7])
    for number in range(edited):
        lines[number] = change(lines[number], percent="77", lead="Sở X")
    found = place(lines, base)
    assert (found.realignment is not None) == proposed
    if found.realignment:
        assert (found.realignment.cost_by_mark, found.realignment.cost_by_key) == (15, 3 + 2 * edited)


def test_changes_elsewhere_do_not_hide_a_partial_sort() -> None:
    lines = move_content(LINES, [1, 2, 0, 3, 4, 5, 6, 7])
    lines = lines[:3] + [
        change(line, percent="77", lead="Sở X", note="y", deadline_text="2031") for line in lines[3:]
    ]
    found = place(lines)
    assert found.realignment is not None
    assert set(found.realignment.rows) == {0, 1, 2}
    assert [one.how for one in found.placed[3:]] == ["mark"] * 5


def test_a_line_moved_and_renamed_waits_too() -> None:
    lines = move_content(LINES, [3, 0, 1, 2, 4, 5, 6, 7])
    lines[0] = change(lines[0], title="Hội nghị sơ kết năm đầu")
    found = place(lines)
    assert [one.how for one in found.placed[:4]] == ["shifted"] * 4
    assert found.realignment is not None
    assert found.missing == ()
    assert found.realignment.missing == (IDS[3],)
    back = realign(found)
    assert back.placed[0] == Placed("", "shifted")
    assert back.missing == (IDS[3],)
    assert [(one.line, one.row) for one in back.suggestions] == [(0, IDS[3])]


def test_a_line_whose_row_another_line_is_about_waits_too() -> None:
    lines = move_content(LINES, [1, 2, 0, 5, 4, 5, 6, 7])
    lines[5] = change(lines[5], title="Một việc khác")
    found = place(lines)
    assert found.realignment is not None
    assert found.realignment.rows[3] == IDS[5]
    assert found.placed[5] == Placed("", "shifted")
    assert [one.row for one in realign(found).placed] == [IDS[1], IDS[2], IDS[0], IDS[5], IDS[4], "", IDS[6], IDS[7]]


def test_a_number_alone_does_not_hold_a_line_in_a_partial_sort() -> None:
    lines = move_content(LINES, [7, 2, 3, 1, 4, 5, 6, 7])[:7]
    lines[0] = change(lines[0], title="Một việc khác")
    found = place(lines)
    assert found.realignment is not None
    assert IDS[0] not in found.realignment.rows.values()
    assert found.placed[0] == Placed("", "shifted")
    assert realign(found).missing == (IDS[0], IDS[7])


def test_a_title_changed_in_place_does_not_wait_for_a_partial_sort_elsewhere() -> None:
    lines = move_content(LINES, [1, 2, 0, 3, 4, 5, 6, 7])
    lines[5] = change(lines[5], title="Bồi dưỡng cán bộ")
    found = place(lines)
    assert found.realignment is not None
    assert found.placed[5] == Placed(IDS[5], "worn")


def test_cells_deleted_so_that_the_rest_moved_up() -> None:
    emptied = change(LINES[7], **dict.fromkeys(FIELDS, ""))
    lines = [*move_content(LINES, [0, 2, 3, 4, 5, 6, 7, 7], kept=0)[:-1], emptied]
    found = place(lines)
    assert found.realignment is not None
    back = realign(found)
    assert [one.row for one in back.placed] == [IDS[0], *IDS[2:], ""]
    assert back.missing == (IDS[1],)


# -- whatever people do --------------------------------------------------------------------------

cells = st.dictionaries(
    st.sampled_from(FIELDS),
    st.sampled_from(["", "1", "2", "Báo cáo", *BASE[IDS[0]].values.values()]) | st.none(),
    max_size=3,
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Sheets that were edited, copied, cut, pasted, sorted, and stripped of marks."""
    base = {
        row: BaseRow({**one.values, **draw(st.sampled_from([{}, {}, {"title": "Báo cáo"}, {"stt": "1"}]))})
        for row, one in make_base(6).items()
    }
    lines = lines_of(base)
    order = draw(st.just(list(range(6))) | st.permutations(range(6)))
    lines = move_content(lines, order, draw(st.integers(0, 2)))
    lines += [lines[at] for at in draw(st.lists(st.integers(0, 5), max_size=2))]
    lines += [
        Line(format_row_mark(blank, ""), lines[at].values)
        for at, blank in enumerate(draw(st.sampled_from([(), BLANKS])))
    ]
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        lines[at] = draw(st.sampled_from([unmark(lines[at]), change(lines[at], **draw(cells))]))
    gone = draw(st.sets(st.integers(0, len(lines) - 1), max_size=2))
    return Sheet(base, [line for at, line in enumerate(lines) if at not in gone], BLANKS)


def rows_of(found: Alignment) -> list[str]:
    return [one.row for one in found.placed if one.row]


@given(sheets())
def test_every_line_has_one_place_and_every_row_at_most_one_line(sheet: Sheet) -> None:
    found = sheet.align()
    for one in (found, realign(found)):
        assert len(one.placed) == len(sheet.lines)
        assert max(Counter(rows_of(one)).values(), default=0) <= 1
        assert set(rows_of(one)).isdisjoint(one.missing)
        assert len(set(one.missing)) == len(one.missing)
    silent = {found.named.get(at) for at, one in enumerate(found.placed) if one.how == "shifted"}
    targets = set(found.realignment.rows.values()) if found.realignment else set()
    assert set(rows_of(found)) | set(found.missing) | silent | targets >= set(sheet.base)
    assert set(rows_of(realign(found))) | set(realign(found).missing) >= set(sheet.base)


@given(sheets(), st.randoms())
def test_the_order_of_lines_decides_nothing(sheet: Sheet, random: Any) -> None:
    order = list(range(len(sheet.lines)))
    random.shuffle(order)
    turned = Sheet(sheet.base, [sheet.lines[at] for at in order], sheet.blanks)
    one, other = sheet.align(), turned.align()
    for left, right in ((one, other), (realign(one), realign(other))):
        assert Counter(zip(sheet.lines, left.placed, strict=True)) == Counter(
            zip(turned.lines, right.placed, strict=True)
        )
        assert left.missing == right.missing
    assert (one.realignment is None) == (other.realignment is None)
    assert {(sheet.lines[a.line], a.row) for a in one.suggestions} == {
        (turned.lines[a.line], a.row) for a in other.suggestions
    }


@given(sheets())
def test_suggestions_are_for_lines_without_a_row_and_rows_without_a_line(sheet: Sheet) -> None:
    found = sheet.align()
    after = realign(found)
    for one in found.suggestions:
        assert after.placed[one.line].row == ""
        assert one.row in after.missing
    assert max(Counter(one.line for one in found.suggestions).values(), default=0) <= 1
    assert max(Counter(one.row for one in found.suggestions).values(), default=0) <= 1


@given(st.permutations(range(8)), st.sets(st.integers(0, 7), max_size=3))
def test_whole_lines_sorted_or_gone_are_no_change(order: list[int], gone: set[int]) -> None:
    kept = [at for at in order if at not in gone]
    found = place([LINES[at] for at in kept])
    assert found.placed == tuple(Placed(IDS[at], "mark") for at in kept)
    assert found.missing == tuple(row for at, row in enumerate(IDS) if at in gone)
    assert found.realignment is None


@given(st.permutations(range(8)), st.integers(0, 1))
def test_any_partial_sort_of_three_lines_or_more_is_undone(order: list[int], kept: int) -> None:
    found = place(move_content(LINES, order, kept))
    moved = sum(at != source for at, source in enumerate(order))
    assert (found.realignment is not None) == (moved >= 3)
    if found.realignment:
        assert [one.row for one in realign(found).placed] == [IDS[source] for source in order]
