"""An announcement that is paused or stopped: in steps, and nothing of it leaves meanwhile."""

from collections import Counter
from collections.abc import Mapping

from bot.domain.announcements import Announcement
from bot.domain.intents import OutboxId
from bot.services.announcements import Announcements
from bot.services.sendings import Sendings
from bot.services.turn import Turn
from storage.sending import claim
from tests.line import Line
from tests.services.test_announcements import followers, just_held, sender_of, staffed, within, written_to

__all__ = ["staffed"]


async def _states(turn: Turn) -> Counter[str]:
    rows = await turn.tx.all("SELECT state FROM outbox WHERE announcement_id IS NOT NULL")
    return Counter(row["state"] for row in rows)


async def _all_written(turn: Turn, at_once: int) -> tuple[Sendings, Announcement]:
    """An announcement to eleven people of whom each has a row, and what is to be done with it in such steps."""
    await followers(turn, 11)
    held = await just_held(turn)
    await Sendings(turn).leave(held.id)
    return Sendings(turn, at_once), await Announcements(turn).own(await sender_of(turn), held.id)


async def _claimed(turn: Turn) -> Mapping[OutboxId, object]:
    """What leaves when the sender claims everything it ever saw of it."""
    rows = await turn.tx.all("SELECT id FROM outbox WHERE announcement_id IS NOT NULL ORDER BY id")
    return await claim(turn.tx, [row["id"] for row in rows], turn.now)


async def test_a_stop_takes_few_rows_in_a_turn_and_nothing_leaves_meanwhile(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        sendings, going = await _all_written(turn, at_once=4)
        await sendings.stop(going)
        assert await _states(turn) == {"stopped": 4, "waiting": 7}
        await sendings.halt(going.id)
        assert await _states(turn) == {"stopped": 8, "waiting": 3}
        assert await _claimed(turn) == {}
        assert await _states(turn) == {"stopped": 11}

    await within(staffed, story)


async def test_a_pause_takes_back_few_rows_in_a_turn_and_nothing_leaves_meanwhile(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        sendings, going = await _all_written(turn, at_once=4)
        await sendings.pause(going)
        assert await _states(turn) == {"waiting": 7}
        assert await _claimed(turn) == {}
        assert await _states(turn) == {}

    await within(staffed, story)


async def test_what_is_not_yet_taken_back_when_it_goes_on_stays_and_leaves_once(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        sendings, going = await _all_written(turn, at_once=4)
        await sendings.pause(going)
        await sendings.resume(await Announcements(turn).own(await sender_of(turn), going.id))
        await sendings.halt(going.id)
        for _ in range(4):
            await sendings.grow(going.id)
        people = await written_to(turn)
        assert len(people) == len(set(people)) == len(await _claimed(turn)) == 11

    await within(staffed, story)


async def test_a_stop_goes_on_by_itself_until_nothing_waits(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        sendings, going = await _all_written(turn, at_once=4)
        for rest in (7, 3, 0):
            await (sendings.halt(going.id) if rest < 7 else sendings.stop(going))
            assert (await _states(turn))["waiting"] == rest
            assert await turn.tx.run("DELETE FROM due WHERE kind = 'announcement-halts'") == 1
        await sendings.halt(going.id)
        assert await turn.tx.run("DELETE FROM due WHERE kind = 'announcement-halts'") == 0

    await within(staffed, story)
