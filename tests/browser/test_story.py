"""The whole story on the page, as somebody who has just opened it lives through it: the real bot, five phones."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, ViewportSize, expect
from playwright.async_api import Page as Tab

from bot.domain.city import WijkId
from bot.domain.people import Places, Role
from playground.api import serve
from playground.child import BotProcess
from playground.demo import Demo, bot_environment, new_telegram
from playground.memory import Memory
from playground.page import Page
from playground.telegram import Telegram
from storage.sealing import new_key
from tests.browser.conftest import keep_screenshot
from tests.line import TOKEN, open_line

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(180)]

WIDE = ViewportSize(width=1920, height=960)
SMALL = ViewportSize(width=360, height=740)
NEWCOMER_SECONDS = 3 * 60
# What somebody needs who reads a short sentence and finds the button: measured on ourselves, and generous.
SECONDS_A_TAP = 3.0
WAIT = 30_000
START_SECONDS = 90
HOME = Places((WijkId("waterschei-noord"),))
STORY = "Пред блока има стари мебели и чували с боклук."
DUTCH = "Voor het gebouw liggen oude meubels en zakken met afval."
ANSWER = "Bedankt! Ik kom morgen kijken."
BULGARIAN = "Благодаря! Идвам утре да видя."
NEWS = "Zaterdag om 10 uur ruimen we samen de Stalenstraat op. Koffie in het buurthuis."


class BesideIt:
    """The bot as the page's bar shows it; this one runs inside the test."""

    state = "running"

    def restart(self) -> None:
        raise NotImplementedError


@dataclass
class Hands:
    """Somebody at one phone of the page, who counts what is tapped."""

    tab: Tab
    name: str
    taps: int = 0

    @property
    def screen(self) -> Locator:
        return self.tab.get_by_label(f"{self.name}, ")

    async def presses(self, label: str, *, exact: bool = True) -> None:
        """Press the newest button with this label, once it is there."""
        await self.screen.get_by_role("button", name=label, exact=exact).last.click(timeout=WAIT)
        self.taps += 1

    async def says(self, phrase: str) -> None:
        """Choose a ready-made phrase and send it."""
        await self.presses("Ready-made phrases")
        await self.screen.locator(".panel").get_by_text(phrase, exact=True).click()
        self.taps += 1
        await self.presses("Send")

    async def answers(self, part: str, phrase: str) -> None:
        """Tap the bubble that holds this part, and answer it with a phrase."""
        await self.bubble(part).locator(".words").click(timeout=WAIT)
        self.taps += 1
        await self.says(phrase)

    def bubble(self, part: str) -> Locator:
        return self.screen.locator(".in .bubble").filter(has_text=part).last

    async def reads(self, part: str) -> None:
        await expect(self.bubble(part)).to_be_visible(timeout=WAIT)

    async def comes_into_view(self) -> None:
        """On a small window one phone at a time is shown."""
        await self.tab.locator("#tabs").get_by_role("button", name=self.name).click()


@pytest_asyncio.fixture(loop_scope="session")
async def demo(chromium: Browser, tmp_path: Path) -> AsyncIterator[Tab]:
    """The demo as `make run` starts it, with a hold of a second; it ends with the test."""
    page = Page(new_telegram(time.time))
    server = await serve(page.telegram, 0, extra=page.routes())
    database = tmp_path / "playground.db"
    settings = {"WIJKLIJN_HOLD_SECONDS": "1", "WIJKLIJN_KEY": new_key()}
    environment = bot_environment(os.environ | settings, server.url, database, "127.0.0.1:0")
    lines: list[str] = []
    bot = BotProcess(environment, tmp_path / "bot.log")
    demo = Demo(page, bot, Memory.read(tmp_path / "playground.json", database), lines.append)
    stop = asyncio.Event()
    try:
        async with asyncio.TaskGroup() as group, opened(chromium, server.url, WIDE) as tab:
            group.create_task(demo.run(server.url, stop))
            await page.telegram.until(lambda: lines, START_SECONDS)
            yield tab
            stop.set()
    finally:
        await server.close()


@pytest_asyncio.fixture(loop_scope="session")
async def small(chromium: Browser, tmp_path: Path) -> AsyncIterator[Tab]:
    """A small phone that shows one of the five at a time, with a bot inside the test."""
    page = Page(Telegram(TOKEN), companion=BesideIt())
    server = await serve(page.telegram, 0, extra=page.routes())
    try:
        async with open_line(tmp_path, page.telegram, server) as line:
            await line.invited(page.person("wijkmanager"), Role.WIJKMANAGER, HOME)
            async with opened(chromium, server.url, SMALL) as tab:
                yield tab
    finally:
        await server.close()


@asynccontextmanager
async def opened(chromium: Browser, url: str, size: ViewportSize) -> AsyncIterator[Tab]:
    context = await chromium.new_context(viewport=size, reduced_motion="reduce")
    tab = await context.new_page()
    await tab.goto(url)
    yield tab
    await context.close()


async def test_a_newcomer_lives_through_the_whole_story_in_three_minutes(demo: Tab) -> None:
    elena, koen, aylin = (Hands(demo, name) for name in ("Elena", "Koen", "Aylin"))
    await _reports(elena)
    await keep_screenshot(demo, "story-reported")
    await _is_taken(koen, elena)
    await _is_understood(aylin, koen)
    await keep_screenshot(demo, "phones")
    await _is_answered(koen, aylin, elena)
    await _is_solved(koen, elena)
    await keep_screenshot(demo, "story-solved")
    await _is_told_the_news(koen, elena)
    await keep_screenshot(demo, "story-news")
    taps = sum(hands.taps for hands in (elena, koen, aylin))
    assert taps * SECONDS_A_TAP < NEWCOMER_SECONDS, f"{taps} taps are too many"


async def test_every_step_can_be_read_on_a_small_phone(small: Tab) -> None:
    elena, koen = Hands(small, "Elena"), Hands(small, "Koen")
    await elena.comes_into_view()
    await elena.presses("START")
    await fits(small, "360-language")
    await elena.presses("Български")
    await elena.reads("🔒")
    await fits(small, "360-welcome")
    await elena.says(STORY)
    await elena.reads("За какво става дума?")
    await fits(small, "360-category")
    await elena.presses("🗑 Боклук")
    await elena.reads("Къде е?")
    await fits(small, "360-place")
    await elena.presses("Waterschei")
    await elena.presses("Waterschei-Noord")
    await elena.reads("📄")
    await fits(small, "360-summary")
    await elena.presses("✅ Изпрати")
    await elena.reads("✅ Получено")
    await fits(small, "360-receipt")
    await koen.comes_into_view()
    await koen.reads("Nog niet genomen")
    await fits(small, "360-card")
    await koen.presses("⋯ Meer")
    await koen.screen.get_by_role("button", name="✅ Afsluiten").wait_for()
    await fits(small, "360-more")
    await koen.presses("◀️ Terug")
    await koen.presses("💬 Antwoorden")
    await koen.says(ANSWER)
    await koen.reads("👀")
    await fits(small, "360-preview")
    await koen.presses("✅ Verstuur")
    await elena.comes_into_view()
    await elena.reads(ANSWER)
    await fits(small, "360-answer")


async def _chooses_bulgarian(elena: Hands) -> None:
    await elena.presses("START")
    await elena.presses("Български")
    await elena.reads("🔒")


async def _reports(elena: Hands) -> None:
    await _chooses_bulgarian(elena)
    await elena.says(STORY)
    await elena.presses("🗑 Боклук")
    await elena.presses("Waterschei")
    await elena.presses("Waterschei-Noord")
    await elena.presses("✅ Изпрати")
    await elena.reads("✅ Получено")


async def _is_taken(koen: Hands, elena: Hands) -> None:
    await koen.presses("✋ Ik neem dit")
    await koen.reads("Jij hebt dit")
    await elena.reads("🙋")


async def _is_understood(aylin: Hands, koen: Hands) -> None:
    await aylin.answers(STORY, DUTCH)
    await koen.reads(DUTCH)


async def _is_answered(koen: Hands, aylin: Hands, elena: Hands) -> None:
    await koen.presses("💬 Antwoorden")
    await koen.reads("Schrijf je antwoord")
    await koen.says(ANSWER)
    await koen.presses("✅ Verstuur")
    await elena.reads(ANSWER)
    await aylin.answers(ANSWER, BULGARIAN)
    await elena.reads(BULGARIAN)


async def _is_solved(koen: Hands, elena: Hands) -> None:
    await koen.presses("⋯ Meer")
    await koen.presses("✅ Afsluiten")
    await koen.presses("👍 Opgelost")
    await koen.presses("⏭ Sla over, sluit af")
    await elena.presses("👍 Да")
    await elena.reads("🙏")
    await koen.reads("de bewoner zegt dat het opgelost is")


async def _is_told_the_news(koen: Hands, elena: Hands) -> None:
    await elena.presses("Open a link on this phone")
    await elena.presses("Poster in Waterschei-Noord", exact=False)
    await elena.presses("🔔 Искам новини")
    await koen.says("/bericht")
    await koen.presses("🏘 Wijk")
    await koen.presses("🎉 Activiteiten")
    await koen.reads("Schrijf het bericht")
    await koen.says(NEWS)
    for language in ("Türkçe", "Български"):
        await koen.reads(f"{language}: hoe")
        await koen.presses("⏭ Zonder deze taal")
    await koen.presses("✅ Verstuur nu")
    await elena.reads(NEWS)
    await koen.reads("Aangekomen: 1")


async def fits(tab: Tab, name: str) -> None:
    """Nothing is wider than the phone, and no button's words are cut off."""
    assert await tab.evaluate("document.documentElement.scrollWidth") == SMALL["width"]
    cut = await tab.locator(".phone:visible .inline .key span, .phone:visible .reply-key").evaluate_all(
        "keys => keys.filter(key => key.scrollWidth > key.clientWidth + 1 && getComputedStyle(key).display !== 'inline').map(key => key.textContent)"
    )
    assert cut == []
    await keep_screenshot(tab, name)
