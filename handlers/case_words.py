"""What a resident wrote, as staff read it: Dutch, else its translation, else as it is; always marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from bot.domain.cases import CaseMessage, CaseMessageId
from bot.domain.slices import shortened, slices
from bot.services.cards import ON_CARD
from bot.services.dossiers import Dossiers
from bot.services.translations import name_of
from bot.texts import Html
from handlers.render import Scene


@dataclass(frozen=True, slots=True)
class Reading:
    """The words to read, and the line that says what they are; no line for what was written in Dutch."""

    text: str
    mark: Html | None = None


async def reading_of(scene: Scene, message: CaseMessage) -> Reading:
    """The words in the language of the desk where they are there."""
    dutch = scene.turn.city.master.code
    if message.language == dutch:
        return Reading(message.words.text)
    done = await Dossiers(scene.turn).translation(message, dutch)
    if done is None:
        awaited = await Dossiers(scene.turn).is_translated(message, dutch)
        return Reading(message.words.text, mark_of(scene, message, "waiting" if awaited else "original"))
    return Reading(done.text, mark_of(scene, message, "machine" if done.engine else "person"))


def original_of(scene: Scene, message: CaseMessage) -> Reading:
    return Reading(message.words.text, mark_of(scene, message, "original"))


def mark_of(scene: Scene, message: CaseMessage, state: str) -> Html:
    """What language it is and who translated; the language is that of the message, never said of the person."""
    name = name_of(scene.turn.city, message.language)
    return scene.text("words-mark", state=state, code=message.language, own=name)


def quoted(reading: Reading, text: str | None = None) -> Html:
    """People's own words set apart, below their mark."""
    words = Html(f"<blockquote>{escape(reading.text if text is None else text, quote=False)}</blockquote>")
    return Html(f"{reading.mark}\n{words}") if reading.mark else words


def part_of(reading: Reading, part: int, parts: int) -> Html:
    """One of so many slices; the last holds all that is left, for a translation may be longer."""
    pieces = slices(reading.text)
    text = "".join(pieces[part:]) if part + 1 >= parts else "".join(pieces[part : part + 1])
    return quoted(reading, text)


async def words_on_card(scene: Scene, messages: Iterable[CaseMessage]) -> list[Html]:
    """As much of what was written as a card holds, from the first words on."""
    room, quotes = ON_CARD, list[Html]()
    for message in messages:
        reading = await reading_of(scene, message)
        text = shortened(reading.text, room)
        if room > 0 and text:
            quotes.append(quoted(reading, text))
        room -= len(text)
    return quotes


async def message_of(scene: Scene) -> CaseMessage | None:
    """The case message that the intent is about; None when it was erased since."""
    return await Dossiers(scene.turn).message(CaseMessageId(int(scene.intent.values["message"] or 0)))
