"""PTB's application without its updater: types, filters and handlers, on our own request."""

import os

from telegram.ext import Application, ContextTypes, ExtBot

from bot.context import BotContext
from bot.engine.connections import Connections
from bot.engine.request import AiohttpRequest
from bot.engine.turns import App
from bot.settings import Secret


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
