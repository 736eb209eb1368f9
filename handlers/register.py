"""The ordered list of features: the only place that registers. Order matters: the first that fits handles."""

from collections.abc import Mapping
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
    erasing,
    errand,
    errors,
    flood,
    foretold,
    forgotten,
    forwarded,
    heard,
    help,  # noqa: A004 - the feature is called so
    hours,
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
    relay,
    report,
    retention,
    solved,
    sorting,
    start,
    stop,
    streets,
    summary,
    translated,
    typed,
    visiting,
    wijkmanager,
    work,
    work_list,
)
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
    announcement,
    card,
    card_words,
    pattern,
    partner,
    work_list,
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
    for feature in FEATURES:
        found: list[BaseHandler[Any, BotContext, Any]] = feature.handlers()
        application.add_handlers(found)
    application.add_handlers(flood.before(), group=-3)
    application.add_handlers(forgotten.before(), group=-4)
    application.add_handlers(lapsed.before(), group=-2)
    application.add_handlers(odd.before(), group=-1)
    application.add_handlers(other_language.after(), group=1)
    application.add_error_handler(errors.record)


def renderer(texts: Texts) -> Renderer:
    """Everything that can be said, by its name."""
    views: Mapping[str, View] = {name: view for feature in FEATURES for name, view in feature.VIEWS.items()}
    return Renderer(texts, views, menu.KEYBOARDS)
