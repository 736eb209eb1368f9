"""Finding cases again by words: in places, in what was said and in its Dutch; what is sealed is not looked through."""

from collections.abc import Sequence
from typing import Any, Final

from bot.domain.cases import CaseId
from bot.domain.people import Role, StaffId
from bot.domain.permissions import Reach
from storage.cases import case_told
from storage.database import Transaction
from storage.work import OWNER_ROLE, Listed

# Each way in which a word may be written: SQLite folds nothing but the letters of English.
_HOLDS: Final = """
(LOWER({0}) LIKE :low ESCAPE '!' OR {0} LIKE :typed ESCAPE '!' OR {0} LIKE :first ESCAPE '!' OR {0} LIKE :high ESCAPE '!')
"""
_FIND: Final = f"""
SELECT near.id AS id FROM (
    SELECT id, place FROM cases
    WHERE alias <> '' AND (owner_id = :staff OR (
        (:sensitive = 1 OR sensitive = 0) AND (:everywhere = 1 OR :wijken LIKE '%|' || wijk || '|%')
    )) ORDER BY id DESC LIMIT :near
) AS near
WHERE {_HOLDS.format("near.place")} OR EXISTS (
    SELECT 1 FROM case_messages m WHERE m.case_id = near.id AND ({_HOLDS.format("m.text")} OR EXISTS (
        SELECT 1 FROM translations t WHERE t.case_message_id = m.id AND {_HOLDS.format("t.text")}
    ))
)
"""  # noqa: S608 - nothing but constants
_LIST: Final = f"SELECT cases.*, {OWNER_ROLE} AS owner_role FROM cases WHERE id = :id"  # noqa: S608 - nothing but constants
_FIND_ALIAS: Final = "SELECT id FROM cases WHERE alias = :alias ORDER BY id DESC LIMIT 1"


def _likes(word: str) -> dict[str, str]:
    """Patterns that find a word anywhere; what means something in a pattern stands for itself."""
    plain = word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    ways = {"low": plain.lower(), "typed": plain, "first": plain.capitalize(), "high": plain.upper()}
    return {name: f"%{way}%" for name, way in ways.items()}


async def find_cases_with(
    tx: Transaction, word: str, staff: StaffId, sight: Reach, *, near: int
) -> set[CaseId]:
    """The cases that hold a word, among the newest `near` that one may see."""
    values: dict[str, Any] = {
        "staff": staff,
        "sensitive": int(sight.sensitive),
        "everywhere": int(sight.wijken is None),
        "wijken": f"|{'|'.join(sight.wijken or ())}|",
        "near": near,
    }
    return {CaseId(row["id"]) for row in await tx.all(_FIND, **values, **_likes(word))}


async def find_case_of_alias(tx: Transaction, alias: str) -> CaseId | None:
    row = await tx.one(_FIND_ALIAS, alias=alias)
    return CaseId(row["id"]) if row else None


async def list_found(tx: Transaction, cases: Sequence[CaseId]) -> list[Listed]:
    """These cases as lines of a list, in that order; what is gone is left out."""
    found = [await tx.one(_LIST, id=case) for case in cases]
    return [
        Listed(case_told(row), Role(row["owner_role"]) if row["owner_role"] else None) for row in found if row
    ]
