"""The first question of a report: what it is about."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.city import Category, City
from bot.domain.drafts import Draft, DraftStep
from bot.domain.intents import Button
from handlers.buttons import button, named, pressed, two_columns
from handlers.drafting import draft_pressed, draft_view, leaving, show_draft
from handlers.render import Scene, Screen, View

OFFERED: Final = 4
OTHER: Final = "other"


async def choose(update: Update, context: BotContext) -> None:
    """A category was pressed."""
    draft, (category,) = draft_pressed(update, context, 1)
    await context.services.drafts.choose_category(draft, category)
    await context.services.common.advise()
    await show_draft(context, draft)


async def skip(update: Update, context: BotContext) -> None:
    """The question stays open."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.choose_category(draft, None)
    await context.services.common.advise()
    await show_draft(context, draft)


async def show_all(update: Update, context: BotContext) -> None:
    """Every category."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.show(draft, DraftStep.CATEGORIES)
    await show_draft(context, draft)


def likeliest(city: City, text: str) -> Sequence[Category]:
    """The categories that the words speak of, then those that the city names first."""
    by_words = city.signs.likely(text)
    ranked = [*by_words, *(category.id for category in city.categories if category.id not in by_words)]
    return [city.category(one) for one in ranked if one != OTHER][:OFFERED]


def _some(scene: Scene, draft: Draft) -> Screen:
    offered = _buttons(scene, draft, likeliest(scene.turn.city, draft.text))
    more = (button("category-more", "d-all", draft.version), _unknown(draft))
    return Screen(scene.text("category-ask"), (*two_columns(offered), more, leaving(draft)))


def _all(scene: Scene, draft: Draft) -> Screen:
    offered = _buttons(scene, draft, scene.turn.city.categories)
    return Screen(scene.text("category-ask"), (*two_columns(offered), (_unknown(draft),), leaving(draft)))


def _buttons(scene: Scene, draft: Draft, categories: Sequence[Category]) -> list[Button]:
    language = scene.language
    return [named(one.button(language), "d-about", draft.version, one.id) for one in categories]


def _unknown(draft: Draft) -> Button:
    return button("draft-skip", "d-about-no", draft.version)


VIEWS: Final[Mapping[str, View]] = {
    "draft-category": draft_view(_some),
    "draft-categories": draft_view(_all),
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("d-about", choose), pressed("d-about-no", skip), pressed("d-all", show_all)]
