"""What was spoken comes in writing, once a machine of the city's own has listened."""

from collections.abc import Mapping
from typing import Any, Final

from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.domain.cases import CaseMessageId, Heard
from bot.services.transcripts import HEARD
from handlers.happenings import HappeningHandler
from handlers.render import View


async def arrived(happening: Happening, context: BotContext) -> None:
    """The machine wrote it down, or gave up."""
    detail = happening.detail
    text = detail["text"]
    heard = Heard(text, detail["source"], detail["engine"]) if text is not None else None
    await context.services.transcripts.heard(CaseMessageId(detail["about"]), heard)


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [HappeningHandler(HEARD, arrived)]
