"""➕: a quick answer that staff write themselves, in every language by people, and offered once it is approved."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.city import DUTCH
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Buttons
from bot.domain.permissions import may_approve_answers
from bot.domain.quick import Proposal, ProposalId, ProposalState, as_typed
from bot.services.quick_answers import ASKS, DECIDED, LABEL, OWN, PREVIEW, PROPOSE, READY, QuickAnswers
from bot.services.steps import Step
from bot.services.translations import name_of
from bot.texts import Html
from handlers.buttons import arguments, button, column, number, pressed, row
from handlers.case_words import Reading, quoted
from handlers.phrases import lines, listed
from handlers.refusing import ask_why
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE, WORDS, InStep, quoted_in, words_of

# What is asked for, by the step that waits for it.
_ASKED: Final[Mapping[str, str]] = {LABEL: "propose-label-ask", PREVIEW: "propose-preview"}


async def begin(_: Update, context: BotContext) -> None:
    """➕: the Dutch first."""
    begun = await context.services.quick_answers.begin()
    await context.say("propose-ask", buttons=_stop(begun.version))


async def write(update: Update, context: BotContext) -> None:
    """The Dutch, its name, or one language of what a colleague proposed."""
    await context.services.handling.refuse_other_case(quoted_in(update))
    step = await context.services.quick_answers.write(words_of(update))
    if step.step == OWN:
        await context.say("quick-written")
        return
    await context.say(_ASKED[step.step], buttons=_leaving(step))


def _leaving(step: Step) -> Buttons:
    sending = (button("answer-send", "quick-send", step.version),) if step.step == PREVIEW else ()
    return row(*sending, button("answer-stop", "quick-stop", step.version))


def _stop(version: int) -> Buttons:
    return row(button("answer-stop", "quick-stop", version))


async def send(update: Update, context: BotContext) -> None:
    """✅: colleagues write it in the other languages."""
    (version,) = arguments(update, 1)
    proposal = await context.services.quick_answers.send(number(version))
    await context.show("propose-sent", proposal=proposal.id)


async def stop(update: Update, context: BotContext) -> None:
    (version,) = arguments(update, 1)
    await context.services.quick_answers.stop(number(version))
    await context.show("propose-stopped")


async def begin_own(update: Update, context: BotContext) -> None:
    """✍️: what is written next is this language of it."""
    proposal, language = arguments(update, 2)
    begun = await context.services.quick_answers.begin_own(ProposalId(number(proposal)), language)
    await context.say("quick-write", proposal=begun.proposal, into=language, buttons=_stop(begun.version))


async def decide(update: Update, context: BotContext) -> None:
    """✅, ✖️ or 🗑: what the coordinator says of it; what is not good goes back with a word."""
    proposal, verb = arguments(update, 2)
    if verb == "no":
        refusals = context.services.refusals
        await ask_why(context, await refusals.of_proposal(ProposalId(number(proposal)), context.pressed))
        return
    if verb not in _VERBS:
        raise ButtonExpired
    decided = await context.services.quick_answers.decide(ProposalId(number(proposal)), _VERBS[verb])
    shown = await context.services.screens.values(context.pressed, READY)
    await context.show(READY, proposal=decided.id, listed=bool(shown.get("listed")))


_VERBS: Final = {"yes": ProposalState.APPROVED, "gone": ProposalState.REMOVED}


async def _preview_view(scene: Scene) -> Screen | None:
    """As it will be proposed."""
    begun = await QuickAnswers(scene.turn).pending()
    if begun is None or not begun.label:
        return None
    heading = scene.text("propose-preview", label=begun.label)
    return Screen(lines(heading, quoted(Reading(as_typed(begun.text)))), scene.intent.buttons)


async def _asks_view(scene: Scene) -> Screen | None:
    """What is proposed, and the languages in which who reads may write it."""
    proposal, staff = await _proposal(scene), scene.turn.staff
    if proposal is None or staff is None:
        return None
    may_write = QuickAnswers(scene.turn).may_write
    missing = [code for code in proposal.missing(scene.turn.city) if may_write(staff, code)]
    names = listed(scene, (name_of(scene.turn.city, code) for code in missing)) if missing else "none"
    keys = _writing(scene, proposal, missing)
    return Screen(lines(scene.text(ASKS, languages=names), _dutch(proposal)), keys)


async def _write_view(scene: Scene) -> Screen | None:
    """The Dutch to go by."""
    proposal = await _proposal(scene)
    if proposal is None:
        return None
    language = name_of(scene.turn.city, str(scene.intent.values["into"]))
    return Screen(lines(scene.text("quick-write", language=language), _dutch(proposal)), scene.intent.buttons)


async def _ready_view(scene: Scene) -> Screen | None:
    """Every language below each other, with what can be decided now; only for who decides."""
    proposal, staff = await _proposal(scene), scene.turn.staff
    if proposal is None or staff is None or not may_approve_answers(staff):
        return None
    missing = proposal.missing(scene.turn.city) if proposal.state is ProposalState.PROPOSED else ()
    heading = scene.text(READY, state="missing" if missing else proposal.state.value, label=proposal.label)
    why = quoted(Reading(proposal.refusal)) if proposal.refusal else None
    texts = (*_texts(scene, proposal), *(_lacking(scene, code) for code in missing))
    back = row(button("desk-back", "waiting", 0)) if scene.intent.values.get("listed") else ()
    return Screen(lines(heading, why, *texts), _deciding(scene, proposal) + back)


def _deciding(scene: Scene, proposal: Proposal) -> Buttons:
    """What can be decided now, and the languages that must be written first."""
    is_open = proposal.state is ProposalState.PROPOSED
    missing = proposal.missing(scene.turn.city) if is_open else ()
    offered = {
        "yes": is_open and not missing,
        "no": is_open,
        "gone": proposal.state is ProposalState.APPROVED,
    }
    verbs = [verb for verb, is_offered in offered.items() if is_offered]
    keys = tuple(button(f"quick-{verb}", "quick-decide", proposal.id, verb) for verb in verbs)
    return _writing(scene, proposal, missing) + ((keys,) if keys else ())


def _writing(scene: Scene, proposal: Proposal, missing: Iterable[str]) -> Buttons:
    names = {code: name_of(scene.turn.city, code) for code in missing}
    return column(
        *(button("quick-own", "quick-own", proposal.id, code, language=name) for code, name in names.items())
    )


def _lacking(scene: Scene, code: str) -> Html:
    return scene.text("quick-lacking", language=name_of(scene.turn.city, code))


def _texts(scene: Scene, proposal: Proposal) -> Iterable[Html]:
    for language in scene.turn.city.languages:
        if language.code in proposal.texts:
            yield scene.text("quick-language", language=language.name)
            yield quoted(Reading(as_typed(proposal.texts[language.code])))


async def _decided_view(scene: Scene) -> Screen | None:
    """To who proposed it."""
    proposal = await _proposal(scene)
    if proposal is None:
        return None
    why = quoted(Reading(proposal.refusal)) if proposal.refusal else None
    return Screen(lines(scene.text(DECIDED, state=proposal.state.value, label=proposal.label), why))


async def _sent_view(scene: Scene) -> Screen | None:
    proposal = await _proposal(scene)
    return Screen(scene.text("propose-sent", label=proposal.label)) if proposal else None


def _dutch(proposal: Proposal) -> Html:
    return quoted(Reading(as_typed(proposal.texts[DUTCH])))


async def _proposal(scene: Scene) -> Proposal | None:
    return await QuickAnswers(scene.turn).find(ProposalId(int(scene.intent.values["proposal"] or 0)))


VIEWS: Final[Mapping[str, View]] = {
    "propose-preview": _preview_view,
    "propose-sent": _sent_view,
    "quick-write": _write_view,
    ASKS: _asks_view,
    READY: _ready_view,
    DECIDED: _decided_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("quick-new", begin),
        pressed("quick-send", send),
        pressed("quick-stop", stop),
        pressed("quick-own", begin_own),
        pressed("quick-decide", decide),
        MessageHandler(PRIVATE & FROM_STAFF & WORDS & InStep(PROPOSE), write),
    ]
