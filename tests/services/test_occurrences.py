"""It is happening again, as a service: dated, counted once for a double tap, held back when it floods, mended for a while."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.cases import Case, CaseKind, Status, Words
from bot.domain.drafts import Part
from bot.domain.errors import ButtonExpired, CaseUnknown, NotPossibleNow, OftenEnough, TooLate
from bot.domain.occurrences import DayPart
from bot.domain.people import ChatId
from bot.services.cases import Cases, NewCase
from bot.services.occurrences import MOST_A_DAY, Occurrences
from bot.services.people import People
from bot.services.turn import Turn
from storage.cases import list_history, set_status
from tests.line import Line

# Saturday 28 November 2026, ten past ten in the evening in Genk.
EVENING = datetime(2026, 11, 28, 21, 10, tzinfo=UTC)
Work = Callable[[Turn], Awaitable[None]]


async def _opened(turn: Turn, chat: int = 5_500_000_701) -> Case:
    turn.now = EVENING
    await People(turn).meet(ChatId(chat))
    return await Cases(turn).open(NewCase(kind=CaseKind.SIGNAL, parts=(Part(Words("Lawaai")),)))


async def test_two_taps_within_a_minute_are_one(line: Line) -> None:
    async def work(turn: Turn) -> None:
        case = await _opened(turn)
        first = await Occurrences(turn).note(case)
        turn.now += timedelta(seconds=59)
        assert (await Occurrences(turn).note(case)).id == first.id
        turn.now += timedelta(seconds=2)
        assert (await Occurrences(turn).note(case)).id != first.id
        assert await Occurrences(turn).count(case) == 2

    await line.turn(work)


async def test_so_many_a_day_are_noted_and_the_next_day_again(line: Line) -> None:
    async def work(turn: Turn) -> None:
        case, occurrences = await _opened(turn), Occurrences(turn)
        turn.now = datetime(2026, 11, 28, 8, 0, tzinfo=UTC)
        for _ in range(MOST_A_DAY):
            turn.now += timedelta(minutes=2)
            await occurrences.undo((await occurrences.note(case)).id)
        turn.now = datetime(2026, 11, 28, 22, 59, tzinfo=UTC)
        with pytest.raises(OftenEnough):
            await occurrences.note(case)
        turn.now = datetime(2026, 11, 28, 23, 0, tzinfo=UTC)
        await occurrences.note(case)
        assert await occurrences.count(case) == 1

    await line.turn(work)


async def test_it_can_be_moved_to_what_had_begun_and_back(line: Line) -> None:
    async def work(turn: Turn) -> None:
        occurrences = Occurrences(turn)
        noted = await occurrences.note(await _opened(turn))
        for ago, part in ((0, DayPart.EVENING), (1, DayPart.NIGHT), (8, None)):
            _, moved = await occurrences.move(noted.id, ago, part)
            assert moved == await occurrences.find(noted.id)
            assert moved.moment is not None
            assert (moved.moment.day.isoformat(), moved.moment.part) == (f"2026-11-{28 - ago}", part)
        for ago in (9, 10**17):
            with pytest.raises(ButtonExpired):
                await occurrences.move(noted.id, ago, None)
        _, back = await occurrences.move_to_when_said(noted.id)
        assert back == await occurrences.find(noted.id) == noted

    await line.turn(work)


async def test_what_has_not_begun_was_not(line: Line) -> None:
    async def work(turn: Turn) -> None:
        case = await _opened(turn)
        turn.now = datetime(2026, 11, 28, 10, 0, tzinfo=UTC)
        noted = await Occurrences(turn).note(case)
        with pytest.raises(ButtonExpired):
            await Occurrences(turn).move(noted.id, 0, DayPart.AFTERNOON)
        turn.now = datetime(2026, 11, 29, 0, 30, tzinfo=UTC)
        noted = await Occurrences(turn).note(case)
        with pytest.raises(ButtonExpired):
            await Occurrences(turn).move(noted.id, 0, None)

    await line.turn(work)


async def test_it_is_mended_for_half_an_hour_by_its_own_resident(line: Line) -> None:
    async def work(turn: Turn) -> None:
        case, occurrences = await _opened(turn), Occurrences(turn)
        noted = await occurrences.note(case)
        await People(turn).meet(ChatId(5_500_000_702))
        for act in (occurrences.undo(noted.id), occurrences.move(noted.id, 1, None)):
            with pytest.raises(CaseUnknown):
                await act
        await People(turn).meet(ChatId(5_500_000_701))
        turn.now += timedelta(minutes=31)
        for act in (occurrences.undo(noted.id), occurrences.move(noted.id, 1, None)):
            with pytest.raises(TooLate):
                await act
        with pytest.raises(ButtonExpired):
            await occurrences.undo(noted.id + 1)

    await line.turn(work)


async def test_what_was_a_mistake_counts_no_more_and_its_id_never_comes_back(line: Line) -> None:
    async def work(turn: Turn) -> None:
        case, occurrences = await _opened(turn), Occurrences(turn)
        noted = await occurrences.note(case)
        for _ in range(2):
            _, gone = await occurrences.undo(noted.id)
            assert gone.is_undone
        assert await occurrences.of(case) == []
        with pytest.raises(ButtonExpired):
            await occurrences.move_to_when_said(noted.id)
        assert (await occurrences.note(case)).id > noted.id
        acts = [act for act, *_ in await list_history(turn.tx, case.id)]
        assert acts == ["opened", "again", "again-undone", "again"]

    await line.turn(work)


async def test_what_was_handled_stays_so_and_what_was_taken_back_does_not_happen_again(line: Line) -> None:
    async def work(turn: Turn) -> None:
        case, occurrences = await _opened(turn), Occurrences(turn)
        noted = await occurrences.note(case)
        gone = await Cases(turn).withdraw(case)
        with pytest.raises(NotPossibleNow):
            await occurrences.note(gone)
        with pytest.raises(TooLate):
            await occurrences.undo(noted.id)
        other = await set_status(turn.tx, await _opened(turn), Status.HANDLED, now=turn.now)
        await occurrences.note(other)
        assert (await Cases(turn).own(other.id)).status is Status.HANDLED

    await line.turn(work)


async def test_the_last_one_is_the_one_that_happened_last(line: Line) -> None:
    async def work(turn: Turn) -> None:
        case, occurrences = await _opened(turn), Occurrences(turn)
        first = await occurrences.note(case)
        turn.now += timedelta(minutes=5)
        second = await occurrences.note(case)
        await occurrences.move(second.id, 3, DayPart.MORNING)
        latest = occurrences.latest(await occurrences.of(case))
        assert latest is not None
        assert latest.id == first.id
        assert occurrences.latest([]) is None
        pattern = await occurrences.pattern(case)
        assert pattern.parts == {(6, DayPart.NIGHT): 1, (3, DayPart.MORNING): 1}
        assert pattern.hours == {22: 1}

    await line.turn(work)
