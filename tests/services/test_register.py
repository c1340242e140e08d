"""Offices, public days, samples, backups, and the check."""

from __future__ import annotations

import sqlite3

import pytest

from r57desk.errors import DeskError
from r57desk.services.register import find_backups, restore_backup


def test_every_unit_is_there_and_found_by_what_people_type(desk):
    assert desk.register.get_office_code("tỉnh cao bằng") == "04"
    assert desk.register.get_office_code("TW.BKHCN") == "TW.BKHCN"
    assert desk.register.get_office_code("04.SNV") == "04.SNV"
    assert desk.register.find_office_name("04") == "Tỉnh Cao Bằng"
    assert desk.register.find_office_name("99.X") == "99.X"
    assert any(office.code == "04" for office in desk.register.search_offices("cao bang"))
    for text, code in (
        ("không có đâu", "office_code_wrong"),
        ("TW", "office_is_central"),
        (" tw. ", "office_is_central"),
        ("Tân Thành", "office_ambiguous"),
    ):
        with pytest.raises(DeskError) as refused:
            desk.register.get_office_code(text)
        assert refused.value.code == code, text
    offices = [office.code for office in desk.register.search_offices("Tân Thành")]
    assert refused.value.details["count"] > 1
    assert refused.value.sentence().split("tên: ")[1].split(",")[0] in offices


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


def test_samples_go_all_or_none(desk, tmp_path):
    desk.register.load_samples()
    more = tmp_path / "them.csv"
    more.write_text("TT,Tên nhiệm vụ,Chủ trì\n1,Một việc mẫu nữa,Sở Y tế\n", encoding="utf-8")
    desk.imports.apply(desk.imports.plan(desk.imports.read(more)), sample=True)
    before = desk.register.revision(), len(desk.tasks.find())
    first = desk.imports.records()[-1].change
    refusal = f"BEFORE INSERT ON change WHEN NEW.target = {first} BEGIN SELECT RAISE(ABORT, 'no'); END"
    desk.writer.connection.execute(f"CREATE TRIGGER disk_says_no {refusal}")
    with pytest.raises(sqlite3.IntegrityError):
        desk.register.remove_samples()
    assert (desk.register.revision(), len(desk.tasks.find())) == before
    desk.writer.connection.execute("DROP TRIGGER disk_says_no")
    desk.register.remove_samples()
    assert desk.tasks.find() == []


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
