"""Offices, public days, samples, backups, and the check."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest

from r57desk.domain.workdays import PublicDay
from r57desk.errors import DeskError
from r57desk.services.register import find_backups, restore_backup


def test_every_unit_is_there_and_found_by_what_people_type(desk):
    assert desk.register.get_office_code("tỉnh cao bằng") == "04"
    assert desk.register.get_office_code("TW.BKHCN") == "TW.BKHCN"
    assert desk.register.get_office_code("04.SNV") == "04.SNV"
    assert desk.register.find_office_name("04") == "Tỉnh Cao Bằng"
    assert desk.register.find_office_name("99.X") == "99.X"
    assert any(office.code == "04" for office in desk.register.search_offices("cao bang"))
    with pytest.raises(DeskError) as refused:
        desk.register.get_office_code("không có đâu")
    assert refused.value.code == "office_code_wrong"


def test_a_public_day_is_written_changed_removed_and_undone(desk):
    day = date(2026, 1, 2)
    assert not desk.days.is_working(day), "the seeds hold the swap of 2 January 2026"
    assert desk.days.is_working(date(2026, 1, 10))
    desk.register.remove_public_day(day)
    assert desk.days.is_working(day)
    desk.undo.undo()
    assert not desk.days.is_working(day)
    extra = date(2026, 3, 4)
    desk.register.set_public_day(PublicDay(extra, "nghi", "Nghỉ bù"))
    desk.register.set_public_day(PublicDay(extra, "nghi", "Nghỉ bù của tỉnh"))
    assert desk.days.find(extra).name == "Nghỉ bù của tỉnh"
    desk.register.remove_public_day(extra)
    desk.register.set_public_day(PublicDay(extra, "nghi", "Lại nghỉ"))
    assert desk.days.find(extra).name == "Lại nghỉ"


def test_samples_are_marked_and_removable_and_leave_own_tasks_alone(desk):
    desk.register.load_samples()
    assert desk.register.has_samples()
    assert all(task.sample for task in desk.tasks.find())
    (own,) = desk.tasks.create({"title": "Việc của cơ quan"}).rows
    desk.tasks.set_fields([desk.tasks.find()[0].id], {"note": "sửa vào dòng mẫu"})
    desk.register.remove_samples()
    assert not desk.register.has_samples()
    assert [task.id for task in desk.tasks.find()] == [own]
    assert not desk.tasks.get(own).sample


def test_the_revision_tells_registers_apart(desk):
    before = desk.register.revision()
    desk.tasks.create({"title": "Một việc"})
    after = desk.register.revision()
    assert after.number == before.number + 1
    assert len(after.check_code) == 4
    assert after.check_code != before.check_code


def test_a_sound_register_says_so_and_a_touched_row_is_found(desk, register):
    desk.tasks.create({"title": "Một việc"})
    report = desk.register.check()
    assert report.sound
    assert (report.tasks, report.backups, report.backup_due) == (1, 1, False)
    with sqlite3.connect(register) as by_hand:
        by_hand.execute("UPDATE task SET title = 'khác'")
    report = desk.register.check()
    assert not report.sound
    assert report.problems("vi")[0].startswith("dòng không khớp nhật ký")
    assert report.problems("en")[0].startswith("a row does not match the log")


def test_a_copy_can_take_the_place_of_the_register(desk, register):
    from r57desk.services.desk import Desk

    desk.tasks.create({"title": "Trước"})
    copy = desk.register.back_up()
    desk.tasks.create({"title": "Sau"})
    desk.close()
    assert copy in find_backups(register)
    aside = restore_backup(register, copy)
    assert aside is not None
    assert aside.exists()
    again = Desk.open(register)
    assert [task.title for task in again.tasks.find()] == ["Trước"]
    again.close()


def test_the_office_can_change_and_what_was_written_keeps_its_own(desk):
    (row,) = desk.tasks.create({"title": "Một việc"}).rows
    desk.register.set_office("04", "Tỉnh Cao Bằng")
    assert (desk.office, desk.office_name) == ("04", "Tỉnh Cao Bằng")
    assert {entry.office for entry in desk.tasks.history(row)} == {"01"}
