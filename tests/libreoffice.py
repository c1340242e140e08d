"""LibreOffice as another office: it opens our workbooks and does in them what a person would, without a window.

Needs nothing but `soffice` itself: a Basic macro in a profile of its own reads the steps. Starting takes seconds, so
many steps, also with several files, go into one run.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

Step = tuple[str, ...]
"""What to do and with what: see `libreoffice.bas`."""

TIMEOUT = 120  # seconds; the first start on a slow machine takes ten
_MACROS = Path(__file__).with_suffix(".bas")
_FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}
_LIBRARY = "http://openoffice.org/2000/library"
_SCRIPT = "http://openoffice.org/2000/script"
_XLINK = "http://www.w3.org/1999/xlink"


def find_soffice() -> str:
    """The program; the test is skipped where LibreOffice is not installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    return program


def convert(path: Path, kind: str) -> Path:
    """Have LibreOffice open a file and save it as another kind, in a folder beside it."""
    folder = path.parent / f"saved-{kind}"
    folder.mkdir(exist_ok=True)
    _run(path.parent / "profile", "--convert-to", kind, "--outdir", str(folder), str(path))
    return folder / f"{path.stem}.{kind}"


def act(folder: Path, steps: Iterable[Step]) -> None:
    """Do all this in one run; `folder` is for the profile and what passes between us. Fails with the step that failed."""
    profile, asked, report = folder / "profile", folder / "steps.txt", folder / "report.txt"
    _install(profile)
    asked.write_text("".join("\t".join(step).replace("\n", "\\n") + "\n" for step in steps), encoding="utf-8")
    told = {"LIBREOFFICE_STEPS": asked.as_uri(), "LIBREOFFICE_REPORT": report.as_uri()}
    _run(profile, "macro:///Standard.Office.Main", **told)
    said = report.read_text(encoding="utf-8") if report.exists() else "LibreOffice did not run the steps"
    assert said == "done", said


def open_file(path: Path) -> Step:
    return "open", path.as_uri()


def save_as(path: Path) -> Step:
    return "save", path.as_uri(), _FILTERS[path.suffix]


def _run(profile: Path, *arguments: str, **environment: str) -> None:
    """One run with a profile of its own, which ends by itself or is ended, with the processes it started."""
    command = [find_soffice(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *arguments]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=os.environ | environment, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            code = process.wait(TIMEOUT)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    assert code == 0, f"soffice ended with {code}"


def _install(profile: Path) -> None:
    """Put the macro where LibreOffice looks for those of its user; said to be set up, it does not put its own there."""
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    code = escape(_MACROS.read_text(encoding="utf-8"))
    module = f'<script:module xmlns:script="{_SCRIPT}" script:name="Office" script:language="StarBasic">{code}</script:module>'
    (library / "Office.xba").write_text(module, encoding="utf-8")
    (library / "script.xlb").write_text(
        f'<library:library xmlns:library="{_LIBRARY}" library:name="Standard" library:readonly="false" '
        'library:passwordprotected="false"><library:element library:name="Office"/></library:library>',
        encoding="utf-8",
    )
    (library.parent / "script.xlc").write_text(
        f'<library:libraries xmlns:library="{_LIBRARY}" xmlns:xlink="{_XLINK}"><library:library '
        'library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" '
        'library:link="false"/></library:libraries>',
        encoding="utf-8",
    )
    (library.parents[1] / "registrymodifications.xcu").write_text(
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office">'
        '<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>',
        encoding="utf-8",
    )
