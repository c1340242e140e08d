"""A packet's text: it reads back to the same packet, is short, and says so when anything in it was changed."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57desk.domain.ids import random_row_id, row_id_of
from r57desk.errors import DeskError
from r57desk.merge import compose
from r57desk.merge.base_row import BaseRow, read_base
from r57desk.merge.delta import make_again, make_delta, make_edit, make_retraction, new_nonce
from r57desk.merge.fold import RowState, fold_row
from r57desk.merge.force import gather
from r57desk.merge.model import EXECUTORS, EXISTS, KIND, Delta, Edit, canonical_json, content_id
from r57desk.merge.packet import FORMAT, Packet, format_packet, parse_packet

COLUMNS = ("stt", "title", "lead", "progress", "percent", "result_now", "note")
ROWS = [row_id_of(n * 7919) for n in range(1, 5)]

# -- any packet ----------------------------------------------------------------------------------

ids = st.text("0123456789abcdef", min_size=32, max_size=32)
nonces = st.sampled_from(["", "0a" * 10, "1b" * 10])
offices = st.sampled_from(["01", "01.SKHCN", "TW.BKHCN"])
values: dict[str, st.SearchStrategy[str | None]] = {
    "title": st.none() | st.sampled_from(["Xây dựng đề án", "a", "một\nhai"]),
    "percent": st.none() | st.sampled_from(["65", "65.5"]),
    EXISTS: st.sampled_from(["0", "1"]),
    EXECUTORS: offices,
    KIND: st.just("office"),
}


@st.composite
def packets(draw: st.DrawFn) -> Packet:
    edits: list[Edit] = []
    for _ in range(draw(st.integers(0, 6))):
        fields = {code: draw(values[code]) for code in draw(st.sets(st.sampled_from(list(values)), max_size=3))}
        known = st.lists(st.sampled_from([edit.id for edit in edits]) if edits else ids, max_size=2) | st.lists(
            ids, max_size=2
        )
        seen = draw(st.dictionaries(st.sampled_from(["title", "percent", EXISTS, EXECUTORS]), known, max_size=3))
        packet = draw(st.sampled_from(["", ROWS[0], "tệp 1"]))
        edits.append(make_edit(draw(st.sampled_from(ROWS)), fields, seen, nonce=draw(nonces), packet=packet))
    deltas: list[Delta] = []
    for _ in range(draw(st.integers(0, 4))):
        held = draw(st.lists(st.sampled_from(edits), max_size=5)) if edits else []
        gone = draw(
            st.lists(st.sampled_from([d.id for d in deltas]) if deltas else ids, max_size=2)
            | st.lists(ids, max_size=1)
        )
        header = {
            "author": draw(st.sampled_from(["", "Lan "])),
            "claimed_time": draw(st.sampled_from(["", "2025-09-24T10:00:00"])),
        }
        deltas.append(make_delta(draw(offices), held, **header, nonce=draw(nonces), retracts=gone))
    live = st.dictionaries(
        st.sampled_from(["title", "percent", "lead", EXISTS]),
        st.lists(
            ids | st.sampled_from([edit.id for edit in edits] or ["0" * 32]), min_size=1, max_size=2, unique=True
        ).map(tuple),
    )
    shown = st.dictionaries(st.sampled_from(COLUMNS[:3]), st.sampled_from(["a", "Xây dựng đề án"]))
    base = draw(st.dictionaries(st.sampled_from(ROWS), st.builds(BaseRow, shown, live)))
    rows = draw(st.permutations(ROWS))[: draw(st.integers(0, 4))]
    return Packet(
        random_row_id(), draw(offices), draw(offices), draw(st.integers(0, 99)), "2025-09-24T10:00:00", "Sở", "Bộ",
        draw(st.sampled_from(["", ROWS[1]])), tuple(draw(st.lists(st.sampled_from(ROWS), max_size=2))),
        draw(st.sampled_from(["tasks", "receipt"])), tuple({d.id: d for d in deltas}.values()), base, tuple(rows),
        (row_id_of(5), row_id_of(6))[: draw(st.integers(0, 2))], draw(st.sampled_from([(), COLUMNS, ("percent",)])),
    )  # fmt: skip


@given(packets())
def test_a_packet_reads_back(packet: Packet) -> None:
    assert parse_packet(format_packet(packet)) == packet


@given(packets(), packets())
def test_what_is_said_to_be_short_changes_nothing(packet: Packet, other: Packet) -> None:
    standing = [edit for one in (other, packet) for delta in one.deltas for edit in delta.edits]
    assert parse_packet(format_packet(packet, standing)) == packet


@given(packets())
def test_the_text_is_canonical_json(packet: Packet) -> None:
    text = format_packet(packet)
    assert canonical_json(json.loads(text)) == text
    assert text.isprintable()


# -- changed texts -------------------------------------------------------------------------------


def a_log() -> list[Delta]:
    read = make_delta(
        "01", [compose.create_row(row, {"stt": str(n), "title": f"Nhiệm vụ {n}"}) for n, row in enumerate(ROWS)]
    )
    typed = make_delta(
        "01.SKHCN",
        [make_edit(ROWS[0], {"percent": "65"}, {"percent": [read.edits[0].id]}, nonce=new_nonce())],
        author="Lan",
        claimed_time="2025-09-24T10:00:00",
        nonce=new_nonce(),
    )
    return [read, typed, make_again(typed), make_retraction("01.SKHCN", [typed.id])]


def states_of(log: list[Delta]) -> dict[str, RowState]:
    return {row: fold_row(row, held) for row, held in gather(log).items()}


def a_packet(log: list[Delta], sent: list[Delta] | None = None) -> Packet:
    states = states_of(log)
    return Packet(
        row_id_of(1), "01", "01.SKHCN", 3, "2025-09-24T11:00:00", "UBND thành phố", "Sở",
        since=row_id_of(2), names=(row_id_of(3),), deltas=tuple(log if sent is None else sent),
        base={row: read_base(state, COLUMNS) for row, state in states.items()},
        rows=tuple(states), blanks=(row_id_of(4),), columns=COLUMNS,
    )  # fmt: skip


TEXT = format_packet(a_packet(a_log()))


def assert_damaged(text: str) -> None:
    with pytest.raises(DeskError) as error:
        parse_packet(text)
    assert error.value.code == "packet_damaged"
    assert error.value.sentence("vi")


@settings(max_examples=300)
@given(
    st.integers(0, len(TEXT) - 1), st.characters(codec=None), st.sampled_from(["replace", "insert", "drop", "cut"])
)
def test_any_changed_character_is_noticed(place: int, char: str, how: str) -> None:
    after = {"replace": place + 1, "insert": place, "drop": place + 1, "cut": len(TEXT)}[how]
    changed = TEXT[:place] + (char if how in ("replace", "insert") else "") + TEXT[after:]
    if changed != TEXT:
        assert_damaged(changed)


@given(st.text())
def test_what_is_no_packet_is_refused(text: str) -> None:
    assert_damaged(text)


@pytest.mark.parametrize(
    "body", ["", "{}", "[]", "null", "1e999", '"\\ud800"', "[" * 100_000, '{"format":1}', "9" * 5000]
)
def test_a_right_sum_over_nonsense_is_refused(body: str) -> None:
    assert_damaged(f'{{"packet":{body},"sum":"{content_id(body)}"}}')


def forge(change: Callable[[dict[str, Any]], object]) -> str:
    """A packet changed by somebody who then makes its sums right."""
    said = json.loads(TEXT)["packet"]
    change(said)
    body = json.dumps(said)
    return f'{{"packet":{body},"sum":"{content_id(body)}"}}'


FORGERIES: dict[str, Callable[[dict[str, Any]], object]] = {
    "another value": lambda said: said["edits"][0]["set"].update(title="khác"),
    "another office": lambda said: said["deltas"][1].update(office="02"),
    "a delta left out": lambda said: said["deltas"].pop(1),
    "a retraction left out": lambda said: said["deltas"].pop(),
    "a field nobody knows": lambda said: said["edits"][0]["set"].update(abc="x"),
    "a local field": lambda said: said["edits"][0]["set"].update(tags="x"),
    "a local field in the base": lambda said: said["base"][0].update(set={"tags": "x"}),
    "a system field in the base": lambda said: said["base"][0].update(set={EXISTS: "1"}),
    "a number as a value": lambda said: said["edits"][0]["set"].update(percent=65),
    "a percentage with its sign": lambda said: said["edits"][4]["set"].update(percent="65%"),
    "a text with a zero byte": lambda said: said["edits"][0]["set"].update(title="a\0"),
    "half a character": lambda said: said["edits"][0]["set"].update(title="\ud800"),
    "a later edit": lambda said: said["edits"][0].update(over=[[0, 1]]),
    "itself": lambda said: said["edits"][4].update(over=[[0, 4]]),
    "no such edit": lambda said: said["base"][0].update(live=[[0, 99]]),
    "no such id": lambda said: said["base"][0].update(live=[[0, -1]]),
    "no such shape": lambda said: said["base"][0].update(live=[[99, 0]]),
    "a shape without edits": lambda said: said["base"][0].update(live=[[0]]),
    "no such row": lambda said: said["edits"][0].update(row=99),
    "a row before the first": lambda said: said["edits"][0].update(row=-1),
    "true for a row": lambda said: said["edits"][0].update(row=True),
    "a run past the end": lambda said: said["deltas"][0].update(edits=[0, 99]),
    "half a run": lambda said: said["deltas"][0].update(edits=[0, 4, 4]),
    "a run backwards": lambda said: said["deltas"][0].update(edits=[0, -1]),
    "a delta that retracts itself": lambda said: said["deltas"][0].update(gone=[0]),
    "a short id": lambda said: said["ids"].append("abc"),
    "a row id with a wrong check": lambda said: said["rows"].__setitem__(0, said["rows"][0][:-1] + "U"),
    "a row twice": lambda said: said["rows"].append(said["rows"][0]),
    "a blank row that is none": lambda said: said["blanks"].append(said["rows"][0]),
    "a column nobody knows": lambda said: said["columns"].append("x"),
    "a local column": lambda said: said["columns"].append("tags"),
    "more bases than rows": lambda said: said["base"].extend([{}] * 9),
    "more rows shown than there are": lambda said: said.update(shown=9),
    "an office that is none": lambda said: said.update(office="sở"),
    "to nobody": lambda said: said.update(to=""),
    "no number": lambda said: said.update(number=-1),
    "another kind": lambda said: said.update(kind="letter"),
    "a list for a kind": lambda said: said.update(kind=["tasks"]),
    "zero for since": lambda said: said.update(since=0),
    "a name with a line break too many": lambda said: said.update(office_name="Sở\n"),
    "a time in words": lambda said: said.update(when="hôm qua"),
    "a nonce in words": lambda said: said["edits"][0].update(nonce="một"),
    "an author who is a number": lambda said: said["deltas"][0].update(author=1),
    "no edits": lambda said: said.pop("edits"),
    "format in words": lambda said: said.update(format="1"),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_what_no_office_can_have_written_is_refused(name: str) -> None:
    assert_damaged(forge(FORGERIES[name]))


def test_a_reason_stands_alone() -> None:
    """Made with everything right but the rule, so that nothing else can be what is noticed."""
    refusal = make_edit(ROWS[0], {"#reason": "vì"}, {"title": ["0" * 32]})
    mixed = make_edit(ROWS[0], {"#reason": "vì", "title": "a"}, {"title": ["0" * 32]})
    packets = [a_packet([make_delta("01", [edit])]) for edit in (refusal, mixed)]
    assert parse_packet(format_packet(packets[0])) == packets[0]
    assert_damaged(format_packet(packets[1]))


@pytest.mark.parametrize(
    "fields", [{"tags": "x"}, {"abc": "x"}, {"percent": "65%"}, {"title": " a"}, {EXISTS: "2"}, {EXECUTORS: "sở"}]
)
def test_values_are_held_to_be_canonical_and_not_only_to_their_sums(fields: dict[str, str]) -> None:
    edit = make_edit(ROWS[0], fields, nonce="0a" * 10)
    packet = Packet(row_id_of(1), "01", "01.SKHCN", deltas=(make_delta("01", [edit]),), columns=COLUMNS)
    assert_damaged(format_packet(packet))


def test_there_is_a_most_that_is_unfolded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("r57desk.merge.packet._MOST_HELD", 6)
    assert len(parse_packet(TEXT).deltas) == 4
    monkeypatch.setattr("r57desk.merge.packet._MOST_HELD", 5)
    assert_damaged(TEXT)


def test_a_forgery_that_changes_nothing_is_none() -> None:
    assert parse_packet(forge(lambda said: None)) == parse_packet(TEXT)


def test_a_packet_of_a_newer_program_says_so() -> None:
    with pytest.raises(DeskError) as error:
        parse_packet(forge(lambda said: said.update(format=FORMAT + 1, edits="khác hẳn")))
    assert error.value.code == "packet_newer"


# -- what it costs -------------------------------------------------------------------------------


def size(packet: Packet, standing: list[Edit] | None = None) -> int:
    """Characters a packet takes in a workbook."""
    return len(base64.b64encode(zlib.compress(format_packet(packet, standing or ()).encode(), 9)))


def a_long_log() -> list[Delta]:
    sentence = "Phối hợp với các cơ quan liên quan hoàn thiện hồ sơ, trình cấp có thẩm quyền xem xét đợt {n}"
    made = [compose.create_row(row_id_of(n * 104_729), {"stt": str(n), "title": f"Nhiệm vụ {n}"}) for n in range(200)]
    log = [make_delta("01", made)]
    granted = [compose.grant(state, "01.SKHCN", by="01", nonce="") for state in states_of(log).values()]
    log.append(make_delta("01", [edit for edit in granted if edit], nonce=new_nonce()))
    for n, state in enumerate(states_of(log).values()):
        edit = compose.write_fields(
            state, {"result_now": sentence.format(n=n * 31 % 97)}, by="01.SKHCN", nonce=new_nonce()
        )
        assert edit is not None
        time = f"2025-09-24T10:{n // 60:02}:{n % 60:02}"
        log.append(make_delta("01.SKHCN", [edit], author="Trần Văn Minh", claimed_time=time, nonce=new_nonce()))
    return log


def test_a_packet_grows_little_with_each_edit_and_shrinks_when_acknowledged() -> None:
    log = a_long_log()
    before, everything = size(a_packet(log[:2])), size(a_packet(log))
    assert everything - before < 200 * 300
    all_edits = [edit for delta in log for edit in delta.edits]
    acknowledged = a_packet(log, sent=[])
    assert size(acknowledged, all_edits) < everything
    assert size(acknowledged, all_edits) < size(acknowledged)
    assert parse_packet(format_packet(acknowledged, all_edits)) == acknowledged


def test_what_the_deltas_say_the_base_does_not_say_again() -> None:
    log = a_long_log()
    said = json.loads(format_packet(a_packet(log)))["packet"]
    assert said["ids"] == []
    assert all(one.get("set", {}).keys() <= {"progress"} for one in said["base"])
    assert canonical_json(said).count("Nhiệm vụ 171") == 1
    assert not any(delta.id in canonical_json(said) for delta in log)
