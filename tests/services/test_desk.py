"""Making and opening a register."""

from __future__ import annotations

import pytest

from r57desk.errors import DeskError
from r57desk.services.desk import Desk
from r57desk.store import backup, projection, projection_version


@pytest.mark.parametrize(("office", "name", "shown"), [("01", "", "Thành phố Hà Nội"), ("01.SKHCN", "Sở KH&CN", "Sở KH&CN"),
                                                      ("TW.BKHCN", "", "Bộ Khoa học và Công nghệ")])  # fmt: skip
def test_a_new_register_knows_its_office(tmp_path, office, name, shown):
    desk = Desk.create(tmp_path / "so" / "moi.db", office, name)
    assert (desk.office, desk.office_name) == (office, shown)
    assert desk.register.find_office_name(office) == shown
    assert len(desk.register.search_offices("", limit=9999)) >= 3355
    desk.close()
    assert not list((tmp_path / "so").glob("*.dang-lap*"))


@pytest.mark.parametrize(
    ("office", "code"),
    [("khong phai", "office_code_wrong"), ("TW", "office_is_central"), ("01.CHUACO", "office_unknown")],
)
def test_an_unknown_office_makes_no_register(tmp_path, office, code):
    with pytest.raises(DeskError) as refused:
        Desk.create(tmp_path / "moi.db", office, "  ")
    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_register_is_never_made_over_another(register):
    before = register.read_bytes()
    with pytest.raises(DeskError) as refused:
        Desk.create(register, "01")
    assert refused.value.code == "register_exists"
    assert register.read_bytes() == before


def test_one_writer_at_a_time_and_any_number_of_readers(desk, register):
    with pytest.raises(DeskError) as refused:
        Desk.open(register)
    assert refused.value.code == "register_locked"
    reader = Desk.open(register, read_only=True)
    desk.tasks.create({"title": "Một việc"})
    assert [task.title for task in reader.tasks.find()] == ["Một việc"]
    assert reader.read_only
    with pytest.raises(DeskError) as refused:
        reader.tasks.create({"title": "Hai"})
    assert refused.value.code == "register_looked_at"
    reader.close()


def test_the_first_writer_of_a_day_leaves_a_copy(desk, register):
    assert [copy.reason for copy in desk.register.backups()] == ["day"]
    desk.close()
    again = Desk.open(register)
    assert len(again.register.backups()) == 1
    again.close()


def test_options_travel_with_the_register(desk, register):
    desk.set_option("warn_days", "15")
    desk.set_option("language", "en")
    desk.close()
    again = Desk.open(register)
    assert (again.warn_days, again.language) == (15, "en")
    again.close()


def test_a_register_whose_tables_another_version_made_is_copied_and_made_anew_when_opened(register, monkeypatch):
    with Desk.open(register).writer as db:
        before = projection.dump(db)
        copies = len(backup.find_backups(register))
    monkeypatch.setattr(projection_version, "VERSION", "sau này")
    with Desk.open(register).writer as db:
        assert projection_version.is_current(db)
        assert projection.dump(db) == before
    assert [one.reason for one in backup.find_backups(register)].count("update") == 1
    assert len(backup.find_backups(register)) == copies + 1
