"""Tasks that are counted at once and read when they are looked at: a list of row numbers that answers as tasks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import overload

from r57desk.domain.task import Task

PAGE, PAGES = 32, 8
ReadPage = Callable[[Sequence[int]], list[Task]]
_GONE = Task("")


class TaskRun(Sequence[Task]):
    """Tasks in the order of `numbers`; holds at most 8 pages of 32 of them.

    A task that is gone since the numbers were found stands as an empty one: whoever shows a run reads it anew then.
    """

    def __init__(self, numbers: Sequence[int], read: ReadPage) -> None:
        self.numbers = numbers
        self._read = read
        self._pages: OrderedDict[int, list[Task]] = OrderedDict()

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> Task: ...
    @overload
    def __getitem__(self, place: slice) -> list[Task]: ...
    def __getitem__(self, place: int | slice) -> Task | list[Task]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self.numbers)))]
        count = len(self.numbers)
        if not -count <= place < count:
            raise IndexError(place)
        number, inside = divmod(place % count, PAGE)
        page = self._page(number)
        return page[inside] if inside < len(page) else _GONE

    def _page(self, number: int) -> list[Task]:
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._read(self.numbers[number * PAGE : (number + 1) * PAGE])
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page
