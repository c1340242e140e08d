"""Garbage goes in the GUI thread, and not before."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QObject

from r57desk.ui.garbage import GarbageCollector


@pytest.fixture
def collector(qapp):
    made = GarbageCollector(qapp)
    yield made
    made.deleteLater()
    gc.enable()


def test_python_no_longer_looks_by_itself_and_cycles_still_go(collector):
    assert not gc.isenabled()
    one = QObject()
    one.itself = one
    gone = weakref.ref(one)
    del one
    assert gone() is not None
    collector.collect()
    assert gone() is None
