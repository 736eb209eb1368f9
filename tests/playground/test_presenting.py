"""How the bot presents itself: commands by scope and language, name, descriptions, and the rest of the table."""

from __future__ import annotations

import pytest

from playground.methods import METHODS
from playground.people import Person
from playground.telegram import Telegram
from playground.wire import JSON
from tests.playground.caller import Caller, Clock


def commands(*names: str) -> list[JSON]:
    return [{"command": name, "description": f"over {name}"} for name in names]


def shown(person: Person) -> list[str]:
    return [command["command"] for command in person.chat.commands]


async def test_the_narrowest_scope_wins_and_then_the_own_language(
    call: Caller, elena: Person, telegram: Telegram
) -> None:
    await call.result("setMyCommands", commands=commands("basis"))
    assert shown(elena) == ["basis"]
    await call.result("setMyCommands", commands=commands("bulgaars"), language_code="bg")
    assert shown(elena) == ["bulgaars"]
    await call.result("setMyCommands", commands=commands("prive"), scope={"type": "all_private_chats"})
    assert shown(elena) == ["prive"]
    await call.result("setMyCommands", commands=commands("werk"), scope={"type": "chat", "chat_id": 701})
    assert shown(elena) == ["werk"]
    assert shown(telegram.person(702, "Mert", language_code="tr")) == ["prive"]


async def test_deleted_commands_fall_back_to_the_wider_scope(call: Caller, elena: Person) -> None:
    scope = {"type": "chat", "chat_id": 701}
    await call.result("setMyCommands", commands=commands("basis"))
    await call.result("setMyCommands", commands=commands("werk"), scope=scope)
    assert await call.result("getMyCommands", scope=scope) == commands("werk")
    await call.result("deleteMyCommands", scope=scope)
    assert await call.result("getMyCommands", scope=scope) == []
    assert shown(elena) == ["basis"]


@pytest.mark.parametrize(
    ("command", "wording"),
    [
        ({"command": "Werk", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "помощ", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "werk", "description": ""}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"command": "werk", "description": "x" * 257}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_a_bad_command_is_refused(call: Caller, command: JSON, wording: str) -> None:
    assert wording in await call.refusal("setMyCommands", commands=[command])


@pytest.mark.parametrize(
    ("method", "field", "most"),
    [
        ("MyName", "name", 64),
        ("MyDescription", "description", 512),
        ("MyShortDescription", "short_description", 120),
    ],
)
async def test_names_and_descriptions_are_kept_by_language(
    call: Caller, method: str, field: str, most: int
) -> None:
    await call.result(f"set{method}", **{field: "x" * most})
    await call.result(f"set{method}", **{field: "на български"}, language_code="bg")
    assert await call.result(f"get{method}", language_code="bg") == {field: "на български"}
    assert await call.result(f"get{method}", language_code="tr") == {field: "x" * most}
    assert "INVALID" in await call.refusal(f"set{method}", **{field: "x" * (most + 1)})


async def test_a_new_name_is_the_one_get_me_tells(call: Caller) -> None:
    await call.result("setMyName", name="Wijklijn Genk")
    assert (await call.result("getMe"))["first_name"] == "Wijklijn Genk"


async def test_the_bot_writes_under_its_new_name(call: Caller, elena: Person) -> None:
    await call.result("sendMessage", chat_id=701, text="voor")
    await call.result("setMyName", name="Wijklijn Genk")
    await call.result("sendMessage", chat_id=701, text="na")
    names = [message["from"]["first_name"] for message in elena.chat.messages if not message["outgoing"]]
    assert names == ["wijklijn_bot", "Wijklijn Genk"]


@pytest.mark.usefixtures("elena")
async def test_the_menu_button_is_kept_per_chat(call: Caller) -> None:
    await call.result("setChatMenuButton", chat_id=701, menu_button={"type": "commands"})
    assert await call.result("getChatMenuButton", chat_id=701) == {"type": "commands"}
    assert await call.result("getChatMenuButton") == {"type": "default"}


@pytest.mark.usefixtures("elena")
async def test_get_chat_tells_names_and_the_pinned_message(call: Caller) -> None:
    sent = await call.result("sendMessage", chat_id=701, text="belangrijk")
    await call.result("pinChatMessage", chat_id=701, message_id=sent["message_id"])
    chat = await call.result("getChat", chat_id=701)
    assert (chat["first_name"], chat["pinned_message"]["text"]) == ("Elena", "belangrijk")


async def test_closing_is_refused_in_the_first_ten_minutes(call: Caller, clock: Clock) -> None:
    assert (await call("close"))["error_code"] == 429
    clock.pass_(600)
    assert await call.result("close") is True


async def test_a_bot_that_logged_out_is_gone(call: Caller) -> None:
    await call.result("logOut")
    assert await call.refusal("getMe") == "Logged out"


@pytest.mark.usefixtures("elena")
async def test_a_venue_and_a_location_need_their_coordinates(call: Caller) -> None:
    venue = {"title": "Wijkbureau", "address": "Hoevenzavellaan 1"}
    sent = await call.result("sendVenue", chat_id=701, latitude=50.98, longitude=5.53, **venue)
    assert sent["venue"]["title"] == "Wijkbureau"
    assert sent["location"] == {"latitude": 50.98, "longitude": 5.53}
    assert (
        await call.refusal("sendLocation", chat_id=701, latitude=50.98) == "Bad Request: longitude is empty"
    )


@pytest.mark.parametrize("method", sorted(set(METHODS) - {"getupdates"}))
@pytest.mark.usefixtures("elena")
async def test_no_method_answers_nonsense_with_a_server_error(call: Caller, method: str) -> None:
    nonsense: list[JSON] = [
        {},
        {
            "chat_id": "701",
            "text": ["x"],
            "message_id": "x",
            "media": "x",
            "commands": "x",
            "options": 3,
            "scope": "x",
        },
        {"chat_id": 701, "text": "x", "reply_markup": 7, "media": [1, 2], "commands": [3], "options": [4, 5]},
        {
            "chat_id": 701,
            "text": "x",
            "entities": "x",
            "reply_parameters": [1],
            "message_ids": ["x"],
            "scope": [1],
        },
        {"chat_id": 701, "question": "x", "options": ["a", 5], "menu_button": "x", "link_preview_options": 3},
        {
            "chat_id": {},
            "text": {},
            "message_id": {},
            "file_id": {},
            "url": 5,
            "latitude": "x",
            "longitude": [],
        },
        {
            "chat_id": 701,
            "text": "x",
            "entities": [{"type": "bold"}],
            "reply_markup": {"inline_keyboard": [[1]]},
            "media": [{"type": ["x"]}, {"media": 3}],
            "reply_parameters": {"message_id": []},
        },
        {"chat_id": 701, "text": "x", "reply_markup": {"keyboard": [{}]}, "scope": {"type": ["chat"]}},
    ]
    for params in nonsense:
        answer = await call(method, **params)
        assert answer["ok"] or answer["error_code"] in {400, 401, 403, 429}
