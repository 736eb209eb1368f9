"""Administrators read of trouble with the bot itself, in their language; nobody else does."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.domain.alarms import Alarm
from bot.domain.intents import Button, Intent, Urgency
from bot.domain.people import ChatId, Role
from bot.services.administrators import Administrators
from bot.services.staff import Staff
from bot.services.turn import Turn
from playground.api import Server
from playground.people import Person
from playground.telegram import Telegram
from tests.line import Line, open_line

FACTS = {
    Alarm.DOWN_LONG: {"hours": 3, "minutes": 20, "lost": 0},
    Alarm.DISK_LOW: {"percent": 7},
    Alarm.BACKUP_OLD: {"hours": 26},
    Alarm.TRANSLATOR_BUDGET: {"characters": 500_000},
}


async def raised(line: Line, alarm: Alarm, **facts: int) -> None:
    line.running.alarms.raise_(alarm, **facts)
    await line.running.alarms.keep()
    line.running.sender.look()
    await line.quiet()


@pytest.fixture
async def administrator(line: Line) -> Person:
    person = line.telegram.person(5_500_000_801, "Planted", language_code="nl")
    await line.invited(person, Role.ADMINISTRATOR)
    return person


@pytest.mark.parametrize("alarm", list(Alarm))
async def test_every_alarm_has_a_text_that_names_it(line: Line, administrator: Person, alarm: Alarm) -> None:
    await raised(line, alarm, **FACTS.get(alarm, {}))
    said = administrator.heard()[-1]
    assert said.startswith("🔔")
    assert said.endswith(f"({alarm})")
    assert len(said) <= 300


async def test_an_alarm_tells_what_and_when_in_the_citys_time(line: Line, administrator: Person) -> None:
    at = datetime(2026, 11, 22, 1, 2, tzinfo=UTC)
    line.running.alarms.clock = lambda: at
    await raised(line, Alarm.DISK_LOW, percent=7)
    assert administrator.heard()[-1] == (
        "🔔 De schijf van de server is bijna vol: nog 7 % is vrij (zondag 22 november, 02:02)."
        " Laat de serverbeheerder plaats maken, anders komt er niets meer binnen. (disk-low)"
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"hours": 0, "minutes": 20, "lost": 0}, "20 minuten stil"),
        ({"hours": 5, "minutes": 2, "lost": 0}, "5 uur stil"),
        ({"hours": 5, "minutes": 2, "lost": 0}, "Wat mensen intussen schreven, komt nu binnen."),
        (
            {"hours": 30, "minutes": 0, "lost": 1},
            "Wat mensen meer dan een dag geleden schreven, is verloren.",
        ),
    ],
)
async def test_a_long_absence_says_what_became_of_what_people_wrote(
    line: Line, administrator: Person, facts: dict[str, int], said: str
) -> None:
    await raised(line, Alarm.DOWN_LONG, **facts)
    assert said in administrator.heard()[-1]


async def test_nobody_but_administrators_is_told(line: Line, administrator: Person) -> None:
    coordinator = line.telegram.person(5_500_000_802, "Planted", language_code="nl")
    await line.invited(coordinator, Role.COORDINATOR)
    before = len(coordinator.heard())
    await raised(line, Alarm.SECOND_POLLER)
    assert len(coordinator.heard()) == before
    assert "(second-poller)" in administrator.heard()[-1]
    rows = await line.read(lambda tx: tx.all("SELECT id FROM outbox WHERE name = 'alarm-second-poller'"))
    assert len(rows) == 1


async def test_who_is_no_administrator_any_more_when_it_leaves_is_not_told(
    line: Line, administrator: Person
) -> None:
    members = await line.turn(lambda turn: Staff(turn).everybody())
    before = len(administrator.heard())

    async def told_and_released(turn: Turn) -> None:
        await Administrators(turn).warn(Alarm.SECOND_POLLER, turn.now, {})
        await Staff(turn).release(members[0].id)

    await line.turn(told_and_released)
    await line.quiet()
    assert not any("second-poller" in said for said in administrator.heard()[before:])


async def test_without_messages_the_log_alone_is_told(
    tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    async with open_line(tmp_path, telegram, server, WIJKLIJN_ALARMS="0") as line:
        person = line.telegram.person(5_500_000_801, "Planted", language_code="nl")
        await line.invited(person, Role.ADMINISTRATOR)
        before = len(person.heard())
        with capture_logs() as logged:
            await raised(line, Alarm.SECOND_POLLER)
        assert "second-poller" in [entry["event"] for entry in logged]
        assert len(person.heard()) == before


async def heard(person: Person, name: str) -> None:
    async with asyncio.timeout(25):
        while not any(f"({name})" in said for said in person.heard()):
            await asyncio.sleep(0.02)


async def test_rows_set_aside_raise_their_alarm_once(line: Line, administrator: Person) -> None:
    for number in range(3):
        line.running.lanes.on_turn("update", "aside", number)
    await heard(administrator, "row-set-aside")
    await line.quiet()
    assert sum("(row-set-aside)" in said for said in administrator.heard()) == 1


async def test_a_message_that_cannot_be_written_raises_its_alarm(line: Line, administrator: Person) -> None:
    intent = Intent(chat=ChatId(administrator.chat.id), name="no-such-text", urgency=Urgency.CASE)
    await line.turn(lambda turn: turn.tell(intent))
    await heard(administrator, "message-broken")


async def test_a_message_that_telegram_refuses_raises_its_alarm(line: Line, administrator: Person) -> None:
    too_long = Button(data="1:" + "x" * 63, words="x")
    intent = Intent(chat=ChatId(administrator.chat.id), name="went-wrong", buttons=((too_long,),))
    await line.turn(lambda turn: turn.tell(intent))
    await heard(administrator, "message-broken")
