"""Turns that wait for their writer."""

import asyncio
from collections.abc import Sequence

import pytest

from storage.database import StorageFailed, Transaction
from storage.waiting import Queue, Waiting


class EndOfEverythingError(BaseException):
    """What no writer expects."""


async def nothing(_tx: Transaction) -> None: ...


async def test_nobody_waits_for_ever_for_a_writer_that_has_ended() -> None:
    async def share(batch: Sequence[Waiting]) -> None:
        assert len(batch) == 1
        raise EndOfEverythingError

    queue = Queue(1, share)
    queue.open()
    waiting = [asyncio.ensure_future(queue.turn(nothing)) for _ in range(3)]
    async with asyncio.timeout(5):
        ended = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(one) for one in ended] == [StorageFailed] * 3
    with pytest.raises(StorageFailed):
        await queue.turn(nothing)
    assert await queue.close()
