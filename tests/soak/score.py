"""The mutation score: plants each fault in a copy of the tree, runs the tests meant to notice, and prints the table.

    python -m tests.soak.score            every fault, two at a time
    python -m tests.soak.score base blank only the faults whose name holds one of these words

Ends with 1 when a fault survives, when its old text does not stand in the code exactly once, or when the tests do
not pass without any fault. Hypothesis draws the same examples every time, and does not shrink.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from tests.soak.faults import FAULTS, Fault

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("r57desk", "tests", "db", "resources", "seeds", "pyproject.toml")
AT_ONCE = 2
LONGEST = 300  # seconds a fault may keep its tests busy; one that hangs them is noticed too
_FAILED = re.compile(r"^FAILED tests/(\S+)", re.MULTILINE)


@dataclass(frozen=True)
class Verdict:
    """What became of one fault; `by` is the test that failed first, or why there was none."""

    fault: Fault
    killed: bool
    by: str
    seconds: float


def find_unplantable(faults: Iterable[Fault], root: Path = ROOT) -> list[str]:
    """The faults whose old text does not stand in its file exactly once, or whose tests are not there."""
    found = []
    for fault in faults:
        path = root / fault.path
        count = path.read_text("utf-8").count(fault.old) if path.exists() else 0
        if count != 1:
            found.append(f"{fault.name}: its text stands {count} times in {fault.path}")
        found += [f"{fault.name}: no {test}" for test in fault.tests if not (root / test.split("::")[0]).exists()]
        if fault.old == fault.new:
            found.append(f"{fault.name}: changes nothing")
    return found


def copy_tree(to: Path) -> Path:
    """What the tests need, without anything a run leaves behind."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("__pycache__", ".hypothesis"))
        elif source.exists():
            shutil.copyfile(source, to / name)
    return to


def run_tests(tree: Path, tests: Sequence[str]) -> tuple[int, str]:
    """The exit code and output of these tests in that tree; 1 and a note when they hang."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--tb=no", "-rf", "-p", "no:cacheprovider", *tests]
    environment = os.environ | {"HYPOTHESIS_PROFILE": "planted", "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            command, cwd=tree, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return 1, "FAILED tests/(hangs)"
    return done.returncode, done.stdout + done.stderr


def plant(fault: Fault, tree: Path) -> Verdict:
    """Plant one fault, see which test notices, and put the file back."""
    path = tree / fault.path
    text = path.read_text("utf-8")
    before = time.perf_counter()
    try:
        _write(path, text.replace(fault.old, fault.new))
        code, output = run_tests(tree, fault.tests)
    finally:
        _write(path, text)
    failed = _FAILED.search(output)
    by = failed[1] if failed else "" if code == 0 else f"no verdict, exit code {code}: {output.strip()[-300:]}"
    return Verdict(fault, code == 1 and failed is not None, by, time.perf_counter() - before)


def _write(path: Path, text: str) -> None:
    """Write a module, and forget what was compiled of it: two versions may bear the same second and size."""
    path.write_text(text, "utf-8")
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()


def plant_all(faults: Sequence[Fault]) -> list[Verdict]:
    """The verdicts on all faults, in their order; ends the program when the tests fail without a fault."""
    with tempfile.TemporaryDirectory(prefix="planted-") as folder:
        trees: SimpleQueue[Path] = SimpleQueue()
        made = [copy_tree(Path(folder) / str(number)) for number in range(AT_ONCE)]
        tests = sorted({test for fault in faults for test in fault.tests})
        with ThreadPoolExecutor(AT_ONCE) as pool:
            halves = [tests[place::AT_ONCE] for place in range(AT_ONCE)]
            for code, output in pool.map(run_tests, made, filter(None, halves)):
                if code:
                    sys.exit(f"the tests fail without any fault:\n{output}")
            for tree in made:
                trees.put(tree)

            def judge(fault: Fault) -> Verdict:
                tree = trees.get()
                try:
                    return plant(fault, tree)
                finally:
                    trees.put(tree)

            return list(pool.map(judge, faults))


def format_table(verdicts: Sequence[Verdict]) -> str:
    """A line for each fault: killed or survived, by which test, in how many seconds; the score last."""
    width = max(len(one.fault.name) for one in verdicts)
    lines = [
        f"{'killed  ' if one.killed else 'SURVIVED'}  {one.fault.name:{width}}  {one.seconds:5.1f} s  {one.by}"
        for one in verdicts
    ]
    killed = sum(one.killed for one in verdicts)
    return "\n".join([*lines, f"mutation score: {killed} of {len(verdicts)} planted faults killed"])


def main(words: Sequence[str]) -> int:
    """Plant the faults whose names hold one of the words (all without words) and print what became of them."""
    faults = [fault for fault in FAULTS if not words or any(word in fault.name for word in words)]
    if lost := find_unplantable(faults):
        print("\n".join(lost))
        return 1
    verdicts = plant_all(faults)
    print(format_table(verdicts))
    return int(not all(one.killed for one in verdicts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
