"""What every new register starts with."""

from __future__ import annotations

from r57desk.services.seeding import find_seed_office, read_seed_offices
from r57desk.store import registers


def test_the_seeds_are_all_read(desk):
    assert sum(office.level == "province" for office in read_seed_offices()) == 34
    assert sum(office.level == "commune" for office in read_seed_offices()) == 3321
    assert find_seed_office("01").name == "Thành phố Hà Nội"
    assert find_seed_office("99") is None
    for kind, least in (("office", 3390), ("public_day", 40), ("document", 5)):
        assert len(registers.find_register(desk.reader, kind)) >= least, kind


def test_two_new_registers_of_one_office_hold_the_same_log(desk, tmp_path):
    from r57desk.services.desk import Desk

    other = Desk.create(tmp_path / "khac.db", "01")
    assert other.register.revision() == desk.register.revision()
    other.close()
