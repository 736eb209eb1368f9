"""Restoring: who was erased after the backup is erased again, without a word to anybody."""

from bot.services.erasure import Erasure
from bot.services.turn import Turn
from storage.erased import Journal, find_erased
from storage.restoring import erase_said_after, find_last_outbox


async def erase_again(turn: Turn, journal: Journal) -> int:
    """Erase everybody whom the journal names and the backup brought back; how many people.

    What staff hold is changed and deleted again, which says the same however often it arrives.
    """
    last = await find_last_outbox(turn.tx)
    brought_back = await find_erased(turn.tx, journal)
    for person in brought_back:
        await Erasure(turn).again(person)
    await erase_said_after(turn.tx, last)
    return len(brought_back)
