"""Known errors: each is one sentence (or a few) for a user, in Vietnamese and English.

A `DeskError` is something that can happen to a careful person: a locked file, a wrong date. Anything else
that is raised is a bug and goes to the crash log.

To add one: a line in the module here that is named after the room which raises it, then
`raise DeskError("its_code", name=value)`. The text says what happened, why, what the register is now, and what to do;
the register is unchanged whenever a DeskError leaves a service.
"""

from __future__ import annotations

from typing import Literal

Language = Literal["vi", "en"]


class DeskError(Exception):
    """Something a user can understand and act on; `sentence(language)` is what they read."""

    def __init__(self, code: str, /, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def sentence(self, language: Language = "vi") -> str:
        """The text for the user; raises KeyError if the code has no sentence (a bug)."""
        from r57desk.errors.sentences import SENTENCES  # most runs never need one

        vietnamese, english = SENTENCES[self.code]
        return (vietnamese if language == "vi" else english).format(**self.details)

    def __str__(self) -> str:
        return self.sentence()
