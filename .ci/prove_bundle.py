"""Prove a built bundle: elsewhere, in a folder nobody may write to, with no Python and nothing but a home folder.

    python .ci/prove_bundle.py dist/r57desk

It imports an annex, is updated, exports a reply and prints, with its register in the user's data folder; a window
opens and stays open. Then the size, and what takes it. Run by root it works as the user nobody, whom folders bind.
"""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from main_job import Job, do_job, find_annex

LARGEST = 14
NOBODY = 65534
WINDOW_SECONDS = 6


def make_read_only(folder):
    """No file and no folder below `folder` can be written, by anyone but root."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(
                path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) | stat.S_IRGRP | stat.S_IROTH
            )
            if path.is_dir():
                path.chmod(path.stat().st_mode | stat.S_IXGRP | stat.S_IXOTH)


def snapshot(folder):
    return {str(path.relative_to(folder)): path.lstat().st_mtime_ns for path in folder.rglob("*")}


def show_size(bundle):
    """The size on disk, and the largest parts of it."""
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    total = sum(path.stat().st_size for path in files)
    print(f"\nsize: {total / 1e6:.1f} MB in {len(files)} files; the largest:")
    for path in sorted(files, key=lambda path: path.stat().st_size, reverse=True)[:LARGEST]:
        print(f"  {path.stat().st_size / 1e6:6.1f} MB  {path.relative_to(bundle)}")


def open_and_leave(program, environment, folder, process):
    """Open the window without a screen; it must still be there after some seconds, with nothing on stderr."""
    window = subprocess.Popen(
        [str(program)],
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        **process,
    )
    time.sleep(WINDOW_SECONDS)
    left = window.poll()
    window.terminate()
    try:
        _, errors = window.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        window.kill()
        _, errors = window.communicate()
    if left is not None or "Traceback" in errors:
        raise SystemExit(f"the window left with {left}\n{errors}")
    print(f"  the window opened and stayed for {WINDOW_SECONDS} s")


def main():
    built = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="r57desk-bundle-") as name:
        away = Path(name).resolve()
        away.chmod(0o755)
        bundle, home, papers, empty = (away / part for part in ("chuong trinh", "nhà", "giấy tờ", "empty"))
        shutil.copytree(built, bundle, symlinks=True)
        for folder in (home, papers, empty):
            folder.mkdir()
        annex = papers / "phu-luc.xlsx"
        shutil.copy(find_annex(away), annex)
        make_read_only(bundle)
        process = {}
        if os.name == "posix" and os.geteuid() == 0:
            process = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            for path in (home, papers, annex):
                os.chown(path, NOBODY, NOBODY)
        environment = {"HOME": str(home), "PATH": str(empty), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
        if os.name == "nt":
            environment |= {"LOCALAPPDATA": str(home), "SYSTEMROOT": os.environ["SYSTEMROOT"]}
        before = snapshot(bundle)
        cli = next(path for path in (bundle / "r57desk-cli.exe", bundle / "r57desk") if path.exists())
        window = next(path for path in (bundle / "r57desk.exe", bundle / "r57desk") if path.exists())
        print(f"the bundled program, read-only in “{bundle.name}”, no Python on the PATH:")
        do_job(Job([cli], environment, papers, **process), annex, papers)
        registers = list(home.rglob("*.db"))
        if not registers:
            raise SystemExit("no register in the user's data folder")
        print(f"  the register: ~/{registers[0].relative_to(home)}")
        open_and_leave(window, environment, papers, process)
        if snapshot(bundle) != before:
            raise SystemExit("the program wrote into its own folder")
        for path in bundle.rglob("*"):  # so that the copy can be removed
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        bundle.chmod(0o755)
    show_size(built)


if __name__ == "__main__":
    main()
