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
    remembered: Mapping[str, Mapping[str, str]] | None = None,
    decode_legacy: bool = True,
    cancelled: Callable[[], bool] = lambda: False,
    limits: Limits = LIMITS,
) -> Reading:
    """What a workbook or CSV file holds, read in a process of its own; raises DeskError with a sentence for the user.

    `sheet` names the sheet when several are lists; `mapping` gives {header: field code, "" to leave a column out};
    `kind` is one of `domain.fields.KINDS`. `remembered` holds what was said of headers before, by their print: used for
    a sheet with such a header when there is no `mapping`. Without `decode_legacy` texts in old Vietnamese fonts are left
    as they stand. `cancelled` is asked about 20 times a second.
    """
    request = Request(path.name, sheet, dict(mapping or {}), kind, limits, dict(remembered or {}), decode_legacy)
    return build_reading({**read_in_child(path, request, cancelled), "path": str(path)})
