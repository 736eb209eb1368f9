"""The night's look that nothing is unowned: a line in the log, and a word to the coordinators when something was."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

import structlog
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.services.ownership import NIGHTLY, TOLD
from handlers.buttons import button, row
from handlers.happenings import HappeningHandler
from handlers.render import Scene, Screen, View

log = structlog.get_logger("ownership")


async def run(happening: Happening, context: BotContext) -> None:
    """A step of it; what is left comes in a turn of its own."""
    checked = await context.services.ownership.night(happening.detail)
    if checked is not None:
        log.info("ownership", **asdict(checked))


async def _told_view(scene: Scene) -> Screen | None:
    """What was found, with the way to what waits."""
    if scene.turn.staff is None:
        return None
    values = scene.intent.values
    text = scene.text(TOLD, mended=int(values["mended"] or 0), left=int(values["left"] or 0))
    return Screen(text, row(button("digest-work", "digest-work")))


VIEWS: Final[Mapping[str, View]] = {TOLD: _told_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [HappeningHandler(NIGHTLY, run)]
