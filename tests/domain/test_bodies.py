"""What a body is called that nobody registered."""

from __future__ import annotations

import pytest

from r57desk.domain.bodies import BODIES, name_body

UNITS = {"01": "Thành phố Hà Nội", "08": "Tỉnh Tuyên Quang", "00004": "Phường Ba Đình"}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("01.SNV", "Sở Nội vụ thành phố Hà Nội"),
        ("08.SKHCN", "Sở Khoa học và Công nghệ tỉnh Tuyên Quang"),
        ("00004.PKT", "Phòng Kinh tế phường Ba Đình"),
        ("99.SNV", "Sở Nội vụ"),
        ("01.PKT", ""),
        ("01.TU", ""),
        ("01", ""),
        ("TW.BKHCN", ""),
        ("01.XYZ", ""),
        ("", ""),
    ],
)
def test_a_code_of_a_usual_body_has_a_name(code, name):
    assert name_body(code, lambda unit: UNITS.get(unit, "")) == name


def test_every_body_has_a_code_of_its_own():
    assert len({(level, suffix) for level, suffix, _ in BODIES}) == len(BODIES)
