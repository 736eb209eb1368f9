"""Translations by a contact worker, and how the resident reads them."""

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.cases import Case
from bot.domain.city import WijkId
from bot.domain.people import ChatId, Places, Role
from bot.services.looks import FOLD
from bot.services.turn import Turn
from playground.people import Person
from storage.database import Transaction
from storage.messages import find_translation, list_messages
from storage.people import set_blocked
from tests.handlers.following import unhindered
from tests.handlers.spoken import HOME, VOICE, answered, reads, reported
from tests.handlers.test_desk_answer import come_due
from tests.line import Line

BULGARIAN = "Пред блока има стари мебели."
DUTCH = "Voor het gebouw staan oude meubels."


@pytest.fixture(autouse=True)
async def _quickly(line: Line) -> None:
    unhindered(line)


@pytest.fixture
async def elena(line: Line) -> Person:
    return await reads(line, line.telegram.person(5_500_000_701, "Planted", language_code="bg"), "bg")


@pytest.fixture
async def aylin(line: Line) -> Person:
    worker = line.telegram.person(5_500_000_702, "Planted", language_code="nl")
    return await line.invited(worker, Role.CONTACT_WORKER, Places((HOME,)), "tr", "bg")


@pytest.fixture
async def koen(line: Line) -> Person:
    manager = line.telegram.person(5_500_000_703, "Planted", language_code="nl")
    return await line.invited(manager, Role.WIJKMANAGER, Places((HOME,)))


def newest(person: Person) -> int:
    """The id of the last message that the bot sent to this person."""
    return max(number for number, kept in person.chat.kept.items() if not kept.outgoing)


async def test_a_reply_to_the_request_is_the_translation_and_goes_on_at_once(
    line: Line, elena: Person, aylin: Person, koen: Person
) -> None:
    case = await reported(line, elena, BULGARIAN)
    assert BULGARIAN in aylin.heard()[-1]
    assert "Български → Nederlands" in aylin.heard()[-1]
    assert "7F3K" not in aylin.heard()[-1]
    request = newest(aylin)
    aylin.says(DUTCH, reply_to=request)
    await line.quiet()
    assert DUTCH in koen.heard()[-1]
    assert DUTCH in koen.heard()[-2]
    assert aylin.heard()[-1] == f"✅ De vertaling bij {case.number} is verstuurd. Dank je."
    assert aylin.chat.kept[request].wire["text"].startswith("✅ Vertaald door jou")
    aylin.says("Voor het blok staan oude meubels.", reply_to=request)
    await line.quiet()
    assert aylin.heard()[-1].startswith(f"✏️ De vertaling bij {case.number} is verbeterd")
    assert not any(DUTCH in text for text in koen.heard())
    message = (await line.read(lambda tx: list_messages(tx, case.id)))[0].id
    aylin.taps(newest(aylin), f"1:relay:{message}:nl")
    await line.quiet()
    assert aylin.heard()[-1] == "Dit is al vertaald."


async def test_an_answer_reaches_the_resident_in_the_own_language_with_the_dutch_a_press_away(
    line: Line, elena: Person, aylin: Person
) -> None:
    case = await reported(line, elena, BULGARIAN)
    aylin.says(DUTCH, reply_to=newest(aylin))
    await line.quiet()
    await answered(line, case, "Ik kom morgen om 10 uur.")
    assert "antwoord van de wijkmanager" in aylin.heard()[-1]
    aylin.taps_label("✍️ Vertalen")
    await line.quiet()
    aylin.says("Идвам утре в 10 часа.")
    await line.quiet()
    assert elena.heard()[-1].splitlines() == [
        f"✉️ Превод на отговора. № {case.number}",
        "",
        "Идвам утре в 10 часа.",
        "✍️ Преведено от служител. Важи нидерландският текст.",
    ]
    elena.taps_label("🔤 Покажи оригинала")
    await line.quiet()
    assert "Ik kom morgen om 10 uur." in elena.heard()[-1]
    elena.taps_label("🌐 Покажи превода")
    await line.quiet()
    assert "Идвам утре в 10 часа." in elena.heard()[-1]


async def test_the_first_translation_takes_the_request_from_the_others(
    line: Line, elena: Person, aylin: Person
) -> None:
    other = line.telegram.person(5_500_000_704, "Planted", language_code="nl")
    await line.invited(other, Role.CONTACT_WORKER, Places((HOME,)), "bg")
    case = await reported(line, elena, BULGARIAN)
    theirs = newest(other)
    aylin.says(DUTCH, reply_to=newest(aylin))
    await line.quiet()
    assert other.chat.kept[theirs].wire["text"].startswith("✅ Vertaald door een collega")
    other.says("Iets anders.", reply_to=theirs)
    await line.quiet()
    assert other.heard()[-1] == "Dit is al vertaald."
    assert await _kept(line, case) == [DUTCH]


async def test_a_request_goes_to_the_own_wijk_first_and_else_to_whoever_speaks_the_language(
    line: Line, elena: Person, aylin: Person
) -> None:
    elsewhere = line.telegram.person(5_500_000_705, "Planted", language_code="nl")
    await line.invited(elsewhere, Role.CONTACT_WORKER, Places((WijkId("boxbergheide"),)), "bg")
    turkish = line.telegram.person(5_500_000_706, "Planted", language_code="nl")
    await line.invited(turkish, Role.CONTACT_WORKER, Places((HOME,)), "tr")
    before = len(elsewhere.heard()), len(turkish.heard()), len(aylin.heard())
    await reported(line, elena, BULGARIAN)
    assert (len(elsewhere.heard()), len(turkish.heard())) == before[:2]
    assert len(aylin.heard()) == before[2] + 1
    await line.turn(lambda turn: set_blocked(turn.tx, ChatId(aylin.user_id), turn.now))
    await reported(line, elena, "Няма ток.")
    assert "Няма ток." in elsewhere.heard()[-1]
    assert len(turkish.heard()) == before[1]


async def test_where_nobody_speaks_the_language_the_coordinator_is_told_once_a_case(
    line: Line, elena: Person
) -> None:
    coordinator = line.telegram.person(5_500_000_707, "Planted", language_code="nl")
    await line.invited(coordinator, Role.COORDINATOR)
    case = await reported(line, elena, BULGARIAN)
    await answered(line, case, "Ik kom kijken.")
    told = [text for text in coordinator.heard() if "wacht een vertaling" in text]
    assert told == [
        f"⚠️ Bij {case.number} wacht een vertaling (Български). Geen contactmedewerker kan ze nu maken."
    ]


async def test_words_of_a_sensitive_case_come_on_a_press_only_and_are_taken_away(
    line: Line, elena: Person, aylin: Person
) -> None:
    case = await reported(line, elena, BULGARIAN, sensitive=True)
    assert not any(BULGARIAN in text for text in aylin.heard())
    request = newest(aylin)
    aylin.taps_label("👁 Toon")
    await line.quiet()
    assert BULGARIAN in aylin.heard()[-1]
    aylin.says(DUTCH)
    await line.quiet()
    assert not any(BULGARIAN in text for text in aylin.heard())
    assert aylin.chat.kept[request].wire["text"].startswith("✅ Vertaald door jou")
    await answered(line, case, "Ik kom.")
    aylin.says("Идвам.", reply_to=newest(aylin))
    await line.quiet()
    assert elena.heard()[-1] == f"✉️ Преводът дойде. № {case.number}."
    elena.taps_label("👁 Покажи")
    await line.quiet()
    assert "Идвам." in elena.heard()[-1]
    elena.taps_label("🙈 Скрий")
    await line.quiet()
    assert "Идвам." not in elena.heard()[-1]
    elena.taps_label("👁 Покажи")
    await line.quiet()
    await come_due(line, FOLD)
    assert "Идвам." not in elena.heard()[-1]
    elena.taps_label("👁 Покажи")
    await line.quiet()
    elena.deletes(shown := newest(elena))
    await come_due(line, FOLD)
    assert newest(elena) < shown, "what was deleted while it stood open does not come back closed"


async def test_a_voice_message_is_listened_to_by_who_speaks_the_language(
    line: Line, elena: Person, aylin: Person
) -> None:
    case = await reported(line, elena, VOICE)
    asked = [kept for kept in aylin.chat.kept.values() if "Luister" in str(kept.wire.get("text"))]
    aylin.says("Er is lawaai.", reply_to=asked[0].wire["message_id"])
    await line.quiet()
    assert await _kept(line, case) == ["Er is lawaai."]


async def test_what_waits_is_listed_and_can_be_chosen(line: Line, elena: Person, aylin: Person) -> None:
    aylin.says("/vertalen")
    await line.quiet()
    assert aylin.heard()[-1] == "✅ Er wacht geen vertaling op jou."
    case = await reported(line, elena, BULGARIAN)
    aylin.says("/vertalen")
    await line.quiet()
    aylin.taps_label(f"{case.number} · Български → Nederlands")
    await line.quiet()
    assert aylin.heard()[-1].endswith("Schrijf nu de vertaling. Ze gaat meteen door.")
    aylin.taps_label("✖️ Stop")
    await line.quiet()
    assert aylin.heard()[-1] == "Goed. De vertaling blijft wachten."


async def test_nobody_else_gets_at_the_words_with_a_crafted_button(
    line: Line, elena: Person, aylin: Person, koen: Person
) -> None:
    case = await reported(line, elena, BULGARIAN)
    said = await answered(line, case, "Ik kom.")
    turkish = line.telegram.person(5_500_000_708, "Planted", language_code="nl")
    await line.invited(turkish, Role.CONTACT_WORKER, Places((HOME,)), "tr")
    stranger = await reads(line, line.telegram.person(5_500_000_709, "Planted", language_code="bg"), "nl")
    for person, refusal in (
        (koen, "Deze melding kennen wij niet."),
        (turkish, "Deze melding kennen wij niet."),
        (stranger, "Deze knop werkt niet meer. Kies opnieuw in het menu."),
    ):
        person.taps(newest(person), f"1:relay:{said.id - 1}:nl")
        await line.quiet()
        assert person.heard()[-1] == refusal
    aylin.says("Идвам.", reply_to=newest(aylin))
    await line.quiet()
    stranger.taps(newest(stranger), f"1:translated:{said.id}:bg:o")
    await line.quiet()
    assert stranger.heard()[-1] == "Deze melding kennen wij niet."
    elena.taps(newest(elena), f"1:translated:{said.id}:bg:x")
    await line.quiet()
    assert elena.heard()[-1] == "Този бутон вече не работи. Изберете пак от менюто."


async def _kept(line: Line, case: Case) -> list[str]:
    """Every translation that is kept of what was said in the case."""

    async def look(tx: Transaction) -> list[str]:
        found = [
            await find_translation(tx, message.id, into)
            for message in await list_messages(tx, case.id)
            for into in ("nl", "bg")
        ]
        return [translation.text for translation in found if translation]

    kept: list[str] = await line.read(look)
    return kept


async def test_a_reply_to_anything_else_is_no_translation_of_what_was_begun(
    line: Line, elena: Person, aylin: Person, koen: Person
) -> None:
    welcome = newest(aylin)
    await reported(line, elena, BULGARIAN)
    aylin.taps_label("✍️ Vertalen")
    await line.quiet()
    aylin.says("Wat betekent dit?", reply_to=welcome)
    await line.quiet()
    assert aylin.heard()[-1].startswith("Hier wordt geen vertaling gevraagd.")
    assert not any("Wat betekent dit?" in text for text in koen.heard())
    aylin.says(DUTCH)
    await line.quiet()
    assert any(DUTCH in text for text in koen.heard())


async def test_what_the_machine_has_is_asked_of_nobody_with_a_crafted_button(
    line: Line, elena: Person, aylin: Person
) -> None:
    case = await reported(line, elena, BULGARIAN)
    message = (await line.read(lambda tx: list_messages(tx, case.id)))[0].id
    for sql in ("UPDATE translations SET state = 'machine'", "UPDATE translations SET state = 'arrived'"):
        await line.turn(_running(sql))
        aylin.taps(newest(aylin), f"1:relay:{message}:nl")
        await line.quiet()
        assert aylin.heard()[-1] == "Deze melding kennen wij niet."


def _running(sql: str) -> Callable[[Turn], Awaitable[None]]:
    async def run(turn: Turn) -> None:
        await turn.tx.run(sql)

    return run
