"""A report: from the menu or by just writing; what happened, the summary, sending, changing, leaving it."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import CaseKind
from bot.domain.city import WijkId
from bot.domain.drafts import Draft, DraftStep
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button
from bot.services.drafts import DRAFT
from bot.texts import Html
from handlers.adding import added_by_reply
from handlers.buttons import arguments, button, number, pressed
from handlers.drafting import (
    begin,
    command_text,
    draft_pressed,
    draft_view,
    leave_keyboard,
    leaving,
    part_of,
    show_draft,
    show_taken,
)
from handlers.menu import BACK, REPORT, STOP, show_menu
from handlers.phrases import lines, media_words, place_words, readers_words, shown_words
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF, WORDS, InStep, Labelled
from handlers.wishes import Typed

_CHANGES: Final = {
    "words": DraftStep.REWRITE,
    "category": DraftStep.CATEGORY,
    "place": DraftStep.PLACE,
}


async def start(update: Update, context: BotContext) -> None:
    """/melden, or the menu: a report begins."""
    await begin(context, CaseKind.SIGNAL, command_text(update))


async def take(update: Update, context: BotContext) -> None:
    """Words, pictures, sound or a place, while something is being written."""
    if await added_by_reply(update, context):
        return
    drafts = context.services.drafts
    before, rested = drafts.now(), drafts.rested
    await drafts.receive(part_of(update))
    if before is not None and before.empty and before.kind is CaseKind.QUESTION:
        await context.services.common.recognise()
    await show_taken(context, before, rested=rested)


async def go_on(update: Update, context: BotContext) -> None:
    """To the first question that is still open: what was begun, or the words are complete."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.keep(draft.onward())
    await show_draft(context, draft)


async def go_on_at_poster(update: Update, context: BotContext) -> None:
    """The same, from the poster of a wijk: that is where it is, unless another place was given."""
    draft, (wijk,) = draft_pressed(update, context, 1)
    known = context.turn.city.wijk(wijk).id
    await context.services.drafts.keep(draft.at_poster(known))
    await show_draft(context, draft)


async def begin_anew(update: Update, context: BotContext) -> None:
    """What was begun is dropped."""
    draft, (kind,) = draft_pressed(update, context, 1)
    await _begin_anew(context, draft, kind)


async def begin_anew_at_poster(update: Update, context: BotContext) -> None:
    """The same, from the poster of a wijk."""
    draft, (kind, wijk) = draft_pressed(update, context, 2)
    await _begin_anew(context, draft, kind, context.turn.city.wijk(wijk).id)


async def _begin_anew(context: BotContext, draft: Draft, kind: str, wijk: WijkId | None = None) -> None:
    if kind not in set(CaseKind):
        raise ButtonExpired
    await context.services.drafts.begin(CaseKind(kind), wijk=wijk)
    await show_draft(context, draft)


async def back(update: Update, context: BotContext) -> None:
    """To the screen before; from the first one out, and what was written waits."""
    draft, _ = draft_pressed(update, context)
    await _go_back(context, draft)


async def _go_back(context: BotContext, draft: Draft) -> None:
    before = draft.backward()
    if before is not None:
        await context.services.drafts.keep(before)
        await show_draft(context, draft)
    elif draft.empty:
        await _drop(context, draft)
    else:
        await context.show("draft-kept")


async def stop(update: Update, context: BotContext) -> None:
    """Everything is dropped."""
    draft, _ = draft_pressed(update, context)
    await _drop(context, draft)


async def stop_from_keyboard(_: Update, context: BotContext) -> None:
    """Stop, from the keyboard with the location button."""
    if draft := context.services.drafts.now():
        await _drop(context, draft)


async def back_from_keyboard(_: Update, context: BotContext) -> None:
    """Back, from the keyboard with the location button."""
    if draft := context.services.drafts.now():
        await _go_back(context, draft)


async def _drop(context: BotContext, draft: Draft) -> None:
    await context.services.drafts.drop()
    await leave_keyboard(context, draft)
    await context.show("draft-stopped")


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


async def send(update: Update, context: BotContext) -> None:
    """It becomes a case; a second press gives the same answer."""
    version = number(*arguments(update, 1))
    draft = context.services.drafts.now()
    if draft is None or draft.version != version:
        if await context.services.cases.sent_by(version) is None:
            raise ButtonExpired
    elif draft.onward().step is DraftStep.WORDS:
        await context.services.drafts.keep(draft.onward())
        await show_draft(context, draft)
        return
    else:
        case = await context.services.drafts.send(draft)
        await leave_keyboard(context, draft)
        if not draft.dangers:
            await context.services.news.offer(case)
    await context.show("draft-sent")


async def send_typed(_: Update, context: BotContext) -> None:
    """The word for Send, typed below the summary."""
    if draft := context.services.drafts.now():
        await context.services.drafts.send(draft)
        await context.say("draft-sent")


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


async def show_menu_again(_: Update, context: BotContext) -> None:
    """Back or Stop on a keyboard that outlived its question."""
    await show_menu(context)


def _words(scene: Scene, draft: Draft) -> Screen:
    if not draft.parts:
        return Screen(scene.text("draft-ask", kind=draft.kind.value), (leaving(draft),))
    go_on_button = button("draft-go-on", "d-go", draft.version)
    return Screen(scene.text("draft-ask-more"), ((go_on_button,), leaving(draft)))


def _rewrite(scene: Scene, draft: Draft) -> Screen:
    return Screen(scene.text("draft-rewrite"), (leaving(draft),))


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
        scene.text("draft-words", words=shown_words(draft.text)) if draft.text else None,
        _media_line(scene, draft),
        _category_line(scene, draft),
        _place_line(scene, draft),
        scene.text("draft-urgent") if draft.urgent else None,
    )
    readers = scene.text("draft-sensitive", roles=readers_words(scene)) if is_sensitive else None
    readers = lines(readers, _follows_line(scene, draft)) if readers else None
    paragraphs = [part for part in (facts, readers, scene.text("draft-more")) if part]
    return Screen(Html("\n\n".join(paragraphs)), _summary_buttons(draft, is_sensitive=is_sensitive))


def _summary_buttons(draft: Draft, *, is_sensitive: bool) -> tuple[tuple[Button, ...], ...]:
    send_or_change = (
        button("draft-send", "d-send", draft.version),
        button("draft-change", "d-change", draft.version),
    )
    talk = ((button("draft-talk", "d-talk", draft.version),),) if is_sensitive else ()
    return (send_or_change, *talk, leaving(draft))


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
    "draft-words": draft_view(_words),
    "draft-rewrite": draft_view(_rewrite),
    "draft-change": draft_view(_change),
    "draft-summary": draft_view(_summary),
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("melden", start, FRESH & ~FROM_STAFF),
        MessageHandler(FRESH & Labelled(REPORT) & ~FROM_STAFF, start),
        MessageHandler(FRESH & InStep(DRAFT) & Labelled(STOP), stop_from_keyboard),
        MessageHandler(FRESH & InStep(DRAFT) & Labelled(BACK), back_from_keyboard),
        MessageHandler(FRESH & (Labelled(STOP) | Labelled(BACK)), show_menu_again),
        MessageHandler(FRESH & InStep(DRAFT, DraftStep.SUMMARY) & Typed("send"), send_typed),
        pressed("d-go", go_on),
        pressed("d-go-at", go_on_at_poster),
        pressed("d-new", begin_anew),
        pressed("d-new-at", begin_anew_at_poster),
        pressed("d-back", back),
        pressed("d-stop", stop),
        pressed("d-change", change),
        pressed("d-change-one", change_one),
        pressed("d-send", send),
        pressed("d-talk", talk_first),
        MessageHandler(FRESH & InStep(DRAFT) & WORDS & ~FROM_STAFF, take),
    ]
