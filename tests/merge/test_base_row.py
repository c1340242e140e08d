"""The base of a row: its cells as written, and every edit that stood then."""

from __future__ import annotations

from r57desk.merge.base_row import BaseRow, find_implied, find_worth_saying, read_base
from r57desk.merge.delta import make_edit
from r57desk.merge.extract import Base
from r57desk.merge.model import EXECUTORS, EXISTS
from tests.merge.replicas import Replica

COLUMNS = ("stt", "title", "progress", "percent")


def test_it_holds_what_the_columns_show_and_what_stood_in_all_that_travels() -> None:
    here = Replica("A")
    created = here.create("R", stt="1", title="tên", lead="Bộ A").edits[0].id
    here.grant("R", "X")
    tagged = here.write("R", tags="riêng").edits[0].id
    base = read_base(here.state("R"), COLUMNS)
    assert base.values == {"stt": "1", "title": "tên", "progress": "chua_thuc_hien"}
    assert set(base.live) == {EXISTS, EXECUTORS, "stt", "title", "lead"}
    assert base.cell("title") == Base("tên", (created,))
    assert base.cell("percent") == Base(None, ())
    assert base.cell("progress") == Base("chua_thuc_hien", ())
    assert tagged not in base.all_live()
    assert base.all_live() == here.state("R").all_live()


def test_a_cell_in_conflict_holds_the_shown_value_and_all_that_stood() -> None:
    here, there = Replica("A"), Replica("A")
    here.create("R", title="tên")
    there.sync(here)
    here.write("R", title="một")
    there.write("R", title="hai")
    here.sync(there)
    base = read_base(here.state("R"), COLUMNS)
    assert base.values["title"] == here.state("R").values["title"]
    assert base.cell("title").live == here.state("R").live("title")
    assert len(base.cell("title").live) == 2


def test_an_erased_cell_is_blank_and_stood() -> None:
    here = Replica("A")
    here.create("R", title="tên", note="ghi")
    erased = here.write("R", note=None).edits[0].id
    base = read_base(here.state("R"), (*COLUMNS, "note"))
    assert base.cell("note") == Base(None, (erased,))


def test_an_edit_implies_the_value_it_stands_for_first() -> None:
    one, other = make_edit("R", {"title": "a", "note": None}), make_edit("R", {"title": "b"})
    live = {"title": (one.id, other.id), "note": (one.id,), "lead": ("unknown",)}
    edits = {edit.id: edit for edit in (one, other)}
    assert dict(find_implied(("title", "note", "lead", "coop"), live, edits)) == {"title": "a"}
    assert dict(find_implied(("note",), live, edits)) == {}


def test_an_edit_is_worth_saying_when_its_id_costs_more() -> None:
    read = make_edit("R", {EXISTS: "1", "title": "tên", "lead": "Bộ A"})
    typed = make_edit("R", {"title": "tên mới"}, {"title": [read.id]}, nonce="0" * 20)
    later = make_edit("R", {"title": "tên sau"}, {"title": ["f" * 32]}, nonce="1" * 20)
    stale = make_edit("S", {EXISTS: "1", "title": "một tên dài, đã thay từ lâu"})
    base = {
        "R": BaseRow({"title": "tên mới"}, {EXISTS: (read.id,), "lead": (read.id,), "title": (typed.id,)}),
        "S": BaseRow({}, {EXISTS: (stale.id,), "title": (later.id,)}),
    }
    unknown_row = make_edit("T", {EXISTS: "1"})
    assert list(find_worth_saying(base, [read, typed, later, stale, unknown_row], {})) == [read.id, typed.id]
    assert list(find_worth_saying(base, [read, typed], {read.id: read})) == []
