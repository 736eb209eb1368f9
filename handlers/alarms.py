"""What administrators are told when the bot itself is in trouble."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.alarms import Alarm
from bot.domain.people import Role
from bot.services.administrators import warning
from handlers.dates import in_words
from handlers.render import Scene, Screen, View


async def _alarm_view(scene: Scene) -> Screen | None:
    """The alarm and when it was raised, to who is still an administrator."""
    staff, facts = scene.turn.staff, dict(scene.intent.values)
    if staff is None or staff.role is not Role.ADMINISTRATOR:
        return None
    at = datetime.fromisoformat(str(facts.pop("at"))).astimezone(scene.turn.city.time_zone)
    when = f"{in_words(scene.texts, scene.language, at.date())}, {at:%H:%M}"
    return Screen(scene.text(scene.intent.name, when=when, **facts))


VIEWS: Final[Mapping[str, View]] = {warning(alarm): _alarm_view for alarm in Alarm}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    """None: alarms are only told."""
    return []
