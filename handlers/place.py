"""The second question, where it is: by the wijk used last, names people say, a street, the location, or not at all."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.cases import CaseKind
from bot.domain.city import City, HelpFor
from bot.domain.drafts import Choice, Draft, DraftStep, Why
from bot.domain.intents import Button, Buttons
from bot.domain.places import in_order
from bot.services.whereabouts import Whereabouts
from bot.texts import Html
from handlers.buttons import button, named, number, pressed, two_columns
from handlers.drafting import draft_pressed, draft_view, leaving, show_draft
from handlers.menu import HERE, HERE_NOW
from handlers.render import Scene, Screen, View

PAGE: Final = 10


async def choose_wijk(update: Update, context: BotContext) -> None:
    """A wijk was pressed."""
    draft, (wijk,) = draft_pressed(update, context, 1)
    await context.services.drafts.choose_wijk(draft, wijk)
    await show_draft(context, draft)


async def skip(update: Update, context: BotContext) -> None:
    """The question stays open."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.choose_wijk(draft, None)
    await show_draft(context, draft)


async def choose_said(update: Update, context: BotContext) -> None:
    """A name that people say was pressed; it may hold several wijken."""
    draft, (index,) = draft_pressed(update, context, 1)
    await context.services.drafts.choose_said(draft, number(index))
    await show_draft(context, draft)


async def choose_meant(update: Update, context: BotContext) -> None:
    """One of the names that may have been meant was pressed."""
    draft, (index,) = draft_pressed(update, context, 1)
    await context.services.drafts.choose_meant(draft, number(index))
    await show_draft(context, draft)


async def choose_guess(update: Update, context: BotContext) -> None:
    """The place that the story names was pressed."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.choose_guess(draft)
    await show_draft(context, draft)


async def note_as_typed(update: Update, context: BotContext) -> None:
    """The place stays in the person's own words."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.note_as_typed(draft)
    await show_draft(context, draft)


async def typed_is_story(update: Update, context: BotContext) -> None:
    """What was typed is no place: it belongs to the story."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.typed_is_story(draft)
    await show_draft(context, draft)


async def show_list(update: Update, context: BotContext) -> None:
    """All wijken, a page at a time."""
    draft, (page,) = draft_pressed(update, context, 1)
    await context.services.drafts.show(draft, DraftStep.LIST, page=number(page))
    await show_draft(context, draft)


async def ask_location(update: Update, context: BotContext) -> None:
    """The location button was pressed: only a keyboard can ask for it."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.show(draft, DraftStep.HERE)
    await show_draft(context, draft)


async def _where(scene: Scene, draft: Draft) -> Screen:
    city = scene.turn.city
    # A question or an idea is not somewhere: it is for a wijk.
    asked = "place-ask" if draft.kind is CaseKind.SIGNAL else "place-ask-wijk"
    text = _outside(scene, draft) if draft.is_outside else scene.text(asked)
    here = button(HERE_NOW, "d-here", draft.version)
    rows = (*await _first(scene, draft), *_said(city, draft), (here, _list_button(draft)))
    return Screen(text, (*rows, (_unknown(draft),), leaving(draft)))


def _outside(scene: Scene, draft: Draft) -> Html:
    """Whom to ask instead: the neighbour by its own number, else the government's for whoever asks what."""
    city = scene.turn.city
    there, general = city.municipality(draft.beyond), city.help_for(HelpFor.GOVERNMENT)
    number = there.number if there and there.number else general[0].number if general else ""
    if there is None or not number:
        return scene.text("place-outside")
    whose = "own" if there.number else "general"
    return scene.text("place-outside-at", municipality=there.name, number=number, whose=whose)


async def _first(scene: Scene, draft: Draft) -> Buttons:
    """What is likeliest: the place that the story names, and the wijk used last."""
    found: list[Button] = []
    if guess := await Whereabouts(scene.turn).guess(draft):
        found.append(button("place-guess", "d-guess", draft.version, place=guess.name))
    return (*((one,) for one in found), *_recent(scene, draft, besides=guess.name if guess else ""))


def _recent(scene: Scene, draft: Draft, *, besides: str = "") -> Buttons:
    """The wijk used last, unless it is offered already."""
    person = scene.turn.person
    recent = Whereabouts(scene.turn).recent(person) if person else None
    if recent is None or recent.name == besides:
        return ()
    return ((button("place-last", "d-at", draft.version, recent.id, wijk=recent.name),),)


def _said(city: City, draft: Draft) -> Buttons:
    """The names that people say; a city without them shows its first wijken."""
    if not city.said_first:
        return _wijken(city, draft, 0)
    return two_columns(
        named(name, "d-said", draft.version, index) for index, name in enumerate(city.said_first)
    )


def _wijken(city: City, draft: Draft, page: int) -> Buttons:
    some = in_order(city.wijken)[page * PAGE : (page + 1) * PAGE]
    return two_columns(named(wijk.name, "d-at", draft.version, wijk.id) for wijk in some)


def _which(scene: Scene, draft: Draft) -> Screen:
    """One question more about a place that was named."""
    city = scene.turn.city
    choices = [_choice(city, draft, index, choice) for index, choice in enumerate(draft.choices)]
    rows = two_columns(choices) if choices else (*_recent(scene, draft), *_said(city, draft))
    if draft.why is Why.MEANT and draft.typed is not None:
        rows = (*rows, (button("place-as-typed", "d-typed", draft.version),))
    buttons = (*rows, (_list_button(draft), _unknown(draft)), leaving(draft))
    return Screen(scene.text(_question(draft), place=draft.place), buttons)


def _question(draft: Draft) -> str:
    if draft.why in {Why.NEAR, Why.MEANT}:
        return f"place-{draft.why}"
    return "place-street" if draft.is_street else "place-part-of"


def _choice(city: City, draft: Draft, index: int, choice: Choice) -> Button:
    if choice.wijk and city.has_wijk(choice.wijk):
        return named(city.wijk(choice.wijk).name, "d-at", draft.version, choice.wijk)
    return named(choice.name, "d-meant", draft.version, index)


def _unknown_place(scene: Scene, draft: Draft) -> Screen:
    typed = draft.typed.words.text if draft.typed else ""
    own = (
        button("place-unknown-yes", "d-typed", draft.version),
        button("place-story", "d-story", draft.version),
    )
    buttons = (own, (_list_button(draft), _unknown(draft)), leaving(draft))
    return Screen(scene.text("place-unknown", place=typed), buttons)


def _list(scene: Scene, draft: Draft) -> Screen:
    city = scene.turn.city
    last = (len(city.wijken) - 1) // PAGE
    page = min(draft.page, last)
    buttons = (*_wijken(city, draft, page), *_pages(draft, page, last), (_unknown(draft),), leaving(draft))
    return Screen(scene.text("place-list", page=str(page + 1), pages=str(last + 1)), buttons)


def _pages(draft: Draft, page: int, last: int) -> Sequence[tuple[Button, ...]]:
    turns = []
    if page > 0:
        turns.append(button("place-previous", "d-list", draft.version, page - 1))
    if page < last:
        turns.append(button("place-next", "d-list", draft.version, page + 1))
    return (tuple(turns),) if turns else ()


def _here(scene: Scene, draft: Draft) -> Screen:  # noqa: ARG001 - as every screen of a draft
    return Screen(scene.text("place-here-how", button=scene.label(HERE_NOW)), keyboard=HERE)


def _list_button(draft: Draft) -> Button:
    return button("place-choose", "d-list", draft.version, 0)


def _unknown(draft: Draft) -> Button:
    return button("draft-skip", "d-at-no", draft.version)


VIEWS: Final[Mapping[str, View]] = {
    "draft-place": draft_view(_where),
    "draft-part": draft_view(_which),
    "draft-unknown": draft_view(_unknown_place),
    "draft-list": draft_view(_list),
    "draft-here": draft_view(_here),
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("d-at", choose_wijk),
        pressed("d-at-no", skip),
        pressed("d-said", choose_said),
        pressed("d-meant", choose_meant),
        pressed("d-guess", choose_guess),
        pressed("d-typed", note_as_typed),
        pressed("d-story", typed_is_story),
        pressed("d-list", show_list),
        pressed("d-here", ask_location),
    ]
