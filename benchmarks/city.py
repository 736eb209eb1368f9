"""A Wijklijn to be measured: its settings, and a database on disk in which many people have chosen their language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from benchmarks.people import chats
from bot.domain.city import WijkId
from bot.domain.people import ChatId
from bot.opening import now, opened_database
from bot.settings import Settings
from storage.database import Transaction
from storage.people import insert_follow, insert_person, set_language, set_welcomed
from storage.sealing import new_key

WIJK: Final = WijkId("waterschei-noord")
# Telegram's highest, which is what "the pace lifted" can mean; each chat keeps its own limit.
RATE: Final = 1_000


def environ_of(token: str, api_root: str, folder: Path) -> Mapping[str, str]:
    """Give the settings of a bot whose database is in `folder`."""
    return {
        "WIJKLIJN_BOT_TOKEN": token,
        "WIJKLIJN_API_ROOT": api_root,
        "WIJKLIJN_DATABASE_URL": f"sqlite:///{folder}/wijklijn.db",
        "WIJKLIJN_KEY": new_key(),
        "WIJKLIJN_HEALTH": "127.0.0.1:0",
        "WIJKLIJN_RATE": str(RATE),
        "WIJKLIJN_PAID_BROADCAST": "1",
        "WIJKLIJN_HOLD_SECONDS": "0",
    }


async def settle(settings: Settings, people: int, followers: int) -> None:
    """Make the database, with so many people who read Turkish, the first of whom follow one wijk."""

    async def work(tx: Transaction) -> None:
        for number, chat in enumerate(chats(people)):
            person = await insert_person(tx, ChatId(chat), now())
            await set_language(tx, person.id, "tr", None)
            await set_welcomed(tx, person.id, now())
            if number < followers:
                await insert_follow(tx, person.id, WIJK, now())

    async with opened_database(settings) as database:
        await database.turn(work)
