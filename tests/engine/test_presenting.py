"""How the bot presents itself: set where it differs, and only there."""

import asyncio

from bot.domain.commands import FOR_RESIDENTS
from playground.faults import Fault
from playground.telegram import Telegram
from tests.line import Line

TRAITS = ("Commands", "Name", "Description", "ShortDescription")


def sets(telegram: Telegram) -> list[str]:
    return [call.method for call in telegram.log if call.method.startswith("setMy")]


async def looked(line: Line) -> None:
    """Every trait has been looked at in every language."""
    await line.telegram.until(
        lambda: len([c for c in line.telegram.log if c.method.startswith("getMy")]) >= 12
    )
    await asyncio.sleep(0.1)


async def test_name_descriptions_and_commands_stand_in_every_language(line: Line) -> None:
    await looked(line)
    profile = line.telegram.profile
    for language, report in (("", "Probleem melden"), ("tr", "Sorun bildir"), ("bg", "Съобщи проблем")):
        commands = profile.commands[("default", None, None), language]
        assert [command["command"] for command in commands] == list(FOR_RESIDENTS)
        assert commands[0]["description"] == report
        assert profile.shown(language or None)["name"] == "Wijklijn Genk"
    assert "Mahallenizdeki" in profile.shown("tr")["description"]
    assert "квартала" in profile.shown("bg")["short_description"]


async def test_a_second_start_sets_nothing(line: Line) -> None:
    await looked(line)
    line.telegram.log.clear()
    await line.restart()
    await looked(line)
    assert sets(line.telegram) == []


async def test_what_somebody_changed_by_hand_is_set_right_again(line: Line) -> None:
    await looked(line)
    line.telegram.profile.texts_of("description")["tr"] = "elle yazılmış"
    line.telegram.log.clear()
    await line.restart()
    await looked(line)
    assert sets(line.telegram) == ["setMyDescription"]


async def test_telegram_that_does_not_answer_at_once_is_asked_again(line: Line) -> None:
    await looked(line)
    await line.stop()
    line.telegram.profile.commands.clear()
    line.telegram.log.clear()
    for fault in (Fault.BAD_GATEWAY, Fault.TOO_MANY):
        line.telegram.faults.once("getMyCommands", fault)
    await line.start()
    await line.telegram.until(lambda: len(sets(line.telegram)) >= 3, 15)
    assert sets(line.telegram) == ["setMyCommands"] * 3


async def test_a_long_penalty_is_left_for_the_next_start_and_stops_nothing_else(line: Line) -> None:
    await looked(line)
    await line.stop()
    line.telegram.profile.texts_of("name").clear()
    line.telegram.log.clear()
    line.telegram.faults.once("setMyName", Fault.TOO_MANY, retry_after=3600)
    await line.start()
    await looked(line)
    assert line.telegram.profile.shown(None)["name"] != "Wijklijn Genk"
    assert sets(line.telegram) == ["setMyName"] * 3


async def test_a_telegram_that_stays_silent_is_given_up_when_we_stop(line: Line) -> None:
    await looked(line)
    await line.stop()
    line.telegram.faults.share(1.0, Fault.BAD_GATEWAY, method="getMyCommands")
    await line.start()
    await line.telegram.until(lambda: line.telegram.faults.struck > 0)
    async with asyncio.timeout(3):
        await line.stop()
