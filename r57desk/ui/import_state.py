"""What the steps of an import have found so far."""

from __future__ import annotations

from dataclasses import dataclass
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
    mapping: dict[str, str] | None = None  # what was said of the columns; None leaves it to what was said before
    sender: str = ""  # code of the office the file came from; "" for our own
    result: ImportResult | None = None
