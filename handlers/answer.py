"""Answering: words of the desk are seen once more before they leave, and nothing that was written stays unnoticed."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.context import BotContext, Happening, current_turn
from bot.domain.cases import CaseId, Words
from bot.domain.guessing import languages_said
from bot.domain.intents import Buttons
from bot.domain.people import Role
from bot.services.answer_drafts import Draft
from bot.services.answers import DRAFT_WAITS, LOOSE, LOOSE_WAITS, Answers
from bot.services.corrections import Corrections
from bot.services.desk_words import DeskWords
from bot.services.dossiers import Dossiers
from bot.services.foretelling import ANSWER
from bot.services.translations import name_of
from bot.services.work import Work
from bot.texts import Html
from handlers import menu
from handlers.answering import (
    PREVIEW,
    attached_words,
    foretold_words,
    going_back,
    only_this,
    say_correction,
    say_preview,
    show_preview,
)
from handlers.buttons import arguments, button, named, number, pressed, row, two_columns
from handlers.case_words import Reading, message_of, quoted
from handlers.happenings import HappeningHandler
from handlers.moments import clock_of
from handlers.phrases import case_line, lines
from handlers.quick_words import filled_in
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE, WORDS, InStep, Labelled, quoted_in, words_of
from handlers.twinned import to_twins
from handlers.unsent import still_waits

WHICH: Final = "loose-which"
MOST_OFFERED: Final = 8


class AtTheDesk(filters.UpdateFilter):
    """Staff other than contact workers, whose replies are translations."""

    def filter(self, update: Update) -> bool:  # noqa: ARG002 - the turn knows, PTB asks with the update
        staff = current_turn.get().turn.staff
        return staff is not None and staff.role is not Role.CONTACT_WORKER


class Loose(filters.UpdateFilter):
    """The chat is in no step."""

    def filter(self, update: Update) -> bool:  # noqa: ARG002 - the turn knows, PTB asks with the update
        return current_turn.get().turn.step is None


async def begin(update: Update, context: BotContext) -> None:
    """💬: what is written next is an answer to this case; so is what was written and belongs nowhere yet."""
    (case_id,) = arguments(update, 1)
    answers = context.services.answers
    if answers.has_loose:
        await say_preview(context, await answers.write(CaseId(number(case_id)), Words(), None))
        return
    case = await answers.begin(CaseId(number(case_id)))
    await context.say("answer-write", of_case=case.id, buttons=_stop(context))


async def write(update: Update, context: BotContext) -> None:
    """The words of the answer, or more of them; a reply to another case never goes into this one."""
    step = context.turn.step
    case = CaseId(step.payload["case"]) if step else None
    await context.services.handling.refuse_other_case(quoted_in(update), case)
    await say_preview(context, await context.services.answers.add(words_of(update), _source(update)))


async def reply(update: Update, context: BotContext) -> None:
    """A reply to any message of a case is an answer in that case; a reply to anything else is loose."""
    message = update.effective_message
    quoted_message = message.reply_to_message if message else None
    answers = context.services.answers
    case = await context.services.handling.of_message(quoted_message.message_id) if quoted_message else None
    if case is not None:
        await say_preview(context, await answers.write(case.id, words_of(update), _source(update)))
    elif context.turn.step is None or answers.has_loose:
        await ask_which(update, context)
    else:
        await context.services.handling.refuse_other_case(quoted_in(update))
        await write(update, context)


async def ask_which(update: Update, context: BotContext) -> None:
    """Words of staff that belong to no case yet: never a report, so they are asked about; with no case, not kept."""
    answers = context.services.answers
    if not answers.has_loose and not await context.services.work.mine_first(1):
        await context.say("loose-none")
        return
    version = await answers.keep_loose(words_of(update), _source(update))
    await context.say(WHICH, version=version)


async def belongs(update: Update, context: BotContext) -> None:
    """This case: the loose words become a draft of an answer in it."""
    version, case_id = arguments(update, 2)
    draft = await context.services.answers.belongs(number(version), CaseId(number(case_id)))
    await show_preview(context, draft)


async def drop_loose(update: Update, context: BotContext) -> None:
    (version,) = arguments(update, 1)
    await context.services.answers.drop_loose(number(version))
    await context.show("loose-dropped")


async def quick(update: Update, context: BotContext) -> None:
    """⚡: an answer that people wrote in every language, with its blanks filled in; also to put one right."""
    case_id, answer_id, filling = arguments(update, 3)
    case = await context.services.handling.handled_open(CaseId(number(case_id)))
    answer = await context.services.quick_answers.choose(answer_id)
    words = await filled_in(context, answer, case, filling)
    correction = await context.services.corrections.quick(case.id, words)
    if correction is not None:
        await say_correction(context, correction)
        return
    await say_preview(context, await context.services.answers.quick(case.id, words))


async def send(update: Update, context: BotContext) -> None:
    """✅: only now it leaves."""
    (version,) = arguments(update, 1)
    message = await context.services.answers.send(number(version))
    await context.show("answer-sent", of_case=message.case, message=message.id)


async def leave_others_out(update: Update, context: BotContext) -> None:
    """👤: to this resident alone."""
    (version,) = arguments(update, 1)
    await show_preview(context, await context.services.answers.only_this(number(version)))


async def as_note(update: Update, context: BotContext) -> None:
    """📝: the same words, for staff only."""
    (version,) = arguments(update, 1)
    case = await context.services.answers.as_note(number(version))
    readers = context.staff.organisation or "none"
    await context.show("note-kept", of_case=case.id, number=case.number, readers=readers)


async def stop(update: Update, context: BotContext) -> None:
    """✖️: nothing leaves."""
    (version,) = arguments(update, 1)
    case = await context.services.answers.stop(number(version))
    await context.show("answer-stopped", of_case=case.id, number=case.number)


async def ask_about_draft(happening: Happening, context: BotContext) -> None:
    """Ten minutes without a decision: the draft is asked about; one that is gone is told of."""
    if await still_waits(happening, context):
        draft = await context.services.answers.draft_of(context.person)
        if draft is not None:
            await say_preview(context, draft)


async def ask_about_loose(happening: Happening, context: BotContext) -> None:
    """The same for words that belong to no case yet."""
    if await still_waits(happening, context):
        await context.say(WHICH, version=happening.detail["version"])


def _stop(context: BotContext) -> Buttons:
    step = context.turn.step
    return row(button("answer-stop", "desk-stop", step.version)) if step else ()


def _source(update: Update) -> int | None:
    return update.effective_message.message_id if update.effective_message else None


async def _write_view(scene: Scene) -> Screen | None:
    """In which language: Dutch, or in a conversation that of the resident's words."""
    case = await Dossiers(scene.turn).case(scene.intent.case)
    if case is None or scene.turn.staff is None:
        return None
    language = await DeskWords(scene.turn).language_of(case)
    own = "none" if language == scene.turn.city.master.code else name_of(scene.turn.city, language)
    return Screen(scene.text("answer-write", number=case.number, language=own), scene.intent.buttons)


async def _preview_view(scene: Scene) -> Screen | None:
    """What will leave, as it stands when this is written; nothing once it was decided about."""
    person = scene.turn.person
    draft = await Answers(scene.turn).draft_of(person) if person else None
    if draft is None:
        return None
    words = draft.words
    parts = [
        scene.text("answer-preview-title", number=draft.case.number, alias=draft.case.alias),
        quoted(Reading(words.text)) if words.text else None,
        attached_words(scene, words),
        await _how_it_is_read(scene, draft),
        await to_twins(scene, draft.case, draft.along),
    ]
    return Screen(lines(*parts), going_back(draft) + only_this(draft) + scene.intent.buttons)


async def _how_it_is_read(scene: Scene, draft: Draft) -> Html | None:
    """Whether a translation follows, judged by what was written in the case and not by the person's setting."""
    if draft.texts:
        return scene.text("answer-by-people")
    if draft.foretold is not None:
        return foretold_words(scene, draft, draft.foretold)
    if (own := await DeskWords(scene.turn).language_of(draft.case)) != scene.turn.city.master.code:
        return scene.text("answer-as-written", language=name_of(scene.turn.city, own))
    messages = await Dossiers(scene.turn).messages(draft.case)
    is_foreign = bool({*languages_said(messages)} - {scene.turn.city.master.code})
    if not is_foreign or not draft.words.text:
        return None
    return scene.text("answer-translation", by="machine" if scene.turn.rules.machine else "person")


async def _which_view(scene: Scene) -> Screen:
    """The reader's own cases first, then what waits for somebody."""
    version = scene.intent.values["version"]
    cases = await Work(scene.turn).mine_first(MOST_OFFERED)
    offered = [named(case_line(scene, case), "desk-belongs", version, case.id) for case in cases]
    stopping = button("answer-stop", "desk-loose-stop", version)
    return Screen(scene.text(WHICH if offered else "loose-none"), two_columns(offered) + row(stopping))


async def _sent_view(scene: Scene) -> Screen | None:
    """In the place of the preview: what left."""
    case, message = await Dossiers(scene.turn).case(scene.intent.case), await message_of(scene)
    if case is None or message is None:
        return None
    words = quoted(Reading(message.words.text)) if message.words.text and not case.sensitive else None
    sent = scene.text("answer-sent", number=case.number)
    said = lines(sent, words, attached_words(scene, message.words))
    further = button("digest-work", "digest-work")
    if not Corrections(scene.turn).may_still(message):
        return Screen(said, row(further))
    until = clock_of(scene, Corrections(scene.turn).until(message))
    buttons = row(button("answer-correct", "desk-correct", message.id), further)
    return Screen(lines(said, scene.text("answer-may-correct", until=until)), buttons)


VIEWS: Final[Mapping[str, View]] = {
    "answer-write": _write_view,
    PREVIEW: _preview_view,
    WHICH: _which_view,
    "answer-sent": _sent_view,
}
# A press on the menu's keyboard is a text too.
ON_MENU: Final = (
    Labelled(menu.REPORT)
    | Labelled(menu.ASK)
    | Labelled(menu.CASES)
    | Labelled(menu.NEWS)
    | Labelled(menu.WIJKMANAGER)
    | Labelled(menu.SETTINGS)
)


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    here = PRIVATE & AtTheDesk() & WORDS
    return [
        pressed("desk-answer", begin),
        pressed("desk-quick", quick),
        pressed("desk-send", send),
        pressed("desk-only-this", leave_others_out),
        pressed("desk-as-note", as_note),
        pressed("desk-stop", stop),
        pressed("desk-belongs", belongs),
        pressed("desk-loose-stop", drop_loose),
        HappeningHandler(DRAFT_WAITS, ask_about_draft),
        HappeningHandler(LOOSE_WAITS, ask_about_loose),
        MessageHandler(here & filters.REPLY & (Loose() | InStep(ANSWER) | InStep(LOOSE)), reply),
        MessageHandler(PRIVATE & FROM_STAFF & WORDS & InStep(ANSWER), write),
        MessageHandler(here & ~ON_MENU & (Loose() | InStep(LOOSE)), ask_which),
    ]
