"""`wijklijn status`: what an operator reads at night, beside a running bot and without one."""

import socket
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.commands.figures import Figures
from bot.commands.findings import Finding
from bot.commands.status import Seen, findings_of, status
from bot.domain.intents import Intent, Outcome, Urgency
from bot.domain.people import ChatId
from bot.engine.pacer import Penalty
from bot.files import mark_of
from bot.settings import Settings
from playground.api import Server
from playground.telegram import Telegram
from storage.alarms import AlarmRow, raise_alarm, set_backup_made
from storage.leases import LeaseRow
from storage.penalties import set_penalty
from storage.standing import Day, Held, Standing, Waiting
from storage.times import kept
from tests.commands import wijklijn
from tests.engine.exit import genk
from tests.line import Line, file_of, open_line, settings_in

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECONDS, MINUTES, HOURS = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
QUIET_DAY = Day(
    alive=NOON - 12 * SECONDS,
    ended={Outcome.DELIVERED: 1_204, Outcome.UNREACHABLE: 3},
    aside=0,
    left_a_second=0.5,
    held=[],
    alarms=[],
    backup=NOON - 4 * HOURS,
    rewritten=NOON - 9 * HOURS,
    first=NOON - 90 * HOURS,
    leases=[],
    lanes=0,
)
NOTHING_WAITS = Standing(
    inbox=Waiting(), outbox={}, machine=Waiting(), sounds=Waiting(), aside=0, uncertain=0
)
QUIET = Seen(
    at=NOON,
    city=genk(),
    standing=NOTHING_WAITS,
    day=QUIET_DAY,
    figures=Figures([], {"wijklijn_rate": 1.5, "wijklijn_rate_limit": 30.0, "wijklijn_lanes_busy": 2.0}),
    free=0.61,
    rate_limit=30,
)


def waiting(rows: int, since: timedelta) -> Waiting:
    return Waiting(rows, NOON - since)


def seen(**changes: Any) -> Seen:
    """A quiet moment but for what is named; fields of the day and of what stands are meant by their names."""
    day = {name: changes.pop(name) for name in list(changes) if hasattr(QUIET_DAY, name)}
    standing = {name: changes.pop(name) for name in list(changes) if hasattr(NOTHING_WAITS, name)}
    return replace(
        QUIET, day=replace(QUIET_DAY, **day), standing=replace(NOTHING_WAITS, **standing), **changes
    )


def lines(findings: Sequence[Finding]) -> list[str]:
    return [finding.line for finding in findings]


def line_of(name: str, **changes: Any) -> str:
    [line] = [one for one in lines(list(findings_of(seen(**changes)))) if one[6:].startswith(f"{name} ")]
    return line


def test_a_quiet_bot_fits_on_one_screen_and_nothing_is_wrong() -> None:
    assert lines(list(findings_of(QUIET))) == [
        "ok    bot          alive 12 s ago",
        "ok    ready        yes",
        "ok    in           nothing waits",
        "ok    out          nothing waits",
        "ok    rate         1.5 a second, limit 30",
        "ok    penalties    none holds",
        "ok    last day     1,204 delivered, 3 unreachable, 0 broken, 0 uncertain, 0 expired, 0 stopped",
        "ok    lanes        2 busy",
        "ok    set aside    none",
        "ok    translator   nothing waits",
        "ok    disk         61% free",
        "ok    journal      takes erasures",
        "ok    backup       4 h 0 min ago",
        "ok    file         written anew 9 h 0 min ago",
        "ok    alarms       none in the last day",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"alive": None}, "WRONG bot          has not run on this database yet"),
        (
            {"alive": NOON - 3 * HOURS, "figures": None},
            "WRONG bot          no sign of life for 3 h 0 min",
        ),
        (
            {"alive": NOON - 4 * MINUTES},
            "WRONG bot          runs, but the database took nothing for 4 min",
        ),
        ({"figures": Figures(["telegram"], {})}, "WRONG ready        not ready: telegram"),
        ({"inbox": waiting(3, 61 * SECONDS)}, "WRONG in           3 waiting, the oldest 1 min"),
        ({"inbox": waiting(3, 2 * SECONDS)}, "ok    in           3 waiting, the oldest 2 s"),
        (
            {"outbox": {Urgency.ANNOUNCEMENT: waiting(9_000, HOURS)}},
            "ok    out          announcements 9,000 waiting, the oldest 1 h 0 min",
        ),
        (
            {"outbox": {Urgency.CASE: waiting(2, 6 * MINUTES)}},
            "WRONG out          cases 2 waiting, the oldest 6 min",
        ),
        ({"figures": None}, "ok    rate         0.5 a second, limit 30"),
        (
            {"figures": Figures([], {"wijklijn_leads": 0.0, "wijklijn_rate": 0.0})},
            "ok    rate         0.5 a second, limit 30",
        ),
        (
            {"held": [Held(of_all=False, until=NOON + MINUTES)]},
            "ok    penalties    1 chat held, the last for 1 min",
        ),
        (
            {"held": [Held(of_all=True, until=NOON + 10 * MINUTES)]},
            "WRONG penalties    all held for 10 min",
        ),
        (
            {"ended": {Outcome.BROKEN: 1}},
            "WRONG last day     0 delivered, 0 unreachable, 1 broken, 0 uncertain, 0 expired, 0 stopped",
        ),
        ({"aside": 0}, "ok    set aside    none"),
        ({"machine": waiting(1, 11 * MINUTES)}, "WRONG translator   1 waiting, the oldest 11 min"),
        ({"sounds": waiting(2, 11 * MINUTES)}, "WRONG transcriber  2 waiting, the oldest 11 min"),
        ({"free": 0.09}, "WRONG disk         9% free"),
        ({"no_journal": "x.erased: Is a directory"}, "WRONG journal      x.erased: Is a directory"),
        ({"backup": NOON - 25 * HOURS - MINUTES}, "ok    backup       25 h 1 min ago"),
        ({"backup": NOON - 26 * HOURS - MINUTES}, "WRONG backup       26 h 1 min ago"),
        ({"rewritten": NOON - 27 * HOURS}, "WRONG file         written anew 27 h 0 min ago"),
        ({"backup": None}, "WRONG backup       none made yet: `wijklijn backup TARGET`"),
        (
            {"backup": None, "first": NOON - 23 * HOURS},
            "ok    backup       none made yet: `wijklijn backup TARGET`",
        ),
        ({"backup": None, "first": None}, "ok    backup       none made yet: `wijklijn backup TARGET`"),
        (
            {"alarms": [AlarmRow("disk-low", NOON, NOON, 2)]},
            "ok    alarms       disk-low 13:00",
        ),
        (
            {"leases": [LeaseRow("bot", "one", 3, kept(NOON - HOURS), 9_000_000)], "lanes": 4},
            "ok    lease        bot: held by one for 9 s more",
        ),
        ({"leases": [LeaseRow("bot", "one", 3, 0, 0)]}, "WRONG lease        bot: nobody holds it"),
    ],
)
def test_each_line_judges_one_thing(changes: dict[str, Any], expected: str) -> None:
    assert line_of(expected[6:].split("  ", maxsplit=1)[0], **changes) == expected


def test_rows_set_aside_are_wrong_for_a_day() -> None:
    new = replace(QUIET, day=replace(QUIET_DAY, aside=1), standing=replace(NOTHING_WAITS, aside=3))
    old = replace(QUIET, standing=replace(NOTHING_WAITS, aside=3))
    assert "WRONG set aside    1 in the last day, 3 in all" in lines(list(findings_of(new)))
    assert "ok    set aside    0 in the last day, 3 in all" in lines(list(findings_of(old)))


def test_many_alarms_stay_on_one_line() -> None:
    rows = [AlarmRow(f"alarm-{n}", NOON, NOON, 1) for n in range(6)]
    assert line_of("alarms", alarms=rows).endswith("alarm-3 13:00, and 2 more")


async def test_what_is_in_the_database_is_read_as_it_is(line: Line) -> None:
    now = line.clock()
    line.running.sender.pacer.restore([Penalty(None, 900)], line.running.sender.monotonic())
    later = Intent(chat=ChatId(1), name="menu", urgency=Urgency.CASE, not_before=now + HOURS)
    await line.turn(lambda turn: turn.tell(later))
    database = line.running.database
    await database.turn(lambda tx: set_penalty(tx, None, now + HOURS))
    await database.turn(lambda tx: set_backup_made(tx, now - HOURS))
    await database.turn(
        lambda tx: raise_alarm(tx, "second-poller", times=1, quiet=timedelta(hours=1), now=now)
    )
    said = "\n".join(lines(await status(Settings.read(line.environ))))
    assert "ok    bot          alive" in said
    assert "ok    out          nothing waits" in said
    assert "WRONG penalties    all held for 1 h 0 min" in said or "all held for 59 min" in said
    assert "ok    backup       1 h 0 min ago" in said
    assert "second-poller" in said


async def test_beside_a_running_bot_it_tells_of_the_bot_itself(
    tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
    async with open_line(tmp_path, telegram, server, WIJKLIJN_HEALTH=f"127.0.0.1:{port}") as line:
        line.telegram.person(5_500_000_801, "Planted", language_code="nl").starts()
        await line.quiet()
        code, said, complained = await wijklijn("status", **line.environ)
    assert (code, complained) == (0, "")
    assert len(said.splitlines()) < 24
    assert "ok    ready        yes" in said
    assert "ok    lanes        0 " in said
    assert "ok    last day     1 delivered" in said


@pytest.mark.sqlite
async def test_it_works_while_another_process_holds_the_database(line: Line) -> None:
    other = sqlite3.connect(file_of(line.running.database))
    other.execute("BEGIN IMMEDIATE")
    said = lines(await status(Settings.read(line.environ)))
    other.rollback()
    other.close()
    assert "ok    in           nothing waits" in said


async def test_without_a_bot_it_says_since_when(line: Line) -> None:
    await line.stop()
    settings = Settings.read(line.environ)
    _, said, _ = await wijklijn("status", **line.environ)
    assert said.startswith("ok    bot          alive "), "a moment ago it has shown a sign of life"
    later = await status(settings, lambda: line.clock() + 2 * HOURS)
    assert lines(later)[0] == "WRONG bot          no sign of life for 2 h 0 min"
    assert "nobody answers at WIJKLIJN_HEALTH" in said


@pytest.mark.sqlite
async def test_no_database_is_one_line_and_makes_none(tmp_path: Path, server: Server) -> None:
    environ = settings_in(tmp_path, server, migrated=False)
    code, said, complained = await wijklijn("status", **environ)
    assert (code, complained) == (1, "")
    assert said.startswith("WRONG database     ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.sqlite
async def test_another_database_is_not_called_an_old_one(tmp_path: Path, server: Server) -> None:
    environ = settings_in(tmp_path, server, migrated=False)
    with sqlite3.connect(environ["WIJKLIJN_DATABASE_URL"].removeprefix("sqlite:///")) as other:
        other.execute("CREATE TABLE somebody_elses (id INTEGER)")
    other.close()
    said = lines(await status(Settings.read(environ)))
    assert (
        "WRONG database     it holds nothing of the bot: that never ran on it, or this is not its environment"
        in said
    )


@pytest.mark.sqlite
async def test_a_database_that_went_missing_is_wrong_here_and_in_a_check(
    tmp_path: Path, server: Server
) -> None:
    """As the start says, which refuses it."""
    environ = settings_in(tmp_path, server, migrated=False)
    mark_of(tmp_path / "wijklijn.db").touch()
    code, said, complained = await wijklijn("check", **environ)
    assert (code, complained) == (1, "")
    assert f"WRONG database: {tmp_path}/wijklijn.db is missing or empty, and was there before" in said
    [_, told] = lines(await status(Settings.read(environ)))
    assert told.startswith(f"WRONG database     {tmp_path}/wijklijn.db is missing or empty")


@pytest.mark.sqlite
async def test_a_database_that_was_never_migrated_is_one_line(tmp_path: Path, server: Server) -> None:
    sqlite3.connect(tmp_path / "wijklijn.db").execute("CREATE TABLE meta (key TEXT, value TEXT)").close()
    code, said, _ = await wijklijn("status", **settings_in(tmp_path, server))
    assert code == 1
    assert "`wijklijn db upgrade`" in said


@pytest.mark.sqlite
async def test_what_is_no_database_is_one_line(tmp_path: Path, server: Server) -> None:
    (tmp_path / "wijklijn.db").write_bytes(b"not a database at all" * 400)
    code, said, complained = await wijklijn("status", **settings_in(tmp_path, server))
    assert code == 1
    assert "WRONG database" in said
    assert "Traceback" not in complained
