"""What a row comes to, in the shape the reference fold says it."""

from __future__ import annotations

from dataclasses import dataclass, field

Said = tuple[str | None, frozenset[str], frozenset[str], str]  # value, edits, offices, latest claimed time
Asked = tuple[object, ...]  # field, value, edit, offices, latest claimed time; for a refusal why, and by whom


@dataclass
class Row:
    """What a row comes to: for each field its live values, the shown one first; and who asks for what."""

    exists: bool = False
    kind: str = "task"
    cells: dict[str, list[Said]] = field(default_factory=dict)
    conflicts: set[str] = field(default_factory=set)
    requests: set[Asked] = field(default_factory=set)
    refusals: set[Asked] = field(default_factory=set)
    assigners: set[str] = field(default_factory=set)
    executors: set[str] = field(default_factory=set)
