"""Read a workbook: the one call the services need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from r57desk.workbook.gate import LIMITS, Limits
from r57desk.workbook.process import read_in_child
from r57desk.workbook.reading import Reading, build_reading
from r57desk.workbook.request import Request


def read_workbook(
    path: Path,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    *,
    kind: str = "task",
    cancelled: Callable[[], bool] = lambda: False,
    limits: Limits = LIMITS,
) -> Reading:
    """What a workbook or CSV file holds, read in a process of its own; raises DeskError with a sentence for the user.

    `sheet` names the sheet when several are lists; `mapping` gives {header: field code, "" to leave a column out};
    `kind` is one of `domain.fields.KINDS`. `cancelled` is asked about 20 times a second.
    """
    request = Request(path.name, sheet, dict(mapping or {}), kind, limits)
    return build_reading({**read_in_child(path, request, cancelled), "path": str(path)})
