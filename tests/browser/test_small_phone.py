"""The screens of the desk, and those of a resident beside the report, on a small phone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser
from playwright.async_api import Page as Tab

from bot.domain.people import Role
from playground.api import serve
from playground.page import Page
from playground.telegram import Telegram
from tests.browser.test_story import HOME, SMALL, BesideIt, fits, opened
from tests.cast import Actor, Cast
from tests.handlers.test_desk_answer import come_due
from tests.line import TOKEN, Line, open_line

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(180)]


class Small:
    """One phone at a time on a small page, and the bot behind it."""

    def __init__(self, page: Page, line: Line, tab: Tab) -> None:
        self.line, self.tab, self.cast = line, tab, Cast(line)
        self.koen = Actor(line, page.person("wijkmanager"))
        self.elena = Actor(line, page.person("bg"))

    async def turns_to(self, whose: str) -> None:
        await self.tab.locator("#tabs").get_by_role("button", name=whose).click()

    async def shows(self, name: str, part: str, *, whose: str = "Koen") -> None:
        """The screen, once it holds these words; nothing on it is cut off."""
        bubble = self.tab.get_by_label(f"{whose}, ").locator(".in .bubble").filter(has_text=part).last
        await bubble.wait_for(timeout=30_000)
        await fits(self.tab, name)


@pytest_asyncio.fixture(loop_scope="session")
async def small(chromium: Browser, tmp_path: Path) -> AsyncIterator[Small]:
    page = Page(Telegram(TOKEN), companion=BesideIt())
    server = await serve(page.telegram, 0, extra=page.routes())
    try:
        async with open_line(tmp_path, page.telegram, server) as line:
            await line.invited(page.person("wijkmanager"), Role.WIJKMANAGER, HOME)
            async with opened(chromium, server.url, SMALL) as tab:
                yield Small(page, line, tab)
    finally:
        await server.close()


async def test_the_desk_can_be_read_on_a_small_phone(small: Small) -> None:
    koen, elena, line = small.koen, small.elena, small.line
    await small.turns_to("Koen")
    await elena.starts()
    await elena.taps("Български")
    elena.phone.sends_photo(caption="Пред блока има стари мебели и чували с боклук.")
    await elena.hears()
    for press in ("🗑 Боклук", "Waterschei", "Waterschei-Noord", "✅ Изпрати"):
        await elena.taps(press)
    await small.shows("360-desk-card", "Nog niet genomen")
    await koen.taps("⋯ Meer")
    await koen.taps("⚡ Snelantwoord")
    await small.shows("360-desk-quick", "Melding")
    await koen.taps("🚶 We komen langs op …")
    await small.shows("360-desk-date", "Melding")
    await koen.taps("Morgen")
    await small.shows("360-desk-preview", "👀")
    await koen.taps("✅ Verstuur")
    await small.shows("360-desk-sent", "Verstuurd bij")
    await koen.taps("✏️ Verbeter")
    await koen.says("We komen overmorgen kijken, om 10 uur.")
    await koen.taps("✅ Verstuur")
    await small.shows("360-desk-corrected", "Verbeterd bij")
    await koen.says("/uren")
    await koen.taps("🗓 Andere dagen of uren")
    await small.shows("360-desk-days", "Op welke dagen")
    await koen.taps("▶️ Verder")
    await small.shows("360-desk-hours", "Vanaf welk uur")
    await koen.taps("8:00")
    await koen.taps("17:00")
    for words in ("Weer muziek tot in de nacht", "Nog meer afval aan de hoek"):
        await small.cast.case_of(await small.cast.jan(), words)
    await come_due(line, "desk-morning")
    await small.shows("360-desk-morning", "Terwijl het stil was")


async def test_what_a_resident_opens_beside_a_report_can_be_read_on_a_small_phone(small: Small) -> None:
    elena = small.elena

    def label(name: str) -> str:
        return small.line.running.texts.label("bg", name)

    await small.turns_to("Elena")
    await elena.starts()
    await elena.taps("Български")
    await elena.says("Пред блока има стари мебели и чували с боклук.")
    for press in ("🗑 Боклук", "Waterschei", "Waterschei-Noord", "✅ Изпрати"):
        await elena.taps(press)
    for says, name in (
        ("/meldingen", "360-my-reports"),
        ("/vraag", "360-questions"),
        ("Как да си извадя лична карта?", "360-answered"),
        ("/nieuws", "360-news"),
        ("/wijkmanager", "360-wijkmanager"),
        ("/gegevens", "360-data"),
    ):
        *_, newest = await elena.says(says)
        await small.shows(name, _begins(newest), whose="Elena")
    *_, newest = await elena.taps(label("privacy-show"))
    await small.shows("360-my-data", _begins(newest), whose="Elena")


def _begins(text: str) -> str:
    return text.strip().splitlines()[0]
