"""/zoek: a case is found by number, street and words by who may see it, and what was looked for is kept nowhere."""

from functools import partial

import pytest

from bot.domain.permissions import sight_of
from bot.services.turn import Turn
from storage.search import Held, find_cases_with
from tests.cast import Actor, Cast
from tests.line import Line

NOTHING = "🔎 Niets gevonden"
WHERE = (
    "Gezocht in je eigen wijken: nummer, referentie, straat en tekst. Gevoelige tekst wordt niet doorzocht."
)


@pytest.fixture
async def karel(cast: Cast) -> Actor:
    return await cast.karel()


async def found(actor: Actor, asked: str) -> list[str]:
    """The lines of what was found."""
    *others, shown = await actor.says(f"/zoek {asked}")
    heading, *lines, where = shown.splitlines()
    assert where == WHERE
    assert not others
    assert lines or heading == NOTHING
    return lines


async def test_words_find_the_cases_that_hold_all_of_them_newest_first(
    line: Line, cast: Cast, karel: Actor
) -> None:
    jan, mehmet = await cast.jan(), await cast.mehmet()
    first = await cast.case_of(jan, "Een oude Matras ligt aan de kerk")
    second = await cast.case_of(jan, "Alweer een matras 100%")
    await cast.case_of(jan, "Iets anders")
    turkish = await cast.case_of(mehmet, "ŞİŞE kırıkları var")
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET place = 'Hoogstraat 5' WHERE id = :id", id=first.id)
    )
    karel.reads()
    assert [row[:5] for row in await found(karel, "MATRAS")] == [second.number, first.number]
    assert [row[:5] for row in await found(karel, "matras kerk")] == [first.number]
    assert [row[:5] for row in await found(karel, "hoogstraat")] == [first.number]
    assert [row[:5] for row in await found(karel, turkish.number)] == [turkish.number]
    assert [row[:5] for row in await found(karel, turkish.alias.lower())] == [turkish.number]
    assert [row[:5] for row in await found(karel, "kırıkları")] == [turkish.number]
    assert await found(karel, "%%% matr_s") == []
    (how,) = await karel.says("/zoek")
    assert how.startswith("🔎 Schrijf erbij wat je zoekt")
    kept = await line.read(lambda tx: tx.all("SELECT vals FROM outbox"))
    assert not any("atras" in row["vals"] for row in kept)
    (trail,) = await line.read(
        lambda tx: tx.all("SELECT DISTINCT act, detail FROM staff_acts WHERE act = 'searched'")
    )
    assert trail["detail"] == "{}"


async def test_nobody_finds_what_is_not_theirs_and_nobody_finds_sensitive_words(
    line: Line, cast: Cast, karel: Actor
) -> None:
    piet, bram, jan = await cast.piet(), await cast.bram(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt een matras")
    housing = await cast.case_of(jan, "Er staat een matras in mijn kelder", category="housing")
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET place = 'Hoogstraat 5' WHERE id = :id", id=housing.id)
    )
    karel.reads(), bram.reads()
    assert await found(piet, "matras") == []
    assert await found(piet, case.number) == []
    assert [row[:5] for row in await found(karel, "matras")] == [case.number]
    assert [row[:5] for row in await found(karel, "hoogstraat")] == [housing.number]
    assert [row[:5] for row in await found(bram, "matras")] == [case.number]
    assert await found(bram, "hoogstraat") == []


async def test_what_was_found_is_turned_in_place_and_shows_how_things_are_now(
    line: Line, cast: Cast, karel: Actor
) -> None:
    cases = [await cast.case_of(await cast.jan(), f"Matras {count}") for count in range(11)]
    karel.reads()
    (first,) = await karel.says("/zoek matras")
    assert first.startswith("🔎 11 dossiers gevonden · bladzijde 1 van 2")
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET status = 'handled' WHERE id = :id", id=cases[0].id)
    )
    older = "UPDATE outbox SET vals = REPLACE(vals, :false, :true) WHERE name = 'search-found'"
    values = {
        "false": '"older":false',
        "true": '"older":true',
    }  # as when there are more than are looked through
    await line.turn(lambda turn: turn.tx.run(older, **values))
    (second,) = await karel.taps("➡️ Volgende")
    assert second.splitlines()[1].endswith("· Waterschei-Noord · afgesloten")
    assert second.endswith("Straat en tekst: alleen de 3.000 nieuwste dossiers.")
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET wijk = 'boxbergheide' WHERE id = :id", id=cases[10].id)
    )
    (first,) = await karel.taps("⬅️ Vorige")
    assert cases[10].number not in first


async def test_the_citys_own_reference_finds_its_cases_and_only_ones_own(
    line: Line, cast: Cast, karel: Actor
) -> None:
    jan, piet = await cast.jan(), await cast.piet()
    first, second = await cast.case_of(jan, "Een matras"), await cast.case_of(jan, "Een zetel")
    elsewhere = await cast.case_of(jan, "Een kast", wijk="boxbergheide")
    erased = await cast.case_of(jan, "Een lamp")
    sql = "UPDATE cases SET reference = :reference, alias = :alias WHERE id = :id"
    for case, reference, alias in (
        (first, "GK-7/A", first.alias),
        (second, "gk-7/a", second.alias),
        (elsewhere, "GK-7/A", elsewhere.alias),
        (erased, "GK-7/A", ""),
    ):
        await line.turn(partial(_call, sql, reference=reference, alias=alias, id=case.id))
    karel.reads(), piet.reads()
    assert [row[:5] for row in await found(karel, " GK-7/a ")] == [second.number, first.number]
    assert [row[:5] for row in await found(piet, "GK-7/A")] == [elsewhere.number]
    assert [row[:5] for row in await found(karel, "GK-7 tafel")] == []
    await line.turn(lambda turn: turn.tx.run("UPDATE cases SET reference = 'STAD-2026-114'"))
    assert [row[:5] for row in await found(karel, "2026 zetel")] == [second.number], (
        "a part of it, with words"
    )
    assert (await karel.says("/zoek a-1"))[0].startswith("🔎 Schrijf erbij wat je zoekt")


async def test_only_the_newest_are_looked_through_and_the_screen_says_so(
    line: Line, cast: Cast, karel: Actor
) -> None:
    cases = [await cast.case_of(await cast.jan(), f"Matras {count}") for count in range(4)]
    await cast.case_of(await cast.jan(), "Matras elders", wijk="boxbergheide")
    member = await karel.member()
    sight = sight_of(line.running.city, member)

    async def look(near: int) -> Held:
        held: Held = await line.read(lambda tx: find_cases_with(tx, ["matras"], member.id, sight, near=near))
        return held

    newest = frozenset(case.id for case in cases[1:])
    assert await look(3) == Held(newest, older=True)
    assert await look(4) == Held(newest | {cases[0].id}, older=False)


async def _call(sql: str, turn: Turn, **values: object) -> None:
    await turn.tx.run(sql, **values)
