"""The bare python-telegram-bot echo with its own updater; with `aiohttp` on our request instead of httpx. Keeps nothing."""

from __future__ import annotations

import os
import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.engine.connections import Connections
from bot.engine.request import CALLS, AiohttpRequest


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main(request: str) -> None:
    builder = Application.builder().token(os.environ["BENCH_TOKEN"])
    builder.base_url(f"{os.environ['BENCH_API_ROOT']}/bot")
    if request == "aiohttp":
        builder.request(AiohttpRequest(Connections(CALLS)))
        builder.get_updates_request(AiohttpRequest(Connections(1)))
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1])
