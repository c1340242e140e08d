"""Random histories for laws: nonsense of every sort, and what people do at their desks."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from r57desk.merge import compose
from r57desk.merge.delta import make_delta, make_edit, new_nonce
from r57desk.merge.fold import Request
from r57desk.merge.model import EXECUTORS, EXISTS, KIND, REASON, Delta, Edit
from tests.merge.replicas import Replica

History = tuple[list[Delta], set[str]]  # the deltas, and the ids of those set aside

OFFICES = ["A", "B", "C"]
VALUES = {
    "title": ["x", "y", None],
    "progress": ["x", "y", None],
    "tags": ["x", "y"],
    EXISTS: ["0", "1"],
    EXECUTORS: [*OFFICES, None],
    KIND: ["office"],
    REASON: ["x"],
}
TIMES = ["", "1995", "2025", "2055"]


@st.composite
def histories(draw: st.DrawFn, most: int = 9) -> History:
    """Deltas of three offices, sense or nonsense, and a list set aside."""
    edits: list[Edit] = []
    deltas: list[Delta] = []
    for number in range(draw(st.integers(1, most))):
        if draw(st.integers(0, 3)) == 0 or not edits:
            row = draw(st.sampled_from(["R", "S"]))
            fields = draw(
                st.fixed_dictionaries(
                    {EXISTS: st.just("1")}, optional={c: st.sampled_from(VALUES[c]) for c in VALUES if c != EXISTS}
                )
            )
            edits.append(make_edit(row, fields, nonce=str(number)))
        else:
            row = draw(st.sampled_from(["R", "S", "T"]))
            fields = draw(st.dictionaries(st.sampled_from(list(VALUES)), st.none(), max_size=3))
            fields = {code: draw(st.sampled_from(VALUES[code])) for code in fields}
            known = st.lists(st.sampled_from([edit.id for edit in edits] + ["unknown"]), max_size=3)
            seen = draw(st.dictionaries(st.sampled_from(["title", "progress", EXISTS, EXECUTORS]), known, max_size=2))
            edits.append(make_edit(row, fields, seen, nonce=str(number)))
        held = [*draw(st.lists(st.sampled_from(edits), max_size=2)), edits[-1]]
        retracts = draw(st.lists(st.sampled_from([delta.id for delta in deltas]), max_size=2)) if deltas else []
        office, time = draw(st.sampled_from(OFFICES)), draw(st.sampled_from(TIMES))
        deltas.append(make_delta(office, held, nonce=str(number), retracts=retracts, claimed_time=time))
    aside = draw(st.sets(st.sampled_from([delta.id for delta in deltas]), max_size=2))
    return deltas, aside


# -- what people do --------------------------------------------------------------------------------


def _answer(at: Replica, which: int, make: Callable[..., Edit]) -> None:
    asked = at.state("R").requests
    if asked:
        at.append(make(asked[which % len(asked)]))


def _refuse(request: Request, which: int) -> Edit:
    return compose.refuse_request(request, "R", reason=f"vì w{which}" if which % 2 else "", nonce=new_nonce())


def _take_back_a_grant(at: Replica, which: int) -> None:
    grants = at.state("R").live(EXECUTORS)
    if grants:
        at.append(make_edit("R", {}, {EXECUTORS: [grants[which % len(grants)]]}, nonce=new_nonce()))


def _undo_or_redo(at: Replica, which: int, act: Callable[[Delta], Delta]) -> None:
    own = [delta for delta in at.log.values() if delta.office == at.office and delta.edits]
    if own:
        act(own[which % len(own)])


def _set_aside(at: Replica, which: int) -> None:
    others = [delta.id for delta in at.log.values() if delta.office != at.office]
    at.aside ^= {others[which % len(others)]} if others else set()


ACTS: dict[str, Callable[[Replica, int], object]] = {
    "title": lambda at, which: at.write("R", title=f"w{which}"),
    "progress": lambda at, which: at.write("R", progress=f"w{which % 3}"),
    "erase": lambda at, which: at.write("R", progress=None),
    "tag": lambda at, which: at.write("R", tags=f"w{which}"),
    "again": lambda at, which: at.create("R", title="gốc", progress=f"w{which % 3}"),
    "delete": lambda at, which: at.delete("R"),
    "restore": lambda at, which: at.append(compose.restore_row(at.state("R"), nonce=new_nonce())),
    "grant": lambda at, which: at.grant("R", "BCD"[which % 3]),
    "take back": _take_back_a_grant,
    "accept": lambda at, which: _answer(
        at, which, lambda one: compose.accept_request(at.state("R"), one, nonce=new_nonce())
    ),
    "refuse": lambda at, which: _answer(at, which, lambda one: _refuse(one, which)),
    "undo": lambda at, which: _undo_or_redo(at, which, at.undo),
    "redo": lambda at, which: _undo_or_redo(at, which, at.redo),
    "set aside": _set_aside,
}
STEPS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from([*ACTS, "sync", "sync", "sync"]), st.integers(0, 9)), max_size=18
)


@st.composite
def busy_histories(draw: st.DrawFn) -> History:
    """What one register of four holds after people wrote, deleted, granted, asked, answered and took back."""
    replicas = [Replica(office) for office in ("A", "A", "B", "C")]
    replicas[0].create("R", title="gốc", progress="w0")
    for at, act, which in draw(STEPS):
        if act == "sync":
            replicas[at].sync(replicas[which % 4])
        else:
            ACTS[act](replicas[at], which)
    reader = replicas[draw(st.integers(0, 3))]
    for replica in replicas:
        reader.receive(replica.log.values())
    return draw(st.permutations(list(reader.log.values()))), reader.aside
