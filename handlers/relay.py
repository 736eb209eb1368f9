"""The contact worker's translations: a reply to the request is the translation, and goes on at once."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from bot.context import BotContext, current_turn
from bot.domain.cases import CaseMessageId
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button, Intent, OutboxId, Urgency
from bot.domain.people import Role
from bot.services.translations import CHECK, REQUEST, SHOWN, VOICE, Request, Translations, is_spoken, name_of
from handlers.adding import added_by_reply
from handlers.answering import say_preview
from handlers.buttons import arguments, button, column, named, number, pressed
from handlers.menu import MENU_PRESS
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF, PRIVATE, WORDS, InStep, quoted_in, words_of

RELAY: Final = "relay"
WRITING: Final = "writing"
# A text written long after the press may be meant for something else, and it would reach a resident.
WRITES_WITHIN: Final = timedelta(hours=1)
MOST_LISTED: Final = 10
_STOP: Final = column(button("relay-stop", "relay-stop"))


class FromTranslator(filters.UpdateFilter):
    """A contact worker who is in no other step."""

    def filter(self, update: Update) -> bool:  # noqa: ARG002 - the turn knows, PTB asks with the update
        turn = current_turn.get().turn
        is_translator = turn.staff is not None and turn.staff.role is Role.CONTACT_WORKER
        return is_translator and (turn.step is None or turn.step.kind == RELAY)


async def waiting(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """/vertalen: what waits for somebody with these languages."""
    requests = await context.services.translations.waiting_for(context.staff)
    listed = (_listed(context, request) for request in requests[:MOST_LISTED])
    await context.say("relay-waiting", count=len(requests), buttons=column(*listed))


def _listed(context: BotContext, request: Request) -> Button:
    names = (name_of(context.turn.city, code) for code in (request.message.language, request.into))
    words = f"{request.case.number} · {' → '.join(names)}"
    return named(words, "relay", request.message.id, request.into)


async def begin(update: Update, context: BotContext) -> None:
    """A request was pressed: the words are shown, and what is written next is the translation."""
    message, into = arguments(update, 2)
    request = await context.services.translations.open_for(
        context.staff, CaseMessageId(number(message)), into
    )
    until = (context.turn.now + WRITES_WITHIN).timestamp()
    await context.services.steps.interrupt(RELAY, WRITING, message=request.message.id, into=into, until=until)
    await _show(context, request)


async def _show(context: BotContext, request: Request) -> None:
    """The words to translate; those of a sensitive case are taken away again."""
    shown = await _tell(context, request, SHOWN)
    rows = [shown]
    if is_spoken(request.message.words):
        rows.append(await _tell(context, request, VOICE, replies_to=shown))
    if request.case.sensitive:
        await context.services.handling.looked(request.case)
        await context.services.looks.hide_later(rows)


async def _tell(
    context: BotContext, request: Request, name: str, replies_to: OutboxId | None = None
) -> OutboxId:
    person = context.person
    return await context.turn.tell(
        Intent(
            chat=person.chat,
            person=person.id,
            name=name,
            urgency=Urgency.CASE,
            case=request.case.id,
            values=request.values,
            buttons=_STOP if name == SHOWN else (),
            replies_to=replies_to,
        )
    )


async def reply(update: Update, context: BotContext) -> None:
    """A reply to a request, or what is written after pressing one; a reply to anything else is never sent on.

    A reply to a case that this contact worker may see is an answer in it.
    """
    quoted = quoted_in(update)
    request = await _meant(context, quoted)
    if request is None:
        await _answer(update, context, quoted)
        return
    corrected = await context.services.arrivals.from_person(context.staff, request, words_of(update).text)
    if context.turn.step is not None:
        await context.services.steps.end()
    await context.say("relay-corrected" if corrected else "relay-done", number=request.case.number)


async def confirm(update: Update, context: BotContext) -> None:
    """The machine was right: it is no longer marked as one to check."""
    message, into = arguments(update, 2)
    request = await context.services.arrivals.confirm(context.staff, CaseMessageId(number(message)), into)
    if context.turn.step is not None and context.turn.step.kind == RELAY:
        await context.services.steps.end()
    await context.say("relay-confirmed", number=request.case.number)


async def _answer(update: Update, context: BotContext, quoted: int | None) -> None:
    """An answer in a conversation, seen once more before it leaves; to who is spoken for, it adds to that report."""
    if await added_by_reply(update, context):
        return
    case = await context.services.handling.of_message(quoted) if quoted is not None else None
    if case is None or context.turn.step is not None:
        await context.say("relay-which")
        return
    source = update.effective_message.message_id if update.effective_message else None
    await say_preview(context, await context.services.answers.write(case.id, words_of(update), source))


async def _meant(context: BotContext, quoted: int | None) -> Request | None:
    if quoted is None:
        return await _begun(context)
    return await context.services.translations.replied_to(context.staff, context.person.chat, quoted)


async def _begun(context: BotContext) -> Request | None:
    step = context.turn.step
    if step is None or step.kind != RELAY or step.payload["until"] < context.turn.now.timestamp():
        return None
    return await context.services.translations.open_for(
        context.staff, CaseMessageId(step.payload["message"]), step.payload["into"]
    )


async def stop(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """Leave it for somebody else; it keeps waiting."""
    if context.turn.step is None or context.turn.step.kind != RELAY:
        raise ButtonExpired
    await context.services.steps.end()
    await context.show("relay-stopped")


async def _request_of(scene: Scene) -> Request | None:
    """None as well for who would rather not be read along."""
    about, into = CaseMessageId(int(scene.intent.values["message"] or 0)), str(scene.intent.values["into"])
    request = await Translations(scene.turn).find(about, into)
    return request if request and request.may_read else None


async def _request_view(scene: Scene) -> Screen | None:
    """The request; once it is done the same message says so. Words of a sensitive case come on a press only."""
    request = await _request_of(scene)
    if request is None or (request.done and scene.is_new):
        return None
    about = _about(scene, request)
    if request.done:
        return Screen(
            scene.text("translation-request-done", **about, mine=str(bool(scene.intent.values.get("mine"))))
        )
    if request.case.sensitive:
        show = button("relay-show", RELAY, request.message.id, request.into)
        return Screen(scene.text("translation-request-sensitive", **about), column(show))
    write = button("relay-write", RELAY, request.message.id, request.into)
    return Screen(scene.text("translation-request", **about, words=_words(scene, request)), column(write))


async def _shown_view(scene: Scene) -> Screen | None:
    request = await _request_of(scene)
    if request is None or (request.done and not request.to_check):
        return None
    about, words = _about(scene, request), _words(scene, request)
    if request.to_check:
        made = request.translation.text
        right = column(button("relay-right", "relay-right", request.message.id, request.into))
        text = scene.text("translation-shown-check", **about, words=words, made=made)
        return Screen(text, right + scene.intent.buttons)
    return Screen(scene.text("translation-shown", **about, words=words), scene.intent.buttons)


async def _check_view(scene: Scene) -> Screen | None:
    """What a machine made, beside what was said; once somebody has looked the same message says so."""
    request = await _request_of(scene)
    if request is None or (not request.to_check and scene.is_new):
        return None
    about = _about(scene, request)
    if not request.to_check:
        mine = str(bool(scene.intent.values.get("mine")))
        return Screen(scene.text("translation-check-done", **about, mine=mine))
    if request.case.sensitive:
        show = button("relay-show", RELAY, request.message.id, request.into)
        return Screen(scene.text("translation-check-sensitive", **about), column(show))
    right = button("relay-right", "relay-right", request.message.id, request.into)
    better = button("relay-better", RELAY, request.message.id, request.into)
    made = request.translation.text
    words = scene.text("translation-check", **about, words=_words(scene, request), made=made)
    return Screen(words, column(right, better))


async def _voice_view(scene: Scene) -> Screen | None:
    request = await _request_of(scene)
    return Screen(media=request.message.words.media) if request and not request.done else None


def _about(scene: Scene, request: Request) -> dict[str, object]:
    """The number, the languages, and whether a resident or the city speaks: no more about anybody."""
    return {
        "number": request.case.number,
        "author": request.message.author.value,
        "source": name_of(scene.turn.city, request.message.said_in),
        "into": name_of(scene.turn.city, request.into),
    }


def _words(scene: Scene, request: Request) -> str:
    message = request.message
    if message.heard is not None:
        return scene.text("translation-heard", words=message.heard.text)
    return scene.text("translation-spoken") if is_spoken(message.words) else message.words.text


VIEWS: Final[Mapping[str, View]] = {
    REQUEST: _request_view,
    SHOWN: _shown_view,
    VOICE: _voice_view,
    CHECK: _check_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    translates = FRESH & FromTranslator() & ~MENU_PRESS
    return [
        CommandHandler("vertalen", waiting, PRIVATE & FROM_STAFF),
        pressed("digest-relay", waiting),
        pressed(RELAY, begin),
        pressed("relay-stop", stop),
        pressed("relay-right", confirm),
        MessageHandler(translates & WORDS & (filters.REPLY | InStep(RELAY)), reply),
    ]
