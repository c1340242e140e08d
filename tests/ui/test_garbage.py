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
    made.stop()
    made.deleteLater()


def test_python_no_longer_looks_by_itself_and_cycles_still_go(collector):
    assert not gc.isenabled()
    one = QObject()
    one.itself = one
    gone = weakref.ref(one)
    del one
    assert gone() is not None
    collector.collect()
    assert gone() is None


def test_stopped_it_leaves_it_to_python_again(collector):
    collector.stop()
    assert gc.isenabled()


def test_no_earlier_test_left_python_without_its_own_look(qapp):
    assert gc.isenabled()
    assert not any(made._timer.isActive() for made in qapp.findChildren(GarbageCollector))
