"""The summary of a report, question or idea: is it right? Sending it, changing it, talking first."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import CaseKind, Origin
from bot.domain.drafts import Draft, DraftStep
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button
from bot.services.drafts import DRAFT
from bot.texts import Html
from handlers.buttons import arguments, button, number, pressed
from handlers.drafting import draft_pressed, draft_view, leave_keyboard, leaving, show_draft
from handlers.phrases import lines, media_words, place_words, readers_words, shown_words
from handlers.render import Scene, Screen, View
from handlers.spoken_for import agreeing, say_next, sensitive_text, warning_line, whose_line
from handlers.steps import FRESH, InStep
from handlers.verdict import verdict_typed
from handlers.wishes import FINE, NO, YES, Typed

SUMMARY: Final = "draft-summary"
_BELOW: Final = FRESH & InStep(DRAFT, DraftStep.SUMMARY)
_CHANGES: Final = {
    "words": DraftStep.REWRITE,
    "category": DraftStep.CATEGORY,
    "place": DraftStep.PLACE,
}


async def change(update: Update, context: BotContext) -> None:
    """Ask what is to be changed."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.show(draft, DraftStep.CHANGE)
    await show_draft(context, draft)


async def change_one(update: Update, context: BotContext) -> None:
    """One answer is given anew."""
    draft, (what,) = draft_pressed(update, context, 1)
    if what not in _CHANGES:
        raise ButtonExpired
    await context.services.drafts.show(draft, _CHANGES[what], changing=True)
    await show_draft(context, draft)


async def change_typed(update: Update, context: BotContext) -> None:
    """No, typed below the summary: what is to be changed, below what was typed."""
    if await verdict_typed(update, context):
        return  # the question that came in between
    if draft := context.services.drafts.now():
        if (summary := await context.services.questions.standing(SUMMARY)) is not None:
            await context.take_away(summary)
        await context.services.drafts.show(draft, DraftStep.CHANGE)
        await show_draft(context, draft)


async def send(update: Update, context: BotContext) -> None:
    """It becomes a case; a second press gives the same answer."""
    version = number(*arguments(update, 1))
    draft = context.services.drafts.now()
    if draft is not None and draft.version == version:
        await _send(context, draft)
    elif await context.services.cases.sent_by(version) is None:
        raise ButtonExpired
    else:
        await context.show("draft-sent")


async def send_typed(update: Update, context: BotContext) -> None:
    """Yes, or the word for Send, typed below the summary, which becomes the answer."""
    if await verdict_typed(update, context):
        return  # the question that came in between
    if draft := context.services.drafts.now():
        context.pressed = await context.services.questions.standing(SUMMARY)
        await _send(context, draft)


async def _send(context: BotContext, draft: Draft) -> None:
    """What has no words yet is asked for them first."""
    if draft.onward().step is DraftStep.WORDS:
        await context.services.drafts.keep(draft.onward())
        await show_draft(context, draft)
        return
    case = await context.services.drafts.send(draft)
    await leave_keyboard(context, draft)
    await say_next(context, draft, case)
    await context.show("draft-sent")


async def talk_first(update: Update, context: BotContext) -> None:
    """A conversation instead of a report; a second press gives the same answer."""
    version = number(*arguments(update, 1))
    draft = context.services.drafts.now()
    if draft is not None and draft.version == version:
        await context.services.drafts.talk_first(draft, context.words("draft-talk-wish"))
        await leave_keyboard(context, draft)
    elif await context.services.cases.sent_by(version) is None:
        raise ButtonExpired
    await context.show("draft-talk-sent")


def _change(scene: Scene, draft: Draft) -> Screen:
    """Only signals have a category."""
    whats = [what for what in _CHANGES if what != "category" or draft.kind is CaseKind.SIGNAL]
    rows = tuple((button(f"draft-change-{what}", "d-change-one", draft.version, what),) for what in whats)
    return Screen(scene.text("draft-change-what"), (*rows, leaving(draft)))


def _summary(scene: Scene, draft: Draft) -> Screen:
    """Everything that will be sent, and who will read it."""
    is_sensitive = _is_sensitive(scene, draft)
    facts = lines(
        scene.text("draft-summary", kind=draft.kind.value),
        whose_line(scene, draft),
        scene.text("draft-words", words=shown_words(draft.text)) if draft.text else None,
        _media_line(scene, draft),
        _category_line(scene, draft),
        _place_line(scene, draft),
        scene.text("draft-urgent") if draft.urgent else None,
    )
    readers = scene.text(sensitive_text(draft), roles=readers_words(scene)) if is_sensitive else None
    readers = lines(readers, _follows_line(scene, draft)) if readers else None
    warning = warning_line(scene, draft)
    # Who reads it and what may follow matter more than that more can be sent; all of it is too much to read.
    more = None if readers else scene.text("draft-more")
    paragraphs = [part for part in (facts, readers, warning, more) if part]
    return Screen(Html("\n\n".join(paragraphs)), _summary_buttons(draft, is_sensitive=is_sensitive))


def _summary_buttons(draft: Draft, *, is_sensitive: bool) -> tuple[tuple[Button, ...], ...]:
    send_or_change = (
        button("draft-send", "d-send", draft.version),
        button("draft-change", "d-change", draft.version),
    )
    has_talk = is_sensitive and draft.origin is Origin.RESIDENT
    talk = ((button("draft-talk", "d-talk", draft.version),),) if has_talk else ()
    return (*agreeing(draft), send_or_change, *talk, leaving(draft))


def _is_sensitive(scene: Scene, draft: Draft) -> bool:
    return draft.category is not None and scene.turn.city.category(draft.category).sensitive


def _follows_line(scene: Scene, draft: Draft) -> Html | None:
    """What may come of it, where the city says so."""
    follows = scene.turn.city.category(draft.category).may_follow if draft.category else None
    return scene.text("draft-follows", follows=follows.says(scene.language)) if follows else None


def _media_line(scene: Scene, draft: Draft) -> Html | None:
    counted = media_words(scene, draft.media)
    return scene.text("draft-media", media=counted) if counted else None


def _category_line(scene: Scene, draft: Draft) -> Html | None:
    if draft.kind is not CaseKind.SIGNAL:
        return None
    if draft.category is None:
        return scene.text("draft-category-unknown")
    return scene.text(
        "draft-category-is", category=scene.turn.city.category(draft.category).button(scene.language)
    )


def _place_line(scene: Scene, draft: Draft) -> Html:
    place = place_words(scene.turn.city, draft.wijk, draft.place)
    if place:
        return scene.text("draft-place-is", place=place)
    return scene.text("draft-place-spot" if draft.spot else "draft-place-unknown")


VIEWS: Final[Mapping[str, View]] = {
    "draft-change": draft_view(_change),
    SUMMARY: draft_view(_summary),
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        MessageHandler(_BELOW & Typed("send", YES, FINE), send_typed),
        MessageHandler(_BELOW & Typed(NO), change_typed),
        pressed("d-change", change),
        pressed("d-change-one", change_one),
        pressed("d-send", send),
        pressed("d-talk", talk_first),
    ]
