"""How the bot presents itself: set where it differs, and only there."""

import asyncio

from bot.domain.commands import FOR_RESIDENTS
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
