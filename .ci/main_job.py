"""The main job, through the public doors only: a workbook comes in, is tracked, answered and printed.

    python .ci/main_job.py              a window on sample data in out/run/; with no display, the job itself
    python .ci/main_job.py --headless   the job itself

`do_job` runs any build of the program: the checkout here, a frozen bundle in prove_bundle.py.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from sample_annex import write_annex

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out" / "run"
OFFICE = "01"
DONE_WITH_REMARKS = 1


class Job:
    """Runs the verbs of one program, says each in a line, and stops at the first that does not answer as expected."""

    def __init__(self, program, environment, folder, **process):
        self.program = [str(part) for part in program]
        self.environment = environment
        self.folder = folder
        self.process = process  # what subprocess.run should know besides: user, group

    def run(self, *arguments, allowed=(0,)):
        """The standard output of one command; SystemExit when its exit code is not among `allowed`."""
        started = time.perf_counter()
        done = subprocess.run(
            [*self.program, *map(str, arguments)],
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            check=False,
            **self.process,
        )
        shown = " ".join(str(argument).replace(f"{self.folder}{os.sep}", "") for argument in arguments)
        print(f"  {time.perf_counter() - started:5.1f} s  r57desk {shown}", flush=True)
        if done.returncode not in allowed:
            raise SystemExit(f"exit code {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def read(self, *arguments, allowed=(0,)):
        """The same, for a command that answers in JSON."""
        return json.loads(self.run(*arguments, "--json", allowed=allowed))


def find_annex(folder):
    """The ministry's annex where the shared workbooks are at hand, else a small one of our own, written to `folder`."""
    shared = os.environ.get("R57DESK_FIXTURES")
    annex = Path(shared) / "workbooks" / "nq03-phu-luc-2.xlsx" if shared else None
    if annex and annex.is_file():
        return annex
    made = folder / "phu-luc.xlsx"
    write_annex(made)
    return made


def expect(true, what):
    if not true:
        raise SystemExit(f"not as it should be: {what}")


def do_job(job, annex, out, database=()):
    """Import `annex` into a new register, update three tasks, answer, print; the papers are left in `out`."""
    options = ("--db", database) if database else ()
    job.run(*options, "init", "--office", OFFICE, "--samples")
    samples = {task["id"] for task in job.read(*options, "tasks")}
    (result,) = job.read(*options, "import", annex, allowed=(0, DONE_WITH_REMARKS))
    tasks = job.read(*options, "tasks")
    expect(
        result["rows"] > 0 and len(tasks) == len(samples) + result["added"], f"tasks after the import: {len(tasks)}"
    )
    first, second, third = [task["id"] for task in tasks if task["id"] not in samples][:3]
    job.run(*options, "set", first, "progress=hoan_thanh", "percent=100", "done_date=2025-06-20")
    job.run(*options, "set", second, "progress=dang_thuc_hien", "percent=40", "result_now=Đã lấy ý kiến các sở.")
    job.run(*options, "set", third, "progress=trinh_duyet", "note=Chờ ký")
    late = job.read(*options, "tasks", "--where", "timeliness:qua_han", "--as-of", "2026-01-05")
    reply, listing, sheets = out / "tra-loi.xlsx", out / "danh-muc.pdf", out / "phieu.pdf"
    job.run(*options, "export", reply)
    (again,) = job.read(*options, "import", reply, "--dry-run")
    expect(again["added"] == again["changed"] == 0, f"an untouched reply read back plans changes: {again}")
    job.run(*options, "print", listing, "--as-of", "2026-01-05")
    job.run(*options, "print", sheets, "--kind", "task", "--where", "progress:hoan_thanh")
    expect(listing.read_bytes()[:5] == sheets.read_bytes()[:5] == b"%PDF-", "the papers are PDF")
    job.run(*options, "check")
    print(f"  {len(tasks)} tasks, {len(late)} late on 05/01/2026; the reply and the papers are in {out}")
    return tasks


def has_display():
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(program):
    """Open the window on the sample register, made the first time; returns the window's exit code."""
    database = OUT / "mau.db"
    environment = {**os.environ, "R57DESK_DATA": str(OUT / "data")}
    if not database.exists():
        Job(program, environment, ROOT).run("--db", database, "init", "--office", OFFICE, "--samples")
    return subprocess.run([*program, "--db", str(database)], env=environment, cwd=ROOT, check=False).returncode


def work_headless(program):
    """The main job in a fresh folder of out/run/, and pictures of the screens."""
    folder = OUT / "headless"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    print("no display: the main job without a window")
    environment = {**os.environ, "R57DESK_DATA": str(folder / "data"), "QT_QPA_PLATFORM": "offscreen"}
    do_job(Job(program, environment, ROOT), find_annex(folder), folder, folder / "so-nhiem-vu.db")
    subprocess.run([sys.executable, str(ROOT / ".ci" / "screens.py"), "--few"], cwd=ROOT, env=environment, check=True)
    return 0


def main():
    options = argparse.ArgumentParser(description="Open a window on sample data, or do the main job without one.")
    options.add_argument("--headless", action="store_true")
    asked = options.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    program = [sys.executable, "-m", "r57desk"]
    return work_headless(program) if asked.headless or not has_display() else open_window(program)


if __name__ == "__main__":
    raise SystemExit(main())
