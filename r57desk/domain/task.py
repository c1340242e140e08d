"""Task: one assigned piece of work, as it stands in the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from r57desk.domain.deadline import Deadline


@dataclass(frozen=True, slots=True)
class Task:
    """The shown values of one row; texts are NFC, empty when unknown.

    `percent` is 0–100. `deadline` is the reading of `deadline_text`. `conflicts` and `requests` name the fields
    that hold several live values, or a waiting request. `sample` marks rows that came with the sample data.
    """

    id: str
    stt: str = ""
    code: str = ""
    title: str = ""
    source_doc: str = ""
    group_no: str = ""
    category: str = ""
    lead: str = ""
    coop: str = ""
    deliverable: str = ""
    deadline_text: str = ""
    authority: str = ""
    progress: str = "chua_thuc_hien"
    percent: Decimal | None = None
    result_now: str = ""
    obstacles: str = ""
    proposals: str = ""
    done_date: date | None = None
    evidence: str = ""
    officer: str = ""
    leader: str = ""
    note: str = ""
    tags: str = ""
    short_title: str = ""
    deadline: Deadline = field(default_factory=Deadline)
    conflicts: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    sample: bool = False
