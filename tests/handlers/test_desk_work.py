"""Where a case belongs; what waits; and one case with all that was done."""

import pytest

from bot.domain.cases import Case
from tests.cast import Actor, Cast
from tests.line import Line


@pytest.fixture
async def karel(cast: Cast) -> Actor:
    return await cast.karel()


@pytest.fixture
async def jan(cast: Cast) -> Actor:
    return await cast.jan()


async def test_another_wijk_means_other_people_and_the_resident_is_told(
    cast: Cast, karel: Actor, jan: Actor
) -> None:
    piet = await cast.piet()
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    jan.reads()
    heard = await karel.crafts(f"1:desk-wijk:{case.id}:boxbergheide")
    assert heard[-1] == f"🏘 Dossier {case.number} hoort nu bij Boxbergheide."
    assert karel.message("hoort niet meer")["text"] == f"Dossier {case.number} hoort niet meer bij jou."
    assert "⏳ Nog niet genomen" in piet.message(case.number)["text"]
    (told,) = jan.reads()
    assert told.startswith(
        f"🏘 Melding {case.number}: iemand anders antwoordt je. Wie nu antwoordt: de wijkmanager van Boxbergheide. Ten laatste: "
    )
    assert (await cast.state_of(case)).owner is None
    assert await karel.crafts(f"1:desk-take:{case.id}") == ["Dit hoort niet bij jouw wijken."]


async def test_who_also_works_there_keeps_the_case(cast: Cast, jan: Actor) -> None:
    lies = await cast.lies()
    case = await cast.case_of(jan, "Er ligt afval")
    await lies.taps("✋ Ik neem dit")
    await lies.crafts(f"1:desk-wijk:{case.id}:oud-waterschei")
    assert "📍 Oud-Waterschei" in lies.message(f"Melding {case.number}")["text"]
    assert (await cast.state_of(case)).owner == (await lies.member()).id


async def test_the_coordinator_gives_a_wijk_to_a_case_that_has_none(
    cast: Cast, karel: Actor, jan: Actor
) -> None:
    greet = await cast.greet()
    case = await cast.case_of(jan, "Ergens ligt afval", wijk=None)
    assert "📍 Nog geen wijk" in greet.message(case.number)["text"]
    assert not [text for text in karel.reads() if case.number in text]
    await greet.taps("⋯ Meer")
    await greet.taps("🏘 Andere wijk")
    while "Waterschei-Noord" not in greet.buttons_of(case.number):
        await greet.taps("➡️ Volgende")
    await greet.taps("Waterschei-Noord")
    assert "📍 Waterschei-Noord" in karel.message(case.number)["text"]


async def test_who_sees_a_case_no_more_keeps_neither_its_words_nor_its_pictures(
    cast: Cast, karel: Actor, jan: Actor
) -> None:
    greet = await cast.greet()
    story = "Er ligt afval. " * 100
    case = await cast.case_of(jan, story)
    assert [text for text in standing(karel) if story[:500] in text]
    await greet.crafts(f"1:desk-wijk:{case.id}:boxbergheide")
    assert not [text for text in standing(karel) if story[:500] in text]


async def test_the_wijk_it_has_already_and_one_that_does_not_exist_are_refused(
    cast: Cast, karel: Actor, jan: Actor
) -> None:
    case = await cast.case_of(jan, "Er ligt afval")
    karel.reads()
    assert await karel.crafts(f"1:desk-wijk:{case.id}:waterschei-noord") == [
        "Dat kan nu niet meer met deze melding."
    ]
    assert await karel.crafts(f"1:desk-wijk:{case.id}:antwerpen") == ["Deze wijk kennen wij niet."]


async def test_another_category_stands_on_every_card(cast: Cast, karel: Actor, jan: Actor) -> None:
    lies = await cast.lies()
    case = await cast.case_of(jan, "Iets met lawaai")
    for press in ("⋯ Meer", "🏷 Andere categorie", "🔊 Lawaai"):
        await karel.taps(press)
    for actor in (karel, lies):
        assert actor.message(case.number)["text"].startswith(f"Melding {case.number} · 🔊 Lawaai")


async def test_work_lists_what_waits_with_the_most_urgent_first(
    line: Line, cast: Cast, karel: Actor, jan: Actor
) -> None:
    cases = [await cast.case_of(jan, f"Nummer {count}") for count in range(3)]
    await line.turn(lambda turn: turn.tx.run("UPDATE cases SET urgent = 1 WHERE id = :id", id=cases[2].id))
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET due_on = '2020-01-02' WHERE id = :id", id=cases[1].id)
    )
    karel.reads()
    (listed,) = await karel.says("/werk")
    heading, *lines = listed.splitlines()
    assert heading == "📋 3 dossiers wachten"
    assert [line.split("🗑")[0] for line in lines] == [
        f"❗ Dringend {cases[2].number} ",
        f"⏰ Te laat {cases[1].number} ",
        f"⏳ {cases[0].number} ",
    ]
    assert lines[0].endswith("· van niemand")


async def test_a_press_in_the_list_shows_the_card_anew(cast: Cast, karel: Actor, jan: Actor) -> None:
    case = await cast.case_of(jan, "Er ligt afval")
    karel.reads()
    await karel.says("/werk")
    (card,) = await karel.taps(f"{case.number} 🗑 Afval")
    assert card.startswith(f"Melding {case.number}")


async def test_a_long_list_is_turned_in_place(line: Line, cast: Cast, karel: Actor, jan: Actor) -> None:
    cases = [await cast.case_of(jan, f"Nummer {count}") for count in range(12)]
    await karel.says("/werk")
    assert karel.message("dossiers wachten")["text"].startswith("📋 12 dossiers wachten · bladzijde 1 van 2")
    before = len(karel.phone.heard())
    (second,) = await karel.taps("➡️ Volgende")
    assert [case.number for case in cases if case.number in second] == [case.number for case in cases[10:]]
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET status = 'handled' WHERE id > :id", id=cases[4].id)
    )
    (left,) = await karel.crafts("1:desk-work:7", karel.message("bladzijde")["message_id"])
    assert left.startswith("📋 5 dossiers wachten\n")
    assert len(karel.phone.heard()) == before


async def test_nothing_waits_for_who_works_elsewhere(cast: Cast, jan: Actor) -> None:
    piet = await cast.piet()
    await cast.case_of(jan, "Er ligt afval")
    assert await piet.says("/werk") == ["✅ Er wacht niets op jou."]


async def test_a_coordinator_sees_what_is_late_in_the_hands_of_others(
    line: Line, cast: Cast, karel: Actor, jan: Actor
) -> None:
    greet = await cast.greet()
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    assert (await greet.says("/werk"))[-1] == "✅ Er wacht niets op jou."
    await line.turn(lambda turn: turn.tx.run("UPDATE cases SET due_on = '2020-01-02'"))
    assert (await greet.says("/werk"))[-1].endswith("· van een collega")
    assert case.number in greet.message("van een collega")["text"]


async def test_a_dossier_tells_what_was_done_by_role(cast: Cast, karel: Actor, jan: Actor) -> None:
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    karel.reads()
    card, dossier = await karel.says(f"/dossier {case.number}")
    assert card.startswith(f"Melding {case.number}")
    assert [line.split(" · ", 1)[1] for line in dossier.splitlines()[1:]] == [
        "binnengekomen · bewoner",
        "in handen genomen · wijkmanager",
    ]


@pytest.mark.parametrize("number", ["99999", "0", "abc", "１２３４５", "48271 extra"])
async def test_a_number_that_is_no_case_of_ones_own_gets_one_answer(cast: Cast, number: str) -> None:
    piet = await cast.piet()
    assert await piet.says(f"/dossier {number}") == ["Deze melding kennen wij niet."]


async def test_without_a_number_the_command_says_how(karel: Actor) -> None:
    assert await karel.says("/dossier") == ["Schrijf het nummer erbij, zoals /dossier 48271."]


async def test_a_team_member_sees_a_case_and_notes_but_does_not_handle(cast: Cast, jan: Actor) -> None:
    tine = await cast.tine()
    case: Case = await cast.case_of(jan, "Er ligt afval")
    await tine.says(f"/dossier {case.number}")
    assert tine.buttons_of(f"Melding {case.number}") == ["⋯ Meer"]
    await tine.taps("⋯ Meer")
    assert tine.buttons_of(f"Melding {case.number}") == ["📝 Notitie", "◀️ Terug"]
    await tine.taps("📝 Notitie")
    assert (await tine.says("Er liggen drie zakken"))[-1].startswith("📝 Notitie bewaard")


def standing(actor: Actor) -> list[str]:
    """What now stands in the chat."""
    return [wire.get("text", "") for wire in actor.phone.chat.messages if not wire["outgoing"]]
