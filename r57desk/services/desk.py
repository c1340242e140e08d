"""Desk: an open register and everything a user can do with it. Made by the window and by every command."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from r57desk.errors import DeskError, Language
from r57desk.services import clock
from r57desk.services.packet_files import note_standing_file
from r57desk.services.register import RegisterService
from r57desk.services.tasks import TaskService
from r57desk.services.undoing import UndoService
from r57desk.store import backup, projection_version
from r57desk.store.database import Database, open_database, open_read_only
from r57desk.store.options import get_options, set_option

if TYPE_CHECKING:
    from r57desk.domain.workdays import WorkCalendar
    from r57desk.services.deciding import DecidingService
    from r57desk.services.exchange import ExchangeService
    from r57desk.services.exporting import ExportService
    from r57desk.services.importing import ImportService
    from r57desk.services.printing import PrintService
    from r57desk.services.receipts import ReceiptService


class Desk:
    """One register with its services. Reads go through a connection of their own, which never waits for the writer."""

    def __init__(self, path: Path, reader: Database, writer: Database | None) -> None:
        self.path = path
        self.reader = reader
        self._writer = writer
        self._options: dict[str, str] | None = None
        self._closed = False
        self.tasks = TaskService(self)
        self.undo = UndoService(self)
        self.register = RegisterService(self)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Desk:
        """Open a register that was made before; DeskError when it is missing, locked, damaged or newer.

        The first writer of a day makes that day's backup; what a crash left half-written is removed.
        """
        if read_only:
            return cls(path, open_read_only(path), None)
        writer = open_database(path, now=clock.now())
        try:
            if not get_options(writer)["office"]:
                raise DeskError("register_missing", file=path.name, folder=str(path.parent))
            backup.remove_unfinished(path)
            backup.back_up_daily(writer, now=clock.now())
            projection_version.bring_up_to_date(writer, now=clock.now())
            note_standing_file(writer)
            return cls(path, open_read_only(path), writer)
        except BaseException:
            writer.close()
            raise

    @classmethod
    def create(cls, path: Path, office: str, name: str = "") -> Desk:
        """Make a new register for an office, with the registers of units, documents and public days.

        DeskError `office_code_wrong`, `office_is_central`, `office_unknown` (no such code and no `name`), `register_exists`.
        """
        from r57desk.domain.office import Office, get_code
        from r57desk.domain.text import one_line
        from r57desk.services import seeding

        code, name = get_code(office), one_line(name)
        if path.exists():
            raise DeskError("register_exists", file=path.name, folder=str(path.parent))
        known = seeding.find_seed_office(code)
        if known is None and not name:
            raise DeskError("office_unknown", code=code)
        unfinished = path.with_name(path.name + ".dang-lap")
        seeding.remove_unfinished(unfinished)
        try:
            with open_database(unfinished, now=clock.now(), create=True) as db:
                seeding.fill_register(db, known or Office(code, name), name)
                db.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            seeding.put_in_place(unfinished, path)
        finally:
            seeding.remove_unfinished(unfinished)
        return cls.open(path)

    # Workbooks and paper are loaded when they are first asked for: a window over a register starts without them.

    @cached_property
    def imports(self) -> ImportService:
        """Workbooks into the register."""
        from r57desk.services.importing import ImportService

        return ImportService(self)

    @cached_property
    def exports(self) -> ExportService:
        """Tasks into workbooks."""
        from r57desk.services.exporting import ExportService

        return ExportService(self)

    @cached_property
    def printing(self) -> PrintService:
        """Tasks onto paper."""
        from r57desk.services.printing import PrintService

        return PrintService(self)

    @cached_property
    def deciding(self) -> DecidingService:
        """Differences and requests."""
        from r57desk.services.deciding import DecidingService

        return DecidingService(self)

    @cached_property
    def exchange(self) -> ExchangeService:
        """Partners, and the packets that went to and fro."""
        from r57desk.services.exchange import ExchangeService

        return ExchangeService(self)

    @cached_property
    def receipts(self) -> ReceiptService:
        """What became of an import, to be sent back."""
        from r57desk.services.receipts import ReceiptService

        return ReceiptService(self)

    @property
    def writer(self) -> Database:
        """The one connection that writes; DeskError `register_looked_at` when this desk was opened to read."""
        if self._writer is None:
            raise DeskError("register_looked_at", file=self.path.name)
        return self._writer

    def open_bulk_reader(self) -> Database:
        """A reader of its own for a job off the GUI thread; the caller closes it."""
        return open_read_only(self.path)

    @property
    def read_only(self) -> bool:
        """Whether this desk was opened only to look."""
        return self._writer is None

    @property
    def options(self) -> dict[str, str]:
        """Every option of the register, defaults included."""
        if self._options is None:
            self._options = get_options(self.reader)
        return self._options

    def set_option(self, key: str, value: str) -> None:
        """Keep an option; it travels with the register."""
        set_option(self.writer, key, value)
        self.forget()

    @property
    def office(self) -> str:
        """The code of the office whose register this is."""
        return self.options["office"]

    @property
    def office_name(self) -> str:
        """Its name, as printed."""
        return self.options["office_name"] or self.office

    @property
    def author(self) -> str:
        """Who sits here, as written in the history; may be empty."""
        return self.options["author"]

    @property
    def language(self) -> Language:
        """The language of the window."""
        return "en" if self.options["language"] == "en" else "vi"

    @property
    def warn_days(self) -> int:
        """How many days before its end a deadline is called due soon."""
        return int(self.options["warn_days"])

    @cached_property
    def days(self) -> WorkCalendar:
        """Which days are worked, from the register of public days."""
        from r57desk.domain.workdays import WorkCalendar

        return WorkCalendar(self.register.public_days())

    def today(self) -> date:
        """Today, unless R57DESK_TODAY fixes it."""
        return clock.today()

    def forget(self) -> None:
        """Drop what was read from the register and kept; called after every write."""
        self._options = None
        self.__dict__.pop("days", None)
        self.register.forget()

    @property
    def is_open(self) -> bool:
        """Whether it can still be read: not closed yet."""
        return not self._closed

    def close(self) -> None:
        """Close both connections and let the next writer in."""
        self._closed = True
        self.reader.close()
        if self._writer is not None:
            self._writer.close()
