"""Words of the city's work that a machine easily gets wrong: what to say in the other language, and what never."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.domain.folding import fold, spellings
from bot.domain.toml_table import Table

DUTCH: Final = "nl"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of one language; `say` and `never` by the language it is said in."""

    word: str
    language: str
    say: Mapping[str, str] = field(hash=False)
    never: Mapping[str, tuple[str, ...]] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Term:
    """A word that stands in a text, what it is in the other language, and what it never is."""

    word: str
    say: str
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """The city's words, and its names: of wijken, streets and partners, which are the same in every language."""

    entries: tuple[Entry, ...] = ()
    names: tuple[str, ...] = ()

    def terms(self, source: str, target: str, text: str) -> tuple[Term, ...]:
        """The words of the pair that stand in the text. With an unknown source, those of every language."""
        folded = fold(text)
        return tuple(
            Term(entry.word, entry.say.get(target, ""), entry.never.get(target, ()))
            for entry in self.entries
            if entry.language == source or (source not in self._languages and entry.language != target)
            if (target in entry.say or target in entry.never) and _stands_in(entry.word, folded)
        )

    def wrong(self, source: str, target: str, text: str, translation: str) -> tuple[str, ...]:
        """What stands in the translation and is never said for a word of the text."""
        folded = fold(translation)
        terms = self.terms(source, target, text)
        return tuple(word for term in terms for word in term.never if _stands_in(word, folded))

    def kept(self, target: str) -> dict[str, str]:
        """The words that stay as they are, perhaps with something behind them: Dutch names of what is on a door."""
        return {
            entry.word: entry.say[target]
            for entry in self.entries
            if entry.say.get(target, "").casefold().startswith(entry.word.casefold())
        }

    @property
    def _languages(self) -> frozenset[str]:
        return frozenset(entry.language for entry in self.entries) | {DUTCH}


def _stands_in(word: str, folded: str) -> bool:
    """Whether a word, or a form of it with an ending, is in folded text."""
    return re.search(rf"\b{spellings(word)}", folded) is not None


def read_glossary(root: Table) -> tuple[Entry, ...]:
    """The [[glossary]] of a city file; it may be left out."""
    return tuple(_entry(table) for table in root.tables("glossary"))


def _entry(table: Table) -> Entry:
    say, never = table.optional_table("say"), table.optional_table("never")
    entry = Entry(
        word=table.text("word"),
        language=table.text("language") if table.has("language") else DUTCH,
        say={language: say.text(language) for language in say.all_keys()},
        never={language: never.texts(language) for language in never.all_keys()},
    )
    if not entry.say and not entry.never:
        table.wrong("say", "says nothing, and so does never", 'such as say = { tr = "…" }')
    table.done()
    return entry
