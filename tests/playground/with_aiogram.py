"""An independent client: aiogram reads and writes everything with its own strict models."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.methods import GetUpdates
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    Update,
)

from playground.api import Server
from playground.faults import Fault
from playground.people import Person
from playground.pictures import sample_photo
from playground.telegram import Telegram
from tests.playground.caller import TOKEN

KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="ja", callback_data="ja")]])


@pytest.fixture
async def bot(server: Server) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    async with Bot(TOKEN, session=session) as bot:
        yield bot


async def test_every_kind_of_message_is_understood(bot: Bot, elena: Person, telegram: Telegram) -> None:
    elena.says("tekst met /help en https://genk.be", reply_to=1)
    elena.sends_photo(caption="foto")
    elena.sends_voice()
    elena.sends_video()
    elena.sends_video_note()
    elena.sends_audio()
    elena.sends_animation()
    elena.sends_document()
    elena.sends_sticker()
    elena.sends_location(50.98, 5.53, live_period=60)
    elena.sends_venue()
    elena.sends_contact()
    elena.sends_dice()
    elena.sends_poll()
    elena.forwards("a")
    elena.forwards("b", of=telegram.bot)
    elena.edits(2, "anders")
    elena.taps(3, "gemaakt")
    elena.taps(9999, "weg")
    updates = await bot.get_updates()
    assert len(updates) == 19
    assert [update.event_type for update in updates[-3:]] == [
        "edited_message",
        "callback_query",
        "callback_query",
    ]
    assert {message.content_type for update in updates if (message := update.message)} >= {
        "poll",
        "venue",
        "dice",
    }
    assert not [extra for update in updates for extra in unknown_fields(update)]


async def test_memberships_groups_and_channels_are_understood(
    bot: Bot, elena: Person, telegram: Telegram
) -> None:
    elena.blocks()
    elena.unblocks()
    group = telegram.add_to_group(elena)
    group.migrates(elena)
    telegram.channel_post("nieuws")
    updates = await bot.get_updates()
    assert [update.event_type for update in updates].count("my_chat_member") == 4
    assert updates[-1].channel_post


def unknown_fields(update: Update) -> list[str]:
    """Names that aiogram's models do not know, anywhere in the update."""
    found: list[str] = []

    def look(value: object) -> None:
        extra = getattr(value, "model_extra", None)
        found.extend(extra or ())
        for part in value.__dict__.values() if hasattr(value, "__dict__") else ():
            for each in part if isinstance(part, list) else [part]:
                if hasattr(each, "model_extra"):
                    look(each)

    look(update)
    return found


async def test_sending_editing_and_deleting_go_round(bot: Bot, elena: Person) -> None:
    sent = await bot.send_message(
        701, "<b>Dag</b>", parse_mode="HTML", reply_markup=KEYBOARD, protect_content=True
    )
    assert sent.html_text == "<b>Dag</b>"
    assert sent.has_protected_content
    edited = await bot.edit_message_text("Dag!", chat_id=701, message_id=sent.message_id)
    assert isinstance(edited, Message)
    assert edited.reply_markup is None
    assert await bot.delete_message(701, sent.message_id)
    assert elena.heard() == []


async def test_uploads_and_albums_go_round(bot: Bot, elena: Person) -> None:
    sent = await bot.send_photo(701, BufferedInputFile(sample_photo(), "x.jpg"), caption="zo")
    assert sent.photo
    again = await bot.send_photo(701, sent.photo[-1].file_id)
    assert again.photo == sent.photo
    uploads = [
        InputMediaPhoto(media=BufferedInputFile(sample_photo(shade), f"{shade}.jpg")) for shade in range(2)
    ]
    album = await bot.send_media_group(701, [*uploads])
    assert len({message.media_group_id for message in album}) == 1
    file = await bot.get_file(sent.photo[-1].file_id)
    content = await bot.download(file)
    assert content
    assert len(content.read()) == sent.photo[-1].file_size
    assert len(elena.heard()) == 4


async def test_commands_names_and_chats_go_round(bot: Bot, elena: Person) -> None:
    await bot.set_my_commands([BotCommand(command="help", description="uitleg")], language_code="bg")
    assert elena.chat.commands == [{"command": "help", "description": "uitleg"}]
    await bot.set_my_description("Wat kan deze bot", language_code="nl")
    assert (await bot.get_my_description(language_code="nl")).description == "Wat kan deze bot"
    assert (await bot.get_chat(701)).first_name == "Elena"
    assert (await bot.me()).username == "wijklijn_bot"
    assert (await bot.get_webhook_info()).url == ""


async def test_polls_go_round(bot: Bot, elena: Person) -> None:
    sent = await bot.send_poll(701, "Komt u?", ["ja", "nee"], is_anonymous=False)
    elena.votes(sent.message_id, [0])
    poll, answer = await bot.get_updates()
    assert poll.poll
    assert poll.poll.total_voter_count == 1
    assert answer.poll_answer
    assert answer.poll_answer.user == elena_as_seen(elena, answer)


def elena_as_seen(elena: Person, update: Update) -> object:
    user = update.poll_answer.user if update.poll_answer else None
    assert user
    assert user.id == elena.user_id
    return user


async def test_refusals_become_the_exceptions_of_the_client(
    bot: Bot, elena: Person, telegram: Telegram
) -> None:
    with pytest.raises(TelegramBadRequest, match="message is too long"):
        await bot.send_message(701, "x" * 4097)
    telegram.faults.once("sendMessage", Fault.TOO_MANY, retry_after=7)
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(701, "x")
    assert refused.value.retry_after == 7
    telegram.pace.forgive()
    elena.blocks()
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(701, "x")


async def test_a_dispatcher_polls_and_answers(bot: Bot, elena: Person, telegram: Telegram) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(f"echo {message.text}", reply_markup=KEYBOARD)

    @dispatcher.callback_query()
    async def press(query: CallbackQuery) -> None:
        await query.answer("gehoord")

    polling = asyncio.ensure_future(
        dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False)
    )
    elena.says("hallo")
    await telegram.settled(elena)
    pressed = elena.taps_label("ja")
    assert not isinstance(pressed, int)
    await telegram.until(lambda: pressed.answered)
    await dispatcher.stop_polling()
    await polling
    assert elena.heard() == ["echo hallo"]
    assert pressed.text == "gehoord"


async def test_a_second_poller_is_a_conflict_for_the_first(bot: Bot, telegram: Telegram) -> None:
    first = asyncio.ensure_future(bot(GetUpdates(timeout=20)))
    await telegram.until(lambda: telegram.log)
    assert await bot.get_updates(timeout=0) == []
    with pytest.raises(Exception, match="terminated by other getUpdates request"):
        await first
