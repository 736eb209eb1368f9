"""How a resident reads an answer: in the own language and marked, with the Dutch a press away, or beside it where it may be wrong."""

from html import escape
from typing import Final

from bot.domain.cases import CaseMessage
from bot.domain.intents import Button
from bot.services.dossiers import Translation
from bot.texts import Html
from handlers.buttons import button
from handlers.phrases import lines
from handlers.render import Scene

READ: Final = "translated"  # the verb of its buttons, and the three faces that they show
TRANSLATION: Final = "t"
ORIGINAL: Final = "o"
HIDDEN: Final = "h"


def face_of(scene: Scene) -> str:
    return str(scene.intent.values.get("face") or TRANSLATION)


def mark_of(scene: Scene, message: CaseMessage, translation: Translation) -> Html:
    """Who translated, and that the Dutch counts; of what was spoken, that it is to be listened to."""
    by = "doubtful" if translation.doubtful else "by-machine" if translation.engine else "by-person"
    heard = scene.text("translated-heard") if message.heard and translation.engine else None
    return lines(heard, scene.text(f"translated-{by}"))


def beside(scene: Scene, message: CaseMessage, translation: Translation) -> Html | None:
    """The Dutch, below a translation that may be wrong."""
    if not translation.doubtful:
        return None
    return Html(f"{scene.text('translated-beside')}\n<blockquote>{plain(message.said)}</blockquote>")


def turning(message: CaseMessage, translation: Translation, face: str) -> tuple[Button, ...]:
    """To the Dutch and back; where both stand there is nothing to turn over."""
    if face == ORIGINAL:
        return (turn_to(message, translation.language, "translated-again", TRANSLATION),)
    if translation.doubtful:
        return ()
    return (turn_to(message, translation.language, "translated-original", ORIGINAL),)


def turn_to(message: CaseMessage, into: str, label: str, face: str) -> Button:
    return button(label, READ, message.id, into, face)


def plain(text: str) -> Html:
    return Html(escape(text, quote=False))
