"""Updates are read as python-telegram-bot reads them."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Bot, Message, Update

from benchmarks.people import says
from bot.engine.reading import update_of
from bot.engine.sanitise import sanitised
from tests.line import TOKEN

BOT = Bot(TOKEN)
PHOTO = {"file_id": "AgAC", "file_unique_id": "Q", "width": 90, "height": 60}
SHAPES: dict[str, dict[str, Any]] = {
    "words": says(5, "Er ligt afval"),
    "a command": says(5, "/start wijk-sledderlo"),
    "a reply": {"message": {**says(5, "Ja")["message"], "reply_to_message": says(5, "Wat?")["message"]}},
    "a picture": {"message": {**says(5, "")["message"], "photo": [PHOTO], "caption": "Hier"}},
    "an edit": {"edited_message": says(5, "Er ligt veel afval")["message"]},
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_an_update_is_read_as_python_telegram_bot_reads_it(shape: dict[str, Any]) -> None:
    payload = sanitised({"update_id": 9, **shape})
    assert update_of(payload, BOT).to_dict() == Update.de_json(payload, BOT).to_dict()


def test_a_text_knows_its_chat_its_writer_and_its_bot() -> None:
    update = update_of(sanitised({"update_id": 9, **says(5, "/start")}), BOT)
    assert isinstance(update.message, Message)
    assert (update.effective_chat and update.effective_chat.id, update.message.get_bot()) == (5, BOT)
    assert update.effective_user is not None
    assert update.message.parse_entities() == {update.message.entities[0]: "/start"}
