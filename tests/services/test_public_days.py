"""Public days through the open register: written, changed, removed, undone."""

from __future__ import annotations

from datetime import date

from r57desk.domain.workdays import PublicDay


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


def test_days_come_in_order_and_removing_none_is_no_change(desk):
    days = [day.date for day in desk.register.public_days()]
    assert days == sorted(days)
    assert not desk.register.remove_public_day(date(2026, 3, 4))
