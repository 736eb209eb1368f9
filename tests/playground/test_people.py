"""People: what they do becomes the update the real Telegram would make, and they see what a phone shows."""

from __future__ import annotations

import asyncio

import pytest

from playground.people import Person
from playground.telegram import Telegram
from playground.wire import JSON
from tests.playground.caller import Caller, inline

MENU = {"keyboard": [["📣 Sorun bildir"], [{"text": "📍 Şu an oradayım", "request_location": True}]]}


async def last_message(call: Caller) -> JSON:
    updates = await call.result("getUpdates", offset=-1)
    message: JSON = updates[0]["message"]
    return message


async def test_start_carries_its_payload_as_a_command(call: Caller, telegram: Telegram) -> None:
    telegram.person(702, "Mert").starts("inv-abc")
    message = await last_message(call)
    assert message["text"] == "/start inv-abc"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_message_ids_count_per_chat(telegram: Telegram, elena: Person) -> None:
    other = telegram.person(702, "Mert")
    assert [elena.says("a"), elena.says("b"), other.says("c")] == [2, 3, 1]


async def test_the_first_message_id_can_be_raised(telegram: Telegram) -> None:
    telegram.first_message_id = 5000
    assert telegram.person(702, "Mert").starts() == 5000


async def test_an_answer_repeats_the_message_it_answers(call: Caller, elena: Person) -> None:
    sent = await call.result("sendMessage", chat_id=701, text="vraag?")
    elena.says("antwoord", reply_to=sent["message_id"])
    assert (await last_message(call))["reply_to_message"] == sent


async def test_an_edit_arrives_as_an_edited_message(call: Caller, elena: Person) -> None:
    number = elena.says("fuot")
    elena.edits(number, "fout")
    first, second = await call.result("getUpdates")
    assert first["message"]["text"] == "fuot"
    assert second["edited_message"]["text"] == "fout"
    assert second["edited_message"]["edit_date"]


async def test_a_press_carries_the_message_and_is_answered_once(call: Caller, elena: Person) -> None:
    sent = await call.result("sendMessage", chat_id=701, text="?", reply_markup=inline("ja"))
    press = elena.taps_label("ja")
    assert not isinstance(press, int)
    [update] = await call.result("getUpdates")
    query = update["callback_query"]
    assert (query["id"], query["data"], query["message"]) == (press.query_id, "ja", sent)
    await call.result("answerCallbackQuery", callback_query_id=press.query_id, text="Goed", show_alert=True)
    await call.result("answerCallbackQuery", callback_query_id=press.query_id, text="Nog eens")
    assert (press.answered, press.text, press.alert) == (True, "Goed", True)


async def test_a_press_on_a_deleted_message_carries_an_inaccessible_one(call: Caller, elena: Person) -> None:
    sent = await call.result("sendMessage", chat_id=701, text="?", reply_markup=inline("ja"))
    await call.result("deleteMessage", chat_id=701, message_id=sent["message_id"])
    elena.taps(sent["message_id"], "ja")
    [update] = await call.result("getUpdates")
    message = update["callback_query"]["message"]
    assert (message["date"], message["message_id"]) == (0, sent["message_id"])


async def test_reply_keyboards_stay_and_are_not_echoed(call: Caller, elena: Person) -> None:
    sent = await call.result("sendMessage", chat_id=701, text="menu", reply_markup=MENU)
    await call.result("sendMessage", chat_id=701, text="later")
    assert "reply_markup" not in sent
    assert elena.buttons() == ["📣 Sorun bildir", "📍 Şu an oradayım"]
    await call.result("sendMessage", chat_id=701, text="weg", reply_markup={"remove_keyboard": True})
    assert elena.chat.keyboard is None


async def test_a_key_sends_its_text_or_the_location_it_asks_for(call: Caller, elena: Person) -> None:
    await call.result("sendMessage", chat_id=701, text="menu", reply_markup=MENU)
    elena.taps_label("📣 Sorun bildir")
    assert (await last_message(call))["text"] == "📣 Sorun bildir"
    elena.taps_label("📍 Şu an oradayım")
    assert (await last_message(call))["location"] == {"latitude": 50.9826, "longitude": 5.5336}


async def test_the_newest_of_two_buttons_with_one_label_is_pressed(call: Caller, elena: Person) -> None:
    old = await call.result("sendMessage", chat_id=701, text="1", reply_markup=inline("Stop"))
    new = await call.result("sendMessage", chat_id=701, text="2", reply_markup=inline("Stop"))
    press = elena.taps_label("Stop")
    assert not isinstance(press, int)
    assert press.message_id == new["message_id"]
    assert press.message_id != old["message_id"]
    await call.result("sendMessage", chat_id=701, text="3", reply_markup={"keyboard": [["Stop"]]})
    assert isinstance(elena.taps_label("Stop"), int)


async def test_a_label_that_is_not_there_names_those_that_are(call: Caller, elena: Person) -> None:
    await call.result("sendMessage", chat_id=701, text="?", reply_markup=inline("ja", "nee"))
    with pytest.raises(LookupError, match="nee"):
        elena.taps_label("misschien")


async def test_a_link_to_the_bot_starts_it_and_another_does_not(call: Caller, elena: Person) -> None:
    elena.opens("https://t.me/wijklijn_bot?start=wijk-07")
    assert (await last_message(call))["text"] == "/start wijk-07"
    with pytest.raises(ValueError, match="does not lead"):
        elena.opens("https://t.me/other_bot?start=x")


async def test_a_blocked_bot_is_unblocked_by_start_alone(call: Caller, elena: Person) -> None:
    elena.blocks()
    with pytest.raises(ValueError, match="blocked"):
        elena.says("hallo")
    elena.starts()
    updates = await call.result("getUpdates")
    kinds = [next(kind for kind in update if kind != "update_id") for update in updates]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]


async def test_an_edit_changes_what_is_seen_and_not_what_was_handed_out(call: Caller, elena: Person) -> None:
    sent = await call.result("sendMessage", chat_id=701, text="stap 1", reply_markup=inline("verder"))
    elena.taps_label("verder")
    await call.result("editMessageText", chat_id=701, message_id=sent["message_id"], text="stap 2")
    assert elena.heard() == ["stap 2"]
    assert "reply_markup" not in elena.chat.messages[-1]
    [update] = await call.result("getUpdates")
    assert update["callback_query"]["message"]["text"] == "stap 1"


async def test_a_caption_and_a_keyboard_can_be_edited_alone(call: Caller, elena: Person) -> None:
    elena.sends_photo()
    photo = elena.chat.messages[-1]["photo"][-1]["file_id"]
    sent = await call.result("sendPhoto", chat_id=701, photo=photo, caption="oud", reply_markup=inline("a"))
    where = {"chat_id": 701, "message_id": sent["message_id"]}
    await call.result("editMessageReplyMarkup", **where, reply_markup=inline("b"))
    assert elena.heard() == ["oud"]
    await call.result("editMessageCaption", **where, caption="nieuw", reply_markup=inline("b"))
    assert elena.heard() == ["nieuw"]
    assert "no text" in await call.refusal("editMessageText", **where, text="x")


async def test_deleted_messages_are_gone_and_unknown_ones_are_skipped(call: Caller, elena: Person) -> None:
    sent = [await call.result("sendMessage", chat_id=701, text=str(number)) for number in range(3)]
    numbers = [message["message_id"] for message in sent[:2]]
    await call.result("deleteMessages", chat_id=701, message_ids=[*numbers, 999])
    assert elena.heard() == ["2"]


async def test_unread_counts_until_the_person_acts_or_reads(call: Caller, elena: Person) -> None:
    await call.result("sendMessage", chat_id=701, text="1")
    await call.result("sendMessage", chat_id=701, text="2")
    assert elena.unread == 2
    elena.reads()
    assert elena.unread == 0


async def test_typing_shows_until_the_next_message(call: Caller, elena: Person) -> None:
    await call.result("sendChatAction", chat_id=701, action="typing")
    assert elena.chat.typing_until > call.telegram.clock()
    await call.result("sendMessage", chat_id=701, text="x")
    assert elena.chat.typing_until == 0.0
    assert "wrong parameter action" in await call.refusal("sendChatAction", chat_id=701, action="dancing")


async def test_settled_waits_for_a_message_or_an_edit_after_the_latest_act(
    call: Caller, elena: Person
) -> None:
    sent = await call.result("sendMessage", chat_id=701, text="1", reply_markup=inline("a"))
    press = elena.taps(sent["message_id"], "a")
    waiting = asyncio.ensure_future(call.telegram.settled(elena, press))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await call.result("editMessageText", chat_id=701, message_id=sent["message_id"], text="2")
    assert [message["text"] for message in await waiting] == ["2"]


async def test_settled_gives_up_after_its_timeout(telegram: Telegram, elena: Person) -> None:
    with pytest.raises(TimeoutError):
        await telegram.settled(elena, timeout=0.05)


async def test_votes_are_counted_and_told(call: Caller, elena: Person) -> None:
    sent = await call.result(
        "sendPoll", chat_id=701, question="Komt u?", options=["ja", "nee"], is_anonymous=False
    )
    elena.votes(sent["message_id"], [1])
    poll, answer = await call.result("getUpdates")
    assert [option["voter_count"] for option in poll["poll"]["options"]] == [0, 1]
    assert answer["poll_answer"]["option_ids"] == [1]
    assert answer["poll_answer"]["option_persistent_ids"] == [sent["poll"]["options"][1]["persistent_id"]]


async def test_a_copy_carries_the_content_and_not_its_writer(
    call: Caller, elena: Person, telegram: Telegram
) -> None:
    telegram.person(702, "Mert").starts()
    number = elena.forwards("doorgestuurd")
    copied = await call.result("copyMessage", chat_id=702, from_chat_id=701, message_id=number)
    copy = telegram.people[702].chat.messages[-1]
    assert (copied, copy["text"]) == ({"message_id": copy["message_id"]}, "doorgestuurd")
    assert "forward_origin" not in copy
    assert copy["from"]["id"] == 1000


async def test_listeners_see_every_change_in_order(call: Caller, elena: Person, telegram: Telegram) -> None:
    seen: list[str] = []
    telegram.listeners.append(lambda event: seen.append(event["type"]))
    elena.says("hallo")
    sent = await call.result("sendMessage", chat_id=701, text="x", reply_markup=inline("a"))
    press = elena.taps(sent["message_id"], "a")
    await call.result("answerCallbackQuery", callback_query_id=press.query_id)
    await call.result("editMessageText", chat_id=701, message_id=sent["message_id"], text="y")
    await call.result("deleteMessage", chat_id=701, message_id=sent["message_id"])
    await call.result("sendMessage", chat_id=701, text="menu", reply_markup=MENU)
    assert seen == ["message", "message", "press", "press", "edit", "delete", "message", "keyboard"]
