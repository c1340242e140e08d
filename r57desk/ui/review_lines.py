"""The lines of the review list: differences, requests to answer, our own requests, what was decided. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from r57desk.services.deciding import Asked, DecidingService, Difference

SectionName = Literal["differences", "requests", "ours", "decided"]
SECTIONS: tuple[SectionName, ...] = ("differences", "requests", "ours", "decided")


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A heading and how many lines stand under it."""

    section: SectionName
    count: int


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One difference or one request."""

    section: SectionName
    difference: Difference | None = None
    asked: Asked | None = None

    @property
    def key(self) -> str:
        """What tells this line from every other, also after it moved to another section."""
        return f"d:{self.difference.id}" if self.difference else f"a:{self.asked.id}" if self.asked else ""


Line = SectionLine | ReviewLine


@dataclass(frozen=True, slots=True)
class Review:
    """Everything there is to decide and everything decided, in the order of the list."""

    differences: tuple[Difference, ...] = ()
    requests: tuple[Asked, ...] = ()
    ours: tuple[Asked, ...] = ()
    decided: tuple[Difference, ...] = ()
    answered: tuple[Asked, ...] = ()

    def lines(self) -> list[Line]:
        """Headings and lines; a section without lines has no heading."""
        parts: dict[SectionName, list[ReviewLine]] = {
            "differences": [ReviewLine("differences", difference=one) for one in self.differences],
            "requests": [ReviewLine("requests", asked=one) for one in self.requests],
            "ours": [ReviewLine("ours", asked=one) for one in self.ours],
            "decided": [
                *(ReviewLine("decided", difference=one) for one in self.decided),
                *(ReviewLine("decided", asked=one) for one in self.answered),
            ],
        }
        found: list[Line] = []
        for section, lines in parts.items():
            if lines:
                found += [SectionLine(section, len(lines)), *lines]
        return found


def read_review(deciding: DecidingService) -> Review:
    """What stands now. Requests we may not answer stand with our own: they too wait for somebody else."""
    waiting, answered = deciding.requests(), deciding.requests(waiting=False)
    open_here = [one for one in waiting if one.may_decide and not one.ours]
    elsewhere = [one for one in waiting if one not in open_here]
    return Review(
        tuple(deciding.differences()),
        tuple(open_here),
        (*elsewhere, *(one for one in answered if one.ours)),
        tuple(deciding.decided()),
        tuple(one for one in answered if not one.ours),
    )


def find_next(lines: Sequence[Line], key: str) -> str:
    """The line to go on with when `key` was decided: the next one that is open, else the first open one, else none."""
    is_open = [line for line in lines if isinstance(line, ReviewLine) and line.section in ("differences", "requests")]
    keys = [line.key for line in is_open]
    if key in keys:
        rest = keys[keys.index(key) + 1 :] + keys[: keys.index(key)]
        return rest[0] if rest else ""
    return keys[0] if keys else ""
