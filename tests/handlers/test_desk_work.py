"""Where a case belongs; what waits; and one case with all that was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast as cast_to

import pytest

from bot.domain.cases import Case
from bot.domain.intents import Intent
from bot.domain.people import ChatId
from bot.services.turn import Turn
from handlers.render import Scene
from handlers.work_list import VIEWS, WORK
from storage.cases import insert_history
from storage.database import Row, Transaction
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
    await greet.taps("✋ Ik neem dit")
    await greet.taps("⋯ Meer")
    await greet.taps("🏘 Andere wijk")
    while "Waterschei-Noord" not in greet.buttons_of(case.number):
        await greet.taps("➡️ Volgende")
    await greet.taps("Waterschei-Noord")
    assert "📍 Waterschei-Noord" in karel.message(case.number)["text"]
    assert (await cast.state_of(case)).owner is None


async def test_what_went_with_another_case_and_is_elsewhere_waits_there(cast: Cast, jan: Actor) -> None:
    lies, piet, elena = await cast.lies(), await cast.piet(), await cast.elena()
    leads, goes = await cast.case_of(jan, "Er ligt afval"), await cast.case_of(elena, "Er ligt afval")
    await lies.crafts(f"1:desk-twin:{leads.id}:{goes.id}")
    await lies.taps("🔗 Samenvoegen")
    assert (await cast.state_of(goes)).twin_of == leads.id
    await lies.crafts(f"1:desk-wijk:{goes.id}:boxbergheide")
    assert (await cast.state_of(goes)).twin_of is None
    assert "✋ Ik neem dit" in piet.buttons_of(f"Melding {goes.number}")
    assert goes.number in (await piet.says("/werk"))[-1]
    third = await cast.case_of(elena, "Nog afval")
    await lies.crafts(f"1:desk-twin:{leads.id}:{third.id}")
    await lies.taps("🔗 Samenvoegen")
    await lies.crafts(f"1:desk-category:{third.id}:noise")
    assert (await cast.state_of(third)).twin_of is None


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
        lambda turn: turn.tx.run(
            "UPDATE cases SET due_on = '2020-01-02', place = 'Stalenstraat 12' WHERE id = :id", id=cases[1].id
        )
    )
    karel.reads()
    (listed,) = await karel.says("/werk")
    heading, counted, *lines = listed.splitlines()
    assert heading == "📋 3 dossiers wachten"
    assert counted == "❗ 1 dringend · ⏰ 1 te laat · 🆕 3 nieuw"
    assert [line.split("🗑")[0].strip() for line in lines] == [
        *("❗ Dringend", cases[2].number),
        *("⏰ Te laat", cases[1].number),
        *("🆕 Nieuw", cases[0].number),
    ]
    assert lines[1].startswith(f"{cases[2].number} 🗑 Afval · Waterschei-Noord · ")
    assert lines[3] == f"{cases[1].number} 🗑 Afval · Stalenstraat 12 · do 2/1 · van niemand"
    assert karel.buttons_of("dossiers wachten")[:3] == [f"{cases[at].number} 🗑" for at in (2, 1, 0)]
    (chosen,) = await karel.crafts("1:work-only:reason:late", karel.message("wachten")["message_id"])
    assert chosen.splitlines()[1:] == ["🔎 ⏰ Te laat", lines[3]]


async def test_a_part_of_the_list_is_chosen_and_left_in_the_same_message(
    line: Line, cast: Cast, jan: Actor
) -> None:
    lies = await cast.lies()
    here = [await cast.case_of(jan, "Afval"), await cast.case_of(jan, "Lawaai", category="noise")]
    there = await cast.case_of(jan, "Afval", wijk="oud-waterschei")
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET due_on = '2020-01-02' WHERE id = :id", id=here[1].id)
    )
    await lies.says("/werk")
    before = len(lies.phone.heard())
    await lies.taps("🔎 Kies")
    assert lies.buttons_of("dossiers wachten") == [
        *("⏰ 1 te laat", "🆕 3 nieuw", "🏘 Wijk", "🏷 Categorie", "🗂 Soort", "◀️ Terug")
    ]
    await lies.taps("🏘 Wijk")
    assert lies.buttons_of("dossiers wachten")[:2] == ["Waterschei-Noord (2)", "Oud-Waterschei (1)"]
    (shown,) = await lies.taps("Waterschei-Noord (2)")
    assert shown.splitlines()[:2] == ["📋 2 dossiers wachten", "🔎 Waterschei-Noord"]
    assert there.number not in shown
    for press in ("🔎 Kies", "⏰ 1 te laat"):
        (shown,) = [*await lies.taps(press), ""][:1]
    assert shown.splitlines()[:2] == ["📋 1 dossier wacht", "🔎 ⏰ Te laat · Waterschei-Noord"]
    assert here[1].number in shown
    (everything,) = await lies.taps("📋 Alles")
    assert all(case.number in everything for case in (*here, there))
    assert len(lies.phone.heard()) == before


async def test_a_part_in_which_nothing_waits_any_more_says_so(cast: Cast, karel: Actor, jan: Actor) -> None:
    await cast.case_of(jan, "Er ligt afval")
    await karel.says("/werk")
    message = karel.message("dossier wacht")["message_id"]
    assert await karel.crafts("1:work-only:category:noise", message) == ["✅ Hier wacht niets.\n🔎 🔊 Lawaai"]
    assert karel.buttons_of("Hier wacht niets") == ["📋 Alles"]
    for crafted in (
        "1:work-only:page:3",
        "1:work-only:reason:x",
        "1:work-menu:owner:0",
        "1:work-only:kind:x",
    ):
        assert await karel.crafts(crafted, message) == [
            "Deze knop werkt niet meer. Kies opnieuw in het menu."
        ]


async def test_a_team_member_reads_what_is_open_in_the_own_wijk_and_nothing_sensitive(
    cast: Cast, karel: Actor, jan: Actor
) -> None:
    tine = await cast.tine()
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    await cast.case_of(jan, "Vocht in mijn woning", category="housing")
    (listed,) = [text for text in await tine.says("/werk") if "wacht" in text]
    assert listed.splitlines()[0] == "📋 1 dossier wacht"
    assert case.number in listed


async def test_a_press_in_the_list_shows_the_card_anew(cast: Cast, karel: Actor, jan: Actor) -> None:
    case = await cast.case_of(jan, "Er ligt afval")
    karel.reads()
    await karel.says("/werk")
    _, card = await karel.taps(f"{case.number} 🗑")
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


async def test_a_dossier_tells_what_was_done_by_role(
    line: Line, cast: Cast, karel: Actor, jan: Actor
) -> None:
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    karel.reads()
    await karel.crafts(f"1:desk-category:{case.id}:noise")
    await line.turn(lambda turn: insert_history(turn.tx, case.id, "late", by=None, now=turn.now))
    karel.reads()
    _, card, dossier = await karel.says(f"/dossier {case.number}")
    assert card.startswith(f"Melding {case.number}")
    assert [line.split(" · ", 1)[1] for line in dossier.splitlines()[1:]] == [
        "binnengekomen · bewoner",
        "in handen genomen · wijkmanager",
        "andere categorie: 🔊 Lawaai · wijkmanager",
        "te laat: nieuwe dag gezegd · automatisch",
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


@dataclass(slots=True)
class Counting:
    """A transaction that counts what is asked of it."""

    inner: Transaction
    asked: int = 0

    async def one(self, sql: str, **values: object) -> Row | None:
        self.asked += 1
        return await self.inner.one(sql, **values)

    async def all(self, sql: str, **values: object) -> Sequence[Row]:
        self.asked += 1
        return await self.inner.all(sql, **values)


@pytest.mark.parametrize("values", [{}, {"page": 1}, {"menu": "parts"}, {"menu": "wijk", "reason": "new"}])
async def test_a_page_of_the_list_costs_at_most_three_statements(
    line: Line, cast: Cast, jan: Actor, values: dict[str, str | int]
) -> None:
    greet = await cast.greet()
    for count in range(12):
        await cast.case_of(jan, f"Nummer {count}", wijk=None)
    member = await greet.member()

    async def asked(turn: Turn) -> int:
        counting = Counting(turn.tx)
        turn.tx, turn.staff = cast_to("Transaction", counting), member
        intent = Intent(chat=ChatId(1), name=WORK, values=values)
        screen = await VIEWS[WORK](Scene(intent, turn, line.running.texts, "nl"))
        assert screen is not None
        assert "12 dossiers" in screen.text
        return counting.asked

    assert 0 < await line.turn(asked) <= 3
