"""Which office is meant by what is typed, among all units of the country."""

from __future__ import annotations

import time

import pytest

from r57desk.domain.office import parse_code
from r57desk.services.seeding import read_seed_offices
from r57desk.ui.office_suggestions import BODIES, MOST_EVERYWHERE, OfficeSuggestions, propose_code

NEED = {"province": "tỉnh nào", "commune": "xã nào"}


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


@pytest.mark.parametrize("typed", ["so xay dung", "Sở Xây dựng", "sở xây", "sxd"])
def test_a_department_stands_at_every_province(suggestions, typed):
    found = suggestions.find(typed)
    assert len(found) == 34
    assert all(one.name.startswith("Sở Xây dựng ") and one.code.endswith(".SXD") for one in found)
    assert suggestions.find("so xay dung vinh")[0].name == "Sở Xây dựng tỉnh Vĩnh Long"


def test_several_departments_are_offered_without_their_province(suggestions):
    found = [one for one in suggestions.find("so", NEED) if not one.code]
    assert len(found) == sum(pattern.startswith("Sở ") for _, _, pattern in BODIES)
    assert {one.place for one in found} == {"tỉnh nào"}
    assert {one.place for one in suggestions.find("phong kinh te", NEED)} == {"xã nào"}


def test_committees_come_as_people_look_for_them(suggestions):
    names = [one.name for one in suggestions.find("uy ban", NEED)]
    assert names[0] == "Ủy ban Kiểm tra Trung ương"
    assert "UBND" in names
    assert not any("Đảng ủy xã" in name for name in names)
    assert suggestions.find("uy ban nhan dan ha noi")[0].code == "01"
    assert len([one for one in suggestions.find("ủy ban nhân dân") if one.code]) == 34


def test_the_party_of_a_city_has_its_own_name(suggestions):
    assert suggestions.find("van phong thanh uy ha noi")[0].name == "Văn phòng Thành ủy Hà Nội"
    assert suggestions.find("van phong tinh uy ca mau")[0].name == "Văn phòng Tỉnh ủy Cà Mau"


@pytest.mark.parametrize("typed", ["", "   ", "zzz qqq"])
def test_nothing_fitting_finds_nothing(suggestions, typed):
    assert suggestions.find(typed) == []


def test_a_list_has_an_end(suggestions):
    assert len(suggestions.find("u")) <= MOST_EVERYWHERE


def test_every_code_proposed_is_a_code(suggestions):
    for typed in ("van phong", "so", "phong", "dang uy", "cong an"):
        for found in suggestions.find(typed):
            assert not found.code or parse_code(found.code) == found.code
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


@pytest.mark.parametrize("home", ["01", "01.VP", "00004"])
def test_bodies_of_the_province_of_who_asks_come_first(home):
    suggestions = OfficeSuggestions(read_seed_offices(), home)
    found = suggestions.find("so xay dung")
    assert found[0].code == "01.SXD"
    assert len({one.code for one in found}) == len(found) == 34
    several = suggestions.find("so", NEED)
    assert several[0].code.startswith("01.S")
    assert any(not one.code for one in several)


def test_bodies_of_the_commune_of_who_asks_need_no_unit_named():
    assert OfficeSuggestions(read_seed_offices(), "00004").find("phong kinh te", NEED)[0].code == "00004.PKT"
