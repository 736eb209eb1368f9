"""Data in the chat, in three languages: seen, erased one by one and whole, and a language that may not be remembered."""

import json
from datetime import timedelta

import pytest

from bot.domain.people import Role
from storage.database import Transaction
from storage.sqlite import SqliteDatabase
from tests.databases import files_of
from tests.journeys.conftest import RESIDENT, Opens
from tests.journeys.story import HOME
from tests.journeys.told import ALL, Told
from tests.journeys.town import Player, Town

CAST = (
    "Elena has reported two things; what she reads is in her language",
    "Karel is the wijkmanager of Waterschei-Noord",
)
KAREL = 5_500_000_802
NOTE = "Gebeld met de buurtbewoners van het blok."
A_DAY_OF_SILENCE = timedelta(hours=24, minutes=1)
LANDED = timedelta(minutes=3)


async def come_to(town: Town, told: Told) -> tuple[Player, Player]:
    karel = await town.appoints("Karel", KAREL, Role.WIJKMANAGER, HOME)
    elena = town.moves_in("Elena", town.line.telegram.person(RESIDENT, "Elena", language_code=told.language))
    return elena, karel


async def reports(town: Town, elena: Player, told: Told, text: str) -> None:
    """One report, as far as the number."""
    await elena.says(text)
    for first in (told.name, town.label(told.language, "which-new")):
        if any(first == label for label in elena.phone.buttons()):
            await elena.taps(first)
    await elena.sends_photo()
    await elena.taps(told.waste)
    await elena.taps("Waterschei-Noord" if "Waterschei-Noord" in elena.phone.buttons() else "Waterschei")
    if town.label(told.language, "draft-send") not in elena.phone.buttons():
        await elena.taps("Waterschei-Noord")
    await elena.taps(town.label(told.language, "draft-send"))


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.language)
async def test_somebody_sees_and_erases_what_is_kept(opens: Opens, told: Told) -> None:
    async with opens(f"What is kept, seen and erased: {told.name}", CAST) as town:
        elena, karel = await come_to(town, told)
        town.transcript.chapter("Two reports")
        await reports(town, elena, told, told.rubbish)
        await reports(town, elena, told, told.begun)
        names = await town.names()
        first, second = await town.numbers()
        await karel_notes(karel, first)
        await everything_is_shown(town, elena, told)
        await what_stays_is_told_first(town, elena, told)
        await one_is_erased(town, elena, karel, told)
        assert await held(town, str(RESIDENT)) == [str(RESIDENT)]
        await everything_is_erased(town, elena, karel, told)
        assert all(f"🧹 Dossier {number}: gewist." in karel.phone.heard() for number in (first, second))
        assert await held(town, told.rubbish, told.begun, NOTE, str(RESIDENT)) == []
        assert town.unanswered() == []
        assert '"level":"error"' not in town.search.logs.getvalue()
        town.transcript.compare(f"data-{told.language}", names)


async def karel_notes(karel: Player, number: str) -> None:
    card = f"Melding {number}"
    await karel.taps("✋ Ik neem dit", below=card)
    await karel.taps("⋯ Meer", below=card)
    await karel.taps("📝 Notitie", below=card)
    await karel.says(NOTE)


async def everything_is_shown(town: Town, elena: Player, told: Told) -> None:
    """To read and as a file; neither holds what staff noted, nor who they are."""
    town.transcript.chapter("What is kept")
    await elena.taps(town.label(told.language, "menu-settings"))
    shown, _ = await elena.taps(town.label(told.language, "privacy-show"))
    assert told.rubbish in shown
    assert told.begun in shown
    document = next(wire["document"] for wire in elena.phone.chat.messages[::-1] if "document" in wire)
    text = town.line.telegram.files.content(document["file_id"]).decode()
    kept = json.loads(text)
    assert [report["messages"][0]["text"] for report in kept["reports"]] == [told.rubbish, told.begun]
    assert kept["you"]["language"] == told.language
    assert not any(hidden in text for hidden in (NOTE, "Karel", str(KAREL), "Elena"))


async def what_stays_is_told_first(town: Town, elena: Player, told: Told) -> None:
    town.transcript.chapter("Before anything is erased")
    await elena.taps(town.label(told.language, "privacy-erase"))
    await elena.taps(town.label(told.language, "erase-what-stays"))
    assert "28" in elena.fresh[0]
    await elena.taps(town.label(told.language, "draft-back"))


async def one_is_erased(town: Town, elena: Player, karel: Player, told: Told) -> None:
    town.transcript.chapter("One report goes")
    first, second = await town.numbers()
    await elena.taps(town.label(told.language, "erase-one"))
    label = next(label for label in elena.phone.buttons() if label.startswith(first))
    await elena.taps(label)
    await elena.taps(town.label(told.language, "erase-case-yes"))
    assert f"🧹 Dossier {first}: gewist." in karel.fresh
    assert not any(told.rubbish in text for text in karel.phone.heard())
    assert any(told.begun in text for text in karel.phone.heard())
    assert await held(town, told.rubbish, NOTE) == []
    await elena.taps(town.label(told.language, "menu-cases"))
    assert second in elena.fresh[-1]
    assert first not in elena.fresh[-1]


async def everything_is_erased(town: Town, elena: Player, karel: Player, told: Told) -> None:
    """And who writes again is somebody new."""
    town.transcript.chapter("Everything goes")
    await elena.says("/gegevens")
    await elena.taps(town.label(told.language, "privacy-erase"))
    await elena.taps(town.label(told.language, "erase-yes"))
    assert not any("photo" in wire for wire in karel.phone.chat.messages)
    assert elena.phone.chat.keyboard is None
    await town.later(LANDED, "what was on its way has arrived")
    assert elena.fresh == []


async def held(town: Town, *words: str) -> list[str]:
    """Which of these stand in a file of the database, numbers as SQLite writes them, or with PostgreSQL in a row."""
    if town.line.running.database.shared:
        rows = "\n".join(await town.line.read(_texts))
        return [word for word in words if word in rows]
    database = town.line.running.database
    assert isinstance(database, SqliteDatabase)
    await database.rewrite()  # as every night: until then a copy may be in the unused space of a page
    files = b"".join(file.read_bytes() for file in await files_of(town.line.environ["WIJKLIJN_DATABASE_URL"]))
    return [word for word in words if (int(word).to_bytes(6) if word.isdigit() else word.encode()) in files]


async def _texts(tx: Transaction) -> list[str]:
    """Every row in which words or chats of people are kept."""
    tables = ("people", "cases", "case_messages", "translations", "notes", "outbox", "inbox", "steps")
    return [
        str([value for value in row if not isinstance(value, bytes)])
        for table in tables
        for row in await tx.all(f"SELECT * FROM {table}")  # noqa: S608 - our own names
    ]


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.language)
async def test_a_language_that_is_forgotten_is_asked_for_again(opens: Opens, told: Told) -> None:
    cast = (*CAST, "The city may not remember languages: after a day of silence hers is forgotten")
    async with opens(
        f"A language that is forgotten: {told.name}", cast, WIJKLIJN_LANGUAGE_MEMORY="session"
    ) as town:
        elena, karel = await come_to(town, told)
        town.transcript.chapter("A report")
        await reports(town, elena, told, told.rubbish)
        (number,) = await town.numbers()
        town.transcript.chapter("A day of silence")
        await town.later(A_DAY_OF_SILENCE, "a day of silence")
        await karel.taps("✋ Ik neem dit", below=f"Melding {number}")
        await elena.says(told.begun)
        assert town.label("nl", "choose-language-again") in elena.fresh[0]
        assert town.label(told.language, "choose-language-again") in elena.fresh[0]
        await elena.taps(told.name)
        label = next(label for label in elena.phone.buttons() if label.startswith(number))
        await elena.taps(label)
        assert any(told.begun in text for text in karel.phone.heard())
        assert town.unanswered() == []
        assert '"level":"error"' not in town.search.logs.getvalue()
        town.transcript.compare(f"forgotten-{told.language}", await town.names())
