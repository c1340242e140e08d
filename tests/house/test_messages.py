"""Every known error has its sentence, in both languages and in our voice, and every sentence has its error."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from r57desk.errors.sentences import SENTENCES

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [*sorted((ROOT / "r57desk").rglob("*.py")), *sorted((ROOT / "db").rglob("*.py"))]
MANNERS = re.compile(r"!|\bbạn\b|\bvui lòng\b|\bplease\b|\bsorry\b|\boops\b", re.I)


def raised() -> Iterator[tuple[str, str, set[str] | None]]:
    """Place, code and names of details of every DeskError made with a literal code; None when details are handed on."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "DeskError" and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    names = {keyword.arg for keyword in node.keywords if keyword.arg}
                    handed_on = any(keyword.arg is None for keyword in node.keywords)
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", str(code.value), None if handed_on else names


def slots(text: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(text) if name}


def test_every_error_raised_has_its_sentence() -> None:
    unknown = [f"{place}: {code}" for place, code, _ in raised() if code not in SENTENCES]
    assert not unknown, "\n".join(unknown)


def test_every_sentence_gets_the_details_it_names() -> None:
    short = [
        f"{place}: {code} lacks {sorted(slots(''.join(SENTENCES[code])) - details)}"
        for place, code, details in raised()
        if code in SENTENCES and details is not None and not slots("".join(SENTENCES[code])) <= details
    ]
    assert not short, "\n".join(short)


def test_every_sentence_has_its_error() -> None:
    texts = {
        node.value
        for path in SOURCES
        if path.parent.name != "errors"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not set(SENTENCES) - texts, f"nothing raises these: {sorted(set(SENTENCES) - texts)}"


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_said_in_both_languages(code: str) -> None:
    vietnamese, english = SENTENCES[code]
    assert slots(vietnamese) == slots(english)
    for text in (vietnamese, english):
        assert text.rstrip().endswith((".", "”", ")", "}"))
        assert not MANNERS.search(text), "no exclamation marks, no pleading, no addressing"
