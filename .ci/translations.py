"""Texts of the window: read out of the code into resources/i18n/*.ts, and compiled to the .qm beside them.

    python .ci/translations.py            renew the .ts of our own texts, compile both
    python .ci/translations.py --check    say what is unfinished or stale, and change nothing

Vietnamese is the source language; r57desk_en.ts is English, qtbase_vi.ts is Vietnamese for Qt's own buttons.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
OURS = I18N / "r57desk_en.ts"
BIN = Path(sys.executable).parent


def read_texts(target):
    """Bring `target` up to date with the code: new texts come in unfinished, texts no longer used go."""
    sources = sorted((ROOT / "r57desk").rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", "-source-language", "vi", "-target-language", "en"]
    subprocess.run([BIN / "pyside6-lupdate", *sources, *options, "-silent", "-ts", target], check=True)


def compile_texts(source, target):
    subprocess.run([BIN / "pyside6-lrelease", "-silent", source, "-qm", target], check=True)


def messages(path):
    """(context, source, disambiguation) → whether it is finished."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
            finished = translation.get("type") is None and all(texts)
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = finished
    return found


def problems():
    """Sentences about what is unfinished or stale; none when all is well."""
    if not OURS.exists():
        return [f"{OURS.name} is missing"]
    found = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / OURS.name
        shutil.copy(OURS, fresh)
        read_texts(fresh)
        now, committed = messages(fresh), messages(OURS)
        found += [
            f"{OURS.name} lacks a text of the code: {key[0]}: {key[1]!r}" for key in now.keys() - committed.keys()
        ]
        found += [
            f"{OURS.name} keeps a text no code has: {key[0]}: {key[1]!r}" for key in committed.keys() - now.keys()
        ]
        for source in sorted(I18N.glob("*.ts")):
            found += [
                f"{source.name}: unfinished: {key[0]}: {key[1]!r}" for key, ok in messages(source).items() if not ok
            ]
            compiled = Path(folder) / "compiled.qm"
            compile_texts(source, compiled)
            kept = source.with_suffix(".qm")
            if not kept.exists() or kept.read_bytes() != compiled.read_bytes():
                found.append(f"{kept.name} is not what {source.name} compiles to: type `make translations`")
    return found


def main():
    options = argparse.ArgumentParser(description="Renew the translations, or check them.")
    options.add_argument("--check", action="store_true")
    if options.parse_args().check:
        found = problems()
        print("\n".join(found))
        return bool(found)
    read_texts(OURS)
    for source in sorted(I18N.glob("*.ts")):
        compile_texts(source, source.with_suffix(".qm"))
        unfinished = [key for key, ok in messages(source).items() if not ok]
        print(f"{source.name}: {len(messages(source))} texts, {len(unfinished)} unfinished")
        for context, text, _ in unfinished:
            print(f"  {context}: {text!r}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
