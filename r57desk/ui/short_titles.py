"""What stands for a task where room is little: on screen only."""

from __future__ import annotations

from functools import lru_cache

from r57desk.domain.short_title import shorten
from r57desk.domain.task import Task

_shorten = lru_cache(maxsize=4096)(shorten)


def card_title(task: Task) -> str:
    """What a board card shows: the short title a user gave, else the full title."""
    return task.short_title or task.title


def item_title(task: Task) -> str:
    """What a calendar item shows: the short title a user gave, else the title without its leading verbs."""
    return task.short_title or _shorten(task.title)
