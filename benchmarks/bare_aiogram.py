"""The bare aiogram bot: echoes every text, or says a text to everybody in one loop. Keeps nothing."""

from __future__ import annotations

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

from benchmarks.people import ANNOUNCE, chats

dispatcher = Dispatcher()


@dispatcher.message()
async def answer(message: Message, bot: Bot) -> None:
    text = message.text or ""
    if text.startswith(ANNOUNCE):
        await announce(bot, text.removeprefix(ANNOUNCE))
    else:
        await message.answer(text)


async def announce(bot: Bot, order: str) -> None:
    """Say it to so many, one after the other: `order` is the number, a space, and the text."""
    number, _, text = order.partition(" ")
    for chat in chats(int(number)):
        await bot.send_message(chat, text, parse_mode="HTML")


async def main() -> None:
    server = TelegramAPIServer.from_base(os.environ["BENCH_API_ROOT"])
    async with Bot(os.environ["BENCH_TOKEN"], AiohttpSession(api=server)) as bot:
        await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
