"""A street that nobody had placed: kept as written, placed by staff, known from then on, and removed again."""

import pytest

from bot.domain.cases import Case, CaseKind, Words
from bot.domain.city import CategoryId, WijkId
from bot.domain.drafts import Part
from bot.domain.people import ChatId
from bot.services.cases import Cases, NewCase
from bot.services.people import People
from bot.services.turn import Turn
from storage.streets import insert_street
from tests.cast import Actor, Cast

PLACE = "in de nieuwe Mijnpad 14"
HOME = WijkId("waterschei-noord")
NAMES = (
    *("Ananaskade", "Bosuilendreef", "Chocoladepad", "Druifluisgang", "Egelskooi", "Flamingosteeg"),
    *("Giraffehof", "Hommelnest", "IJsvogelkade", "Jakhalzenpoort", "Koekoeksluis", "Zeepaardjesdreef"),
)
NEW = "🛣 Straat hoort hier"
UNKNOWN = '"nieuwe mijnpad 3" adını henüz bilmiyoruz'
LEARNED = "✅ Onthouden: Nieuwe Mijnpad ligt in Waterschei-Noord."


async def case_at(
    cast: Cast, place: str, wijk: str | None = "waterschei-noord", category: str = "waste"
) -> Case:
    """A case of Jan's at a place in his own words."""
    jan = await cast.jan()
    new = NewCase(
        kind=CaseKind.SIGNAL,
        parts=(Part(Words("Er ligt afval")),),
        wijk=WijkId(wijk) if wijk else None,
        place=place,
        category=CategoryId(category),
    )

    async def opened(turn: Turn) -> Case:
        await People(turn).meet(ChatId(jan.phone.chat.id))
        return await Cases(turn).open(new)

    case: Case = await cast.line.turn(opened)
    await cast.line.quiet()
    return case


async def asked_where(actor: Actor, typed: str) -> str:
    await actor.says("📣 Sorun bildir")
    await actor.says("Bir şey oldu")
    await actor.taps("🤷 Bilmiyorum")
    return (await actor.says(typed))[0]


async def more_of(actor: Actor) -> list[str]:
    """What is behind ⋯ Meer of the newest card."""
    await actor.taps("⋯ Meer")
    return actor.buttons_of("Er ligt afval")


async def test_a_place_nobody_knows_is_kept_as_written_and_placed_by_the_wijkmanager(cast: Cast) -> None:
    karel, mehmet = await cast.karel(), await cast.mehmet()
    assert UNKNOWN in await asked_where(mehmet, "nieuwe mijnpad 3")
    await mehmet.taps("📍 Evet, böyle kaydet")
    await mehmet.taps("Waterschei")
    assert "📍 nieuwe mijnpad 3, Waterschei-Noord" in (await mehmet.taps("Waterschei-Noord"))[0]
    await mehmet.taps("✅ Gönder")
    karel.reads()
    await karel.taps("⋯ Meer")
    (check,) = await karel.taps(NEW)
    assert check.startswith("🛣 Nieuwe mijnpad\nLigt dit in Waterschei-Noord?")
    assert (await karel.says("Nieuwe Mijnpad"))[0].startswith("🛣 Nieuwe Mijnpad\n")
    assert await karel.taps("✅ Klopt") == [LEARNED]
    assert "Nieuwe Mijnpad 5, Waterschei-Noord" in await asked_where(mehmet, "nieuwe MIJNPAD 5")


async def test_it_is_known_to_everybody_after_a_restart_and_with_mistakes(cast: Cast) -> None:
    karel, mehmet = await cast.karel(), await cast.mehmet()
    await case_at(cast, PLACE)
    await more_of(karel)
    await karel.taps(NEW)
    await karel.taps("✅ Klopt")
    await cast.line.restart()
    assert await asked_where(mehmet, "niuwe meinpad 3") == "Bunu mu demek istediniz?"
    assert "📍 Nieuwe Mijnpad 3, Waterschei-Noord" in (await mehmet.taps("Nieuwe Mijnpad 3"))[0]


async def test_a_residents_word_alone_teaches_nothing(cast: Cast) -> None:
    await cast.karel()
    for _ in range(3):
        await case_at(cast, PLACE)
    assert UNKNOWN in await asked_where(await cast.mehmet(), "nieuwe mijnpad 3")


async def test_a_street_of_the_list_is_placed_by_its_own_name(cast: Cast) -> None:
    karel = await cast.karel()
    await case_at(cast, "stadionplein 2")
    await more_of(karel)
    assert (await karel.taps(NEW))[0].startswith("🛣 Stadionplein\n")
    await karel.taps("✅ Klopt")
    assert "📍 Stadionplein 9, Waterschei-Noord" in await asked_where(await cast.mehmet(), "Stadionplein 9")


async def test_a_street_in_two_wijken_asks_which(cast: Cast) -> None:
    lies = await cast.lies()
    for wijk in ("waterschei-noord", "waterschei-zuid"):
        await case_at(cast, PLACE, wijk)
        await more_of(lies)
        await lies.taps(NEW)
        await lies.taps("✅ Klopt")
    mehmet = await cast.mehmet()
    assert await asked_where(mehmet, "nieuwe mijnpad 3") == "📍 Nieuwe Mijnpad 3\nBu hangi mahallede?"
    assert mehmet.buttons_of("Bu hangi")[:2] == ["Waterschei-Noord", "Waterschei-Zuid"]


@pytest.mark.parametrize("place", ["", "Stalenstraat 3", "Waterschei", "99", "x" * 200])
async def test_where_there_is_nothing_to_learn_nothing_is_offered(cast: Cast, place: str) -> None:
    karel = await cast.karel()
    case = await case_at(cast, place)
    assert NEW not in await more_of(karel)
    assert await karel.crafts(f"1:desk-street:{case.id}") == ["Dat kan nu niet meer met deze melding."]


async def test_who_does_not_work_there_places_nothing(cast: Cast) -> None:
    piet, jan, tine, selin = await cast.piet(), await cast.jan(), await cast.tine(), await cast.selin()
    case = await case_at(cast, PLACE)
    for somebody in (piet, jan, tine, selin):
        heard = await somebody.crafts(f"1:desk-street:{case.id}")
        assert not any("Ligt dit in" in text for text in heard)
        assert heard


async def test_of_a_sensitive_case_nothing_is_learned(cast: Cast) -> None:
    karel = await cast.karel()
    case = await case_at(cast, PLACE, category="housing")
    heard = await karel.crafts(f"1:desk-street:{case.id}")
    assert not any("Ligt dit in" in text for text in heard)


async def test_what_is_no_name_is_refused_and_old_buttons_say_so(cast: Cast) -> None:
    karel = await cast.karel()
    await case_at(cast, PLACE)
    await more_of(karel)
    await karel.taps(NEW)
    old = karel.message("Ligt dit in")["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert "te lang" in (await karel.says("lang " * 800))[0]
    assert "alleen tekst" in (await karel.sends_photo())[0]
    assert await karel.taps("✖️ Stop") == ["✖️ Gestopt. Er is niets onthouden."]
    assert "werkt niet meer" in (await karel.crafts(old))[0]
    assert UNKNOWN in await asked_where(await cast.mehmet(), "nieuwe mijnpad 3")


async def test_who_placed_it_may_take_it_back_and_no_other_wijkmanager(cast: Cast) -> None:
    karel, lies = await cast.karel(), await cast.lies()
    await case_at(cast, PLACE)
    await more_of(karel)
    await karel.taps(NEW)
    await karel.taps("✅ Klopt")
    undo = karel.message("Onthouden")["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert "Dit hoort niet bij jouw wijken." in await lies.crafts(undo)
    assert await karel.taps("↩️ Toch niet") == ["🗑 Weg: Nieuwe Mijnpad hoort niet meer bij Waterschei-Noord."]
    assert "werkt niet meer" in (await karel.crafts(undo))[0]
    assert UNKNOWN in await asked_where(await cast.mehmet(), "nieuwe mijnpad 3")


async def test_a_coordinator_lists_and_removes_what_colleagues_placed(cast: Cast) -> None:
    lies, greet = await cast.lies(), await cast.greet()
    assert (await greet.says("/straten"))[0].startswith("🛣 Nog geen straten van collega's.")
    staff = (await lies.member()).id

    async def placed(turn: Turn) -> None:
        for name in NAMES:
            await insert_street(turn.tx, name, HOME, staff=staff, now=turn.now)

    await cast.line.turn(placed)
    (page,) = await greet.says("/straten")
    assert "collega's: 12. Bladzijde 1 van 2." in page
    assert (await greet.says("/straten zeepaard"))[0].startswith("🛣 Gevonden: 1.")
    assert greet.buttons_of("Gevonden: 1.") == ["Zeepaardjesdreef · Waterschei-Noord"]
    assert (await greet.says("/straten nergens"))[0].startswith("🛣 Geen straat")
    await greet.says("/straten")
    await greet.taps("➡️ Volgende")
    await greet.taps("Zeepaardjesdreef · Waterschei-Noord")
    await greet.taps("◀️ Terug")
    await greet.taps("Ananaskade · Waterschei-Noord")
    assert await greet.taps("🗑 Weg ermee") == ["🗑 Weg: Ananaskade hoort niet meer bij Waterschei-Noord."]
    assert "collega's: 11." in (await greet.says("/straten"))[0]


async def test_residents_and_wijkmanagers_get_no_list(cast: Cast) -> None:
    for typed in ("/straten", "/straten zee"):
        assert await (await cast.karel()).says(typed) == ["Dit hoort niet bij jouw wijken."]
    assert not any("straten van" in text for text in await (await cast.jan()).says("/straten"))
    assert not any("straten van" in text for text in await (await cast.jan()).crafts("1:street-list:0"))
