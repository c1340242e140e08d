"""Group rows: every task has one row, every row one meaning, whatever is folded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from r57desk.ui.group_rows import Group, GroupRows


def groups_of(counts: list[int]) -> list[Group]:
    made, start = [], 0
    for place, count in enumerate(counts):
        made.append(Group(str(place), f"Nhóm {place}", "", start, count, 0))
        start += count
    return made


@given(st.lists(st.integers(1, 6), max_size=8), st.sets(st.integers(0, 7)))
def test_rows_and_positions_are_inverse(counts, folded_places):
    groups = groups_of(counts)
    folded = frozenset(group.key for place, group in enumerate(groups) if place in folded_places)
    rows = GroupRows(groups, sum(counts), folded)
    positions = [rows.position(row) for row in range(rows.rows)]
    shown = [position for position in positions if position >= 0]
    assert shown == sorted(set(shown))
    assert [rows.row(position) for position in shown] == [row for row, place in enumerate(positions) if place >= 0]
    for group in groups:
        hidden = [rows.row(position) for position in range(group.start, group.start + group.count)]
        assert (set(hidden) == {-1}) == (group.key in folded)


@given(st.lists(st.integers(1, 6), min_size=1, max_size=8), st.sets(st.integers(0, 7)))
def test_each_group_has_one_heading_above_its_tasks(counts, folded_places):
    groups = groups_of(counts)
    folded = frozenset(group.key for place, group in enumerate(groups) if place in folded_places)
    rows = GroupRows(groups, sum(counts), folded)
    assert [rows.group_at(row) for row in rows.heading_rows()] == groups
    for row in range(rows.rows):
        group = rows.group_of(row)
        position = rows.position(row)
        assert position == -1 or group.start <= position < group.start + group.count


def test_without_groups_rows_are_positions():
    rows = GroupRows((), 3, frozenset())
    assert rows.rows == 3
    assert [rows.position(row) for row in (-1, 0, 2, 3)] == [-1, 0, 2, -1]
    assert [rows.row(position) for position in (-1, 0, 2, 3)] == [-1, 0, 2, -1]
    assert rows.group_of(1) is None
