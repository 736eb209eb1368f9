"""Long texts in pieces that Telegram takes: cut at a paragraph, then a line, then a word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_PIECE: Final = re.compile(r"<[^>]*>|&[#\w]+;|.", re.DOTALL)
_NAME: Final = re.compile(r"</?([a-z-]+)")
# Better a short first piece than a word torn apart, but not shorter than this part of the limit.
_SHORTEST: Final = 0.5
NOTHING: Final = "·"  # where a message holds nothing any more


@dataclass(frozen=True, slots=True)
class _Atom:
    """A tag (no length), or one visible character with its length in UTF-16 units."""

    html: str
    units: int

    @property
    def opens(self) -> bool:
        return not self.units and not self.html.startswith("</")


def units(text: str) -> int:
    """How long Telegram counts a text without markup: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def split(html: str, limit: int) -> list[str]:
    """Cut HTML into pieces of at most `limit` visible UTF-16 units; what is open at a cut is closed and opened anew."""
    if len(html) <= limit // 2:
        return [html]
    atoms = [_atom(piece) for piece in _PIECE.findall(html)]
    pieces: list[str] = []
    opened: list[str] = []
    while sum(atom.units for atom in atoms) > limit:
        cut = _cut(atoms, limit)
        piece, opened = _closed(opened, atoms[:cut])
        pieces.append(piece)
        atoms = list(_without_leading_space(atoms[cut:]))
    return [*pieces, _closed(opened, atoms)[0]]


def spread(html: str, limit: int, messages: int) -> list[str]:
    """As many pieces as there are messages to hold them; of more than fits only the beginning."""
    pieces = split(html, limit)[:messages]
    while len(pieces) < messages and limit > 1:
        limit //= 2
        pieces = split(html, limit)
    first, rest = pieces[: messages - 1], pieces[messages - 1 :]
    padded = [*first, "\n".join(rest)] if rest else first
    return padded + [NOTHING] * (messages - len(padded))


def _atom(piece: str) -> _Atom:
    if piece.startswith("<"):
        return _Atom(piece, 0)
    return _Atom(piece, 1 if piece.startswith("&") else units(piece))


def _cut(atoms: Sequence[_Atom], limit: int) -> int:
    """Where the first piece ends: after the last paragraph, line or word that fits."""
    fits = _fitting(atoms, limit)
    for mark in ("\n\n", "\n", " "):
        for at in range(fits, int(fits * _SHORTEST), -1):
            if "".join(atom.html for atom in atoms[max(at - len(mark), 0) : at]) == mark:
                return at
    return fits


def _fitting(atoms: Sequence[_Atom], limit: int) -> int:
    room = limit
    for at, atom in enumerate(atoms):
        room -= atom.units
        if room < 0:
            return at
    return len(atoms)


def _closed(before: Sequence[str], atoms: Sequence[_Atom]) -> tuple[str, list[str]]:
    """One piece that opens what was open before and closes what is open after; and what is open after."""
    opened = list(before)
    for atom in atoms:
        if atom.opens:
            opened.append(atom.html)
        elif not atom.units and opened:
            opened.pop()
    ends = "".join(f"</{_name(tag)}>" for tag in reversed(opened))
    return "".join(before) + "".join(atom.html for atom in atoms).rstrip() + ends, opened


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1] if found else ""


def _without_leading_space(atoms: Sequence[_Atom]) -> Iterator[_Atom]:
    seen_words = False
    for atom in atoms:
        seen_words = seen_words or bool(atom.units and not atom.html.isspace())
        if seen_words or not atom.units:
            yield atom
