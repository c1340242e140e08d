"""Danh mục nhiệm vụ: any tasks in the order given, grouped as in the annex, in the columns chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from r57desk.domain.status import timeliness_of
from r57desk.domain.tally import count
from r57desk.domain.task import Task
from r57desk.errors import Language
from r57desk.paper.cells import cell_maker, column_label, format_date
from r57desk.paper.labels import label
from r57desk.paper.model import (
    Block,
    Column,
    GroupRow,
    Letterhead,
    Masthead,
    Options,
    Paragraph,
    Row,
    Sheet,
    Signature,
    Stamp,
    Table,
)
from r57desk.paper.profile import COLUMNS

_COUNTED = (
    "done_on_time",
    "done_late",
    "done_date_unknown",
    "open_in_time",
    "open_overdue",
    "no_deadline",
    "cancelled",
)
DEFAULT_COLUMNS = ("stt", "title", "lead", "deliverable", "deadline_text", "progress", "timeliness")


@dataclass(frozen=True, slots=True)
class ListContent:
    """What is listed, in words: title and subject, the filter, and how many tasks the register holds.

    Empty `title` = the plain name of the list; empty `filter_words` = the whole register.
    """

    tasks: Sequence[Task]
    title: str = ""
    subject: str = ""
    filter_words: str = ""
    total: int | None = None
    columns: tuple[str, ...] = DEFAULT_COLUMNS
    grouped: bool = True
    signature: bool = True


def build_task_list(content: ListContent, letterhead: Letterhead, stamp: Stamp, options: Options) -> Sheet:
    """The sheet of a task list. Columns are codes of `profile.COLUMNS`; an unknown one is a bug (KeyError)."""
    language = options.language
    title = (content.title or label("task_list", language)).upper()
    return Sheet(
        title=title,
        key=f"{stamp}|{options}|{title}|{content.subject}|{content.filter_words}|{content.columns}|{content.grouped}",
        blocks=tuple(_blocks(content, letterhead, stamp, options, title)),
        options=options,
        footer=label("footer", language, revision=stamp.revision, check_code=stamp.check_code),
        page_words=label("page", language, page="{page}", pages="{pages}"),
    )


def _blocks(
    content: ListContent, letterhead: Letterhead, stamp: Stamp, options: Options, title: str
) -> Iterator[Block]:
    """From the official heading to the room for a signature."""
    profile, language = options.profile, options.language
    yield Masthead(letterhead, stamp.as_of.year)
    yield Paragraph(title, profile.title, "center", gap=10, keep_with_next=True, balanced=True)
    if content.subject:
        yield Paragraph(content.subject, profile.subject, "center", keep_with_next=True, balanced=True)
    if profile.title_mark:
        yield Paragraph(profile.title_mark, profile.subject, "center", keep_with_next=True)
    yield Paragraph(
        _remark(content, stamp, language), profile.remark, "center", gap=2, keep_with_next=True, balanced=True
    )
    yield _table(content, stamp, language)
    if content.tasks:
        counts = counts_line(content.tasks, stamp, language)
        yield Paragraph(counts, profile.text, gap=6, keep_with_previous=True)
    if content.signature:
        yield Signature()


def _remark(content: ListContent, stamp: Stamp, language: Language) -> str:
    """As-of date, filter and counts, in brackets under the title."""
    shown, total = len(content.tasks), content.total
    as_of = label("as_of", language, date=format_date(stamp.as_of))
    if total is None or total == shown:
        count = label("count", language, shown=shown)
    else:
        count = label("shown", language, shown=shown, total=total)
    if content.filter_words:
        words = content.filter_words[0].upper() + content.filter_words[1:]
        return f"({as_of}. {words}; {count})"
    return f"({as_of}; {count})"


def _table(content: ListContent, stamp: Stamp, language: Language) -> Table:
    """The tasks under their group rows."""
    codes = content.columns
    columns = tuple(_column(code, language) for code in codes)
    make_cells = cell_maker(codes, stamp, language)
    rows: list[Row | GroupRow] = []
    headings = _Headings(content.tasks, language) if content.grouped else None
    for task in content.tasks:
        if headings:
            rows += headings.before(task)
        rows.append(Row(make_cells(task)))
    return Table(
        columns=columns,
        rows=tuple(rows),
        empty=label("empty", language),
        continued=label("continued", language),
        continued_column=codes.index("title") if "title" in codes else 0,
        repeated_columns=tuple(i for i, code in enumerate(codes) if code in ("stt", "code")),
        gap=8,
    )


def _column(code: str, language: Language) -> Column:
    """The printed column of a field."""
    width = COLUMNS[code]
    return Column(column_label(code, language), width.least, width.share, width.align)


class _Headings:
    """Which group rows come before a task: its document, where there are several, and its category."""

    def __init__(self, tasks: Sequence[Task], language: Language) -> None:
        self._ungrouped = label("ungrouped", language)
        self._documents = len({task.source_doc for task in tasks}) > 1
        self._categories = any(task.category or task.group_no for task in tasks)
        self._document: str | None = None
        self._category: tuple[str, str] | None = None

    def before(self, task: Task) -> Iterator[GroupRow]:
        """The headings that change with this task."""
        if self._documents and task.source_doc != self._document:
            self._document, self._category = task.source_doc, None
            yield GroupRow(task.source_doc or self._ungrouped)
        category = (task.group_no, task.category)
        if self._categories and category != self._category:
            self._category = category
            yield GroupRow(". ".join(filter(None, category)) or self._ungrouped)


def counts_line(tasks: Sequence[Task], stamp: Stamp, language: Language) -> str:
    """The official counts of these tasks in one sentence; counts of nothing are left out."""
    tally = count((task.progress, timeliness_of(task, stamp.as_of, stamp.warn_days)) for task in tasks)
    parts = [(name, getattr(tally, name)) for name in _COUNTED]
    words = "; ".join(label(f"counts_{name}", language, count=number) for name, number in parts if number)
    total = label("counts_total", language, count=tally.total)
    return f"{total}: {words}." if words else f"{total}."
