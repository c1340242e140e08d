"""Which office someone means who types "van phong ubnd xa b": bodies of units, and central bodies, by folded words.

The register of units holds units only; what sits at a unit is proposed from the table BODIES. Words that name a
body and no unit ("so xay dung") list that body at every province, or ask for the unit when there are too many.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from r57desk.domain.bodies import BODIES
from r57desk.domain.office import Office
from r57desk.domain.text import collation_key, fold, one_line

# what a body is also called, folded: as written in the table, as people type it in full
_IN_FULL = (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"))
_PARTY = {"thành phố": "Thành ủy", "tỉnh": "Tỉnh ủy"}
MOST, MOST_EVERYWHERE = 8, 40
_NEED_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An office that may be meant: its code, its name, and where it sits. Without a code its unit is still to be named."""

    code: str
    name: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Unit:
    office: Office
    name: str  # with its kind in lower case: "tỉnh A"
    party: str
    place: str
    words: str  # folded, each word after a space; the unit above it included
    own: str  # the unit's own words alone
    order: tuple[bool, str]  # cities first, then by the alphabet


@dataclass(frozen=True, slots=True)
class _Body:
    level: str
    suffix: str
    pattern: str
    forms: tuple[tuple[str, ...], ...]  # the words of its name without the unit's; abbreviations also in full
    short: tuple[str, ...]  # other ways to begin it: "skhcn", "khcn"

    @property
    def name(self) -> str:
        """The body without its unit: "Sở Xây dựng"."""
        return self.pattern.replace("{unit}", "").replace("{party}", "Tỉnh ủy").strip()


_Scored = tuple[tuple[float, ...], Suggestion]


def _folded(text: str) -> str:
    return " " + fold(one_line(text)).replace("-", " ")


class OfficeSuggestions:
    """Finds offices among all units and central bodies; made once, a search takes a few milliseconds."""

    def __init__(self, offices: Sequence[Office], home: str = "") -> None:
        """`home`: the code of the office that asks; the bodies of its own units come first, and need no unit named."""
        names = {office.code: office.name for office in offices}
        units = [_unit_of(office, names) for office in offices if office.level in ("province", "commune")]
        self._units = {
            level: [unit for unit in units if unit.office.level == level] for level in ("province", "commune")
        }
        self._units["province"].sort(key=lambda unit: unit.order)
        near = {home.partition(".")[0]} - {""}
        near |= {office.parent for office in offices if office.code in near}
        self._home = [unit for level in self._units.values() for unit in level if unit.office.code in near]
        self._bodies = [
            _Body(level, suffix, pattern, _forms(pattern), (suffix[1:].lower(), suffix[2:].lower()))
            for level, suffix, pattern in BODIES
        ]
        self._others = [
            (_folded(f"{o.name} {o.abbreviation}"), _folded(" ".join((*o.aliases, *o.predecessors))), o)
            for o in offices
            if o.level not in ("province", "commune")
        ]

    def find(self, typed: str, need: Mapping[str, str] = _NEED_NOTHING) -> list[Suggestion]:
        """The offices whose words begin with every typed word, the closest first; none for nothing typed.

        A body named without its unit stands at every province; several of them, or one of communes, are offered without
        a code, their place saying which unit is `need`ed: by level.
        """
        words = fold(one_line(typed)).replace("-", " ").split()
        if not words:
            return []
        begun, within = self._find_everywhere(words, need)
        words = _abbreviate(words)
        others = sorted(self._find_others(words), key=_score)
        if (begun or within) and len(words) > 1:  # every word names the body: what holds them by chance is not meant
            begin = [suggestion for score, suggestion in others if score[0] < 0]
            return [*begin, *(begun or within)][:MOST_EVERYWHERE]
        scored = sorted([*self._find_bodies(words, one_line(typed)), *others], key=_score)
        found = [suggestion for _, suggestion in scored[:MOST]]
        return list(dict.fromkeys((*begun, *found, *(() if begun else within))))[:MOST_EVERYWHERE]

    def _find_everywhere(
        self, words: Sequence[str], need: Mapping[str, str]
    ) -> tuple[list[Suggestion], list[Suggestion]]:
        """The bodies that all the words name: those whose name begins so, and the others."""
        known = [body for body in self._bodies if self._units[body.level]]
        named = {place: _names(body, words) for place, body in enumerate(known)}
        begun, within = (
            [known[place] for place, begins in named.items() if begins is test] for test in (True, False)
        )
        return [*self._stand(begun, need)], [*self._stand(within, need)]

    def _stand(self, bodies: Sequence[_Body], need: Mapping[str, str]) -> Iterable[Suggestion]:
        """A single body of provinces at each of them; others without their unit."""
        several = sum(body.level == "province" for body in bodies) > 1
        yield from (
            _suggest_near(body, unit) for unit in self._home for body in bodies if body.level == unit.office.level
        )
        for body in bodies:
            if body.level == "commune" or several:
                yield Suggestion("", body.name, need.get(body.level, ""))
            else:
                yield from (_suggest(body, unit) for unit in self._units["province"] if unit not in self._home)

    def _find_others(self, words: Sequence[str]) -> Iterable[_Scored]:
        for named, formerly, office in self._others:
            if all(f" {word}" in named or f" {word}" in formerly for word in words):
                in_name = all(f" {word}" in named for word in words)
                share = len(words) / max(1, fold(office.name).count(" ") + 1)
                begins = named.startswith(" " + " ".join(words))
                score = (-1.0 if begins else 1 - min(share, 1.0) + (not in_name), len(office.name))
                yield score, Suggestion(office.code, office.name)

    def _find_bodies(self, words: Sequence[str], typed: str) -> Iterable[_Scored]:
        for body in self._bodies:
            form = body.forms[0]
            rest = _unmatched(form, body, words)
            if not rest:
                continue  # the words name the body and no unit
            for unit in self._units[body.level]:
                if not all(f" {word}" in unit.words for word in rest):
                    continue
                named = sum(f" {word}" in unit.own for word in rest)
                total = len(form) + unit.own.count(" ")
                missing = 1 - (len(words) - len(rest) + named) / max(total, len(words))
                found = _suggest(body, unit)
                farther = (typed.casefold() not in found.name.casefold()) + (body.level == "commune")
                yield (max(round(missing, 1), 0.1), farther, len(found.name)), found


def _score(scored: _Scored) -> tuple[float, ...]:
    return scored[0]


def _abbreviate(words: Sequence[str]) -> list[str]:
    """The words with "uy ban nhan dan" as "ubnd", as the names of the table have it."""
    text = " ".join(words)
    for short, full in _IN_FULL:
        text = text.replace(full, short)
    return text.split()


def _suggest(body: _Body, unit: _Unit) -> Suggestion:
    name = body.pattern.format(unit=unit.name, party=unit.party)
    return Suggestion(unit.office.code + body.suffix, name, unit.place)


def _suggest_near(body: _Body, unit: _Unit) -> Suggestion:
    """A body of our own unit, as it is called there: "Sở Xây dựng"."""
    found = _suggest(body, unit)
    plain = body.suffix and "{unit}" in body.pattern
    return Suggestion(found.code, body.name, found.place) if plain else found


def _unmatched(form: Sequence[str], body: _Body, words: Sequence[str]) -> list[str]:
    """The words that are none of the body's."""
    return [word for word in words if word not in body.short and not any(own.startswith(word) for own in form)]


def _names(body: _Body, words: Sequence[str]) -> bool | None:
    """Whether the words stand in the body's name in their order; True when it begins with them, None when not at all."""
    for form in body.forms:
        if " ".join(form).startswith(" ".join(words)):
            return True
    if len(words) == 1 and words[0] in body.short[:1]:
        return True
    for form in body.forms:
        left = iter(form)
        if all(any(own.startswith(word) for own in left) for word in words):
            return False
    return None


def _unit_of(office: Office, names: dict[str, str]) -> _Unit:
    kind = office.type.casefold()
    bare = office.name[len(kind) :].strip() if office.name.casefold().startswith(kind + " ") else office.name
    name = f"{kind} {bare}".strip()
    place = names.get(office.parent, "") or office.name
    above = names.get(office.parent, "")
    own = _folded(f"{name} {' '.join(office.aliases)}")
    extra = " ".join((above, *office.predecessors))
    party = f"{_PARTY.get(kind, 'Đảng ủy')} {bare}"
    return _Unit(office, name, party, place, own + _folded(extra), own, (kind != "thành phố", collation_key(bare)))


def _forms(pattern: str) -> tuple[tuple[str, ...], ...]:
    bare = fold(pattern.replace("{unit}", "").replace(",", " ")).replace("-", " ")
    written = [bare.replace("{party}", party) for party in (("tinh uy", "thanh uy") if "{party}" in bare else ("",))]
    forms = [tuple(form.split()) for form in written]
    full = bare
    for short, words in _IN_FULL:
        full = full.replace(short, words)
    return (*forms, tuple(full.split())) if full != bare else tuple(forms)


def propose_code(name: str, unit: str) -> str:
    """A code for a body nobody registered: the unit's, a dot, and the initials of its name in capitals."""
    letters = []
    for word in one_line(name).split():
        plain = "".join(char for char in fold(word).upper() if char.isalnum())
        if not plain or plain in ("VA", "CUA", "CAC"):
            continue
        letters.append(plain if word.isupper() and len(word) > 1 else plain[0])
    return f"{unit}.{''.join(letters)[:24]}" if unit else ""
