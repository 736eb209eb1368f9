"""What the steps of /bericht share: which draft it is, whether a button is of this run, and a look at the whole."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from telegram import Update

from bot.context import BotContext
from bot.domain.announcements import Announcement, AudienceKind
from bot.domain.errors import ButtonExpired
from bot.domain.intents import AnnouncementId, Button, Buttons, OutboxId
from bot.domain.news import Topic
from bot.services.announcements import ANNOUNCING
from bot.services.steps import Step
from bot.services.translations import name_of
from handlers.announcement import SAMPLE
from handlers.buttons import arguments, button, column

KIND: Final = ANNOUNCING
# context.say or context.show.
Saying = Callable[..., Awaitable[OutboxId]]


def begun(context: BotContext) -> Step:
    """The step of /bericht. Raises ButtonExpired outside it."""
    step = context.turn.step
    if step is None or step.kind != KIND:
        raise ButtonExpired
    return step


def version_of(context: BotContext) -> int:
    return begun(context).version


def stepped(update: Update, context: BotContext, count: int, *steps: str) -> tuple[str, ...]:
    """The arguments after the version. Raises ButtonExpired for a button of another run or of another step."""
    version, *rest = arguments(update, count + 1)
    step = begun(context)
    if version != str(step.version) or (steps and step.step not in steps):
        raise ButtonExpired
    return tuple(rest)


async def draft_of(context: BotContext) -> Announcement:
    """The draft that is being written. Raises ButtonExpired."""
    announcement = begun(context).payload.get("announcement", 0)
    return await context.services.announcements.draft(context.staff, AnnouncementId(announcement))


def with_leaving(context: BotContext, buttons: Buttons, *, back: bool = False) -> Buttons:
    """Back and stop, always in the same place."""
    version = version_of(context)
    leave: list[Button] = [button("announce-back", "announce-back", version)] if back else []
    return (*buttons, (*leave, button("announce-stop", "announce-quit", version)))


async def preview(context: BotContext) -> None:
    """Every language as it will look, then what can be done with it."""
    draft = await draft_of(context)
    for language in context.turn.city.languages:
        if draft.text(language.code):
            await context.say(SAMPLE, announcement=draft.id, language=language.code)
    await ask_departure(context, draft, context.say)


async def ask_departure(context: BotContext, draft: Announcement, say: Saying) -> None:
    """How many people will get it, and what can be done with it."""
    await context.services.steps.go("preview")
    await say(
        "announce-preview",
        kind=draft.audience.kind.value,
        place=draft.audience.place(context.turn.city),
        topic=draft.topic.value if draft.topic else "none",
        people=await context.services.announcements.count_people(draft),
        second=str(context.turn.rules.four_eyes),
        buttons=_departure(context),
    )


def _departure(context: BotContext) -> Buttons:
    version = version_of(context)
    send, plan, test, change, leave = (
        button(f"announce-{what}", f"announce-{what}", version)
        for what in ("send", "plan", "test", "change", "quit")
    )
    return ((send,), (plan, test), (change, replace(leave, label="announce-stop")))


async def ask_audience(context: BotContext) -> None:
    """Who gets it: only what this person may."""
    audiences = context.services.announcements.audiences(context.staff)
    offered = {
        AudienceKind.WIJK: bool(audiences.wijken),
        AudienceKind.STADSDEEL: bool(audiences.stadsdelen),
        AudienceKind.EVERYBODY: audiences.everybody,
    }
    version = version_of(context)
    kinds = (kind for kind in AudienceKind if offered[kind])
    buttons = (button(f"announce-{kind.value}", "announce-to", version, kind.value) for kind in kinds)
    await context.show("announce-audience", buttons=with_leaving(context, column(*buttons)))


async def ask_topic(context: BotContext) -> None:
    """What it is about, for those who do not want to hear everything."""
    await context.services.steps.go("topic")
    version = version_of(context)
    topics = (button("topic-name", "announce-about", version, one.value, topic=one.value) for one in Topic)
    await context.show("announce-topic", buttons=with_leaving(context, column(*topics), back=True))


async def ask_dutch(context: BotContext, draft: Announcement) -> None:
    await context.show(
        "announce-dutch",
        kind=draft.audience.kind.value,
        place=draft.audience.place(context.turn.city),
        buttons=with_leaving(context, (), back=True),
    )


async def ask_language(context: BotContext) -> None:
    """What is to be done about the language of this step."""
    await context.show("announce-language", language=language_name(context), buttons=ways(context))


def language_name(context: BotContext) -> str:
    return name_of(context.turn.city, begun(context).payload["language"])


def ways(context: BotContext, *, but: str = "") -> tuple[tuple[Button, ...], ...]:
    """What can be done about one language."""
    version, language = version_of(context), begun(context).payload["language"]
    ways = ["own", *(["machine"] if context.turn.rules.machine else []), "without"]
    found = (button(f"announce-{way}", f"announce-{way}", version, language) for way in ways if way != but)
    return with_leaving(context, column(*found))
