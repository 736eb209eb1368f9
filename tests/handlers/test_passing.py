"""Passing a case on: by mail, to somebody of the partner, or told by oneself; and what the resident hears."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.cases import Case, Media, MediaKind, Status
from bot.domain.people import ChatId, Places, Role
from bot.services.cases import Cases
from bot.services.erasure import Erasure
from bot.services.passing_on import HEARD_WAITS, PASSING_WAITS
from bot.services.passings import Passings
from bot.services.people import People
from bot.services.turn import Turn
from playground.api import Server
from playground.telegram import Telegram
from storage.database import Transaction
from storage.passings import list_passings
from tests.cast import Actor, Cast
from tests.handlers.test_desk_answer import come_due
from tests.line import Line, hurry, open_line
from tests.post_office import Fault, PostOffice, post_office

STORY = "Er ligt glas voor mijn deur. Bel 0470 12 34 56.\nGroeten, Jan Peeters"


@pytest.fixture
async def office() -> AsyncIterator[PostOffice]:
    async with post_office() as office:
        yield office


@pytest.fixture
async def line(tmp_path: Path, telegram: Telegram, server: Server, office: PostOffice) -> AsyncIterator[Line]:
    telegram.limits.lifted = True
    mail = {"WIJKLIJN_SMTP_URL": office.url, "WIJKLIJN_SMTP_FROM": "wijklijn@genk.be"}
    async with open_line(tmp_path, telegram, server, **mail) as line:
        line.prepared = hurry
        hurry(line.running)
        yield line


async def posted(line: Line) -> None:
    """Wait until no mail waits, and what that means was said."""
    while await line.read(_leaving):
        line.running.mailer.woken.set()
        await asyncio.sleep(0.01)
    await line.quiet()


async def _leaving(tx: Transaction) -> bool:
    return bool(await tx.all("SELECT id FROM passings WHERE mail IN ('waiting', 'sending')"))


async def looks(actor: Actor, case: Case, partner: str) -> list[str]:
    """From the card to the letter, as far as it is shown."""
    await actor.taps_of(f"Melding {case.number}", "⋯ Meer")
    await actor.taps_of(f"Melding {case.number}", "➡️ Doorgeven")
    return await actor.taps_of(f"Melding {case.number}", partner)


async def test_a_mail_goes_without_the_reporter_once_somebody_looked_at_it(
    line: Line, cast: Cast, office: PostOffice
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, STORY)
    await karel.hears()
    (shown,) = [text for text in await looks(karel, case, "Limburg.net") if "📧" in text]
    assert all(part in shown for part in ("«voor mijn deur»", "«0470 12 34 56»", "«Groeten, Jan Peeters»"))
    assert karel.buttons_of("📧") == ["🧽 Laat dat weg", "⚠️ Toch versturen", "✖️ Stop"]
    (shown,) = await karel.taps("🧽 Laat dat weg")
    assert "Er ligt glas […]. Bel […]." in shown
    assert "verraden" not in shown
    assert office.taken == []
    await karel.says("Er ligt glas op het voetpad.\nBcc: iedereen@genk.be\n.")
    old = karel.message("Er ligt glas […]")
    await karel.taps("✅ Verstuur")
    await posted(line)
    (mail,) = office.mails
    assert (mail["To"], mail["Subject"]) == (
        "info@limburg.net",
        f"Wijklijn {case.number}: Afval, Waterschei-Noord",
    )
    assert (mail["Bcc"], mail["Reply-To"]) == (None, "gebiedsgerichtewerking@genk.be")
    text = mail.get_content().replace("\r\n", "\n")
    assert "\nEr ligt glas op het voetpad.\nBcc: iedereen@genk.be\n.\n" in text
    assert f"Kenmerk: Wijklijn {case.number}" in text
    assert not [part for part in ("Jan", "0470", case.alias) if part in text]
    assert (
        f"➡️ Melding {case.number} is nu bij Limburg.net (huisvuil en recyclagepark). We zeiden niet wie je bent."
        in "\n".join(await jan.hears())
    )
    assert "➡️ Bij Limburg.net sinds" in karel.message(f"Melding {case.number}")["text"]
    assert "mail aangenomen" in karel.message(f"Melding {case.number}")["text"]
    assert (await cast.state_of(case)).status is Status.PASSED_ON
    await karel.hears()
    data = old["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert await karel.crafts(data, old["message_id"]) == [
        "Deze knop werkt niet meer. Kies opnieuw in het menu."
    ]
    await posted(line)
    assert len(office.taken) == 1


async def test_a_mail_that_does_not_arrive_is_tried_again_or_told_and_never_doubled(
    line: Line, cast: Cast, office: PostOffice
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt glas.")
    await karel.hears()
    line.running.mailer.pauses = (timedelta(),) * 2
    office.faults = [Fault.NOT_NOW, Fault.LOST_BEFORE, Fault.LOST_AFTER]
    await looks(karel, case, "Limburg.net")
    await karel.taps("✅ Verstuur")
    await posted(line)
    assert (len(office.taken), office.faults) == (1, [])
    assert f"⚠️ Dossier {case.number}: we weten niet of de mail aankwam bij Limburg.net." in karel.reads()[-1]
    office.faults = [Fault.NO_SUCH_ADDRESS]
    await karel.taps("🔁 Mail opnieuw")
    await posted(line)
    assert f"⚠️ Dossier {case.number}: de mail kwam niet aan bij Limburg.net." in karel.reads()[-1]
    await line.turn(lambda turn: turn.tx.run("UPDATE passings SET mail = 'sending'"))
    await line.restart()  # as after a machine that stopped while the text was leaving
    await posted(line)
    assert "niet zeker of de mail aankwam" in karel.message(f"Melding {case.number}")["text"]
    assert len(office.taken) == 1
    await karel.taps("🔁 Mail opnieuw")
    await posted(line)
    karel.reads()
    ids = [mail["Message-ID"] for mail in office.mails]
    assert (len(ids), len(set(ids))) == (2, 1)
    assert await karel.taps("🔁 Mail opnieuw") == ["Deze knop werkt niet meer. Kies opnieuw in het menu."]


async def test_somebody_of_the_partner_sees_what_was_passed_on_and_nothing_else(cast: Cast) -> None:
    karel, jan, rik = await cast.karel(), await cast.jan(), await cast.rik()
    other = await cast.staff("els", 5_500_000_809, Role.PARTNER, Places(), organisation="dienst-groen")
    case = await cast.case_of(jan, "Er ligt glas.", media=(Media(MediaKind.PHOTO, "photo-1"),))
    await karel.hears()
    await looks(karel, case, "Dienst Reiniging")
    await karel.says("Glas op het voetpad.")
    await karel.taps("✅ Verstuur")
    (asked,) = await rik.hears()
    assert asked.startswith(f"📨 Dossier {case.number}: stad Genk vraagt jullie hulp.")
    assert "Glas op het voetpad." in asked
    assert not [part for part in ("Er ligt glas", case.alias, "Bewoner") if part in asked]
    for crafted in (f"1:desk-open:{case.id}", f"1:desk-note:{case.id}", f"1:desk-answer:{case.id}"):
        assert await rik.crafts(crafted) == ["Dit hoort niet bij jouw wijken."]
    assert await other.hears() == []
    for verb in ("partner-answer:1", "partner-done:1", "partner-show:1", "partner-without:1"):
        assert await other.crafts(f"1:{verb}") == ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
    assert "Er wacht niets op jullie." in "".join(await other.says("/werk"))
    assert "Er wacht 1 dossier op jullie." in "".join(await rik.says("Hallo?"))
    karel.reads()
    assert await rik.says("Maandag komt een ploeg.", reply_to=rik.message("📨")["message_id"]) == [
        f"✅ De wijkmanager heeft je antwoord bij dossier {case.number}. Je kan later nog antwoorden."
    ]
    assert karel.reads() == [
        f"🤝 Dossier {case.number}: Dienst Reiniging antwoordt.\nMaandag komt een ploeg."
    ]
    await rik.taps_of("📨", "✅ Klaar")
    await rik.taps("⏭ Zonder tekst")
    assert f"✅ Dossier {case.number}: klaar. Dank je." in rik.phone.heard()
    assert f"🤝 Dossier {case.number}: Dienst Reiniging is klaar." in karel.reads()
    assert (await cast.state_of(case)).status is Status.IN_HAND
    assert not [text for text in await jan.hears() if "ploeg" in text]


async def test_what_the_desk_hears_itself_is_kept_and_silence_is_told(line: Line, cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt glas.")
    await karel.hears()
    (shown,) = [text for text in await looks(karel, case, "Dienst Reiniging") if "📞" in text]
    assert "Wij mailen deze partner niet: geef het zelf door." in shown
    await come_due(line, PASSING_WAITS)
    waits, shown = karel.reads()
    assert waits == f"⏳ Dossier {case.number} is nog niet doorgegeven. Wat doe je ermee?"
    assert "📞" in shown
    await karel.taps("✅ Ik gaf het door")
    await line.turn(lambda turn: Passings(turn).silent(1))
    (silent,) = [text for text in await karel.hears() if "zwijgt" in text]
    assert silent.startswith(f"⏳ Dossier {case.number}: Dienst Reiniging zwijgt al 5 werkdagen.")
    await karel.taps("🤝 Antwoord van partner")
    assert await karel.sends_photo() == ["Hier kan alleen tekst. Stuur het zonder foto, video of geluid."]
    await karel.says("Ze komen dinsdag.")
    await come_due(line, HEARD_WAITS)
    waits, asked = karel.reads()[-2:]
    assert waits.startswith(f"⏳ Wat de partner zei over dossier {case.number}, is nog niet bewaard.")
    assert asked.startswith("Is Dienst Reiniging klaar")
    assert await karel.taps("⏳ Nog niet klaar") == [
        f"🤝 Bewaard bij dossier {case.number}. De partner is nog bezig."
    ]
    assert (await cast.state_of(case)).status is Status.PASSED_ON
    await karel.taps_of(f"Melding {case.number}", "⋯ Meer")
    await karel.taps_of(f"Melding {case.number}", "🤝 Antwoord van partner")
    await karel.taps("↩️ Niet meer nodig")
    assert (await cast.state_of(case)).status is Status.IN_HAND
    assert "➡️ Bij" not in karel.message(f"Melding {case.number}")["text"]


async def test_what_is_sensitive_taken_back_or_erased_is_with_no_partner(line: Line, cast: Cast) -> None:
    karel, jan, rik = await cast.karel(), await cast.jan(), await cast.rik()
    secret = await cast.case_of(jan, "Schimmel.", category="housing")
    case = await cast.case_of(jan, "Er ligt glas.")
    erased = await cast.case_of(jan, "Er ligt een zetel.")
    await karel.hears()
    await karel.taps_of(f"Melding {secret.number}", "⋯ Meer")
    assert "➡️ Doorgeven" not in karel.buttons_of(f"Melding {secret.number}")
    assert await karel.crafts(f"1:desk-pass:{secret.id}:dienst-reiniging") == [
        "Dit hoort niet bij jouw wijken."
    ]
    for one in (case, erased):
        await looks(karel, one, "Dienst Reiniging")
        await karel.taps("✅ Verstuur")
    assert len(await rik.hears()) == 2
    await karel.taps_of(f"Melding {case.number}", "⋯ Meer")
    await karel.taps_of(f"Melding {case.number}", "🏷 Andere categorie")
    await karel.taps_of(f"Melding {case.number}", "🏠 Mijn woning")

    async def erase(turn: Turn) -> None:
        await People(turn).meet(ChatId(jan.phone.chat.id))
        await Erasure(turn).one(await Cases(turn).own(erased.id))

    await line.turn(erase)
    await rik.hears()
    held = "\n".join(wire.get("text", "") for wire in rik.phone.chat.messages if not wire["outgoing"])
    assert not [part for part in ("glas", "zetel") if part in held]
    assert await line.read(lambda tx: list_passings(tx, erased.id)) == []
    assert await rik.crafts("1:partner-answer:1") == ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
