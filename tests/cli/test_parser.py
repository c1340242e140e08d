"""Every verb has its function, and its help speaks Vietnamese."""

from __future__ import annotations

import pytest

from r57desk.cli import find_command
from r57desk.cli.parser import VERBS, make_parser


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_function(verb):
    assert find_command(f"run_{verb}").__name__ == f"run_{verb}"


def test_no_verb_means_the_window():
    assert make_parser().parse_args([]).verb is None
    assert make_parser().parse_args(["--db", "x.db"]).db == "x.db"


def test_an_unknown_verb_is_refused(capsys):
    with pytest.raises(SystemExit) as refused:
        make_parser().parse_args(["bay"])
    assert refused.value.code == 2
    assert "bay" in capsys.readouterr().err
