"""A second pair of eyes: others are asked, look at an announcement as residents will read it, and let it leave or not."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.domain.announcements import Announcement, State
from bot.domain.errors import ButtonExpired
from bot.domain.intents import AnnouncementId, Buttons
from bot.services.announcements import Announcements
from bot.services.approvals import (
    ANSWERED,
    ASKS,
    ASKS_NOW,
    LAPSES,
    OFFERED,
    QUESTION,
    REMINDS,
    Approvals,
)
from bot.texts import Html
from handlers.announcement import SAMPLE
from handlers.buttons import arguments, button, number, pressed, row
from handlers.case_words import Reading, quoted
from handlers.colleagues import member_words, who_words
from handlers.dates import in_words
from handlers.happenings import HappeningHandler
from handlers.phrases import lines, listed
from handlers.refusing import ask_why
from handlers.render import Scene, Screen, View

_DEPARTED: Final = frozenset({State.GOING, State.PAUSED, State.ENDED})


async def look(update: Update, context: BotContext) -> None:
    """👀: every language as residents will read it, and below it the question."""
    (announcement,) = arguments(update, 1)
    offered = await context.services.approvals.open_to(AnnouncementId(number(announcement)))
    if offered.state is State.PROPOSED:
        for language in context.turn.city.languages:
            if offered.text(language.code):
                await context.say(
                    SAMPLE, announcement=offered.id, language=language.code, round=offered.round
                )
    await context.say(QUESTION, announcement=offered.id, round=offered.round)


async def approve(_: Update, context: BotContext) -> None:
    """✅ below what was looked at; who is second reads who was first."""
    announcement, round_ = await _looked_at(context)
    decided = await context.services.approvals.approve(announcement, round_)
    await context.show(QUESTION, announcement=decided.id, round=round_)


async def refuse(_: Update, context: BotContext) -> None:
    """✖️: first the word that goes back with it."""
    announcement, round_ = await _looked_at(context)
    step = await context.services.refusals.of_announcement(announcement, round_, context.pressed)
    if step is None:
        await context.show(QUESTION, announcement=announcement, round=round_)
        return
    await ask_why(context, step)


async def _looked_at(context: BotContext) -> tuple[AnnouncementId, int]:
    """What stands above the button: its data is not believed. Raises ButtonExpired for who has not looked."""
    shown = await context.services.screens.values(context.pressed, QUESTION)
    if not shown:
        raise ButtonExpired
    return AnnouncementId(int(shown["announcement"] or 0)), int(shown["round"] or 0)


async def ask_again(happening: Happening, context: BotContext) -> None:
    """Nobody has looked for a while."""
    announcement, round_, first = _happened(happening)
    await context.services.approvals.ask_again(announcement, round_, first=first)


async def lapse(happening: Happening, context: BotContext) -> None:
    """Nobody approved it in time."""
    announcement, round_, _ = _happened(happening)
    await context.services.approvals.lapse(announcement, round_)


def _happened(happening: Happening) -> tuple[AnnouncementId, int, bool]:
    detail = happening.detail
    return AnnouncementId(detail["announcement"]), detail["round"], detail["first"]


async def _asks_view(scene: Scene) -> Screen | None:
    """That something waits, for whom, and by whom; then what became of it."""
    found = await _found(scene)
    if found is None:
        return None
    if not _is_open(scene, found):
        return Screen(await _decided(scene, found))
    again = bool(scene.intent.values.get("again"))
    heading = scene.text(ASKS, who=await member_words(scene, found.staff), again=str(again))
    looking = row(button("approval-look", "approval-look", found.id))
    return Screen(lines(heading, await _about(scene, found)), looking)


async def _question_view(scene: Scene) -> Screen | None:
    """Below the samples; what was decided stands in its place."""
    found = await _found(scene)
    if found is None:
        return None
    if not _is_open(scene, found):
        return Screen(await _decided(scene, found), _undoing(scene, found))
    left_out = [one.name for one in scene.turn.city.languages if not found.text(one.code)]
    missing = scene.text("approval-without", languages=listed(scene, left_out)) if left_out else None
    verbs = row(button("quick-yes", "approval-yes", found.id), button("quick-no", "approval-no", found.id))
    return Screen(
        lines(scene.text(QUESTION), await _about(scene, found), missing, scene.text("approval-sure")), verbs
    )


def _undoing(scene: Scene, found: Announcement) -> Buttons:
    """Who has just approved it can think better of it until it leaves."""
    staff = scene.turn.staff
    is_mine = staff is not None and found.decided_by == staff.id
    if not is_mine or found.state is not State.HELD or found.round != scene.intent.values["round"]:
        return ()
    return row(button("approval-undo", "approval-no", found.id))


async def _offered_view(scene: Scene) -> Screen | None:
    """To who wrote it: who was asked, and until when; it can be taken back."""
    found = await _found(scene)
    if found is None:
        return None
    if not _is_open(scene, found):
        return Screen(scene.text("approval-looked"))
    asked = await Approvals(scene.turn).asked(found)
    names = listed(scene, [who_words(scene, one.role, one.id) for one in asked])
    text = lines(
        scene.text(OFFERED, who=names),
        _moment(scene, "approval-or-not", found),
        scene.text("approval-urgent") if found.urgent else None,
    )
    return Screen(text, row(button("approval-withdraw", "approval-withdraw", found.id)))


async def _answered_view(scene: Scene) -> Screen | None:
    """To who wrote it: what somebody else decided, or that nobody did."""
    found = await _found(scene)
    if found is None or found.round != scene.intent.values["round"]:
        return None
    if found.state is not State.DRAFT:
        return await _approved(scene, found)
    who = await member_words(scene, found.decided_by)
    told = scene.text(ANSWERED, state="refused" if found.refusal else "lapsed", who=who)
    words = quoted(Reading(found.refusal)) if found.refusal else None
    kept = scene.text("approval-kept")
    return Screen(lines(told, words, kept), row(button("announce-change", "approval-change", found.id)))


async def _approved(scene: Scene, found: Announcement) -> Screen:
    told = scene.text(ANSWERED, state="approved", who=await member_words(scene, found.decided_by))
    halt = row(button("announcement-stop", "announce-halt", found.id))
    if found.state is not State.HELD:
        return Screen(told)
    return Screen(lines(told, _departure(scene, found)), halt)


def _departure(scene: Scene, held: Announcement) -> Html | None:
    """When what was approved leaves."""
    if _is_planned(scene, held):
        return _moment(scene, "announce-planned", held)
    seconds = int((held.leaves_at - scene.turn.now).total_seconds()) if held.leaves_at else 0
    return scene.text("announce-held", seconds=max(seconds, 0))


def _is_planned(scene: Scene, held: Announcement) -> bool:
    """Whether it leaves later than after the hold."""
    return held.leaves_at is not None and held.leaves_at - scene.turn.now > scene.turn.rules.hold


async def _decided(scene: Scene, found: Announcement) -> Html:
    """What became of what somebody was asked about."""
    state = "back"
    if found.state is State.STOPPED and found.decided_by is None:
        state = "gone"
    elif found.round == scene.intent.values["round"] and found.decided_by is not None:
        state = "refused" if found.refusal else "approved"
    told = scene.text("approval-decided", state=state, who=await member_words(scene, found.decided_by))
    leaves = state == "approved" and found.state is State.HELD
    soon = (
        _moment(scene, "approval-leaves", found)
        if _is_planned(scene, found)
        else scene.text("approval-leaves-soon")
    )
    return lines(told, soon if leaves else None)


async def _about(scene: Scene, found: Announcement) -> Html:
    """For whom, about what, and when it would leave."""
    about = scene.text(
        "announce-target",
        kind=found.audience.kind.value,
        place=found.audience.place(scene.turn.city),
        people=await Announcements(scene.turn).count_people(found),
        topic=found.topic.value if found.topic else "none",
    )
    return lines(about, _moment(scene, "approval-leaves", found) or scene.text("approval-leaves-at-once"))


def _moment(scene: Scene, name: str, found: Announcement) -> Html | None:
    """A sentence with the time for which it is planned; None when it leaves as soon as it may."""
    if found.leaves_at is None:
        return None
    local = found.leaves_at.astimezone(scene.turn.city.time_zone)
    return scene.text(name, day=in_words(scene.texts, scene.language, local.date()), time=f"{local:%H:%M}")


def _is_open(scene: Scene, found: Announcement) -> bool:
    return Approvals(scene.turn).is_open(found, int(scene.intent.values["round"] or 0))


async def _found(scene: Scene) -> Announcement | None:
    return await Approvals(scene.turn).find(AnnouncementId(int(scene.intent.values["announcement"] or 0)))


VIEWS: Final[Mapping[str, View]] = {
    ASKS: _asks_view,
    ASKS_NOW: _asks_view,
    QUESTION: _question_view,
    OFFERED: _offered_view,
    ANSWERED: _answered_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("approval-look", look),
        pressed("approval-yes", approve),
        pressed("approval-no", refuse),
        HappeningHandler(REMINDS, ask_again),
        HappeningHandler(LAPSES, lapse),
    ]
