"""What is begun while something short is asked: neither dropped, nor said to be, nor mixed with it."""

import asyncio
from datetime import timedelta

import pytest

from bot.opening import now
from tests.cast import Actor, Cast, number_in
from tests.line import Line


async def _sent(resident: Actor) -> str:
    """A case of Waterschei-Noord; its number."""
    await resident.says("Er ligt afval")
    await resident.taps("🗑 Afval")
    await resident.says("Waterschei-Noord")
    return number_in(await resident.taps("✅ Verstuur"))


async def _adding(cast: Cast) -> Actor:
    """Somebody who adds to a case, in the middle of another report."""
    jan = await cast.jan()
    number = await _sent(jan)
    await jan.taps("📣 Probleem melden")
    await jan.says("Half verhaal")
    await jan.taps_of(f"Melding {number}", "➕ Iets toevoegen")
    return jan


async def test_a_report_beneath_something_short_is_not_dropped_without_a_word(cast: Cast, line: Line) -> None:
    jan = await _adding(cast)
    line.clock = lambda: now() + timedelta(hours=25)
    await line.restart()
    while await line.read(lambda tx: tx.one("SELECT 1 FROM due WHERE kind = 'draft-lapses'")):
        await asyncio.sleep(0.02)
    await line.quiet()
    jan.reads()
    heard = await jan.taps("📋 Mijn meldingen")
    assert heard[0] == "Wat je eerder begon, was niet verstuurd en is na een dag gewist."


@pytest.mark.parametrize("word", ["stop", "/stop"])
async def test_stop_while_adding_does_not_say_that_the_report_is_gone(cast: Cast, word: str) -> None:
    jan = await _adding(cast)
    stopped, question = await jan.says(word)
    assert stopped == "✖️ Gestopt. Wat je daarvoor begon, wacht nog op je."
    assert question == "Waar gaat het over?"
    assert await jan.says(word) == ["✖️ Gestopt. Wat je nog niet had verstuurd, is weg."]


@pytest.mark.parametrize("back", ["◀️ Terug", "terug"])
async def test_back_is_never_added_to_a_case(cast: Cast, back: str) -> None:
    jan = await _adding(cast)
    assert await jan.says(back) == ["Er is niets toegevoegd.", "Waar gaat het over?"]


async def test_back_is_never_what_is_missing(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    number = await _sent(jan)
    for label in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost", "⏭ Sla over, sluit af"):
        await lies.taps(label)
    await jan.hears()
    await jan.taps("🌗 Een beetje")
    assert await jan.says("terug") == [f"Melding {number} blijft afgesloten."]
