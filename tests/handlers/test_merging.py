"""Two reports of one thing: put together by the desk, answered at once, and no resident learns of another."""

import pytest

from bot.domain.cases import Case, Status
from bot.domain.people import ChatId
from bot.services.cases import Cases
from bot.services.erasure import Erasure
from bot.services.own_data import OwnData
from bot.services.people import People
from bot.services.turn import Turn
from storage.database import Transaction
from tests.cast import Actor, Cast
from tests.line import Line

EXPIRED = "Deze knop werkt niet meer. Kies opnieuw in het menu."
NOT_YOURS = "Dit hoort niet bij jouw wijken."
NOT_NOW = "Dat kan nu niet meer met deze melding."


async def two(line: Line, cast: Cast) -> tuple[Case, Case]:
    """Jan's and Mehmet's, of the same street."""
    one = await cast.case_of(await cast.jan(), "Er ligt glas op de stoep.")
    other = await cast.case_of(await cast.mehmet(), "Kaldırımda cam var.")
    await line.turn(lambda turn: turn.tx.run("UPDATE cases SET place = 'Nieuwstraat'"))
    return one, other


async def merged(karel: Actor, one: Case, other: Case) -> None:
    await karel.taps_of(f"Melding {one.number}", "⋯ Meer")
    await karel.taps_of(f"Melding {one.number}", "🔗 Samenvoegen")
    likely = next(
        key for key in karel.buttons_of(f"Melding {one.number}") if key.startswith(f"{other.number} 🗑 · ")
    )
    await karel.taps_of(f"Melding {one.number}", likely)
    await karel.taps_of("over hetzelfde?", "🔗 Samenvoegen")


async def test_one_answer_reaches_everybody_and_nobody_learns_of_another(line: Line, cast: Cast) -> None:
    karel, jan, mehmet = await cast.karel(), await cast.jan(), await cast.mehmet()
    one, other = await two(line, cast)
    await karel.taps_of(f"Melding {other.number}", "⋯ Meer")
    assert (
        f"🔗 Lijkt op {one.number}: zelfde plek, zelfde week."
        in karel.message(f"Melding {other.number}")["text"]
    )
    await merged(karel, one, other)
    assert f"🔗 Samengevoegd. Werk verder in dossier {one.number}." in karel.phone.heard()
    assert f"🔗 Samen met {other.number}" in karel.message(f"Melding {one.number}")["text"]
    assert karel.buttons_of(f"Melding {other.number}") == [f"📁 Naar {one.number}", "✂️ Losmaken", "⋯ Meer"]
    assert f"{other.number}" not in "".join(await karel.says("/werk"))
    await jan.hears()
    await mehmet.hears()
    await karel.taps_of(f"Melding {one.number}", "✋ Ik neem dit")
    await karel.taps_of(f"Melding {one.number}", "💬 Antwoorden")
    (preview,) = await karel.says("We komen morgen kijken.")
    assert "🔗 Dit gaat naar 2 bewoners, elk apart. Schrijf niets over de anderen." in preview
    await karel.taps("✅ Verstuur")
    to_jan, to_mehmet = "\n".join(await jan.hears()), "\n".join(await mehmet.hears())
    assert "We komen morgen kijken." in to_jan
    assert "We komen morgen kijken." in to_mehmet
    assert one.number in to_jan
    assert other.number in to_mehmet
    assert other.number not in to_jan
    assert one.number not in to_mehmet
    await karel.taps("✏️ Verbeter")
    await karel.says("We komen overmorgen kijken.")
    await karel.taps("✅ Verstuur")
    for actor in (jan, mehmet):
        assert "We komen overmorgen kijken." in "\n".join(await actor.hears())
        assert not [text for text in actor.phone.heard() if "We komen morgen kijken." in text]
    await karel.taps_of(f"Melding {one.number}", "⋯ Meer")
    await karel.taps_of(f"Melding {one.number}", "✅ Afsluiten")
    await karel.taps_of(f"Melding {one.number}", "👍 Opgelost")
    await karel.says("Het glas is weg.")
    await karel.taps("✅ Sluit af")
    assert [(await cast.state_of(case)).status for case in (one, other)] == [Status.HANDLED] * 2
    await line.quiet()
    for actor, theirs in ((jan, other.number), (mehmet, one.number)):
        heard = "\n".join(actor.phone.heard())
        assert "Het glas is weg." in heard
        assert theirs not in heard


async def test_taken_apart_again_each_is_answered_alone(line: Line, cast: Cast) -> None:
    karel, jan, mehmet = await cast.karel(), await cast.jan(), await cast.mehmet()
    piet = await cast.piet()
    one, other = await two(line, cast)
    assert await piet.crafts(f"1:desk-twin:{one.id}:{other.id}") == [NOT_YOURS]
    assert await piet.crafts(f"1:desk-merge:{one.id}:{other.id}") == [NOT_YOURS]
    await merged(karel, one, other)
    assert await piet.crafts(f"1:desk-part:{other.id}") == [NOT_YOURS]
    karel.reads()
    assert NOT_NOW in await karel.crafts(f"1:desk-merge:{one.id}:{other.id}")
    await karel.taps_of(f"Melding {one.number}", "✋ Ik neem dit")
    await karel.taps_of(f"Melding {other.number}", "✂️ Losmaken")
    assert NOT_NOW in await karel.crafts(f"1:desk-part:{other.id}")
    assert "🔗 Samen met" not in karel.message(f"Melding {one.number}")["text"]
    assert [(await cast.state_of(case)).owner for case in (one, other)] == [(await karel.member()).id] * 2
    await mehmet.hears()
    await karel.taps_of(f"Melding {one.number}", "💬 Antwoorden")
    await karel.says("Alleen voor Jan.")
    await karel.taps("✅ Verstuur")
    assert not [text for text in await mehmet.hears() if "Jan" in text]
    assert [text for text in await jan.hears() if "Alleen voor Jan." in text]


@pytest.mark.parametrize("leaves", ["erased", "withdrawn", "sensitive"])
async def test_what_becomes_of_one_leaves_the_other_whole(line: Line, cast: Cast, leaves: str) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    one, other = await two(line, cast)
    await merged(karel, one, other)
    await karel.crafts(f"1:desk-pass:{one.id}:dienst-groen")
    await karel.says("Er ligt glas.")
    await karel.taps("✅ Ik gaf het door")
    assert (await cast.state_of(other)).status is Status.PASSED_ON

    async def leave(turn: Turn) -> None:
        await People(turn).meet(ChatId(jan.phone.chat.id))
        own = await Cases(turn).own(one.id)
        exported = str(await OwnData(turn).of(turn.person)) if turn.person else ""
        assert "merged" not in exported
        assert other.number not in exported
        await (Erasure(turn).one(own) if leaves == "erased" else Cases(turn).withdraw(own))

    if leaves == "sensitive":
        await karel.crafts(f"1:desk-category:{one.id}:housing")
    else:
        await line.turn(leave)
    await karel.hears()
    left = await cast.state_of(other)
    assert (left.twin_of, left.status, left.alias) == (None, Status.IN_HAND, other.alias)
    assert other.number in "".join(await karel.says("/werk"))
    assert "🔗 Hoort bij" not in karel.message(f"Melding {other.number}")["text"]


async def test_who_says_that_it_is_not_solved_stands_alone_again(line: Line, cast: Cast) -> None:
    karel, mehmet = await cast.karel(), await cast.mehmet()
    one, other = await two(line, cast)
    await merged(karel, one, other)
    await karel.taps_of(f"Melding {one.number}", "⋯ Meer")
    await karel.taps_of(f"Melding {one.number}", "✅ Afsluiten")
    await karel.taps_of(f"Melding {one.number}", "👍 Opgelost")
    await karel.taps("⏭ Sla over, sluit af")
    await mehmet.hears()
    await mehmet.taps("👎 Hayır")
    assert (await cast.state_of(other)).status is Status.REOPENED
    assert (await cast.state_of(other)).twin_of is None
    assert (await cast.state_of(one)).status is Status.HANDLED
    rows = await line.read(_twins)
    assert rows == []


async def _twins(tx: Transaction) -> list[int]:
    return [row["id"] for row in await tx.all("SELECT id FROM cases WHERE twin_of IS NOT NULL")]
