"""Official tallies, always counted from rows: done on time or late, open in time or overdue, without a deadline.

The identity: total = done (on time + late + date unknown) + open (in time + overdue) + no deadline. Cancelled
tasks leave the total and are counted beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from r57desk.domain.status import CANCELLED, DONE

_WHERE = {
    (True, "dung_han"): "done_on_time",
    (True, "truoc_han"): "done_on_time",
    (True, "qua_han"): "done_late",
    (True, "chua_ro_ngay"): "done_date_unknown",
    (False, "trong_han"): "open_in_time",
    (False, "sap_den_han"): "open_in_time",
    (False, "qua_han"): "open_overdue",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of tasks. `due_soon` is part of `open_in_time`, `no_deadline_done` of `no_deadline`."""

    done_on_time: int = 0
    done_late: int = 0
    done_date_unknown: int = 0
    open_in_time: int = 0
    open_overdue: int = 0
    no_deadline: int = 0
    cancelled: int = 0
    due_soon: int = 0
    no_deadline_done: int = 0

    @property
    def done(self) -> int:
        """Done tasks that have a deadline."""
        return self.done_on_time + self.done_late + self.done_date_unknown

    @property
    def open(self) -> int:
        """Open tasks that have a deadline."""
        return self.open_in_time + self.open_overdue

    @property
    def due(self) -> int:
        """Tasks with a deadline: what percentages are counted on."""
        return self.done + self.open

    @property
    def total(self) -> int:
        """All tasks but the cancelled ones."""
        return self.due + self.no_deadline

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def count(rows: Iterable[tuple[str, str]]) -> Tally:
    """The tally of (progress, timeliness) pairs, as `domain.status.timeliness` gives them."""
    numbers = dict.fromkeys((f.name for f in fields(Tally)), 0)
    for progress, timeliness in rows:
        for name in _places(progress, timeliness):
            numbers[name] += 1
    return Tally(**numbers)


def count_by_group(rows: Iterable[tuple[str, str, str]]) -> dict[str, Tally]:
    """Tallies of (group, progress, timeliness) rows, in the order the groups first appear; their sum is the total."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for group, progress, timeliness in rows:
        groups.setdefault(group, []).append((progress, timeliness))
    return {group: count(pairs) for group, pairs in groups.items()}


def _places(progress: str, timeliness: str) -> tuple[str, ...]:
    """Every count a task belongs to."""
    if progress == CANCELLED:
        return ("cancelled",)
    done = progress == DONE
    if timeliness == "khong_han":
        return ("no_deadline", "no_deadline_done") if done else ("no_deadline",)
    place = _WHERE[done, timeliness]
    return (place, "due_soon") if timeliness == "sap_den_han" else (place,)
