"""What a restore does with changes that waited for messages."""

from pathlib import Path

from bot.commands.keeping import back_up, opened
from bot.domain.intents import Act, Intent, Urgency
from bot.opening import now
from storage.database import Transaction
from storage.outbox import insert_outbox
from tests.kept import place_in
from tests.test_restore import CHAT, states


async def changed(tx: Transaction) -> None:
    """Two cards with a change of each that waits: one that was said, and one that waited itself."""
    for name, message in (("said", 9), ("unsaid", None)):
        card = await insert_outbox(tx, Intent(chat=CHAT, name=name, urgency=Urgency.CASE), now())
        if message:
            await tx.run("UPDATE outbox SET state = 'delivered', message_id = 9 WHERE id = :id", id=card)
        for act in (Act.EDIT, Act.DELETE):
            change = Intent(chat=CHAT, name=f"{name}-{act}", act=act, urgency=Urgency.CASE, edits=card)
            await insert_outbox(tx, change, now())


async def test_a_change_of_a_message_in_doubt_does_not_say_it_anew(tmp_path: Path) -> None:
    place = await place_in(tmp_path)
    await place.keeps(changed)
    await back_up(place.settings, place.backup)
    new = place.elsewhere()
    await new.restored()
    async with opened(new.database) as database:
        assert await database.read(states) == {
            "said": "delivered",
            "said-edit": "waiting",
            "said-delete": "waiting",
            "unsaid": "uncertain",
            "unsaid-edit": "expired",
            "unsaid-delete": "expired",
        }
