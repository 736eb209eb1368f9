"""Quick answers that staff write themselves: by people in every language, approved, filled in with buttons, most used first."""

import pytest

from bot.domain.cases import Case
from tests.cast import Actor, Cast
from tests.handlers.test_desk_answer import words
from tests.handlers.test_odd import EXPIRED
from tests.line import Line

DUTCH = "We zetten op DATUM een container: PLAATS."
TURKISH = "DATUM günü konteyner koyuyoruz: PLAATS."
BULGARIAN = "На DATUM слагаме контейнер: PLAATS."
NOT_YOURS = "Dit hoort niet bij jouw wijken."
DECIDED = "Hierover is al beslist, of het is nog niet klaar."


@pytest.fixture
async def karel(cast: Cast) -> Actor:
    return await cast.karel()


@pytest.fixture
async def elena(cast: Cast) -> Actor:
    return await cast.elena()


@pytest.fixture
async def case(cast: Cast, karel: Actor, elena: Actor) -> Case:
    case = await cast.case_of(elena, "Боклукът стои от една седмица")
    karel.reads()
    elena.reads()
    return case


async def chooses(karel: Actor, *presses: str) -> None:
    for press in ("⋯ Meer", "⚡ Snelantwoord", *presses):
        await karel.taps(press)


async def proposes(karel: Actor) -> list[str]:
    await chooses(karel, "➕ Nieuw voorstel")
    await karel.says(DUTCH)
    await karel.says("Container")
    return await karel.taps("✅ Verstuur")


async def test_from_a_proposal_to_an_answer_that_elena_reads_in_her_language(
    cast: Cast, line: Line, karel: Actor, elena: Actor, case: Case
) -> None:
    selin, greet = await cast.selin(), await cast.greet()
    greet.reads()
    await chooses(karel)
    (asked,) = await karel.taps("➕ Nieuw voorstel")
    assert asked.startswith("⚡ Schrijf het antwoord in het Nederlands.")
    assert await karel.says(DUTCH) == ['🏷 Hoe heet de knop? Kort, zoals "Container vol".']
    assert await karel.says("Een container in jouw straat") == [
        "Dit is te lang. Maak het korter en stuur het opnieuw."
    ]
    assert await karel.says("Container") == [f"👀 ⚡ Container\n{DUTCH}"]
    await line.restart()
    (sent,) = await karel.taps("✅ Verstuur")
    assert sent.startswith("✅ Voorgesteld: ⚡ Container.")
    (request,) = selin.reads()
    assert (
        request
        == f"⚡ Een collega stelt een snelantwoord voor. Schrijf het in: Türkçe en Български.\n{DUTCH}"
    )
    await selin.taps("✍️ Türkçe")
    (refused,) = await selin.says("Yarın konteyner koyuyoruz.")
    assert refused.startswith("Laat dezelfde woorden in hoofdletters staan")
    assert await selin.says(TURKISH) == ["✅ Bewaard. Dank je."]
    assert greet.reads() == [], "not before every language is there"
    (late,) = await selin.taps("✍️ Türkçe")
    assert late != ""
    await selin.taps("✍️ Български")
    await selin.says(BULGARIAN)
    (ready,) = greet.reads()
    assert ready.splitlines() == [
        "⚡ Container: mag dit een snelantwoord zijn?",
        *("Nederlands", DUTCH, "Türkçe", TURKISH, "Български", BULGARIAN),
    ]
    assert "⚡ Container" not in karel.buttons_of(f"Melding {case.number}")
    await greet.taps("✅ Goedkeuren")
    assert karel.reads() == ["✅ Je voorstel ⚡ Container staat nu bij de snelantwoorden."]
    for press in ("◀️ Terug", "⚡ Snelantwoord", "⚡ Container"):
        await karel.taps(press)
    day = karel.buttons_of(f"Melding {case.number}")[2]
    await karel.taps(day)
    assert karel.buttons_of(f"Melding {case.number}") == [
        "Waterschei-Noord",
        "Stadsplein 1, 3600 Genk",
        "◀️ Terug",
    ]
    await karel.taps("Waterschei-Noord")
    assert f"We zetten op {day} een container: Waterschei-Noord." in karel.message("👀")["text"]
    await karel.taps("✅ Verstuur")
    said = words(elena.reads()[0])
    assert "слагаме контейнер: Waterschei-Noord." in said
    await chooses(karel)
    assert karel.buttons_of(f"Melding {case.number}")[0] == "⚡ Container", "the most used first"
    await greet.taps("🗑 Haal weg")
    assert karel.reads()[-1] == "🗑 Je snelantwoord ⚡ Container is weggehaald."
    assert await karel.taps("⚡ Container") == [EXPIRED["nl"]]
    kept = await line.read(lambda tx: tx.all("SELECT sealed FROM quick_answer_texts"))
    assert not any(b"container" in bytes(row["sealed"]) for row in kept)


async def test_nobody_else_writes_or_decides_and_nothing_is_decided_twice(
    cast: Cast, karel: Actor, elena: Actor, case: Case
) -> None:
    greet = await cast.greet()
    await proposes(karel)
    # There is no contact worker: who approves is asked for the languages.
    assert greet.buttons_of("Een collega stelt een snelantwoord voor") == ["✍️ Türkçe", "✍️ Български"]
    for data in ("1:quick-own:1:tr", "1:quick-decide:1:yes", "1:quick-decide:1:gone"):
        assert await karel.crafts(data) == [NOT_YOURS]
        assert await elena.crafts(data) == [EXPIRED["bg"]]
    assert await (await cast.tine()).crafts("1:quick-new") == [NOT_YOURS]
    greet.reads()
    assert await greet.crafts("1:quick-decide:1:yes") == [DECIDED], "not in every language yet"
    assert await greet.crafts("1:quick-decide:1:later") == [EXPIRED["nl"]]
    for crafted in ("1:quick-own:1:fr", "1:quick-own:9:tr", "1:quick-decide:9:no", "1:quick-send:1"):
        assert (await greet.crafts(crafted))[0] in {NOT_YOURS, EXPIRED["nl"]}
    assert await karel.crafts(f"1:desk-quick:{case.id}:q1:-") == [EXPIRED["nl"]]
    assert await karel.crafts(f"1:desk-menu:{case.id}:date:0:q1") == [EXPIRED["nl"]]
    assert await karel.crafts(f"1:desk-menu:{case.id}:date:0:coming+{'9' * 24}") == [EXPIRED["nl"]]
    assert await karel.crafts("1:quick-decide:1:no") == [NOT_YOURS]
    await greet.crafts("1:quick-decide:1:no")
    heard = await greet.says("Dit staat al bij de snelantwoorden.")
    assert heard[-1] == "✖️ Teruggestuurd, met wat je schreef."
    assert karel.reads() == [
        "✖️ Je voorstel ⚡ Container is niet goedgekeurd.\nDit staat al bij de snelantwoorden."
    ]
    assert await greet.crafts("1:quick-decide:1:no") == [DECIDED]
    assert await greet.crafts("1:quick-decide:1:yes") == [DECIDED]
    assert await greet.crafts("1:quick-own:1:tr") == [DECIDED]
    assert elena.reads() == []


async def test_open_proposals_stand_in_a_list_with_what_they_lack_and_can_be_decided_there(
    cast: Cast, line: Line, karel: Actor
) -> None:
    await cast.case_of(await cast.jan(), "Er ligt afval")
    karel.reads()
    selin, greet, bram = await cast.selin(), await cast.greet(), await cast.bram()
    await proposes(karel)
    me = (await karel.member()).id
    await greet.says("/overzicht")
    (listed,) = await greet.taps("⏳ Wacht op jou (1)")
    assert listed.splitlines()[0] == "⏳ Wacht op jou: 1"
    assert listed.endswith(" · mist Türkçe en Български")
    assert f"⚡ Container · wijkmanager {me} · sinds " in listed
    (shown,) = await greet.taps("⚡ Container")
    assert shown.splitlines()[0] == "⚡ Container: nog niet in elke taal."
    assert shown.splitlines()[-1] == "⏳ Български: nog niet geschreven"
    buttons = ["✍️ Türkçe", "✍️ Български", "✖️ Niet goed", "◀️ Terug"]
    assert greet.buttons_of("⚡ Container: nog niet") == buttons
    for press, text in (("✍️ Türkçe", TURKISH), ("✍️ Български", BULGARIAN)):
        await selin.taps(press)
        await selin.says(text)
    await bram.crafts("1:waiting-proposal:1")
    await greet.taps("✖️ Niet goed")
    await line.restart()
    await bram.taps("✅ Goedkeuren")
    assert karel.reads() == ["✅ Je voorstel ⚡ Container staat nu bij de snelantwoorden."]
    heard = await greet.says("Te lang.")
    assert heard[-1] == "👀 Een collega besliste al. Je ziet hierboven wat."
    assert karel.reads() == []
    assert (await greet.says("/overzicht"))[0].startswith("👥 Overzicht")
    assert "⏳ Wacht op jou (1)" not in greet.buttons_of("👥 Overzicht")
    assert await greet.crafts("1:waiting:0") == ["✅ Er wacht niets op jou."]
