"""Prepare a checkout: .venv from the locked wheels, and the system libraries Qt needs. Does nothing when up to date.

    python3 .ci/bootstrap.py            what `make run` needs
    python3 .ci/bootstrap.py --tests    and the programs some tests use (poppler, LibreOffice, strace)
    python3 .ci/bootstrap.py --bundle   and what building a bundle needs (binutils)

Standard library only, and old syntax on purpose: any Python 3 may start it; it looks for 3.11 or newer itself.
As root, missing Debian packages are installed through apt; otherwise the command to type is printed.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / ".ci" / "requirements.txt"
NEWEST_FIRST = ("python3.13", "python3.12", "python3.11")

# Each shared library Qt may miss and the packages that bring it, oldest Debian name last.
PACKAGES = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libOpenGL.so.0": ("libopengl0",),
    "libGLX.so.0": ("libglx0",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgthread-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libX11.so.6": ("libx11-6",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libICE.so.6": ("libice6",),
    "libSM.so.6": ("libsm6",),
    "libxcb.so.1": ("libxcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-glx.so.0": ("libxcb-glx0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render.so.0": ("libxcb-render0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-shm.so.0": ("libxcb-shm0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-util.so.1": ("libxcb-util1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xinerama.so.0": ("libxcb-xinerama0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libz.so.1": ("zlib1g",),
    "libzstd.so.1": ("libzstd1",),
    "libbrotlidec.so.1": ("libbrotli1",),
    "libstdc++.so.6": ("libstdc++6",),
    "libcups.so.2": ("libcups2t64", "libcups2"),
    "libexpat.so.1": ("libexpat1",),
    "libpng16.so.16": ("libpng16-16t64", "libpng16-16"),
}
# What the program loads: the libraries of the modules it uses, and the plugins that show a window or draw without one.
QT_LIBRARIES = ("libQt6Core", "libQt6Gui", "libQt6Widgets", "libQt6PrintSupport", "libQt6Svg")
HEADLESS_PLUGINS = ("platforms/libqoffscreen.so",)
WINDOW_PLUGINS = ("platforms/libqxcb.so", "platforms/libqwayland.so", "platforms/libqwayland-generic.so")

# Programs only tests use, and the packages that bring them. Without them those tests skip, visibly.
TEST_PROGRAMS = {
    "pdftotext": ("poppler-utils",),
    "soffice": ("libreoffice-calc-nogui", "libreoffice-calc"),
    "strace": ("strace",),
}
# What building a bundle cannot do without.
BUNDLE_PROGRAMS = {"objdump": ("binutils",)}


def say(text):
    print(f"bootstrap: {text}", flush=True)


def use_new_enough_python():
    """Go on under Python 3.11 or newer: this one, else one on the PATH, else stop with the command to type."""
    if sys.version_info >= (3, 11):
        return
    for name in NEWEST_FIRST:
        path = shutil.which(name)
        if path and subprocess.run([path, "-c", ""], check=False).returncode == 0:
            os.execv(path, [path, *sys.argv])
    found = ".".join(map(str, sys.version_info[:3]))
    raise SystemExit(f"bootstrap: Python 3.11 or newer is needed, this is {found}. Type: apt-get install -y python3")


class Apt:
    """Debian's package manager, as far as we may use it."""

    def __init__(self):
        self.present = shutil.which("apt-get") is not None
        self.root = self.present and os.geteuid() == 0
        self.updated = False

    def _run(self, *arguments):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        command = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", *arguments]
        return subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
        ).returncode

    def _known(self, package):
        shown = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
        return shown.returncode == 0 and bool(shown.stdout)

    def install(self, choices):
        """Install one package of each tuple of names; True when all are in place. Otherwise the command is printed."""
        if self.root and not self.updated:
            self.updated = True
            self._run("update")
        known = ((next((n for n in names if self.present and self._known(n)), names[-1])) for names in choices)
        packages = sorted(set(known))
        command = "apt-get install -y --no-install-recommends " + " ".join(packages)
        if self.root:
            say("installing " + " ".join(packages))
            if self._run("install", "-y", "--no-install-recommends", *packages) == 0:
                return True
        say("type, as root: " + command)
        return False


def venv_python():
    return VENV / "bin" / "python"


def venv_version():
    """The version text of .venv's Python, or None when there is no working one of 3.11 or newer with pip."""
    code = "import sys, pip; assert sys.version_info >= (3, 11); print(sys.version)"
    try:
        answer = subprocess.run([venv_python(), "-c", code], capture_output=True, text=True, check=False)
    except OSError:
        return None
    return answer.stdout if answer.returncode == 0 else None


def make_venv(apt):
    try:
        import ensurepip  # noqa: F401  Debian ships it apart, in python3-venv
    except ImportError:
        if not apt.install([("python3-venv",)]):
            raise SystemExit(
                "bootstrap: this Python cannot make a virtual environment (ensurepip is missing)."
            ) from None
    say(f"making .venv with Python {sys.version.split()[0]}")
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)


def fingerprint(version):
    """What .venv was made from: the lock, the project's metadata and the Python."""
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), str(version).encode(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def install_wheels():
    """The locked wheels, every one checked against its hash, then this checkout itself, editable."""
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    say("installing the locked packages (a few minutes the first time)")
    subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)], check=True)
    subprocess.run([*pip, "--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)


def missing_libraries(files):
    """Names of the shared libraries that `files` need and the system does not have."""
    if not shutil.which("ldd") or not files:
        return set()
    listed = subprocess.run(["ldd", *map(str, files)], capture_output=True, text=True, check=False).stdout
    lines = (line.split() for line in listed.splitlines() if "not found" in line)
    return {words[0] for words in lines if not words[0].startswith("libQt6")}


def qt_files(plugins):
    folder = next(VENV.glob("lib/python3*/site-packages/PySide6/Qt"))
    libraries = [folder / "lib" / f"{name}.so.6" for name in QT_LIBRARIES]
    return [path for path in (*libraries, *(folder / "plugins" / name for name in plugins)) if path.exists()]


def prepare_qt(apt):
    """Install what Qt lacks. What cannot be installed stops us if this machine needs it: a window needs a display."""
    missing = missing_libraries(qt_files(HEADLESS_PLUGINS + WINDOW_PLUGINS))
    if not missing:
        return
    say("Qt lacks " + ", ".join(sorted(missing)))
    apt.install([PACKAGES[name] for name in sorted(missing) if name in PACKAGES])
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    still = missing_libraries(qt_files(HEADLESS_PLUGINS + (WINDOW_PLUGINS[:1] if display else ())))
    if still:
        raise SystemExit("bootstrap: Qt cannot start without " + ", ".join(sorted(still)))


def missing_programs(programs, apt):
    """Names of the programs that are still missing after asking apt for them."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing and apt.present:
        apt.install([programs[name] for name in missing])
    return [name for name in missing if shutil.which(name) is None]


def prepare_tests(apt):
    """The programs of TEST_PROGRAMS, asked of apt once; tests that need a missing one skip and say so."""
    tried = VENV / "stamp-programs"
    if not tried.exists():
        for name in missing_programs(TEST_PROGRAMS, apt):
            say(f"{name} is not there: the tests that need it will be skipped")
        tried.touch()


def prepare_bundle(apt):
    if missing_programs(BUNDLE_PROGRAMS, apt):
        raise SystemExit("bootstrap: building a bundle needs " + " and ".join(BUNDLE_PROGRAMS))


def main():
    options = argparse.ArgumentParser(description="Prepare .venv and the system libraries.")
    options.add_argument("--tests", action="store_true", help="also the programs some tests use")
    options.add_argument("--bundle", action="store_true", help="also what building a bundle needs")
    asked = options.parse_args()
    use_new_enough_python()
    os.chdir(ROOT)
    apt = Apt()
    stamp = VENV / "stamp"
    version = venv_version()
    if version is None or not stamp.exists() or stamp.read_text() != fingerprint(version):
        if version is None:
            make_venv(apt)
        install_wheels()
        prepare_qt(apt)
        stamp.write_text(fingerprint(venv_version()))
    if asked.tests:
        prepare_tests(apt)
    if asked.bundle:
        prepare_bundle(apt)


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"bootstrap: this command failed: {' '.join(map(str, error.cmd))}") from None
