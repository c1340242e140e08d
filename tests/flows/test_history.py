"""The checker of histories itself: whatever is hidden, invented or brought back, it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from r57desk.domain.ids import natural_row_id
from r57desk.merge.delta import make_delta, make_edit, new_nonce
from tests.flows.acts import HEALTH, HOME, HQ
from tests.flows.history import Seen
from tests.flows.offices import World

Lines = dict[str, Any]
IDS = [natural_row_id("", "", str(number), "việc") for number in range(5)]
DELETED = IDS[3]


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Four tasks: one clean, one asked about, one in difference, one deleted."""
    (tmp_path / "so").mkdir()
    with closing(World(tmp_path / "so", (HQ, HEALTH, HOME), watched=True)) as made:
        ids = iter(IDS)
        monkeypatch.setattr("r57desk.services.task_writing.random_row_id", lambda: next(ids))
        rows = [made.create(0, f"việc {number}") for number in range(4)]
        made.write(0, rows[0], "lead", "trước")
        made.write(0, rows[0], "lead", "sau")
        made.take(1, made.send(0, HEALTH))
        made.take(2, made.send(0, HOME))
        made.write(1, rows[1], "lead", "xin đổi")
        for at in (1, 2):
            made.write(at, rows[2], "note", f"của {at}")
            made.take(0, made.send(at, HQ))
        made.delete(0, rows[3])
        yield made


def by_title(lines: Lines, title: str) -> Any:
    return next(line for line in lines.values() if line.get("task", {}).get("title") == title)


def test_a_sound_register_is_accounted_for(world: World) -> None:
    fates = world.history.check(world.registers[0].see())
    assert (fates["asked"], fates["beside"]) == (1, 2)
    assert fates["superseded"] > 1
    assert fates.keys() <= {"shown", "asked", "beside", "superseded"}


def hide_a_value(lines: Lines) -> None:
    by_title(lines, "việc 0")["task"]["lead"] = ""


def bring_back_a_value(lines: Lines) -> None:
    by_title(lines, "việc 0")["task"]["lead"] = "trước"


def invent_a_value(lines: Lines) -> None:
    by_title(lines, "việc 0")["task"]["coop"] = "không ai viết"


def hide_a_sibling(lines: Lines) -> None:
    by_title(lines, "việc 2")["siblings"].pop()


def hide_a_request(lines: Lines) -> None:
    del by_title(lines, "việc 1")["requests"]


def grant_a_request_silently(lines: Lines) -> None:
    line = by_title(lines, "việc 1")
    line["task"]["lead"] = line.pop("requests")[0][2]


def hide_a_row(lines: Lines) -> None:
    del lines[by_title(lines, "việc 1")["row"]]


def bring_back_a_row(lines: Lines) -> None:
    lines[DELETED] = {**by_title(lines, "việc 0"), "row": DELETED}


@pytest.mark.parametrize(
    "spoil",
    [
        hide_a_value, bring_back_a_value, invent_a_value, hide_a_sibling, hide_a_request, grant_a_request_silently,
        hide_a_row, bring_back_a_row,
    ],
)  # fmt: skip
def test_what_is_shown_wrongly_is_told(world: World, spoil: Callable[[Lines], None]) -> None:
    seen = world.registers[0].see()
    spoil(seen.lines)
    with pytest.raises(AssertionError):
        world.history.check(seen)


def test_a_write_that_no_log_holds_any_more_is_told_unless_its_register_is_lost(world: World) -> None:
    seen = world.registers[0].see()
    newest = list(world.history.deltas)[-1]
    with pytest.raises(AssertionError, match="NOBODY HOLDS IT"):
        world.history.check(Seen(seen.log - {newest}, seen.aside, seen.lines))
    world.copy(0)
    row = world.create(0)
    world.restore(0)
    assert world.history.check(world.registers[0].see())["lost"] == 2, "that it is there, and its title"
    assert row not in world.registers[0].rows()


def test_what_an_author_cannot_have_seen_is_told(world: World) -> None:
    """To replace work that is on its way is to lose it, however well the log says so."""
    (row, *_) = world.registers[1].rows()
    before = world.registers[0].snapshot()
    unseen = world.registers[1].state(row).live("title")
    world.write(1, row, "note", "chưa gửi")
    later = world.registers[1].state(row).live("note")
    honest = make_edit(row, {"title": "x"}, {"title": unseen}, nonce=new_nonce())
    world.history.note(99, make_delta(HQ, [honest], nonce=new_nonce()), (before,))
    with pytest.raises(AssertionError, match="nobody there can have seen"):
        world.history.note(
            99, make_delta(HQ, [make_edit(row, {"note": "x"}, {"note": later})], nonce=new_nonce()), (before,)
        )
    with pytest.raises(AssertionError, match="nobody there can have seen"):
        world.history.note(
            99, make_delta(HQ, [make_edit(row, {"note": "y"}, {"note": ["0" * 32]})], nonce=new_nonce()), (before,)
        )


def test_undo_that_takes_back_too_little_is_told(world: World) -> None:
    register = world.registers[0]
    (*_, last) = register.done
    register.done[last] |= {next(iter(world.history.deltas))}
    with pytest.raises(AssertionError, match="undone is not what was done"):
        world.undo(0)
