"""What the steps of an import have found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from r57desk.services.importing import ImportResult
from r57desk.services.planning import ImportPlan
from r57desk.workbook.reading import Reading


@dataclass
class ImportState:
    """The file, what was read in it, what was said of it, and what became of it."""

    path: Path | None = None
    reading: Reading | None = None
    plan: ImportPlan | None = None
    mapping: dict[str, str] = field(default_factory=dict)
    sender: str = ""  # code of the office the file came from; "" for our own
    result: ImportResult | None = None
