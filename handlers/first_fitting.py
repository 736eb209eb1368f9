"""Of an ordered list of handlers the first that fits, without asking those that cannot: of two hundred, few can."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Any, Final

from telegram import Message, MessageEntity, Update
from telegram.ext import Application, BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler

from bot.context import BotContext, Happening, current_turn
from bot.texts import Texts
from handlers.buttons import Pressed, verb_of
from handlers.happenings import HappeningHandler
from handlers.steps import InStep, Labelled
from handlers.wishes import Typed, wish_of

Handler = BaseHandler[Any, BotContext, Any]
Fit = tuple[Handler, object]

_OF_MESSAGES: Final = (MessageHandler, CommandHandler)


class FirstFitting(BaseHandler[object, BotContext, object]):
    """Stands for the whole list, which PTB would ask one by one: 340 µs a message of the 2,900 that a report costs.

    What is read from a handler beforehand only spares questions; whether it fits, it says itself.
    """

    def __init__(self, handlers: Sequence[Handler]) -> None:
        super().__init__(_never)
        self._all = tuple(handlers)
        self._happenings = _by_kind(handlers)
        presses = [
            handler for handler in handlers if not isinstance(handler, (*_OF_MESSAGES, HappeningHandler))
        ]
        self._presses = _by_verb(presses)
        self._messages = _Messages(
            [
                handler
                for handler in handlers
                if not isinstance(handler, (CallbackQueryHandler, HappeningHandler))
            ]
        )

    def check_update(self, update: object) -> Fit | None:
        """Give the handler and what it made of the update; None when none fits."""
        for handler in self._asked(update):
            check = handler.check_update(update)
            if check is not None and check is not False:
                return handler, check
        return None

    async def handle_update(
        self,
        update: object,
        application: "Application[Any, BotContext, Any, Any, Any, Any]",
        check_result: Any,
        context: BotContext,
    ) -> object:
        handler, check = check_result
        return await handler.handle_update(update, application, check, context)

    def _asked(self, update: object) -> Sequence[Handler]:
        if isinstance(update, Happening):
            return self._happenings.get(update.kind, ())
        if isinstance(update, Update) and update.callback_query:
            verb = verb_of(update.callback_query.data)
            return self._presses.get(verb) or self._presses[None]
        if isinstance(update, Update) and update.message:
            return self._messages.asked(update.message)
        return self._all


class _Messages:
    """By the step that the chat is in, whether it is a command, and whether it may be a label or a typed wish."""

    def __init__(self, handlers: Sequence[Handler]) -> None:
        filters = [getattr(handler, "filters", None) for handler in handlers]
        read = list(
            zip(
                handlers,
                map(_step_needed, filters),
                [isinstance(handler, CommandHandler) for handler in handlers],
                map(_needs_label, filters),
                strict=True,
            )
        )
        self._names = tuple(sorted({name for one in filters for name in _labels_in(one)}))
        self._asked = {
            (step, is_command, is_label): tuple(
                handler
                for handler, needed, needs_command, needs_label in read
                if (needed is None or needed == step)
                and (is_command or not needs_command)
                and (is_label or not needs_label)
            )
            for step, is_command, is_label in product(
                {None, *(needed for _, needed, _, _ in read)}, (False, True), (False, True)
            )
        }

    def asked(self, message: Message) -> Sequence[Handler]:
        open_turn = current_turn.get()
        step, is_command = open_turn.turn.step, _is_command(message)
        is_label = wish_of(message) is not None or message.text in _labels(open_turn.texts, self._names)
        asked = self._asked.get((step.kind if step else None, is_command, is_label))
        return self._asked[None, is_command, is_label] if asked is None else asked


def _by_kind(handlers: Iterable[Handler]) -> Mapping[str, Sequence[Handler]]:
    found: dict[str, list[Handler]] = {}
    for handler in handlers:
        if isinstance(handler, HappeningHandler):
            found.setdefault(handler.kind, []).append(handler)
    return found


def _by_verb(handlers: Sequence[Handler]) -> Mapping[str | None, Sequence[Handler]]:
    """None: those of any verb."""
    verbs = [handler.verb if isinstance(handler, Pressed) else None for handler in handlers]
    found: dict[str | None, list[Handler]] = {verb: [] for verb in (None, *verbs)}
    for handler, verb in zip(handlers, verbs, strict=True):
        for those in found.values() if verb is None else (found[verb],):
            those.append(handler)
    return found


def _is_command(message: Message) -> bool:
    first = message.entities[0] if message.entities else None
    return first is not None and first.type == MessageEntity.BOT_COMMAND


@lru_cache(maxsize=2)
def _labels(texts: Texts, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(label for name in names for label in texts.labels(name))


# PTB's combined filters: both sides of an "and" or an "or" are their attributes. Were these called otherwise one day,
# every handler would be asked.
def _and_ed(asked: object) -> tuple[object, ...]:
    other = getattr(asked, "and_filter", None)
    return () if other is None else (getattr(asked, "base_filter", None), other)


def _or_ed(asked: object) -> tuple[object, ...]:
    other = getattr(asked, "or_filter", None)
    return () if other is None else (getattr(asked, "base_filter", None), other)


def _step_needed(asked: object) -> str | None:
    """The kind of step outside of which the filter cannot fit; None when it may in any."""
    if isinstance(asked, InStep):
        return asked.kind
    return next((step for side in _and_ed(asked) if (step := _step_needed(side))), None)


def _needs_label(asked: object) -> bool:
    """Whether the filter can fit only what is a label or a typed wish."""
    either = _or_ed(asked)
    is_one = isinstance(asked, (Labelled, Typed)) or any(map(_needs_label, _and_ed(asked)))
    return is_one or (bool(either) and all(map(_needs_label, either)))


def _labels_in(asked: object) -> Iterable[str]:
    if isinstance(asked, Labelled):
        yield asked.label
    for side in (*_and_ed(asked), *_or_ed(asked)):
        yield from _labels_in(side)


async def _never(_update: object, _context: BotContext) -> object:
    raise AssertionError("the handler that fits has a callback of its own")
