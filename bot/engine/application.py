"""PTB's application without its updater: types, filters and handlers, on our own request."""

import asyncio
import os
from datetime import timedelta
from typing import Final, cast

import structlog
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application, ContextTypes, ExtBot

from bot.context import BotContext
from bot.engine.connections import Connections
from bot.engine.request import AiohttpRequest
from bot.engine.turns import App
from bot.settings import Secret

log = structlog.get_logger("app")

_PAUSES: Final = (1.0, 2.0, 5.0, 10.0)


def application_of(api_root: str, token: Secret, calls: Connections, polls: Connections) -> App:
    """An application without handlers, not yet initialised."""
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    bot: ExtBot[None] = ExtBot(
        token.reveal(),
        base_url=f"{api_root}/bot",
        base_file_url=f"{api_root}/file/bot",
        request=AiohttpRequest(calls),
        get_updates_request=AiohttpRequest(polls),
    )
    builder = Application.builder().bot(bot).updater(None).context_types(ContextTypes(context=BotContext))
    application: App = builder.build()
    return application


async def greet_telegram(application: App) -> int:
    """Ask Telegram who we are, until it answers; the bot's id. Raises InvalidToken."""
    attempt = 0
    while True:
        try:
            await application.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("telegram-not-reached", error=type(error).__name__)
            await asyncio.sleep(_pause(error, attempt))
            attempt += 1
        else:
            return int(application.bot.id)


def _pause(error: TelegramError, attempt: int) -> float:
    """Seconds until the next try; as many as Telegram asks for where it does."""
    if isinstance(error, RetryAfter):
        return cast("timedelta", error.retry_after).total_seconds()
    return _PAUSES[min(attempt, len(_PAUSES) - 1)]
