"""Seals what was kept in the clear of a case that turned out to be sensitive: words, notes, translations, transcripts."""

from bot.domain.cases import Case
from storage.database import Transaction

_LIST_CLEAR = {
    "case_messages": "SELECT id, text FROM case_messages WHERE case_id = :case AND sealed IS NULL",
    "notes": "SELECT id, text FROM notes WHERE case_id = :case AND sealed IS NULL",
    "transcripts": """
SELECT h.case_message_id AS id, h.text FROM transcripts h JOIN case_messages m ON m.id = h.case_message_id
WHERE m.case_id = :case AND h.sealed IS NULL AND h.state = 'done'
""",
    "translations": """
SELECT t.id, t.text FROM translations t JOIN case_messages m ON m.id = t.case_message_id
WHERE m.case_id = :case AND t.sealed IS NULL
""",
}
_SEAL = {
    "case_messages": "UPDATE case_messages SET text = '', sealed = :sealed WHERE id = :id",
    "notes": "UPDATE notes SET text = '', sealed = :sealed WHERE id = :id",
    "transcripts": "UPDATE transcripts SET text = '', sealed = :sealed WHERE case_message_id = :id",
    "translations": "UPDATE translations SET text = '', sealed = :sealed WHERE id = :id",
}


async def seal_words(tx: Transaction, case: Case) -> None:
    """Seal what was kept in the clear: the case turned out to be sensitive."""
    for table, listing in _LIST_CLEAR.items():
        for row in await tx.all(listing, case=case.id):
            await tx.run(_SEAL[table], id=row["id"], sealed=tx.sealer.seal(row["text"].encode()))
