"""Restoring: who was erased after the backup is erased again, and so is each case; without a word to anybody."""

from bot.services.contents import Contents
from bot.services.erasure import Erasure
from bot.services.turn import Turn
from storage.cases import get_case
from storage.erased import Journal, find_erased, find_erased_cases
from storage.restoring import erase_said_after, find_last_outbox


async def erase_again(turn: Turn, journal: Journal) -> int:
    """Erase everybody and every case that the journal names and the backup brought back; how many.

    What staff hold is changed and deleted again, which says the same however often it arrives.
    """
    last = await find_last_outbox(turn.tx)
    brought_back = await find_erased(turn.tx, journal)
    for person in brought_back:
        await Erasure(turn).again(person)
    own = await find_erased_cases(turn.tx, journal)
    for case in own:
        await Contents(turn).erase(await get_case(turn.tx, case))
    await erase_said_after(turn.tx, last)
    return len(brought_back) + len(own)
