"""Drafts of an announcement by the machine: they come when they come, and a person confirms them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.api import Server
from playground.people import Person
from playground.telegram import Telegram
from tests.handlers.following import (
    DUTCH,
    TURKISH,
    follower,
    hears,
    manager,
    presses,
    unhindered,
    until,
    writes,
)
from tests.handlers.spoken import HOME
from tests.line import Line, open_line
from tests.translation.libre import Fault, LibreTranslate


@pytest.fixture
async def libre() -> AsyncIterator[LibreTranslate]:
    async with LibreTranslate() as libre:
        libre.phrases[DUTCH, "tr"] = TURKISH
        yield libre


@pytest.fixture
async def line(
    tmp_path: Path, telegram: Telegram, server: Server, libre: LibreTranslate
) -> AsyncIterator[Line]:
    async with open_line(
        tmp_path,
        telegram,
        server,
        WIJKLIJN_HOLD_SECONDS="0",
        WIJKLIJN_TRANSLATOR="libretranslate",
        WIJKLIJN_TRANSLATOR_URL=libre.url,
    ) as line:
        line.running.interpreter.pauses = (0.01, 0.01, 0.01, 0.01)
        yield unhindered(line)


@pytest.fixture
async def koen(line: Line) -> Person:
    """A wijkmanager who has written the Dutch and asked for a Turkish draft."""
    koen = await manager(line)
    await writes(line, koen, "/bericht")
    await presses(line, koen, "🏘 Wijk", "🎉 Activiteiten")
    await writes(line, koen, DUTCH)
    return koen


async def test_a_draft_is_shown_and_sent_only_once_confirmed(line: Line, koen: Person) -> None:
    mehmet = await follower(line, 5_500_000_701, "tr", HOME)
    await presses(line, koen, "🤖 Automatisch vertalen")
    await until(hears(koen, "🤖 Türkçe: voorstel."))
    assert TURKISH in koen.heard()[-1]
    await presses(line, koen, "✅ Klopt", "⏭ Zonder deze taal", "✅ Verstuur nu")
    await until(hears(mehmet, TURKISH))


async def test_a_draft_with_other_figures_says_which(line: Line, koen: Person, libre: LibreTranslate) -> None:
    libre.phrases[DUTCH, "tr"] = TURKISH.replace("10", "11")
    await presses(line, koen, "🤖 Automatisch vertalen")
    await until(hears(koen, "🤖 Türkçe: voorstel."))
    assert koen.heard()[-1].splitlines()[-1] == "⚠️ Cijfers: Nederlands 10 · hier 11"


async def test_nobody_has_to_wait_for_a_frozen_machine(
    line: Line, koen: Person, libre: LibreTranslate
) -> None:
    libre.faults.always(Fault.SLOW)
    await presses(line, koen, "🤖 Automatisch vertalen")
    assert koen.heard()[-1] == "🤖 Türkçe: de vertaling wordt gemaakt. Ze komt vanzelf."
    await presses(line, koen, "✍️ Zelf schrijven")
    await writes(line, koen, TURKISH)
    assert koen.heard()[-1] == "Български: hoe wil je dit doen?"


async def test_a_machine_that_fails_leaves_the_choice_to_the_person(
    line: Line, koen: Person, libre: LibreTranslate
) -> None:
    libre.faults.always(Fault.FORBIDDEN)
    await presses(line, koen, "🤖 Automatisch vertalen")
    await until(hears(koen, "automatisch vertalen lukt nu niet"))
    assert koen.buttons() == ["✍️ Zelf schrijven", "⏭ Zonder deze taal", "✖️ Stop"]
    await presses(line, koen, "⏭ Zonder deze taal")
    assert koen.heard()[-1] == "Български: hoe wil je dit doen?"


async def test_without_a_machine_no_button_promises_one(
    tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    async with open_line(tmp_path / "other", telegram, server) as line:
        unhindered(line)
        koen = await manager(line)
        await writes(line, koen, "/bericht")
        await presses(line, koen, "🏘 Wijk", "🎉 Activiteiten")
        await writes(line, koen, DUTCH)
        assert koen.buttons() == ["✍️ Zelf schrijven", "⏭ Zonder deze taal", "✖️ Stop"]
