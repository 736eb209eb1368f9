"""Buttons: every callback_data is built and read here; a version letter, a verb and arguments, at most 64 bytes."""

import re
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, Final

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot.context import BotContext
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button, Buttons

VERSION: Final = "1"
MOST_BYTES: Final = 64
# Two columns as long as every label of the pair is short enough to be read whole on a small phone.
SHORT_LABEL: Final = 25
# Hours such as 22:00 that fit beside each other on a phone.
HOURS_IN_A_ROW: Final = 4

Handler = Callable[[Update, BotContext], Coroutine[Any, Any, None]]


def data(verb: str, *arguments: object) -> str:
    """Build callback data. Raises ValueError beyond Telegram's 64 bytes: an id is too long, which is our mistake."""
    text = ":".join((VERSION, verb, *(str(argument) for argument in arguments)))
    if len(text.encode()) > MOST_BYTES:
        raise ValueError("callback data is longer than 64 bytes")
    return text


def arguments(update: Update, count: int) -> tuple[str, ...]:
    """The arguments of the pressed button. Raises ButtonExpired when there are not so many: old or crafted."""
    return some_arguments(update, count, count)


def some_arguments(update: Update, fewest: int, most: int) -> tuple[str, ...]:
    """The same for a button that may carry more. Raises ButtonExpired."""
    query = update.callback_query
    parts = tuple((query.data or "").split(":")[2:]) if query else ()
    if not fewest <= len(parts) <= most:
        raise ButtonExpired
    return parts


def number(text: str) -> int:
    """An id out of callback data. Raises ButtonExpired for anything else: crafted."""
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise ButtonExpired
    return int(text)


class Pressed(CallbackQueryHandler[BotContext, None]):
    """Handles presses of one verb."""

    def __init__(self, verb: str, handler: Handler) -> None:
        super().__init__(handler, pattern=rf"^{VERSION}:{re.escape(verb)}(:|$)")
        self.verb = verb


def pressed(verb: str, handler: Handler) -> Pressed:
    return Pressed(verb, handler)


def verb_of(pressed_data: str | None) -> str | None:
    """Read the verb out of callback data; None in what is not of ours."""
    parts = (pressed_data or "").split(":", 2)
    return parts[1] if len(parts) > 1 and parts[0] == VERSION else None


def button(label: str, verb: str, *args: object, **values: str | int | bool | None) -> Button:
    """A button with the words of a text."""
    return Button(label=label, data=data(verb, *args), values=values)


def named(words: str, verb: str, *args: object) -> Button:
    """A button with words as they are: the name of a place, a category's label."""
    return Button(words=words, data=data(verb, *args))


def column(*buttons: Button) -> Buttons:
    return tuple((one,) for one in buttons)


def row(*buttons: Button) -> Buttons:
    return (tuple(buttons),)


def two_columns(buttons: Iterable[Button]) -> Buttons:
    """Pairs side by side; a button whose words are long gets a row of its own."""
    rows: list[tuple[Button, ...]] = []
    for one in buttons:
        if rows and len(rows[-1]) == 1 and _is_short(one) and _is_short(rows[-1][0]):
            rows[-1] = (*rows[-1], one)
        else:
            rows.append((one,))
    return tuple(rows)


def turning(verb: str, page: int, last: int, *args: object) -> Buttons:
    """The page before and the page after, where there are such; the verb is given `args` and then the page."""
    turns = []
    if page > 0:
        turns.append(button("page-before", verb, *args, page - 1))
    if page < last:
        turns.append(button("page-after", verb, *args, page + 1))
    return (tuple(turns),) if turns else ()


def in_rows(buttons: Iterable[Button], most: int) -> Buttons:
    """Side by side, as many as fit."""
    listed = tuple(buttons)
    return tuple(listed[at : at + most] for at in range(0, len(listed), most))


def _is_short(one: Button) -> bool:
    return len(one.words) <= SHORT_LABEL
