"""An answer before it leaves: shown once more, with what may become of it; for every handler that takes words for one."""

from typing import Final

from bot.context import BotContext
from bot.domain.cases import Words
from bot.domain.corrections import Correction
from bot.domain.intents import Buttons
from bot.domain.slices import shortened
from bot.services.answer_drafts import Draft
from bot.services.foretelling import SHOWN, Foretold
from bot.services.translations import name_of
from bot.texts import Html
from handlers.buttons import button, row
from handlers.case_words import Reading, quoted
from handlers.phrases import lines, media_words
from handlers.render import Scene

PREVIEW: Final = SHOWN
MOST_SHOWN: Final = 3_600  # characters of all words together: a preview that is changed is one message
# Of what has left already: what it said, and what is to take its place.
ASK_CORRECTION: Final = "correct-write"
SEE_CORRECTION: Final = "correct-preview"


async def say_preview(context: BotContext, draft: Draft) -> None:
    await context.say(PREVIEW, of_case=draft.case.id, buttons=_decisions(draft))


async def show_preview(context: BotContext, draft: Draft) -> None:
    """In the place of the pressed message."""
    await context.show(PREVIEW, of_case=draft.case.id, buttons=_decisions(draft))


def foretold_words(scene: Scene, draft: Draft, foretold: Foretold) -> Html:
    """How the resident will read it, and what that says in Dutch again; or that it is not there yet."""
    code, own = foretold.language, name_of(scene.turn.city, foretold.language)
    if not foretold.text:
        return scene.text("foretold-failed" if foretold.failed else "foretold-asked", code=code, own=own)
    state = "check" if foretold.doubtful else "machine" if foretold.engine else "person"
    room = (MOST_SHOWN - len(draft.words.text)) // (2 if foretold.back_asked else 1)
    there = Reading(shortened(foretold.text, room), scene.text("foretold", state=state, code=code, own=own))
    return lines(quoted(there), _back(scene, foretold, room))


def _back(scene: Scene, foretold: Foretold, room: int) -> Html | None:
    if not foretold.back_asked:
        return None
    if not foretold.back:
        return scene.text("foretold-back-asked")
    return quoted(Reading(shortened(foretold.back, room), scene.text("foretold-back")))


def going_back(draft: Draft) -> Buttons:
    """To what the machine's words say in Dutch; of words that return often, to a quick answer."""
    if draft.foretold is not None and draft.foretold.often:
        return row(button("foretold-propose", "foretold-propose", draft.version))
    if draft.foretold is None or not draft.foretold.may_go_back:
        return ()
    return row(button("foretold-ask-back", "foretold-back", draft.version))


def only_this(draft: Draft) -> Buttons:
    """To leave out whom the case goes with."""
    if not draft.along or draft.case.resident is None:
        return ()
    return row(button("answer-only-this", "desk-only-this", draft.version))


def _decisions(draft: Draft) -> Buttons:
    sending = button("answer-send", "desk-send", draft.version)
    noting = (button("answer-as-note", "desk-as-note", draft.version),) if draft.may_be_note else ()
    return row(sending, *noting) + row(button("answer-stop", "desk-stop", draft.version))


async def say_correction(context: BotContext, correction: Correction) -> None:
    """What is to take the place of what has left, or that it is waited for."""
    version, is_ready = correction.version, correction.is_ready
    leaving = (
        row(button("correct-bare", "desk-correct-bare", version)) if correction.has_more_than_text else ()
    )
    sending = (button("answer-send", "desk-correct-send", version),) if is_ready else ()
    stopping = row(*sending, button("answer-stop", "desk-correct-stop", version))
    name = SEE_CORRECTION if is_ready else ASK_CORRECTION
    await context.say(name, of_case=correction.case.id, buttons=leaving + stopping)


def attached_words(scene: Scene, words: Words) -> Html | None:
    """What goes along with the text: "2 foto's, een plaats"."""
    counted = [media_words(scene, words.media), scene.label("answer-spot") if words.spot else ""]
    attached = ", ".join(part for part in counted if part)
    return scene.text("answer-attached", media=attached) if attached else None
