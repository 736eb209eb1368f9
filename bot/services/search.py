"""Search: cases by number, alias, street or words; only those that who asks may see."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import ALIAS_LETTERS, NUMBER_DIGITS, CaseId
from bot.domain.permissions import may_see, sight_of
from bot.services.handling import Handling
from bot.services.trail import Trail
from bot.services.turn import Turn
from storage.cases import find_case, find_case_by_number
from storage.search import find_case_of_alias, find_cases_with, list_found
from storage.work import Listed

# So many of the newest cases are looked through, so that nobody waits for a search.
NEAR: Final = 3_000
MOST_FOUND: Final = 50
MOST_WORDS: Final = 4
SHORTEST: Final = 3
_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(rf"[1-9][0-9]{{{NUMBER_DIGITS - 1}}}")
_ALIAS: Final = re.compile(rf"[{ALIAS_LETTERS}]{{4}}")


@dataclass(frozen=True, slots=True)
class Found:
    """Which cases; `more`: there were more than are kept."""

    cases: tuple[CaseId, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    turn: Turn

    async def find(self, asked: str) -> Found:
        """A number or an alias finds its one case; words find those that hold all of them, newest first."""
        exactly = await self._exactly(asked.strip())
        found = (exactly,) if exactly else await self._holding(searchable(asked))
        await Trail(self.turn).note("searched")
        return Found(found[:MOST_FOUND], len(found) > MOST_FOUND)

    async def page(self, cases: Sequence[CaseId]) -> Sequence[Listed]:
        """These of them that who asks may see now."""
        staff, city = Handling(self.turn).staff, self.turn.city
        return [one for one in await list_found(self.turn.tx, cases) if may_see(city, staff, one.case)]

    async def _exactly(self, asked: str) -> CaseId | None:
        case = None
        if _NUMBER.fullmatch(asked):
            case = await find_case_by_number(self.turn.tx, asked)
        elif _ALIAS.fullmatch(asked.upper()):
            alias = await find_case_of_alias(self.turn.tx, asked.upper())
            case = await find_case(self.turn.tx, alias) if alias else None
        may = case is not None and may_see(self.turn.city, Handling(self.turn).staff, case)
        return case.id if case is not None and may else None

    async def _holding(self, words: Sequence[str]) -> tuple[CaseId, ...]:
        staff, city = Handling(self.turn).staff, self.turn.city
        sight, each = sight_of(city, staff), list[set[CaseId]]()
        for word in words:
            each.append(await find_cases_with(self.turn.tx, word, staff.id, sight, near=NEAR))
        found: set[CaseId] = set.intersection(*each) if each else set()
        return tuple(sorted(found, reverse=True))


def searchable(asked: str) -> tuple[str, ...]:
    """The words to look for: the longest of them, for short ones stand everywhere."""
    words = dict.fromkeys(word for word in _WORD.findall(asked) if len(word) >= SHORTEST)
    return tuple(sorted(words, key=len, reverse=True)[:MOST_WORDS])
