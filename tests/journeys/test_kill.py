"""Killed at any moment and started again: every update takes effect once, every message arrives, few arrive twice."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from playground.api import Server
from playground.faults import Fault
from playground.people import Person
from playground.telegram import Telegram
from tests.journeys.child import Child

# Ten in every run; `make gates` asks for a hundred, and WIJKLIJN_SEED repeats a run.
KILLS = int(os.environ.get("WIJKLIJN_KILLS", "10"))
SEED = int(os.environ.get("WIJKLIJN_SEED", "20260"))
PEOPLE = 30
# Three that are claimed, two that wait for their answer at this pace, and room for a slow machine.
MOST_ON_THEIR_WAY = 16
PLANTED = "Kiemnaam"
LANGUAGE = "1:language:bg"


@pytest.fixture
async def child(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Child]:
    child = Child.of(tmp_path, telegram, server)
    # Answers that take their time leave something on its way at every kill.
    telegram.faults.share(1.0, Fault.DELAY, method="sendMessage", seconds=0.06)
    yield child
    telegram.faults.clear()
    await child.kill()


class Crowd:
    """People who keep asking; it counts what they did, to be compared with what came of it."""

    def __init__(self, telegram: Telegram, dice: random.Random) -> None:
        self.telegram = telegram
        self.dice = dice
        self.people = [telegram.person(7_000 + n, PLANTED) for n in range(PEOPLE)]
        self.asked: Counter[int] = Counter()
        self.pressed: Counter[int] = Counter()

    def asks(self, times: int) -> None:
        for _ in range(times):
            person = self.dice.choice(self.people)
            person.starts() if person.user_id not in self.pressed else person.says("/taal")
            self.asked[person.user_id] += 1
            self._presses(self.dice.choice(self.people))

    def _presses(self, person: Person) -> None:
        """Once each, on a message that is there: a second press would be answered with a menu."""
        question = next((kept for kept in person.chat.newest_first() if "reply_markup" in kept.wire), None)
        if question is not None and person.user_id not in self.pressed:
            person.taps(question.wire["message_id"], LANGUAGE)
            self.pressed[person.user_id] += 1


async def killed_again_and_again(child: Child, crowd: Crowd) -> Counter[int]:
    """How many messages were on their way at the kills, by chat."""
    flying: Counter[int] = Counter()
    for _ in range(KILLS):
        crowd.asks(8)
        await child.start()
        crowd.asks(4)
        await asyncio.sleep(crowd.dice.uniform(0.0, 0.9))
        on_their_way = await child.kill()
        assert len(on_their_way) <= MOST_ON_THEIR_WAY, "claimed long before it could leave"
        flying.update(row["chat_id"] for row in on_their_way)
    return flying


@pytest.mark.timeout(KILLS * 18)
async def test_nothing_is_lost_and_nothing_takes_effect_twice_however_often_it_is_killed(
    child: Child, telegram: Telegram
) -> None:
    crowd = Crowd(telegram, random.Random(SEED))
    flying = await killed_again_and_again(child, crowd)
    await child.start()
    await child.quiet()
    assert await child.stop() == 0

    assert {row["state"] for row in child.rows("SELECT state FROM inbox")} == {"done"}
    assert _said(child, "choose-language") == crowd.asked
    assert _said(child, "language-chosen") == crowd.pressed
    assert _said(child, "welcome") == crowd.pressed
    _judge(child, telegram, flying)
    assert flying, "no kill met a message on its way: the test has tried nothing"
    log = child.log.read_text()
    assert PLANTED not in log
    assert "Traceback" not in log


def _said(child: Child, name: str) -> Counter[int]:
    """How often each chat was to be told that; the database's unique rows of effects."""
    rows = child.rows(f"SELECT chat_id FROM outbox WHERE name = '{name}'")  # noqa: S608 - our own names
    return Counter(row["chat_id"] for row in rows)


def _judge(child: Child, telegram: Telegram, flying: Counter[int]) -> None:
    """Compare what was to be said with what Telegram received."""
    rows = child.rows("SELECT id, chat_id, message_id, state FROM outbox WHERE act = 'send'")
    assert {row["state"] for row in rows} <= {"delivered", "uncertain"}
    kept = {(row["chat_id"], row["message_id"]) for row in rows if row["state"] == "delivered"}
    assert len(kept) == sum(row["state"] == "delivered" for row in rows)
    received = _received(telegram)
    assert kept <= set(received), "said to be delivered, and never received"
    doubles = Counter(chat for chat, message in received if (chat, message) not in kept)
    assert doubles <= flying, "doubled without having been on its way at a kill"


def _received(telegram: Telegram) -> Sequence[tuple[int, int]]:
    """Chat and message id of each message that took effect."""
    sends = [call for call in telegram.log if call.method == "sendMessage" and call.accepted]
    return [(int(call.chat_id or 0), call.message_id or 0) for call in sends]


@pytest.mark.timeout(60)
async def test_a_stop_in_the_middle_of_it_doubles_nothing_and_leaves_nothing_in_doubt(
    child: Child, telegram: Telegram
) -> None:
    crowd = Crowd(telegram, random.Random(7))
    await child.start()
    crowd.asks(40)
    await telegram.until(lambda: len(_received(telegram)) > 5)
    async with asyncio.timeout(10):
        assert await child.stop() == 0
    assert child.rows("SELECT id FROM outbox WHERE state IN ('sending', 'uncertain')") == []
    await child.start()
    await child.quiet()
    assert await child.stop() == 0
    assert _said(child, "choose-language") == crowd.asked
    _judge(child, telegram, Counter())


@pytest.mark.timeout(60)
async def test_it_is_out_within_ten_seconds_when_telegram_answers_nothing_any_more(
    child: Child, telegram: Telegram
) -> None:
    person = telegram.person(7_000, PLANTED)
    await child.start()
    telegram.faults.once("sendMessage", Fault.FREEZE)
    telegram.faults.once("answerCallbackQuery", Fault.FREEZE_BEFORE)
    person.starts()
    person.taps(1, LANGUAGE)
    frozen = {"sendMessage", "answerCallbackQuery"}
    await telegram.until(lambda: frozen <= {call.method for call in telegram.log}, 15)
    async with asyncio.timeout(10):
        assert await child.stop() == 0
