"""Where the bot is: people who stop and start it, and groups and channels that it leaves silently."""

from typing import Any

from playground.telegram import Telegram
from tests.cast import Actor, Cast
from tests.line import Line


def calls(telegram: Telegram, method: str) -> list[Any]:
    return [call for call in telegram.log if call.method == method]


async def people(line: Line) -> list[dict[str, Any]]:
    return [dict(row) for row in await line.read(lambda tx: tx.all("SELECT * FROM people"))]


async def test_who_stops_the_bot_is_not_written_to_until_they_come_back(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    jan.phone.blocks()
    await line.quiet()
    assert (await people(line))[0]["blocked_at"] is not None
    jan.phone.unblocks()
    await line.quiet()
    assert (await people(line))[0]["blocked_at"] is None


async def test_nothing_is_kept_of_who_stops_before_choosing_a_language(line: Line) -> None:
    new = Actor(line, line.telegram.person(5_500_000_720, "Planted"))
    await new.starts()
    assert len(await people(line)) == 1
    new.phone.blocks()
    await line.quiet()
    assert await people(line) == []


async def test_stopping_the_bot_after_erasing_brings_nobody_back(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await jan.crafts("1:erase-yes:nl")
    jan.phone.blocks()
    await line.quiet()
    assert await people(line) == []


async def test_who_stops_and_starts_the_bot_without_a_word_is_nobody_to_us(line: Line) -> None:
    stranger = line.telegram.person(5_500_000_721, "Planted")
    stranger.blocks()
    stranger.unblocks()
    answer = {"poll_id": "1", "user": stranger.user, "option_ids": [0], "option_persistent_ids": ["a"]}
    line.telegram.updates.add("poll_answer", answer)
    await line.quiet()
    assert await people(line) == []


async def test_a_group_is_left_once_without_a_word(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    group = line.telegram.add_to_group(jan.phone)
    group.says(jan.phone, "/start")
    group.says(jan.phone, f"@{line.telegram.username} hallo")
    await line.quiet()
    assert [call.params["chat_id"] for call in calls(line.telegram, "leaveChat")] == [group.chat.id]
    assert not [
        call for call in calls(line.telegram, "sendMessage") if call.params["chat_id"] == group.chat.id
    ]


async def test_a_group_is_left_again_when_the_bot_is_added_again(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    for _ in range(2):
        line.telegram.add_to_group(jan.phone, supergroup=True)
        await line.quiet()
    assert len(calls(line.telegram, "leaveChat")) == 2


async def test_a_channel_is_left_without_a_word(line: Line) -> None:
    line.telegram.channel_post("Nieuws van de buurt")
    line.telegram.channel_post("Nog nieuws van de buurt")
    await line.quiet()
    assert calls(line.telegram, "sendMessage") == []
    left = [call.params["chat_id"] for call in calls(line.telegram, "leaveChat")]
    assert len(left) == len(set(left)) > 0


async def test_nobody_is_kept_for_a_group(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    line.telegram.add_to_group(jan.phone)
    await line.quiet()
    assert [person["chat_id"] for person in await people(line)] == [jan.phone.chat.id]
