"""What a user does with tasks: look, count, change, delete, and see where every value came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from r57desk.domain.query import EVERYTHING, Query
from r57desk.domain.task import Task
from r57desk.domain.text import one_line
from r57desk.errors import DeskError
from r57desk.services import lists
from r57desk.services.lists import CalendarMonth, Counts, Facet, SortKey, TaskIds
from r57desk.store import task_query

if TYPE_CHECKING:
    from r57desk.merge.model import Value
    from r57desk.services.changes import Changes
    from r57desk.services.desk import Desk
    from r57desk.services.history import HistoryEntry
    from r57desk.services.task_writing import TaskWriting

__all__ = ["CalendarMonth", "Counts", "Facet", "SortKey", "TaskIds", "TaskService"]


class TaskService:
    """Tasks of one register."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # -- looking -------------------------------------------------------------------------------------

    def find_ids(self, query: Query = EVERYTHING, sort: Sequence[SortKey] = (), as_of: date | None = None) -> TaskIds:
        """The numbers of the rows a query finds, in order; pages of them are read with `get_page`."""
        return lists.read_ids(self._desk.reader, query, sort, self._day(as_of), self._desk.warn_days)

    def get_page(self, numbers: Sequence[int]) -> list[Task]:
        """The tasks of these row numbers, in the order given."""
        return task_query.get_page(self._desk.reader, numbers)

    def find(self, query: Query = EVERYTHING, as_of: date | None = None, sort: Sequence[SortKey] = ()) -> list[Task]:
        """Every task a query finds, in order."""
        return self.get_page(self.find_ids(query, sort, as_of).ids)

    def find_document_year(self, source: str) -> int | None:
        """The year of the document tasks follow from, which completes their deadlines where these name none."""
        from r57desk.services.documents import find_document_year

        return find_document_year(self._desk.reader, source)

    def resolve(self, prefix: str) -> str:
        """The row id that begins so, of a task shown or deleted; DeskError `row_not_found` or `row_ambiguous`."""
        from r57desk.store import rows

        return rows.find_row(self._desk.reader, one_line(prefix))

    def get(self, prefix: str) -> Task:
        """The task whose row id begins so; DeskError `row_not_found` or `row_ambiguous`."""
        found = task_query.find_tasks(self._desk.reader, [self.resolve(prefix)])
        if not found:
            raise DeskError("row_not_found", id=prefix)
        return found[0]

    def find_number(self, row_id: str) -> int | None:
        """The row number of a task, None when it is not shown."""
        return task_query.find_number(self._desk.reader, row_id)

    def count(self, query: Query = EVERYTHING, as_of: date | None = None) -> Counts:
        """How many are shown, of how many, and how they stand."""
        return lists.read_counts(self._desk.reader, query, self._day(as_of), self._desk.warn_days)

    def facets(self, field: str, query: Query = EVERYTHING, as_of: date | None = None) -> list[Facet]:
        """The values a field takes among the rows a query finds, with counts: the list of a filter."""
        desk = self._desk
        return lists.read_facets(desk.reader, field, query, self._day(as_of), desk.warn_days, desk.language)

    def month(self, year: int, month: int, query: Query = EVERYTHING, as_of: date | None = None) -> CalendarMonth:
        """What the calendar shows of one month: days, strips of coarser deadlines, undated tasks."""
        return lists.read_month(self._desk.reader, year, month, query, self._day(as_of), self._desk.warn_days)

    def history(self, row_id: str) -> list[HistoryEntry]:
        """Everything written to a row, oldest first."""
        from r57desk.services.history import read_history

        return read_history(self._desk.reader, row_id, self._desk.language)

    def _day(self, as_of: date | None) -> date:
        return as_of or self._desk.today()

    # -- changing ------------------------------------------------------------------------------------
    # Edits, deltas and the fold are loaded with the first change: a window that shows tasks starts without them.

    def set_fields(self, row_ids: Iterable[str], values: Mapping[str, Value]) -> Changes:
        """Write values, as typed, into rows, as one change; "" or None erases.

        Fields another office owns become requests and are named in `Changes.requests`. DeskError `value_unread`,
        `title_required`: nothing was written.
        """
        return self._writing.set_fields(row_ids, values)

    def create(self, values: Mapping[str, Value]) -> Changes:
        """A new task of our own; DeskError `title_required`, `value_unread`."""
        return self._writing.create(values)

    def delete(self, row_ids: Iterable[str]) -> Changes:
        """Take tasks out of the register as one change; undo brings them back."""
        return self._writing.delete(row_ids)

    @cached_property
    def _writing(self) -> TaskWriting:
        from r57desk.services.task_writing import TaskWriting

        return TaskWriting(self._desk)
