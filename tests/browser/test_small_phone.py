"""The screens of the desk, and those of a resident beside the report, on a small phone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser
from playwright.async_api import Page as Tab

from bot.domain.cases import Case
from bot.domain.people import Places, Role
from bot.services.turn import Turn
from playground.api import serve
from playground.page import Page
from playground.telegram import Telegram
from tests.browser.test_story import HOME, SMALL, BesideIt, fits, opened
from tests.cast import Actor, Cast
from tests.handlers.test_desk_answer import come_due
from tests.line import TOKEN, Line, open_line

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(180)]


# What was reported, about what, where, and how pressing it is by now.
ON_THE_DESK = (
    ("Er liggen al een week zakken afval op de stoep.", "waste", "Stalenstraat 12", "late"),
    ("Zakken afval op de stoep, het stinkt.", "waste", "Stalenstraat 12", "late"),
    ("Schimmel in de slaapkamer van mijn kind.", "housing", "", "new"),
    ("Er ligt glas op het speelplein.", "street", "Onderwijslaan", "urgent"),
    ("Elke nacht harde muziek.", "noise", "", "reopened"),
    ("Een groep op het plein, ik durf er niet langs.", "groups", "Risstraat", "new"),
    ("Ze parkeren op het voetpad.", "traffic", "Risstraat", "new"),
    ("Mijn buurman gooit sigaretten over de haag.", "neighbours", "", "new"),
)
PRESSING = """
UPDATE cases SET place = :place,
    urgent = CASE WHEN :state = 'urgent' THEN 1 ELSE 0 END,
    status = CASE WHEN :state = 'reopened' THEN 'reopened' ELSE status END,
    reopened = CASE WHEN :state = 'reopened' THEN 1 ELSE 0 END,
    due_on = CASE WHEN :state = 'late' THEN '2026-01-02' ELSE due_on END
WHERE id = :id
"""


class Small:
    """One phone at a time on a small page, and the bot behind it."""

    def __init__(self, page: Page, line: Line, tab: Tab) -> None:
        self.page, self.line, self.tab, self.cast = page, line, tab, Cast(line)
        self.koen = Actor(line, page.person("wijkmanager"))
        self.elena = Actor(line, page.person("bg"))

    async def invites(self, key: str, role: Role, *languages: str) -> Actor:
        """One of the other phones of the page, whose holder works for the city from now on."""
        person = self.page.person(key)
        places = Places() if role is Role.COORDINATOR else HOME
        await self.line.invited(
            person, role, places, *languages, organisation="Buurtwerk" if languages else None
        )
        return Actor(self.line, person)

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


async def test_the_lists_of_the_desk_can_be_read_on_a_small_phone(small: Small) -> None:
    koen, cast = small.koen, small.cast
    await cast.tine()
    cases = await _full_desk(small)
    await small.turns_to("Koen")
    for says, press, name, part in (
        ("/werk", None, "360-desk-work", "dossiers wachten"),
        ("", "🔎 Kies", "360-desk-parts", "dossiers wachten"),
        ("/zoek Stalenstraat", None, "360-desk-search", "Gezocht in"),
        (f"/dossier {cases[0].number}", None, "360-desk-dossier", "Verloop van"),
        ("", "⋯ Meer", "", ""),
        ("", "👀 Ga kijken", "360-desk-look", "Waar moet het team op letten"),
        ("Staat de zetel er nog?", None, "", ""),
        (f"/dossier {cases[1].number}", "⋯ Meer", "", ""),
        ("", "➡️ Doorgeven", "", ""),
        ("", "Dienst Reiniging", "360-desk-pass", "Lees het nog een keer"),
        ("", "✖️ Stop", "", ""),
        (f"/dossier {cases[2].number}", "👁 Toon", "360-desk-sensitive", "verdwijnt na 10 minuten"),
        ("/afwezig", "🏖 Ik ben afwezig", "", ""),
        ("", "Morgen", "360-desk-away", "Wat is de laatste dag"),
        ("", "✖️ Stop", "", ""),
        (f"/dossier {cases[1].number}", "⋯ Meer", "", ""),
        ("", "🔗 Samenvoegen", "360-desk-likely", "Melding"),
        ("", _likely, "360-desk-twins", "over hetzelfde?"),
    ):
        await _acts(koen, says, press)
        if name:
            await small.shows(name, part)


async def _acts(actor: Actor, says: str, press: str | Callable[[str], bool] | None) -> None:
    if says:
        await actor.says(says)
    if callable(press):
        await actor.taps(next(label for label in actor.phone.buttons() if press(label)))
    elif press:
        await actor.taps(press)


def _likely(label: str) -> bool:
    """Another report, by its number, what it is about and the day it came."""
    return " 🗑 · " in label


async def _full_desk(small: Small) -> list[Case]:
    """Reports of three people: late, urgent, reopened, due today and new; two of them look like one."""
    cast, residents = small.cast, (small.elena, await small.cast.jan(), await small.cast.mehmet())
    await small.elena.starts()
    await small.elena.taps("Български")
    cases = []
    for at, (words, category, place, state) in enumerate(ON_THE_DESK):
        case = await cast.case_of(residents[at % 3], words, category=category)
        await small.line.turn(partial(_presses, case, place, state))
        cases.append(case)
    return cases


async def _presses(case: Case, place: str, state: str, turn: Turn) -> None:
    await turn.tx.run(PRESSING, id=case.id, place=place, state=state)


async def test_a_coordinator_and_a_contact_worker_can_read_theirs_on_a_small_phone(small: Small) -> None:
    an = await small.invites("coordinator", Role.COORDINATOR)
    aylin = await small.invites("contact", Role.CONTACT_WORKER, "tr", "bg")
    await _full_desk(small)
    await small.turns_to("An coordinator")
    await an.says("/overzicht")
    await small.shows("360-overview", "Overzicht", whose="An")
    await an.taps("🧾 Logboek")
    await small.shows("360-trail", "Logboek", whose="An")
    await small.turns_to("Aylin")
    await aylin.says("/namens")
    await aylin.says("In de kelder van het gebouw staat water.")
    for press in ("🏚 Slecht pand", "Waterschei", "Waterschei-Noord"):
        await aylin.taps(press)
    await small.shows("360-behalf", "Klopt dit?", whose="Aylin")
    for press in ("☐ Persoon is akkoord", "✅ Verstuur", "📁 Toon dit dossier", "🏠 Bezoek plannen"):
        await aylin.taps(press)
    await small.shows("360-visit", "op welke dag?", whose="Aylin")
    await aylin.taps("Morgen")
    await aylin.says("/werk")
    await small.shows("360-caseload", "Jouw dossiers", whose="Aylin")


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
