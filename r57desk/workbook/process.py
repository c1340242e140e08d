"""Starting the parsing process, waiting for its answer, and what its death means."""

from __future__ import annotations

import logging
import marshal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from r57desk.errors import DeskError
from r57desk.workbook.child import FROZEN_ARGUMENT, OUT_OF_MEMORY
from r57desk.workbook.gate import Limits
from r57desk.workbook.request import Request

_log = logging.getLogger(__name__)

_BOOTSTRAP = "import sys; sys.path[:] = sys.argv[1:]; from r57desk.workbook.child import main; main()"
_POLL = 0.05  # seconds between looks at `cancelled`
_KILLED = (-9, -6, -11, 137, 134, 139)  # by the system, by an abort, by a fault


def read_in_child(path: Path, request: Request, cancelled: Callable[[], bool] = lambda: False) -> dict[str, Any]:
    """What `recognise` says of a file, from a process of its own; raises DeskError, also when that process dies.

    `cancelled` is asked now and then; when it says yes the process is ended and `workbook_cancelled` is raised.
    """
    limits = request.limits
    call = {**asdict(request), "path": str(path), "mapping": dict(request.mapping)}
    with subprocess.Popen(
        _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **_no_window()
    ) as process:
        try:
            answer = _converse(process, marshal.dumps(call), limits, cancelled, request.file)
        finally:
            process.kill()  # nothing is left to wait for, and its pipes can be closed
    if process.returncode != 0 or not answer:
        raise DeskError(_why_dead(process.returncode), file=request.file)
    said = marshal.loads(answer)  # noqa: S302  (from our own code, in the process above)
    if "trace" in said:
        _log.error("reading %s failed\n%s", request.file, said["trace"])
    if "error" in said:
        raise DeskError(said["error"], **said["details"])
    return dict(said)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_ARGUMENT]
    return [sys.executable, "-I", "-S", "-c", _BOOTSTRAP, *[entry or str(Path.cwd()) for entry in sys.path]]


def _no_window() -> dict[str, Any]:
    """On Windows, a console program must not flash a console."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW}
    return {}


def _converse(
    process: subprocess.Popen[bytes], call: bytes, limits: Limits, cancelled: Callable[[], bool], file: str
) -> bytes:
    """Send the request and wait for the answer, the end of patience, or a wish to stop."""
    end = time.monotonic() + limits.seconds
    pending: bytes | None = call
    while True:
        try:
            return process.communicate(pending, timeout=_POLL)[0]
        except subprocess.TimeoutExpired:
            pending = None
            if cancelled():
                raise DeskError("workbook_cancelled", file=file) from None
            if time.monotonic() > end:
                raise DeskError("workbook_too_slow", file=file, seconds=round(limits.seconds)) from None


def _why_dead(code: int | None) -> str:
    return "workbook_too_costly" if code in (OUT_OF_MEMORY, *_KILLED) else "workbook_damaged"
