"""Starts commands of the program as processes that wait for a signal: time to put a tracer on one before it writes.

Everything is imported once here; a forked process then does what a command started by hand does, in a tenth of the
time. Speaks JSON, a line each way: {"arguments", "environment"} in; {"process"}, then {"code", "out", "err"} out.
"""

from __future__ import annotations

import ctypes
import gc
import io
import json
import os
import signal
import socket
import sys
import traceback

# What commands import when they first need it.
import r57desk.paper.fonts
import r57desk.paper.layout
import r57desk.paper.pdf
import r57desk.services.deciding
import r57desk.services.exchange
import r57desk.services.printing
import r57desk.services.receipts
import r57desk.workbook.error_book
import r57desk.workbook.receipt_book
import r57desk.workbook.writer  # noqa: F401
from r57desk.cli import find_command, main

GO = signal.SIGUSR1
_ANY_TRACER = (0x59616D61, -1)  # prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY)


def run(arguments: list[str], answer: socket.socket) -> None:
    """Be the command, and send what a user would see through a socket: no call that is swept sends to one."""
    signal.sigwait({GO})
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
    try:
        code = main(arguments)
    except BaseException:
        code = 1
        traceback.print_exc()
    gc.collect()  # what is still open is closed now, as at the end of a process
    answer.sendall(json.dumps([code, sys.stdout.getvalue(), sys.stderr.getvalue()]).encode())


def start(arguments: list[str], environment: dict[str, str]) -> None:
    """Fork one command, say which process it is, and what became of it."""
    ours, theirs = socket.socketpair()
    process = os.fork()
    if not process:
        ours.close()
        os.environ.update(environment)
        ctypes.CDLL(None).prctl(*_ANY_TRACER, 0, 0, 0)
        silence = os.open(os.devnull, os.O_RDWR)
        for handle in (0, 1, 2):
            os.dup2(silence, handle)
        try:
            run(arguments, theirs)
        finally:
            os._exit(0)
    theirs.close()
    say({"process": process})
    with ours, ours.makefile("rb") as end:
        told = end.read()
    ended = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    code, out, err = json.loads(told) if ended == 0 and told else (ended, "", "")
    say({"code": code, "out": out, "err": err})


def say(what: dict[str, object]) -> None:
    """One line to who started this program."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    signal.pthread_sigmask(signal.SIG_BLOCK, {GO})
    find_command("run_import")  # the modules of all verbs
    gc.freeze()
    say({"process": os.getpid()})
    for line in sys.stdin:
        start(**json.loads(line))
