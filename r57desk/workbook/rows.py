"""Rows: what stands below the header, told apart (tasks, group rows, totals, signatures) and made canonical.

A bad cell blocks only itself. Rows that are no task are listed, never silently dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from r57desk.domain.fields import Field
from r57desk.domain.ids import MARK_SEPARATOR, parse_row_id
from r57desk.domain.text import fold, one_line
from r57desk.errors import DeskError
from r57desk.workbook.canonical import LOOK, Canonical, ColumnReader, Flag, raw_text
from r57desk.workbook.cells import CellLook, column_letters
from r57desk.workbook.grid import Value
from r57desk.workbook.groups import Group, Groups, find_group_line, is_group_number
from r57desk.workbook.layout import Merge, is_numbering
from r57desk.workbook.marks import EXISTS, GROUP_MARK
from r57desk.workbook.merged import MergedCells
from r57desk.workbook.row_kinds import bears_secret_mark, is_number, is_signature, is_total

PlainRow = tuple[int, str, tuple[str | None, ...], str]
PlainRemark = tuple[str, str, str, str, str]

_SENTENCE_END = (".", "!", "?")
_NO_ROW = -9
_DELETES = frozenset({"x", "×", "v", "✓", "✔", "xoa", "co", "yes", "delete", "true", "1"})
_KEEPS = frozenset({"", "-", "khong", "no", "false", "0"})


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column to read: its number (0-based) and its field."""

    column: int
    field: Field


@dataclass(slots=True)
class Table:
    """What is known of a table before its rows are read. Row numbers are 0-based."""

    file: str
    sheet: str
    columns: Sequence[TableColumn]
    header_bottom: int
    header_texts: frozenset[str]
    look: CellLook
    merges: Sequence[Merge] = ()
    first_field: str = "title"  # the field without which a row is none
    id_column: int | None = None
    delete_column: int | None = None
    group_column: int | None = None  # repeats the numbers of the group rows
    is_own: bool = False  # our own workbook: rows have ids, groups have columns, text is as it was
    year: int | None = None
    most_rows: int = 200_000
    cell_length: int = 32_767


class RowReader:
    """Reads the rows of one table; the results are its lists, as plain values. `fields` names the values of a row."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.rows: list[PlainRow] = []
        self.quarantined: list[PlainRemark] = []
        self.notes: list[PlainRemark] = []
        self.skipped: list[tuple[int, str, str]] = []
        self.deleted: set[int] = set()  # the sheet rows, as Excel numbers them, that ask to be deleted
        self._readers = [ColumnReader(c.field, table.year, table.cell_length, table.is_own) for c in table.columns]
        self._getters = [
            (reader.__getitem__, c.column) for reader, c in zip(self._readers, table.columns, strict=True)
        ]
        self._codes = [c.field.code for c in table.columns]
        self._first = next(c.column for c in table.columns if c.field.code == table.first_field)
        self._first_at = self._codes.index(table.first_field)
        self._number = next((c.column for c in table.columns if c.field.code == "stt"), None)
        self._number_at = self._codes.index("stt") if "stt" in self._codes else None
        self._is_task = table.first_field == "title"
        self._derived = tuple(
            code
            for code in ("group_no", "category")
            if self._is_task and not table.is_own and code not in self._codes
        )
        self._groups = Groups()
        self._derived_values: tuple[str, ...] = ("",) * len(self._derived)
        self._last_row = _NO_ROW  # the sheet row of the last task, or of what was joined to it
        self._last_number: Canonical | None = ""
        self._last_is_bare = False  # a number and a title, nothing else
        self._seen_ids: set[str] = set()
        self._numbering_open = True
        self._closed = False
        columns = frozenset(c.column for c in table.columns)
        self._merged = MergedCells(table.merges, table.header_bottom, columns, self._first)

    @property
    def fields(self) -> tuple[str, ...]:
        """The field of each value of a row: the table's columns, then what group rows say."""
        return (*self._codes, *self._derived)

    # -- the rows, one after the other --------------------------------------------------------------

    def read(self, rows: Iterable[list[Value]]) -> None:
        """Read every row of the sheet; those down to the header are passed over."""
        first, number, id_column = self._first, self._number, self.table.id_column
        wide, tall = self._merged.wide, self._merged.tall
        for sheet_row, raw in enumerate(rows):
            if sheet_row <= self.table.header_bottom:
                continue
            if sheet_row in tall:
                raw = self._merged.fill(sheet_row, raw)
            stt = raw[number] if number is not None else ""
            if id_column is not None and raw[id_column]:
                self._add_own(sheet_row, raw)
            elif raw[first] and is_number(stt) and sheet_row not in wide and not self._numbering_open:
                self._add_task(sheet_row, raw)
            else:
                self._sort_out(sheet_row, raw, stt)
        self._resolve_groups()
        self._note_formulas()
        self._note_secrets()

    def _add_own(self, sheet_row: int, raw: list[Value]) -> None:
        """A row of our own workbook is known by its id, whatever it looks like; the blank ones at the end say nothing."""
        assert self.table.id_column is not None
        if raw[self.table.id_column] == GROUP_MARK:
            filled = [raw[c.column] for c in self.table.columns if raw[c.column] != ""]
            self._skip(sheet_row, "group", [raw_text(value) for value in filled])
        elif any(raw[c.column] != "" for c in self.table.columns):
            self._add_task(sheet_row, raw)

    def _add_task(self, sheet_row: int, raw: list[Value]) -> None:
        values = [get(raw[column]) for get, column in self._getters]
        for value in values:
            if value.__class__ is not str:
                values = self._settle(sheet_row, raw, values)
                break
        row_id = self._id_of(sheet_row, raw)
        if not values[self._first_at] and not row_id:
            self._sort_out_untitled(sheet_row, raw)
            return
        number = values[self._number_at] if self._number_at is not None else ""
        if self._last_is_bare and _is_child(number, self._last_number):
            self._turn_last_into_group()
        if self._groups.is_nested and self._groups.leave_nested(number):
            self._derive()
        derived = self._derived_values
        if self.table.group_column is not None:
            derived = self._derive_from(Group(raw_text(raw[self.table.group_column]).strip()))
        mark = raw_text(raw[self.table.id_column]) if self.table.id_column is not None else ""
        self.rows.append((sheet_row + 1, row_id, (*values, *derived), mark))  # type: ignore[arg-type]  # settled: no flags
        if self.table.delete_column is not None and raw[self.table.delete_column] != "":
            self._read_deletion(sheet_row, raw[self.table.delete_column])
        self._last_row, self._last_number = sheet_row, number
        is_bare = self._is_task and not self.table.is_own and not row_id
        self._last_is_bare = is_bare and values.count("") == len(values) - 1 - bool(number)
        self._numbering_open = self._closed = False
        if len(self.rows) > self.table.most_rows:
            raise DeskError("workbook_too_many_rows", file=self.table.file, limit=self.table.most_rows)

    def _derive(self) -> None:
        """Work out what the group rows say of the tasks to come."""
        self._derived_values = self._derive_from(self._groups.now)

    def _derive_from(self, group: Group) -> tuple[str, ...]:
        return tuple(group.number if code == "group_no" else group.text for code in self._derived)

    def _settle(self, sheet_row: int, raw: list[Value], values: list[Canonical]) -> list[Canonical]:
        """The values with number formats looked up, doubts noted and problems set aside."""
        settled = list(values)
        for at, value in enumerate(values):
            if value.__class__ is str:
                continue
            column = self.table.columns[at].column
            if value is LOOK:
                number_format = self.table.look.number_format(sheet_row, column)
                value = self._readers[at].look(raw[column], number_format, self.table.look.knows_formats)
            if isinstance(value, Flag):
                for doubt in value.doubts:
                    self._remark(self.notes, sheet_row, column, self._codes[at], raw[column], doubt)
                if value.problem:
                    self._remark(self.quarantined, sheet_row, column, self._codes[at], raw[column], value.problem)
                value = value.value  # type: ignore[assignment]  # None erases
            settled[at] = value
        return settled

    def _id_of(self, sheet_row: int, raw: list[Value]) -> str:
        """The row id in the row's mark; "" when it is damaged or was already met."""
        column = self.table.id_column
        text = raw_text(raw[column]) if column is not None else ""
        if not text or column is None:
            return ""
        row_id = parse_row_id(text.partition(MARK_SEPARATOR)[0])  # its check is for whoever knows what was sent
        if row_id is None or row_id in self._seen_ids:
            self._remark(self.notes, sheet_row, column, "", text, "id_repeated" if row_id else "id_damaged")
            return ""
        self._seen_ids.add(row_id)
        return row_id

    def _read_deletion(self, sheet_row: int, raw: Value) -> None:
        """What stands in the column for deletions: x, or something that is not one."""
        text = fold(one_line(raw_text(raw))).strip(" .()")
        if text in _DELETES:
            self.deleted.add(sheet_row + 1)
        elif text not in _KEEPS:
            assert self.table.delete_column is not None
            self._remark(self.quarantined, sheet_row, self.table.delete_column, EXISTS, raw, "delete_unread")

    # -- rows that are no plain task ---------------------------------------------------------------

    def _sort_out(self, sheet_row: int, raw: list[Value], stt: Value) -> None:
        texts = [one_line(raw_text(raw[c.column])) for c in self.table.columns]
        if not any(texts):
            self._sort_out_empty(sheet_row, raw)
        elif self._numbering_open and is_numbering(texts):
            self._skip(sheet_row, "numbering", texts)
        elif self._is_header_again(texts):
            self._skip(sheet_row, "header", texts)
        elif not self._is_task:
            self._add_task(sheet_row, raw)
        elif not self._sort_out_group(sheet_row, texts, one_line(raw_text(stt))):
            self._sort_out_text(sheet_row, raw, texts, one_line(raw_text(stt)))

    def _sort_out_empty(self, sheet_row: int, raw: list[Value]) -> None:
        """Nothing in the columns read; words elsewhere may be the date and name above a signature."""
        if any(isinstance(value, str) and is_signature(one_line(value)) for value in raw if value):
            self._closed = True
        self._last_row = _NO_ROW

    def _is_header_again(self, texts: list[str]) -> bool:
        """Whether the header is repeated, as on each printed page."""
        filled = [text for text in texts if text]
        return len(filled) >= 3 and self.table.header_texts.issuperset(filled)

    def _sort_out_group(self, sheet_row: int, texts: list[str], stt: str) -> bool:
        """Take the row as a group row if it is one."""
        title = texts[self._first_at]
        others = [text for at, text in enumerate(texts) if at not in (self._first_at, self._number_at)]
        lone = (stt or title) if not (stt and title) and not any(others) else ""
        group = None
        if is_total(stt or title):
            return False
        if stt and title and is_group_number(stt) and not self._names_work(texts):
            group = Group(stt.rstrip(" ./):"), title)
        elif lone and not is_signature(lone):
            is_wide = sheet_row in self._merged.wide
            group = find_group_line(lone, allow_digits=is_wide or bool(stt))
            if group is None and is_wide and not self._closed:
                group = Group("", lone)
        elif stt and title and sheet_row in self._merged.wide and not any(others):
            group = Group(stt.rstrip(" ./):"), title)
        if group is None:
            return False
        self._groups.open(group)
        self._derive()
        self._skip(sheet_row, "group", texts)
        self._last_row, self._numbering_open = _NO_ROW, False
        return True

    def _names_work(self, texts: list[str]) -> bool:
        """Whether the row says who does what by when, as a task does."""
        told = ("lead", "coop", "deliverable", "deadline_text")
        return any(text for text, code in zip(texts, self._codes, strict=True) if code in told)

    def _sort_out_text(self, sheet_row: int, raw: list[Value], texts: list[str], stt: str) -> None:
        title = texts[self._first_at]
        if is_total(stt or title or next(text for text in texts if text)):
            self._skip(sheet_row, "total", texts)
        elif not is_number(stt) and self._closes(texts, title):
            self._closed = True
            self._skip(sheet_row, "signature", texts)
        elif self._closed and not is_number(stt):
            self._skip(sheet_row, "signature", texts)
        elif not title:
            self._sort_out_untitled(sheet_row, raw)
        elif not stt and self._goes_on(sheet_row, texts):
            self._join(sheet_row, raw)
        else:
            if not stt and self._number is not None:
                self._remark(self.notes, sheet_row, self._first, "stt", title, "row_without_number")
            self._add_task(sheet_row, raw)

    def _closes(self, texts: list[str], title: str) -> bool:
        """Whether the row belongs to the date and names below a table; a row with a title of its own does not."""
        if title:
            return is_signature(title)
        return any(is_signature(text) for text in texts if text)

    def _sort_out_untitled(self, sheet_row: int, raw: list[Value]) -> None:
        """Values without a title: more of the task above, an empty numbered line, or a row to set aside."""
        texts = [one_line(raw_text(raw[c.column])) for c in self.table.columns]
        filled = [at for at, text in enumerate(texts) if text]
        if filled == [self._number_at] and is_number(texts[filled[0]]):
            self._skip(sheet_row, "empty", texts)
        elif self._number_at not in filled and self._may_go_on(sheet_row) and not self._closed:
            self._join(sheet_row, raw)
        elif filled == [self._number_at] or self._closed:
            self._skip(sheet_row, "text", texts)
        else:
            raw_row = " | ".join(text for text in texts if text)
            self._remark(
                self.quarantined, sheet_row, self._first, self.table.first_field, raw_row, "row_without_title"
            )

    # -- a task that goes on in the next row -------------------------------------------------------

    def _may_go_on(self, sheet_row: int) -> bool:
        """Whether a row may be the rest of the one above; in our own workbook each row is one by itself."""
        return not self.table.is_own and self._last_row == sheet_row - 1

    def _goes_on(self, sheet_row: int, texts: list[str]) -> bool:
        """Whether a row with a title alone is the rest of the title above (cut by a page break)."""
        if not self._may_go_on(sheet_row):
            return False
        if any(text for at, text in enumerate(texts) if at != self._first_at):
            return False
        above = self.rows[-1][2][self._first_at] or ""
        return not above.endswith(_SENTENCE_END) or texts[self._first_at][:1].islower()

    def _join(self, sheet_row: int, raw: list[Value]) -> None:
        """Add the row's texts to the task above: a title goes on after a space, anything else on a new line."""
        above_row, row_id, above, mark = self.rows[-1]
        values = self._settle(sheet_row, raw, [get(raw[column]) for get, column in self._getters])
        joined = list(above)
        for at, value in enumerate(values):
            old = joined[at]
            if isinstance(value, str) and value and value != old:
                between = " " if at == self._first_at else "\n"
                joined[at] = f"{old}{between}{value}" if old else value
        self.rows[-1] = (above_row, row_id, tuple(joined), mark)
        self._last_row = sheet_row
        text = " | ".join(value for value in values if isinstance(value, str) and value)
        self.skipped.append((sheet_row + 1, "joined", text))
        self._remark(self.notes, sheet_row, self._first, self.table.first_field, text, "joined_row")

    def _turn_last_into_group(self) -> None:
        """A numbered title with nothing else, followed by its sub-numbers, was a heading."""
        sheet_row, _, values, _ = self.rows.pop()
        group = Group(str(self._last_number), str(values[self._first_at]))
        self._groups.open_nested(group)
        self._derive()
        self.skipped.append((sheet_row, "group", f"{group.number} | {group.text}"))

    # -- remarks -----------------------------------------------------------------------------------

    def _skip(self, sheet_row: int, why: str, texts: list[str]) -> None:
        self.skipped.append((sheet_row + 1, why, " | ".join(text for text in texts if text)))

    def _remark(
        self, remarks: list[PlainRemark], sheet_row: int, column: int, code: str, raw: Value, why: str
    ) -> None:
        cell = f"{column_letters(column)}{sheet_row + 1}"
        remarks.append((self.table.sheet, cell, code, raw_text(raw), why))

    def _resolve_groups(self) -> None:
        """Where a column repeats group numbers, each row takes the text of the group row with its number."""
        has_numbers = self.table.group_column is not None or "group_no" in self._codes
        if not has_numbers or "category" not in self.fields or not self._groups.texts:
            return
        texts = self._groups.texts
        for index, (sheet_row, row_id, values, mark) in enumerate(self.rows):
            own = dict(zip(self.fields, values, strict=True))
            own["category"] = own.get("category") or texts.get(str(own.get("group_no")), "")
            self.rows[index] = (sheet_row, row_id, tuple(own.values()), mark)

    def _note_formulas(self) -> None:
        """One note for each column that computes, an entry set aside for each cell that shows an error."""
        rows = {row[0] - 1 for row in self.rows}
        for item in self.table.columns:
            computed = sorted(rows & self.table.look.formulas(item.column))
            if computed:
                self._remark(self.notes, computed[0], item.column, item.field.code, str(len(computed)), "formulas")
            for row in sorted(rows & self.table.look.errors(item.column)):
                self._remark(self.quarantined, row, item.column, item.field.code, "#", "error_cell")

    def _note_secrets(self) -> None:
        for sheet_row, _, values, _ in self.rows:
            title = values[self._first_at]
            if title and bears_secret_mark(title):
                self._remark(self.notes, sheet_row - 1, self._first, self.table.first_field, title, "secret_mark")


def _is_child(number: object, parent: object) -> bool:
    return isinstance(number, str) and isinstance(parent, str) and bool(parent) and number.startswith(parent + ".")
