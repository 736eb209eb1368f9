"""Albums are one thing: a reply to any picture finds the case, and what is taken away goes whole."""

import pytest

from playground.samples import street_photo
from tests.cast import Actor, Cast, number_in
from tests.line import Line

PICTURES = 3
LONG = 1_500


async def reported(jan: Actor) -> tuple[str, list[int]]:
    """A report of one album; its number, and the messages of the album."""
    album = jan.phone.sends_album([street_photo(scene) for scene in range(PICTURES)], caption="Kijk")
    await jan.hears()
    await jan.taps("🗑 Afval")
    await jan.says("Waterschei-Noord")
    return number_in(await jan.taps("✅ Verstuur")), list(album)


def pictures(actor: Actor) -> list[int]:
    """The pictures that stand in the chat."""
    return sorted(
        number for number, kept in actor.phone.chat.kept.items() if "photo" in kept.wire and not kept.outgoing
    )


@pytest.mark.parametrize("picture", range(PICTURES))
async def test_a_reply_to_any_picture_of_the_own_album_adds_to_its_case(cast: Cast, picture: int) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    number, album = await reported(jan)
    await lies.hears()
    assert await jan.says("Nog meer", reply_to=album[picture]) == [f"➕ Toegevoegd aan melding {number}."]
    assert any("Nog meer" in text for text in await lies.hears())


async def test_an_album_that_was_added_is_found_by_its_last_picture_after_a_restart(
    cast: Cast, line: Line
) -> None:
    jan = await cast.jan()
    number, _ = await reported(jan)
    await jan.taps("➕ Iets toevoegen")
    more = jan.phone.sends_album([street_photo(scene) for scene in range(2)])
    await jan.hears()
    await line.restart()
    assert await jan.says("Dit ook", reply_to=more[-1]) == [f"➕ Toegevoegd aan melding {number}."]


async def test_pictures_and_then_send_at_once_is_a_report_with_the_pictures(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    await jan.says("De bank is kapot")
    await jan.taps("🗑 Afval")
    await jan.says("Waterschei-Noord")
    jan.phone.sends_album([street_photo(scene) for scene in range(PICTURES)])
    await jan.taps("✅ Verstuur")
    await lies.hears()
    assert len(pictures(lies)) == PICTURES


async def test_the_desk_answers_by_a_reply_to_any_picture(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    number, _ = await reported(jan)
    await lies.hears()
    shown = pictures(lies)
    assert len(shown) == PICTURES
    for picture in shown:
        preview = await lies.says("Dank u, we komen kijken", reply_to=picture)
        assert any("Dank u, we komen kijken" in text and number in text for text in preview), preview
        await lies.taps("✖️ Stop")


async def test_when_somebody_erases_everything_no_picture_stays_with_the_desk(
    cast: Cast,
) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    await reported(jan)
    await lies.hears()
    assert len(pictures(lies)) == PICTURES
    lies.phone.deletes(pictures(lies)[0])
    await jan.says("/gegevens")
    await jan.taps("🧹 Wis mijn gegevens")
    await jan.taps("🧹 Ja, wis alles")
    assert pictures(lies) == []


async def test_of_a_case_that_turns_out_sensitive_no_picture_stays_in_sight(cast: Cast, line: Line) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    await reported(jan)
    await lies.hears()
    (case,) = await line.read(lambda tx: tx.all("SELECT id FROM cases"))
    await lies.crafts(f"1:desk-category:{case['id']}:housing")
    assert pictures(lies) == []


async def test_a_long_text_that_came_in_pieces_is_answered_by_any_and_goes_whole(
    cast: Cast, line: Line
) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    await jan.says("afval " * 600)
    await jan.says("rommel " * 500)
    await jan.taps("🗑 Afval")
    await jan.says("Waterschei-Noord")
    number = number_in(await jan.taps("✅ Verstuur"))
    await lies.hears()
    pieces = long_ones(lies)
    assert len(pieces) > 1
    for piece in pieces:
        preview = await lies.says("Dank u", reply_to=piece)
        assert any("Dank u" in text and number in text for text in preview), preview
        await lies.taps("✖️ Stop")
    (case,) = await line.read(lambda tx: tx.all("SELECT id FROM cases"))
    await lies.crafts(f"1:desk-category:{case['id']}:housing")
    assert long_ones(lies) == []


def long_ones(actor: Actor) -> list[int]:
    """The long texts that stand in the chat."""
    kept = actor.phone.chat.kept.items()
    return sorted(number for number, one in kept if len(one.wire.get("text", "")) > LONG and not one.outgoing)
