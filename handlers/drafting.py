"""Drafting: what the screens of a draft share; which one is shown, Back and Stop, whose press it is."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Update

from bot.context import BotContext
from bot.domain.cases import CaseKind, Words
from bot.domain.city import WijkId
from bot.domain.drafts import Draft, DraftStep, Part
from bot.domain.intents import Button
from bot.services.drafts import Drafts
from bot.texts import Html
from handlers.buttons import arguments, button, number, row
from handlers.menu import BACK, MENU, NO_MENU, STOP
from handlers.render import Scene, Screen, View
from handlers.steps import words_of

Draw = Callable[[Scene, Draft], Screen | Awaitable[Screen]]


def part_of(update: Update) -> Part:
    """What somebody wrote or sent, with the id of its message."""
    message = update.effective_message
    return Part(words_of(update), message.message_id if message else None)


def command_text(update: Update) -> str:
    """What stands behind a command: "/melden Er ligt afval"; empty for a press on the menu."""
    text = (update.effective_message.text or "") if update.effective_message else ""
    return text.partition(" ")[2].strip() if text.startswith("/") else ""


def draft_pressed(update: Update, context: BotContext, count: int = 0) -> tuple[Draft, tuple[str, ...]]:
    """The draft whose button was pressed, and what else the button says. Raises ButtonExpired."""
    version, *rest = arguments(update, count + 1)
    return context.services.drafts.get(number(version)), tuple(rest)


async def begin(context: BotContext, kind: CaseKind, text: str = "", *, wijk: WijkId | None = None) -> None:
    """Begin something new, or first ask what to do with what was begun before; a known wijk is not asked for."""
    drafts = context.services.drafts
    await leave_interruption(context)
    if draft := drafts.now():
        if not draft.empty:
            await ask_what_to_do(context, draft, kind, wijk)
            return
        await leave_keyboard(context, draft)
    await drafts.begin(kind, wijk=wijk)
    if text:
        await drafts.receive(Part(Words(text)))
    if text and kind is CaseKind.QUESTION:
        await context.services.common.recognise()
    await show_draft(context)


async def leave_interruption(context: BotContext) -> None:
    """What lies beneath something short comes back, so that nothing of it is dropped unasked."""
    if context.turn.step is not None and "beneath" in context.turn.step.payload:
        await context.services.steps.end()


async def ask_what_to_do(
    context: BotContext, draft: Draft, kind: CaseKind, wijk: WijkId | None = None
) -> None:
    """Something was not sent: go on with it, or begin anew; at a poster neither is asked for the wijk again."""
    where = (wijk,) if wijk else ()
    go_on = button("draft-go-on", "d-go-at" if wijk else "d-go", draft.version, *where)
    anew = button("draft-anew", "d-new-at" if wijk else "d-new", draft.version, kind.value, *where)
    await context.say("draft-waits", buttons=row(go_on, anew), kind=draft.kind.value)


async def show_draft(context: BotContext, before: Draft | None = None) -> None:
    """Show where the draft is now; the location's keyboard gives way to the menu."""
    draft = context.services.drafts.now()
    if draft is None:
        return
    if draft.step is DraftStep.HERE:
        # A keyboard comes with a new message only.
        await context.say(screen_of(draft))
        return
    if before is not None:
        await leave_keyboard(context, before)
    await context.show(screen_of(draft))


async def show_taken(context: BotContext, before: Draft | None, *, rested: bool) -> None:
    """Something came: on to the next question; one that stays open moves below it and says that it was added.

    `rested`: hours later it may be about something else, and a button says so.
    """
    draft = context.services.drafts.now()
    if draft is None or before is None or not draft.added_to(before):
        await show_draft(context, before)
    else:
        since = len(before.parts) if rested and len(draft.parts) > len(before.parts) else 0
        await context.services.questions.move(screen_of(draft), added=True, since=since)


async def say_draft(context: BotContext) -> None:
    """Show where the draft is now in a new message, when there is one with something in it; never twice in the chat."""
    draft = context.services.drafts.now()
    if draft is not None and not draft.empty:
        await context.services.questions.move(screen_of(draft))


def screen_of(draft: Draft) -> str:
    """The name of the view that shows where the draft is; a question begins with the common ones."""
    is_asking = draft.kind is CaseKind.QUESTION and not draft.parts
    return "draft-ask-common" if is_asking and draft.step is DraftStep.WORDS else f"draft-{draft.step}"


async def leave_keyboard(context: BotContext, before: Draft) -> None:
    if before.step is DraftStep.HERE and context.turn.staff is not None:
        await context.say("draft-keyboard-gone", keyboard=NO_MENU)
    elif before.step is DraftStep.HERE:
        await context.say("draft-menu-back", keyboard=MENU)


def draft_view(draw: Draw) -> View:
    """A view of the reader's draft as it is when the message leaves; nothing when it is gone."""

    async def view(scene: Scene) -> Screen | None:
        person = scene.intent.person
        draft = await Drafts(scene.turn).of(person) if person is not None else None
        if draft is None:
            return None
        drawn = draw(scene, draft)
        return _headed(scene, draft, drawn if isinstance(drawn, Screen) else await drawn)

    return view


def _headed(scene: Scene, draft: Draft, screen: Screen) -> Screen:
    """Below what was just added it says so; to what was begun long before, with a way out."""
    if not scene.intent.values.get("added"):
        return screen
    since = scene.intent.values.get("since")
    said = scene.text("draft-added-later" if since else "draft-added")
    only = ((button("draft-only-this", "d-only", draft.version, since),),) if since else ()
    buttons = (*screen.buttons[:-1], *only, *screen.buttons[-1:])
    return replace(screen, text=Html(f"{said}\n{screen.text}"), buttons=buttons)


def leaving(draft: Draft) -> tuple[Button, ...]:
    """The last row of every screen."""
    return (button(BACK, "d-back", draft.version), button(STOP, "d-stop", draft.version))
