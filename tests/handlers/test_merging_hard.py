"""Cases that go together, where it is hard: other hands, other wijken, no reporter, a partner, who leaves and who was first."""

from bot.domain.cases import Case, CaseKind, Origin, Status, Words
from bot.domain.city import CategoryId, WijkId
from bot.domain.drafts import Part
from bot.domain.people import ChatId
from bot.services.cases import Cases, NewCase
from bot.services.desk import Desk
from bot.services.people import People
from bot.services.quick_answers import QuickAnswers
from bot.services.turn import Turn
from tests.cast import Actor, Cast
from tests.handlers.test_merging import merged, two
from tests.line import Line

PLACE = "Nieuwstraat 12, bij Fatma boven"


async def proposed(turn: Turn) -> str:
    """A quick answer of the desk that leaves a place open."""
    texts = {"nl": "We komen kijken: {place}.", "tr": "Bakıyoruz: {place}.", "bg": "Идваме: {place}."}
    proposal = await QuickAnswers(turn).propose("Plek", texts)
    await turn.tx.run("UPDATE quick_answers SET state = 'approved'")
    return proposal.answer.id


async def closes(actor: Actor, case: Case) -> None:
    await actor.crafts(f"1:desk-close:{case.id}:solved")
    await actor.taps("⏭ Sla over, sluit af")


async def test_what_one_resident_wrote_of_the_place_is_filled_in_for_no_other(line: Line, cast: Cast) -> None:
    karel, mehmet = await cast.karel(), await cast.mehmet()
    member = await karel.member()
    one, other = await two(line, cast)
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET place = :place WHERE id = :id", place=PLACE, id=one.id)
    )

    async def propose(turn: Turn) -> str:
        turn.staff = member
        return await proposed(turn)

    quick = await line.turn(propose)
    await merged(karel, one, other)
    await mehmet.hears()
    await karel.crafts(f"1:desk-menu:{one.id}:place:0:{quick}")
    assert PLACE not in karel.buttons_of(f"Melding {one.number}")
    await karel.crafts(f"1:desk-quick:{one.id}:{quick}:p")
    assert "✅ Verstuur" not in karel.phone.buttons()
    await karel.crafts(f"1:desk-quick:{one.id}:{quick}:w")
    await karel.taps("✅ Verstuur")
    assert not [text for text in await mehmet.hears() if "Fatma" in text]


async def test_who_was_given_the_one_has_all_and_nobody_else_keeps_any(line: Line, cast: Cast) -> None:
    karel, greet, piet = await cast.karel(), await cast.greet(), await cast.piet()
    one, other = await two(line, cast)
    await karel.taps_of(f"Melding {one.number}", "✋ Ik neem dit")
    await merged(karel, one, other)
    await greet.crafts(f"1:give-to:{one.id}:{(await piet.member()).id}")
    assert [(await cast.state_of(case)).owner for case in (one, other)] == [(await piet.member()).id] * 2
    await closes(piet, one)
    assert [(await cast.state_of(case)).status for case in (one, other)] == [Status.HANDLED] * 2


async def test_what_moves_elsewhere_goes_there_alone(line: Line, cast: Cast) -> None:
    karel, piet = await cast.karel(), await cast.piet()
    one, other = await two(line, cast)
    await merged(karel, one, other)
    await karel.taps_of(f"Melding {one.number}", "✋ Ik neem dit")
    await karel.crafts(f"1:desk-wijk:{other.id}:boxbergheide")
    moved = await cast.state_of(other)
    assert (moved.twin_of, moved.owner) == (None, None)
    assert other.number in "".join(await piet.says("/werk"))
    await closes(karel, one)
    assert [(await cast.state_of(case)).status for case in (one, other)] == [Status.HANDLED, Status.IN_HAND]


async def test_what_staff_saw_themselves_may_lead_and_its_reporters_are_answered(
    line: Line, cast: Cast
) -> None:
    karel, mehmet = await cast.karel(), await cast.mehmet()
    member = await karel.member()

    async def observed(turn: Turn) -> Case:
        turn.staff = member
        await People(turn).meet(ChatId(karel.phone.chat.id))
        new = NewCase(
            kind=CaseKind.SIGNAL,
            parts=(Part(Words("Glas op de stoep.")),),
            wijk=WijkId("waterschei-noord"),
            category=CategoryId("waste"),
            origin=Origin.OBSERVED,
        )
        return await Cases(turn).open(new)

    seen = await line.turn(observed)
    other = await cast.case_of(mehmet, "Kaldırımda cam var.")
    await mehmet.hears()
    await merged(karel, seen, other)
    assert "💬 Antwoorden" in karel.buttons_of(f"Melding {seen.number}")
    await karel.taps_of(f"Melding {seen.number}", "💬 Antwoorden")
    await karel.says("Het wordt morgen gekuist.")
    await karel.taps("✅ Verstuur")
    assert "Het wordt morgen gekuist." in "\n".join(await mehmet.hears())


async def test_when_the_one_that_leads_is_gone_the_desk_hears_who_goes_on_without_a_partner(
    line: Line, cast: Cast
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    one, other = await two(line, cast)
    await merged(karel, one, other)
    await karel.crafts(f"1:desk-pass:{one.id}:dienst-groen")
    await karel.says("Er ligt glas.")
    assert "Nieuwstraat, Waterschei-Noord" in karel.message("Er ligt glas.")["text"]
    (shown,) = await karel.taps("📍 Alleen de wijk")
    assert "Nieuwstraat, Waterschei-Noord" not in shown
    assert "«Nieuwstraat» gaat niet mee" in shown
    await karel.taps("✅ Ik gaf het door")

    async def withdraw(turn: Turn) -> None:
        await People(turn).meet(ChatId(jan.phone.chat.id))
        await Cases(turn).withdraw(await Cases(turn).own(one.id))

    await line.turn(withdraw)
    assert (await cast.state_of(other)).status is Status.IN_HAND
    assert [
        text for text in await karel.hears() if other.number in text and "Geef het dan opnieuw door" in text
    ]


async def test_who_was_never_answered_is_never_forgotten(line: Line, cast: Cast) -> None:
    """The one that leads was answered before: it has a later day, and the desk must hear of the other's own."""
    karel = await cast.karel()
    one = await cast.case_of(await cast.jan(), "Er ligt glas op de stoep.")
    await karel.taps_of(f"Melding {one.number}", "✋ Ik neem dit")
    await karel.taps_of(f"Melding {one.number}", "💬 Antwoorden")
    await karel.says("We komen kijken.")
    await karel.taps("✅ Verstuur")
    other = await cast.case_of(await cast.mehmet(), "Kaldırımda cam var.")
    await merged(karel, one, other)
    await line.turn(lambda turn: Desk(turn).remind(other.id))
    assert [text for text in await karel.hears() if other.number in text and "⏰" in text]
    await line.turn(lambda turn: Desk(turn).remind(one.id))
    await karel.hears()
    await line.turn(lambda turn: Desk(turn).late(other.id))
    assert [text for text in await karel.hears() if other.number in text and "laat" in text]


async def test_taken_apart_it_is_in_the_hands_it_was_in(line: Line, cast: Cast) -> None:
    karel, lies = await cast.karel(), await cast.lies()
    one, other = await two(line, cast)
    third = await cast.case_of(await cast.elena(), "Има стъкло.")
    await lies.crafts(f"1:desk-take:{other.id}")
    await lies.crafts(f"1:desk-merge:{other.id}:{third.id}")
    await karel.crafts(f"1:desk-take:{one.id}")
    lies.reads()
    await karel.crafts(f"1:desk-merge:{one.id}:{other.id}")
    me = (await karel.member()).id
    assert [(await cast.state_of(case)).owner for case in (one, other, third)] == [me] * 3
    assert [(await cast.state_of(case)).twin_of for case in (other, third)] == [one.id] * 2
    assert [text for text in lies.reads() if other.number in text and "Een collega heeft het" in text]
    await karel.crafts(f"1:desk-part:{other.id}")
    assert (await cast.state_of(other)).owner == (await lies.member()).id


async def test_an_answer_reaches_whom_the_preview_counted_and_one_alone_where_that_is_pressed(
    line: Line, cast: Cast
) -> None:
    karel, jan, mehmet = await cast.karel(), await cast.jan(), await cast.mehmet()
    one, other = await two(line, cast)
    await karel.crafts(f"1:desk-answer:{one.id}")
    await karel.says("Voor Jan, vóór alles.")
    card = karel.message(f"Melding {one.number}")["message_id"]
    await karel.crafts(f"1:desk-merge:{one.id}:{other.id}", card)
    await karel.taps_of("Voor Jan, vóór alles.", "✅ Verstuur")
    await karel.crafts(f"1:desk-answer:{one.id}")
    await karel.says("Bel je mij, Jan?")
    (alone,) = await karel.taps("👤 Alleen deze bewoner")
    assert "bewoners" not in alone
    assert "👤 Alleen deze bewoner" not in karel.buttons_of("Bel je mij, Jan?")
    (more,) = await karel.says("Voor de middag.")
    assert "bewoners" not in more
    await karel.taps_of("Voor de middag.", "✅ Verstuur")
    for said in ("Voor Jan, vóór alles.", "Bel je mij, Jan?"):
        assert said in "\n".join([*await jan.hears(), *jan.phone.heard()])
        assert said not in "\n".join([*await mehmet.hears(), *mehmet.phone.heard()])
    (why,) = await karel.crafts(f"1:desk-close:{one.id}:solved")
    assert "Dit gaat naar 2 bewoners, elk apart." in why
