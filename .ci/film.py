"""One round of work between three offices, filmed: a numbered picture of the window for each step, into out/film/.

    python .ci/film.py

Headquarters sends packets to two departments; one answers with the program, the other fills in its workbook with
LibreOffice; headquarters compares both, chooses, answers what was asked for and sends a receipt. The story is that of
tests/flows/exchange_story.py, told by clicks and keys; it ends with what both registers must hold, and this ends
with exit code 1 when they do not. No display is needed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out" / "film"
WORK = OUT / "work"
SIZE = (1366, 768)
QUIET = 0.25  # seconds without anything happening before a picture


class Camera:
    """Takes the pictures, numbered."""

    def __init__(self, app):
        self.app, self.taken = app, 0

    def __call__(self, name, office):
        from pictures import grab

        self.taken += 1
        target = OUT / f"{self.taken:02}-{name}.png"
        if office is None:
            picture_workbook(WORK / "so-noi-vu-tra-loi.xlsx", target)
        else:
            office.settle()
            grab(self.app, office.screen).save(str(target))
        print(f"  {target.name}", flush=True)


def picture_workbook(path, target):
    """The first page of a workbook as LibreOffice prints it: a picture, or the PDF where there is no pdftoppm."""
    if shutil.which("soffice") is None:
        return
    profile = f"-env:UserInstallation={(WORK / 'profile').as_uri()}"
    asked = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(WORK), str(path)]
    subprocess.run(["soffice", profile, *asked], check=True, capture_output=True, timeout=120)
    pdf = path.with_suffix(".pdf")
    if shutil.which("pdftoppm") is None:
        shutil.move(pdf, target.with_suffix(".pdf"))
    else:
        drawn = ["pdftoppm", "-png", "-r", "110", "-f", "1", "-l", "1", "-singlefile", pdf, target.with_suffix("")]
        subprocess.run(drawn, check=True, timeout=60)


def choose_hand():
    """Who fills in the second department's workbook: LibreOffice, or openpyxl where it is not installed."""
    from r57desk.domain.fields import BY_CODE
    from tests.flows.exchange_story import TYPED, fill_in_cells, title_of

    if shutil.which("soffice") is None:
        print("  LibreOffice is not installed: the second department's workbook is filled in by openpyxl")
        return fill_in_cells
    from tests.libreoffice import act, open_file, save_as

    def fill_in(packet, target):
        typed = [("type", title_of(number), BY_CODE[field].label_vi, text) for number, field, text in TYPED]
        act(WORK, [open_file(packet), ("unprotect",), *typed, save_as(target), ("close",)])

    return fill_in


def film():
    """Tell the story before the camera; returns how many pictures were taken."""
    from pictures import describe_screen, pass_on
    from PySide6.QtCore import qInstallMessageHandler

    from tests.flows.exchange_story import TODAY, Story

    os.environ |= {
        "QT_QPA_PLATFORM": f"offscreen:configfile={describe_screen(WORK, SIZE, ROOT)}",
        "R57DESK_DATA": str(WORK / "data"),
        "R57DESK_TODAY": TODAY.isoformat(),
    }
    from r57desk.app import make_application
    from r57desk.ui.window_memory import WindowMemory

    qInstallMessageHandler(pass_on)
    WindowMemory().set_look("light")
    app = make_application(["r57desk"])
    camera = Camera(app)
    Story(app, WORK, choose_hand(), camera, QUIET).tell()
    return camera.taken


def main():
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    shutil.rmtree(OUT, ignore_errors=True)
    WORK.mkdir(parents=True)
    try:
        taken = film()
    except AssertionError as error:
        print(f"not as it should be: {error or error.__traceback__.tb_frame}", file=sys.stderr)
        raise
    print(f"{taken} pictures of the round in {OUT.relative_to(ROOT)}/; both registers hold what they should")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
