"""What staff get in the chat for their own work: the poster of a wijk, and how often questions were answered."""

from bot.services.answered_figures import AnsweredFigures
from bot.services.turn import Turn
from storage.common_answers import count_answer
from tests.cast import Actor, Cast
from tests.line import Line

NOT_YOURS = "Dit hoort niet bij jouw wijken."


def _sent(line: Line, actor: Actor) -> dict[str, bytes]:
    """The files in somebody's chat, by name."""
    found = [wire["document"] for wire in actor.phone.chat.messages if "document" in wire]
    return {one["file_name"]: line.telegram.files.content(one["file_id"]) for one in found}


async def test_staff_print_the_posters_of_their_own_wijken_and_of_no_other(cast: Cast, line: Line) -> None:
    karel, lies, jan = await cast.karel(), await cast.lies(), await cast.jan()
    (told,) = await karel.says("/affiche")
    assert "Waterschei-Noord" in told
    (pdf,) = _sent(line, karel).values()
    assert pdf.startswith(b"%PDF")
    await lies.says("/affiche")
    await lies.taps("Waterschei-Zuid")
    assert list(_sent(line, lies)) == ["affiche-waterschei-zuid.pdf"]
    for wijk in ("boxbergheide", "nergens"):
        assert await karel.crafts(f"1:affiche-of:{wijk}") == [NOT_YOURS]
    jan.reads()
    assert not any("ffiche" in text for text in await jan.says("/affiche"))
    await jan.crafts("1:affiche-of:waterschei-noord")
    await jan.crafts("1:affiche:0")
    assert _sent(line, jan) == {}


async def test_the_desk_sees_how_often_questions_were_answered_and_never_a_small_number(
    cast: Cast, line: Line
) -> None:
    karel, tine, jan = await cast.karel(), await cast.tine(), await cast.jan()
    (none,) = await karel.says("/cijfers")
    assert "Nog niets geteld." in none

    async def asked(turn: Turn) -> None:
        for outcome, times in (("shown", 12), ("helped", 9)):
            for _ in range(times):
                await count_answer(
                    turn.tx, "identity-card", outcome, f"{AnsweredFigures(turn).month(0):%Y-%m}"
                )

    await line.turn(asked)
    (told,) = await karel.says("/cijfers")
    assert "🪪 Identiteitskaart: 12 keer getoond. Het hielp: minder dan 10." in told
    assert "Nog niets geteld." in (await karel.taps("◀️ Vorige maand"))[0]
    assert "12 keer" in (await karel.taps("Volgende maand ▶️"))[0]
    for crafted in ("1:figures:12", "1:figures:x"):
        assert (await karel.crafts(crafted))[0].startswith("Deze knop werkt niet meer.")
    for other in (tine, jan):
        other.reads()
        assert not any("Veelgestelde" in text for text in await other.says("/cijfers"))
        assert not any("Veelgestelde" in text for text in await other.crafts("1:figures:0"))
