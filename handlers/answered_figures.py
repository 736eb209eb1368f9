"""/cijfers: how often each common question was answered in a month, and what became of it; figures, and of nobody."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Buttons
from bot.services.answered_figures import MONTHS, AnsweredFigures, Figures
from bot.services.common_questions import SELF_HELP, Became
from bot.texts import Html
from handlers.buttons import arguments, button, number, pressed
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF

SHOWN: Final = "answered-figures"
FEW: Final = 10  # fewer are never told: of so few somebody might be known again


async def begin(_: Update, context: BotContext) -> None:
    """This month. Raises NotYourRole."""
    context.services.answered_figures.require()
    await context.say(SHOWN, ago=0)


async def turn_page(update: Update, context: BotContext) -> None:
    """Another month. Raises NotYourRole."""
    (ago,) = arguments(update, 1)
    context.services.answered_figures.require()
    if number(ago) >= MONTHS:
        raise ButtonExpired
    await context.show(SHOWN, ago=number(ago))


async def _view(scene: Scene) -> Screen | None:
    """The questions that were answered most stand first."""
    service, ago = AnsweredFigures(scene.turn), int(scene.intent.values["ago"] or 0)
    if not service.may:
        return None
    first, counted = service.month(ago), await service.of(ago)
    title = scene.text(SHOWN, month=scene.label("answered-month", month=first.month, year=str(first.year)))
    told = [_line(scene, one) for one in counted] or [scene.text("answered-none")]
    return Screen(Html("\n\n".join([title, Html("\n".join(told)), scene.text("answered-foot")])), _turns(ago))


def _line(scene: Scene, counted: Figures) -> Html:
    became = {name.value: _figure(scene, counted.times[name]) for name in Became}
    return scene.text("answered-line", question=_name(scene, counted.question), **became)


def _figure(scene: Scene, times: int) -> str:
    return scene.label("answered-few") if times < FEW else str(times)


def _name(scene: Scene, question: str) -> str:
    """The button's words; of what the city file has no more, its id."""
    city = scene.turn.city
    if question.startswith(SELF_HELP):
        about = question.removeprefix(SELF_HELP)
        found = next((one.button(scene.language) for one in city.categories if one.id == about), about)
        return scene.label("answered-self", category=found)
    known = (one.button(scene.language) for one in city.common_questions if one.id == question)
    return next(known, question)


def _turns(ago: int) -> Buttons:
    turns = [button("answered-before", "figures", ago + 1)] if ago + 1 < MONTHS else []
    turns += [button("answered-after", "figures", ago - 1)] if ago else []
    return (tuple(turns),)


VIEWS: Final[Mapping[str, View]] = {SHOWN: _view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [CommandHandler("cijfers", begin, FRESH & FROM_STAFF), pressed("figures", turn_page)]
