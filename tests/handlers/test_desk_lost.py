"""What was begun in a case that is somebody's no more: whatever is typed or pressed then, nothing of the case changes."""

from typing import Any, Final

from bot.domain.cases import Case
from bot.domain.people import ChatId
from bot.services.people import People
from bot.services.turn import Turn
from storage.database import Row, Transaction
from tests.cast import Actor, Cast
from tests.line import Line
from tests.steps import STAFF

STEP: Final = "SELECT st.* FROM steps st JOIN people p ON p.id = st.person_id WHERE p.chat_id = :chat"
# What ends each step of a case; the others end by what is typed.
ENDS: Final = {
    "answer preview": ("desk-send", "desk-as-note"),
    "close preview": ("desk-closed",),
    "close reason": ("desk-closed",),
    "correct preview": ("desk-correct-send",),
    "pass preview": ("pass-send",),
    "partner-said preview": ("heard-done", "heard-busy"),
    "street street": (),
    "reference reference": ("reference-clear",),
    "note note": (),
    "errand asking": (),
    "answer write": (),
    "correct write": (),
    "partner-said write": (),
}
TYPED: Final = "PLANTED-LATER"
OF_THE_CASE: Final = ("case_messages", "notes", "history", "passings", "errands", "visits")
ELSEWHERE: Final = "UPDATE cases SET wijk = 'boxbergheide', owner_id = NULL, reference = '' WHERE id = :id"


async def of_case(tx: Transaction, case: Case) -> list[list[tuple[Any, ...]]]:
    rows = [await tx.all(f"SELECT * FROM {table} WHERE case_id = :id", id=case.id) for table in OF_THE_CASE]  # noqa: S608 - names of our own
    return [
        [tuple(row) for row in [*await tx.all("SELECT * FROM cases WHERE id = :id", id=case.id), *table]]
        for table in rows
    ]


async def test_whatever_is_begun_in_a_case_ends_with_the_right_to_it(line: Line, cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    for name, ends in ENDS.items():
        case = await cast.case_of(jan, "Er ligt afval in de Nieuwstraat")
        await _begins(line, karel, name, case)
        step = await line.read(lambda tx: tx.one(STEP, chat=karel.phone.chat.id))
        assert step, name
        before = await _goes_elsewhere(line, case)
        jan.reads(), karel.reads()
        heard = await _ends(karel, step, ends)
        assert heard, name
        assert await line.read(lambda tx: of_case(tx, case)) == before, name  # noqa: B023 - read at once
        assert jan.reads() == [], name
        await line.turn(lambda turn: turn.tx.run("DELETE FROM steps"))


async def _goes_elsewhere(line: Line, case: Case) -> list[list[tuple[Any, ...]]]:
    """All that is kept of the case from then on."""
    await line.turn(lambda turn: turn.tx.run(ELSEWHERE, id=case.id))
    found: list[list[tuple[Any, ...]]] = await line.read(lambda tx: of_case(tx, case))
    return found


async def _begins(line: Line, actor: Actor, name: str, case: Case) -> None:
    async def plant(turn: Turn) -> None:
        await People(turn).meet(ChatId(actor.phone.chat.id))
        await STAFF[name](case)(turn)

    await line.turn(plant)
    await line.quiet()


async def _ends(actor: Actor, step: Row, ends: tuple[str, ...]) -> list[str]:
    heard = await actor.says(TYPED)
    for verb in ends:
        heard += await actor.crafts(f"1:{verb}:{step['version']}")
    return heard


async def test_a_reply_to_a_card_that_is_of_others_now_goes_nowhere(line: Line, cast: Cast) -> None:
    """By text, by picture, and to what came with the card; also by who went to work elsewhere."""
    karel, tine, jan = await cast.karel(), await cast.tine(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await tine.crafts(f"1:desk-open:{case.id}")
    cards = [(one, one.message(case.number)["message_id"]) for one in (karel, tine)]
    before = await _goes_elsewhere(line, case)
    jan.reads()
    for actor, card in cards:
        actor.reads()
        heard = await actor.says(TYPED, reply_to=card) + await actor.sends_photo(TYPED, reply_to=card)
        assert heard
        assert not [text for text in heard if "afval" in text]
        assert not [verb for verb in actor.phone.buttons() if verb in {"✅ Verstuur", "📝 Als notitie"}]
    assert await line.read(lambda tx: of_case(tx, case)) == before
    assert jan.reads() == []
