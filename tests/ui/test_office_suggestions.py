"""Which office is meant by what is typed, among all units of the country."""

from __future__ import annotations

import time

import pytest

from r57desk.domain.office import parse_code
from r57desk.services.seeding import read_seed_offices
from r57desk.ui.office_suggestions import BODIES, MOST, OfficeSuggestions, propose_code


@pytest.fixture(scope="module")
def suggestions():
    return OfficeSuggestions(read_seed_offices())


@pytest.mark.parametrize(
    ("typed", "code", "name"),
    [
        ("van phong ubnd tinh tuyen quang", "08.VP", "Văn phòng UBND tỉnh Tuyên Quang"),
        ("ubnd tinh tuyen quang", "08", "UBND tỉnh Tuyên Quang"),
        ("bo khoa hoc", "TW.BKHCN", "Bộ Khoa học và Công nghệ"),
        ("sở khcn hà nội", "01.SKHCN", "Sở Khoa học và Công nghệ thành phố Hà Nội"),
        ("UBND phường Ba Đình", "00004", "UBND phường Ba Đình"),
        ("phuong ba dinh", "00004", "UBND phường Ba Đình"),
        ("phong van hoa xa hoi phuong ba dinh", "00004.PVHXH", "Phòng Văn hóa - Xã hội phường Ba Đình"),
    ],
)
def test_the_office_meant_comes_first(suggestions, typed, code, name):
    first = suggestions.find(typed)[0]
    assert (first.code, first.name) == (code, name)


def test_typing_with_marks_prefers_what_has_them(suggestions):
    assert suggestions.find("tuyên")[0].name.endswith("Tuyên Quang")


def test_where_a_unit_lies_is_said(suggestions):
    assert suggestions.find("phuong ba dinh")[0].place == "Thành phố Hà Nội"


@pytest.mark.parametrize("typed", ["", "   ", "zzz qqq"])
def test_nothing_fitting_finds_nothing(suggestions, typed):
    assert suggestions.find(typed) == []


def test_a_list_is_short_enough_to_be_seen_whole(suggestions):
    assert len(suggestions.find("u")) <= MOST


def test_every_code_proposed_is_a_code(suggestions):
    for typed in ("van phong", "so", "phong", "dang uy", "cong an"):
        for found in suggestions.find(typed):
            assert parse_code(found.code) == found.code
    assert all(parse_code(f"01{suffix}") for _, suffix, _ in BODIES)


def test_searching_is_quick_enough_to_follow_typing(suggestions):
    start = time.perf_counter()
    suggestions.find("van phong hdnd va ubnd xa")
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Trung tâm Chuyển đổi số", "08.TTCDS"),
        ("Sở Khoa học và Công nghệ", "08.SKHCN"),
        ("Văn phòng HĐND", "08.VPHDND"),
    ],
)
def test_a_code_is_proposed_from_the_initials(name, code):
    assert propose_code(name, "08") == code
    assert parse_code(code) == code
    assert propose_code(name, "") == ""
