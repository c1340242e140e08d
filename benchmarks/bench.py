"""One table: r57desk beside its peers, measured in the same run on the same machine, medians of five.

    make bench
    .venv/bin/python benchmarks/bench.py [--repeat N] [--only TEXT] [--json FILE]

Every measurement is a process of its own, so memory and cold starts are real and nothing is warm by accident.
Peers are pinned in requirements.txt and live in .venv-bench. To add a row: a line in ROWS.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from sample_rows import write_sample, zip_anew

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
OUT = ROOT / "out" / "bench"
PEERS = ROOT / ".venv-bench"
LOCK = HERE / "requirements.txt"
SIZES = (1_000, 10_000, 50_000, 100_000)
# As people search: a number, a place, a subject (1.5 % of the rows), a subject in a place; and a word of every page.
SEARCHES = (("4711",), ("tan lap",), ("ban dan",), ("an toan thong tin", "xa"))
COMMON_WORD = ("chuyen doi so",)


def prepare_peers() -> Path:
    """The Python of .venv-bench, made from the lock when it is missing or the lock has changed."""
    python, stamp = PEERS / "bin" / "python", PEERS / "stamp"
    if not stamp.exists() or stamp.read_text() != LOCK.read_text():
        print("bench: installing the peers into .venv-bench", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", PEERS], check=True)
        (PEERS / ".gitignore").write_text("*\n")
        pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK], check=True)
        stamp.write_text(LOCK.read_text())
    return python


class Bench:
    """Runs measuring processes and remembers their answers, so that a peer measured once serves several rows."""

    def __init__(self, peers: Path, repeat: int) -> None:
        self.pythons = dict.fromkeys(("ours", "exchange", "plain"), sys.executable)
        self.pythons |= dict.fromkeys(("peer_import", "peer_merge", "bare"), peers)
        self.scripts = {"bare": "plain"}
        self.repeat = repeat
        self.environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "R57DESK_DATA": str(OUT / "data")}
        self.environment["R57DESK_TODAY"] = "2025-09-24"
        self._known: dict[tuple[str, ...], list[dict[str, float]]] = {}

    def run(self, *command: str) -> dict[str, float]:
        """The answer of one process; `painted` is turned into seconds since it was started."""
        script, *arguments = command
        started = time.time()
        done = subprocess.run(
            [self.pythons[script], HERE / f"{self.scripts.get(script, script)}.py", *arguments],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"bench: {' '.join(command)} failed\n{done.stderr}")
        answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        if "painted" in answer:
            answer["painted"] -= started
        return answer

    def median(self, key: str, *command: str) -> float:
        """The median of `key` over the repetitions of `command`."""
        if command not in self._known:
            print(f"bench: {' '.join(Path(part).name for part in command)}", flush=True)
            self._known[command] = [self.run(*command) for _ in range(self.repeat)]
        return statistics.median(answer[key] for answer in self._known[command])

    def search(self, command: tuple[str, ...], register: str) -> float:
        """The median over SEARCHES."""
        return statistics.median(self.median("search", *command, register, *words) for words in SEARCHES)


@dataclass(frozen=True)
class Row:
    """One line of the table. `wanted` bounds ours / peer, or for a row with `absolute` our own figure."""

    name: str
    peer: str
    unit: str
    ours: Callable[[Bench], float]
    theirs: Callable[[Bench], float]
    wanted: tuple[str, float]
    absolute: bool = False


def sample(count: int) -> str:
    return str(OUT / f"sample-{count}.xlsx")


def register(count: int) -> str:
    return str(OUT / f"register-{count}.db")


ANEW = str(OUT / "sample-10000-anew.xlsx")
TEN = ("import", sample(10_000), ANEW)


def faster_mode(key: str) -> Callable[[Bench], float]:
    """The better of django-import-export's two modes at 10,000 rows."""
    return lambda bench: min(bench.median(key, "peer_import", mode, sample(10_000), ANEW) for mode in ("row", "bulk"))


def ours_at(count: int) -> Callable[[Bench], float]:
    return lambda bench: bench.median("import", "ours", "import", sample(count))


def bulk_at(count: int, key: str = "import") -> Callable[[Bench], float]:
    return lambda bench: bench.median(key, "peer_import", "bulk", sample(count))


def both(
    key: str, ours: tuple[str, ...], theirs: tuple[str, ...], their_key: str = ""
) -> tuple[Callable[[Bench], float], ...]:
    return lambda bench: bench.median(key, *ours), lambda bench: bench.median(their_key or key, *theirs)


REPLY = str(OUT / "reply-10000.xlsx")
LARGE, MIDDLE = register(100_000), register(10_000)
EXCHANGE = str(OUT / "exchange")
IMPORT_PEER = "django-import-export, faster mode"
ROWS = (
    Row("import 10,000 rows: preview, history, search index", IMPORT_PEER, "s",
        lambda bench: bench.median("import", "ours", *TEN), faster_mode("import"), ("≤", 1 / 4)),
    Row("the same again, file zipped anew", IMPORT_PEER, "s",
        lambda bench: bench.median("again", "ours", *TEN), faster_mode("again"), ("≤", 1 / 10)),
    Row("export 10,000 rows", "bare XlsxWriter", "s",
        *both("export", ("ours", "export", MIDDLE), ("bare", "export", REPLY)), ("≤", 1.3)),
    Row("cold start to a painted window, 10,000 tasks", "empty QMainWindow", "s",
        *both("painted", ("ours", "window", MIDDLE), ("plain", "window")), ("≤", 2.5)),
    Row("table of 100,000 shown", "list model", "s",
        *both("show", ("ours", "table", LARGE), ("plain", "table", LARGE)), ("≤", 0.5)),
    Row("table of 100,000 sorted", "list model", "s",
        *both("sort", ("ours", "table", LARGE), ("plain", "table", LARGE)), ("≤", 1.5)),
    Row("table of 100,000 filtered", "list model", "s",
        *both("filter", ("ours", "table", LARGE), ("plain", "table", LARGE)), ("≤", 1.0)),
    Row("search in 100,000 tasks", "LIKE on a folded column", "s",
        lambda bench: bench.search(("ours", "search"), LARGE), lambda bench: bench.search(("plain", "like"), LARGE),
        ("≤", 1 / 8)),
    Row("the same for a word a fifth of them hold", "LIKE on a folded column", "s",
        *both("search", ("ours", "search", LARGE, *COMMON_WORD), ("plain", "like", LARGE, *COMMON_WORD)), ("≤", 1)),
    Row("import, 10,000 rows / 1,000 rows", "django-import-export, bulk", "×",
        lambda bench: ours_at(10_000)(bench) / ours_at(1_000)(bench),
        lambda bench: bulk_at(10_000)(bench) / bulk_at(1_000)(bench), ("≤", 12), absolute=True),
    Row("import, 100,000 rows / 10,000 rows", "the same, 10,000 / 1,000", "×",
        lambda bench: ours_at(100_000)(bench) / ours_at(10_000)(bench),
        lambda bench: bulk_at(10_000)(bench) / bulk_at(1_000)(bench), ("≤", 12), absolute=True),
    Row("peak memory importing 50,000 rows, children included", "django-import-export, bulk", "MB",
        lambda bench: bench.median("peak_mb", "ours", "import", sample(50_000)), bulk_at(50_000, "peak_mb"),
        ("≤", 350), absolute=True),
    Row("three-way merge of 10,000 rows, 2,000 edits, with history", "daff, tables in memory", "s",
        *both("merge", ("exchange", "merge", EXCHANGE), ("peer_merge", EXCHANGE)), ("≤", 1 / 3)),
    Row("return of a packet of 10,000 rows, from file to preview", "calamine and a scan of the table", "s",
        *both("plan", ("exchange", "plan", EXCHANGE), ("plain", "scan", EXCHANGE)), ("≤", 4)),
    Row("packet: each of 2,000 edits typed one by one", "what they say, zipped", "KB",
        *both("edit", ("exchange", "growth", EXCHANGE), ("exchange", "growth", EXCHANGE), "plain"), ("≤", 0.3),
        absolute=True),
    Row("packet once they are acknowledged", "the packet before", "KB",
        *both("shrunk", ("exchange", "growth", EXCHANGE), ("exchange", "growth", EXCHANGE), "after"), ("≤", 0.5)),
)  # fmt: skip


def prepare_samples(bench: Bench) -> None:
    """Workbooks of every size, and the registers of 10,000 and 100,000 tasks the later rows read."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    for count in SIZES:
        write_sample(Path(sample(count)), count)
    zip_anew(Path(sample(10_000)), Path(ANEW))
    for count in (10_000, 100_000):
        print(f"bench: a register of {count:,} tasks", flush=True)
        bench.run("ours", "build", register(count), sample(count))
    bench.run("ours", "export", MIDDLE, REPLY)
    print("bench: an exchange of 10,000 tasks", flush=True)
    bench.run("exchange", "build", MIDDLE, EXCHANGE)


def shown(value: float, unit: str) -> str:
    if unit == "s":
        return f"{value * 1000:,.0f} ms" if value < 1 else f"{value:.2f} s"
    if unit == "KB":
        return f"{value:,.2f} KB"
    return f"{value:.1f}{unit}" if unit == "×" else f"{value:,.0f} {unit}"


def measure(bench: Bench, row: Row) -> dict[str, object]:
    """The figures of one row, and whether they are as wanted."""
    ours, theirs = row.ours(bench), row.theirs(bench)
    figure = ours if row.absolute else ours / theirs
    return {
        "name": row.name,
        "ours": shown(ours, row.unit),
        "peer": row.peer,
        "theirs": shown(theirs, row.unit),
        "ratio": f"{ours / theirs:.2f}",
        "wanted": f"{row.wanted[0]} {row.wanted[1]:g}" + (f" {row.unit}" if row.absolute else ""),
        "held": figure <= row.wanted[1],
    }


def print_table(lines: list[dict[str, object]]) -> None:
    columns = ("name", "ours", "theirs", "peer", "ratio", "wanted")
    heads = {
        "name": "what",
        "ours": "r57desk",
        "theirs": "peer",
        "peer": "which",
        "ratio": "ratio",
        "wanted": "wanted",
    }
    widths = {key: max(len(str(line[key])) for line in [heads, *lines]) for key in columns}
    print("\n" + "  ".join(f"{heads[key]:<{widths[key]}}" for key in columns))
    print("  ".join("-" * widths[key] for key in columns))
    for line in lines:
        cells = "  ".join(f"{line[key]!s:<{widths[key]}}" for key in columns)
        print(cells + ("" if line["held"] else "  NOT HELD"))


def main() -> int:
    options = argparse.ArgumentParser(description="r57desk beside its peers.")
    options.add_argument("--repeat", type=int, default=5, help="repetitions of every measurement")
    options.add_argument("--only", default="", help="rows whose name holds this text")
    options.add_argument("--json", type=Path, help="also write the figures here")
    asked = options.parse_args()
    bench = Bench(prepare_peers(), asked.repeat)
    compileall.compile_dir(ROOT / "r57desk", quiet=1)  # as pip does when it installs, for the peers too
    prepare_samples(bench)
    lines = [measure(bench, row) for row in ROWS if asked.only in row.name]
    print_table(lines)
    versions = [f"{name} {metadata.version(name)}" for name in ("PySide6-Essentials", "XlsxWriter")]
    pinned = [
        line.split(" ")[0] for line in LOCK.read_text().splitlines() if line.startswith(("django", "tablib", "daff"))
    ]
    print(f"\nPython {platform.python_version()}, {', '.join(versions + pinned)}; {os.cpu_count()} cores")
    print(f"medians of {asked.repeat}")
    if asked.json:
        asked.json.write_text(json.dumps(lines, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
