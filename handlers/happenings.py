"""Handling what happens without an update: a timer, a translation, a delivery that means something."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import BaseHandler

from bot.context import BotContext, Happening


class HappeningHandler(BaseHandler[Happening, BotContext, None]):
    """Handles happenings of one kind."""

    def __init__(
        self, kind: str, callback: Callable[[Happening, BotContext], Coroutine[Any, Any, None]]
    ) -> None:
        super().__init__(callback)
        self.kind = kind

    def check_update(self, update: object) -> bool:
        return isinstance(update, Happening) and update.kind == self.kind
