"""Phiếu tổng hợp nhiệm vụ: everything known about one task, on its own pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from r57desk.domain.completeness import CLARITIES, format_missing, missing_clarities
from r57desk.domain.fields import BY_CODE
from r57desk.domain.task import Task
from r57desk.errors import Language
from r57desk.paper.cells import (
    column_label,
    deadline_as_read,
    format_date,
    progress,
    timeliness,
)
from r57desk.paper.labels import label
from r57desk.paper.model import (
    Block,
    Checklist,
    Column,
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
from r57desk.paper.profile import Face

_LABEL_MM = 46.0
_SECOND_LABEL_MM = 28.0
_VALUE_MM = 30.0
_PART = Face(13, bold=True)
_TEXT = Face(12)
_HISTORY_COLUMNS = (
    ("history_when", 24.0, 0),
    ("history_who", 28.0, 300),
    ("history_field", 26.0, 200),
    ("history_old", 30.0, 800),
    ("history_new", 30.0, 800),
)
# One or two facts to a line of the form.
_ASSIGNED = (
    ("title",),
    ("source_doc", "code"),
    ("lead",),
    ("coop",),
    ("leader", "officer"),
    ("deliverable",),
    ("authority",),
    ("deadline_written",),
    ("deadline_read",),
)
_REPORTED = (("progress", "timeliness"), ("result_now",), ("evidence",), ("obstacles",), ("proposals",), ("note",))


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of one field, all in words."""

    when: str
    who: str
    field: str
    old: str
    new: str


def build_task_sheet(
    task: Task, letterhead: Letterhead, stamp: Stamp, options: Options, history: Sequence[HistoryLine] = ()
) -> Sheet:
    """The sheet of one task; `history` newest first or last, as the caller likes it read."""
    language = options.language
    return Sheet(
        title=f"{label('task_sheet', language)} {task.code or task.stt}".strip(),
        key=f"{stamp}|{options}|{task.id}|{len(history)}",
        blocks=tuple(_blocks(task, letterhead, stamp, options, history)),
        options=options,
        footer=label("footer", language, revision=stamp.revision, check_code=stamp.check_code),
        page_words=label("page", language, page="{page}", pages="{pages}"),
    )


def _blocks(
    task: Task, letterhead: Letterhead, stamp: Stamp, options: Options, history: Sequence[HistoryLine]
) -> Iterator[Block]:
    """From the official heading to the room for a signature."""
    profile, language = options.profile, options.language
    yield Masthead(letterhead, stamp.as_of.year)
    yield Paragraph(label("task_sheet", language), profile.title, "center", gap=10, keep_with_next=True)
    subject = _subject(task, language)
    if subject:
        yield Paragraph(subject, profile.subject, "center", keep_with_next=True, balanced=True)
    if profile.title_mark:
        yield Paragraph(profile.title_mark, profile.subject, "center", keep_with_next=True)
    as_of = label("as_of", language, date=format_date(stamp.as_of))
    yield Paragraph(f"({as_of})", profile.remark, "center", gap=2, keep_with_next=True)
    facts = _facts(task, stamp, language)
    yield _part("part_assigned", language)
    yield from _form(_ASSIGNED, facts, language)
    yield _part("part_progress", language)
    yield from _form(_REPORTED, facts, language)
    yield _part("part_clarity", language)
    yield from _clarity(task, language)
    if history:
        yield _part("part_history", language)
        yield _history(history, language)
    yield Signature()


def _subject(task: Task, language: Language) -> str:
    """Which task: its number in its document."""
    words = [label("number", language, number=task.stt)] if task.stt else []
    if task.source_doc:
        words.append(label("of_document", language, document=task.source_doc))
    return " ".join(words)


def _part(name: str, language: Language) -> Paragraph:
    """The heading of a part."""
    return Paragraph(label(name, language), _PART, gap=10, keep_with_next=True)


def _facts(task: Task, stamp: Stamp, language: Language) -> dict[str, str]:
    """What is known of the task, in words, by field or by label."""
    texts = {line: str(getattr(task, line)) for row in (*_ASSIGNED, *_REPORTED) for line in row if line in BY_CODE}
    return texts | {
        "deadline_written": task.deadline_text,
        "deadline_read": deadline_as_read(task, language),
        "progress": progress(task, language),
        "timeliness": timeliness(task, stamp, language),
    }


def _form(rows: Sequence[tuple[str, ...]], facts: dict[str, str], language: Language) -> Iterator[Table]:
    """Labels and values in ruled lines; what is not known stays blank, to be written in by hand."""
    gap = 3
    for count, several in groupby(rows, len):
        columns = [Column("", _LABEL_MM, bold=True), Column("", _VALUE_MM, share=1)]
        columns += [Column("", _SECOND_LABEL_MM, bold=True), Column("", _VALUE_MM, share=1)] * (count - 1)
        lines = [
            Row(tuple(text for name in row for text in (column_label(name, language), facts[name])))
            for row in several
        ]
        yield Table(
            tuple(columns), tuple(lines), header=False, continued=label("continued", language), continued_column=1,
            repeated_columns=(0,), gap=gap,
        )  # fmt: skip
        gap = 0


def _clarity(task: Task, language: Language) -> Iterator[Block]:
    """Six drawn boxes and what is missing, in words."""
    missing = missing_clarities(task)
    words = {code: format_missing((code,), language) for code, *_ in CLARITIES}
    yield Checklist(
        tuple((f"{word[0].upper()}{word[1:]}", code not in missing) for code, word in words.items()), _TEXT, gap=4
    )
    lacking = label("missing", language, list=format_missing(missing, language))
    yield Paragraph(lacking if missing else label("complete", language), _TEXT, gap=2)


def _history(history: Sequence[HistoryLine], language: Language) -> Table:
    """Every change the caller names."""
    columns = tuple(Column(label(name, language), least, share) for name, least, share in _HISTORY_COLUMNS)
    rows = tuple(Row((line.when, line.who, line.field, line.old, line.new)) for line in history)
    return Table(columns, rows, continued=label("continued", language), continued_column=4, gap=3)
