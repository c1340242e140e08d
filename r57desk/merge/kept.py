"""Rows that stay though what brought them in no longer counts: those another office has worked on since.

Nobody's undo touches the work of another. While such work counts, so does the ground it stands on, which is the
creation and the grants of the row, in the name of all who ever said so. What the founding offices wrote themselves
keeps nothing: they took the row back, or it was set aside with what they sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from r57desk.domain.fields import owner_of
from r57desk.merge.authority import read_authority
from r57desk.merge.force import Held
from r57desk.merge.model import EXECUTORS


def keep_ground(held: Sequence[Held]) -> Sequence[Held]:
    """The edits of a row; its ground counts again when no creation does and entitled work of others stands on it."""
    for one in held:
        if one.offices and one.edit.creates:
            return held
    founders = frozenset[str]().union(*(one.holders for one in held if one.edit.creates))
    if not founders:
        return held
    work = [(one.offices - founders, code) for one in held for code in one.edit.fields if one.offices - founders]
    if not work:
        return held
    kept = [_count_again(one) if one.edit.creates or EXECUTORS in one.edit.fields else one for one in held]
    authority = read_authority(kept)
    stands = any(
        not code.startswith("#") and owner_of(authority.kind, code) != "L" and authority.may_write(office, code)
        for offices, code in work
        for office in offices
    )
    return kept if stands else held


def _count_again(one: Held) -> Held:
    return one if one.offices else replace(one, offices=one.holders)
