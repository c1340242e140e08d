"""Working days: Monday to Friday, but for the days in the register of public days.

`nghi` is a day off, `lam_bu` a weekend day worked instead. Changing the register moves no deadline.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

DayType = Literal["nghi", "lam_bu"]
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)
_FAR = 3660  # no register holds ten years without a working day


@dataclass(frozen=True, slots=True)
class PublicDay:
    """One day of the register of public days."""

    date: date
    type: DayType
    name: str = ""


class WorkCalendar:
    """Which days are worked. Holds its days, never reads a clock."""

    def __init__(self, days: Iterable[PublicDay] = ()) -> None:
        self._days = {day.date: day for day in days}

    def find(self, day: date) -> PublicDay | None:
        """The entry of the register for this day, if any."""
        return self._days.get(day)

    def is_working(self, day: date) -> bool:
        """A make-up day, or a weekday that is not a day off."""
        entry = self._days.get(day)
        return entry.type == "lam_bu" if entry else day.weekday() < _SATURDAY

    def next(self, day: date) -> date:
        """The day itself when it is worked, else the next one that is (the hint beside a due day off)."""
        for _ in range(_FAR):
            if self.is_working(day):
                return day
            day += _ONE_DAY
        raise ValueError("no working day in ten years")

    def add(self, day: date, count: int) -> date:
        """The day `count` working days after (before, when negative) this one, which is not counted itself."""
        step = _ONE_DAY if count >= 0 else -_ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def count(self, first: date, last: date) -> int:
        """Working days from `first` to `last`, both counted; 0 when last is before first."""
        days = max((last - first).days + 1, 0)
        weeks, rest = divmod(days, 7)
        weekdays = weeks * 5 + sum((first.weekday() + n) % 7 < _SATURDAY for n in range(rest))
        return weekdays + sum(self._difference(day) for day in self._days if first <= day <= last)

    def _difference(self, day: date) -> int:
        return int(self.is_working(day)) - int(day.weekday() < _SATURDAY)
