"""The steps of an import in the header."""

from __future__ import annotations

import pytest

from r57desk.ui.import_steps import STEPS, Steps


@pytest.mark.parametrize(
    ("step", "words"), [("file", "Tệp"), ("columns", "Ghép cột"), ("preview", "Xem trước"), ("result", "Kết quả")]
)
def test_a_screen_reader_hears_where_one_is(qtbot, session, step, words):
    steps = Steps()
    qtbot.addWidget(steps)
    steps.set_step(step)
    assert steps.accessibleName() == f"Bước {STEPS.index(step) + 1} trên 4: {words}"


def test_every_step_fits_in_its_width(qtbot, session):
    steps = Steps()
    qtbot.addWidget(steps)
    for step in STEPS:
        steps.set_step(step)
        steps.resize(steps.sizeHint())
        image = steps.grab().toImage()
        ground = image.pixel(image.width() - 1, 0)
        assert all(image.pixel(image.width() - 1, y) == ground for y in range(image.height()))
