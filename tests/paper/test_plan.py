"""Pages are plain data: ink can be copied lower, and asked for."""

from __future__ import annotations

from r57desk.paper.plan import Fill, Page, Rule, Sign, Text
from r57desk.paper.profile import Face


def test_ink_copied_lower_keeps_everything_else() -> None:
    stamp = Page(100, 0)
    stamp.texts.append(Text(1, 2, "chữ", Face(12)))
    stamp.rules.append(Rule(1, 2, 3, 4, 5))
    stamp.fills.append(Fill(1, 2, 3, 4, 0.5))
    stamp.signs.append(Sign(1, 2, 3, "☑"))
    page = Page(100, 200)
    page.add(stamp, 10)
    assert page.texts == [Text(1, 12, "chữ", Face(12))]
    assert page.rules == [Rule(1, 12, 3, 14, 5)]
    assert page.fills == [Fill(1, 12, 3, 4, 0.5)]
    assert page.signs == [Sign(1, 12, 3, "☑")]
    assert stamp.texts[0].y == 2


def test_a_page_knows_its_lines_and_its_turn() -> None:
    page = Page(297, 210)
    page.texts += [Text(0, 0, "a", Face(12)), Text(0, 9, "b", Face(12))]
    assert page.lines() == ["a", "b"]
    assert page.landscape
    assert not Page(210, 297).landscape
