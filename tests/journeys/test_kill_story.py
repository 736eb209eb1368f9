"""The whole story with kill -9 after every single act: it goes on, nothing is lost, nothing is doubled that need not be."""

import asyncio
import os
import random
import re
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.commands.staff import Wanted, invite
from bot.domain.people import Role
from bot.settings import Settings
from gates.bot_process import BotProcess, bot_process
from gates.nursery import nursery
from playground.api import Server
from playground.people import Person
from playground.telegram import Telegram

SEED = int(os.environ.get("WIJKLIJN_SEED", "4"))
LONGEST_LIFE = 0.25
# What was on its way at a kill, as the database knows it.
FLYING = "SELECT chat_id FROM outbox WHERE state = 'sending' AND act = 'send'"
WORDS = "Пред блока има стари мебели."
ANSWER = "Dank je. Ik kom morgen kijken."


@pytest.fixture
async def child(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[BotProcess]:
    telegram.limits.lifted = True
    async with nursery() as born:
        yield bot_process(tmp_path, telegram, server, nursery=born)


class Story:
    """Acts, each of which is followed by a kill at a random moment, a start, and quiet."""

    def __init__(self, child: BotProcess) -> None:
        self.child = child
        self.dice = random.Random(SEED)
        self.flying: Counter[int] = Counter()

    async def invited(self, person: Person, role: Role, *wijken: str) -> None:
        wanted = Wanted(role, wijken, (), ("bg",) if role is Role.CONTACT_WORKER else (), None)
        link = (await invite(Settings.read(self.child.environ), wanted))[-1]
        person.opens(link)
        await self.killed()

    async def says(self, person: Person, text: str, reply_to: int | None = None) -> None:
        person.says(text, reply_to)
        await self.killed()

    async def taps(self, person: Person, label: str) -> None:
        person.taps_label(label)
        await self.killed()

    async def killed(self) -> None:
        await asyncio.sleep(self.dice.uniform(0.0, LONGEST_LIFE))
        await self.child.kill()
        self.flying.update(row["chat_id"] for row in await self.child.rows(FLYING))
        await self.child.start()
        assert await self.child.quiet()


def _request(person: Person) -> int:
    """The newest request for a translation."""
    return int(next(m["message_id"] for m in reversed(person.chat.messages) if "🌐" in m.get("text", "")))


@pytest.mark.timeout(240)
async def test_the_story_goes_on_although_it_is_killed_after_every_act(
    child: BotProcess, telegram: Telegram
) -> None:
    koen, aylin, elena = (
        telegram.person(user, "Kiemnaam", language_code="nl")
        for user in (5_500_000_801, 5_500_000_802, 5_500_000_701)
    )
    story = Story(child)
    await child.start()
    await story.invited(koen, Role.WIJKMANAGER, "waterschei-noord")
    await story.invited(aylin, Role.CONTACT_WORKER)
    elena.starts()
    await story.killed()
    await story.taps(elena, "Български")
    await story.says(elena, WORDS)
    await story.taps(elena, "🗑 Боклук")
    await story.says(elena, "Waterschei-Noord")
    await story.taps(elena, "✅ Изпрати")
    await story.says(aylin, "Voor het blok staan oude meubels.", _request(aylin))
    await story.taps(koen, "✋ Ik neem dit")
    await story.taps(koen, "💬 Antwoorden")
    await story.says(koen, ANSWER)
    await story.taps(koen, "✅ Verstuur")
    await story.says(aylin, "Благодаря. Ще дойда утре.", _request(aylin))
    heard = "\n".join(elena.heard())
    assert ANSWER in heard
    assert "Благодаря. Ще дойда утре." in heard
    assert [row["status"] for row in await child.rows("SELECT status FROM cases")] == ["in-hand"]
    assert len(await child.rows("SELECT id FROM case_messages")) == 2
    assert {row["state"] for row in await child.rows("SELECT state FROM inbox")} == {"done"}
    receipts = sum(bool(re.match("✅ Получено", text)) for text in elena.heard())
    answers = sum(ANSWER in text for text in elena.heard())
    assert 1 <= receipts <= 1 + story.flying[elena.user_id]
    assert 1 <= answers <= 1 + story.flying[elena.user_id]
