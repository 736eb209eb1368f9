"""Groups and channels: the bot hears what privacy mode lets through, leaves, and follows an upgrade."""

from __future__ import annotations

from playground.people import Person
from playground.telegram import Telegram
from tests.playground.caller import Caller


async def test_being_added_is_told_as_a_new_membership(
    call: Caller, elena: Person, telegram: Telegram
) -> None:
    telegram.add_to_group(elena, "Buurtgroep")
    membership, message = await call.result("getUpdates")
    assert membership["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert message["message"]["new_chat_members"] == [telegram.bot]
    assert message["message"]["chat"]["type"] == "group"


async def test_a_bot_in_privacy_mode_hears_only_what_is_meant_for_it(
    call: Caller, elena: Person, telegram: Telegram
) -> None:
    group = telegram.add_to_group(elena)
    ours = await call.result("sendMessage", chat_id=group.chat.id, text="dag")
    telegram.updates.forget_all()
    group.says(elena, "onder ons")
    group.says(elena, "/help")
    group.says(elena, "vraag @wijklijn_bot")
    group.says(elena, "antwoord", reply_to=ours["message_id"])
    texts = [update["message"]["text"] for update in await call.result("getUpdates")]
    assert texts == ["/help", "vraag @wijklijn_bot", "antwoord"]


async def test_a_bot_that_left_cannot_write_there(call: Caller, elena: Person, telegram: Telegram) -> None:
    group = telegram.add_to_group(elena).chat.id
    await call.result("leaveChat", chat_id=group)
    refusal = await call.refusal("sendMessage", chat_id=group, text="x")
    assert refusal == "Forbidden: bot is not a member of the group chat"


async def test_a_bot_that_was_removed_cannot_write_there(
    call: Caller, elena: Person, telegram: Telegram
) -> None:
    group = telegram.add_to_group(elena)
    group.removes_bot(elena)
    refusal = await call.refusal("sendMessage", chat_id=group.chat.id, text="x")
    assert refusal == "Forbidden: bot was kicked from the group chat"


async def test_a_group_that_became_a_supergroup_names_its_new_id(
    call: Caller, elena: Person, telegram: Telegram
) -> None:
    group = telegram.add_to_group(elena)
    new = group.migrates(elena)
    answer = await call("sendMessage", chat_id=group.chat.id, text="x")
    assert answer["error_code"] == 400
    assert answer["parameters"] == {"migrate_to_chat_id": new.chat.id}
    await call.result("sendMessage", chat_id=new.chat.id, text="x")


async def test_a_channel_post_has_no_writer(call: Caller, telegram: Telegram) -> None:
    telegram.channel_post("nieuws")
    _, post = await call.result("getUpdates")
    assert post["channel_post"]["text"] == "nieuws"
    assert "from" not in post["channel_post"]


async def test_in_a_group_only_own_messages_can_be_deleted(
    call: Caller, elena: Person, telegram: Telegram
) -> None:
    group = telegram.add_to_group(elena)
    number = group.says(elena, "van haar")
    assert "can't be deleted" in await call.refusal("deleteMessage", chat_id=group.chat.id, message_id=number)
