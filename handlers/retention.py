"""The night's retention: a line in the log for each term of which something was found."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import structlog
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.services.retention import NIGHTLY
from handlers.happenings import HappeningHandler
from handlers.render import View

log = structlog.get_logger("retention")


async def run(happening: Happening, context: BotContext) -> None:
    """A step of it; what is left comes in a turn of its own."""
    began = happening.detail.get("began")
    for ran in await context.services.retention.night(datetime.fromisoformat(began) if began else None):
        if not began or ran.found:
            log.info(
                "retention", kept=ran.kept, days=ran.days, ruled=bool(ran.rule), found=ran.found, act=ran.act
            )


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [HappeningHandler(NIGHTLY, run)]
