"""What is meant for later: quiet hours that are chosen meanwhile, what counts as waiting, what may be forgotten."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from bot.domain.intents import OutboxId, Urgency
from bot.domain.people import PersonId
from storage.news import move_waiting_rows
from storage.outbox import forget_said
from storage.standing import Waiting, read_standing
from storage.times import kept
from tests.engine.exit import Exit, wall
from tests.engine.test_sender_pace import ANNOUNCE, STAFF

SOON = timedelta(milliseconds=100)
NIGHT = timedelta(hours=8)


async def announces(way_out: Exit, *names: str, at: datetime | None = None, **changes: Any) -> list[OutboxId]:
    """Announcement 1, to a reader whose quiet hours end then."""
    if not await way_out.all("SELECT id FROM staff"):
        for sql in (STAFF, ANNOUNCE, "INSERT INTO people (chat_id, created_at) VALUES (701, 0)"):
            await way_out.set(sql)
    news = {"announcement": 1, "urgency": Urgency.ANNOUNCEMENT, "person": await reader(way_out)}
    return await way_out.say(*names, **(news | {"not_before": at} | changes))


async def reader(way_out: Exit) -> PersonId:
    (row,) = await way_out.all("SELECT id FROM people")
    return PersonId(row["id"])


async def starts_and_knows_of_it(way_out: Exit) -> None:
    sender = way_out.start()
    async with asyncio.timeout(5):
        while len(sender.backlog) == 0:
            await asyncio.sleep(0.01)


async def chooses(way_out: Exit, at: datetime | None) -> None:
    """The reader chooses other quiet hours, which end then, or none."""
    person = await reader(way_out)
    await way_out.database.turn(lambda tx: move_waiting_rows(tx, person, at, wall()))
    if way_out.sender:
        way_out.sender.look()


async def test_quiet_hours_chosen_meanwhile_hold_what_was_to_leave_soon(way_out: Exit) -> None:
    await announces(way_out, "news", at=wall() + SOON)
    await starts_and_knows_of_it(way_out)
    await chooses(way_out, wall() + NIGHT)
    later = await way_out.say("later", not_before=wall() + 2 * SOON)
    assert await way_out.outcomes(*later) == ["delivered"]
    assert way_out.told() == ["later"]


async def test_news_at_any_hour_comes_at_once_and_once(way_out: Exit) -> None:
    await announces(way_out, "news", at=wall() + NIGHT)
    await starts_and_knows_of_it(way_out)
    await chooses(way_out, None)
    await way_out.telegram.until(way_out.told)
    assert [row["name"] for row in await way_out.all("SELECT name FROM outbox")] == ["news"]


async def test_what_was_begun_goes_on(way_out: Exit) -> None:
    (begun,) = await announces(way_out, "news")
    await way_out.set("UPDATE outbox SET attempts = 1")
    await chooses(way_out, wall() + NIGHT)
    row = await way_out.row(begun)
    assert row.intent.not_before is not None
    assert kept(row.intent.not_before) == 0


async def waiting(way_out: Exit, now: datetime) -> Waiting | None:
    standing = await way_out.database.read(lambda tx: read_standing(tx, now))
    return standing.outbox.get(Urgency.ANNOUNCEMENT)


async def test_news_that_is_held_for_the_night_does_not_wait_before_the_morning(way_out: Exit) -> None:
    morning = wall() + NIGHT
    await announces(way_out, "held", at=morning)
    assert await waiting(way_out, wall()) is None
    held = await waiting(way_out, morning + timedelta(seconds=9))
    assert held is not None
    assert (held.rows, held.seconds(morning + timedelta(seconds=9))) == (1, 9)


async def test_of_an_announcement_the_oldest_is_who_waits_longest_for_no_hour(way_out: Exit) -> None:
    morning = wall() + NIGHT
    await announces(way_out, "held", at=morning)
    await announces(way_out, "stuck", person=None)
    stands = await waiting(way_out, morning)
    assert stands is not None
    assert stands.rows == 2
    assert stands.seconds(morning) >= NIGHT.total_seconds() - 60


async def test_what_is_still_to_be_changed_in_place_or_in_doubt_is_not_forgotten(way_out: Exit) -> None:
    now = wall()
    await announces(way_out, "news")
    asks, shows, doubt, _ = await way_out.say("asks", "shows", "doubt", "said")
    await way_out.set("UPDATE outbox SET state = 'delivered', ended_at = :at", at=kept(now))
    await way_out.set("UPDATE outbox SET state = 'uncertain' WHERE id = :id", id=doubt)
    await way_out.set("INSERT INTO announcement_asked VALUES (1, 1, :id)", id=asks)
    await way_out.set("UPDATE announcements SET progress_id = :id", id=shows)

    async def forgotten(**changes: Any) -> set[str]:
        before = await names(way_out)
        times = {"before": now - timedelta(days=1), "doubted_before": now - timedelta(days=1)} | changes
        await way_out.database.turn(lambda tx: forget_said(tx, **times))
        return before - await names(way_out)

    later = now + timedelta(seconds=1)
    assert await forgotten() == set()
    assert await forgotten(before=later) == {"said"}
    assert await forgotten(before=later, doubted_before=later) == {"doubt"}
    await way_out.set("UPDATE announcements SET ended_at = 1")
    assert await forgotten(before=later) == {"shows"}


async def names(way_out: Exit) -> set[str]:
    return {row["name"] for row in await way_out.all("SELECT name FROM outbox")}
