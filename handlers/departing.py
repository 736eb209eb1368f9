"""/bericht ends: send it after the hold, plan it, try it on oneself, change it, or call it back."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext, Happening
from bot.domain.announcements import Announcement, State, read_moment
from bot.domain.errors import ButtonExpired
from bot.domain.intents import AnnouncementId, Buttons
from bot.domain.news import at_local
from bot.services.approvals import OFFERED
from bot.services.sendings import LEAVES
from handlers.announcement import TEST
from handlers.announcing import (
    KIND,
    ask_audience,
    ask_departure,
    ask_dutch,
    ask_language,
    ask_topic,
    begun,
    draft_of,
    preview,
    stepped,
    version_of,
    with_leaving,
)
from handlers.buttons import arguments, button, column, named, number, pressed, row
from handlers.dates import in_words
from handlers.happenings import HappeningHandler
from handlers.menu import MENU_PRESS
from handlers.render import View
from handlers.steps import FRESH, FROM_STAFF, WORDS, InStep, words_of

EVENING: Final = 18
MORNING: Final = 10
VIEWS: Final[Mapping[str, View]] = {}


async def send(update: Update, context: BotContext) -> None:
    """✅: it leaves after the hold; where a second pair of eyes is needed, that is asked."""
    stepped(update, context, 0, "preview")
    if context.turn.rules.four_eyes:
        await _offer(context, None)
        return
    held = await context.services.sendings.hold(await draft_of(context))
    await context.services.steps.end()
    seconds = int(context.turn.rules.hold.total_seconds())
    shown = await context.show("announce-held", seconds=seconds, buttons=_calling_back(held))
    await context.services.sendings.follow(held, shown)


async def _offer(context: BotContext, at: datetime | None) -> None:
    offered = await context.services.approvals.offer(await draft_of(context), at)
    await context.services.steps.end()
    shown = await context.show(OFFERED, announcement=offered.id, round=offered.round)
    await context.services.approvals.follow(offered, shown)


def _calling_back(held: Announcement) -> Buttons:
    return row(button("announcement-stop", "announce-halt", held.id))


async def test(update: Update, context: BotContext) -> None:
    """🧪: as it arrives, with sound, in one's own chat."""
    stepped(update, context, 0, "preview")
    draft = await draft_of(context)
    for language in context.turn.city.languages:
        if draft.text(language.code):
            await context.say(TEST, announcement=draft.id, language=language.code)


async def plan(update: Update, context: BotContext) -> None:
    """🕒: the question at what time."""
    stepped(update, context, 0, "preview")
    await context.services.steps.go("when")
    version = version_of(context)
    times = [button("announce-tomorrow", "announce-at", version, "morning")]
    if _evening(context) > context.turn.now:
        times.insert(0, button("announce-tonight", "announce-at", version, "evening"))
    await context.show("announce-when", buttons=with_leaving(context, column(*times), back=True))


async def plan_at(update: Update, context: BotContext) -> None:
    (when,) = stepped(update, context, 1, "when")
    if when not in {"evening", "morning"}:
        raise ButtonExpired
    await _plan(context, _evening(context) if when == "evening" else _morning(context))


async def plan_typed(update: Update, context: BotContext) -> None:
    turn = context.turn
    await _plan(context, read_moment(words_of(update).text, turn.now, turn.city))


async def _plan(context: BotContext, moment: datetime) -> None:
    if moment <= context.turn.now:
        raise ButtonExpired
    if context.turn.rules.four_eyes:
        await _offer(context, moment)
        return
    held = await context.services.sendings.plan(await draft_of(context), moment)
    await context.services.steps.end()
    local = moment.astimezone(context.turn.city.time_zone)
    day = in_words(context.open_turn.texts, context.language, local.date())
    shown = await context.show(
        "announce-planned", day=day, time=f"{local:%H:%M}", buttons=_calling_back(held)
    )
    await context.services.sendings.follow(held, shown)


def _evening(context: BotContext) -> datetime:
    city = context.turn.city
    return at_local(context.turn.now.astimezone(city.time_zone).date(), EVENING, city)


def _morning(context: BotContext) -> datetime:
    city = context.turn.city
    tomorrow = context.turn.now.astimezone(city.time_zone).date() + timedelta(days=1)
    return at_local(tomorrow, MORNING, city)


async def back(update: Update, context: BotContext) -> None:
    """One step back: from the Dutch to the topic, from that and the list to who gets it, from a language to its ways."""
    stepped(update, context, 0, "audience", "topic", "dutch", "own", "when", "change")
    step = begun(context)
    if step.step == "own":
        await context.services.steps.go("language")
        await ask_language(context)
    elif step.step in {"when", "change"} or await _is_written(context):
        await ask_departure(context, await draft_of(context), context.show)
    elif step.step == "dutch":
        await ask_topic(context)
    else:
        await context.services.steps.go("audience")
        await ask_audience(context)


async def _is_written(context: BotContext) -> bool:
    """Whether there is something to look at already."""
    if "announcement" not in begun(context).payload:
        return False
    return bool((await draft_of(context)).text(context.turn.city.master.code))


async def change(update: Update, context: BotContext) -> None:
    """✏️: one part of it anew."""
    stepped(update, context, 0, "preview")
    step = await context.services.steps.go("change")
    languages = (
        named(language.name, "announce-what", step.version, language.code)
        for language in context.turn.city.languages
    )
    who = button("announce-who", "announce-what", step.version, "audience")
    about = button("announce-about", "announce-what", step.version, "topic")
    await context.show(
        "announce-what-changes", buttons=with_leaving(context, column(who, about, *languages), back=True)
    )


async def change_what(update: Update, context: BotContext) -> None:
    (what,) = stepped(update, context, 1, "change")
    draft = await draft_of(context)
    if what == "audience":
        await context.services.steps.go("audience")
        await ask_audience(context)
    elif what == "topic":
        await ask_topic(context)
    elif what == context.turn.city.master.code:
        await context.services.steps.go("dutch")
        await ask_dutch(context, draft)
    else:
        _require(what, (language.code for language in context.turn.city.languages))
        await context.services.steps.go("language", language=what)
        await ask_language(context)


def _require(code: str, known: Iterable[str]) -> None:
    if code not in known:
        raise ButtonExpired


async def leave(update: Update, context: BotContext) -> None:
    """✖️: nothing was sent, and the draft is gone."""
    stepped(update, context, 0)
    payload = await context.services.steps.end()
    if "announcement" in payload:
        announcements = context.services.announcements
        await announcements.drop(
            await announcements.draft(context.staff, AnnouncementId(payload["announcement"]))
        )
    await context.show("announce-left")


async def halt(update: Update, context: BotContext) -> None:
    """⏹ during the hold: nothing has left, and what was written is a draft again. Pressed just too late it stops the rest."""
    (announcement,) = arguments(update, 1)
    held = await context.services.announcements.own(context.staff, AnnouncementId(number(announcement)))
    if held.state is not State.HELD:
        await context.services.sendings.stop(held)
        return
    await context.services.sendings.call_back(held)
    await context.show("announce-called-back")
    await _preview_again(context, held)


async def withdraw(update: Update, context: BotContext) -> None:
    """↩️ while others are asked: a draft again. Approved meanwhile it is called back, as long as it has not left."""
    (announcement,) = arguments(update, 1)
    offered = await context.services.announcements.own(context.staff, AnnouncementId(number(announcement)))
    if offered.state is State.HELD:
        await context.services.sendings.call_back(offered)
    else:
        await context.services.approvals.withdraw(offered)
    await context.show("announce-called-back")
    await _preview_again(context, offered)


async def change_refused(update: Update, context: BotContext) -> None:
    """✏️ below what came back: the draft, as it was kept."""
    (announcement,) = arguments(update, 1)
    draft = await context.services.announcements.draft(context.staff, AnnouncementId(number(announcement)))
    await _preview_again(context, draft)


async def _preview_again(context: BotContext, held: Announcement) -> None:
    await context.services.steps.interrupt(KIND, "preview", announcement=held.id)
    await preview(context)


async def depart(happening: Happening, context: BotContext) -> None:
    """Its time has come; what comes far too late is for its sender to decide anew."""
    announcement = AnnouncementId(happening.detail["announcement"])
    is_unseen = await context.services.sendings.is_unseen(announcement)
    if not happening.detail["missed"] and not is_unseen:
        await context.services.sendings.leave(announcement)
        return
    held = await context.services.sendings.miss(announcement)
    if held is not None and context.turn.staff is not None:
        await context.say("announce-unseen" if is_unseen else "announce-missed")
        await _preview_again(context, held)


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    typed = FRESH & FROM_STAFF & WORDS & ~MENU_PRESS
    return [
        pressed("announce-send", send),
        pressed("announce-plan", plan),
        pressed("announce-at", plan_at),
        pressed("announce-test", test),
        pressed("announce-back", back),
        pressed("announce-change", change),
        pressed("announce-what", change_what),
        pressed("announce-quit", leave),
        pressed("announce-halt", halt),
        pressed("approval-withdraw", withdraw),
        pressed("approval-change", change_refused),
        MessageHandler(typed & InStep(KIND, "when"), plan_typed),
        HappeningHandler(LEAVES, depart),
    ]
