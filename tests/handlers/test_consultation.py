"""/agenda_wijk: the sheet of a month, for those who announce in that wijk; read back from the PDF that arrives."""

from datetime import datetime, timedelta
from typing import Final

import pypdfium2

from bot.domain.cases import Case, CaseId, CaseKind, CaseNumber, Status, draw_alias
from bot.domain.city import CategoryId, WijkId
from bot.domain.people import ChatId, Places, Role
from bot.services.people import People
from bot.services.turn import Turn
from storage.cases import insert_case, set_status
from tests.cast import Actor, Cast
from tests.line import Line

NOORD: Final = WijkId("waterschei-noord")
PLANTED: Final = "<b>Fatma Demir</b> 0478 12 34 56"


async def month(turn: Turn, at: datetime) -> None:
    """Twenty people about waste, most of them in one street; eleven about noise; one at home; two ideas."""
    for number in range(34):
        person = await People(turn).meet(ChatId(50_000 + number))
        category = "waste" if number < 20 else "noise" if number < 31 else "housing"
        kind = CaseKind.IDEA if number > 31 else CaseKind.SIGNAL
        place = "Stalenstraat 12" if number < 14 else PLANTED
        case = Case(
            id=CaseId(0),
            number=CaseNumber(""),
            alias=draw_alias(),
            kind=kind,
            status=Status.RECEIVED,
            created_at=at,
            resident=person.id,
            category=CategoryId(category) if kind is CaseKind.SIGNAL else None,
            wijk=NOORD,
            place=place,
            sensitive=category == "housing" and kind is CaseKind.SIGNAL,
        )
        last = await insert_case(turn.tx, case)
    await set_status(turn.tx, last, Status.PASSED_ON, now=turn.now)
    await turn.tx.run(
        "INSERT INTO passings (case_id, partner, way, staff_id, sealed, attempts, not_before, created_at)"
        " VALUES (:case, 'limburg-net', 'told', 1, :sealed, 0, 0, 0)",
        case=last.id,
        sealed=turn.tx.sealer.seal(b"x"),
    )
    turn.person = None


def sheet(line: Line, actor: Actor) -> pypdfium2.PdfDocument:
    """The newest file in the chat."""
    document = next(
        kept.wire["document"] for kept in actor.phone.chat.newest_first() if "document" in kept.wire
    )
    return pypdfium2.PdfDocument(line.telegram.files.content(document["file_id"]))


def words(pdf: pypdfium2.PdfDocument) -> str:
    return str(pdf[0].get_textpage().get_text_range()).replace("\r\n", "\n")


async def test_the_sheet_of_a_month_tells_numbers_and_nobody(line: Line, cast: Cast) -> None:
    karel = await cast.karel()
    first = line.clock().astimezone(line.running.city.time_zone).replace(day=1, hour=12)
    await line.turn(lambda turn: month(turn, first - timedelta(days=10)))
    [asked] = await karel.says("/agenda_wijk")
    assert "Waterschei-Noord" in asked
    newest = karel.phone.buttons()[0]
    [caption] = await karel.taps(newest)
    assert "geen tekst van bewoners" in caption
    assert "has_protected_content" not in karel.message("geen tekst van bewoners"), "it is made to be printed"
    pdf = sheet(line, karel)
    said = words(pdf)
    assert len(pdf) == 1
    assert newest in said
    for told in ("Waterschei-Noord", "Afval", "Stalenstraat", "10 tot 24", "minder dan 10", "Limburg.net"):
        assert told in said, told
    for hidden in ("Fatma", "0478", "<b>", "Mijn woning", "Stalenstraat 12"):
        assert hidden not in said, hidden
    # One person reported at home: with the number of noise beside the whole, that one would be found.
    assert "20" in said.split("Waarover")[1]
    assert "11" not in said.split("Waarover")[1].split("Plaatsen")[0]


async def test_it_is_for_who_announces_there_and_of_months_that_are_over(line: Line, cast: Cast) -> None:
    karel, greet, tine, jan = await cast.karel(), await cast.greet(), await cast.tine(), await cast.jan()
    selin = await cast.selin()
    assert await tine.says("/agenda_wijk") == ["Dat hoort niet bij jouw rol."]
    assert await selin.says("/agenda_wijk") == ["Dat hoort niet bij jouw rol."]
    assert not any("📄" in text for text in await jan.says("/agenda_wijk"))
    today = line.clock().date()
    for actor, data, refusal in (
        (karel, "1:agenda-wijk:boxbergheide", "Dit hoort niet bij jouw wijken."),
        (karel, "1:agenda-wijk:nergens", "Dit hoort niet bij jouw wijken."),
        (karel, f"1:agenda-of:waterschei-noord:{today.replace(day=1)}", "Deze knop werkt niet meer"),
        (karel, "1:agenda-of:waterschei-noord:gisteren", "Deze knop werkt niet meer"),
        (jan, "1:agenda-wijk:waterschei-noord", "Deze knop werkt niet meer"),
    ):
        heard = await actor.crafts(data)
        assert any(refusal in text for text in heard), (data, heard)
    [asked] = await greet.says("/agenda_wijk")
    assert "van welke wijk" in asked
    await greet.taps("➡️ Volgende")
    lonely = await cast.staff("lonely", 930, Role.ADMINISTRATOR, Places())
    await lonely.says("/agenda_wijk")
    await lonely.crafts("1:agenda-wijk:waterschei-noord")
    await lonely.taps(lonely.phone.buttons()[0])
    assert "Deze maand kwamen er geen meldingen." in words(sheet(line, lonely))
