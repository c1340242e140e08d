"""The version of Qt for Python does no harm to the interpreter."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12")
def test_pyside_does_not_steal_references_to_none() -> None:
    """PySide6 6.12.0 does on Python 3.11, and aborts after some thousand calls; pyproject.toml pins around it."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(300):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 100
