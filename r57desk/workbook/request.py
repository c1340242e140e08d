"""What to read of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from r57desk.workbook.gate import LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Request:
    """What to read: a sheet by name, headers mapped to fields ("" = leave out), rows of which kind."""

    file: str
    sheet: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    kind: str = "task"
    limits: Limits = LIMITS
