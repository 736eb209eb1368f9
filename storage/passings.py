"""Passings: what was passed on to which partner, the mail that brings it, and what partners said; all words sealed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import orjson

from bot.domain.cases import CaseId
from bot.domain.city import PartnerId
from bot.domain.passings import Ended, Letter, Mail, PartnerAnswer, Passing, PassingId, Way
from bot.domain.people import StaffId
from storage.database import Row, Transaction
from storage.inbox import insert_inbox
from storage.messages import media_kept, media_told
from storage.times import kept, told

# The happening that the end of a mail is.
MAIL_ENDED: Final = "mail-ended"

_INSERT: Final = """
INSERT INTO passings (case_id, partner, way, staff_id, sealed, mail, attempts, not_before, created_at)
VALUES (:case, :partner, :way, :staff, :sealed, :mail, 0, :now, :now) RETURNING id
"""
_FIND: Final = "SELECT * FROM passings WHERE id = :id"
_LIST_OF_CASE: Final = "SELECT * FROM passings WHERE case_id = :case ORDER BY id"
_LIST_OPEN_OF_PARTNER: Final = """
SELECT * FROM passings WHERE partner = :partner AND ended_at IS NULL ORDER BY id LIMIT :most
"""
_END: Final = """
UPDATE passings SET ended_at = :now, outcome = :outcome, mail = CASE WHEN mail = 'waiting' THEN NULL ELSE mail END
WHERE id = :id AND ended_at IS NULL
"""
_ANSWER: Final = """
INSERT INTO partner_answers (passing_id, staff_id, sealed, created_at) VALUES (:passing, :staff, :sealed, :now)
"""
_LIST_ANSWERS: Final = (
    "SELECT staff_id, sealed, created_at FROM partner_answers WHERE passing_id = :passing ORDER BY id"
)
_ERASE_ANSWERS: Final = """
DELETE FROM partner_answers WHERE passing_id IN (SELECT id FROM passings WHERE case_id = :case)
"""
_ERASE: Final = "DELETE FROM passings WHERE case_id = :case"
# The states are named twice: SQLite takes an index of some rows only where its own words are in the question.
_LIST_MAIL: Final = """
SELECT p.id, p.partner, p.sealed, p.attempts, p.created_at FROM passings p
WHERE p.mail = 'waiting' AND p.mail IN ('waiting', 'sending') AND p.not_before <= :now ORDER BY p.id LIMIT :most
"""
_LIST_SENDING: Final = (
    "SELECT id FROM passings WHERE mail = 'sending' AND mail IN ('waiting', 'sending') ORDER BY id"
)
_BEGIN_MAIL: Final = """
UPDATE passings SET mail = 'sending', attempts = attempts + 1 WHERE id = :id AND mail = 'waiting' AND attempts = :attempts
"""
_POSTPONE: Final = """
UPDATE passings SET mail = 'waiting', not_before = :at, attempts = :attempts WHERE id = :id AND mail IN ('waiting', 'sending')
"""
_END_MAIL: Final = """
UPDATE passings SET mail = :mail, too_large = :too_large, gone = :gone WHERE id = :id AND mail IN ('waiting', 'sending')
"""
_MAIL_AGAIN: Final = """
UPDATE passings SET mail = 'waiting', attempts = 0, not_before = :now, too_large = 0, gone = 0
WHERE id = :id AND mail IN ('refused', 'uncertain') AND ended_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many pictures of a mail did not go with it, and why."""

    too_large: int = 0
    gone: int = 0


ALL_WENT: Final = LeftOut()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail that may go now."""

    id: PassingId
    partner: PartnerId
    letter: Letter = field(repr=False)
    attempts: int
    at: datetime
    # The same each time it is tried, so that whoever gets it twice can tell.
    mark: str


async def insert_passing(tx: Transaction, new: Passing) -> PassingId:
    """Keep it; its own id is given here. With a mail that waits, that may go from then on."""
    passing = await tx.insert(
        _INSERT,
        case=new.case,
        partner=new.partner,
        way=new.way.value,
        staff=new.staff,
        sealed=_sealed(tx, new.letter),
        mail=new.mail and new.mail.value,
        now=kept(new.at),
    )
    return PassingId(passing)


async def find_passing(tx: Transaction, passing: PassingId) -> Passing | None:
    row = await tx.one(_FIND, id=passing)
    return _passing(tx, row) if row else None


async def list_passings(tx: Transaction, case: CaseId) -> list[Passing]:
    """Oldest first, those that have ended too."""
    return [_passing(tx, row) for row in await tx.all(_LIST_OF_CASE, case=case)]


async def list_passings_of_partner(tx: Transaction, partner: PartnerId, most: int) -> list[Passing]:
    """Those that the partner has now, oldest first."""
    return [_passing(tx, row) for row in await tx.all(_LIST_OPEN_OF_PARTNER, partner=partner, most=most)]


async def end_passing(tx: Transaction, passing: PassingId, outcome: Ended, now: datetime) -> bool:
    """False when it had ended before. A mail that has not gone yet stays here."""
    return await tx.run(_END, id=passing, outcome=outcome.value, now=kept(now)) == 1


async def insert_partner_answer(
    tx: Transaction, passing: PassingId, text: str, *, by: StaffId, now: datetime
) -> None:
    await tx.run(_ANSWER, passing=passing, staff=by, sealed=tx.sealer.seal(text.encode()), now=kept(now))


async def list_partner_answers(tx: Transaction, passing: PassingId) -> list[PartnerAnswer]:
    """Oldest first."""
    return [
        PartnerAnswer(tx.sealer.unseal(row["sealed"]).decode(), row["staff_id"], told(row["created_at"]))
        for row in await tx.all(_LIST_ANSWERS, passing=passing)
    ]


async def erase_passings(tx: Transaction, case: CaseId) -> None:
    """Erase what was written to partners about a case, and what they said."""
    await tx.run(_ERASE_ANSWERS, case=case)
    await tx.run(_ERASE, case=case)


async def list_mail(tx: Transaction, now: datetime, most: int) -> list[Outgoing]:
    """What may go now, oldest first."""
    return [_outgoing(tx, row) for row in await tx.all(_LIST_MAIL, now=kept(now), most=most)]


async def list_mail_sending(tx: Transaction) -> Sequence[PassingId]:
    """Of what the server may or may not have taken nobody knows more after a stop."""
    return [PassingId(row["id"]) for row in await tx.all(_LIST_SENDING)]


async def begin_mail(tx: Transaction, mail: Outgoing) -> bool:
    """Write down that the text is handed over now; False when it is no longer to go."""
    return await tx.run(_BEGIN_MAIL, id=mail.id, attempts=mail.attempts) == 1


async def postpone_mail(tx: Transaction, mail: Outgoing, at: datetime) -> bool:
    """It did not go, for certain: once more, then."""
    return await tx.run(_POSTPONE, id=mail.id, at=kept(at), attempts=mail.attempts + 1) == 1


async def end_mail(
    tx: Transaction, passing: PassingId, mail: Mail, now: datetime, left_out: LeftOut = ALL_WENT
) -> None:
    """Write down what became of it, and let that happen at the desk, once."""
    values = {"mail": mail.value, "too_large": left_out.too_large, "gone": left_out.gone}
    if await tx.run(_END_MAIL, id=passing, **values) == 1:
        key = f"{MAIL_ENDED}:{passing}:{kept(now)}"
        await insert_inbox(tx, key, 0, MAIL_ENDED, orjson.dumps({"passing": passing}), now)


async def mail_again(tx: Transaction, passing: PassingId, now: datetime) -> bool:
    """Let a mail that did not arrive, or perhaps not, go anew; False when there is none."""
    return await tx.run(_MAIL_AGAIN, id=passing, now=kept(now)) == 1


def _sealed(tx: Transaction, letter: Letter) -> bytes:
    return tx.sealer.seal(orjson.dumps([letter.subject, letter.text, media_kept(letter.enclosed)]))


def _letter(tx: Transaction, row: Row) -> Letter:
    subject, text, *enclosed = orjson.loads(tx.sealer.unseal(row["sealed"]))
    return Letter(subject, text, media_told(enclosed[0] if enclosed else ()))


def _outgoing(tx: Transaction, row: Row) -> Outgoing:
    mark = tx.sealer.mark(f"mail {row['id']}".encode())[:32]
    return Outgoing(
        row["id"], row["partner"], _letter(tx, row), row["attempts"], told(row["created_at"]), mark
    )


def _passing(tx: Transaction, row: Row) -> Passing:
    return Passing(
        id=PassingId(row["id"]),
        case=CaseId(row["case_id"]),
        partner=PartnerId(row["partner"]),
        way=Way(row["way"]),
        staff=row["staff_id"],
        letter=_letter(tx, row),
        at=told(row["created_at"]),
        mail=Mail(row["mail"]) if row["mail"] else None,
        attempts=row["attempts"],
        outcome=Ended(row["outcome"]) if row["outcome"] else None,
        too_large=row["too_large"],
        gone=row["gone"],
    )
