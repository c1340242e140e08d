"""Five registers, thousands of things done at random in one history: nothing is lost, and all come to the same."""

from __future__ import annotations

import itertools
import os
import random
import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from r57desk.services import clock
from tests.flows.acts import OFFICES, Story, begin, do_at_random
from tests.flows.agreement import check_laws, fork
from tests.flows.history import FATES
from tests.flows.offices import World

OPERATIONS, BETWEEN_CHECKS = 10_000, 2_500


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> Iterator[Story]:
    """The same ids and the same seconds every time, so that a history that fails can be told again."""
    chance, seconds = random.Random(f"ids {seed}"), itertools.count()
    monkeypatch.setattr(os, "urandom", chance.randbytes)
    monkeypatch.setattr(secrets, "token_hex", lambda size: chance.randbytes(size).hex())
    monkeypatch.setattr(clock, "now", lambda: _tell_time(next(seconds) // 5))
    monkeypatch.setenv("R57DESK_TODAY", "2025-06-01")
    (tmp_path / "so").mkdir()
    with closing(World(tmp_path / "so", OFFICES, watched=True)) as world:
        yield begin(world)


@pytest.mark.parametrize("seed", range(2))
def test_L2_L3_L11_L18_hundreds_of_things_done_by_five_offices(story: Story, seed: int) -> None:
    do_at_random(story, random.Random(seed), 400, accidents=4)
    fates = check_laws(story.world)
    assert {"shown", "superseded"} <= fates.keys()


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
def test_L2_L3_L11_L18_ten_thousand_things_done_by_five_offices(
    story: Story, seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every now and then copies of the registers exchange all they have; the history itself goes on unhealed."""
    world, chance = story.world, random.Random(seed)
    for done in range(BETWEEN_CHECKS, OPERATIONS, BETWEEN_CHECKS):
        do_at_random(story, chance, done)
        with closing(fork(world, tmp_path / f"at {done}")) as copies:
            check_laws(copies)
            world.figures += copies.figures
    do_at_random(story, chance, OPERATIONS)
    operations = +world.operations
    fates = check_laws(world)
    with capsys.disabled():
        print(_format(seed, operations, world, fates))


def _tell_time(seconds: int) -> str:
    """Several things are done in a second."""
    return (datetime.combine(clock.today(), time(8)) + timedelta(seconds=seconds)).isoformat()


def _format(seed: int, operations: Counter[str], world: World, fates: Counter[str]) -> str:
    """One line of figures."""
    acts = ", ".join(f"{how} {count}" for how, count in operations.most_common())
    became = ", ".join(f"{fate} {fates[fate]}" for fate in FATES)
    went = ", ".join(f"{what} {count}" for what, count in world.figures.most_common())
    return f"\nseed {seed}: {operations.total()} operations: {acts}; {fates.total()} writes: {became}; packets and registers: {went}"
