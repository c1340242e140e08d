"""A fault at every write of every command that writes: the old or the new state, never between, and a second try ends it.

The writes are those the system sees: of the register, its log and copies, of workbooks and PDFs, and of what is
written on the way to them. `make test` takes some of them by chance, `make soak` each.
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.flows.crash_scenes import (
    DAY,
    SCENES,
    Place,
    Scene,
    State,
    build_templates,
    find_packet,
    is_old,
    read_content,
)
from tests.flows.disk_faults import Ended, Kind, Launcher, Program, Step, can_trace, faults_of

pytestmark = pytest.mark.skipif(not can_trace(), reason="no strace that may look at a process")
SHARE = 24


@dataclass(frozen=True)
class Played:
    """A scene that nothing happens to: what it finds, what it leaves, and its writes."""

    old: State
    new: State
    content: object
    code: int
    steps: tuple[Step, ...]


class Stage:
    """Every scene, and what became of those that failed."""

    def __init__(self, place: Place, program: Program) -> None:
        self.place, self.program = place, program
        self._played: dict[str, Played] = {}
        self.seen: Counter[str] = Counter()

    def play(self, scene: Scene) -> Played:
        """Undisturbed, once."""
        if scene.name not in self._played:
            place = self.place
            place.set_up(scene)
            old = place.look()
            place.set_up(scene)
            ended, steps = self.program.record(place.folder, *place.say(scene))
            assert ended.code in (0, 1), ended
            new, content = place.look(), read_content(place.folder / scene.out) if scene.out else None
            assert place.find_left() == set()
            self._played[scene.name] = Played(old, new, content, ended.code, tuple(steps))
        return self._played[scene.name]

    def fail(self, scene: Scene, step: Step, kind: Kind) -> None:
        """With a fault, looked at, and done again."""
        self.play(scene)
        self.place.set_up(scene)
        ended = self.program.fail(step, kind, *self.place.say(scene))
        assert ended.hit, "every run makes the same calls"
        self.judge(scene, ended, kind, noted=scene.packet and step.call.startswith("rename"))

    def judge(self, scene: Scene, ended: Ended, kind: str, *, noted: bool = False) -> None:
        """What is found after a command that met a fault; `noted`: a packet whose place was refused at the end."""
        played, state = self.play(scene), self.place.look()
        found = "old" if state == played.old else "new" if state == played.new else "noted"
        written = self._look_at_file(scene, played)
        if ended.code == -signal.SIGKILL:
            self._check_killed(scene, played, state, written)
        elif ended.code == 2:
            (sentence,) = ended.err.splitlines()
            assert sentence.endswith("."), sentence
            assert (found, written) == ("noted" if noted else "old", "old" if scene.out else ""), sentence
        else:
            assert (ended.code, ended.err) == (played.code, "")
            assert (state, written) == (played.new, "new" if scene.out else "")
        self.seen[f"{kind}: {'refused' if ended.code == 2 else found if not scene.out else written}"] += 1
        self._do_again(scene, played, state)

    def _look_at_file(self, scene: Scene, played: Played) -> str:
        """Which file stands there; one that is neither the old one nor the whole new one fails the test."""
        if not scene.out:
            return ""
        file = self.place.folder / scene.out
        if is_old(file):
            return "old"
        assert read_content(file) == played.content
        return "new"

    def _check_killed(self, scene: Scene, played: Played, state: State, written: str) -> None:
        if state in (played.old, played.new) and not scene.packet:
            return
        if written == "new":
            assert state == played.new, "a packet that stands is known as sent"
        elif state != played.old:
            noted = ("unfinished", *played.new.sent[1:])
            assert state == State(played.new.rows, played.new.deltas, state.imports, state.received, noted)

    def _do_again(self, scene: Scene, played: Played, state: State) -> None:
        """The same command completes on another day; nothing that was written on the way is left anywhere."""
        self.place.let_a_day_pass()
        ended = self.place.run(scene)
        assert (ended.code, ended.err) == (played.code, "")
        after = self.place.look()
        assert (after.rows, after.deltas) == (played.new.rows, played.new.deltas)
        again = bool(played.new.received) and not scene.out and state == played.new  # each time it comes is noted
        assert (after.imports, after.received) == (played.new.imports, played.new.received + again)
        if scene.packet:
            packet = find_packet(self.place.folder / scene.out)
            assert packet is not None
            assert after.sent[0] == "waiting"
            assert packet.number == len(after.sent) == len(played.old.sent) + (state != played.old) + 1
        elif scene.out:
            assert read_content(self.place.folder / scene.out) == played.content
        assert self.place.find_left() == set()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where everything is done, on one day."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("R57DESK_DATA", str(tmp_path_factory.mktemp("data")))
        environment.setenv("R57DESK_TODAY", DAY)
        yield tmp_path_factory.mktemp("crash")


@pytest.fixture(scope="module")
def stage(root: Path) -> Iterator[Stage]:
    with closing(Launcher(root, own_scratch(root))) as launcher:
        made = Stage(Place(root / "place", root / "templates", launcher), launcher)
        build_templates(root, made.place, launcher, lambda: _crash(made))
        yield made


def own_scratch(root: Path) -> dict[str, str]:
    """What is written on the way to a file goes where it can be seen."""
    return {"TMPDIR": str(root / "place" / "tmp")}


def _crash(stage: Stage) -> None:
    """An import killed when most of it is in the log, and an unfinished copy beside: the worst a start can find."""
    logged = [step for step in stage.play(SCENES[0]).steps if step.path.endswith("so.db-wal")]
    last = [step for step in logged if step.call == "pwrite64"][-1]
    place = stage.place
    place.set_up(SCENES[0])
    assert stage.program.fail(last, "kill", *place.say(SCENES[0])).hit
    (place.folder / "so" / "so.db.sao-luu" / f"{DAY}T080000-import.db.part").write_bytes(b"half")


def find_faults(stage: Stage, scene: Scene) -> list[tuple[Scene, Step, Kind]]:
    return [(scene, step, kind) for step in stage.play(scene).steps for kind in faults_of(step)]


def test_L13_a_fault_at_a_write_leaves_the_old_or_the_new_state(stage: Stage) -> None:
    for scene in SCENES:
        for fault in random.Random(scene.name).sample(find_faults(stage, scene), SHARE // len(SCENES)):
            stage.fail(*fault)


FOUND: tuple[tuple[str, str, str, int, Kind], ...] = (  # scene, call, end of the path, which of those
    ("import", "fdatasync", ".part-journal", -1, "kill"),  # the journal of a copy was left
    ("import", "pwrite64", "-day.db.part", -1, "error"),  # a fault told after the answer was not heard
    ("import", "unlink", ".owner", -1, "error"),  # a note that stays was a bug after all was done
    ("export", "write", "", -2, "full_once"),  # so was a full disk on the way to a workbook
    ("export", "fsync", "/ra", -1, "error"),  # a file that stands was said not to
    ("packet", "write", ".part", -1, "full_once"),  # a packet without a file gave the tasks away
    ("packet", "pwrite64", "so.db-wal", -1, "kill"),  # a packet that stands was called unfinished
    ("receipt", "pwrite64", "so.db-wal", -1, "kill"),
    ("print", "rename", ".part", -1, "kill"),  # what was written so far was left
)


@pytest.mark.parametrize(
    "found", FOUND, ids=[f"{one[0]}-{one[1]}{one[2].replace('/', '-')}-{one[4]}" for one in FOUND]
)
def test_L13_faults_that_once_did_harm(stage: Stage, found: tuple[str, str, str, int, Kind]) -> None:
    name, call, end, place, kind = found
    scene = next(one for one in SCENES if one.name == name)
    steps = [step for step in stage.play(scene).steps if step.call == call and step.path.endswith(end)]
    stage.fail(scene, steps[place], kind)


@pytest.mark.soak
@pytest.mark.parametrize("scene", SCENES, ids=[scene.name.replace(" ", "-") for scene in SCENES])
def test_L13_a_fault_at_every_write_leaves_the_old_or_the_new_state(stage: Stage, scene: Scene) -> None:
    stage.seen.clear()
    faults = find_faults(stage, scene)
    for fault in faults:
        stage.fail(*fault)
    report(stage, scene, len(faults))


@pytest.mark.soak
def test_L13_the_program_itself_killed_at_every_write_of_an_import(stage: Stage, root: Path) -> None:
    """From the first line of the program to its end, where the sweeps above start when all is imported."""
    program = Program(root, own_scratch(root))
    anew, scene = Stage(Place(stage.place.folder, root / "templates", program), program), SCENES[0]
    faults = [fault for fault in find_faults(anew, scene) if fault[2] == "kill"]
    assert len(faults) >= len(stage.play(scene).steps), "the sweeps above leave nothing out"
    for fault in faults:
        anew.fail(*fault)
    report(anew, scene, len(faults))


@pytest.mark.soak
@pytest.mark.parametrize("scene", SCENES, ids=[scene.name.replace(" ", "-") for scene in SCENES])
def test_L13_a_disk_with_room_for_ever_more_pages(stage: Stage, root: Path, scene: Scene) -> None:
    """A real disk, which writes half of what no longer fits."""
    disk = root / "disk"
    disk.mkdir(exist_ok=True)
    if not can_mount(disk):
        pytest.skip("this machine mounts no tmpfs")
    try:
        with closing(Launcher(root, {"TMPDIR": str(disk / "place" / "tmp")})) as launcher:
            small = Stage(Place(disk / "place", root / "templates", launcher), launcher)
            code, pages = small.play(scene).code, 0
            ended = Ended(2, "", "")
            while ended.code != code:
                small.place.set_up(scene)
                fill(disk, pages)
                ended = launcher.run(*small.place.say(scene))
                (disk / "filler").unlink()
                small.judge(scene, ended, "pages")
                pages += 1
            report(small, scene, pages)
    finally:
        subprocess.run(["umount", disk], check=True)


def can_mount(disk: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)]
    return (
        shutil.which("mount") is not None
        and subprocess.run(command, capture_output=True, check=False).returncode == 0
    )


def fill(disk: Path, pages: int) -> None:
    """Take all room of a disk but so many pages."""
    room = shutil.disk_usage(disk).free - pages * 4096
    (disk / "filler").write_bytes(b"\0" * room)


def report(stage: Stage, scene: Scene, faults: int) -> None:
    told = ", ".join(f"{what} {count}" for what, count in sorted(stage.seen.items()))
    print(f"\n{scene.name}: {len(stage.play(scene).steps)} writes, {faults} faults: {told}")
