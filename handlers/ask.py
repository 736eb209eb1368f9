"""A question, or an idea: the common questions first, then the person's own words."""

from collections.abc import Mapping
from html import escape
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import CaseKind
from bot.domain.city import CommonQuestion
from bot.domain.drafts import Draft
from bot.domain.intents import Buttons
from bot.services.common_questions import CommonQuestions
from bot.texts import Html
from handlers.buttons import button, column, named, pressed, two_columns
from handlers.drafting import begin, command_text, draft_pressed, draft_view, leaving, show_draft
from handlers.menu import ASK, REPORT
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
    await context.services.common.show(draft, question)
    await show_draft(context, draft)


async def it_helps(update: Update, context: BotContext) -> None:
    """The answer was enough, or the advice."""
    draft, _ = draft_pressed(update, context)
    await context.services.common.helped(draft)
    await context.show("ask-helped")


async def ask_it(update: Update, context: BotContext) -> None:
    """The answer was not enough: somebody is to answer this question."""
    draft, _ = draft_pressed(update, context)
    await context.services.common.ask(draft, context.language)
    await show_draft(context, draft)


async def report_it(update: Update, context: BotContext) -> None:
    """It was no question: a report in the same words."""
    draft, _ = draft_pressed(update, context)
    await context.services.common.report(draft)
    await show_draft(context, draft)


async def report_anyway(update: Update, context: BotContext) -> None:
    """The advice in a report is passed over."""
    draft, _ = draft_pressed(update, context)
    await context.services.common.report_anyway(draft)
    await show_draft(context, draft)


async def idea(update: Update, context: BotContext) -> None:
    """An idea for the wijk instead."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.become_idea(draft)
    await show_draft(context, draft)


def _common(scene: Scene, draft: Draft) -> Screen:
    questions = (
        named(one.button(scene.language), "d-common", draft.version, one.id)
        for one in scene.turn.city.common_questions
    )
    new_idea = button("ask-idea", "d-idea", draft.version)
    return Screen(scene.text("ask-choose"), (*two_columns(questions), (new_idea,), leaving(draft)))


def _answer(scene: Scene, draft: Draft) -> Screen:
    question = scene.turn.city.common_question(draft.common or "")
    return Screen(_answer_text(scene, question), (*_answer_buttons(draft, question), leaving(draft)))


def _answer_buttons(draft: Draft, question: CommonQuestion) -> Buttons:
    """Enough; ask somebody; and for words that came by themselves, that they are a report after all."""
    helps, ask = button("ask-helps", "d-helps", draft.version), button("ask-it", "d-ask", draft.version)
    if draft.kind is CaseKind.QUESTION:
        return column(helps, ask)
    if question.not_for_us:
        return column(helps, button("ask-report-anyway", "d-report", draft.version))
    return column(helps, ask, button(REPORT, "d-report", draft.version))


def _answer_text(scene: Scene, question: CommonQuestion) -> Html:
    """The answer of the city file, below the question; what one can try first stands last."""
    language = scene.language
    title = f"<b>{escape(question.question.says(language), quote=False)}</b>"
    texts = [one.says(language) for one in (question.answer, question.try_first) if one]
    return Html("\n\n".join([title, *(escape(text, quote=False) for text in texts)]))


def _advice(scene: Scene, draft: Draft) -> Screen:
    """In a report: what one can try first, or who handles it; it can be passed over."""
    advice = CommonQuestions(scene.turn).advice(draft)
    if isinstance(advice, CommonQuestion):
        text = _answer_text(scene, advice)
    else:
        text = Html(escape(advice.says(scene.language), quote=False))
    helps = button("ask-helps", "d-helps", draft.version)
    anyway = button("ask-report-anyway", "d-anyway", draft.version)
    return Screen(text, (*column(helps, anyway), leaving(draft)))


VIEWS: Final[Mapping[str, View]] = {
    "draft-ask-common": draft_view(_common),
    "draft-common": draft_view(_answer),
    "draft-advice": draft_view(_advice),
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("vraag", start, FRESH & ~FROM_STAFF),
        MessageHandler(FRESH & Labelled(ASK) & ~FROM_STAFF, start),
        MessageHandler(FRESH & Typed("idea"), start_idea),
        pressed("d-common", show_answer),
        pressed("d-helps", it_helps),
        pressed("d-ask", ask_it),
        pressed("d-report", report_it),
        pressed("d-anyway", report_anyway),
        pressed("d-idea", idea),
    ]
