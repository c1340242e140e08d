"""Changes: what an operation touched, so that one signal can refresh every screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ChangeKind = Literal["edit", "import", "undo", "redo", "seed", "options"]


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows an operation touched.

    `rows` holds row ids; `everything` asks screens to reload in full instead (imports, restores). `change` is the
    number to undo by, None when nothing was written. Fields a user wrote: `written` took effect at once; `requests`
    became a waiting request because another office owns them; `waiting` were not asked for again, as the same
    request waits already.
    """

    kind: ChangeKind
    rows: frozenset[str] = frozenset()
    label: str = ""
    change: int | None = None
    requests: tuple[str, ...] = ()
    everything: bool = False
    written: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.everything or bool(self.rows)
