"""What waits for a person: `conflicts`, `resolve`, `requests`, `accept`, `refuse`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from r57desk.cli import output
from r57desk.cli.opening import Options, open_desk
from r57desk.cli.texts import say
from r57desk.domain.text import one_line
from r57desk.errors import DeskError, Language
from r57desk.merge.model import EXISTS
from r57desk.services.decidable import Asked, Difference, Side
from r57desk.services.history import field_label

_MOST_SHOWN = 60  # characters of a value in a sentence


def run_conflicts(options: Options, language: Language) -> int:
    """List the cells that hold several values, or those decided here."""
    with open_desk(options, write=False) as desk:
        found = desk.deciding.decided() if options.decided else desk.deciding.differences()
    if options.json:
        output.print_json([difference_object(one) for one in found])
        return 0
    for one in found:
        _print_difference(one, language)
    print(say("differences", language, count=len(found)) if found else say("no_differences", language))
    return 0


def run_resolve(options: Options, language: Language) -> int:
    """Decide one difference; also one decided before."""
    if options.keep is None and options.value is None:
        raise DeskError("option_missing", options="--keep mine, --keep theirs, --value TEXT")
    if options.keep is not None and options.value is not None:
        raise DeskError("options_exclude", first="--keep", second="--value")
    with open_desk(options, write=True) as desk:
        found = desk.deciding.get(options.id)
        if options.keep is not None:
            side = _choose(found, options.keep, language)
            changes = desk.deciding.keep(found.id, side.edits)
            value = output.show_value(found.field, side.value, language)
        else:
            changes = desk.deciding.write(found.id, options.value)
            value = one_line(options.value) or say("empty", language)
    key = "decision_requested" if changes.requests else "decision_waiting" if changes.waiting else "decided"
    print(say(key, language, id=found.id, value=value))
    return 0


def _choose(found: Difference, keep: str, language: Language) -> Side:
    """The side named by mine, theirs or the code of an office; DeskError `side_missing`, `side_ambiguous`."""
    wanted = keep.strip()
    if wanted == "mine":
        sides = [side for side in found.sides if side.ours]
    elif wanted == "theirs":
        sides = [side for side in found.sides if not side.ours]
    else:
        sides = [side for side in found.sides if wanted.upper() in side.offices]
    if not sides:
        raise DeskError("side_missing", side=keep)
    if len(sides) > 1:
        offices = ", ".join(dict.fromkeys(office for side in sides for office in side.offices))
        values = "; ".join(
            f"“{output.show_value(found.field, side.value, language)[:_MOST_SHOWN]}”" for side in sides
        )
        raise DeskError("side_ambiguous", side=keep, values=values, offices=offices)
    return sides[0]


def run_requests(options: Options, language: Language) -> int:
    """List the requests that wait for an answer, or those answered."""
    with open_desk(options, write=False) as desk:
        found = desk.deciding.requests(waiting=not options.answered)
    if options.json:
        output.print_json([request_object(one) for one in found])
        return 0
    for one in found:
        _print_request(one, language)
    print(say("requests", language, count=len(found)))
    return 0


def run_accept(options: Options, language: Language) -> int:
    """Grant requests, as one change."""
    with open_desk(options, write=True) as desk:
        print(say("accepted", language, label=desk.deciding.accept(options.ids).label))
    return 0


def run_refuse(options: Options, language: Language) -> int:
    """Refuse requests, as one change, with a reason that travels."""
    with open_desk(options, write=True) as desk:
        print(say("rejected", language, label=desk.deciding.refuse(options.ids, options.reason).label))
    return 0


# -- as JSON -------------------------------------------------------------------------------------


def difference_object(one: Difference) -> dict[str, Any]:
    """One difference as JSON; each side names its edits by row, field, value, office and packet."""
    return {
        "id": one.id,
        "row": one.row_id,
        "stt": one.stt,
        "title": one.title,
        "field": one.field,
        "base": one.base,
        "base_source": one.base_source,
        "may_decide": one.may_decide,
        "decided": one.decided,
        "sides": [
            {
                "row": one.row_id,
                "field": one.field,
                "value": side.value,
                "office": side.offices[0] if side.offices else "",
                "offices": list(side.offices),
                "office_name": side.office_name,
                "author": side.author,
                "at": side.at,
                "source": side.source,
                "packet": side.packet,
                "edits": list(side.edits),
                "shown": side.shown,
                "mine": side.ours,
            }
            for side in one.sides
        ],
    }


def request_object(one: Asked) -> dict[str, Any]:
    """One request as JSON."""
    return {
        "id": one.id,
        "edit": one.edit,
        "row": one.row_id,
        "stt": one.stt,
        "title": one.title,
        "field": one.field,
        "value": one.value,
        "now": one.now,
        "office": one.offices[0] if one.offices else "",
        "offices": list(one.offices),
        "office_name": one.office_name,
        "author": one.author,
        "at": one.at,
        "source": one.source,
        "packet": one.packet,
        "mine": one.ours,
        "may_decide": one.may_decide,
        "outcome": one.outcome,
        "reason": one.reason,
    }


# -- in words ------------------------------------------------------------------------------------


def _print_difference(one: Difference, language: Language) -> None:
    title, field = output.cut_title(one.title), field_label(one.field, language)
    print(say("difference", language, id=one.id, stt=one.stt, title=title, field=field))
    if one.field != EXISTS:
        source = f"  [{one.base_source}]" if one.base_source else ""
        print(say("base", language, value=output.show_value(one.field, one.base, language), source=source))
    for side in one.sides:
        about = _about([side.author, _time(side.at), side.source])
        mark, value = "*" if side.shown else "-", output.show_value(one.field, side.value, language)
        print(say("side", language, mark=mark, office=side.office_name, value=value, about=about).rstrip())


def _print_request(one: Asked, language: Language) -> None:
    about = _about([one.author, _time(one.at), one.source])
    if one.outcome == "waiting":
        mark = say("for_us", language) if one.may_decide else say("by_us", language) if one.ours else ""
    else:
        mark = say("granted" if one.outcome == "accepted" else "not_granted", language, reason=one.reason)
    values = {
        "now": output.show_value(one.field, one.now, language),
        "value": output.show_value(one.field, one.value, language),
    }
    field, about = field_label(one.field, language), f"  {about}{mark}" if about else mark
    words = {"title": output.cut_title(one.title), "field": field, "office": one.office_name, "about": about}
    print(say("asked_for", language, id=one.id[:10] if "." not in one.id else one.id, stt=one.stt, **words, **values))


def _about(parts: Sequence[str]) -> str:
    said = ", ".join(part for part in parts if part)
    return f"({said})" if said else ""


def _time(at: str) -> str:
    """16:20 23/09/2025."""
    return f"{at[11:16]} {'/'.join(reversed(at[:10].split('-')))}".strip()
