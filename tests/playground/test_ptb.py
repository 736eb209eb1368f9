"""python-telegram-bot, the library of the product, as it comes: its own request class against this server."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from playground.api import Server
from playground.faults import Fault
from playground.people import Person
from playground.pictures import sample_photo
from playground.telegram import Telegram
from tests.playground.caller import TOKEN

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("ja", callback_data="ja")]])


def bot_at(server: Server, token: str = TOKEN) -> Bot:
    return Bot(token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")


@pytest.fixture
async def bot(server: Server) -> AsyncIterator[Bot]:
    async with bot_at(server) as bot:
        yield bot


async def test_every_update_is_understood(bot: Bot, elena: Person, telegram: Telegram) -> None:
    elena.says("tekst /help")
    elena.sends_album()
    elena.sends_voice()
    elena.sends_video()
    elena.sends_document()
    elena.sends_location(50.98, 5.53)
    elena.sends_contact()
    elena.sends_sticker()
    elena.sends_dice()
    elena.sends_poll()
    elena.forwards("door")
    elena.taps(2, "gemaakt")
    elena.taps(999, "weg")
    elena.blocks()
    elena.unblocks()
    group = telegram.add_to_group(elena)
    group.migrates(elena)
    telegram.channel_post("nieuws")
    updates = await bot.get_updates()
    assert len(updates) == 23
    assert updates[0].message
    assert updates[0].message.from_user
    assert updates[0].message.from_user.language_code == "bg"


async def test_sending_and_editing_go_round(bot: Bot, elena: Person) -> None:
    sent = await bot.send_message(
        701, "<i>Dag</i> 😀", parse_mode="HTML", reply_markup=KEYBOARD, reply_parameters=ReplyParameters(1)
    )
    assert sent.text_html == "<i>Dag</i> 😀"
    assert sent.reply_to_message
    await sent.edit_text("Dag!", reply_markup=KEYBOARD)
    with pytest.raises(BadRequest, match="not modified"):
        await sent.edit_text("Dag!", reply_markup=KEYBOARD)
    elena.taps_label("ja")
    [update] = await bot.get_updates()
    assert update.callback_query
    assert await update.callback_query.answer("gehoord")


async def test_files_and_albums_go_round(bot: Bot, elena: Person) -> None:
    sent = await bot.send_photo(701, sample_photo(), caption="zo")
    file = await bot.get_file(sent.photo[-1].file_id)
    assert len(await file.download_as_bytearray()) == sent.photo[-1].file_size
    album = await bot.send_media_group(
        701, [InputMediaPhoto(sample_photo(1)), InputMediaPhoto(sent.photo[0])]
    )
    assert len({message.media_group_id for message in album}) == 1
    assert elena.heard() == ["zo", "", ""]


async def test_polls_and_chats_are_complete(bot: Bot, elena: Person) -> None:
    sent = await bot.send_poll(701, "Komt u?", ["ja", "nee"], is_anonymous=False)
    elena.votes(sent.message_id, [0])
    _, answer = await bot.get_updates()
    assert answer.poll_answer
    assert (await bot.get_chat(701)).first_name == "Elena"
    assert (await bot.get_me()).can_read_all_group_messages is False


@pytest.mark.usefixtures("elena")
async def test_commands_and_descriptions_go_round(bot: Bot) -> None:
    await bot.set_my_commands([("help", "uitleg")], language_code="bg")
    assert [command.command for command in await bot.get_my_commands(language_code="bg")] == ["help"]
    await bot.set_my_short_description("kort", language_code="tr")
    assert (await bot.get_my_short_description(language_code="tr")).short_description == "kort"


async def test_refusals_become_the_errors_of_the_library(bot: Bot, elena: Person, telegram: Telegram) -> None:
    telegram.faults.once("sendMessage", Fault.TOO_MANY, retry_after=9)
    with pytest.raises(RetryAfter):
        await bot.send_message(701, "x")
    telegram.pace.forgive()
    group = telegram.add_to_group(elena)
    new = group.migrates(elena)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.chat.id, "x")
    assert moved.value.new_chat_id == new.chat.id
    elena.blocks()
    with pytest.raises(Forbidden, match="blocked"):
        await bot.send_message(701, "x")


@pytest.mark.usefixtures("elena")
async def test_a_bad_gateway_is_an_error_and_no_surprise(bot: Bot, telegram: Telegram) -> None:
    telegram.faults.once("sendMessage", Fault.BAD_GATEWAY)
    with pytest.raises(TelegramError):
        await bot.send_message(701, "x")


async def test_a_wrong_token_does_not_initialize(server: Server) -> None:
    bot = bot_at(server, "1000:AAwrong")
    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()
