"""A bell that somebody waits for: rung any number of times, it wakes once."""

import asyncio


class Signal:
    """Like an event that its waiter clears; a ring while nobody waits is not lost."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def set(self) -> None:
        self._event.set()

    async def wait(self, seconds: float) -> bool:
        """Wait until it rings, or so many seconds; whether it rang."""
        if self._event.is_set():  # a timer that is not needed costs more than all the rest
            self._event.clear()
            return True
        try:
            async with asyncio.timeout(seconds):
                return await self._event.wait()
        except TimeoutError:
            return False
        finally:
            self._event.clear()
