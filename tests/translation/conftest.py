"""What the tests of every machine share."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from bot.translation.calls import Patience
from bot.translation.choosing import Choice, translator_from
from bot.translation.translator import TranslationFailed, Translator

QUICK = Patience(connect=0.5, total=0.8, retries=3, pause=0.01)
SECRET_TEXT = "Тайна история за съседа"


class Ticking:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@asynccontextmanager
async def chosen(
    choice: Choice,
    *,
    clock: Callable[[], float] = Ticking(),
    patience: Patience = QUICK,
    **other: object,
) -> AsyncIterator[Translator]:
    """The translator of this choice, `other` in some of it."""
    made = translator_from(replace(choice, **other), patience=patience, monotonic=clock)  # type: ignore[arg-type]
    try:
        yield made
    finally:
        await made.close()


async def failure_of(
    translator: Translator, text: str = SECRET_TEXT, source: str = "bg"
) -> TranslationFailed:
    with pytest.raises(TranslationFailed) as failed:
        await translator.translate(text, source=source, target="nl")
    return failed.value
