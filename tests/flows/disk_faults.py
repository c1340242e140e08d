"""The k-th write of a command goes wrong: the system itself says no there, or ends the process; strace sees to it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tests.flows.launcher import GO

ROOT = Path(__file__).resolve().parents[2]
_GROWING = ("write", "pwrite64", "writev", "pwritev", "fallocate", "mkdir", "mkdirat")
_WRITING = (
    *_GROWING, "pwritev2", "ftruncate", "truncate", "fsync", "fdatasync", "sync_file_range", "open", "openat", "creat",
    "rename", "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat", "symlink", "symlinkat", "rmdir",
    "sendfile", "copy_file_range",
)  # fmt: skip
_TRACED = ",".join(f"?{call}" for call in _WRITING)  # not every machine has every call
_LINE = re.compile(r"(\w+)\((.*)")
_PATH = re.compile(r'[<"](/[^>"]*)[>"]')

Kind = Literal["kill", "error", "full_once", "full"]
FAULTS: tuple[Kind, ...] = ("kill", "error", "full_once", "full")
"""The process is ended; the disk reports an error once; it is full once; it is full from there on."""


@dataclass(frozen=True)
class Step:
    """One call that changes a file: the `number`-th of its sort, and how many of the others came before it."""

    call: str
    number: int
    path: str
    before: Mapping[str, int]


@dataclass(frozen=True)
class Ended:
    """How a command ended (-9: killed), what it said, and whether the fault was met."""

    code: int
    out: str
    err: str
    hit: bool = False


class Program:
    """The program, started anew for each command; under a tracer if it is to fail."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._log = folder / "trace.txt"
        self._environment = dict(environment)

    def run(self, *arguments: object) -> Ended:
        """A command that nothing happens to."""
        return self._run_beside([], arguments)

    def record(self, folder: Path, *arguments: object) -> tuple[Ended, list[Step]]:
        """The same, and every call by which it changed something in `folder`."""
        ended = self._run_traced(["-y"], arguments)
        return ended, list(_find_steps(self._log.read_text("utf-8", "replace"), folder))

    def fail(self, step: Step, kind: Kind, *arguments: object) -> Ended:
        """The same with a fault at that step."""
        ended = self._run_traced([f"--inject={fault}" for fault in _say_faults(step, kind)], arguments)
        log = self._log.read_text("utf-8", "replace")
        hit = ended.code == -signal.SIGKILL if kind == "kill" else "(INJECTED)" in log
        return Ended(ended.code, ended.out, ended.err, hit)

    def _run_traced(self, options: list[str], arguments: tuple[object, ...]) -> Ended:
        return self._run_beside(self._tracer(options), arguments)

    def _tracer(self, options: list[str]) -> list[str]:
        return ["strace", "-o", str(self._log), "-s", "400", "-e", f"trace={_TRACED}", *options]

    def _run_beside(self, tracer: list[str], arguments: tuple[object, ...]) -> Ended:
        done = subprocess.run(
            [*tracer, sys.executable, "-m", "r57desk", *map(str, arguments)],
            env=os.environ | self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr)


class Launcher(Program):
    """The same in a tenth of the time: a process with everything imported, forked for each command."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        super().__init__(folder, environment)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.flows.launcher"],
            cwd=ROOT,
            env=os.environ | self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._hear()

    def close(self) -> None:
        """End it; whatever it started has ended before."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._process.wait()

    def run(self, *arguments: object) -> Ended:
        """As above."""
        os.kill(self._start(arguments), GO)
        return Ended(**self._hear())

    def _run_traced(self, options: list[str], arguments: tuple[object, ...]) -> Ended:
        process = self._start(arguments)
        command = self._tracer([*options, "-p", str(process)])
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr is not None
            said = tracer.stderr.readline()
            assert "attached" in said, said
            os.kill(process, GO)
            ended = self._hear()
            tracer.stderr.read()
        return Ended(**ended)

    def _start(self, arguments: tuple[object, ...]) -> int:
        assert self._process.stdin is not None
        request = {"arguments": [str(one) for one in arguments], "environment": self._environment}
        print(json.dumps(request), file=self._process.stdin, flush=True)
        return int(self._hear()["process"])

    def _hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        return dict(json.loads(self._process.stdout.readline()))


def can_trace() -> bool:
    """Whether this machine has strace and lets it look at a process."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


def faults_of(step: Step) -> tuple[Kind, ...]:
    """What can go wrong there: a disk is not too full to remove something."""
    if step.call.startswith(("unlink", "rmdir")):
        return ("kill", "error")
    return FAULTS if step.call in _GROWING else FAULTS[:-1]


def _say_faults(step: Step, kind: Kind) -> Iterator[str]:
    if kind == "full":
        yield from (f"{call}:error=ENOSPC:when={step.before.get(call, 0) + 1}+" for call in _GROWING)
    else:
        said = {"kill": "signal=KILL", "error": "error=EIO", "full_once": "error=ENOSPC"}[kind]
        yield f"{step.call}:{said}:when={step.number}"


def _find_steps(log: str, folder: Path) -> Iterator[Step]:
    count: Counter[str] = Counter()
    for line in log.splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        call, told = found.groups()
        before = dict(count)
        count[call] += 1
        path = next((path for path in _PATH.findall(told) if path.startswith(f"{folder}/")), "")
        if path and (not call.startswith("open") or "O_CREAT" in told):
            yield Step(call, count[call], path, before)
