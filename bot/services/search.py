"""Search: cases by number, alias, the city's own reference, street or words; only those that who asks may see."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import ALIAS_LETTERS, NUMBER_PATTERN, CaseId
from bot.domain.permissions import may_see, sight_of
from bot.services.handling import Handling
from bot.services.trail import Trail
from bot.services.turn import Turn
from storage.cases import find_case, find_case_by_number
from storage.search import (
    MOST_WORDS,
    Held,
    find_case_of_alias,
    find_cases_with,
    list_cases_of_reference,
    list_found,
)
from storage.work import Listed

# So many of the newest cases are looked through, so that nobody waits for a search.
NEAR: Final = 3_000
MOST_FOUND: Final = 50
SHORTEST: Final = 3
_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(NUMBER_PATTERN)
_ALIAS: Final = re.compile(rf"[{ALIAS_LETTERS}]{{4}}")


@dataclass(frozen=True, slots=True)
class Found:
    """Which cases; `more`: there were more than are kept; `older`: there are some that were not looked through."""

    cases: tuple[CaseId, ...]
    more: bool = False
    older: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    turn: Turn

    async def find(self, asked: str) -> Found | None:
        """A number, an alias or the city's reference finds its own; words find those that hold all of them, newest first.

        None where there is nothing to look for.
        """
        exactly, words = await self._exactly(" ".join(asked.split())), searchable(asked)
        if not (exactly or words):
            return None
        held = Held(frozenset(exactly), older=False) if exactly else await self._holding(words)
        found = tuple(sorted(held.cases, reverse=True))
        await Trail(self.turn).note("searched")
        return Found(found[:MOST_FOUND], len(found) > MOST_FOUND, held.older)

    async def page(self, cases: Sequence[CaseId]) -> Sequence[Listed]:
        """These of them that who asks may see now."""
        staff, city = Handling(self.turn).staff, self.turn.city
        return [one for one in await list_found(self.turn.tx, cases) if may_see(city, staff, one.case)]

    async def _exactly(self, asked: str) -> list[CaseId]:
        """What is called so; only what who asks may see."""
        called = await list_cases_of_reference(self.turn.tx, asked, MOST_FOUND) if asked else []
        if _ALIAS.fullmatch(asked.upper()):
            alias = await find_case_of_alias(self.turn.tx, asked.upper())
            called += [alias] if alias else []
        cases = [await find_case(self.turn.tx, one) for one in called]
        if _NUMBER.fullmatch(asked):
            cases.append(await find_case_by_number(self.turn.tx, asked))
        staff, city = Handling(self.turn).staff, self.turn.city
        return [case.id for case in cases if case is not None and may_see(city, staff, case)]

    async def _holding(self, words: Sequence[str]) -> Held:
        staff, city = Handling(self.turn).staff, self.turn.city
        return await find_cases_with(self.turn.tx, words, staff.id, sight_of(city, staff), near=NEAR)


def searchable(asked: str) -> tuple[str, ...]:
    """The words to look for: the longest of them, for short ones stand everywhere."""
    words = dict.fromkeys(word for word in _WORD.findall(asked) if len(word) >= SHORTEST)
    return tuple(sorted(words, key=len, reverse=True)[:MOST_WORDS])
