"""What our own doors let in is canonical; what none of them makes is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.domain.fields import BY_CODE, KINDS, TASK_FIELDS
from r57desk.domain.values import parse_value
from r57desk.merge.canonical import is_canonical, is_plain, is_sent
from r57desk.merge.model import EXECUTORS, EXISTS, KIND, REASON

TYPED = st.text() | st.sampled_from(
    ["65,5%", "0,5%", "100", "2/3/2025", "đang TH", "huỷ", " a \n b ", "Tháng 6/2025"]
)


@given(st.sampled_from([field.code for field in TASK_FIELDS if field.owner != "L"]), TYPED)
def test_what_a_person_types_becomes_canonical(code: str, typed: str) -> None:
    value = parse_value(BY_CODE[code].type, typed).value
    assert value is None or is_canonical(code, value)


@pytest.mark.parametrize("number", [0, 0.5, 1 / 3, 7, 65.25, 99.9999, 100])
def test_percentages_from_cells_are_canonical(number: float) -> None:
    value = parse_value("percent", number, "0" if number > 1 else '0"%"').value
    assert value is not None
    assert is_canonical("percent", value)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("percent", "65.0"), ("percent", "065"), ("percent", "101"), ("percent", "100.5"), ("percent", "-1"),
        ("percent", "65%"), ("percent", "٣"), ("percent", "65\n"), ("percent", ".5"), ("percent", "5."),
        ("done_date", "2025-02-30"), ("done_date", "20250201"), ("done_date", "1/2/2025"), ("done_date", "2025-W01-1"),
        ("progress", "xong"), ("progress", "Hoàn thành"),
        ("title", ""), ("title", " a"), ("title", "a\u0302"), ("title", "a\x00"), ("title", "a\u200b"), ("title", "\ud800"),
        ("note", "a \nb"), ("note", "a\r\nb"),
        ("tags", "riêng"), ("short_title", "riêng"), ("không có", "x"), ("", "x"), ("#khac", "x"),
        (EXISTS, "2"), (EXISTS, None), (EXECUTORS, "sở"), (EXECUTORS, "01.skhcn"), (EXECUTORS, None),
        (KIND, "việc"), (REASON, ""), (REASON, None), ("tags", None), ("không có", None),
    ],
)  # fmt: skip
def test_what_nobody_writes(code: str, value: str | None) -> None:
    assert not is_canonical(code, value)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("percent", "0"), ("percent", "0.5"), ("percent", "65.5"), ("percent", "100"), ("done_date", "2025-02-28"),
        ("progress", "hoan_thanh"), ("title", "Xây dựng đề án"), ("note", "một\nhai"), ("note", None),
        ("deadline_text", "Tháng 6/2025"), (EXISTS, "0"), (EXISTS, "1"), (EXECUTORS, "01.SKHCN"), (KIND, "office"),
        (REASON, "chưa đủ căn cứ"), ("abbreviation", "SKHCN"), ("date", "2025-09-02"),
    ],
)  # fmt: skip
def test_what_people_write(code: str, value: str | None) -> None:
    assert is_canonical(code, value)


def test_every_field_travels_but_local_ones() -> None:
    codes = {field.code: field.owner for fields in KINDS.values() for field in fields}
    assert all(is_sent(code) == (owner != "L") for code, owner in codes.items())
    assert not any(is_sent(code) for code in (EXISTS, EXECUTORS, KIND, REASON, "x"))


def test_plain_text_is_normalised_text() -> None:
    assert is_plain("Huế\nHà Nội")
    assert is_plain("")
    assert not is_plain("Huế ")
