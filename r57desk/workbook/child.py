"""The parsing process: a workbook is opened in a process of its own, with limits, so that none can harm this one.

calamine holds the interpreter while it parses, and can panic; some small files take gigabytes. The process gets a
request on stdin and answers on stdout, both as `marshal` data (numbers, text, tuples: nothing that runs).
This module is what that process imports first: keep it, and what it imports, small.
"""

from __future__ import annotations

import gc
import marshal
import os
import sys
from pathlib import Path
from typing import Any

from r57desk.errors import DeskError
from r57desk.workbook.gate import Limits, read_file
from r57desk.workbook.recognise import recognise
from r57desk.workbook.request import Request

FROZEN_ARGUMENT = "--r57desk-read-workbook"
"""The hidden first argument that makes a bundled program the parsing process; see `run_if_asked`."""

OUT_OF_MEMORY = 86  # our own exit code


def run_if_asked(arguments: list[str]) -> None:
    """In a bundled program: become the parsing process when asked to, and end with it. Call before anything else."""
    if len(arguments) > 1 and arguments[1] == FROZEN_ARGUMENT:
        main()


def main() -> None:
    """Answer one request and end the process, without tidying up: the system does that faster."""
    gc.disable()
    code = 0
    try:
        with open(0, "rb", closefd=False) as stdin:
            call = marshal.loads(stdin.read())  # noqa: S302  (from the program that started us)
        answer = marshal.dumps(_answer(call))
        with open(1, "wb", closefd=False) as stdout:
            stdout.write(answer)
    except MemoryError:
        code = OUT_OF_MEMORY
    except BaseException:  # a calamine panic is no Exception
        code = 1
    os._exit(code)


def _answer(call: dict[str, Any]) -> dict[str, Any]:
    limits = Limits(**call["limits"])
    _limit_memory(limits.memory)
    request = Request(
        call["file"], call["sheet"], call["mapping"], call["kind"], limits, call["remembered"], call["decode_legacy"]
    )
    try:
        return recognise(read_file(Path(call["path"]), limits), request)
    except DeskError as error:
        return {"error": error.code, "details": error.details}
    except MemoryError:
        raise
    except Exception:  # our own mistake, or a file no reader foresaw: refused, and written to the log
        import traceback  # 20 ms that only this case should cost

        return {"error": "workbook_damaged", "details": {"file": request.file}, "trace": traceback.format_exc()}


def _limit_memory(most: int) -> None:
    """Bound the address space of this process where the system can."""
    if sys.platform == "win32":
        _limit_memory_on_windows(most)
    else:
        import resource

        try:
            hard = resource.getrlimit(resource.RLIMIT_AS)[1]
            resource.setrlimit(
                resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
            )
        except (OSError, ValueError):  # macOS refuses some values
            return


def _limit_memory_on_windows(most: int) -> None:
    """Put this process into a job object with a limit on committed memory; if Windows refuses, go on without."""
    if sys.platform == "win32":
        import ctypes
        import struct

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = kernel.CreateJobObjectW(None, None)
        if not job:
            return
        # JOBOBJECT_EXTENDED_LIMIT_INFORMATION (64 bits): LimitFlags at 16, ProcessMemoryLimit at 112, 144 bytes
        extended_limits, limit_process_memory = 9, 0x100
        information = bytearray(144)
        struct.pack_into("<I", information, 16, limit_process_memory)
        struct.pack_into("<Q", information, 112, most)
        buffer = (ctypes.c_char * 144).from_buffer(information)
        kernel.SetInformationJobObject(ctypes.c_void_p(job), extended_limits, buffer, 144)
        kernel.AssignProcessToJobObject(ctypes.c_void_p(job), ctypes.c_void_p(kernel.GetCurrentProcess()))
