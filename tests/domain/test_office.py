"""Offices: codes, names as people write them, cells with several bodies."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from r57desk.domain.office import (
    Office,
    OfficeIndex,
    find_abolished,
    get_code,
    has_glued_bodies,
    name_key,
    office_of,
    parent_code,
    parse_code,
    place_name,
    split_bodies,
    split_list,
)
from r57desk.errors import DeskError


@pytest.fixture(scope="module")
def index(project_root: Path) -> OfficeIndex:
    """All units and central bodies that are shipped."""
    offices: list[Office] = []
    for name in ("units.csv", "central-bodies.csv"):
        with (project_root / "seeds" / name).open(encoding="utf-8") as file:
            offices += [
                office_of({**row, "name": row["name_vi"], "parent": row.get("parent_code", "")})
                for row in csv.DictReader(file)
            ]
    return OfficeIndex(offices)


def test_a_text_that_is_no_code_is_refused_and_a_bare_tw_explained() -> None:
    assert get_code(" tw.bkhcn ") == "TW.BKHCN"
    for text, code in (("TW", "office_is_central"), ("tw.", "office_is_central"), ("1", "office_code_wrong")):
        with pytest.raises(DeskError) as refused:
            get_code(text)
        assert (refused.value.code, refused.value.details["code"]) == (code, text)


@pytest.mark.parametrize("text", ["01", "00004", "01.SKHCN", " tw.bkhcn ", "01.VPTU.TH", "TW.BCĐTW"])
def test_office_codes(text: str) -> None:
    assert parse_code(text) == text.strip().upper()


@pytest.mark.parametrize("text", ["", "1", "TW", "123", "01.", "01 SKHCN", "XX.BKHCN", "01..A"])
def test_not_office_codes(text: str) -> None:
    assert parse_code(text) is None


def test_the_code_one_level_up() -> None:
    assert [parent_code(code) for code in ("01.SKHCN.VP", "TW.BKHCN", "01")] == ["01.SKHCN", "TW", ""]


def test_finding_by_code_name_abbreviation_and_old_name(index: OfficeIndex) -> None:
    assert index.get("01").name == "Thành phố Hà Nội"
    assert [office.code for office in index.find("01")] == ["01"]
    for text in ("Bộ Khoa học và Công nghệ", "bộ KH&CN", "BKHCN", "tw.bkhcn", "Bộ Thông tin và Truyền thông"):
        assert [office.code for office in index.find(text)] == ["TW.BKHCN"]
    assert [office.code for office in index.find("Hà nội")] == ["01"]
    assert [office.code for office in index.find("tỉnh Kiên Giang")] == ["91"]
    assert index.find("Cơ quan không có") == []


def test_a_name_that_many_share_finds_them_all(index: OfficeIndex) -> None:
    assert len(index.find("Xã Tân Thành")) > 1


def test_searching_as_one_types(index: OfficeIndex) -> None:
    assert index.search("ha noi")[0].code == "01"
    assert index.search("bộ kho")[0].code == "TW.BKHCN"
    assert len(index.search("xa", limit=5)) == 5
    assert index.search("zzz") == []


def test_the_index_of_all_units_is_quick(index: OfficeIndex) -> None:
    index.search("warm")
    started = time.perf_counter()
    index.search("tân thành")
    assert time.perf_counter() - started < 0.5


def test_office_of_a_row() -> None:
    office = office_of({"code": "01", "name": "A", "aliases": "B; C;", "predecessors": None, "source": "x"})
    assert office == Office("01", "A", aliases=("B", "C"))
    assert split_list(" ; ") == ()


def test_cells_with_several_bodies_are_split_at_semicolons_and_lines_only() -> None:
    text = "Bộ Công an; các bộ, ngành, địa phương\n- Sở Tư pháp ;\n"
    assert split_bodies(text) == ["Bộ Công an", "các bộ, ngành, địa phương", "Sở Tư pháp"]


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ",
        "Sở Tư pháp Sở Nội vụ",
        "Văn phòng Trung ương Đảng Bộ Nội vụ",
    ],
)
def test_two_bodies_without_a_separator_are_noticed(text: str) -> None:
    assert has_glued_bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Công an; Bộ Quốc phòng",
        "Bộ Công an\nBộ Quốc phòng",
        "Bộ Công an, Bộ Quốc phòng",
        "Đảng ủy Bộ Công an",
        "Vụ Pháp chế Bộ Tư pháp",
        "Bộ Công an phối hợp với Bộ Quốc phòng",
        "Ban Cán sự đảng các Bộ ngành",
        "Bộ Khoa học và Công nghệ (chủ trì)",
        "",
    ],
)
def test_one_body_or_well_separated_ones(text: str) -> None:
    assert not has_glued_bodies(text)


def test_bodies_of_the_district_level_are_flagged_as_written() -> None:
    assert find_abolished("Sở Nội vụ; UBND huyện A; Huyện ủy B") == ["UBND huyện", "Huyện ủy"]
    assert find_abolished("UBND các quận") == ["UBND các quận"]
    assert find_abolished("UBND xã, phường; Tỉnh ủy; Bộ Quân huấn") == []


def test_spelling_of_names_does_not_matter() -> None:
    assert name_key("Ủy ban  Dân tộc") == name_key("uỷ ban dân tộc")


@pytest.mark.parametrize(
    ("unit", "place"),
    [
        ("Thành phố Hà Nội", "Hà Nội"),
        ("Tỉnh Cao Bằng", "Cao Bằng"),
        ("Xã Nội Bài", "Nội Bài"),
        ("Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Phường 1", "Phường 1"),
        ("", ""),
    ],
)
def test_a_place_in_a_date_line(unit, place):
    assert place_name(unit) == place
