"""daff's three-way merge of three tables: the base, ours, theirs; the rows told by their id.

    python peer_merge.py FOLDER

FOLDER holds parent.json, local.json and remote.json. Prints one line of JSON, in seconds.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import daff


def merge(folder: Path) -> dict[str, float]:
    """Merge `remote` into `local`; reading the tables is not counted."""
    tables = [
        daff.PythonTableView(json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))
        for name in ("parent", "local", "remote")
    ]
    flags = daff.CompareFlags()
    flags.addPrimaryKey("id")
    started = time.perf_counter()
    merger = daff.Merger(*tables, flags)
    conflicts = merger.apply()
    return {"merge": time.perf_counter() - started, "conflicts": conflicts}


if __name__ == "__main__":
    print(json.dumps(merge(Path(sys.argv[1]))))
