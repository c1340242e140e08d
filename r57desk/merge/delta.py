"""Making edits and deltas, and reading them back: an id is always the hash of what it names.

An edit's id hashes its content; a delta's id hashes its header and the ids of its edits, so a delta of 50,000
edits is verified edit by edit, never as one text.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from r57desk.domain.fields import LOCAL_FIELDS
from r57desk.errors import DeskError
from r57desk.merge.model import KIND, NOTHING_SEEN, Delta, Edit, Value, canonical_json, content_id


def new_nonce() -> str:
    """80 random bits in hex: what makes a typed change unlike any other."""
    return secrets.token_hex(10)


def make_edit(
    row: str,
    fields: Mapping[str, Value],
    supersedes: Mapping[str, Iterable[str]] | None = None,
    *,
    nonce: str = "",
    packet: str = "",
) -> Edit:
    """An edit with its id. "" erases like None; texts become NFC; superseded ids are sorted, empty lists left out."""
    values = {code: value or None for code, value in fields.items()}
    seen = {code: tuple(sorted(set(ids))) for code, ids in supersedes.items() if ids} if supersedes else NOTHING_SEEN
    text = _edit_text(row, values, seen, nonce, packet)
    if not unicodedata.is_normalized("NFC", text):
        values = {code: value and unicodedata.normalize("NFC", value) for code, value in values.items()}
        text = _edit_text(row, values, seen, nonce, packet)
    return Edit(content_id(text), row, values, seen, nonce, packet)


def make_delta(
    office: str,
    edits: Iterable[Edit],
    *,
    author: str = "",
    claimed_time: str = "",
    nonce: str = "",
    retracts: Iterable[str] = (),
) -> Delta:
    """A delta with its id. Pass `nonce=new_nonce()` for what was typed; leave it "" for what a file says."""
    kept = tuple({edit.id: edit for edit in edits}.values())
    gone = tuple(sorted(set(retracts)))
    id = delta_id(office, author, claimed_time, nonce, [edit.id for edit in kept], gone)
    return Delta(id, office, author, claimed_time, nonce, kept, gone)


def make_retraction(office: str, retracts: Iterable[str], *, author: str = "", claimed_time: str = "") -> Delta:
    """The delta that takes back deltas of the same office; it is itself never taken back."""
    return make_delta(office, (), author=author, claimed_time=claimed_time, nonce=new_nonce(), retracts=retracts)


def make_again(delta: Delta) -> Delta:
    """The same edits under a fresh nonce: how a retracted delta is done again."""
    return make_delta(
        delta.office, delta.edits, author=delta.author, claimed_time=delta.claimed_time, nonce=new_nonce()
    )


def is_local(delta: Delta, kinds: Mapping[str, str] | None = None) -> bool:
    """Whether a delta writes local fields only, and so is never sent. `kinds` maps rows to kinds; unnamed is task.

    An edit without fields refuses something, and travels.
    """
    return bool(delta.edits) and all(
        edit.fields and local_fields(edit, kinds) == set(edit.fields) for edit in delta.edits
    )


def local_fields(edit: Edit, kinds: Mapping[str, str] | None = None) -> set[str]:
    """The fields of an edit that are never sent."""
    kind = edit.fields.get(KIND) or (kinds or {}).get(edit.row) or "task"
    return set(LOCAL_FIELDS.get(kind, frozenset()).intersection(edit.fields))


# -- text ----------------------------------------------------------------------------------------


def edit_text(edit: Edit) -> str:
    """The canonical JSON an edit's id is the hash of."""
    return _edit_text(edit.row, edit.fields, edit.supersedes, edit.nonce, edit.packet)


def parse_edit(text: str, id: str) -> Edit:
    """The edit stored as `text` under `id`, taken on trust (`verify_edit` does not)."""
    raw = json.loads(text)
    supersedes = {code: tuple(ids) for code, ids in raw["supersedes"].items()} if "supersedes" in raw else {}
    return Edit(id, raw["row"], raw.get("fields") or {}, supersedes, raw.get("nonce", ""), raw.get("packet", ""))


def delta_id(
    office: str, author: str, claimed_time: str, nonce: str, edits: Iterable[str], retracts: Iterable[str]
) -> str:
    """The id of a delta with this header and these edit ids, in whatever order they stand."""
    header: dict[str, object] = {"office": office, "edits": sorted(edits)}
    header |= {"author": author} if author else {}
    header |= {"claimed_time": claimed_time} if claimed_time else {}
    header |= {"nonce": nonce} if nonce else {}
    gone = sorted(retracts)
    header |= {"retracts": gone} if gone else {}
    return content_id(canonical_json(header))


def format_delta(delta: Delta) -> str:
    """A delta as one line of JSON, edits in full: what travels in a packet."""
    header: dict[str, Any] = {"id": delta.id, "office": delta.office, "retracts": delta.retracts}
    header |= {"author": delta.author, "claimed_time": delta.claimed_time, "nonce": delta.nonce}
    header["edits"] = [json.loads(edit_text(edit)) for edit in sorted(delta.edits, key=lambda edit: edit.id)]
    return canonical_json(header)


def parse_delta(text: str) -> Delta:
    """The delta written by `format_delta`, made anew from its content; DeskError `delta_damaged` if its id differs."""
    try:
        raw = json.loads(text)
        edits = [
            make_edit(
                _text(one["row"]),
                {
                    _text(code): None if value is None else _text(value)
                    for code, value in one.get("fields", {}).items()
                },
                {_text(code): [_text(id) for id in ids] for code, ids in one.get("supersedes", {}).items()},
                nonce=_text(one.get("nonce", "")),
                packet=_text(one.get("packet", "")),
            )
            for one in raw["edits"]
        ]
        header = {key: _text(raw[key]) for key in ("author", "claimed_time", "nonce")}
        delta = make_delta(_text(raw["office"]), edits, **header, retracts=[_text(id) for id in raw["retracts"]])
        claimed = raw["id"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DeskError("delta_damaged", id="?") from error
    if delta.id != claimed:
        raise DeskError("delta_damaged", id=claimed)
    return delta


def _edit_text(
    row: str, fields: Mapping[str, Value], supersedes: Mapping[str, tuple[str, ...]], nonce: str, packet: str
) -> str:
    content: dict[str, object] = {"fields": fields, "row": row}
    if supersedes:
        content["supersedes"] = supersedes
    if nonce:
        content["nonce"] = nonce
    if packet:
        content["packet"] = packet
    return canonical_json(content)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {value!r}")
    return value
