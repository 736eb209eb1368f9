"""An answer that has not left, in the resident's language: the machine's words come into the preview, and back in Dutch."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.domain.city import DUTCH
from bot.domain.quick import MOST_LABEL
from bot.domain.slices import shortened
from bot.services.foretelling import FORETOLD, Made
from handlers.buttons import arguments, number, pressed
from handlers.happenings import HappeningHandler
from handlers.render import View


async def arrived(happening: Happening, context: BotContext) -> None:
    """The machine answered, or gave up."""
    detail = happening.detail
    made = Made(
        asked=detail["about"],
        text=detail["text"],
        engine=detail.get("engine", ""),
        doubtful=detail.get("doubtful", False),
    )
    await context.services.foretelling.made(made)


async def ask_back(update: Update, context: BotContext) -> None:
    """🔁: what the machine's words say in Dutch."""
    (version,) = arguments(update, 1)
    await context.services.foretelling.ask_back(number(version))


async def propose(update: Update, context: BotContext) -> None:
    """⚡: words that return often become a quick answer, once the coordinator says so."""
    (version,) = arguments(update, 1)
    texts = await context.services.foretelling.proposable(number(version))
    label = shortened(texts[DUTCH], MOST_LABEL - 1)
    proposal = await context.services.quick_answers.propose(label, texts)
    await context.say("propose-sent", proposal=proposal.id)


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("foretold-back", ask_back),
        pressed("foretold-propose", propose),
        HappeningHandler(FORETOLD, arrived),
    ]
