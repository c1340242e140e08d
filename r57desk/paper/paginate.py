"""Pages from pieces: what belongs together stays together, a header stands on every page its table reaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from r57desk.paper.pieces import Piece
from r57desk.paper.plan import Page

_WORTH_STARTING = 0.25  # an over-tall row begins on a page only if so much of the page is free


@dataclass(slots=True)
class Paginator:
    """Fills pages of one size between `top` and `bottom`."""

    width: float
    height: float
    top: float
    bottom: float
    pages: list[Page] = field(default_factory=list)
    y: float = 0

    def place(self, pieces: Iterable[Piece]) -> list[Page]:
        """All pieces, in order."""
        self._turn()
        for chain in _chains(pieces):
            self._place_chain(chain)
        return self.pages

    def _turn(self) -> None:
        """Begin a page."""
        self.pages.append(Page(self.width, self.height))
        self.y = self.top

    def _place_chain(self, chain: Sequence[Piece]) -> None:
        """Here if it fits, else overleaf; a chain too tall for any page breaks where it must."""
        if self._needed(chain) <= self._room():
            for piece in chain:
                self._put(piece)
        elif self._needed(chain, fresh=True) <= self.bottom - self.top:
            self._turn()
            self._place_chain(chain)
        else:
            self._break_chain(chain)

    def _break_chain(self, chain: Sequence[Piece]) -> None:
        """Split the piece with which the chain outgrows a page, what is kept with it staying above it."""
        sizes = (self._needed(chain[: i + 1], fresh=True) for i in range(len(chain)))
        tall = next(i for i, size in enumerate(sizes) if size > self.bottom - self.top)
        room = self._room() - self._needed(chain[: tall + 1]) + chain[tall].height
        parts = chain[tall].split(room)
        if parts and (self._is_new() or room > _WORTH_STARTING * (self.bottom - self.top)):
            for piece in (*chain[:tall], parts[0]):
                self._put(piece)
            self._turn()
            self._place_chain([parts[1], *chain[tall + 1 :]])
        elif not self._is_new():
            self._turn()
            self._place_chain(chain)
        else:
            self._part_chain(chain, tall)

    def _part_chain(self, chain: Sequence[Piece], index: int) -> None:
        """What cannot be split decently goes overleaf; what is higher than a page stands there all the same."""
        if index:
            self._place_chain(chain[:index])
        else:
            self._put(chain[0])
        rest = chain[max(index, 1) :]
        if rest:
            self._turn()
            self._place_chain(rest)

    def _put(self, piece: Piece) -> None:
        """Draw a piece at the current height, under its header when the page is new."""
        if self._is_new() and piece.header:
            piece.header.put(self.pages[-1], self.y)
            self.y += piece.header.height
        elif not self._is_new():
            self.y += piece.gap
        piece.put(self.pages[-1], self.y)
        self.y += piece.height

    def _is_new(self) -> bool:
        """True while the page is empty."""
        return self.y == self.top

    def _room(self) -> float:
        """The height still free on this page."""
        return self.bottom - self.y

    def _lead(self, piece: Piece, fresh: bool = False) -> float:
        """The height above a piece: its header on a new page, else its gap."""
        if fresh or self._is_new():
            return piece.header.height if piece.header else 0
        return piece.gap

    def _needed(self, chain: Sequence[Piece], fresh: bool = False) -> float:
        """The height of a chain from here, or on a page of its own."""
        return self._lead(chain[0], fresh) + sum(p.height for p in chain) + sum(p.gap for p in chain[1:])


def _chains(pieces: Iterable[Piece]) -> Iterable[list[Piece]]:
    """Runs of pieces that want to stay on one page."""
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.keep_with_next:
            yield chain
            chain = []
    if chain:
        yield chain
