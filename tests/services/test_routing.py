"""Nothing is ever unowned: who is responsible, whoever is there."""

from bot.domain.cases import Case
from bot.domain.people import Role
from bot.services.routing import Routing
from bot.services.staff import Staff
from tests.cast import WATERSCHEI, Actor, Cast
from tests.line import Line


async def responsible(line: Line, case: Case) -> list[Role]:
    found = await line.turn(lambda turn: Routing(turn).responsible(case))
    return [member.role for member in found]


async def who_answers(line: Line, case: Case) -> Role:
    role: Role = await line.turn(lambda turn: Routing(turn).who_answers(case))
    return role


def has_card(actor: Actor, case: Case) -> bool:
    return any(text.startswith(f"Melding {case.number}") for text in actor.phone.heard())


async def test_the_wijkmanagers_come_first_then_the_coordinator_then_the_administrators(
    line: Line, cast: Cast
) -> None:
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    assert await responsible(line, case) == []
    assert await who_answers(line, case) is Role.WIJKMANAGER
    await cast.bram()
    assert await responsible(line, case) == [Role.ADMINISTRATOR]
    await cast.greet()
    await cast.piet()
    await cast.tine()
    assert await responsible(line, case) == [Role.COORDINATOR]
    await cast.karel()
    await cast.lies()
    assert await responsible(line, case) == [Role.WIJKMANAGER, Role.WIJKMANAGER]


async def test_a_case_without_a_wijk_is_the_coordinators(line: Line, cast: Cast) -> None:
    case = await cast.case_of(await cast.jan(), "Ergens", wijk=None)
    assert await who_answers(line, case) is Role.COORDINATOR
    await cast.karel()
    await cast.bram()
    assert await responsible(line, case) == [Role.ADMINISTRATOR]
    await cast.greet()
    assert await responsible(line, case) == [Role.COORDINATOR]


async def test_an_administrator_is_never_responsible_for_what_is_sensitive(line: Line, cast: Cast) -> None:
    case = await cast.case_of(await cast.jan(), "Vocht", category="housing")
    bram = await cast.bram()
    assert await responsible(line, case) == []
    assert not has_card(bram, case)


async def test_who_has_stopped_the_bot_is_passed_over(line: Line, cast: Cast) -> None:
    karel, greet = await cast.karel(), await cast.greet()
    karel.phone.blocks()
    await line.quiet()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    if not has_card(greet, case):  # the block is known at the latest when the card does not arrive
        await line.quiet()
    assert has_card(greet, case)
    assert not has_card(karel, case)


async def test_what_waited_for_nobody_comes_to_whoever_joins(cast: Cast) -> None:
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    piet = await cast.piet()
    assert not has_card(piet, case)
    karel = await cast.karel()
    assert has_card(karel, case)


async def test_who_joins_a_long_list_gets_ten_cards_and_a_hint(cast: Cast) -> None:
    jan = await cast.jan()
    cases = [await cast.case_of(jan, f"Nummer {count}") for count in range(12)]
    karel = await cast.karel()
    assert sum(has_card(karel, case) for case in cases) == 10
    assert "⏳ Er wachten nog 2 dossiers. Met /werk zie je alles." in karel.phone.heard()


async def test_what_somebody_had_goes_to_the_others_when_released_and_the_cards_go_blank(
    line: Line, cast: Cast
) -> None:
    karel, lies, greet = await cast.karel(), await cast.lies(), await cast.greet()
    gone = await cast.case_of(await cast.jan(), "Er ligt glas")
    karel.phone.deletes(karel.message(gone.number)["message_id"])
    case = await cast.case_of(await cast.jan(), "Er ligt afval " * 200)
    await karel.taps("✋ Ik neem dit")
    lies.reads()
    member = await karel.member()
    await line.turn(lambda turn: Staff(turn).release(member.id))
    heard = await lies.hears()
    assert any("⏳ Nog niet genomen" in text for text in heard)
    assert f"⏳ Dossier {case.number} heeft niemand meer. Neem jij het?" in heard
    await karel.hears()
    assert not [text for text in karel.phone.heard() if "afval" in text]
    assert f"Dossier {case.number} hoort niet meer bij jou." in karel.phone.heard()
    assert not [text for text in karel.phone.heard() if gone.number in text], (
        "of a card that was deleted nothing comes"
    )
    assert not has_card(greet, case)
    await lies.taps("✋ Ik neem dit")
    assert (await cast.state_of(case)).owner == (await lies.member()).id


async def test_what_is_reopened_after_its_owner_left_waits_for_the_others_at_once(
    line: Line, cast: Cast
) -> None:
    karel, lies, jan = await cast.karel(), await cast.lies(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    for press in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost", "⏭ Sla over, sluit af"):
        await karel.taps(press)
    lies.reads()
    gone = await karel.member()
    await line.turn(lambda turn: Staff(turn).release(gone.id))
    await lies.hears()
    await jan.taps("👎 Nee")
    assert f"🔁 Dossier {case.number} is heropend (1×). De bewoner zegt: niet opgelost." in await lies.hears()
    assert (await cast.state_of(case)).owner is None
    assert "✋ Ik neem dit" in lies.buttons_of(f"Melding {case.number}")
    assert case.number in (await lies.says("/werk"))[-1]


async def test_a_release_elsewhere_brings_nobody_a_card(line: Line, cast: Cast) -> None:
    karel, piet, jan = await cast.karel(), await cast.piet(), await cast.jan()
    for number in range(line.running.city.limits.cases + 2):
        await cast.case_of(jan, f"Er ligt afval {number}")
    karel.reads()
    gone = await piet.member()
    await line.turn(lambda turn: Staff(turn).release(gone.id))
    assert await karel.hears() == []


async def test_without_a_colleague_it_goes_to_the_coordinator(line: Line, cast: Cast) -> None:
    karel, greet = await cast.karel(), await cast.greet()
    untouched = await cast.case_of(await cast.jan(), "Er ligt afval")
    taken = await cast.case_of(await cast.jan(), "Er ligt nog afval")
    await karel.crafts(f"1:desk-take:{taken.id}")
    member = await karel.member()
    await line.turn(lambda turn: Staff(turn).release(member.id))
    await line.quiet()
    assert has_card(greet, untouched)
    assert has_card(greet, taken)


async def test_another_role_for_the_same_person_loses_no_case(line: Line, cast: Cast) -> None:
    karel = await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    await line.invited(karel.phone, Role.WIJKMANAGER, WATERSCHEI)
    assert "⏳ Nog niet genomen" in karel.message(f"Melding {case.number}")["text"]
    await karel.taps("✋ Ik neem dit")
    assert (await cast.state_of(case)).owner == (await karel.member()).id


async def test_what_somebody_had_who_stopped_the_bot_goes_to_the_others(line: Line, cast: Cast) -> None:
    karel, lies, jan = await cast.karel(), await cast.lies(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    lies.reads()
    karel.phone.blocks()
    await jan.says("En nog meer", reply_to=jan.message("✅ Ontvangen")["message_id"])
    await line.quiet()
    await lies.hears()
    assert "⏳ Nog niet genomen" in lies.message(f"Melding {case.number}")["text"]
    await lies.taps("✋ Ik neem dit")
    assert (await cast.state_of(case)).owner == (await lies.member()).id
