"""Late: the day on which the resident was to hear something has passed, and is admitted with a new one."""

from collections.abc import Mapping
from typing import Any, Final

from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.intents import Buttons
from bot.services.dossiers import Dossiers
from bot.services.promises import NO_ANSWER, STILL_OPEN
from handlers.buttons import button, row
from handlers.dates import day_in
from handlers.discreet import discreet, own_case
from handlers.render import Scene, Screen, View


async def _no_answer(scene: Scene) -> Screen | None:
    """Nothing any more once an answer has left; from the second time on a conversation is offered."""
    case = await own_case(scene)
    if case is None or not await Dossiers(scene.turn).waits_for_answer(case):
        return None
    is_again = bool(scene.intent.values.get("again"))
    text = scene.text(NO_ANSWER, number=case.number, day=day_in(scene, "day"), again=str(is_again))
    talk: Buttons = row(button("case-talk", "talk", case.id)) if is_again else ()
    return Screen(text, (*talk, *row(button("case-add", "add", case.id))))


async def _still_open(scene: Scene) -> Screen | None:
    case = await own_case(scene)
    if case is None or not case.open:
        return None
    text = scene.text(STILL_OPEN, number=case.number, day=day_in(scene, "day"))
    return Screen(text, row(button("case-add", "add", case.id)))


VIEWS: Final[Mapping[str, View]] = {NO_ANSWER: discreet(_no_answer), STILL_OPEN: discreet(_still_open)}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return []
