"""Edits and deltas: the immutable grains every change is made of; the log is a grow-only set of deltas.

Canonical JSON: NFC text, sorted keys, no spaces, UTF-8; numbers are decimal strings; empty keys are left out
rather than null, except a field value of null, which erases. An id is 32 hex digits of SHA-256 over that JSON.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Value = str | None
"""A field's canonical value; None erases."""

EXISTS = "#exists"  # "1" created, "0" deleted
EXECUTORS = "#executors"  # one office code per edit; the set is the union of the live ones
KIND = "#kind"  # absent for a task
REASON = "#reason"  # why a request was refused: said to who asked, never a cell of the row

NOTHING_SEEN: Mapping[str, tuple[str, ...]] = MappingProxyType({})
"""What an edit supersedes that brings a row into being: the same nothing for all of them."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Edit:
    """One row, one or more fields, and for each field the edits its author saw live.

    `nonce` (typed here) or `packet` (answered in that file) makes it this edit and no other of equal content; both
    are "" for what was read from a file that names no packet. A field named in `supersedes` but not in `fields`
    says only that those edits no longer count: a refused request. A deletion (`#exists` = "0") lists under
    `supersedes["#exists"]` every live edit of the row, in any field: an edit it did not see is then known to be
    concurrent, and the row stays visible, in conflict.
    """

    id: str
    row: str
    fields: Mapping[str, Value]
    supersedes: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING_SEEN)
    nonce: str = ""
    packet: str = ""

    @property
    def creates(self) -> bool:
        """Whether this edit brings its row into being (and so makes its office an assigner of it)."""
        return self.fields.get(EXISTS) == "1" and not self.supersedes


@dataclass(frozen=True, slots=True)
class Delta:
    """A set of edits appended at once by one office; never changed afterwards.

    `nonce` is 20 hex digits for what was typed here, "" for what was read from a file, so that the same file read
    twice, or by two offices, gives the same delta. `retracts` names deltas of the same office that no longer count.
    """

    id: str
    office: str
    author: str = ""
    claimed_time: str = ""  # ISO 8601; orders the display only
    nonce: str = ""
    edits: tuple[Edit, ...] = ()
    retracts: tuple[str, ...] = ()


def canonical_json(value: object) -> str:
    """The one text form of a value that is hashed and stored."""
    return _ENCODER.encode(value)


def content_id(text: str) -> str:
    """128 bits of SHA-256, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]
