"""Check boxes and ticks: drawn, because the paper font has none of them; they may also stand inside a text."""

from __future__ import annotations

import re

EMPTY, TICKED, CROSSED = "☐", "☑", "☒"
SIDE = 0.8  # of the font size
ADVANCE = 0.95  # of the font size: the side and a little air
PATTERN = re.compile("([☐☑☒□✓✔✗✘✕✖])")

# sign: is there a box, and the strokes in a square of side 1
_TICK = (((0.2, 0.52), (0.42, 0.76), (0.82, 0.24)),)
_CROSS = (((0.22, 0.22), (0.78, 0.78)), ((0.78, 0.22), (0.22, 0.78)))
Strokes = tuple[tuple[tuple[float, float], ...], ...]


def shape(sign: str) -> tuple[bool, Strokes]:
    """Whether a sign has a box, and its strokes as points in a unit square."""
    strokes: Strokes = _TICK if sign in "☑✓✔" else _CROSS if sign in "☒✗✘✕✖" else ()
    return sign in "☐☑☒□", strokes
