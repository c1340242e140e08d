"""Regular expressions compiled when they are first used: the grammars together would hold up every start by 10 ms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

_METHODS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "pattern", "groupindex")


class _LatePattern:
    """Stands for `re.compile(pattern, flags)`; what `re` would refuse is refused at the first use."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._asked = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Only the first time: from then on the methods of the compiled pattern are found before this is asked."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._asked)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return self.__dict__[name]


__all__ = ["late_pattern"]

if TYPE_CHECKING:
    from re import compile as late_pattern
else:
    late_pattern = _LatePattern
