"""What every test gets: no screen, a data folder of its own, the shared fixtures when they are there."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from PySide6.QtWidgets import QApplication

from r57desk.ui.garbage import GarbageCollector

if TYPE_CHECKING:
    from r57desk.services.desk import Desk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow, shared machine must not fail a law that holds; `make soak` looks much further.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("default", deadline=None, suppress_health_check=_SLOW, print_blob=True)
settings.register_profile("soak", parent=settings.get_profile("default"), max_examples=3000)
settings.register_profile(  # for tests.soak.score: the same examples each time, and the first failure is enough
    "planted",
    parent=settings.get_profile("default"),
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    print_blob=False,
)
_numbers = itertools.count()
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: QApplication) -> None:
    """A process has one Qt application; were it started for fonts alone, later tests could show no widget."""


@pytest.fixture(autouse=True)
def _python_collects_garbage(qapp: QApplication) -> Iterator[None]:
    """A test that makes the application of the program leaves Python as it was: looking for cycles by itself."""
    yield
    if not gc.isenabled():
        for collector in qapp.findChildren(GarbageCollector):
            collector.stop()
            collector.deleteLater()


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the registers of the person who runs it; the folder is made when first written to."""
    monkeypatch.setenv("R57DESK_DATA", str(tmp_path_factory.getbasetemp() / f"data-{next(_numbers)}"))


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of shared workbooks and lists; the test is skipped where R57DESK_FIXTURES does not name one."""
    folder = os.environ.get("R57DESK_FIXTURES", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("R57DESK_FIXTURES does not name the folder of shared workbooks")
    return Path(folder)


@pytest.fixture(scope="session")
def workbooks(fixtures: Path) -> Path:
    """The workbooks as offices sent them, with what a careful person reads in each under `expected/`."""
    return fixtures / "workbooks"


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new register of Hà Nội, made once; tests work on copies."""
    from r57desk.services.desk import Desk

    path = tmp_path_factory.mktemp("register") / "empty.db"
    Desk.create(path, "01").close()
    return path


@pytest.fixture
def register(empty_register: Path, tmp_path: Path) -> Path:
    """A register of its own for one test."""
    path = tmp_path / "so.db"
    shutil.copyfile(empty_register, path)
    return path


@pytest.fixture
def desk(register: Path) -> Iterator[Desk]:
    """An open, empty register."""
    from r57desk.services.desk import Desk

    opened = Desk.open(register)
    yield opened
    opened.close()
