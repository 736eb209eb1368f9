"""The interpreter: takes what waits for the machine to it, and brings back what it said as a row of the inbox."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import orjson
import structlog

from bot.domain.city_parts import DUTCH
from bot.domain.guessing import source_of
from bot.engine.budget import Budget
from bot.engine.signal import Signal
from bot.translation.translator import (
    UNKNOWN_LANGUAGE,
    Reason,
    Translated,
    TranslationFailed,
    Translator,
)
from storage.database import Database, StorageFailed, Transaction
from storage.interpreting import HEARD, Work, count_attempt, insert_answer, list_work

log = structlog.get_logger("interpreter")

# A translator computes on processors: more calls at once only make each of them slower.
AT_ONCE: Final = 4
LOOK_AHEAD: Final = 200
LOOK_SECONDS: Final = 0.5
# Pauses after a failure that may pass; after the last one a person is asked: about two minutes in all.
PAUSES: Final = (2.0, 10.0, 30.0, 60.0)
LONGEST_PAUSE: Final = 120.0
STORAGE_PAUSE: Final = 5.0
# How asking ended, beside the reasons of failures.
DONE: Final = "done"
BROKE: Final = "broke"
STOPPED: Final = "stopped"

_Key = tuple[str, int]


@dataclass(slots=True, kw_only=True)
class Interpreter:
    """Runs beside the sender and shares nothing with it: a frozen machine holds up only what waits for it.

    It looks rather than being woken by each turn: most turns have nothing to translate, and nobody waits for it.
    """

    database: Database
    translator: Translator
    clock: Callable[[], datetime]
    after: Callable[[], None]
    listing: Callable[[Transaction, int], Awaitable[list[Work]]] = list_work
    budget: Budget = field(default_factory=Budget)
    on_asked: Callable[[str, float], None] = lambda _outcome, _seconds: None
    pauses: tuple[float, ...] = PAUSES
    woken: Signal = field(default_factory=Signal)
    _busy: set[_Key] = field(default_factory=set)
    _slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    @property
    def at_work(self) -> int:
        """How many texts are with the machine, or rest between two attempts."""
        return len(self._busy)

    async def run(self, stopping: asyncio.Event) -> None:
        """Work until told to stop; a call in flight is given up then, and made again after the next start."""
        try:
            async with asyncio.TaskGroup() as group:
                working = group.create_task(self._work())
                await stopping.wait()
                working.cancel()
        finally:
            await self.translator.close()

    async def _work(self) -> None:
        await self._begin()
        async with asyncio.TaskGroup() as group:
            while True:
                for work in await self._next():
                    self._busy.add(_key(work))
                    group.create_task(self._interpret(work))
                await self.woken.wait(LOOK_SECONDS)

    async def _begin(self) -> None:
        try:
            await self.translator.start()
        except Exception:
            log.exception("translator-not-started")

    async def _next(self) -> list[Work]:
        """What may begin now; what rests between two attempts is not taken twice."""
        try:
            waiting = await self.database.read(self._list)
        except StorageFailed:
            log.warning("translations-unreadable")
            return []
        except Exception:
            # One row that cannot be read must not end the whole process, now and after each start.
            log.exception("translations-unreadable")
            return []
        return [work for work in waiting if _key(work) not in self._busy]

    async def _list(self, tx: Transaction) -> list[Work]:
        return await self.listing(tx, LOOK_AHEAD)

    async def _interpret(self, work: Work) -> None:
        """One text, until there is an answer or nobody waits for it any more."""
        try:
            answer = await self._answer(work)
            if answer is not None and await self.database.turn(lambda tx: self._bring(tx, work, answer)):
                self.after()
        except StorageFailed:
            log.warning("translation-not-kept", kind=work.kind, about=work.about)
            await asyncio.sleep(STORAGE_PAUSE)
        except Exception:
            # It stays, and the others go on; so seldom, for the machine may be paid for each time.
            log.exception("translation-not-kept", kind=work.kind, about=work.about)
            await asyncio.sleep(LONGEST_PAUSE)
        finally:
            self._busy.discard(_key(work))

    async def _bring(self, tx: Transaction, work: Work, answer: bytes) -> bool:
        await self.budget.note(tx, self.clock())
        return await insert_answer(tx, work, answer, self.clock())

    async def _answer(self, work: Work) -> bytes | None:
        """What the machine said, or that it gave up; None when nobody waits any more. Every attempt is on disk first."""
        for pause in (*self.pauses[work.attempts :], None):
            async with self._slots:
                if not await self.database.turn(lambda tx: count_attempt(tx, work)):
                    return None
                answer = await self._ask(work)
            if not isinstance(answer, TranslationFailed):
                return answer
            if pause is None or not answer.is_temporary:
                break
            await asyncio.sleep(min(max(pause, answer.retry_after or 0), LONGEST_PAUSE))
        return _written(work, {"text": None})

    async def _ask(self, work: Work) -> bytes | TranslationFailed:
        """One call, counted. What fails in a way nobody foresaw fails for good: a person is asked, and the others go on."""
        began, outcome = time.monotonic(), STOPPED
        try:
            answer = _told(work, await self._translated(work))
            outcome = DONE
        except TranslationFailed as failed:
            log.warning("translation-failed", kind=work.kind, about=work.about, reason=str(failed.reason))
            outcome = str(failed.reason)
            return failed
        except Exception:
            log.exception("translation-broke", kind=work.kind, about=work.about)
            outcome = BROKE
            return TranslationFailed(Reason.REFUSED)
        finally:
            self.budget.count(outcome, 0 if work.kind == HEARD else len(work.text))
            self.on_asked(outcome, time.monotonic() - began)
        return answer

    async def _translated(self, work: Work) -> Translated:
        return await self.translator.translate(work.text, source=_source(work), target=work.language)


def _told(work: Work, made: Translated) -> bytes:
    """What the machine said, as it is kept. Raises TypeError for half a letter, which some machines say."""
    answer = {"text": made.text, "source": made.source, "engine": made.engine, "doubtful": made.doubtful}
    return _written(work, answer)


def _written(work: Work, answer: Mapping[str, object]) -> bytes:
    return orjson.dumps({"about": work.about, "language": work.language, **answer})


def _source(work: Work) -> str:
    """Staff say which language they write; what residents wrote may be mixed, or in none of ours."""
    if work.language != DUTCH or work.kind == HEARD:
        return work.source
    return source_of(work.text, work.source) or UNKNOWN_LANGUAGE


def _key(work: Work) -> _Key:
    return work.kind, work.id
