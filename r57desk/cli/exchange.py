"""What goes to and fro: `export`, `packets`, `receipt`, `errors`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from r57desk.cli import output
from r57desk.cli.opening import Options, as_of, open_desk
from r57desk.cli.texts import say
from r57desk.domain.query import parse_query
from r57desk.errors import DeskError, Language
from r57desk.services.exchange import Partner, ReceivedPacket, SentPacket
from r57desk.services.sources import describe_packet

_SENT = {"acknowledged": "acknowledged", "waiting": "packet_waiting", "unfinished": "unfinished"}
_RECEIVED = {"complete": "complete", "after_gap": "packet_after_gap", "undone": "packet_undone"}


def run_export(options: Options, language: Language) -> int:
    """Write the task workbook; with an office, as a packet for it."""
    path, query = Path(options.out), parse_query(options.where)
    with open_desk(options, write=True) as desk:
        if not options.to:
            result = desk.exports.export(path, query, as_of(options, desk))
            print(say("exported", language, rows=result.rows, path=result.path))
            return 0
        result = desk.exports.export(path, query, as_of(options, desk), to=options.to, to_name=options.name)
        office = f"{desk.register.find_office_name(result.to)} ({result.to})"
    told = {"rows": result.rows, "path": path, "id": result.export_id, "office": office}
    print(say("packet_sent", language, packet=describe_packet(result.number, language), **told))
    return 0


def run_packets(options: Options, language: Language) -> int:
    """List partners, and the packets sent and received."""
    with open_desk(options, write=False) as desk:
        partners, sent, received = desk.exchange.partners(), desk.exchange.sent(), desk.exchange.received()
        waiting = desk.exchange.waiting()
    if options.json:
        output.print_json(
            {
                "partners": [asdict(one) for one in partners],
                "sent": [asdict(one) for one in sent],
                "received": [asdict(one) for one in received],
                "waiting": asdict(waiting),
            }
        )
        return 0
    for one in partners:
        _print_partner(one, language)
    lines = [_packet_words(one, language) for one in sent] + [_packet_words(one, language) for one in received]
    for line in sorted(lines, key=lambda line: str(line["at"]), reverse=True):
        print(say("packet_line", language, **line).rstrip())
    if not partners:
        print(say("no_packets", language))
    return 0


def run_receipt(options: Options, language: Language) -> int:
    """Write the receipt of an import."""
    with open_desk(options, write=True) as desk:
        result = desk.receipts.write(_number(options.import_id), Path(options.out))
        office = f"{desk.register.find_office_name(result.to)} ({result.to})"
    packet, lines = describe_packet(result.number, language), sum(result.counts.values())
    print(say("receipt", language, path=result.path, packet=packet, office=office, lines=lines))
    return 0


def run_errors(options: Options, language: Language) -> int:
    """Write the list of cells of an import that need a look."""
    with open_desk(options, write=False) as desk:
        result = desk.receipts.write_errors(_number(options.import_id), Path(options.out))
    print(say("errors", language, path=result.path, aside=result.aside, doubtful=result.doubtful))
    return 0


def _number(text: str) -> int:
    if not text.isdecimal():
        raise DeskError("import_not_found", id=text)
    return int(text)


def _print_partner(one: Partner, language: Language) -> None:
    about = say("gaps", language, numbers=", ".join(f"{number:02}" for number in one.gaps)) if one.gaps else ""
    about += say("unanswered", language, count=one.waiting) if one.waiting else ""
    sent, received = (f"{number:02}" if number else "–" for number in (one.sent, one.received))
    told = {"code": one.code, "name": one.name, "sent": sent, "received": received}
    print(say("partner", language, about=about, **told))


def _packet_words(one: SentPacket | ReceivedPacket, language: Language) -> dict[str, Any]:
    ours = isinstance(one, SentPacket)
    state = _SENT[one.state] if isinstance(one, SentPacket) else _RECEIVED[one.state]
    return {
        "at": one.at[:16].replace("T", " "),
        "way": say("way_sent" if ours else "way_received", language),
        "number": one.number,
        "office": one.partner_name,
        "file": one.file_name,
        "state": say(state, language),
        "id": one.id,
    }
