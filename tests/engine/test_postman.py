"""One call with what it needs around it: plain text as a way out, and a picture that is fetched first."""

import io
from collections.abc import AsyncIterator

import pytest
from PIL import Image

from bot.domain.intents import Call
from bot.engine.answers import Broken, Delivered, Later, Reason, Unknown
from bot.engine.connections import Connections
from bot.engine.ear import Ear
from bot.engine.fetching import picture_of
from bot.engine.outcomes import Attempt, Unfetched
from bot.engine.postman import Postman, is_markup_refused, without_markup
from bot.engine.request import BotApi
from bot.settings import Secret
from bot.translation.transcriber import transcriber_at
from bot.translation.translator import Reason as Unheard
from bot.translation.translator import TranslationFailed
from playground.api import Server
from playground.faults import Fault
from playground.people import Person
from playground.telegram import Telegram
from tests.engine.servers import answers, refused, serving


@pytest.fixture
async def postman(telegram: Telegram, server: Server) -> AsyncIterator[Postman]:
    pool = Connections(4)
    await pool.open()
    yield Postman(BotApi(pool, server.url, Secret(telegram.token)))
    telegram.faults.clear()
    await pool.close()


@pytest.fixture
def elena(telegram: Telegram) -> Person:
    person = telegram.person(701, "Elena")
    person.starts()
    return person


def picture_call(elena: Person) -> Call:
    """A photo to be made of a picture that was sent as a file."""
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    elena.sends_document(picture.getvalue(), "badkamer.png", "image/png")
    file_id = elena.chat.messages[-1]["document"]["file_id"]
    return Call("sendPhoto", {"chat_id": 701}, picture=file_id)


async def sent(postman: Postman, call: Call) -> Attempt:
    """Prepared, and delivered when there is something to deliver."""
    ready = await postman.prepare(call)
    return await postman.deliver(ready) if isinstance(ready, Call) else ready


async def test_text_whose_markup_is_refused_can_be_said_as_plain_text(
    postman: Postman, elena: Person
) -> None:
    call = Call("sendMessage", {"chat_id": 701, "text": "<b>1 &lt; 2", "parse_mode": "HTML"})
    assert is_markup_refused(call, await postman.deliver(call))
    assert isinstance(await postman.deliver(without_markup(call)), Delivered)
    assert elena.heard() == ["1 < 2"]


def test_plain_text_that_is_refused_is_no_matter_of_markup() -> None:
    refusal = Broken(400, Reason.PARSE_ENTITIES)
    plain = Call("sendMessage", {"chat_id": 701, "text": "<b>1 &lt; 2"})
    assert not is_markup_refused(plain, refusal)
    assert without_markup(plain) == plain


async def test_other_refusals_are_not_tried_again(postman: Postman, elena: Person) -> None:
    answer = await postman.deliver(Call("sendMessage", {"chat_id": 701, "text": ""}))
    assert isinstance(answer, Broken)
    assert [call.method for call in elena.telegram.log] == ["sendMessage"]


async def test_a_picture_file_arrives_as_a_photo(postman: Postman, elena: Person) -> None:
    assert isinstance(await sent(postman, picture_call(elena)), Delivered)
    newest = elena.chat.messages[-1]
    assert ("photo" in newest, "document" in newest) == (True, False)


async def test_a_picture_that_cannot_be_fetched_now_leaves_nothing_in_doubt(
    postman: Postman, elena: Person
) -> None:
    call = picture_call(elena)
    elena.telegram.faults.once("getFile", Fault.SERVER_ERROR)
    assert await sent(postman, call) == Unfetched(unanswered=True)
    assert [logged.method for logged in elena.telegram.log] == ["getFile"]


async def test_a_file_that_the_host_of_files_does_not_give_now_is_asked_for_again(
    postman: Postman, elena: Person
) -> None:
    call = picture_call(elena)
    elena.telegram.faults.once("file", Fault.BAD_GATEWAY)
    assert await sent(postman, call) == Unfetched()
    assert isinstance(await sent(postman, call), Delivered)


async def test_a_file_that_is_away_is_asked_for_again_by_all_who_need_it() -> None:
    away = answers(refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable"))
    pool = Connections(1)
    await pool.open()
    async with serving(away, away) as server:
        api = BotApi(pool, server.url, Secret("1:a"))
        assert await picture_of(api, "x") == Unfetched()
        with pytest.raises(TranslationFailed) as failed:
            await Ear(api, transcriber_at(server.url)).translate("x", source="nl", target="nl")
        assert failed.value.reason is Unheard.UNREACHABLE
    await pool.close()


async def test_nothing_of_a_message_leaves_while_its_picture_is_fetched(
    postman: Postman, elena: Person
) -> None:
    assert isinstance(await postman.prepare(picture_call(elena)), Call)
    assert [logged.method for logged in elena.telegram.log] == ["getFile"]


async def test_a_photo_whose_answer_is_lost_is_in_doubt(postman: Postman, elena: Person) -> None:
    call = picture_call(elena)
    elena.telegram.faults.once("sendPhoto", Fault.RESET_AFTER)
    assert isinstance(await sent(postman, call), Unknown)


async def test_a_limit_on_fetching_is_a_limit(postman: Postman, elena: Person) -> None:
    call = picture_call(elena)
    elena.telegram.faults.once("getFile", Fault.TOO_MANY, retry_after=3)
    assert await sent(postman, call) == Later(3.0)


@pytest.mark.parametrize("data", [b"", b"no picture at all" * 10])
async def test_a_file_that_is_no_picture_is_broken(postman: Postman, elena: Person, data: bytes) -> None:
    elena.sends_document(data or b"\0", "x.png", "image/png")
    file_id = elena.chat.messages[-1]["document"]["file_id"]
    answer = await sent(postman, Call("sendPhoto", {"chat_id": 701}, picture=file_id))
    assert answer == Broken(400, Reason.FILE_UNKNOWN)
