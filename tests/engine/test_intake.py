"""Intake: nothing is confirmed that is not kept, and nothing is kept twice."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.engine.connections import Connections
from bot.engine.intake import ALARM_PAUSE, CLOSE_SECONDS, Intake, Polling
from bot.engine.request import BotApi
from bot.engine.salvage import salvaged
from bot.settings import Secret
from playground.api import Server
from playground.faults import Fault
from playground.people import Person
from playground.telegram import Telegram
from storage.database import Database
from tests.engine.exit import stored, wall
from tests.line import file_of


@dataclass(slots=True)
class Door:
    """Where updates come in: polling against the local Telegram, and a real database."""

    telegram: Telegram
    database: Database
    intake: Intake
    api: BotApi
    kinds: list[str] = field(default_factory=list)
    polling: Polling | None = None
    _running: "asyncio.Task[None] | None" = None

    def start(self) -> Polling:
        self.polling = Polling(self.intake, self.api, asyncio.Event(), long_poll=5)
        self._running = asyncio.ensure_future(self.polling.run())
        return self.polling

    async def stop(self) -> None:
        if self.polling and self._running:
            self.polling.stopping.set()
            await self._running
        self._running = None

    async def kept(self, count: int | None = None) -> list[Mapping[str, Any]]:
        """The inbox; with a count, once there are so many."""
        async with asyncio.timeout(8):
            while True:
                rows = await self.database.read(lambda tx: tx.all("SELECT * FROM inbox ORDER BY id"))
                if count is None or len(rows) >= count:
                    return [dict(row) for row in rows]
                await asyncio.sleep(0.01)

    async def confirmed(self) -> None:
        """Wait until Telegram holds nothing any more."""
        await self.telegram.until(lambda: len(self.telegram.updates) == 0)

    def polls(self) -> list[Mapping[str, Any]]:
        return [call.params for call in self.telegram.log if call.method == "getUpdates"]


@asynccontextmanager
async def opened(folder: Path, telegram: Telegram, server: Server) -> AsyncIterator[Door]:
    pools = Connections(1), Connections(8)
    for pool in pools:
        await pool.open()
    polls, calls = (BotApi(pool, server.url, Secret(telegram.token)) for pool in pools)
    async with stored(folder / "door.db") as database:
        kinds: list[str] = []
        intake = Intake(database, calls, wall, after=lambda: None, on_kept=kinds.append)
        door = Door(telegram, database, intake, polls, kinds)
        try:
            yield door
        finally:
            telegram.faults.clear()
            await door.stop()
            await intake.close()
            for pool in pools:
                await pool.close()


@pytest.fixture
async def door(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Door]:
    async with opened(tmp_path, telegram, server) as door:
        yield door


@pytest.fixture
def elena(telegram: Telegram) -> Person:
    return telegram.person(701, "Elena")


async def test_updates_are_kept_once_in_order_and_then_confirmed(door: Door, elena: Person) -> None:
    for n in range(150):
        elena.says(f"{n}")
    door.start()
    rows = await door.kept(150)
    await door.confirmed()
    texts = [orjson.loads(_unsealed(door, row))["message"]["text"] for row in rows]
    assert texts == [f"{n}" for n in range(150)]
    assert {row["lane"] for row in rows} == {701}
    assert door.kinds == ["message"] * 150


def _unsealed(door: Door, row: Mapping[str, Any]) -> bytes:
    return door.database.sealer.unseal(row["payload"])


async def test_what_is_kept_is_sealed(door: Door, elena: Person) -> None:
    elena.says("een zeer geheim woord")
    door.start()
    (row,) = await door.kept(1)
    assert b"geheim" not in row["payload"]


@pytest.mark.sqlite
async def test_nothing_is_confirmed_while_nothing_can_be_kept(door: Door, elena: Person) -> None:
    other = sqlite3.connect(file_of(door.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    elena.says("x")
    door.start()
    await door.telegram.until(lambda: len(door.polls()) >= 2)
    assert len(door.telegram.updates) == 1
    assert all("offset" not in poll for poll in door.polls())
    other.execute("ROLLBACK")
    other.close()
    await door.kept(1)
    await door.confirmed()


async def test_what_is_handed_over_again_is_kept_once(door: Door, elena: Person) -> None:
    elena.says("x")
    (update,) = door.telegram.updates.first()
    assert await door.intake.admit([update, update]) == 1
    assert await door.intake.admit([update]) == 0
    assert len(await door.kept()) == 1


async def test_ids_may_start_again_at_a_lower_number(door: Door, elena: Person) -> None:
    door.telegram.updates.next_id = 900_000_000
    elena.says("before")
    polling = door.start()
    await door.kept(1)
    await door.confirmed()
    assert polling.offset == 900_000_001
    door.telegram.updates.next_id = 77
    elena.says("after")
    await door.kept(2)
    await door.telegram.until(lambda: polling.offset == 78)


async def test_after_a_restart_nothing_is_asked_by_an_old_offset(door: Door, elena: Person) -> None:
    elena.says("x")
    door.start()
    await door.kept(1)
    await door.stop()
    door.start()
    elena.says("y")
    await door.kept(2)
    first_of_second = door.polls().index({k: v for k, v in door.polls()[0].items() if k != "offset"}, 1)
    assert "offset" not in door.polls()[first_of_second]


@pytest.mark.parametrize(
    "odd",
    [
        {"update_id": 5, "message": {"chat": {"id": "not a number", "type": "private"}}},
        {"update_id": 6, "message": {"message_id": 2**80, "chat": {"id": 7, "type": "private"}}},
        {"update_id": 7, "callback_query": {"id": 1}},
        {"update_id": 8, "message": {"message_id": 1, "chat": {"id": 7, "type": "x"}, "photo": {"no": 1}}},
        {"update_id": 9, "message": {"message_id": 1, "chat": {"id": 1e400, "type": "private"}}},
        {"update_id": "ten", "message": {"text": "planted"}},
        {"message": {"text": "planted"}},
        "planted",
        None,
        [["planted"]],
    ],
)
async def test_what_nobody_can_read_is_set_aside_by_size_and_hash(door: Door, odd: Any) -> None:
    assert await door.intake.admit([odd, {"update_id": 1, "message": _message(1)}]) == 2
    aside, fine = await door.kept()
    assert (aside["state"], aside["kind"], fine["state"]) == ("aside", "unreadable", "waiting")
    assert set(orjson.loads(_unsealed(door, aside))) == {"size", "sha256"}
    assert await door.intake.admit([odd]) == 0


def _message(number: int) -> dict[str, Any]:
    return {"message_id": number, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "x"}


async def test_an_update_nested_deeper_than_can_be_written_is_set_aside(door: Door) -> None:
    deep: Any = {"message_id": 1}
    for _ in range(600):
        deep = {"reply_to_message": deep, "message_id": "no number"}
    assert await door.intake.admit([{"update_id": 3, "message": deep}]) == 1
    assert [row["state"] for row in await door.kept()] == ["aside"]


async def test_an_unreadable_update_is_confirmed_and_the_next_comes(door: Door, elena: Person) -> None:
    door.telegram.updates.inject({"update_id": door.telegram.updates.next_id, "message": {"no": "chat"}})
    door.telegram.updates.next_id += 1
    elena.says("x")
    door.start()
    await door.kept(2)
    await door.confirmed()


@pytest.mark.parametrize("text", [b'"half a letter: \\ud83d]}"', b"[" * 10_000 + b"]" * 10_000, b"nothing"])
async def test_what_is_no_json_is_set_aside_and_all_around_it_is_kept(
    door: Door, elena: Person, text: bytes
) -> None:
    for n in range(150):
        if n in {40, 41, 120}:
            number, door.telegram.updates.next_id = (
                door.telegram.updates.next_id,
                door.telegram.updates.next_id + 1,
            )
            door.telegram.updates.inject({"update_id": number, "message": orjson.Fragment(text)})
        elena.says(f"{n}")
    door.start()
    rows = await door.kept(153)
    await door.confirmed()
    aside = [row for row in rows if row["state"] == "aside"]
    assert len(aside) == 3
    assert all(set(orjson.loads(_unsealed(door, row))) == {"size", "sha256"} for row in aside)
    kept = [orjson.loads(_unsealed(door, row)) for row in rows if row["state"] == "waiting"]
    assert [update["message"]["text"] for update in kept] == [f"{n}" for n in range(150)]
    assert len(door.polls()) < 10


def test_an_answer_that_was_cut_on_the_way_sets_nothing_aside(telegram: Telegram, elena: Person) -> None:
    elena.says("x")
    (update,) = telegram.updates.first()
    whole = orjson.dumps({"ok": True, "result": [update]})
    assert salvaged(whole) == [update]
    assert [salvaged(whole[:length]) for length in range(len(whole))] == [[]] * len(whole)


async def test_a_page_of_somebody_on_the_way_is_no_update(door: Door, elena: Person) -> None:
    elena.says("x")
    door.telegram.faults.once("getUpdates", Fault.BAD_GATEWAY)
    door.start()
    assert [row["state"] for row in await door.kept(1)] == ["waiting"]


async def test_a_batch_that_comes_again_and_again_is_not_asked_for_without_pause(door: Door) -> None:
    for number in (5, 3):  # no order Telegram makes: what comes last confirms nothing
        door.telegram.updates.inject({"update_id": number, "message": _message(number)})
    door.start()
    await door.kept(2)
    await asyncio.sleep(0.5)
    assert len(door.polls()) <= 4


@pytest.mark.parametrize("number", [-5, 2**63 - 1, 2**64 - 1])
async def test_a_number_that_cannot_be_counted_on_from_ends_no_polling(
    door: Door, elena: Person, number: int
) -> None:
    elena.says("x")
    door.telegram.updates.inject({"update_id": number, "message": _message(1)})
    door.start()
    await door.kept(2)
    elena.says("y")
    await door.kept(3)


async def test_a_press_is_answered_at_once(door: Door, elena: Person) -> None:
    elena.says("x")
    press = elena.taps(1, "1:x")
    door.start()
    await door.telegram.until(lambda: press.answered)
    assert press.seconds is not None
    assert press.seconds < 2


async def test_a_press_that_was_kept_but_not_answered_before_a_crash_is_answered_after_it(
    door: Door, elena: Person
) -> None:
    press = elena.taps(1, "1:x")
    (update,) = door.telegram.updates.first()
    door.telegram.faults.once("answerCallbackQuery", Fault.RESET_BEFORE)
    await door.intake.admit([update])
    await door.telegram.until(lambda: door.telegram.log)
    await door.intake.close()
    assert not press.answered
    assert await door.intake.admit([update]) == 0
    await door.telegram.until(lambda: press.answered)


async def test_presses_that_telegram_never_lets_us_answer_do_not_hold_up_the_end(
    door: Door, elena: Person
) -> None:
    door.telegram.faults.once("answerCallbackQuery", Fault.FREEZE_BEFORE)
    elena.taps(1, "1:x")
    await door.intake.admit(door.telegram.updates.first())
    await door.telegram.until(lambda: door.telegram.log)
    async with asyncio.timeout(4):
        await door.intake.close()


async def test_presses_that_had_their_time_while_the_sender_ended_are_not_waited_for_again(
    door: Door, elena: Person
) -> None:
    door.telegram.faults.once("answerCallbackQuery", Fault.FREEZE_BEFORE)
    elena.taps(1, "1:x")
    await door.intake.admit(door.telegram.updates.first())
    await door.telegram.until(lambda: door.telegram.log)
    door.intake._pressed_at -= CLOSE_SECONDS  # noqa: SLF001 - as if it had been pressed so long ago
    async with asyncio.timeout(CLOSE_SECONDS / 2):
        await door.intake.close()


async def test_a_second_poller_is_one_alarm_and_keeps_us_from_asking(
    door: Door, server: Server, logged: list[dict[str, Any]]
) -> None:
    other = Connections(1)
    await other.open()
    polling = door.start()
    polling.alarm_pause = 0.2
    for _ in range(3):
        polls = len(door.polls())
        await asyncio.sleep(0.25)
        await BotApi(other, server.url, Secret(door.telegram.token)).call("getUpdates", {}, timeout=5)
        await door.telegram.until(lambda before=polls: len(door.polls()) > before + 1)  # type: ignore[misc] # a default
    await other.close()
    assert [event["event"] for event in logged if event["log_level"] == "error"] == ["second-poller"]
    ours = [call.came_at for call in door.telegram.log if call.params.get("timeout") == 5]
    assert all(later - earlier >= 0.2 for earlier, later in pairwise(ours))


async def test_a_poller_that_leads_again_does_not_wait_for_one_that_was_there_before(door: Door) -> None:
    """Else the way out stays shut until Telegram has something to hand over, and a minute more."""
    polling = Polling(door.intake, door.api, asyncio.Event(), long_poll=5)
    assert polling.acceptance.refuse("second-poller")
    running = asyncio.ensure_future(polling.run())
    await door.telegram.until(door.polls)
    assert polling.acceptance.given
    assert polling.acceptance.refuse("second-poller"), "of this run it is news"
    polling.stopping.set()
    await running


def test_after_an_alarm_telegram_is_asked_once_a_minute() -> None:
    assert ALARM_PAUSE >= 60


async def test_whether_telegram_is_there_is_known_before_anybody_writes(door: Door) -> None:
    polling = door.start()
    await door.telegram.until(lambda: len(door.polls()) == 2)
    assert polling.seconds_since_answer() < 5
    assert [poll["timeout"] for poll in door.polls()] == [0, 5]


async def test_a_telegram_that_is_gone_is_asked_again_with_growing_pauses(door: Door, elena: Person) -> None:
    door.telegram.faults.switch(down=True)
    elena.says("x")
    door.start()
    await asyncio.sleep(0.9)
    assert 1 <= len(door.polls()) <= 3
    door.telegram.faults.switch(down=False)
    await door.kept(1)


async def test_a_stop_drops_a_poll_that_hangs(door: Door) -> None:
    door.start()
    await door.telegram.until(door.polls)
    async with asyncio.timeout(1):
        await door.stop()


async def test_what_nobody_foresaw_ends_polling_loudly(door: Door, elena: Person) -> None:
    def breaks(_kind: str) -> None:
        raise ZeroDivisionError

    door.intake.on_kept = breaks
    elena.says("x")
    polling = Polling(door.intake, door.api, asyncio.Event())
    with pytest.raises(ExceptionGroup):
        await polling.run()


async def test_only_what_the_city_needs_is_asked_for(door: Door) -> None:
    door.start()
    await door.telegram.until(door.polls)
    assert set(door.polls()[0]["allowed_updates"]) == {
        "message",
        "edited_message",
        "channel_post",
        "callback_query",
        "my_chat_member",
        "poll_answer",
    }
