"""Talk first: in the place of a sensitive report a conversation with a contact worker, in the resident's language."""

from dataclasses import replace

import pytest

from bot.domain.cases import Case, CaseKind, Words
from bot.domain.city import CategoryId, WijkId
from bot.domain.drafts import Part
from bot.domain.people import ChatId, Role
from bot.services.cases import Cases, NewCase
from bot.services.people import People
from bot.services.staff import Staff
from bot.services.turn import Turn
from storage.messages import list_messages
from tests.cast import WATERSCHEI, Actor, Cast, places
from tests.line import Line

WISH = "Önce biriyle konuşmak istiyorum."
BY_SELIN = "Merhaba, yarın sizi arayayım mı?"


async def talk_of(line: Line, actor: Actor, wish: str = WISH) -> Case:
    """Somebody presses *Talk first* about the own home in Waterschei-Noord."""
    new = NewCase(
        kind=CaseKind.QUESTION,
        parts=(Part(Words(wish)),),
        category=CategoryId("housing"),
        wijk=WijkId("waterschei-noord"),
        talk=True,
    )

    async def opened(turn: Turn) -> Case:
        await People(turn).meet(ChatId(actor.phone.chat.id))
        return await Cases(turn).open(new)

    case: Case = await line.turn(opened)
    await line.quiet()
    return case


def has_card(actor: Actor, case: Case) -> bool:
    return any(case.number in text for text in actor.phone.heard())


@pytest.fixture
async def mehmet(cast: Cast) -> Actor:
    return await cast.mehmet()


async def test_it_goes_to_the_contact_worker_who_speaks_the_language_and_not_to_the_wijkmanager(
    line: Line, cast: Cast, mehmet: Actor
) -> None:
    karel, selin = await cast.karel(), await cast.selin()
    bulgarian = await cast.staff("boyan", 5_500_000_811, Role.CONTACT_WORKER, WATERSCHEI, "bg")
    case = await talk_of(line, mehmet)
    assert has_card(selin, case)
    assert not has_card(karel, case)
    assert not has_card(bulgarian, case)
    assert "Yanıtlayacak: irtibat görevlisi." in mehmet.message("✅ Alındı")["text"]


async def test_who_speaks_it_elsewhere_goes_before_who_is_near_and_speaks_it_not(
    line: Line, cast: Cast, mehmet: Actor
) -> None:
    near = await cast.staff("boyan", 5_500_000_811, Role.CONTACT_WORKER, WATERSCHEI, "bg")
    far = await cast.staff("cem", 5_500_000_812, Role.CONTACT_WORKER, places("boxbergheide"), "tr")
    case = await talk_of(line, mehmet)
    assert has_card(far, case)
    assert not has_card(near, case)


async def test_who_does_not_speak_it_goes_before_nobody(line: Line, cast: Cast, mehmet: Actor) -> None:
    karel, near = (
        await cast.karel(),
        await cast.staff("boyan", 5_500_000_811, Role.CONTACT_WORKER, WATERSCHEI, "bg"),
    )
    case = await talk_of(line, mehmet)
    assert has_card(near, case)
    assert not has_card(karel, case)


async def test_without_any_it_goes_to_the_wijkmanager(line: Line, cast: Cast, mehmet: Actor) -> None:
    karel, greet = await cast.karel(), await cast.greet()
    case = await talk_of(line, mehmet)
    assert "🙋 Wil met iemand praten" in karel.message(case.number)["text"]
    assert not has_card(greet, case)  # nobody has to translate that somebody wants to talk


async def test_a_contact_worker_answers_in_the_residents_language_and_nobody_translates(
    line: Line, cast: Cast, mehmet: Actor
) -> None:
    selin = await cast.selin()
    case = await talk_of(line, mehmet)
    mehmet.reads()
    assert not [text for text in selin.phone.heard() if "Vertaling gevraagd" in text]
    assert WISH in "".join(await selin.taps("👁 Toon"))
    await selin.taps("💬 Antwoorden")
    assert "Doe het in de taal van het bericht: Türkçe." in selin.message("💬")["text"]
    (preview,) = await selin.says(BY_SELIN)
    assert "🌍 De bewoner leest dit zoals het er staat. Taal: Türkçe." in preview
    await selin.taps("✅ Verstuur")
    assert mehmet.reads() == [f"✉️ Yanıt geldi. Mesaj no: {case.number}."]
    (shown,) = await mehmet.taps("👁 Göster")
    assert shown.endswith(f"\n\n{BY_SELIN}")
    assert not [text for text in selin.phone.heard() if "Vertaling gevraagd" in text]
    messages = await line.read(lambda tx: list_messages(tx, case.id))
    assert [message.language for message in messages] == ["tr", "tr"]


async def test_a_reply_to_the_card_is_an_answer_and_a_reply_of_the_resident_comes_back(
    line: Line, cast: Cast, mehmet: Actor
) -> None:
    selin = await cast.selin()
    case = await talk_of(line, mehmet)
    selin.reads()
    (preview,) = await selin.says(BY_SELIN, reply_to=selin.message("Gevoelig")["message_id"])
    assert preview.startswith("👀 Zo gaat het naar bewoner")
    await selin.taps("✅ Verstuur")
    selin.reads()
    await mehmet.hears()
    await mehmet.says("Evet, lütfen", reply_to=mehmet.message("✉️")["message_id"])
    assert f"🔒 Nieuw bij {case.number}. Toon het alleen waar niemand meeleest." in selin.reads()


async def test_once_taken_the_others_see_it_no_more(line: Line, cast: Cast, mehmet: Actor) -> None:
    selin = await cast.selin()
    other = await cast.staff("cem", 5_500_000_812, Role.CONTACT_WORKER, WATERSCHEI, "tr")
    case = await talk_of(line, mehmet)
    await selin.taps("✋ Ik neem dit")
    await line.quiet()
    assert other.message(case.number)["text"] == f"Dossier {case.number} hoort niet meer bij jou."
    assert (await other.crafts(f"1:desk-look:{case.id}"))[-1] == "Dit hoort niet bij jouw wijken."


async def test_who_leaves_hands_the_conversation_on_and_it_is_translated_for_who_does_not_speak_it(
    line: Line, cast: Cast, mehmet: Actor
) -> None:
    karel, selin = await cast.karel(), await cast.selin()
    case = await talk_of(line, mehmet)
    await selin.taps("✋ Ik neem dit")
    await mehmet.says("Yarın gelebilirim", reply_to=mehmet.message("✅ Alındı")["message_id"])
    gone = (await selin.member()).id
    await line.turn(lambda turn: Staff(turn).release(gone))
    await line.quiet()
    assert has_card(karel, case)
    waiting = await line.read(lambda tx: tx.all("SELECT language, state FROM translations"))
    assert [tuple(row) for row in waiting] == [("nl", "human")]
    assert "🙋 Wil met iemand praten" in karel.message(f"Vraag {case.number}")["text"]


async def test_a_contact_worker_sees_no_other_sensitive_case(cast: Cast, mehmet: Actor) -> None:
    selin = await cast.selin()
    case = await cast.case_of(mehmet, "Evde rutubet var", category="housing")
    assert not replace(case, talk=False).talks_first
    for act in ("look", "take", "answer"):
        assert (await selin.crafts(f"1:desk-{act}:{case.id}"))[-1] == "Dit hoort niet bij jouw wijken."
