"""The complete matrix of merging one row: what one office did × what another did, for every base, type and identity.

Each case is run for every type of field; by two files that came back, read one after the other both ways round, or in
two registers that then exchange; and with either office typing instead of sending a file. What must come of it is
written out below and computed by nobody.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, get_args

import pytest

from r57desk.domain.fields import BY_CODE, FieldType
from r57desk.domain.ids import format_row_mark, natural_row_id, random_row_id
from r57desk.merge import compose
from r57desk.merge.alignment import align, name_new_rows
from r57desk.merge.base_row import BaseRow, read_base
from r57desk.merge.delta import make_delta, make_edit
from r57desk.merge.extract import extract_cell
from r57desk.merge.fold import RowState
from r57desk.merge.grid_rows import Line
from r57desk.merge.model import EXISTS, Delta, Edit, Value
from tests.merge.replicas import Replica, shown

ACTIONS = ("absent", "same", "A", "B", "null", "deleted")
# What the cell shows afterwards: `base`, `A`, `B`, `-` for empty, several joined by | when they differ;
# `gone` for a deleted row, `none` for one that never was; `!` when a deletion met work it had not seen.
TABLES = {
    "a value": """
        .         absent    same      A         B         null      deleted
        absent    base      base      A         B         -         gone
        same      base      base      A         B         -         gone
        A         A         A         A         A|B       A|-       A!
        B         B         B         A|B       B         B|-       B!
        null      -         -         A|-       B|-       -         -!
        deleted   gone      gone      A!        B!        -!        gone
        """,
    "an empty cell": """
        .         absent    same      A         B         null      deleted
        absent    -         -         A         B         -         gone
        same      -         -         A         B         -         gone
        A         A         A         A         A|B       A         A!
        B         B         B         A|B       B         B         B!
        null      -         -         A         B         -         gone
        deleted   gone      gone      A!        B!        gone      gone
        """,
    "no row": """
        .         absent    same      A         B         null      deleted
        absent    none      -         A         B         -         none
        same      -         -         A         B         -         -
        A         A         A         A         A|B       A         A
        B         B         B         A|B       B         B         B
        null      -         -         A         B         -         -
        deleted   none      -         A         B         -         none
        """,
}
IDENTITIES = ("its id", "no id", "a copied id")
VALUES: dict[FieldType, tuple[str, dict[str, str]]] = {
    "text": ("lead", {"base": "Sở Nội vụ", "A": "sở nội vụ", "B": "Sở  Nội Vụ"}),
    "long_text": ("result_now", {"base": "Đã họp", "A": "Đã họp\nlần hai", "B": "Đã họp lần hai"}),
    "deadline": ("deadline_text", {"base": "Quý III/2025", "A": "30/9/2025", "B": "Tháng 9/2025"}),
    "progress": ("progress", {"base": "dang_thuc_hien", "A": "trinh_duyet", "B": "hoan_thanh"}),
    "percent": ("percent", {"base": "65", "A": "65.5", "B": "0"}),
    "date": ("done_date", {"base": "2025-06-05", "A": "2025-05-06", "B": "2025-06-06"}),
}
DOCUMENT, PACKET = "12/KH-UBND", "gói 7"
TITLE, TITLE_AS_RETYPED = "Rà soát thủ tục hành chính", "RÀ SOÁT  thủ tục hành chính "


def read_table(text: str) -> dict[tuple[str, str], str]:
    (_, *columns), *lines = (line.split() for line in text.strip().splitlines())
    return {(one, two): found for one, *row in lines for two, found in zip(columns, row, strict=True)}


EXPECTED = {base: read_table(text) for base, text in TABLES.items()}
CASES = list(itertools.product(ACTIONS, ACTIONS, TABLES, IDENTITIES))


# -- files -------------------------------------------------------------------------------------------


class Typed(NamedTuple):
    """A line of a returned file. "" is a blank cell, None the erase mark."""

    mark: str
    stt: str
    title: str
    cell: Value
    delete: bool = False


@dataclass
class Case:
    """A row as both offices last saw it, and how a line of a file tells which row it is."""

    base: str
    identity: str
    field: str
    values: Mapping[str, str]

    @cached_property
    def row(self) -> str:
        """What the row is called: a row without an id has one that is made of its content."""
        document = PACKET if self.base == "no row" else DOCUMENT
        return natural_row_id(document, "", "1", TITLE) if self.identity == "no id" else random_row_id()

    @cached_property
    def founding(self) -> Replica:
        """The register when the files went out: an annex both offices had brought in."""
        register = Replica("")
        if self.base != "no row":
            cell = {self.field: self.values["base"]} if self.base == "a value" else {}
            created = compose.create_row(self.row, {"stt": "1", "title": TITLE, **cell})
            register.receive([make_delta("01", [created]), make_delta("02", [created])])
        return register

    @cached_property
    def seen(self) -> RowState:
        """The row as it was then."""
        return self.founding.state(self.row)

    @cached_property
    def sent(self) -> dict[str, BaseRow]:
        """The rows of the files that went out."""
        return {} if self.base == "no row" else {self.row: read_base(self.seen, self.fields)}

    @property
    def fields(self) -> tuple[str, ...]:
        return ("stt", "title", self.field)

    def write_file(self, office: str, action: str) -> list[Typed]:
        """The file an office sends back; with a copied id also the task it typed over a copy of the line."""
        if action == "absent":
            return []
        unchanged = self.sent[self.row].values.get(self.field, "") if self.sent else ""
        cell = {"same": unchanged, "null": None, "deleted": unchanged}.get(action, self.values.get(action))
        mark = "" if self.identity == "no id" else format_row_mark(self.row, TITLE)
        title = TITLE_AS_RETYPED if self.identity == "no id" and self.sent else TITLE
        line = Typed(mark, "1", title, cell, action == "deleted")
        if self.identity != "a copied id":
            return [line]
        copy = Typed(mark, "9", f"Việc {office} thêm", self.values["A"])
        return [copy, line] if office == "02" else [line, copy]

    def identify(self, lines: Sequence[Typed]) -> Iterator[tuple[str, Typed]]:
        """The row of each line; a line no row was sent for may have been written into a blank row of the file."""
        bare = [Line(line.mark, line[1:4]) for line in lines]
        placed = align(bare, self.fields, self.sent, () if self.sent else (self.row,))
        fresh = name_new_rows(bare, self.fields, placed, PACKET)
        for place, line in enumerate(lines):
            yield fresh.get(place) or placed.placed[place].row, line


def answer(case: Case, office: str, action: str, register: Replica) -> Delta:
    """What a file says, read into a register: only what its author changed."""
    edits: list[Edit | None] = []
    for row, line in case.identify(case.write_file(office, action)):
        if row in case.sent:
            edits.append(extract(case, line, register.state(row)))
        elif not line.delete:
            cell = {case.field: line.cell} if line.cell else {}
            edits.append(make_edit(row, {EXISTS: "1", "stt": line.stt, "title": line.title, **cell}))
    return make_delta(office, [edit for edit in edits if edit])


def extract(case: Case, line: Typed, now: RowState) -> Edit | None:
    base = case.sent[case.row]
    if line.delete:
        return make_edit(case.row, {EXISTS: "0"}, {EXISTS: base.all_live()}, packet=PACKET)
    cell = now.cells.get(case.field)
    live = {edit: one.value for one in cell.siblings for edit in one.edits} if cell else {}
    may_write = now.authority.may_write("01", case.field)
    return extract_cell(
        case.row,
        case.field,
        line.cell,
        base.cell(case.field),
        live,
        may_write=may_write,
        packet=PACKET,
        is_known=live.__contains__,
    ).edit


def type_in(case: Case, office: str, action: str, register: Replica) -> Delta:
    """The same done at a desk that had seen what the files were written from."""
    seen = case.seen
    value = {"null": None, "same": seen.values.get(case.field)}.get(action, case.values.get(action))
    edit = compose.delete_row(seen, nonce=office) if action == "deleted" else None
    if action not in ("absent", "deleted"):
        edit = compose.write_fields(seen, {case.field: value}, by=office, nonce=office)
    return make_delta(office, [edit] if edit else [], nonce=office)


# -- what comes of it ------------------------------------------------------------------------------------


def describe(case: Case, state: RowState) -> str:
    """The state of the row in the words of the table."""
    if EXISTS not in state.cells:
        return "none"
    if not state.exists:
        return "gone"
    words = {value: word for word, value in case.values.items()} | {None: "-"}
    found = sorted(
        (words[value] for value in shown(state).get(case.field, {None})), key=["base", "A", "B", "-"].index
    )
    strangers = set(state.conflicts) - {case.field, EXISTS}
    assert not strangers
    assert (case.field in state.conflicts) == (len(found) > 1)
    return "|".join(found) + ("!" if EXISTS in state.conflicts else "")


def merge(case: Case, one: str, two: str) -> Iterator[tuple[str, Replica]]:
    """Every way the work of office 01 (`one`) and office 02 (`two`) may meet."""
    ways = {"file": answer, "typed": type_in}
    able = ["file"] if case.base == "no row" else list(ways)
    for how_one, how_two in itertools.product(able, able):
        sides = [("01", one, ways[how_one]), ("02", two, ways[how_two])]
        for order in (sides, sides[::-1]):
            register = Replica("", dict(case.founding.log))
            for office, action, way in order:
                register.receive([way(case, office, action, register)])
            yield f"{how_one} and {how_two}, {order[0][0]} first", register
        apart = Replica("", dict(case.founding.log))
        apart.receive([way(case, office, action, case.founding) for office, action, way in sides])
        yield f"{how_one} and {how_two}, apart", apart


@pytest.mark.parametrize(("one", "two", "base", "identity"), CASES)
def test_L8_every_case_of_the_matrix_both_ways_round(one: str, two: str, base: str, identity: str) -> None:
    for field, values in VALUES.values():
        case = Case(base, identity, field, values)
        for way, register in merge(case, one, two):
            assert describe(case, register.state(case.row)) == EXPECTED[base][one, two], (field, way)
            assert find_copies(register, case.row) == expect_copies(case, one, two, way), (field, way)


def find_copies(register: Replica, row: str) -> set[tuple[str, str]]:
    """The other rows that came to be: title, and who assigns them."""
    others = {id: state for id, state in register.states().items() if id != row}
    return {(state.values["title"], " ".join(state.authority.assigners)) for state in others.values() if state.exists}


def expect_copies(case: Case, one: str, two: str, way: str) -> set[tuple[str, str]]:
    if case.identity != "a copied id":
        return set()
    by_file = dict(zip(("01", "02"), way.split(",")[0].split(" and "), strict=True))
    return {
        (f"Việc {office} thêm", office)
        for office, action in (("01", one), ("02", two))
        if action != "absent" and by_file[office] == "file"
    }


# -- the table itself --------------------------------------------------------------------------------------


@pytest.mark.parametrize("base", TABLES)
def test_L8_the_table_is_complete_and_the_same_with_its_sides_swapped(base: str) -> None:
    table = EXPECTED[base]
    assert set(table) == set(itertools.product(ACTIONS, ACTIONS))
    assert all(table[one, two] == table[two, one] for one, two in table)


def test_L8_every_type_of_field_is_in_the_matrix() -> None:
    assert set(VALUES) == set(get_args(FieldType))
    assert all(BY_CODE[field].type == kind for kind, (field, _) in VALUES.items())
