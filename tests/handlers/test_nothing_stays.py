"""Nothing of a resident's words stays in a chat of staff once that person erased them, or would rather not be read."""

from bot.domain.cases import Case, CaseMessageId
from bot.domain.people import ChatId
from bot.services.arrivals import Arrivals, FromMachine
from bot.services.cases import Cases
from bot.services.erasure import Erasure
from bot.services.people import People
from bot.services.turn import Turn
from storage.cases import list_history
from storage.messages import list_messages
from tests.cast import Actor, Cast
from tests.handlers.test_contact import spoken_for
from tests.handlers.test_desk_answer import come_due
from tests.handlers.test_desk_sensitive import standing
from tests.line import Line

GLASS = "Er ligt glas naast de rode bank"
CAM = "Kırmızı koltuğun yanında cam var"
IN_DUTCH = "Naast de rode zetel ligt glas"
HOME = "Stalenstraat 12 bus 3"


def held(actor: Actor, *words: str) -> list[str]:
    """What now stands in the chat and holds one of these."""
    return [text for text in standing(actor) if any(word in text for word in words)]


async def erases(turn: Turn, actor: Actor, case: Case) -> None:
    await People(turn).meet(ChatId(actor.phone.chat.id))
    await Erasure(turn).one(await Cases(turn).own(case.id))


async def doubted(turn: Turn, message: CaseMessageId) -> None:
    """The machine answered, and is not sure."""
    await turn.tx.run("UPDATE translations SET state = 'arrived' WHERE case_message_id = :id", id=message)
    await Arrivals(turn).from_machine(FromMachine(message, "nl", IN_DUTCH, "engine", doubtful=True))


async def test_what_was_looked_at_passed_on_or_checked_goes_with_the_report(line: Line, cast: Cast) -> None:
    karel, selin, jan, mehmet = await cast.karel(), await cast.selin(), await cast.jan(), await cast.mehmet()
    one, other = await cast.case_of(jan, GLASS), await cast.case_of(mehmet, CAM)
    (message, *_) = await line.read(lambda tx: list_messages(tx, other.id))
    await line.turn(lambda turn: doubted(turn, message.id))
    await karel.crafts(f"1:desk-twin:{one.id}:{other.id}")
    await karel.crafts(f"1:desk-pass:{one.id}:dienst-groen")
    await karel.says(f"{GLASS}.")
    assert len(held(karel, GLASS)) > 3
    assert held(karel, IN_DUTCH)
    assert held(selin, IN_DUTCH)
    await line.turn(lambda turn: erases(turn, jan, one))
    await line.turn(lambda turn: erases(turn, mehmet, other))
    await line.quiet()
    assert held(karel, GLASS, CAM, IN_DUTCH) == []
    assert held(selin, CAM, IN_DUTCH) == []


async def test_what_a_contact_worker_holds_goes_once_the_person_has_it_and_erases_it(
    line: Line, cast: Cast
) -> None:
    selin, jan = await cast.selin(), await cast.jan()
    case = await spoken_for(line, selin)
    await selin.says("/werk")
    await selin.taps_of("Jouw dossiers", f"{case.number} 🗑 Afval")
    assert held(selin, "kelder")
    link, _ = await selin.crafts(f"1:over:{case.id}")
    await jan.starts("over-" + link.split("start=over-")[1].split()[0])
    await line.turn(lambda turn: erases(turn, jan, case))
    await line.quiet()
    assert held(selin, "kelder") == []


async def test_who_would_rather_not_be_read_along_is_read_no_longer(cast: Cast) -> None:
    selin, greet, mehmet = await cast.selin(), await cast.greet(), await cast.mehmet()
    case = await cast.case_of(mehmet, CAM)
    await selin.taps("✍️ Vertalen")
    assert held(selin, CAM)
    await mehmet.taps("🙅 Okumasın")
    assert held(selin, CAM) == []
    assert any("wacht een vertaling" in text for text in greet.reads())
    assert not any(IN_DUTCH in text for text in await selin.says(IN_DUTCH) if case.number in text)


async def test_of_a_sensitive_report_the_place_that_was_typed_comes_on_a_press_too(
    line: Line, cast: Cast
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, GLASS, category="housing")
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET place = :place WHERE id = :id", place=HOME, id=case.id)
    )
    await karel.says(f"/dossier {case.number}")
    assert held(karel, case.number)
    assert held(karel, HOME) == []
    await karel.taps_of(f"Melding {case.number}", "👁 Toon")
    assert held(karel, HOME)
    history = await line.read(lambda tx: list_history(tx, case.id))
    assert "looked" in [act for act, *_ in history]
    await come_due(line, "desk-hide")
    assert held(karel, HOME) == []
