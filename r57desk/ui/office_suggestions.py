"""Which office someone means who types "van phong ubnd xa b": bodies of units, and central bodies, by folded words.

The register of units holds units only; what sits at a unit is proposed from the table BODIES.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from r57desk.domain.office import Office
from r57desk.domain.text import fold, one_line

# level of the unit, what its code gets, and the name; {unit} is "tỉnh A", "xã B".
BODIES: tuple[tuple[str, str, str], ...] = (
    ("province", "", "UBND {unit}"),
    ("province", ".VP", "Văn phòng UBND {unit}"),
    ("province", ".TU", "Văn phòng Tỉnh ủy {name}"),
    ("province", ".SKHCN", "Sở Khoa học và Công nghệ {unit}"),
    ("province", ".SNV", "Sở Nội vụ {unit}"),
    ("province", ".STC", "Sở Tài chính {unit}"),
    ("province", ".SNNMT", "Sở Nông nghiệp và Môi trường {unit}"),
    ("province", ".SXD", "Sở Xây dựng {unit}"),
    ("province", ".SCT", "Sở Công Thương {unit}"),
    ("province", ".SGDDT", "Sở Giáo dục và Đào tạo {unit}"),
    ("province", ".SYT", "Sở Y tế {unit}"),
    ("province", ".STP", "Sở Tư pháp {unit}"),
    ("province", ".SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch {unit}"),
    ("province", ".CA", "Công an {unit}"),
    ("commune", "", "UBND {unit}"),
    ("commune", ".VP", "Văn phòng HĐND và UBND {unit}"),
    ("commune", ".DU", "Văn phòng Đảng ủy {unit}"),
    ("commune", ".PKT", "Phòng Kinh tế {unit}"),
    ("commune", ".PVHXH", "Phòng Văn hóa - Xã hội {unit}"),
)
_CITIES = "thành phố"
MOST = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An office that may be meant: its code, its name, and where it sits."""

    code: str
    name: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Unit:
    office: Office
    name: str  # with its kind in lower case: "tỉnh A"
    place: str
    words: str  # folded, each word after a space; the unit above it included
    own: str  # the unit's own words alone


@dataclass(frozen=True, slots=True)
class _Body:
    level: str
    suffix: str
    pattern: str
    words: tuple[str, ...]
    short: tuple[str, ...]  # other ways to begin it: "skhcn", "khcn"


def _folded(text: str) -> str:
    return " " + fold(one_line(text)).replace("-", " ")


class OfficeSuggestions:
    """Finds offices among all units and central bodies; made once, a search takes a few milliseconds."""

    def __init__(self, offices: Sequence[Office]) -> None:
        names = {office.code: office.name for office in offices}
        self._units = [_unit_of(office, names) for office in offices if office.level in ("province", "commune")]
        self._bodies = [
            _Body(level, suffix, pattern, _pattern_words(pattern), (suffix[1:].lower(), suffix[2:].lower()))
            for level, suffix, pattern in BODIES
        ]
        self._others = [
            (_folded(" ".join((o.name, o.abbreviation, *o.aliases, *o.predecessors))), o)
            for o in offices
            if o.level not in ("province", "commune")
        ]

    def find(self, typed: str, most: int = MOST) -> list[Suggestion]:
        """The offices whose words begin with every typed word, the closest first; none for nothing typed."""
        words = fold(one_line(typed)).replace("-", " ").split()
        if not words:
            return []
        scored = [*self._find_bodies(words, one_line(typed)), *self._find_others(words)]
        return [suggestion for _, _, suggestion in sorted(scored, key=lambda item: item[:2])[:most]]

    def _find_others(self, words: Sequence[str]) -> Iterable[tuple[float, int, Suggestion]]:
        for folded, office in self._others:
            if all(f" {word}" in folded for word in words):
                share = len(words) / max(1, fold(office.name).count(" ") + 1)
                yield 1 - min(share, 1.0), len(office.name), Suggestion(office.code, office.name)

    def _find_bodies(self, words: Sequence[str], typed: str) -> Iterable[tuple[float, int, Suggestion]]:
        for body in self._bodies:
            rest = [
                word
                for word in words
                if not any(own.startswith(word) for own in body.words) and word not in body.short
            ]
            matched = len(words) - len(rest)
            if len(words) > 1 and not rest:
                rest = list(words[-1:])  # "ubnd" alone names every unit: the last word must name one
            for unit in self._units:
                if unit.office.level != body.level or not all(f" {word}" in unit.words for word in rest):
                    continue
                named = sum(f" {word}" in unit.own for word in rest)
                total = len(body.words) + unit.own.count(" ")
                missing = 1 - (matched + named) / max(total, len(words))
                name = body.pattern.format(unit=unit.name, name=unit.name.split(" ", 1)[-1])
                farther = (typed.casefold() not in name.casefold()) + (body.level == "commune")
                yield (
                    round(missing, 1),
                    farther * 1000 + len(name),
                    Suggestion(unit.office.code + body.suffix, name, unit.place),
                )


def _unit_of(office: Office, names: dict[str, str]) -> _Unit:
    kind = office.type.casefold()
    bare = office.name[len(kind) :].strip() if office.name.casefold().startswith(kind + " ") else office.name
    name = f"{kind} {bare}".strip()
    place = names.get(office.parent, "") or office.name
    above = names.get(office.parent, "")
    own = _folded(f"{name} {' '.join(office.aliases)}")
    extra = " ".join((above, *office.predecessors))
    return _Unit(office, name, place, own + _folded(extra), own)


def _pattern_words(pattern: str) -> tuple[str, ...]:
    bare = pattern.replace("{unit}", "").replace("{name}", "").replace(",", " ")
    return tuple(fold(bare).replace("-", " ").split())


def propose_code(name: str, unit: str) -> str:
    """A code for a body nobody registered: the unit's, a dot, and the initials of its name in capitals."""
    letters = []
    for word in one_line(name).split():
        plain = "".join(char for char in fold(word).upper() if char.isalnum())
        if not plain or plain in ("VA", "CUA", "CAC"):
            continue
        letters.append(plain if word.isupper() and len(word) > 1 else plain[0])
    return f"{unit}.{''.join(letters)[:24]}" if unit else ""
