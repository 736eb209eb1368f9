"""/bericht goes on: the Dutch, then every other language, each confirmed by a person."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext, Happening
from bot.domain.announcements import Announcement, TextState
from bot.domain.errors import ButtonExpired, OnlyText
from bot.domain.intents import AnnouncementId
from bot.services.announcements import Announcements, Difference
from bot.services.translations import name_of
from bot.texts import Html
from handlers.announcing import (
    KIND,
    begun,
    draft_of,
    language_name,
    preview,
    stepped,
    ways,
    with_leaving,
)
from handlers.buttons import button, column, pressed
from handlers.happenings import HappeningHandler
from handlers.menu import MENU_PRESS
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF, WORDS, InStep, quoted_in, words_of

ARRIVED: Final = "announcement-translated"


async def write_dutch(update: Update, context: BotContext) -> None:
    text = await _text(update, context)
    draft = await draft_of(context)
    draft = await context.services.announcements.write(draft, context.turn.city.master.code, text)
    await _go_on(context, draft)


async def _text(update: Update, context: BotContext) -> str:
    """The words for everybody; a reply to a case is an answer to one resident and never those."""
    await context.services.handling.refuse_other_case(quoted_in(update))
    words = words_of(update)
    if words.media or words.spot:
        raise OnlyText
    return words.text


async def _go_on(context: BotContext, draft: Announcement) -> None:
    """The next language that nothing is decided about, or a look at the whole."""
    language = context.services.announcements.next_language(draft)
    if language is None:
        await preview(context)
        return
    await context.services.steps.go("language", language=language)
    await context.say("announce-language", language=language_name(context), buttons=ways(context))


async def write_oneself(update: Update, context: BotContext) -> None:
    """✍️: the next text is this language."""
    _language(update, context)
    await context.services.steps.go("own")
    await context.show(
        "announce-write", language=language_name(context), buttons=with_leaving(context, (), back=True)
    )


async def write_own(update: Update, context: BotContext) -> None:
    """A text of one's own; where its facts differ from the Dutch it must be accepted."""
    language = begun(context).payload["language"]
    text = await _text(update, context)
    draft = await context.services.announcements.write(await draft_of(context), language, text)
    if draft.wordings[language].state is TextState.CONFIRMED:
        await _go_on(context, draft)
        return
    await _ask_to_check(context, "announce-differs")


async def _ask_to_check(context: BotContext, name: str) -> None:
    step = await context.services.steps.go("check")
    language = step.payload["language"]
    right = column(button("announce-right", "announce-right", step.version, language))
    await context.say(
        name, announcement=step.payload["announcement"], language=language, buttons=(*right, *ways(context))
    )


async def ask_machine(update: Update, context: BotContext) -> None:
    """🤖: a draft, which comes when it comes; meanwhile one can still decide otherwise."""
    language = _language(update, context)
    await context.services.announcements.ask_machine(await draft_of(context), language)
    await context.services.steps.go("machine")
    await context.show(
        "announce-waiting", language=language_name(context), buttons=ways(context, but="machine")
    )


async def machine_answered(happening: Happening, context: BotContext) -> None:
    """The draft has come, or the machine gave up; nothing is said to who went on without it."""
    detail = happening.detail
    draft = await context.services.announcements.machine_answered(
        AnnouncementId(detail["about"]), detail["language"], detail["text"], detail.get("engine", "")
    )
    step = context.turn.step
    if draft is None or step is None or (step.kind, step.step) != (KIND, "machine"):
        return
    if step.payload["announcement"] != draft.id or step.payload["language"] != detail["language"]:
        return
    if draft.wordings[detail["language"]].text:
        await _ask_to_check(context, "announce-draft")
        return
    await context.services.steps.go("language")
    await context.say(
        "announce-no-machine", language=language_name(context), buttons=ways(context, but="machine")
    )


async def confirm(update: Update, context: BotContext) -> None:
    """A person has read it and says that it is right."""
    language = _language(update, context)
    draft = await context.services.announcements.confirm(await draft_of(context), language)
    await context.show("announce-with", language=language_name(context))
    await _go_on(context, draft)


async def leave_out(update: Update, context: BotContext) -> None:
    language = _language(update, context)
    draft = await context.services.announcements.leave_out(await draft_of(context), language)
    await context.show("announce-only-dutch", language=language_name(context))
    await _go_on(context, draft)


def _language(update: Update, context: BotContext) -> str:
    """The language a button is about. Raises ButtonExpired when another one's turn has come."""
    (language,) = stepped(update, context, 1, "language", "own", "machine", "check")
    if language != begun(context).payload["language"]:
        raise ButtonExpired
    return language


async def _check_view(scene: Scene) -> Screen | None:
    """A translation that is not confirmed yet, with every fact in which it differs from the Dutch."""
    announcements = Announcements(scene.turn)
    values = scene.intent.values
    draft = await announcements.find(AnnouncementId(int(values["announcement"] or 0)))
    language = str(values["language"])
    wording = draft.wordings.get(language) if draft else None
    if draft is None or wording is None:
        return None
    about = scene.text(scene.intent.name, language=name_of(scene.turn.city, language), words=wording.text)
    differing = [_difference(scene, one) for one in announcements.differences(draft, language)]
    return Screen(Html("\n".join([about, *differing])), scene.intent.buttons)


def _difference(scene: Scene, difference: Difference) -> Html:
    return scene.text(
        "announce-difference",
        what=difference.kind.value,
        dutch=", ".join(difference.left) or "–",
        other=", ".join(difference.right) or "–",
    )


VIEWS: Final[Mapping[str, View]] = {"announce-differs": _check_view, "announce-draft": _check_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    typed = FRESH & FROM_STAFF & WORDS & ~MENU_PRESS
    return [
        pressed("announce-own", write_oneself),
        pressed("announce-machine", ask_machine),
        pressed("announce-without", leave_out),
        pressed("announce-right", confirm),
        MessageHandler(typed & InStep(KIND, "dutch"), write_dutch),
        MessageHandler(typed & InStep(KIND, "own"), write_own),
        HappeningHandler(ARRIVED, machine_answered),
    ]
