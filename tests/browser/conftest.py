"""A local Telegram with its page, a browser that looks at it, and the calls of a bot over HTTP."""

from __future__ import annotations

import io
import itertools
import os
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from PIL import Image
from playwright.async_api import Browser, Locator, async_playwright
from playwright.async_api import Page as Tab

from playground.api import Server, serve
from playground.demo import new_telegram
from playground.page import Page
from playground.people import Person
from playground.wire import JSON

# The first draws pages and nothing else, in a third of the time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SCREENSHOTS = Path(__file__).parents[2] / "docs" / "screenshots"
EXPECTED = (
    "Failed to load resource",
    "WebSocket connection",
)  # what a refused upload or a lost line leaves in the console
WANTS_SCREENSHOTS = "WIJKLIJN_SCREENSHOTS"
SECONDS = itertools.count(1_790_000_000, 1000)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, f"These tests need Debian's Chromium: apt-get install {BROWSERS[0]}"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        await browser.close()


@dataclass
class Phones:
    """The page over one local Telegram; `call` is the bot's side, over HTTP."""

    page: Page
    server: Server
    session: aiohttp.ClientSession

    @property
    def url(self) -> str:
        return self.server.url

    async def call(self, method: str, **params: Any) -> Any:
        address = f"{self.url}/bot{self.page.telegram.token}/{method}"
        async with self.session.post(address, json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def says(self, person: Person, text: str, **more: Any) -> int:
        message = await self.call("sendMessage", chat_id=person.user_id, text=text, **more)
        return int(message["message_id"])

    async def updates(self) -> list[JSON]:
        """What the bot is given now; everything is confirmed."""
        updates = await self.call("getUpdates", timeout=5)
        if updates:
            await self.call("getUpdates", offset=updates[-1]["update_id"] + 1)
        return list(updates)


@pytest_asyncio.fixture(loop_scope="session")
async def phones() -> AsyncIterator[Phones]:
    moment = next(SECONDS)
    page = Page(new_telegram(lambda: moment))
    server = await serve(page.telegram, 0, extra=page.routes())
    async with aiohttp.ClientSession() as session:
        yield Phones(page, server, session)
    await server.close()


@pytest_asyncio.fixture(loop_scope="session")
async def tab(chromium: Browser, phones: Phones) -> AsyncIterator[Tab]:
    """The page, open; a test fails when its scripts do."""
    context = await chromium.new_context(viewport={"width": 1960, "height": 1000}, reduced_motion="reduce")
    tab = await context.new_page()
    problems: list[str] = []
    tab.on("pageerror", lambda problem: problems.append(str(problem)))
    tab.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    await tab.goto(phones.url)
    await tab.locator(".phone").first.wait_for()
    yield tab
    await context.close()
    assert [problem for problem in problems if not any(sign in problem for sign in EXPECTED)] == []


@pytest.fixture
def screen(tab: Tab) -> Callable[[Person], Locator]:
    """The phone of this person on the page."""
    return lambda person: tab.locator(f"#phone-{person.user_id}")


async def keep_screenshot(tab: Tab, name: str) -> None:
    """Writes docs/screenshots/NAME.png, only when the environment asks for it."""
    if os.environ.get(WANTS_SCREENSHOTS):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        with Image.open(io.BytesIO(await tab.screenshot())) as picture:
            few = picture.convert("RGB").quantize(
                256, method=Image.Quantize.FASTOCTREE
            )  # a fifth of the size
        few.save(SCREENSHOTS / f"{name}.png", optimize=True)
