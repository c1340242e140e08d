"""The words of the calendar: months, quarters, weekdays, a day as it is read aloud."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from r57desk.ui.calendar_model import DayCell

_ROMAN = ("I", "II", "III", "IV")


class _Counts(QObject):
    """Numbers in words; only `tr` of an object knows plural forms."""

    def working(self, days: int) -> str:
        return self.tr("%n ngày làm việc", "", days)

    def left(self, days: int) -> str:
        return self.tr("còn %n ngày", "", days)

    def tasks(self, count: int) -> str:
        return self.tr("%n việc", "", count)


def weekdays() -> tuple[str, ...]:
    """Monday first."""
    return (
        QCoreApplication.translate("calendar", "Thứ Hai"),
        QCoreApplication.translate("calendar", "Thứ Ba"),
        QCoreApplication.translate("calendar", "Thứ Tư"),
        QCoreApplication.translate("calendar", "Thứ Năm"),
        QCoreApplication.translate("calendar", "Thứ Sáu"),
        QCoreApplication.translate("calendar", "Thứ Bảy"),
        QCoreApplication.translate("calendar", "Chủ nhật"),
    )


def long_date(day: date) -> str:
    """“Thứ Tư, 24/09/2025”."""
    return f"{weekdays()[day.weekday()]}, {day:%d/%m/%Y}"


def month_title(year: int, month: int) -> str:
    """“Tháng 9/2025”."""
    words = QCoreApplication.translate("calendar", "Tháng {month}/{year}")
    return words.format(month=month, year=year, name=_month_name(month))


def _month_name(month: int) -> str:
    """The name of a month for languages that have one; Vietnamese counts."""
    return QLocale(QLocale.Language.English).standaloneMonthName(month)


def week_title(monday: date) -> str:
    """“Tuần 39 · 22/09–28/09/2025”."""
    words = QCoreApplication.translate("calendar", "Tuần {week} · {first:%d/%m}–{last:%d/%m/%Y}")
    return words.format(week=monday.isocalendar().week, first=monday, last=monday + timedelta(days=6))


def strip_names(year: int, month: int) -> dict[str, str]:
    """What each strip is called in a month."""
    return {
        "late": QCoreApplication.translate("calendar", "Đã quá hạn"),
        "month": QCoreApplication.translate("calendar", "Trong tháng {month}").format(
            month=month, name=_month_name(month)
        ),
        "quarter": QCoreApplication.translate("calendar", "Trong quý {quarter}").format(
            quarter=_ROMAN[(month - 1) // 3]
        ),
        "year": QCoreApplication.translate("calendar", "Trong năm {year}").format(year=year),
    }


def undated_names() -> dict[str, str]:
    """The sections of the side list, in their order."""
    return {
        "none": QCoreApplication.translate("calendar", "Chưa chốt hạn"),
        "unknown": QCoreApplication.translate("calendar", "Chưa đọc được hạn"),
        "event": QCoreApplication.translate("calendar", "Chờ sự kiện"),
        "open": QCoreApplication.translate("calendar", "Không định ngày kết thúc"),
        "recurring": QCoreApplication.translate("calendar", "Định kỳ"),
        "standing": QCoreApplication.translate("calendar", "Thường xuyên"),
    }


def day_remark(name: str, *, make_up: bool) -> str:
    """What a public day is called in its cell: "Nghỉ Quốc khánh", "Làm bù"."""
    if make_up:
        return QCoreApplication.translate("calendar", "Làm bù")
    if name.startswith("Nghỉ"):
        return name
    return QCoreApplication.translate("calendar", "Nghỉ {name}").format(name=name.removeprefix("Ngày "))


def working_days(total: int, left: int | None) -> str:
    """“20 ngày làm việc · còn 5 ngày”; `left` only in the present month."""
    words = _Counts().working(total)
    return words if left is None else f"{words} · {_Counts().left(left)}"


def describe_day(cell: DayCell, items: Iterable[str]) -> str:
    """A day as a screen reader says it: date, lunar day, remark, its tasks."""
    parts = [long_date(cell.day)]
    if cell.lunar:
        parts.append(QCoreApplication.translate("calendar", "âm lịch {lunar}").format(lunar=cell.lunar))
    if cell.today:
        parts.append(QCoreApplication.translate("calendar", "hôm nay"))
    if cell.remark:
        parts.append(cell.remark)
    elif not cell.working:
        parts.append(QCoreApplication.translate("calendar", "ngày nghỉ"))
    parts.append(_Counts().tasks(len(cell.tasks)))
    parts.extend(items)
    return ", ".join(parts)
