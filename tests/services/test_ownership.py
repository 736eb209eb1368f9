"""The night's look: what has nobody who is there is put right, and told only then. And who is asked first."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from bot.domain.asked_first import AskedFirst, FirstRole
from bot.domain.cases import Case
from bot.domain.city import CategoryId
from bot.services.cards import CARD
from bot.services.ownership import NIGHTLY, Ownership
from bot.services.promises import LATE
from bot.services.routing import Routing
from bot.services.turn import Turn
from storage.ownership import Checked, find_checked
from tests.cast import Actor, Cast
from tests.handlers.test_desk_answer import come_due
from tests.line import Line

NIGHT: Final = "🌙 Nachtcontrole."


async def run(line: Line, sql: str, **values: Any) -> None:
    await line.turn(lambda turn: turn.tx.run(sql, **values))


async def owner_is(line: Line, case: Case, actor: Actor) -> None:
    await run(
        line, "UPDATE cases SET owner_id = :owner WHERE id = :id", owner=(await actor.member()).id, id=case.id
    )


async def test_everything_that_nobody_has_is_put_right_and_told_once(line: Line, cast: Cast) -> None:
    """Damaged by hand, as a mistake of ours or of an operator would."""
    karel, piet, greet, bram = await cast.karel(), await cast.piet(), await cast.greet(), await cast.bram()
    jan = await cast.jan()
    of_released, of_away, of_blocked, unseen, unwatched, fine = [
        await cast.case_of(jan, f"Er ligt afval {number}") for number in range(6)
    ]
    secret = await cast.case_of(jan, "De huisbaas", category="housing")
    silent = await cast.staff(
        "silent-staff", 5_500_000_812, (await piet.member()).role, (await piet.member()).places
    )
    gone = await cast.staff("gone", 5_500_000_813, (await piet.member()).role, (await piet.member()).places)
    for case, owner in (
        (of_released, gone),
        (of_away, piet),
        (of_blocked, silent),
        (secret, bram),
        (fine, karel),
    ):
        await owner_is(line, case, owner)
    silent_chat = silent.phone.chat.id
    await run(line, "UPDATE people SET blocked_at = 1 WHERE chat_id = :chat", chat=silent_chat)
    gone_id = (await gone.member()).id
    await run(line, "UPDATE staff SET released_at = 1, person_id = NULL WHERE id = :id", id=gone_id)
    await run(line, "UPDATE staff SET away_until = '2030-01-01' WHERE id = :id", id=(await piet.member()).id)
    await run(line, "DELETE FROM outbox WHERE case_id = :id AND name = :name", id=unseen.id, name=CARD)
    await run(line, "DELETE FROM due WHERE key = :key", key=f"{LATE}:{unwatched.id}")
    for actor in (karel, greet, bram):
        actor.reads()
    await come_due(line, NIGHTLY)
    for case in (of_released, of_away, of_blocked, secret):
        assert (await cast.state_of(case)).owner is None
    assert (await cast.state_of(fine)).owner == (await karel.member()).id
    told = karel.reads()
    for case in (of_released, of_away, of_blocked, secret, unseen):
        assert [text for text in told if case.number in text], case.number
    assert await line.read(
        lambda tx: tx.one("SELECT 1 FROM due WHERE key = :key", key=f"{LATE}:{unwatched.id}")
    )
    assert greet.reads() == [
        f"{NIGHT} 6 open dossiers hadden niemand die er is, of geen bewaakte dag: dat is hersteld."
    ]
    assert not [text for text in bram.reads() if NIGHT in text]
    await come_due(line, NIGHTLY)
    assert greet.reads() == []
    at, checked = await line.read(find_checked)
    assert checked == Checked(7, 0, 0)
    assert line.clock() - at < timedelta(minutes=1)


async def test_where_there_is_nobody_at_all_who_runs_the_bot_is_told_and_not_woken(
    line: Line, cast: Cast
) -> None:
    bram = await cast.bram()
    await cast.case_of(await cast.jan(), "De huisbaas", category="housing")
    bram.reads()
    await come_due(line, NIGHTLY)
    assert bram.reads() == [f"{NIGHT} Voor 1 dossier is er nog altijd niemand."]
    (told,) = [call for call in line.telegram.log if NIGHT in str(call.params.get("text"))]
    assert told.params["disable_notification"]


async def test_many_cases_are_looked_at_in_steps(line: Line, cast: Cast) -> None:
    await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    seen = await line.turn(
        lambda turn: Ownership(turn).night({"after": case.id, "cases": 200, "mended": 3, "left": 0})
    )
    assert seen == Checked(200, 3, 0)


async def test_the_city_file_says_who_is_asked_first_and_the_others_still_stand_behind(
    line: Line, cast: Cast
) -> None:
    karel, greet = await cast.karel(), await cast.greet()
    case = await cast.case_of(await cast.jan(), "Er is lawaai", category="noise")
    rule = AskedFirst(FirstRole.COORDINATOR, categories=(CategoryId("noise"),))

    async def asked(turn: Turn, about: Case) -> list[int]:
        city = replace(turn.city, asked_first=(rule,))
        responsible = await Routing(replace(turn, city=city)).responsible(about)
        return [one.id for one in responsible]

    assert await line.turn(lambda turn: asked(turn, case)) == [(await greet.member()).id]
    waste = replace(case, category=CategoryId("waste"))
    assert await line.turn(lambda turn: asked(turn, waste)) == [(await karel.member()).id]
    await run(line, "UPDATE staff SET away_until = '2030-01-01' WHERE id = :id", id=(await greet.member()).id)
    assert await line.turn(lambda turn: asked(turn, case)) == [(await karel.member()).id]
