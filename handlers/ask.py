"""A question, or an idea: the common questions first, then the person's own words."""

from collections.abc import Mapping
from html import escape
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import CaseKind
from bot.domain.city import City, CommonQuestion
from bot.domain.drafts import Draft
from bot.texts import Html
from handlers.buttons import button, column, named, pressed
from handlers.drafting import begin, command_text, draft_pressed, draft_view, leaving, show_draft
from handlers.menu import ASK
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF, Labelled
from handlers.wishes import Typed


async def start(update: Update, context: BotContext) -> None:
    """/vraag, or the menu: a question begins."""
    await begin(context, CaseKind.QUESTION, command_text(update))


async def start_idea(_: Update, context: BotContext) -> None:
    """The word for an idea, typed."""
    await begin(context, CaseKind.IDEA)


async def show_answer(update: Update, context: BotContext) -> None:
    """A common question was pressed: its answer."""
    draft, (question,) = draft_pressed(update, context, 1)
    await context.services.drafts.show_common(draft, question)
    await show_draft(context, draft)


async def it_helps(update: Update, context: BotContext) -> None:
    """The answer was enough."""
    draft_pressed(update, context)
    await context.services.drafts.drop()
    await context.show("ask-helped")


async def ask_it(update: Update, context: BotContext) -> None:
    """The answer was not enough: somebody is to answer this question."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.ask_common(draft, context.language)
    await show_draft(context, draft)


async def idea(update: Update, context: BotContext) -> None:
    """An idea for the wijk instead."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.become_idea(draft)
    await show_draft(context, draft)


def _common(scene: Scene, draft: Draft) -> Screen:
    language = scene.language
    questions = (
        named(f"{one.emoji} {one.question.says(language)}", "d-common", draft.version, one.id)
        for one in scene.turn.city.common_questions
    )
    new_idea = button("ask-idea", "d-idea", draft.version)
    return Screen(scene.text("ask-choose"), (*column(*questions, new_idea), leaving(draft)))


def _answer(scene: Scene, draft: Draft) -> Screen:
    question = scene.turn.city.common_question(draft.common or "")
    helps, ask = (button("ask-helps", "d-helps", draft.version), button("ask-it", "d-ask", draft.version))
    return Screen(_answer_text(scene, question), (*column(helps, ask), leaving(draft)))


def _answer_text(scene: Scene, question: CommonQuestion) -> Html:
    """The answer of the city file, below the question; what one can try first stands last."""
    language, city = scene.language, scene.turn.city
    title = f"<b>{escape(question.question.says(language), quote=False)}</b>"
    texts = [question.answer.says(language, **partner_values(city))]
    if question.try_first:
        texts.append(question.try_first.says(language, **partner_values(city)))
    return Html("\n\n".join([title, *(escape(text, quote=False) for text in texts)]))


def partner_values(city: City) -> dict[str, str]:
    """What the texts of the city file may name of a partner: {stad.phone}."""
    return {
        f"{partner.id}.{field}": getattr(partner, field)
        for partner in city.partners
        for field in ("name", "phone", "email", "web", "address")
    }


VIEWS: Final[Mapping[str, View]] = {
    "draft-ask-common": draft_view(_common),
    "draft-common": draft_view(_answer),
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("vraag", start, FRESH & ~FROM_STAFF),
        MessageHandler(FRESH & Labelled(ASK) & ~FROM_STAFF, start),
        MessageHandler(FRESH & Typed("idea"), start_idea),
        pressed("d-common", show_answer),
        pressed("d-helps", it_helps),
        pressed("d-ask", ask_it),
        pressed("d-idea", idea),
    ]
