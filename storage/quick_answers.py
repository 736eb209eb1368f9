"""Quick answers that staff proposed, in every language that somebody wrote; and how often each one was chosen."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.domain.people import StaffId
from bot.domain.quick import Proposal, ProposalId, ProposalState
from storage.database import Row, Transaction
from storage.times import kept, told

_USE: Final = """
INSERT INTO quick_uses (answer, times) VALUES (:answer, 1)
ON CONFLICT (answer) DO UPDATE SET times = quick_uses.times + 1
"""
_LIST_USES: Final = "SELECT answer, times FROM quick_uses"
_INSERT: Final = """
INSERT INTO quick_answers (staff_id, label, state, created_at) VALUES (:staff, :label, 'proposed', :now) RETURNING id
"""
_SET_TEXT: Final = """
INSERT INTO quick_answer_texts (answer_id, language, sealed, staff_id) VALUES (:id, :language, :sealed, :staff)
ON CONFLICT (answer_id, language) DO UPDATE SET sealed = excluded.sealed, staff_id = excluded.staff_id
"""
_SELECT: Final = """
SELECT q.id, q.staff_id, q.label, q.state, q.refusal, q.created_at, t.language, t.sealed
FROM quick_answers q JOIN quick_answer_texts t ON t.answer_id = q.id
"""
_FIND: Final = _SELECT + " WHERE q.id = :id"
_LIST: Final = _SELECT + " WHERE q.state = :state ORDER BY q.id, t.language"
_DECIDE: Final = """
UPDATE quick_answers SET state = :state, decided_by = :staff, decided_at = :now, refusal = :refusal
WHERE id = :id AND state = :before
"""


async def count_use(tx: Transaction, answer: str) -> None:
    await tx.run(_USE, answer=answer)


async def list_uses(tx: Transaction) -> Mapping[str, int]:
    """How often each answer was chosen, by its id."""
    return {row["answer"]: row["times"] for row in await tx.all(_LIST_USES)}


async def insert_proposal(
    tx: Transaction, label: str, texts: Mapping[str, str], *, staff: StaffId, now: datetime
) -> ProposalId:
    sealed = tx.sealer.seal(label.encode())
    new = ProposalId(await tx.insert(_INSERT, staff=staff, label=sealed, now=kept(now)))
    for language, text in texts.items():
        await set_proposal_text(tx, new, language, text, staff=staff)
    return new


async def set_proposal_text(
    tx: Transaction, proposal: ProposalId, language: str, text: str, *, staff: StaffId
) -> None:
    """Keep one language of it; written again it replaces what was there."""
    sealed = tx.sealer.seal(text.encode())
    await tx.run(_SET_TEXT, id=proposal, language=language, sealed=sealed, staff=staff)


async def find_proposal(tx: Transaction, proposal: ProposalId) -> Proposal | None:
    found = _proposals(tx, await tx.all(_FIND, id=proposal))
    return found[0] if found else None


async def list_proposals(tx: Transaction, state: ProposalState) -> list[Proposal]:
    """All in that state, oldest first."""
    return _proposals(tx, await tx.all(_LIST, state=state.value))


async def decide_proposal(
    tx: Transaction,
    proposal: Proposal,
    state: ProposalState,
    *,
    staff: StaffId,
    now: datetime,
    words: str | None = None,
) -> bool:
    """Note it, with why it was refused; False when somebody else decided before."""
    states = {"state": state.value, "before": proposal.state.value}
    refusal = tx.sealer.seal(words.encode()) if words else None
    done = await tx.run(_DECIDE, id=proposal.id, **states, staff=staff, now=kept(now), refusal=refusal)
    return done == 1


def _proposals(tx: Transaction, rows: Sequence[Row]) -> list[Proposal]:
    """One for all rows of it."""
    texts: dict[int, dict[str, str]] = {}
    for row in rows:
        texts.setdefault(row["id"], {})[row["language"]] = tx.sealer.unseal(row["sealed"]).decode()
    first = {row["id"]: row for row in reversed(rows)}
    return [_proposal(tx, first[id_], words) for id_, words in texts.items()]


def _proposal(tx: Transaction, row: Row, texts: Mapping[str, str]) -> Proposal:
    refusal = row["refusal"]
    return Proposal(
        ProposalId(row["id"]),
        tx.sealer.unseal(row["label"]).decode(),
        texts,
        ProposalState(row["state"]),
        StaffId(row["staff_id"]),
        told(row["created_at"]),
        None if refusal is None else tx.sealer.unseal(refusal).decode(),
    )
