"""Two of staff who press in the same moment: one has it, the other reads which role was first, nothing is done twice."""

import asyncio
from functools import partial

import pytest

from storage.cases import list_history
from tests.cast import Actor, Cast
from tests.line import Line

TAKEN = "Een collega (wijkmanager) heeft dit al genomen."
ROUNDS = 4


async def at_once(line: Line, data: str, *actors: Actor) -> None:
    """Nobody waits for anybody: the presses lie with Telegram together."""
    for actor in actors:
        actor.phone.taps(max(actor.phone.chat.kept), data)
    await asyncio.sleep(0)
    await line.quiet()


async def test_one_of_two_has_the_case_and_the_other_reads_who(line: Line, cast: Cast) -> None:
    karel, lies, greet, jan = await cast.karel(), await cast.lies(), await cast.greet(), await cast.jan()
    ids = {(await karel.member()).id: karel, (await lies.member()).id: lies}
    for number in range(ROUNDS):
        case = await cast.case_of(jan, f"Er ligt afval {number}")
        for actor in (karel, lies, jan):
            actor.reads()
        first, second = (karel, lies) if number % 2 else (lies, karel)
        await at_once(line, f"1:desk-take:{case.id}", first, second)
        owner = (await cast.state_of(case)).owner
        assert owner is not None
        winner = ids[owner]
        loser = lies if winner is karel else karel
        assert TAKEN not in winner.reads()
        assert TAKEN in loser.reads()
        acts = [act for act, *_ in await line.read(partial(list_history, case=case.id))]
        assert acts.count("taken") == 1
        assert len([text for text in jan.reads() if case.number in text]) == 1
    assert await greet.crafts(f"1:desk-take:{case.id}") == [TAKEN]


@pytest.mark.parametrize("acts", [("close", "take"), ("take", "close")])
async def test_who_closes_and_who_takes_at_once_leave_one_state(
    line: Line, cast: Cast, acts: tuple[str, str]
) -> None:
    """Whatever comes first, the case is closed at the end, and its resident hears it once."""
    karel, lies, jan = await cast.karel(), await cast.lies(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.crafts(f"1:desk-close:{case.id}:solved")
    await karel.says("Opgeruimd.")
    sure = next(
        key["callback_data"]
        for row in karel.message("Klopt het?")["reply_markup"]["inline_keyboard"]
        for key in row
        if key["text"] == "✅ Sluit af"
    )
    presses = {
        "close": lambda: karel.phone.taps(max(karel.phone.chat.kept), sure),
        "take": lambda: lies.phone.taps(max(lies.phone.chat.kept), f"1:desk-take:{case.id}"),
    }
    jan.reads()
    for act in acts:
        presses[act]()
    await line.quiet()
    assert (await cast.state_of(case)).status.value == "handled"
    assert len([text for text in jan.reads() if "Opgeruimd." in text]) == 1
