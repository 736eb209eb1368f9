"""Errands that end by something else: the case is over or elsewhere, or who had taken it is gone."""

from dataclasses import replace
from typing import Final

from bot.domain.cases import Case
from bot.domain.errands import Errand, ErrandState
from bot.domain.people import StaffMember
from bot.domain.permissions import may_go_and_look
from bot.services.cards import Cards
from bot.services.errand_names import ERRAND
from bot.services.turn import Turn
from storage.cases import get_case
from storage.errands import list_errands, list_taken, set_errand
from storage.people import find_person
from storage.staff import list_staff

WAITS: Final = "errand-waits"


async def end_errands(turn: Turn, case: Case) -> None:
    """Nobody has to look any more; whoever was asked reads so."""
    for errand in await list_errands(turn.tx, case.id):
        if errand.open:
            await end_errand(turn, case, errand)


async def end_errand(turn: Turn, case: Case, errand: Errand) -> None:
    """As above, of this one."""
    await turn.no_longer(f"{WAITS}:{errand.id}")
    await set_errand(turn.tx, replace(errand, state=ErrandState.DROPPED), turn.now)
    await Cards(turn).tell_anew(case, ERRAND, errand=errand.id)


async def give_back_errands(turn: Turn, member: StaffMember) -> None:
    """Who had taken some is gone or away: the rest of the team is asked anew."""
    for errand in await list_taken(turn.tx, member.id):
        await ask_team_anew(turn, errand)


async def ask_team_anew(turn: Turn, errand: Errand) -> None:
    """Nobody has it any more: everybody of the team but who had it is asked again, in a new message."""
    case = await get_case(turn.tx, errand.case)
    await set_errand(turn.tx, replace(errand, state=ErrandState.OPEN, taken_by=None), turn.now)
    await Cards(turn).tell_anew(case, ERRAND, errand=errand.id)
    for member in await team_of(turn, case):
        if member.id != errand.taken_by:
            await Cards(turn).send(case, member, ERRAND, errand=errand.id)


async def team_of(turn: Turn, case: Case) -> list[StaffMember]:
    """The team members of the case's wijk who are there and can be reached."""
    there = [
        one for one in await list_staff(turn.tx) if not one.away and may_go_and_look(turn.city, one, case)
    ]
    people = [(one, await find_person(turn.tx, one.person)) for one in there]
    return [one for one, person in people if person and not person.blocked]
