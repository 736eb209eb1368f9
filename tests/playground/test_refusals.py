"""What Telegram refuses, in its own words, each with the rule behind it."""

from __future__ import annotations

import aiohttp
import pytest

from playground.people import Person
from playground.telegram import Telegram
from playground.wire import JSON
from tests.playground.caller import TOKEN, Caller, Clock, inline

TOO_LONG = "Bad Request: message is too long"
NOT_FOUND = "Bad Request: chat not found"


async def test_a_wrong_token_is_unauthorized(call: Caller) -> None:
    async with call.session.get(call.address("getMe", "1000:AAother")) as response:
        assert response.status == 401
        assert (await response.json())["description"] == "Unauthorized"


async def test_an_unknown_method_is_not_found_and_never_true(call: Caller) -> None:
    async with call.session.get(call.address("sendFlowers")) as response:
        assert response.status == 404
        answer = await response.json()
    assert (answer["ok"], answer["error_code"], answer["description"]) == (False, 404, "Not Found")


async def test_method_names_may_be_written_in_any_case(call: Caller) -> None:
    assert (await call.result("GETME"))["username"] == "wijklijn_bot"


@pytest.mark.parametrize(
    ("params", "wording"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": "  \n "}, "text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "Word"}, "unsupported parse_mode"),
        ({"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": inline("é" * 33)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
    ],
)
async def test_a_bad_message_is_refused(call: Caller, elena: Person, params: JSON, wording: str) -> None:
    assert await call.refusal("sendMessage", chat_id=elena.user_id, **params) == f"Bad Request: {wording}"
    assert elena.heard() == []


@pytest.mark.parametrize(
    "params",
    [
        {"text": "x" * 4096},
        {"text": "😀" * 2048},
        {"text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML"},
        {"text": "x", "reply_markup": inline("é" * 32)},
        {"text": "x", "reply_parameters": {"message_id": 999, "allow_sending_without_reply": True}},
    ],
)
async def test_a_message_at_the_limit_passes(call: Caller, elena: Person, params: JSON) -> None:
    await call.result("sendMessage", chat_id=elena.user_id, **params)
    assert len(elena.heard()) == 1


@pytest.mark.parametrize(
    ("button", "wording"),
    [
        ({"callback_data": "x"}, "text must be non-empty"),
        ({"text": "x"}, "text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "callback_data": "x", "url": "https://stad.be"}, "text buttons are unallowed"),
        ({"text": "x", "url": "geen adres"}, "wrong HTTP URL"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
    ],
)
@pytest.mark.usefixtures("elena")
async def test_a_bad_button_is_refused(call: Caller, button: JSON, wording: str) -> None:
    markup = {"inline_keyboard": [[button]]}
    assert wording in await call.refusal("sendMessage", chat_id=701, text="x", reply_markup=markup)


async def test_a_caption_of_1025_is_refused_and_of_1024_passes(call: Caller, elena: Person) -> None:
    elena.sends_photo()
    file_id = elena.chat.messages[-1]["photo"][-1]["file_id"]
    refusal = await call.refusal("sendPhoto", chat_id=701, photo=file_id, caption="x" * 1025)
    assert refusal == "Bad Request: message caption is too long"
    await call.result("sendPhoto", chat_id=701, photo=file_id, caption="x" * 1024)


async def test_an_unknown_chat_is_not_found(call: Caller) -> None:
    assert await call.refusal("sendMessage", chat_id=999, text="x") == NOT_FOUND
    assert await call.refusal("sendMessage", chat_id="@nobody", text="x") == NOT_FOUND


async def test_a_person_who_never_wrote_cannot_be_written_to(call: Caller, telegram: Telegram) -> None:
    telegram.person(801, "Ayşe")
    answer = await call("sendMessage", chat_id=801, text="x")
    assert answer["error_code"] == 403
    assert answer["description"] == "Forbidden: bot can't initiate conversation with a user"


async def test_a_person_who_blocked_the_bot_hears_nothing_and_the_bot_is_told(
    call: Caller, elena: Person
) -> None:
    elena.blocks()
    [update] = await call.result("getUpdates")
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    answer = await call("sendMessage", chat_id=701, text="x")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    elena.unblocks()
    await call.result("sendMessage", chat_id=701, text="x")
    assert elena.heard() == ["x"]


@pytest.mark.usefixtures("elena")
async def test_an_edit_that_changes_nothing_is_refused(call: Caller) -> None:
    sent = await call.result(
        "sendMessage", chat_id=701, text="<b>één</b>", parse_mode="HTML", reply_markup=inline("a")
    )
    same = {"chat_id": 701, "message_id": sent["message_id"], "text": "<b>één</b>", "parse_mode": "HTML"}
    refusal = await call.refusal("editMessageText", **same, reply_markup=inline("a"))
    assert refusal.startswith("Bad Request: message is not modified")
    await call.result("editMessageText", **same, reply_markup=inline("b"))


@pytest.mark.usefixtures("elena")
async def test_a_message_that_is_not_there_cannot_be_edited_or_deleted(call: Caller) -> None:
    edit = await call.refusal("editMessageText", chat_id=701, message_id=999, text="x")
    assert edit == "Bad Request: message to edit not found"
    delete = await call.refusal("deleteMessage", chat_id=701, message_id=999)
    assert delete == "Bad Request: message to delete not found"


async def test_only_own_messages_without_a_reply_keyboard_can_be_edited(call: Caller, elena: Person) -> None:
    theirs = elena.says("mijn woorden")
    keyboard = {"keyboard": [["Menu"]]}
    ours = await call.result("sendMessage", chat_id=701, text="menu", reply_markup=keyboard)
    for number in (theirs, ours["message_id"]):
        refusal = await call.refusal("editMessageText", chat_id=701, message_id=number, text="anders")
        assert refusal == "Bad Request: message can't be edited"


@pytest.mark.usefixtures("elena")
async def test_a_message_older_than_two_days_cannot_be_deleted(call: Caller, clock: Clock) -> None:
    sent = await call.result("sendMessage", chat_id=701, text="x")
    clock.pass_(48 * 3600)
    refusal = await call.refusal("deleteMessage", chat_id=701, message_id=sent["message_id"])
    assert refusal.startswith("Bad Request: message can't be deleted")


async def test_a_press_answered_after_fifteen_seconds_is_too_old(
    call: Caller, elena: Person, clock: Clock
) -> None:
    sent = await call.result("sendMessage", chat_id=701, text="x", reply_markup=inline("a"))
    press = elena.taps(sent["message_id"], "a")
    clock.pass_(16)
    refusal = await call.refusal("answerCallbackQuery", callback_query_id=press.query_id)
    assert refusal.startswith("Bad Request: query is too old")
    assert not press.answered


async def test_an_unknown_press_is_refused(call: Caller) -> None:
    assert "query ID is invalid" in await call.refusal("answerCallbackQuery", callback_query_id="1")


@pytest.mark.parametrize("wish", ["request_location", "request_contact"])
async def test_a_group_cannot_be_asked_for_a_location_or_number(
    call: Caller, elena: Person, telegram: Telegram, wish: str
) -> None:
    group = telegram.add_to_group(elena)
    markup = {"keyboard": [[{"text": "x", wish: True}]]}
    refusal = await call.refusal("sendMessage", chat_id=group.chat.id, text="x", reply_markup=markup)
    assert refusal.endswith("can be requested in private chats only")
    await call.result("sendMessage", chat_id=701, text="x", reply_markup=markup)


async def test_a_body_that_is_no_json_object_is_refused(call: Caller) -> None:
    headers = {"Content-Type": "application/json"}
    for body in (b"{", b"[1]"):
        async with call.session.post(call.address("getMe"), data=body, headers=headers) as response:
            assert response.status == 400


async def test_a_broken_form_is_refused(call: Caller) -> None:
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x"):
        async with call.session.post(
            call.address("getMe"), data=b"?", headers={"Content-Type": kind}
        ) as response:
            assert response.status == 400


@pytest.mark.usefixtures("elena")
async def test_a_form_and_a_query_are_read_like_json(call: Caller) -> None:
    form = {
        "chat_id": "701",
        "text": "formulier",
        "reply_markup": '{"inline_keyboard":[[{"text":"a","callback_data":"a"}]]}',
    }
    assert (await call.form("sendMessage", form))["result"]["reply_markup"] == inline("a")
    multipart = aiohttp.FormData(form, default_to_multipart=True)
    assert (await call.form("sendMessage", multipart))["result"]["reply_markup"] == inline("a")
    async with call.session.get(
        call.address("sendMessage"), params={"chat_id": "701", "text": "vraag"}
    ) as response:
        assert (await response.json())["result"]["text"] == "vraag"


@pytest.mark.usefixtures("call")
async def test_no_refusal_repeats_the_token(telegram: Telegram) -> None:
    assert TOKEN not in repr(telegram) + repr(telegram.faults) + repr(telegram.webhook)
