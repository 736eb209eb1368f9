"""Telegram's penalties, kept so that a restart does not forget them; chat 0 stands for all."""

from datetime import datetime

from storage.database import Transaction
from storage.times import kept, told

_SET = """
INSERT INTO penalties (chat_id, until) VALUES (:chat, :until)
ON CONFLICT (chat_id) DO UPDATE SET until = excluded.until WHERE excluded.until > penalties.until
"""
_LIST = "SELECT chat_id, until FROM penalties WHERE until > :now"
_FORGET = "DELETE FROM penalties WHERE until <= :now"


async def set_penalty(tx: Transaction, chat: int | None, until: datetime) -> None:
    await tx.run(_SET, chat=chat or 0, until=kept(until))


async def list_penalties(tx: Transaction, now: datetime) -> list[tuple[int | None, datetime]]:
    """(chat, None for all; until when) of those that still hold; the others are forgotten."""
    await tx.run(_FORGET, now=kept(now))
    return [(row["chat_id"] or None, told(row["until"])) for row in await tx.all(_LIST, now=kept(now))]
