"""Tallies: the identity of the official counts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from r57desk.domain.status import PROGRESS_CODES
from r57desk.domain.tally import Tally, count, count_by_group

DONE_CODES = ("dung_han", "truoc_han", "qua_han", "chua_ro_ngay", "khong_han")
OPEN_CODES = ("trong_han", "sap_den_han", "qua_han", "khong_han")
pairs = st.sampled_from(PROGRESS_CODES).flatmap(
    lambda progress: st.tuples(
        st.just(progress), st.sampled_from(DONE_CODES if progress == "hoan_thanh" else OPEN_CODES)
    )
)


@settings(max_examples=100)
@given(st.lists(pairs, max_size=60))
def test_every_task_is_counted_once(rows: list[tuple[str, str]]) -> None:
    tally = count(rows)
    done = tally.done_on_time + tally.done_late + tally.done_date_unknown
    still_open = tally.open_in_time + tally.open_overdue
    assert tally.total == done + still_open + tally.no_deadline
    assert tally.total + tally.cancelled == len(rows)
    assert tally.due == tally.done + tally.open
    assert tally.due_soon <= tally.open_in_time
    assert tally.no_deadline_done <= tally.no_deadline


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("ABC"), pairs), max_size=40))
def test_groups_add_up_to_the_whole(rows: list[tuple[str, tuple[str, str]]]) -> None:
    groups = count_by_group((group, *pair) for group, pair in rows)
    assert sum(groups.values(), Tally()) == count(pair for _, pair in rows)
    assert list(groups) == list(dict.fromkeys(group for group, _ in rows))


def test_counts() -> None:
    rows = [
        ("hoan_thanh", "dung_han"),
        ("hoan_thanh", "truoc_han"),
        ("hoan_thanh", "qua_han"),
        ("hoan_thanh", "chua_ro_ngay"),
        ("hoan_thanh", "khong_han"),
        ("dang_thuc_hien", "trong_han"),
        ("trinh_duyet", "sap_den_han"),
        ("tam_dung", "qua_han"),
        ("chua_thuc_hien", "khong_han"),
        ("huy", "khong_han"),
    ]
    assert count(rows) == Tally(2, 1, 1, 2, 1, 2, 1, 1, 1)
    assert count(rows).total == 9
