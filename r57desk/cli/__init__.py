"""The entry point: the same verbs as the window, without one.

The command line never asks: it decides, or refuses with exit code 2 and names the option that would decide.
Exit codes: 0 done; 1 done, with something quarantined, in conflict or refused, each listed; 2 refused.

To add a verb: a line in parser.VERBS, a function of its name in the module of its concept.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from r57desk.cli.parser import make_parser
from r57desk.errors import DeskError, Language

Command = Callable[[argparse.Namespace, Language], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window when none is named; returns the exit code."""
    if getattr(sys, "frozen", False):  # a bundle starts itself again to parse a workbook
        from r57desk.workbook.child import run_if_asked

        run_if_asked(sys.argv)
    _speak_utf8()
    options = make_parser().parse_args(arguments)
    language: Language = "en" if os.environ.get("R57DESK_LANG") == "en" else "vi"
    try:
        if options.verb is None:
            from r57desk.app import run_window  # Qt is imported only when a window is asked for

            return run_window(Path(options.db) if options.db else None)
        return find_command(options.verb)(options, language)
    except DeskError as error:
        print(error.sentence(language), file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def find_command(name: str) -> Command:
    """The function of a verb, from the first module that has it."""
    from r57desk.cli import commands, deciding, exchange, importing

    modules = (commands, importing, deciding, exchange)
    command: Command = next(getattr(module, name) for module in modules if hasattr(module, name))
    return command


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
