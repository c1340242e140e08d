"""What to read of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from r57desk.workbook.gate import LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Request:
    """What to read: a sheet by name, headers mapped to fields ("" = leave out), rows of which kind.

    `remembered` are mappings of earlier days by the print of the header they are for; a `mapping` goes before them.
    `decode_legacy`: texts in old Vietnamese fonts as Unicode; without it rows keep them as they stand in the file.
    """

    file: str
    sheet: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    kind: str = "task"
    limits: Limits = LIMITS
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    decode_legacy: bool = True
