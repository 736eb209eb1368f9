"""`wijklijn retention` as an operator uses it, beside a running bot."""

from datetime import timedelta

from bot.domain.cases import Status
from bot.services.turn import Turn
from storage.cases import set_status
from tests.cast import Cast
from tests.commands import wijklijn
from tests.line import Line


async def test_a_dry_run_only_says_it_and_a_run_does_it(cast: Cast, line: Line) -> None:
    case = await cast.case_of(await cast.jan(), "Er ligt afval")

    async def ended(turn: Turn) -> None:
        await set_status(turn.tx, case, Status.HANDLED, now=turn.now - timedelta(days=366))

    await line.turn(ended)
    code, said, complained = await wijklijn("retention", "--dry-run", **line.environ)
    assert (code, complained) == (0, "")
    lines = said.splitlines()
    assert "case-content: after 365 days (no rule yet): 1 would be cut from who they are of" in lines
    assert "backups: after 28 days (no rule yet): 0 not in the database: destroy copies by then" in lines
    assert lines[-1] == "Nothing was changed."
    assert len(lines) == len(line.running.city.retention) + 2
    assert (await cast.state_of(case)).resident is not None
    code, said, complained = await wijklijn("retention", **line.environ)
    assert (code, complained) == (0, "")
    assert "case-content: after 365 days (no rule yet): 1 cut from who they are of" in said.splitlines()
    assert (await cast.state_of(case)).resident is None
    runs = await line.read(
        lambda tx: tx.all("SELECT kept, found FROM retention_runs WHERE kept = 'case-content'")
    )
    assert [tuple(row) for row in runs] == [("case-content", 1)]
