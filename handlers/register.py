"""The ordered list of features: the only place that registers. Order matters: the first that fits handles."""

from collections.abc import Mapping
from functools import cache
from types import ModuleType
from typing import Any, Final

from telegram.ext import Application, BaseHandler

from bot.context import BotContext
from bot.texts import Texts
from handlers import (
    absence,
    affiche,
    again,
    alarms,
    along,
    anew,
    announce,
    announcement,
    answer,
    answered,
    answered_figures,
    approving,
    ask,
    audience,
    away,
    behalf,
    card,
    card_words,
    caseload,
    category,
    closing,
    consultation,
    correcting,
    danger,
    departing,
    digest,
    discreet,
    edited,
    enclosing,
    erasing,
    errand,
    errors,
    flood,
    foretold,
    forgotten,
    forwarded,
    giving,
    heard,
    help,  # noqa: A004 - the feature is called so
    hours,
    inviting,
    lapsed,
    late,
    loose,
    membership,
    menu,
    merging,
    my_cases,
    news,
    news_wishes,
    notes,
    notices,
    odd,
    other_language,
    overview,
    ownership,
    partner,
    partner_news,
    passing,
    pattern,
    place,
    poster,
    privacy,
    quick_proposals,
    receipt,
    reference,
    refusing,
    relay,
    report,
    retention,
    search,
    solved,
    sorting,
    start,
    stop,
    streets,
    summary,
    trail,
    translated,
    typed,
    visiting,
    waiting,
    wijkmanager,
    work,
    work_list,
)
from handlers.first_fitting import FirstFitting
from handlers.render import Renderer, View

# The menu's features stand before those that take any words: a press on the menu is never part of a story.
FEATURES: Final[tuple[ModuleType, ...]] = (
    membership,
    edited,
    forwarded,
    poster,
    forgotten,
    start,
    stop,
    help,
    summary,
    typed,
    privacy,
    erasing,
    news,
    news_wishes,
    wijkmanager,
    relay,
    translated,
    heard,
    foretold,
    behalf,
    caseload,
    visiting,
    consultation,
    along,
    affiche,
    answered_figures,
    audience,
    announce,
    departing,
    approving,
    refusing,
    announcement,
    card,
    card_words,
    pattern,
    partner,
    work_list,
    search,
    overview,
    waiting,
    inviting,
    giving,
    trail,
    work,
    digest,
    hours,
    flood,
    alarms,
    retention,
    ownership,
    away,
    absence,
    errand,
    notes,
    reference,
    closing,
    sorting,
    streets,
    enclosing,
    passing,
    partner_news,
    merging,
    correcting,
    quick_proposals,
    answer,
    answered,
    discreet,
    late,
    notices,
    lapsed,
    my_cases,
    receipt,
    anew,
    again,
    solved,
    danger,
    ask,
    category,
    place,
    report,
    loose,
    other_language,
    odd,
)


def register(application: "Application[Any, Any, Any, Any, Any, Any]") -> None:
    """Add every feature's handlers, in order, and the one error handler."""
    application.add_handler(_first_fitting())
    application.add_handlers(flood.before(), group=-3)
    application.add_handlers(forgotten.before(), group=-4)
    application.add_handlers(lapsed.before(), group=-2)
    application.add_handlers(odd.before(), group=-1)
    application.add_handlers(other_language.after(), group=1)
    application.add_error_handler(errors.record)


@cache
def _first_fitting() -> FirstFitting:
    """Handlers keep nothing, so that those of one start serve the next in the same process."""
    found: list[BaseHandler[Any, BotContext, Any]] = [
        handler for feature in FEATURES for handler in feature.handlers()
    ]
    return FirstFitting(found)


def renderer(texts: Texts) -> Renderer:
    """Everything that can be said, by its name."""
    views: Mapping[str, View] = {name: view for feature in FEATURES for name, view in feature.VIEWS.items()}
    return Renderer(texts, views, menu.KEYBOARDS)
