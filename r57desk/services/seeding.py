"""A new register: the units, documents and public days every office starts with, through the same door as any file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from r57desk import paths
from r57desk.domain.ids import natural_row_id
from r57desk.domain.office import Office, office_of
from r57desk.flush import flush_folder
from r57desk.merge.delta import make_delta, make_edit
from r57desk.merge.model import EXISTS, KIND, Edit
from r57desk.services import clock
from r57desk.store import edit_log, projection_version
from r57desk.store.database import Database
from r57desk.store.options import set_option
from r57desk.workbook.reader import read_workbook
from r57desk.workbook.reading import Reading

# file, kind of its rows, and the fields that tell them apart
_SEEDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("units.csv", "office", ("code",)),
    ("central-bodies.csv", "office", ("code",)),
    ("documents.csv", "document", ("number", "date", "issuer")),
    ("public-days.csv", "public_day", ("date",)),
)


@lru_cache(maxsize=1)
def read_seed_offices() -> tuple[Office, ...]:
    """The units and central bodies a new register starts with."""
    readings = [_read_seed(file, kind) for file, kind, _ in _SEEDS if kind == "office"]
    return tuple(office_of(reading.values_of(row)) for reading in readings for row in reading.rows)


def find_seed_office(code: str) -> Office | None:
    """The office of this code in the seeds, if any."""
    return next((office for office in read_seed_offices() if office.code == code), None)


def fill_register(db: Database, office: Office, name: str) -> None:
    """Everything a new register holds, in one transaction."""
    with db.transaction():
        set_option(db, "office", office.code)
        set_option(db, "office_name", name or office.name)
        projection_version.note_version(db)
        for file, kind, key in _SEEDS:
            _append_seed(db, office.code, file, kind, key)
        if find_seed_office(office.code) is None:
            own = {"code": office.code, "name": name, "level": "body", "parent": office.code.rpartition(".")[0]}
            edit = _create("office", own, ("code",))
            edit_log.append(db, [make_delta(office.code, [edit])], kind="seed", label=name, at=clock.now())


def put_in_place(unfinished: Path, path: Path) -> None:
    """The finished register gets its name; the rename is the moment it exists."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished.replace(path)
    flush_folder(path.parent)


def remove_unfinished(unfinished: Path) -> None:
    """Clear away a register that was never finished, with its side files."""
    for left in unfinished.parent.glob(unfinished.name + "*"):
        left.unlink(missing_ok=True)


@lru_cache(maxsize=len(_SEEDS))
def _read_seed(file: str, kind: str) -> Reading:
    """A seed file, read once: the first start looks offices up in it, then writes it into the register."""
    return read_workbook(paths.seeds_folder() / file, kind=kind)


def _append_seed(db: Database, office: str, file: str, kind: str, key: tuple[str, ...]) -> None:
    delta = make_delta(office, _edits(_read_seed(file, kind), kind, key))
    edit_log.append(db, [delta], kind="seed", label=file, at=clock.now())


def _edits(reading: Reading, kind: str, key: tuple[str, ...]) -> Iterator[Edit]:
    for row in reading.rows:
        yield _create(kind, {code: value or "" for code, value in reading.values_of(row).items()}, key)


def _create(kind: str, values: dict[str, str], key: tuple[str, ...]) -> Edit:
    row_id = natural_row_id(kind, "", "|".join(values.get(code, "") for code in key), "")
    return make_edit(row_id, {EXISTS: "1", KIND: kind, **values})
