"""Every known error's sentence in Vietnamese and English, gathered from the rooms that raise them."""

from __future__ import annotations

from r57desk.errors import cli, domain, paper, services, store, workbook

ROOMS = {
    "domain": domain.SENTENCES,
    "store": store.SENTENCES,
    "workbook": workbook.SENTENCES,
    "paper": paper.SENTENCES,
    "services": services.SENTENCES,
    "cli": cli.SENTENCES,
}
SENTENCES: dict[str, tuple[str, str]] = {code: pair for room in ROOMS.values() for code, pair in room.items()}
