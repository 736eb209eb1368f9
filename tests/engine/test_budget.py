"""The month's characters: counted in the database, warned of once, shown, and never in the way."""

import socket
from datetime import timedelta
from pathlib import Path

from bot.engine.budget import month_of
from playground.api import Server
from playground.telegram import Telegram
from storage.spending import find_spent
from tests.engine.test_interpreter import hears, until
from tests.engine.test_reporting import administrator, alarmed, figures
from tests.handlers.following import unhindered
from tests.handlers.spoken import answered, reads, reported
from tests.line import Line, open_line
from tests.translation.faults import Fault
from tests.translation.libre import LibreTranslate

REPORT = "Боклукът стои от една седмица."
ANSWER = "We komen morgen kijken."
IN_BULGARIAN = "Ще дойдем да видим утре."


async def spent(line: Line) -> tuple[int, bool]:
    """(characters of this month, whether it was warned of)."""
    now = line.clock()
    found = await line.read(lambda tx: find_spent(tx, month_of(now)))
    return found.characters, found.warned


async def test_the_operator_is_warned_once_a_month_and_everything_goes_on(
    tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    async with LibreTranslate() as libre:
        with socket.create_server(("127.0.0.1", 0)) as held:
            health = f"127.0.0.1:{held.getsockname()[1]}"
        given = {"WIJKLIJN_TRANSLATOR_BUDGET": str(len(REPORT)), "WIJKLIJN_HEALTH": health}
        async with open_line(tmp_path, telegram, server, **libre.environ, **given) as line:
            boss = await administrator(unhindered(line))
            elena = await reads(line, line.telegram.person(701, "Planted", language_code="bg"), "bg")
            libre.faults.once(Fault.FORBIDDEN)
            case = await reported(line, elena, REPORT)
            await until(lambda: len(libre.translations) == 1 and not line.running.interpreter.at_work)
            assert await spent(line) == (len(REPORT), False)
            await line.restart()
            unhindered(line)
            await answered(line, case, ANSWER)
            await until(hears(elena, IN_BULGARIAN))
            await alarmed(boss, "translator-budget")
            await answered(line, case, ANSWER)
            await until(lambda: len(libre.translations) == 3 and not line.running.interpreter.at_work)
            await line.quiet()
            assert await spent(line) == (len(REPORT) + 2 * len(ANSWER), True)
            assert len([text for text in boss.heard() if "(translator-budget)" in text]) == 1
            await line.running.clock._jobs[0][1]()  # noqa: SLF001 - every fifteen seconds otherwise
            shown = await figures(line)
            assert shown["wijklijn_translator_characters_this_month"] == len(REPORT) + 2 * len(ANSWER)
            assert shown["wijklijn_translator_budget_characters"] == len(REPORT)
            assert shown["wijklijn_translator_calls_total done"] == 2
            next_month = month_of(line.clock() + timedelta(days=32))
            fresh = await line.read(lambda tx: find_spent(tx, next_month))
            assert (fresh.characters, fresh.warned) == (0, False)
