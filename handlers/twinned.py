"""What staff see of cases that go together, or may: on the card and before an answer leaves."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Case, CaseId
from bot.services.twins import Twins
from bot.texts import Html
from handlers.moments import short_day
from handlers.phrases import case_key, listed
from handlers.render import Scene

MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Twinned:
    """What a case goes with, what goes with it, and what it may go with."""

    leader: Case | None = None
    followers: tuple[Case, ...] = ()
    like: tuple[Case, ...] = ()
    has_reader: bool = False  # an answer reaches somebody


async def twinned(scene: Scene, case: Case) -> Twinned:
    """Looked up for a card's keyboard: what it may go with only where that is asked for."""
    twins = Twins(scene.turn)
    menu = scene.intent.values.get("menu")
    like = tuple(await twins.like(case)) if menu else ()
    followers = tuple(await twins.open_of(case)) if menu else ()
    return Twinned(await twins.leader(case), followers, like, await twins.has_reader(case))


async def twin_lines(scene: Scene, case: Case) -> list[Html]:
    """What it goes with; or, to staff alone, that it looks like another one."""
    twins = Twins(scene.turn)
    if leader := await twins.leader(case):
        return [scene.text("card-twin-of", number=leader.number)]
    if followers := await twins.open_of(case):
        return [scene.text("card-twins", numbers=_numbers(scene, followers))]
    likely = await twins.likely(case)
    return [scene.text("card-likely", numbers=_numbers(scene, likely))] if likely else []


def twin_key(scene: Scene, case: Case) -> str:
    """A case on a button; what they may go together for they share, so the day on which each came tells them apart."""
    came = case.created_at.astimezone(scene.turn.city.time_zone).date()
    return f"{case_key(scene, case)} · {short_day(scene, came)}"


async def to_twins(scene: Scene, case: Case, along: Collection[CaseId]) -> Html | None:
    """Before it leaves: to how many residents it goes, each apart."""
    going = [case, *(one for one in await Twins(scene.turn).of(case) if one.id in along)]
    count = sum(one.resident is not None for one in going)
    return scene.text("answer-to-twins", count=count) if count > 1 else None


def _numbers(scene: Scene, cases: Sequence[Case]) -> str:
    return listed(scene, [case.number for case in cases[:MOST_NAMED]])
