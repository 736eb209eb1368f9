"""Calls to Telegram: what came of each is told exactly, once, and without the token."""

import asyncio
import time
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import orjson
import pytest
from aiohttp import ClientConnectionResetError
from aiohttp.base_protocol import BaseProtocol
from aiohttp.http import StreamWriter
from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest

from bot.engine.answers import (
    Answer,
    Broken,
    Conflict,
    Delivered,
    Gap,
    Later,
    Migrated,
    Reason,
    Revoked,
    Unknown,
    Unreachable,
    answer_of,
)
from bot.engine.connections import Body, Connections
from bot.engine.request import LARGEST_DOWNLOAD, AiohttpRequest, BotApi, FileNotFetched, FileTrouble
from bot.settings import Secret
from tests.engine.servers import (
    Behaviour,
    Quitter,
    Server,
    answers,
    answers_and_closes,
    http,
    refused,
    resets_after_reading,
    resets_halfway,
    says_nothing,
    serving,
    told,
)

TOKEN = "123456789:AAFakeTokenForTests_0123456789-abcdef"
MESSAGE = {
    "message_id": 7,
    "date": 1,
    "chat": {"id": 5, "type": "private", "first_name": "A"},
    "text": "Dag",
}
ME = {"id": 123456789, "is_bot": True, "first_name": "Wijklijn", "username": "wijklijn_bot"}


@asynccontextmanager
async def api_at(url: str, *, connections: int = 8) -> AsyncIterator[BotApi]:
    pool = Connections(connections)
    await pool.open()
    try:
        yield BotApi(pool, url, Secret(TOKEN))
    finally:
        await pool.close()


async def outcome(behaviour: Callable[[Server], Behaviour], *, seconds: float = 2) -> Answer:
    async with serving(behaviour) as server, api_at(server.url) as api:
        return await api.call("sendMessage", {"chat_id": 5, "text": "Dag"}, timeout=seconds)


async def test_a_call_goes_to_the_method_as_json_and_comes_back_parsed() -> None:
    async with serving(answers(told({"message_id": 7}))) as server, api_at(server.url) as api:
        answer = await api.call("sendMessage", {"chat_id": 5, "text": "Здравей"}, timeout=2)
    assert answer == Delivered({"message_id": 7})
    assert server.heads[0].startswith(f"POST /bot{TOKEN}/sendMessage HTTP/1.1".encode())
    assert b"application/json" in server.heads[0]
    assert server.bodies == ['{"chat_id":5,"text":"Здравей"}'.encode()]


async def test_calls_one_after_another_share_a_connection() -> None:
    async with serving(answers(told(1))) as server, api_at(server.url) as api:
        for _ in range(5):
            await api.call("getMe", {}, timeout=2)
    assert (len(server.bodies), server.connections) == (5, 1)


async def test_a_file_goes_up_beside_its_parameters() -> None:
    async with serving(answers(told(1))) as server, api_at(server.url) as api:
        params = {"chat_id": 5, "photo": "attach://p", "reply_markup": {"remove_keyboard": True}}
        await api.call("sendPhoto", params, files={"p": b"\xff\xd8JPEG"}, timeout=2)
    body = server.bodies[0]
    assert b"multipart/form-data" in server.heads[0]
    assert all(
        part in body
        for part in (b"attach://p", b'{"remove_keyboard":true}', b"\xff\xd8JPEG", b'filename="p"')
    )


async def test_a_large_file_goes_up_whole() -> None:
    content = bytes(range(256)) * 12_000
    async with serving(answers(told(1))) as server, api_at(server.url) as api:
        answer = await api.call("sendPhoto", {"chat_id": 5}, files={"photo": content}, timeout=5)
    assert answer == Delivered(1)
    assert content in server.bodies[0]


async def test_a_refused_connection_wrote_nothing() -> None:
    async with serving(says_nothing) as server:
        gone = server.url
    async with api_at(gone) as api:
        assert await api.call("getMe", {}, timeout=2) == Later(None)


async def test_waiting_for_a_free_connection_in_vain_wrote_nothing() -> None:
    async with serving(says_nothing) as server, api_at(server.url, connections=1) as api:
        first = asyncio.ensure_future(api.call("getMe", {"n": 1}, timeout=0.4))
        await asyncio.sleep(0.05)
        assert await api.call("getMe", {"n": 2}, timeout=0.1) == Later(None)
        assert await first == Unknown(Gap.NO_ANSWER)
    assert server.bodies == [b'{"n":1}']


async def test_a_reset_after_the_call_was_read_may_have_taken_effect() -> None:
    assert await outcome(resets_after_reading) == Unknown(Gap.NO_ANSWER)


async def test_silence_after_the_call_was_read_may_have_taken_effect() -> None:
    assert await outcome(says_nothing, seconds=0.1) == Unknown(Gap.NO_ANSWER)


async def test_half_an_answer_may_have_taken_effect() -> None:
    assert await outcome(answers_and_closes(told(MESSAGE)[:-20])) == Unknown(Gap.NO_ANSWER)


async def test_an_upload_cut_halfway_may_have_taken_effect() -> None:
    async with serving(resets_halfway) as server, api_at(server.url) as api:
        answer = await api.call("sendPhoto", {}, files={"photo": bytes(8_000_000)}, timeout=2)
    assert answer == Unknown(Gap.NO_ANSWER)


async def test_a_body_for_a_closing_connection_was_not_written() -> None:
    loop = asyncio.get_running_loop()
    body, closed = Body(b"{}"), StreamWriter(BaseProtocol(loop), loop)
    with pytest.raises(ClientConnectionResetError):
        await body.write(closed)
    assert not body.written


async def test_a_redirect_is_not_followed() -> None:
    moved = http(307, b"", headers="Location: /elsewhere\r\n")
    async with serving(answers(moved), answers(told(1))) as server, api_at(server.url) as api:
        assert await api.call("sendMessage", {}, timeout=2) == Unknown(Gap.NOT_JSON, 307)
    assert len(server.bodies) == 1


async def test_a_connection_closed_while_the_loop_was_busy_is_not_used_again() -> None:
    server = Quitter()
    server.start()
    async with api_at(server.url) as api:
        assert await api.call("getMe", {}, timeout=2) == Delivered(1)
        server.hang_up.set()
        server.hung_up.wait()  # blocks the loop, so that the goodbye waits unread in the socket
        time.sleep(0.02)  # noqa: ASYNC251 # as above
        assert await api.call("getMe", {}, timeout=2) == Delivered(2)
    server.join(2)


async def test_a_lost_call_is_not_tried_again_by_itself() -> None:
    async with serving(resets_after_reading) as server, api_at(server.url) as api:
        await api.call("sendMessage", {}, timeout=2)
        await asyncio.sleep(0.05)
    assert len(server.bodies) == 1


async def test_a_cancelled_call_is_cancelled() -> None:
    async with serving(says_nothing) as server, api_at(server.url) as api:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await api.call("getMe", {}, timeout=5)


async def test_calling_before_opening_is_our_own_mistake() -> None:
    with pytest.raises(RuntimeError, match="not open"):
        await BotApi(Connections(1), "http://127.0.0.1:9", Secret(TOKEN)).call("getMe", {}, timeout=1)


REFUSALS = [
    (403, "Forbidden: bot was blocked by the user", Unreachable(Reason.BLOCKED)),
    (403, "Forbidden: user is deactivated", Unreachable(Reason.DEACTIVATED)),
    (403, "Forbidden: bot can't initiate conversation with a user", Unreachable(Reason.NEVER_STARTED)),
    (403, "Forbidden: bot was kicked from the supergroup chat", Unreachable(Reason.KICKED)),
    (403, "Forbidden: something new", Unreachable(Reason.OTHER)),
    (400, "Bad Request: chat not found", Unreachable(Reason.CHAT_NOT_FOUND)),
    (400, "Bad Request: PEER_ID_INVALID", Unreachable(Reason.CHAT_NOT_FOUND)),
    (
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same",
        Broken(400, Reason.NOT_MODIFIED),
    ),
    (400, "Bad Request: message to edit not found", Broken(400, Reason.MESSAGE_NOT_FOUND)),
    (400, "Bad Request: message to delete not found", Broken(400, Reason.MESSAGE_NOT_FOUND)),
    (400, "Bad Request: MESSAGE_ID_INVALID", Broken(400, Reason.MESSAGE_NOT_FOUND)),
    (400, "Bad Request: message can't be edited", Broken(400, Reason.MESSAGE_FIXED)),
    (400, "Bad Request: message can't be deleted for everyone", Broken(400, Reason.MESSAGE_FIXED)),
    (400, "Bad Request: message to be replied not found", Broken(400, Reason.REPLY_NOT_FOUND)),
    (400, "Bad Request: message to reply not found", Broken(400, Reason.REPLY_NOT_FOUND)),
    (
        400,
        "Bad Request: can't parse entities: unclosed start tag at byte offset 3",
        Broken(400, Reason.PARSE_ENTITIES),
    ),
    (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
        Broken(400, Reason.TOO_OLD),
    ),
    (400, "Bad Request: message is too long", Broken(400, Reason.TOO_LONG)),
    (400, "Bad Request: message caption is too long", Broken(400, Reason.TOO_LONG)),
    (400, "Bad Request: message text is empty", Broken(400, Reason.EMPTY)),
    (400, "Bad Request: wrong file identifier/HTTP URL specified", Broken(400, Reason.FILE_UNKNOWN)),
    (
        400,
        "Bad Request: wrong file_id or the file is temporarily unavailable",
        Broken(400, Reason.FILE_AWAY),
    ),
    (400, "Bad Request: file is too big", Broken(400, Reason.FILE_UNKNOWN)),
    (400, "Bad Request: BUTTON_DATA_INVALID", Broken(400, Reason.BUTTONS)),
    (400, "Bad Request: VOICE_MESSAGES_FORBIDDEN", Broken(400, Reason.VOICE_FORBIDDEN)),
    (400, "Bad Request: Jan woont in de Stalenstraat", Broken(400, Reason.OTHER)),
    (413, "Request Entity Too Large", Broken(413, Reason.TOO_LARGE)),
    (401, "Unauthorized", Revoked(401)),
    (404, "Not Found", Revoked(404)),
    (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        Conflict(webhook=False),
    ),
    (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        Conflict(webhook=True),
    ),
    (500, "Internal Server Error", Unknown(Gap.SERVER_ERROR, 500)),
    (502, "Bad Gateway", Unknown(Gap.SERVER_ERROR, 502)),
]


@pytest.mark.parametrize(("code", "description", "meaning"), REFUSALS)
async def test_each_refusal_of_telegram_has_its_meaning(code: int, description: str, meaning: Answer) -> None:
    assert await outcome(answers(refused(code, description))) == meaning


@pytest.mark.parametrize(
    ("status", "body", "meaning"),
    [
        (502, b"<html>Bad Gateway</html>", Unknown(Gap.SERVER_ERROR, 502)),
        (200, b"<html>Log in to the city's Wi-Fi</html>", Unknown(Gap.NOT_JSON, 200)),
        (200, b"", Unknown(Gap.NOT_JSON, 200)),
        (200, b"[]", Unknown(Gap.NOT_JSON, 200)),
        (200, b'{"ok":true}', Unknown(Gap.NOT_JSON, 200)),
        (200, b'{"ok":"yes","result":1}', Unknown(Gap.NOT_JSON, 200)),
        (200, b"[" * 100_000, Unknown(Gap.NOT_JSON, 200)),
        (403, b"<html>Forbidden by the proxy</html>", Unknown(Gap.NOT_JSON, 403)),
        (404, b"<html>Not here</html>", Unknown(Gap.NOT_JSON, 404)),
        (413, b"<html>Request Entity Too Large</html>", Broken(413, Reason.TOO_LARGE)),
        (429, b"<html>Slow down</html>", Later(5.0)),
        (400, b'{"ok":false}', Broken(400, Reason.OTHER)),
        (
            200,
            b'{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked"}',
            Unreachable(Reason.BLOCKED),
        ),
        (400, b'{"ok":false,"error_code":true,"description":null}', Broken(400, Reason.OTHER)),
    ],
)
def test_only_telegrams_own_words_are_believed(status: int, body: bytes, meaning: Answer) -> None:
    assert answer_of(status, body) == meaning


@pytest.mark.parametrize(
    ("name", "result"),
    [
        (b'"half a letter: \\ud83d"', {"message_id": 7, "name": "half a letter: ?"}),
        (b"[" * 10_000 + b"]" * 10_000, None),
        (b"nothing", None),
    ],
)
async def test_what_telegram_says_it_did_is_done_whatever_can_be_read_of_it(
    name: bytes, result: object
) -> None:
    reply = http(200, b'{"ok":true,"result":{"message_id":7,"name":' + name + b"}}")
    assert await outcome(answers(reply)) == Delivered(result)


async def test_a_question_whose_answer_cannot_be_read_has_none() -> None:
    unreadable = http(200, b'{"ok":true,"result":nothing}')
    async with serving(answers(unreadable)) as server, api_at(server.url) as api:
        assert await api.call("getFile", {}, timeout=2) == Unknown(Gap.NOT_JSON, 200)


@pytest.mark.parametrize(
    ("parameters", "seconds"),
    [('{"retry_after":7}', 7), ('{"retry_after":0}', 0), ("{}", 5), ('{"retry_after":-3}', 5), ("[]", 5)],
)
def test_a_limit_says_how_long_to_wait_or_a_safe_while(parameters: str, seconds: float) -> None:
    body = f'{{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{parameters}}}'
    assert answer_of(429, body.encode()) == Later(seconds)


async def test_a_group_that_moved_tells_its_new_id() -> None:
    moved = refused(
        400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1007
    )
    assert await outcome(answers(moved)) == Migrated(-1007)


def test_an_answer_prints_without_words_and_ids() -> None:
    assert "Dag" not in repr(answer_of(200, b'{"ok":true,"result":{"text":"Dag"}}'))
    assert "1007" not in repr(Migrated(-1007))


async def test_a_file_is_fetched_by_its_path() -> None:
    async with serving(answers(http(200, b"picture"))) as server, api_at(server.url) as api:
        assert await api.download("photos/file 1.jpg") == b"picture"
    assert server.heads[0].startswith(f"GET /file/bot{TOKEN}/photos/file%201.jpg ".encode())


async def test_a_path_cannot_leave_the_folder_of_files() -> None:
    async with serving(answers(http(200, b""))) as server, api_at(server.url) as api:
        with pytest.raises(FileNotFetched):
            await api.download("../../etc/passwd")
    assert server.heads == []


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("behaviour", "trouble"),
    [
        (
            answers(f"HTTP/1.1 200 OK\r\nContent-Length: {LARGEST_DOWNLOAD + 1}\r\n\r\n".encode()),
            FileTrouble.TOO_LARGE,
        ),
        (answers(CHUNKED, *[b"100000\r\n" + bytes(1 << 20) + b"\r\n"] * 21), FileTrouble.TOO_LARGE),
        (answers(refused(404, "Not Found")), FileTrouble.GONE),
        (answers(refused(400, "Bad Request: wrong file_id")), FileTrouble.GONE),
        (answers(http(502, b"<html>")), FileTrouble.UNREACHABLE),
        (resets_after_reading, FileTrouble.UNREACHABLE),
        (answers_and_closes(http(200, b"half of it")[:-3]), FileTrouble.UNREACHABLE),
    ],
)
async def test_a_file_that_does_not_come_says_why(
    behaviour: Callable[[Server], Behaviour], trouble: FileTrouble
) -> None:
    async with serving(behaviour) as server, api_at(server.url) as api:
        with pytest.raises(FileNotFetched) as missing:
            await api.download("photos/1.jpg")
    assert missing.value.trouble is trouble


@asynccontextmanager
async def ptb_at(url: str) -> AsyncIterator[Bot]:
    calls, updates = AiohttpRequest(Connections(8)), AiohttpRequest(Connections(1))
    bot = Bot(TOKEN, f"{url}/bot", f"{url}/file/bot", request=calls, get_updates_request=updates)
    async with bot:
        yield bot


@asynccontextmanager
async def ptb(*behaviours: Callable[[Server], Behaviour]) -> AsyncIterator[Bot]:
    async with serving(answers(told(ME)), *behaviours) as server, ptb_at(server.url) as bot:
        yield bot


async def test_ptbs_bot_speaks_through_our_request() -> None:
    async with ptb(answers(told(MESSAGE))) as bot:
        assert bot.username == "wijklijn_bot"
        assert (await bot.send_message(5, "Dag")).message_id == 7


async def test_ptbs_bot_uploads_through_our_request() -> None:
    async with serving(answers(told(ME)), answers(told(MESSAGE))) as server, ptb_at(server.url) as bot:
        await bot.send_document(5, InputFile(b"BEGIN:VCALENDAR", filename="a.ics"))
    assert b"BEGIN:VCALENDAR" in server.bodies[1]
    assert b'filename="a.ics"' in server.bodies[1]


async def test_ptbs_bot_downloads_through_our_request() -> None:
    file = {"file_id": "f", "file_unique_id": "u", "file_path": "photos/1.jpg"}
    async with ptb(answers(told(file)), answers(http(200, b"picture"))) as bot:
        assert await (await bot.get_file("f")).download_as_bytearray() == b"picture"


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        (answers(refused(400, "Bad Request: message is not modified")), BadRequest),
        (answers(refused(403, "Forbidden: bot was blocked by the user")), Forbidden),
        (answers(refused(400, "moved", migrate_to_chat_id=-1007)), ChatMigrated),
        (answers(http(502, b"<html>")), NetworkError),
        (answers(http(200, b"<html>")), TelegramError),
        (resets_after_reading, NetworkError),
    ],
)
async def test_errors_become_the_ones_ptb_expects(
    behaviour: Callable[[Server], Behaviour], error: type[TelegramError]
) -> None:
    async with ptb(behaviour) as bot:
        with pytest.raises(error) as raised:
            await bot.send_message(5, "Dag")
    assert raised.type is error
    assert TOKEN not in "".join(traceback.format_exception(raised.value))


async def test_half_a_letter_in_our_own_name_does_not_keep_us_from_knowing_who_we_are() -> None:
    name = orjson.dumps({"ok": True, "result": ME}).replace(b'"Wijklijn"', b'"Wijk \\ud83d"')
    async with ptb(answers(http(200, name))) as bot:
        assert (await bot.get_me()).first_name == "Wijk ?"


async def test_a_limit_becomes_ptbs_retry_after() -> None:
    async with ptb(answers(refused(429, "Too Many Requests: retry after 7", retry_after=7))) as bot:
        with pytest.raises(RetryAfter) as raised:
            await bot.send_message(5, "Dag")
    assert raised.value.retry_after == timedelta(seconds=7)


async def test_silence_becomes_ptbs_time_out() -> None:
    async with ptb(says_nothing) as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(5, "Dag", read_timeout=0.1)


async def test_a_refused_connection_becomes_a_network_error_without_the_token() -> None:
    async with serving(says_nothing) as server:
        gone = server.url
    bot = Bot(TOKEN, f"{gone}/bot", request=AiohttpRequest(Connections(1)), get_updates_request=_quiet())
    await bot.request.initialize()
    with pytest.raises(NetworkError) as raised:
        await bot.get_me()
    await bot.request.shutdown()
    assert TOKEN not in "".join(traceback.format_exception(raised.value))


def _quiet() -> BaseRequest:
    return AiohttpRequest(Connections(1))


async def test_nothing_that_holds_the_token_prints_it() -> None:
    pool = Connections(1)
    await pool.open()
    api = BotApi(pool, "http://127.0.0.1:9", Secret(TOKEN))
    assert TOKEN not in f"{api!r} {api} {pool!r} {AiohttpRequest(pool)!r}"
    await pool.close()
