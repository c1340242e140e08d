"""Row ids: what they survive, and what they notice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57desk.domain import ids

values = st.integers(min_value=0, max_value=2**80 - 1)


@settings(max_examples=100)
@given(values)
def test_a_row_id_parses_to_itself(value: int) -> None:
    row_id = ids.row_id_of(value)
    assert len(row_id) == ids.ROW_ID_LENGTH == 18
    assert ids.parse_row_id(row_id) == row_id
    assert ids.decode(row_id[:16]) == value


@settings(max_examples=100)
@given(values, st.integers(0, 17), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_character_never_passes(value: int, place: int, char: str) -> None:
    row_id = ids.row_id_of(value)
    damaged = row_id[:place] + char + row_id[place + 1 :]
    assert ids.parse_row_id(damaged) == (row_id if damaged == row_id else None)


@settings(max_examples=100)
@given(values, st.integers(0, 14))
def test_two_swapped_characters_never_pass(value: int, place: int) -> None:
    row_id = ids.row_id_of(value)
    swapped = row_id[:place] + row_id[place + 1] + row_id[place] + row_id[place + 2 :]
    assert ids.parse_row_id(swapped) == (row_id if swapped == row_id else None)


def test_people_may_type_it_their_way() -> None:
    row_id = ids.row_id_of(1)
    assert row_id == "000000000000000101"
    assert ids.parse_row_id(" ooooo ooooo-ooooo lol ") == row_id
    assert ids.parse_row_id("") is None
    assert ids.parse_row_id("không phải mã dòng!") is None


def test_random_ids_differ() -> None:
    assert len({ids.random_row_id() for _ in range(200)}) == 200


def test_the_same_row_gets_the_same_id_wherever_it_is_read() -> None:
    here = ids.natural_row_id("03/NQ-CP", "I", "1", "Xây dựng  kế hoạch\n", 0)
    there = ids.natural_row_id("03/NQ-CP ", "I", "1", "Xa\u0302y dựng kế hoạch", 0)
    assert here == there == ids.parse_row_id(here)


@pytest.mark.parametrize(
    "other",
    [
        ("04/NQ-CP", "I", "1", "Xây dựng kế hoạch", 0),
        ("03/NQ-CP", "II", "1", "Xây dựng kế hoạch", 0),
        ("03/NQ-CP", "I", "2", "Xây dựng kế hoạch", 0),
        ("03/NQ-CP", "I", "1", "Xây dựng đề án", 0),
        ("03/NQ-CP", "I", "1", "Xây dựng kế hoạch", 1),
        ("03/NQ-CP", "", "I1", "Xây dựng kế hoạch", 0),
    ],
)
def test_another_row_gets_another_id(other: tuple[str, str, str, str, int]) -> None:
    assert ids.natural_row_id(*other) != ids.natural_row_id("03/NQ-CP", "I", "1", "Xây dựng kế hoạch", 0)


def test_decode_refuses_what_is_not_base32() -> None:
    assert ids.decode("U") is None
    assert ids.decode("") is None
    assert ids.encode(33, 3) == "011"


# -- row marks -----------------------------------------------------------------------------------

titles = st.text(max_size=20)


@settings(max_examples=100)
@given(values, titles)
def test_a_row_mark_reads_back_and_fits_its_title(value: int, title: str) -> None:
    row_id = ids.row_id_of(value)
    text = ids.format_row_mark(row_id, title)
    mark = ids.parse_row_mark(text)
    assert text == f"{row_id}.{ids.row_check(row_id, title)}"
    assert len(text) == 18 + 1 + 4
    assert mark == ids.RowMark(row_id, ids.row_check(row_id, title))
    assert mark.fits(title)


def test_a_mark_fits_its_title_however_it_is_typed_and_no_other() -> None:
    mark = ids.parse_row_mark(ids.format_row_mark(ids.row_id_of(7), "Xây dựng  Kế hoạch\n"))
    assert mark is not None
    assert mark.fits("xay dung ke hoach")
    assert not mark.fits("Xây dựng đề án")
    assert ids.row_check(ids.row_id_of(7), "a") != ids.row_check(ids.row_id_of(8), "a")


@settings(max_examples=100)
@given(values, st.integers(0, 22), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_character_of_a_mark_is_noticed(value: int, place: int, char: str) -> None:
    text = ids.format_row_mark(ids.row_id_of(value), "tên")
    damaged = text[:place] + char + text[place + 1 :]
    mark = ids.parse_row_mark(damaged)
    assert (mark is not None and mark.fits("tên")) == (damaged == text)


def test_a_mark_may_be_typed_by_hand_and_may_lack_its_check() -> None:
    row_id = ids.row_id_of(1)
    assert ids.parse_row_mark(f" ooooo ooooo-ooooo lol . {ids.row_check(row_id, '').lower()} ") == ids.RowMark(
        row_id, ids.row_check(row_id, "")
    )
    for tail in ("", ".", ".ABC", ".UUUU", ".ABCDE", ".AB.C"):
        assert ids.parse_row_mark(row_id + tail) == ids.RowMark(row_id, ""), tail
    for text in ("", "#", "Tổng", f"{row_id[:-1]}.ABCD", f".{row_id}"):
        assert ids.parse_row_mark(text) is None, text
