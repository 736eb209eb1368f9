"""The real bot on the page's phones, as somebody who has just opened it sees it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect
from playwright.async_api import Page as Tab

from bot.domain.city import WijkId
from bot.domain.people import Places, Role
from playground.api import serve
from playground.page import Page
from playground.telegram import Telegram
from tests.browser.conftest import keep_screenshot
from tests.line import TOKEN, open_line

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
WATERSCHEI = Places((WijkId("waterschei-noord"),))


class BesideIt:
    """The bot as the page's bar shows it; this one runs inside the test."""

    state = "running"

    def restart(self) -> None:
        raise NotImplementedError


@pytest_asyncio.fixture(loop_scope="session")
async def tab(chromium: Browser, tmp_path: Path) -> AsyncIterator[Tab]:
    """The page of five phones over a running bot, its staff invited."""
    page = Page(Telegram(TOKEN), companion=BesideIt())
    server = await serve(page.telegram, 0, extra=page.routes())
    context = await chromium.new_context(viewport={"width": 1920, "height": 960})
    try:
        async with open_line(tmp_path, page.telegram, server) as line:
            await line.invited(page.person("contact"), Role.CONTACT_WORKER, WATERSCHEI, "tr", "bg")
            await line.invited(page.person("wijkmanager"), Role.WIJKMANAGER, WATERSCHEI)
            await line.invited(page.person("coordinator"), Role.COORDINATOR)
            tab = await context.new_page()
            await tab.goto(server.url)
            yield tab
            await context.close()
    finally:
        await server.close()


async def test_a_resident_starts_in_the_own_language(tab: Tab) -> None:
    elena = tab.get_by_label("Elena, Resident")
    await elena.get_by_role("button", name="START", exact=True).click()
    await elena.get_by_role("button", name="Български").click()
    await expect(elena.get_by_role("button", name="📣 Съобщи проблем")).to_be_visible()
    await expect(elena.locator(".waiting")).to_have_count(0)
    await keep_screenshot(tab, "phones")


async def test_staff_find_their_role_on_their_phone(tab: Tab) -> None:
    koen = tab.get_by_label("Koen, Wijkmanager")
    await expect(koen.locator(".in .words").first).to_contain_text("wijkmanager")
    await expect(koen.locator(".in .words").first).to_contain_text("Waterschei-Noord")


async def test_it_fits_a_small_phone(tab: Tab) -> None:
    await tab.set_viewport_size({"width": 360, "height": 740})
    await tab.reload()
    elena = tab.get_by_label("Elena, Resident")
    await elena.get_by_role("button", name="START", exact=True).click()
    await elena.get_by_role("button", name="Български").click()
    menu = elena.get_by_role("button", name="📣 Съобщи проблем")
    await expect(menu).to_be_in_viewport(ratio=1)
    await expect(elena.locator(".in .words").last).to_be_in_viewport(ratio=1)
    assert await tab.evaluate("document.documentElement.scrollWidth") == 360
    await keep_screenshot(tab, "phone-360")
