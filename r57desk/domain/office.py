"""Offices: codes, names as people write them, and cells that name several bodies.

A code is a unit's (`01`, `00004`), optionally with a body below it (`01.SKHCN`, `TW.BKHCN`). Two tiers since
01/07/2025 (Decision 19/2025/QĐ-TTg): 2-digit provinces, 5-digit communes, text with leading zeros; districts
are gone, and their names in new data are flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from r57desk.domain.text import compact, fold, normalize, one_line
from r57desk.errors import DeskError

CENTRAL = "TW"
_CODE = re.compile(r"(TW|\d{2}|\d{5})(?:\.([A-Z0-9Đ][A-Z0-9Đ&_-]{0,23}))*")


@dataclass(frozen=True, slots=True)
class Office:
    """One body that assigns or does tasks; `aliases` are other ways to write it, `predecessors` bodies it absorbed."""

    code: str
    name: str
    level: str = ""
    type: str = ""
    parent: str = ""
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()


def parse_code(text: str) -> str | None:
    """The canonical form of an office code (capitals, leading zeros kept), or None."""
    code = one_line(text).upper()
    return code if code != CENTRAL and _CODE.fullmatch(code) else None


def get_code(text: str) -> str:
    """The canonical form of an office code; DeskError `office_is_central` for a bare TW, `office_code_wrong` else."""
    code = parse_code(text)
    if code is None:
        central = one_line(text).upper().rstrip(".") == CENTRAL
        raise DeskError("office_is_central" if central else "office_code_wrong", code=one_line(text))
    return code


def parent_code(code: str) -> str:
    """The code one level up by its own text: `01.SKHCN` → `01`, `TW.BKHCN` → `TW`, `01` → ""."""
    return code.rpartition(".")[0]


def split_list(text: str) -> tuple[str, ...]:
    """The parts of a `;`-separated field, trimmed, blanks dropped."""
    return tuple(part for part in (one_line(piece) for piece in text.split(";")) if part)


def office_of(fields: Mapping[str, str | None]) -> Office:
    """An office from the values of its row, by the field codes of `domain.fields`."""
    get = {name: value or "" for name, value in fields.items()}.get
    return Office(
        code=get("code", ""),
        name=get("name", ""),
        level=get("level", ""),
        type=get("type", ""),
        parent=get("parent", ""),
        abbreviation=get("abbreviation", ""),
        aliases=split_list(get("aliases", "")),
        predecessors=split_list(get("predecessors", "")),
    )


# -- finding an office by what people write ------------------------------------------------------

_TYPES = ("thành phố", "tỉnh", "phường", "xã", "đặc khu", "tp.", "tp")
_AFTER_PERSONS = frozenset({"Hồ Chí Minh"})


def name_key(text: str) -> str:
    """What two spellings of one body have in common: folded letters and digits."""
    return compact(text)


def _bare_name(name: str) -> str:
    """The name without its kind of unit: "Thành phố Hà Nội" → "Hà Nội"; "" when it has none."""
    for kind in _TYPES:
        if name.casefold().startswith(kind + " "):
            return name[len(kind) + 1 :]
    return ""


def place_name(unit: str) -> str:
    """A unit as the place in a date line: "Thành phố Hà Nội" → "Hà Nội"; named after a person or a number, in full.

    Decree 30/2020/NĐ-CP, Annex I, part II, item 4.
    """
    bare = _bare_name(unit)
    return unit if not bare or bare in _AFTER_PERSONS or any(char.isdigit() for char in bare) else bare


class OfficeIndex:
    """Offices by code, name, abbreviation, alias and predecessor. A name many share finds them all."""

    def __init__(self, offices: Iterable[Office]) -> None:
        self._offices = {office.code: office for office in offices}

    def __iter__(self) -> Iterator[Office]:
        return iter(self._offices.values())

    def get(self, code: str) -> Office:
        """The office of this code; KeyError if there is none."""
        return self._offices[code]

    def find(self, text: str) -> list[Office]:
        """The offices this text names exactly, but for marks, capitals and spacing; a code finds its office."""
        code = parse_code(text)
        if code in self._offices:
            return [self._offices[code]]
        return list(self._by_name.get(name_key(text), ()))

    def search(self, text: str, limit: int = 50) -> list[Office]:
        """Offices whose name holds every typed word from its beginning, provinces and central bodies first."""
        typed = fold(one_line(text)).split()
        found = [office for words, office in self._searchable if all(f" {word}" in words for word in typed)]
        return sorted(found, key=lambda office: (office.level == "commune", len(office.name)))[:limit]

    @cached_property
    def _by_name(self) -> dict[str, list[Office]]:
        found: dict[str, list[Office]] = {}
        for office in self._offices.values():
            names = (office.name, _bare_name(office.name), office.abbreviation, *office.aliases, *office.predecessors)
            for key in {name_key(name) for name in names if name}:
                found.setdefault(key, []).append(office)
        return found

    @cached_property
    def _searchable(self) -> list[tuple[str, Office]]:
        return [
            (" " + fold(" ".join((o.code, o.name, o.abbreviation, *o.aliases, *o.predecessors))), o)
            for o in self._offices.values()
        ]


# -- cells that name bodies ----------------------------------------------------------------------

_SEPARATORS = re.compile(r"[;\n]+")
_GLUED = re.compile(
    r"(?<=[^\W\d_])[ ]+(?=(?:Bộ|Sở|Ban Tuyên giáo|Văn phòng Chính phủ|UBND|Thanh tra Chính phủ) [^\W\d_])"
)
_LEADS_ON = re.compile(
    r"(?:^|\s)(?:và|của|với|các|thuộc|tại|là|do|hoặc|cùng|về|từ|đảng ủy|đảng uỷ|đảng bộ|văn phòng|thanh tra|lãnh đạo)$"
)
_PART_OF_ONE = re.compile(r"(?:Vụ|Cục|Viện|Trung tâm|Lãnh đạo|Thứ trưởng|Công đoàn|Đoàn|Đảng bộ|Đảng ủy|Đảng uỷ) ")
_ABOLISHED = re.compile(
    r"(?<!\w)(?:(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|phong [\w, ]{0,40}?) (?:cac )?(?:quan|huyen|thi xa)"
    r"|(?:quan|huyen|thi) uy|(?:cac )?quan, huyen(?:, thi xa)?|cap huyen)(?!\w)"
)


def split_bodies(text: str) -> list[str]:
    """The bodies named in one cell: split at `;` and line breaks, never at commas, which names contain."""
    return [body for body in (one_line(part).strip(" -+,.") for part in _SEPARATORS.split(normalize(text))) if body]


def has_glued_bodies(text: str) -> bool:
    """Whether two bodies seem to stand side by side without a separator: "Bộ Công an Bộ Quốc phòng"."""
    return any(
        not _LEADS_ON.search(body[: gap.start()].casefold())
        for body in split_bodies(text)
        if not _PART_OF_ONE.match(body)
        for gap in _GLUED.finditer(body)
    )


def find_abolished(text: str) -> list[str]:
    """The bodies of the district level named in a text ("UBND huyện", "Huyện ủy"), as written; gone since 01/07/2025."""
    plain = one_line(text)
    folded = fold(plain)
    if len(folded) != len(plain):
        return [match[0] for match in _ABOLISHED.finditer(folded)]
    return [plain[match.start() : match.end()] for match in _ABOLISHED.finditer(folded)]
