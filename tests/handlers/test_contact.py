"""Speaking for somebody, visits and reading along: what else can happen, and who may not."""

from datetime import timedelta
from typing import Final

import pytest

from bot.domain.absences import Absence
from bot.domain.cases import Case, CaseKind, Origin, Words
from bot.domain.city import CategoryId, WijkId
from bot.domain.drafts import Part
from bot.domain.errors import HandOverInvalid
from bot.domain.people import ChatId, Role
from bot.services.absences import Absences
from bot.services.cases import Cases, NewCase
from bot.services.erasure import Erasure
from bot.services.hand_overs import HandOvers
from bot.services.people import People
from bot.services.staff import Staff
from bot.services.turn import Turn
from storage.cases import get_case
from storage.database import Transaction
from storage.sealing import KeyWrong
from tests.cast import NOORD, WATERSCHEI, Actor, Cast
from tests.line import Line

NOT_YOURS: Final = "Dit hoort niet bij jouw wijken."
EXPIRED: Final = "Deze knop werkt niet meer. Kies opnieuw in het menu."
STORY: Final = "De kelder staat vol afval."


async def spoken_for(line: Line, actor: Actor) -> Case:
    """A case that a contact worker has sent for somebody."""

    async def opened(turn: Turn) -> Case:
        await People(turn).meet(ChatId(actor.phone.chat.id))
        new = NewCase(
            kind=CaseKind.SIGNAL,
            parts=(Part(Words(STORY)),),
            category=CategoryId("waste"),
            wijk=WijkId("waterschei-noord"),
            origin=Origin.BEHALF,
        )
        return await Cases(turn).open(new)

    case: Case = await line.turn(opened)
    await line.quiet()
    return case


async def kept(line: Line, case: Case) -> Case:
    found: Case = await line.read(lambda tx: get_case(tx, case.id))
    return found


async def released(line: Line, actor: Actor) -> None:
    member = await actor.member()
    await line.turn(lambda turn: Staff(turn).release(member.id))
    await line.quiet()


async def test_who_is_released_is_spoken_for_by_a_colleague_else_the_coordinator_hears(
    line: Line, cast: Cast
) -> None:
    karel, greet, selin = await cast.karel(), await cast.greet(), await cast.selin()
    case = await spoken_for(line, selin)
    await selin.crafts(f"1:visit-on:{case.id}:{(line.clock() + timedelta(days=3)).date()}")
    ceren = await cast.staff("ceren", 5_500_000_812, Role.CONTACT_WORKER, NOORD, "tr")
    await released(line, selin)
    assert any("je collega werkt hier niet meer" in text for text in ceren.reads())
    [load] = await ceren.says("/werk")
    assert case.number in load
    assert "🏠" in load
    await karel.taps_of(f"Melding {case.number}", "💬 Antwoorden")
    await karel.says("Ik kom morgen.")
    await karel.taps("✅ Verstuur")
    assert any("Ik kom morgen." in text for text in ceren.reads())
    assert not any("Ik kom morgen." in text for text in selin.phone.heard())
    greet.reads()
    await released(line, ceren)
    assert any("niemand spreekt nog namens" in text for text in greet.reads())
    assert (await kept(line, case)).resident is None
    (visit,) = await line.read(lambda tx: tx.all("SELECT staff_id FROM visits"))
    assert visit["staff_id"] == (await karel.member()).id
    assert f"🏠 Dossier {case.number}: het bezoek" in "".join(karel.reads())


async def test_while_a_contact_worker_is_away_a_colleague_of_the_organisation_speaks_and_goes(
    line: Line, cast: Cast
) -> None:
    karel, selin = await cast.karel(), await cast.selin()
    case = await spoken_for(line, selin)
    day = (line.clock() + timedelta(days=2)).date()
    await selin.crafts(f"1:visit-on:{case.id}:{day}")
    stranger = await cast.staff(
        "boyan", 811, Role.CONTACT_WORKER, WATERSCHEI, "bg", organisation="Buurtwerk vzw"
    )
    me = (await selin.member()).id
    away = Absence(me, line.clock().date(), day + timedelta(days=1))
    karel.reads()

    async def leaves(turn: Turn) -> None:
        await People(turn).meet(ChatId(selin.phone.chat.id))
        await Absences(turn).plan(away)

    async def returns(turn: Turn) -> None:
        await Absences(turn).end(me)

    await line.turn(leaves)
    await line.quiet()
    told = karel.reads()
    assert any("Een antwoord wacht tot die er weer is." in text for text in told)
    assert any("het bezoek dat een collega had gepland, is nu voor jou" in text for text in told)
    assert (await kept(line, case)).opened_by == me
    await line.turn(returns)
    await selin.crafts(f"1:visit-on:{case.id}:{day}")
    ceren = await cast.staff("ceren", 5_500_000_812, Role.CONTACT_WORKER, NOORD, "tr")
    await line.turn(leaves)
    await line.quiet()
    visit = f"🏠 Dossier {case.number}: het bezoek dat een collega had gepland, is nu voor jou."
    assert ceren.reads() == [
        "🤝 Je collega is afwezig: intussen spreek jij in 1 dossier namens iemand. Kijk met /werk.",
        f"{visit} Die ochtend krijg je een herinnering.",
    ]
    await karel.taps_of(f"Melding {case.number}", "💬 Antwoorden")
    await karel.says("Ik kom morgen.")
    await karel.taps("✅ Verstuur")
    assert any("Ik kom morgen." in text for text in ceren.reads())
    selin.reads()
    await line.turn(returns)
    await line.quiet()
    assert ceren.reads()[-1].startswith("👋 Je collega is er weer en spreekt in 1 dossier weer zelf.")
    assert "👋 Welkom terug. 1 dossier is weer van jou. Met /werk zie je wat wacht." in selin.reads()
    await karel.taps_of(f"Melding {case.number}", "💬 Antwoorden")
    await karel.says("Ik kom pas donderdag.")
    await karel.taps("✅ Verstuur")
    assert any("Ik kom pas donderdag." in text for text in selin.reads())
    assert not any(case.number in text or "Ik kom" in text for text in stranger.phone.heard())


async def test_a_case_is_handed_over_by_who_began_it_to_one_person_within_a_week(
    line: Line, cast: Cast
) -> None:
    karel, selin, jan = await cast.karel(), await cast.selin(), await cast.jan()
    other = await cast.staff("boyan", 5_500_000_811, Role.CONTACT_WORKER, WATERSCHEI, "bg")
    case = await spoken_for(line, selin)
    selin.reads()
    for actor, refusal in ((karel, NOT_YOURS), (other, NOT_YOURS), (jan, EXPIRED)):
        for press in ("over", "load-case"):
            heard = await actor.crafts(f"1:{press}:{case.id}")
            assert refusal in heard, (press, heard)
    assert await selin.crafts("1:over:999999") == [NOT_YOURS]
    first, _ = await selin.crafts(f"1:over:{case.id}")
    second, code = await selin.crafts(f"1:over:{case.id}")
    assert "scannen" in code
    old, new = (text.split("start=over-")[1].split()[0] for text in (first, second))
    assert any("werkt niet meer" in text for text in await jan.starts(f"over-{old}"))
    await line.turn(lambda turn: too_late(turn, jan, new))
    assert any("is nu van jou" in text for text in await jan.starts(f"over-{new}"))
    taken = await kept(line, case)
    assert taken.origin is Origin.HANDED_OVER
    assert NOT_YOURS in await selin.crafts(f"1:over:{case.id}")
    await line.turn(lambda turn: erases(turn, jan, taken))
    assert await line.read(lambda tx: tx.all("SELECT * FROM hand_overs")) == []


async def erases(turn: Turn, actor: Actor, case: Case) -> None:
    await People(turn).meet(ChatId(actor.phone.chat.id))
    await Erasure(turn).one(case)


async def too_late(turn: Turn, actor: Actor, token: str) -> None:
    """Eight days from now the link takes nothing over."""
    await People(turn).meet(ChatId(actor.phone.chat.id))
    turn.now += timedelta(days=8)
    with pytest.raises(HandOverInvalid):
        await HandOvers(turn).take(token)


async def test_a_visit_is_planned_by_who_spoke_and_by_the_desk_and_by_nobody_else(
    line: Line, cast: Cast
) -> None:
    karel, selin, jan, piet = await cast.karel(), await cast.selin(), await cast.jan(), await cast.piet()
    case = await spoken_for(line, selin)
    soon, past = (line.clock() + timedelta(days=2)).date(), (line.clock() - timedelta(days=2)).date()
    for actor, refusal in ((piet, NOT_YOURS), (jan, EXPIRED)):
        for data in (f"visit:{case.id}", f"visit-on:{case.id}:{soon}", f"visit-done:{case.id}"):
            assert refusal in await actor.crafts(f"1:{data}"), data
    for day in (past, "morgen", line.clock().date() + timedelta(days=90)):
        assert EXPIRED in await karel.crafts(f"1:visit-on:{case.id}:{day}")
    assert await line.read(lambda tx: tx.all("SELECT * FROM visits")) == []
    await karel.crafts(f"1:desk-menu:{case.id}:more:0:-")
    await karel.taps("🏠 Bezoek plannen")
    await karel.taps("Vandaag")
    assert "🏠 Bezoek" in karel.message(f"Melding {case.number}")["text"]
    await karel.crafts(f"1:visit-drop:{case.id}")
    assert "Dat kan nu niet meer met deze melding." in await karel.crafts(f"1:visit-done:{case.id}")


async def test_notes_of_one_organisation_are_closed_to_the_other_and_sealed_for_it(
    line: Line, cast: Cast
) -> None:
    karel, selin = await cast.karel(), await cast.selin()
    case = await spoken_for(line, selin)
    await line.turn(
        lambda turn: turn.tx.run("UPDATE staff SET organisation = 'Buurtwerk' WHERE role = 'contact-worker'")
    )
    other = await cast.staff("boyan", 5_500_000_811, Role.CONTACT_WORKER, WATERSCHEI, "bg")
    assert await other.crafts(f"1:desk-note:{case.id}") == [NOT_YOURS]
    await selin.crafts(f"1:desk-note:{case.id}")
    await selin.says("Na 17 uur thuis.")
    await karel.crafts(f"1:desk-note:{case.id}")
    await karel.says("Ploeg gebeld.")
    rows = await line.read(lambda tx: tx.all("SELECT text, sealed, organisation FROM notes ORDER BY id"))
    assert [row["text"] for row in rows] == ["", "Ploeg gebeld."]
    assert rows[0]["sealed"] is not None
    assert "Na 17 uur thuis." not in "".join(await karel.says(f"/dossier {case.number}"))
    [one] = await selin.crafts(f"1:load-case:{case.id}")
    assert "Na 17 uur thuis." in one

    async def swapped(tx: Transaction) -> str:
        """The city's own key does not open it."""
        try:
            return tx.sealer.unseal(rows[0]["sealed"]).decode()
        except KeyWrong:
            return ""

    assert await line.read(swapped) == ""


async def test_a_resident_hears_once_that_somebody_reads_along_and_may_refuse(cast: Cast) -> None:
    selin, greet, mehmet = await cast.selin(), await cast.greet(), await cast.mehmet()
    await cast.case_of(mehmet, "Kapının önünde çöp var.")
    told = [text for text in mehmet.reads() if "çeviri için" in text]
    assert len(told) == 1
    assert any("çöp var" in text for text in selin.reads())
    await mehmet.taps("🙅 Okumasın")
    assert await selin.says("/vertalen") == ["✅ Er wacht geen vertaling op jou."]
    await cast.case_of(mehmet, "Her gece gürültü var.", category="noise")
    assert not any("gürültü" in text for text in selin.reads())
    assert any("wacht een vertaling" in text for text in greet.reads())
    assert not any("çeviri için" in text for text in mehmet.reads())
    await mehmet.says("/gegevens")
    await mehmet.taps("👥 Kim okuyor?")
    await mehmet.taps("👥 Okuyabilir")
    assert any("gürültü" in text for text in selin.reads())
    assert EXPIRED in await selin.crafts("1:along:no")
