"""Our side of each measurement, through the same services and screens a user works with.

    python ours.py build REGISTER SAMPLE.xlsx          a register to measure on
    python ours.py import SAMPLE.xlsx [ZIPPED_ANEW.xlsx]
    python ours.py export REGISTER [REPLY.xlsx]
    python ours.py search REGISTER WORDS…
    python ours.py window REGISTER                     the whole window, painted
    python ours.py table REGISTER                      show, sort, filter

Each prints one line of JSON, in seconds and MB.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from r57desk.domain.query import parse_query
from r57desk.services.desk import Desk
from r57desk.services.lists import SortKey

FILTER = "khởi nghiệp"
REPEATS = 5


def preview_and_import(desk: Desk, path: Path) -> tuple[float, int]:
    """Seconds of reading, planning and applying; how many cells and rows the plan would change."""
    started = time.perf_counter()
    plan = desk.imports.plan(desk.imports.read(path))
    result = desk.imports.apply(plan)
    return time.perf_counter() - started, len(result.changes.rows)


def build(register: Path, sample: Path) -> dict[str, float]:
    """A register that holds the rows of the sample."""
    desk = Desk.create(register, "01")
    seconds, rows = preview_and_import(desk, sample)
    desk.close()
    return {"import": seconds, "rows": rows}


def import_(sample: Path, anew: Path | None = None) -> dict[str, float]:
    """Preview and import into a new register; then the same rows again."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.create(Path(folder) / "register.db", "01")
        seconds, rows = preview_and_import(desk, sample)
        answer = {"import": seconds, "rows": rows}
        if anew:
            answer["again"], changed = preview_and_import(desk, anew)
            assert rows
            assert not changed, changed
        desk.close()
    used = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return answer | {"peak_mb": sum(used), "peak_own_mb": used[0], "peak_child_mb": used[1]}


def export(register: Path, reply: Path | None = None) -> dict[str, float]:
    """The task workbook of everything in the register; kept as `reply` if that is named."""
    desk = Desk.open(register)
    with tempfile.TemporaryDirectory() as folder:
        import r57desk.workbook.writer  # noqa: F401  the peer's clock starts after its import too

        started = time.perf_counter()
        result = desk.exports.export(reply or Path(folder) / "ours.xlsx")
        seconds = time.perf_counter() - started
    desk.close()
    return {"export": seconds, "rows": result.rows}


def search(register: Path, *words: str) -> dict[str, float]:
    """Ids of the tasks whose folded texts hold every word, in order."""
    desk = Desk.open(register, read_only=True)
    query = parse_query(" ".join(words))
    times, found = [], 0
    for _ in range(REPEATS * 2):
        started = time.perf_counter()
        found = len(desk.tasks.find_ids(query).ids)
        times.append(time.perf_counter() - started)
    desk.close()
    return {"search": statistics.median(times[1:]), "found": found}


def window(register: Path) -> dict[str, float]:
    """The program's own start, up to the first painted picture; the clock is the caller's, as for the empty window."""
    from painted import wait_until_painted

    from r57desk.app import Program, make_application

    _app = make_application(["r57desk"])
    program = Program(register)
    program.start()
    assert program.window is not None
    grid = program.window.shell.view().grid
    painted = wait_until_painted(grid.viewport())
    assert grid.tasks.rowCount() > 0
    program.close()
    return {"painted": painted}


def table(register: Path) -> dict[str, float]:
    """The table of the window by itself: show, sort, filter; each until it is painted."""
    from r57desk.app import make_application
    from r57desk.ui.jobs import Jobs
    from r57desk.ui.session import Session
    from r57desk.ui.task_view import TaskView

    app = make_application(["r57desk"])

    def painted(started: float) -> float:
        app.processEvents()
        view.grid.viewport().grab()
        return time.perf_counter() - started

    started = time.perf_counter()
    desk = Desk.open(register, read_only=True)
    session = Session(desk)
    view = TaskView(session, Jobs())
    view.resize(1366, 690)
    view.show()
    answer = {"show": painted(started), "rows": view.model.task_count()}
    sorts, filters = [], []
    for turn in range(REPEATS * 2):
        started = time.perf_counter()
        session.set_sort((SortKey(("title", "due")[turn % 2]),))
        sorts.append(painted(started))
    for turn in range(REPEATS * 2):
        started = time.perf_counter()
        session.set_words(("", FILTER)[turn % 2])
        filters.append(painted(started))
    desk.close()
    return answer | {"sort": statistics.median(sorts), "filter": statistics.median(filters[1::2])}


MEASURES = {"window": window, "table": table, "build": build, "import": import_, "export": export, "search": search}

if __name__ == "__main__":
    _, name, *arguments = sys.argv
    places = [Path(text) if text.endswith((".db", ".xlsx")) else text for text in arguments]
    print(json.dumps(MEASURES[name](*places)))
