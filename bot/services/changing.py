"""What is done to a message that was sent or is on its way: the one way to make such an intent."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from bot.domain.intents import Act, Intent, Urgency
from storage.outbox import OutboxRow

# Telegram lets us delete a message for two days only, but change a text for ever.
DELETABLE: Final = timedelta(hours=48)
# What stands in the place of a text that is too old to be deleted.
OVERWRITTEN: Final = "content-erased"


def is_too_old(row: OutboxRow, now: datetime) -> bool:
    """Whether Telegram deletes it no more; how old the message is whose place a screen took, nobody knows."""
    if row.message is None or row.since is None:
        return False
    return row.intent.act is Act.EDIT or row.since < now - DELETABLE


def overwriting(row: OutboxRow) -> Intent:
    """Other words in the place of a text that cannot be deleted."""
    return replace(changing(row, Act.EDIT, edits=None, edits_message=row.message), name=OVERWRITTEN)


def changing(row: OutboxRow, act: Act, **more: Any) -> Intent:
    """`more`: other values, where it stands, what may be left out for a newer one."""
    sent = row.intent
    return Intent(
        chat=sent.chat,
        person=sent.person,
        name=sent.name,
        act=act,
        urgency=Urgency.CASE,
        case=sent.case,
        **({"edits": row.id} | more),
    )
