"""Closing: the resident hears how it ended and why, and says whether it is solved."""

import pytest

from bot.domain.cases import Case, Closing, Status
from bot.domain.people import ChatId
from bot.services.cases import Cases
from bot.services.people import People
from bot.services.turn import Turn
from tests.cast import Actor, Cast

EXPIRED = "Deze knop werkt niet meer. Kies opnieuw in het menu."


@pytest.fixture
async def karel(cast: Cast) -> Actor:
    return await cast.karel()


@pytest.fixture
async def mehmet(cast: Cast) -> Actor:
    return await cast.mehmet()


@pytest.fixture
async def case(cast: Cast, karel: Actor, mehmet: Actor) -> Case:
    case = await cast.case_of(mehmet, "Çöp bir haftadır duruyor")
    karel.reads()
    mehmet.reads()
    return case


async def closes(karel: Actor, label: str, reason: str | None) -> list[str]:
    """Close the newest card's case."""
    for press in ("⋯ Meer", "✅ Afsluiten", label):
        await karel.taps(press)
    if reason is None:
        return await karel.taps("⏭ Sla over, sluit af")
    await karel.says(reason)
    return await karel.taps("✅ Sluit af")


async def test_the_resident_reads_the_outcome_and_is_asked_whether_it_is_solved(
    cast: Cast, karel: Actor, mehmet: Actor, case: Case
) -> None:
    card, done = await closes(karel, "👍 Opgelost", None)
    assert "✅ Afgesloten: opgelost" in card
    assert done.startswith(f"✅ Dossier {case.number} is afgesloten (👍 Opgelost).")
    (heard,) = mehmet.reads()
    said, _, until = heard.partition("\n📅 Yanıtınızı bekliyoruz. Son gün: ")
    assert (
        said
        == f"🏁 Mesaj no: {case.number}. Bu konu kapatıldı. Bize göre sorun çözüldü.\n\nSorun çözüldü mü?"
    )
    assert until
    assert mehmet.buttons_of("🏁") == ["👍 Evet", "🌗 Biraz", "👎 Hayır"]
    now = await cast.state_of(case)
    assert (now.status, now.outcome, now.owner) == (
        Status.HANDLED,
        Closing.SOLVED,
        (await karel.member()).id,
    )


async def test_a_reason_leaves_after_one_more_look_and_is_marked_as_dutch(
    karel: Actor, mehmet: Actor, case: Case
) -> None:
    for press in ("⋯ Meer", "✅ Afsluiten", "🚫 Niet op te lossen"):
        await karel.taps(press)
    preview = await karel.says("Dit is privégrond.")
    assert preview == ["🚫 Niet op te lossen. De bewoner leest wat hierboven staat. Klopt het?"]
    assert mehmet.reads() == []
    await karel.taps("✅ Sluit af")
    (heard,) = mehmet.reads()
    assert heard.startswith(f"🏁 Mesaj no: {case.number}. Bu konu kapatıldı. Bunu çözemiyoruz.")
    assert "Yanıt Hollandaca. Çevirisi sonra gelecek.\n\nDit is privégrond." in heard


@pytest.mark.parametrize("outcome", list(Closing))
async def test_every_outcome_is_said_in_plain_words(
    cast: Cast, karel: Actor, mehmet: Actor, case: Case, outcome: Closing
) -> None:
    await karel.crafts(f"1:desk-close:{case.id}:{outcome.value}")
    await karel.taps("⏭ Sla over, sluit af")
    assert mehmet.reads()[0].startswith("🏁")
    assert (await cast.state_of(case)).outcome is outcome


async def test_stop_leaves_the_case_open(cast: Cast, karel: Actor, mehmet: Actor, case: Case) -> None:
    for press in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost", "✖️ Stop"):
        await karel.taps(press)
    assert mehmet.reads() == []
    assert (await cast.state_of(case)).open


async def test_a_picture_is_no_reason(karel: Actor, case: Case) -> None:
    await karel.crafts(f"1:desk-close:{case.id}:solved")
    assert await karel.sends_photo() == ["Schrijf het in woorden, alsjeblieft."]


async def test_closing_twice_closes_once(karel: Actor, mehmet: Actor, case: Case) -> None:
    await karel.crafts(f"1:desk-close:{case.id}:solved")
    asked = karel.message("Schrijf in één of twee zinnen")
    data = asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await karel.crafts(data, asked["message_id"])
    mehmet.reads()
    assert await karel.crafts(data, asked["message_id"]) == [EXPIRED]
    assert mehmet.reads() == []


async def test_what_is_closed_takes_no_answer_and_no_second_outcome(
    cast: Cast, karel: Actor, mehmet: Actor, case: Case
) -> None:
    await closes(karel, "👍 Opgelost", None)
    mehmet.reads()
    for act in ("take", "answer", "wijk", "category", "close"):
        rest = {"wijk": ":boxbergheide", "category": ":noise", "close": ":solved"}.get(act, "")
        refused = await karel.crafts(f"1:desk-{act}:{case.id}{rest}")
        assert refused == ["Dat kan nu niet meer met deze melding."], act
    assert mehmet.reads() == []
    assert (await cast.state_of(case)).status is Status.HANDLED
    assert karel.buttons_of(f"Melding {case.number}") == ["⋯ Meer"]


async def test_solved_closes_the_circle_without_a_sound(karel: Actor, mehmet: Actor, case: Case) -> None:
    await closes(karel, "👍 Opgelost", None)
    await mehmet.taps("👍 Evet")
    assert f"👍 Dossier {case.number}: de bewoner zegt dat het opgelost is." in karel.reads()


async def test_not_solved_brings_the_case_back_to_who_had_it_with_a_new_day(
    cast: Cast, karel: Actor, mehmet: Actor, case: Case
) -> None:
    await closes(karel, "👍 Opgelost", None)
    karel.reads()
    await mehmet.taps("👎 Hayır")
    card, notice = karel.reads()
    assert "❗ Dringend" in card
    assert "⏰ Antwoord ten laatste" in card
    assert "🔁 Heropend (1×). ✋ Jij hebt dit" in card
    assert notice == f"🔁 Dossier {case.number} is heropend (1×). De bewoner zegt: niet opgelost."
    assert (await cast.state_of(case)).status is Status.REOPENED


async def test_after_the_second_time_the_coordinator_sees_it(
    cast: Cast, karel: Actor, mehmet: Actor, case: Case
) -> None:
    greet = await cast.greet()
    for _ in range(2):
        await closes(karel, "👍 Opgelost", None)
        assert not [text for text in greet.reads() if text.startswith("🔁")]
        await mehmet.taps("👎 Hayır")
    assert [text for text in greet.reads() if case.number in text][-1] == (
        f"🔁 Dossier {case.number} is al 2× heropend. Een gesprek helpt nu meer dan schrijven."
    )


async def test_who_had_it_hears_that_a_colleague_closed_it(cast: Cast, karel: Actor, case: Case) -> None:
    await karel.taps("✋ Ik neem dit")
    lies = await cast.lies()
    await lies.crafts(f"1:desk-close:{case.id}:solved")
    await lies.taps("⏭ Sla over, sluit af")
    assert f"👥 Dossier {case.number}: een collega sloot het af." in karel.reads()
    assert (await cast.state_of(case)).owner == (await karel.member()).id


async def test_the_owner_hears_that_it_was_withdrawn(
    cast: Cast, karel: Actor, mehmet: Actor, case: Case
) -> None:
    async def withdraws(turn: Turn) -> None:
        await People(turn).meet(ChatId(mehmet.phone.chat.id))
        await Cases(turn).withdraw(await Cases(turn).own(case.id))

    await cast.line.turn(withdraws)
    await karel.line.quiet()
    assert f"↩️ Dossier {case.number} is ingetrokken door de bewoner." in karel.reads()
    assert (await cast.state_of(case)).status is Status.WITHDRAWN
