"""The direct way of calling, tried against the local Telegram: each refusal and fault comes back as its outcome."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.engine.answers import (
    Answer,
    Broken,
    Delivered,
    Gap,
    Later,
    Reason,
    Revoked,
    Unknown,
    Unreachable,
)
from bot.engine.connections import Connections
from bot.engine.request import BotApi
from bot.settings import Secret
from playground.api import serve
from playground.faults import Fault
from playground.people import Person
from playground.telegram import Telegram

TOKEN = "1000:AAFakeTokenForTheLocalTelegram_0123456789"


@dataclass
class Line:
    """A bot's line to the local Telegram, and a resident who started it."""

    telegram: Telegram
    api: BotApi
    resident: Person

    async def calls(self, method: str, **params: object) -> Answer:
        return await self.api.call(method, params, timeout=1)

    async def says(self, text: str, **params: object) -> Answer:
        return await self.calls("sendMessage", chat_id=self.resident.user_id, text=text, **params)


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    telegram = Telegram(TOKEN)
    server = await serve(telegram)
    pool = Connections(4)
    await pool.open()
    resident = telegram.person(701, first_name="Ayşe", language_code="tr")
    resident.starts()
    yield Line(telegram, BotApi(pool, server.url, Secret(TOKEN)), resident)
    await pool.close()
    await server.close()


async def test_what_was_delivered_is_on_the_phone(line: Line) -> None:
    assert isinstance(await line.says("Merhaba"), Delivered)
    assert line.resident.heard()[-1] == "Merhaba"


@pytest.mark.parametrize(
    ("params", "meaning"),
    [
        ({"text": "x" * 4097}, Broken(400, Reason.TOO_LONG)),
        ({"text": ""}, Broken(400, Reason.EMPTY)),
        ({"text": "<b>x", "parse_mode": "HTML"}, Broken(400, Reason.PARSE_ENTITIES)),
        ({"text": "x", "reply_parameters": {"message_id": 9999}}, Broken(400, Reason.REPLY_NOT_FOUND)),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "x" * 65}]]}},
            Broken(400, Reason.BUTTONS),
        ),
    ],
)
async def test_a_message_that_telegram_refuses_says_why(
    line: Line, params: dict[str, object], meaning: Answer
) -> None:
    assert await line.calls("sendMessage", chat_id=line.resident.user_id, **params) == meaning


async def test_a_refused_edit_says_why(line: Line) -> None:
    sent = await line.says("x")
    assert isinstance(sent, Delivered)
    edit = {"chat_id": line.resident.user_id, "message_id": sent.result["message_id"], "text": "x"}
    assert await line.calls("editMessageText", **edit) == Broken(400, Reason.NOT_MODIFIED)
    gone = Broken(400, Reason.MESSAGE_NOT_FOUND)
    assert await line.calls("editMessageText", **{**edit, "message_id": 9999}) == gone
    assert await line.calls("deleteMessage", chat_id=line.resident.user_id, message_id=9999) == gone


async def test_an_unknown_press_is_too_old(line: Line) -> None:
    assert await line.calls("answerCallbackQuery", callback_query_id="1") == Broken(400, Reason.TOO_OLD)


async def test_an_unknown_file_is_unknown(line: Line) -> None:
    answer = await line.calls("sendPhoto", chat_id=line.resident.user_id, photo="nothing")
    assert answer == Broken(400, Reason.FILE_UNKNOWN)


async def test_whoever_cannot_be_reached_is_unreachable(line: Line) -> None:
    line.telegram.person(702, first_name="Ivan")
    line.resident.blocks()
    assert await line.says("x") == Unreachable(Reason.BLOCKED)
    assert await line.calls("sendMessage", chat_id=702, text="x") == Unreachable(Reason.NEVER_STARTED)
    assert await line.calls("sendMessage", chat_id=999, text="x") == Unreachable(Reason.CHAT_NOT_FOUND)


@pytest.mark.parametrize(
    ("fault", "meaning"),
    [
        (Fault.RESET_BEFORE, Unknown(Gap.NO_ANSWER)),
        (Fault.RESET_AFTER, Unknown(Gap.NO_ANSWER)),
        (Fault.SERVER_ERROR, Unknown(Gap.SERVER_ERROR, 500)),
        (Fault.BAD_GATEWAY, Unknown(Gap.SERVER_ERROR, 502)),
        (Fault.GATEWAY_TIMEOUT, Unknown(Gap.SERVER_ERROR, 504)),
        (Fault.FREEZE, Unknown(Gap.NO_ANSWER)),
        (Fault.UNAUTHORIZED, Revoked(401)),
    ],
)
async def test_each_fault_has_its_outcome(line: Line, fault: Fault, meaning: Answer) -> None:
    line.telegram.faults.once("sendMessage", fault)
    assert await line.says("x") == meaning


async def test_a_limit_tells_how_long(line: Line) -> None:
    line.telegram.faults.once("sendMessage", Fault.TOO_MANY, retry_after=7)
    assert await line.says("x") == Later(7)


async def test_a_photo_goes_up_and_a_photo_comes_down(line: Line) -> None:
    line.resident.sends_photo()
    updates = await line.calls("getUpdates")
    assert isinstance(updates, Delivered)
    file = await line.calls("getFile", file_id=updates.result[-1]["message"]["photo"][-1]["file_id"])
    assert isinstance(file, Delivered)
    picture = await line.api.download(file.result["file_path"])
    answer = await line.api.call(
        "sendPhoto",
        {"chat_id": line.resident.user_id, "photo": "attach://p"},
        files={"p": picture},
        timeout=2,
    )
    assert isinstance(answer, Delivered)
    assert line.resident.chat.messages[-1]["photo"]
