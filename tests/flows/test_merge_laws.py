"""The laws of merging, over registers that write, lose, duplicate and reorder each other's work."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from r57desk.merge.delta import make_delta, make_edit, new_nonce
from r57desk.merge.fold import RowState, fold_row
from r57desk.merge.force import gather
from r57desk.merge.model import EXISTS, Delta
from tests.merge.replicas import Replica, shown

FEW = max(10, settings.default.max_examples // 4)  # a machine's example is a whole history
ROWS = ("R", "S")
FIELDS = ("title", "lead", "progress", "result_now")
OFFICES = ("A", "A", "B", "X", "Y")  # two machines of one office among them


@dataclass(frozen=True)
class Write:
    """One acknowledged write: its token, where it went, and all deltas its author held at that moment."""

    token: str
    row: str
    field: str
    delta: str
    known: frozenset[str]


class Exchange(RuleBasedStateMachine):
    """Five registers. Every write has a token of its own; nobody's token may vanish."""

    def __init__(self) -> None:
        super().__init__()
        self.replicas = [Replica(office) for office in OFFICES]
        self.writes: list[Write] = []
        self.deletions: list[Write] = []
        self.taken_back: set[str] = set()
        for replica in self.replicas:
            replica.receive(self._founding)

    @property
    def _founding(self) -> list[Delta]:
        created = [make_edit(row, {EXISTS: "1", "title": f"{row}0"}) for row in ROWS]
        grant = make_edit("R", {"#executors": "X"})
        return [make_delta("A", created), make_delta("A", [grant])]

    @rule(at=st.integers(0, 4), row=st.sampled_from(ROWS), field=st.sampled_from(FIELDS))
    def write(self, at: int, row: str, field: str) -> None:
        replica = self.replicas[at]
        known = frozenset(replica.log)
        token = f"w{len(self.writes)}"
        delta = replica.write(row, **{field: token})
        self.writes.append(Write(token, row, field, delta.id, known))

    @rule(at=st.integers(0, 4), row=st.sampled_from(ROWS))
    def delete(self, at: int, row: str) -> None:
        replica = self.replicas[at]
        known = frozenset(replica.log)
        self.deletions.append(Write("", row, EXISTS, replica.delete(row).id, known))

    @rule(at=st.integers(0, 4), office=st.sampled_from(("B", "X", "Y")), row=st.sampled_from(ROWS))
    def grant(self, at: int, office: str, row: str) -> None:
        replica = self.replicas[at]
        known = frozenset(replica.log)
        values = {code: cell.value for code, cell in replica.state(row).cells.items()}
        delta = replica.grant(row, office)
        for edit in delta.edits:  # a first grant says values again
            for code in edit.fields.keys() & values.keys() & set(FIELDS):
                self.writes.append(Write(str(edit.fields[code]), row, code, delta.id, known))

    @rule(at=st.integers(0, 4), which=st.integers(0, 30))
    def undo(self, at: int, which: int) -> None:
        replica = self.replicas[at]
        own = [write.delta for write in (*self.writes, *self.deletions) if write.delta in replica.log]
        own = [id for id in own if replica.log[id].office == replica.office]
        if own:
            replica.undo(replica.log[own[which % len(own)]])
            self.taken_back.add(own[which % len(own)])

    @rule(source=st.integers(0, 4), to=st.integers(0, 4), picked=st.sets(st.integers(0, 60)))
    def deliver_some(self, source: int, to: int, picked: set[int]) -> None:
        deltas = list(self.replicas[source].log.values())
        self.replicas[to].receive(deltas[place] for place in sorted(picked, reverse=True) if place < len(deltas))

    @rule(source=st.integers(0, 4), to=st.integers(0, 4))
    def deliver_all(self, source: int, to: int) -> None:
        self.replicas[to].receive(self.replicas[source].log.values())

    def teardown(self) -> None:
        union = Replica("reader")
        for replica in self.replicas:
            union.receive(replica.log.values())
        for replica in reversed(self.replicas):
            replica.receive(union.log.values())
            assert replica.states() == union.states()
        for write in self.writes:
            assert self._is_accounted_for(write, union), write

    def _is_accounted_for(self, write: Write, union: Replica) -> bool:
        """Shown, a listed sibling, a request, taken back by its office, or covered by one who knew of it."""
        if write.delta in self.taken_back:
            return True
        state = union.state(write.row)
        asked = {request.edit for request in state.requests}
        mine = {edit.id for edit in union.log[write.delta].edits}
        if mine & asked:
            return True
        if state.exists and mine & set(state.live(write.field)):
            return True
        later = [one for one in (*self.writes, *self.deletions) if self._covers(one, write, union)]
        return any(not {edit.id for edit in union.log[one.delta].edits} & asked for one in later)

    def _covers(self, later: Write, write: Write, union: Replica) -> bool:
        same_cell = later.row == write.row and later.field in (write.field, EXISTS)
        return same_cell and write.delta in later.known and later.delta not in self.taken_back


Test_L2_L3_five_registers = Exchange.TestCase
Test_L2_L3_five_registers.settings = settings(max_examples=FEW, stateful_step_count=30)


class OneRegister(RuleBasedStateMachine):
    """Do, undo and redo at one desk while another office's work comes in: nothing of theirs is touched."""

    done = Bundle("done")
    undone = Bundle("undone")

    def __init__(self) -> None:
        super().__init__()
        self.here, self.there = Replica("A"), Replica("X")
        self.here.create("R", title="gốc", result_now="gốc")
        self.here.grant("R", "X")
        self.there.sync(self.here)
        self.count = 0

    @rule(target=done, field=st.sampled_from(FIELDS))
    def write(self, field: str) -> Delta:
        self.count += 1
        return self.here.write("R", **{field: f"w{self.count}"})

    @rule(target=done)
    def delete(self) -> Delta:
        return self.here.delete("R")

    @rule(field=st.sampled_from(FIELDS))
    def the_other_office_writes(self, field: str) -> None:
        self.count += 1
        self.there.receive(self.here.log.values())
        self.there.write("R", **{field: f"x{self.count}"})
        self.here.receive(self.there.log.values())

    @rule(target=undone, delta=consumes(done))
    def undo(self, delta: Delta) -> Delta:
        self.here.undo(delta)
        return delta

    @rule(target=done, delta=consumes(undone))
    def redo(self, delta: Delta) -> Delta:
        before = self.here.states()
        again = self.here.redo(delta)
        after = self.here.states()
        self.here.undo(again)
        assert self.here.states() == before
        again = self.here.redo(delta)
        assert self.here.states() == after
        return again

    @rule()
    def do_and_undo_is_nothing(self) -> None:
        self.count += 1
        before = self.here.states()
        delta = self.here.write("R", title=f"w{self.count}", lead="cùng lúc")
        self.here.undo(delta)
        assert self.here.states() == before
        self.here.undo(self.here.delete("R"))
        assert self.here.states() == before

    @invariant()
    def work_of_the_other_office_counts(self) -> None:
        self.here.receive(self.there.log.values())
        theirs = {edit.id for delta in self.there.log.values() if delta.office == "X" for edit in delta.edits}
        held = gather(list(self.here.log.values()))["R"]
        assert all("X" in one.offices for one in held if one.edit.id in theirs)


Test_L10_one_register = OneRegister.TestCase
Test_L10_one_register.settings = settings(max_examples=FEW, stateful_step_count=25)


def test_L10_nobody_takes_back_the_work_of_another() -> None:
    ours, theirs = Replica("A"), Replica("X")
    ours.create("R", title="gốc")
    theirs.receive(ours.log.values())
    theirs.undo(next(iter(ours.log.values())))
    ours.receive(theirs.log.values())
    assert shown(ours.state("R"))["title"] == {"gốc"}


# -- claimed times ---------------------------------------------------------------------------------


def two_busy_registers(choices: list[tuple[int, str, str]]) -> list[Delta]:
    """Two machines of an office and an executor write; now and then they exchange everything."""
    replicas = [Replica("A"), Replica("A"), Replica("X")]
    replicas[0].create("R", title="gốc")
    replicas[0].grant("R", "X")
    for replica in replicas:
        replica.receive(replicas[0].log.values())
    for place, (at, field, what) in enumerate(choices):
        if what == "sync":
            replicas[at].sync(replicas[(at + 1) % 3])
        elif what == "delete":
            replicas[at].delete("R")
        else:
            replicas[at].write("R", **{field: f"{what}{place}"})
    for replica in replicas[1:]:
        replicas[0].receive(replica.log.values())
    return list(replicas[0].log.values())


def sets_of(state: RowState) -> object:
    """A state without the order of its siblings and without times."""
    cells = {code: {(one.value, one.edits) for one in cell.siblings} for code, cell in state.cells.items()}
    asked = {(request.field, request.value, request.edit) for request in state.requests}
    return state.exists, state.conflicts, cells, asked, state.authority


@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from(FIELDS), st.sampled_from(["w", "w", "sync", "delete"])),
        max_size=12,
    ),
    st.lists(st.integers(-30, 30), min_size=40, max_size=40),
)
def test_L9_clocks_that_are_decades_wrong_change_no_set_of_siblings(
    choices: list[tuple[int, str, str]], years: list[int]
) -> None:
    deltas = two_busy_registers(choices)
    moved = [
        replace(delta, claimed_time=f"{2025 + years[place % 40]}-06-01T08:00:00")
        for place, delta in enumerate(deltas)
    ]
    one, two = gather(deltas)["R"], gather(moved)["R"]
    assert sets_of(fold_row("R", one)) == sets_of(fold_row("R", two))


# -- parallel answers ------------------------------------------------------------------------------


def test_L7_two_officers_who_fill_halves_of_one_file_both_survive_whichever_comes_first() -> None:
    base = Replica("A")
    base.create("R", result_now="gốc", note="gốc")
    state = base.state("R")
    halves = [
        make_delta("A", [make_edit("R", {code: text}, {code: state.live(code)}, packet="p")], nonce="")
        for code, text in (("result_now", "nửa một"), ("note", "nửa hai"))
    ]
    for order in (halves, halves[::-1]):
        reader = Replica("A")
        reader.receive([*base.log.values(), *order])
        assert shown(reader.state("R")) == {"result_now": {"nửa một"}, "note": {"nửa hai"}}


def test_L7_the_same_answer_read_by_two_offices_is_one_edit() -> None:
    answer = make_edit("R", {"note": "xong"}, packet="p")
    one, two = make_delta("A", [answer]), make_delta("B", [answer])
    assert one.id != two.id
    assert one.edits == two.edits
    assert make_edit("R", {"note": "xong"}, packet="p", nonce=new_nonce()) != answer
