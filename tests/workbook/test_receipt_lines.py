"""Every outcome has words, in both languages, and no two the same."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

from r57desk.workbook.receipt_lines import OUTCOMES, Outcome


def test_every_outcome_has_words() -> None:
    assert set(OUTCOMES) == set(get_args(Outcome))
    words = [word for pair in OUTCOMES.values() for word in pair]
    assert all(words)
    assert len(set(words)) == 2 * len(OUTCOMES)


def test_naming_outcomes_costs_no_workbook_writer() -> None:
    code = "import sys, r57desk.workbook.receipt_lines; sys.exit('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
