"""What is done to a message that was sent or is on its way: the one way to make such an intent."""

from typing import Any

from bot.domain.intents import Act, Intent, Urgency
from storage.outbox import OutboxRow


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
