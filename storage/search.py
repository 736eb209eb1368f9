"""Finding cases again: by what the city calls them, or by words in places, in what was said and in its Dutch.

What is sealed is not looked through. Only the newest cases are: of each wijk along an index, so that years cost nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.domain.cases import CaseId
from bot.domain.people import Role, StaffId
from bot.domain.permissions import Reach
from storage.cases import case_told
from storage.database import Transaction
from storage.work import OWNER_ROLE, Listed

MOST_WORDS: Final = 4
# Of the words, in the names of values.
_NAMES: Final = "abcd"
# Which cases are looked through: those of one wijk, those of who asks, or all.
_OF_WIJK: Final = "wijk = :wijk AND alias <> '' AND (:sensitive = 1 OR sensitive = 0)"
_OF_STAFF: Final = "owner_id = :staff AND alias <> ''"
_OF_ALL: Final = "alias <> '' AND (:sensitive = 1 OR sensitive = 0)"
_NEWEST_OF_WIJK: Final = f"SELECT id FROM cases WHERE {_OF_WIJK} ORDER BY id DESC LIMIT :near"  # noqa: S608 - nothing but constants
_NEWEST_OF_STAFF: Final = f"SELECT id FROM cases WHERE {_OF_STAFF} ORDER BY id DESC LIMIT :near"  # noqa: S608 - nothing but constants
_NEWEST_OF_ALL: Final = f"SELECT id FROM cases WHERE {_OF_ALL} ORDER BY id DESC LIMIT :near"  # noqa: S608 - nothing but constants


def _holds(column: str, word: str) -> str:
    """Each way in which a word may be written: SQLite folds nothing but the letters of English."""
    ways = (
        f"LOWER({column}) LIKE :low_{word}",
        *(f"{column} LIKE :{way}_{word}" for way in ("typed", "first", "high")),
    )
    return "(" + " OR ".join(f"{way} ESCAPE '!'" for way in ways) + ")"


def _somewhere(word: str) -> str:
    return f"""({_holds("near.place", word)} OR {_holds("near.reference", word)} OR EXISTS (
        SELECT 1 FROM case_messages m WHERE m.case_id = near.id AND ({_holds("m.text", word)} OR EXISTS (
            SELECT 1 FROM translations t WHERE t.case_message_id = m.id AND {_holds("t.text", word)}
        ))
    ))"""  # noqa: S608 - nothing but constants


def _holding(of: str) -> Mapping[int, str]:
    """Those of them that hold every word, by how many words there are."""
    newest = (
        f"SELECT id, place, reference FROM cases WHERE {of} AND id >= :oldest ORDER BY id DESC LIMIT :near"  # noqa: S608 - nothing but constants
    )
    holding = f"SELECT near.id AS id FROM ({newest}) AS near WHERE "  # noqa: S608 - nothing but constants
    words = range(1, MOST_WORDS + 1)
    return {count: holding + " AND ".join(map(_somewhere, _NAMES[:count])) for count in words}


_HOLDING_OF_WIJK: Final = _holding(_OF_WIJK)
_HOLDING_OF_STAFF: Final = _holding(_OF_STAFF)
_HOLDING_OF_ALL: Final = _holding(_OF_ALL)
_LIST: Final = f"SELECT cases.*, {OWNER_ROLE} AS owner_role FROM cases WHERE id = :id"  # noqa: S608 - nothing but constants
_FIND_ALIAS: Final = "SELECT id FROM cases WHERE alias = :alias AND alias <> '' ORDER BY id DESC LIMIT 1"
_LIST_OF_REFERENCE: Final = """
SELECT id FROM cases WHERE LOWER(reference) = :reference AND reference <> '' AND alias <> '' ORDER BY id DESC LIMIT :most
"""


@dataclass(frozen=True, slots=True)
class _Source:
    """Some of the cases that one may see."""

    newest: str
    holding: Mapping[int, str]
    values: Mapping[str, Any]


def _sources(staff: StaffId, sight: Reach) -> list[_Source]:
    own = _Source(_NEWEST_OF_STAFF, _HOLDING_OF_STAFF, {"staff": staff})
    may_read = {"sensitive": int(sight.sensitive)}
    if sight.wijken is None:
        return [own, _Source(_NEWEST_OF_ALL, _HOLDING_OF_ALL, may_read)]
    return [
        own,
        *(_Source(_NEWEST_OF_WIJK, _HOLDING_OF_WIJK, {**may_read, "wijk": wijk}) for wijk in sight.wijken),
    ]


def _likes(words: Sequence[str]) -> dict[str, str]:
    """Patterns that find each word anywhere; what means something in a pattern stands for itself."""
    patterns = dict[str, str]()
    for one, word in zip(_NAMES, words, strict=False):
        plain = word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
        ways = {"low": plain.lower(), "typed": plain, "first": plain.capitalize(), "high": plain.upper()}
        patterns |= {f"{name}_{one}": f"%{way}%" for name, way in ways.items()}
    return patterns


@dataclass(frozen=True, slots=True)
class Held:
    """The cases that hold the words; `older`: there are more cases that were not looked through."""

    cases: frozenset[CaseId]
    older: bool


async def find_cases_with(
    tx: Transaction, words: Sequence[str], staff: StaffId, sight: Reach, *, near: int
) -> Held:
    """The cases that hold every one of these words, at most MOST_WORDS, among the newest `near` that one may see."""
    sources, found = _sources(staff, sight), set[CaseId]()
    seen = {row["id"] for one in sources for row in await tx.all(one.newest, near=near + 1, **one.values)}
    newest = sorted(seen, reverse=True)
    for one in sources if newest else ():
        values = {**one.values, **_likes(words), "oldest": newest[:near][-1], "near": near}
        found |= {CaseId(row["id"]) for row in await tx.all(one.holding[len(words)], **values)}
    return Held(frozenset(found), len(newest) > near)


async def list_cases_of_reference(tx: Transaction, reference: str, most: int) -> list[CaseId]:
    """Those that the city calls this, newest first; capitals make no difference."""
    rows = await tx.all(_LIST_OF_REFERENCE, reference=reference.lower(), most=most)
    return [CaseId(row["id"]) for row in rows]


async def find_case_of_alias(tx: Transaction, alias: str) -> CaseId | None:
    row = await tx.one(_FIND_ALIAS, alias=alias)
    return CaseId(row["id"]) if row else None


async def list_found(tx: Transaction, cases: Sequence[CaseId]) -> list[Listed]:
    """These cases as lines of a list, in that order; what is gone is left out."""
    found = [await tx.one(_LIST, id=case) for case in cases]
    return [
        Listed(case_told(row), Role(row["owner_role"]) if row["owner_role"] else None) for row in found if row
    ]
