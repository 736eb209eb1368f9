"""Staff who are in the middle of one thing and write about another: nothing ends up where it does not belong."""

import pytest

from bot.domain.cases import Case
from tests.cast import Actor, Cast

BUSY = (
    "Je antwoordt op een melding, maar je bent nog met iets anders bezig. "
    "Maak dat eerst af of druk op Stop. Stuur dit daarna opnieuw."
)
FOR_ONE = "Beste mevrouw, uw schuldenplan is klaar."


@pytest.fixture
async def karel(cast: Cast) -> Actor:
    return await cast.karel()


@pytest.fixture
async def elena(cast: Cast) -> Actor:
    return await cast.elena()


@pytest.fixture
async def first(cast: Cast, karel: Actor, elena: Actor) -> Case:
    case = await cast.case_of(elena, "Боклукът стои от една седмица")
    karel.reads()
    elena.reads()
    return case


@pytest.fixture
async def second(cast: Cast, karel: Actor, first: Case) -> Case:  # noqa: ARG001 - it comes after the first
    case = await cast.case_of(await cast.mehmet(), "Sokak lambası yanmıyor")
    karel.reads()
    return case


async def test_a_reply_to_a_case_is_never_the_text_of_an_announcement(karel: Actor, first: Case) -> None:
    await karel.says("/bericht")
    await karel.taps("🏘 Wijk")
    await karel.taps("🎉 Activiteiten")
    card = karel.message(first.number)["message_id"]
    assert await karel.says(FOR_ONE, reply_to=card) == [BUSY]
    await karel.says("Zaterdag ruimen we samen op.")
    await karel.taps("✍️ Zelf schrijven")
    assert await karel.says(FOR_ONE, reply_to=card) == [BUSY]


async def test_a_reply_to_one_case_is_no_note_in_another(karel: Actor, first: Case, second: Case) -> None:
    card = karel.message(first.number)["message_id"]
    await karel.taps("⋯ Meer")
    await karel.taps("📝 Notitie")
    assert await karel.says(FOR_ONE, reply_to=card) == [BUSY]
    assert (await karel.says("Gebeld"))[-1].startswith(f"📝 Notitie bewaard bij dossier {second.number}")


async def test_a_reply_to_one_case_is_no_reason_to_close_another(
    karel: Actor, first: Case, second: Case
) -> None:
    card = karel.message(first.number)["message_id"]
    for press in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost"):
        await karel.taps(press)
    assert await karel.says(FOR_ONE, reply_to=card) == [BUSY]
    await karel.says("Hersteld.")
    assert f"{second.number} is afgesloten" in (await karel.taps("✅ Sluit af"))[-1]


async def test_words_that_wait_for_a_case_begin_its_answer(karel: Actor, first: Case) -> None:
    await karel.says("We komen morgen.")
    (preview,) = await karel.crafts(*answer_button(karel, first))
    assert "We komen morgen." in preview
    (preview,) = await karel.says("Om tien uur.")
    assert "We komen morgen.\nOm tien uur." in preview


async def test_words_that_wait_for_a_case_are_part_of_a_reply(karel: Actor, first: Case) -> None:
    await karel.says("We komen morgen.")
    (preview,) = await karel.says("Om tien uur.", reply_to=karel.message(first.number)["message_id"])
    assert "We komen morgen.\nOm tien uur." in preview


async def test_a_seen_reason_is_decided_about_before_an_answer_begins(karel: Actor, first: Case) -> None:
    answer = answer_button(karel, first)
    for press in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost"):
        await karel.taps(press)
    await karel.says("Hersteld.")
    assert (await karel.crafts(*answer))[-1].startswith("Wat je daarnet schreef, is nog niet verstuurd.")
    assert f"{first.number} is afgesloten" in (await karel.taps("✅ Sluit af"))[-1]


async def test_an_announcement_goes_on_after_an_answer_in_between(karel: Actor, first: Case) -> None:
    answer = answer_button(karel, first)
    await karel.says("/bericht")
    await karel.taps("🏘 Wijk")
    await karel.taps("🎉 Activiteiten")
    await karel.crafts(*answer)
    await karel.says("We komen morgen.")
    await karel.taps("✅ Verstuur")
    await karel.says("Zaterdag ruimen we samen op.")
    assert "✍️ Zelf schrijven" in karel.phone.buttons()


async def test_an_answer_is_decided_about_before_an_announcement_begins(karel: Actor, first: Case) -> None:
    await karel.says("We komen morgen.", reply_to=karel.message(first.number)["message_id"])
    assert (await karel.says("/bericht"))[-1].startswith("Wat je daarnet schreef, is nog niet verstuurd.")


async def test_a_reply_to_loose_words_adds_to_them(karel: Actor, first: Case) -> None:
    await karel.says("We komen morgen.")
    (which,) = await karel.says("Om tien uur.", reply_to=karel.message("Bij welk")["message_id"])
    assert which.startswith("Bij welk")
    (preview,) = await karel.crafts(*answer_button(karel, first))
    assert "We komen morgen.\nOm tien uur." in preview


async def test_a_reply_to_a_case_that_went_elsewhere_is_no_answer_in_another(
    cast: Cast, karel: Actor, first: Case, second: Case
) -> None:
    greet = await cast.greet()
    gone = karel.message(first.number)["message_id"]
    await greet.crafts(f"1:desk-wijk:{first.id}:boxbergheide")
    await karel.crafts(*answer_button(karel, second))
    assert await karel.says(FOR_ONE, reply_to=gone) == [BUSY]


def answer_button(karel: Actor, case: Case) -> tuple[str, int]:
    """What the button below the card of this case sends, and where it stands."""
    card = karel.message(case.number)
    rows = card["reply_markup"]["inline_keyboard"]
    (data,) = [one["callback_data"] for row in rows for one in row if one["text"] == "💬 Antwoorden"]
    return data, card["message_id"]


async def test_of_who_talks_too_a_reply_to_one_case_never_goes_into_another(cast: Cast) -> None:
    selin, mehmet = await cast.selin(), await cast.mehmet()
    cases = [await cast.case_of(mehmet, words, category="housing") for words in ("Küf var", "Kapı kırık")]
    await cast.line.turn(lambda turn: turn.tx.run("UPDATE cases SET talk = 1"))
    for case in cases:
        await selin.crafts(f"1:desk-open:{case.id}")
    await selin.crafts(f"1:desk-answer:{cases[0].id}")
    below = selin.message(f"Melding {cases[1].number}")["message_id"]
    (refused,) = await selin.says("Yarın geliyorum.", reply_to=below)
    assert refused.startswith("Je antwoordt op een melding, maar je bent nog met iets anders bezig.")
    (preview,) = await selin.says("Yarın geliyorum.")
    assert f"(dossier {cases[0].number})" in preview
