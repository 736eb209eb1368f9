"""What a resident wrote, as staff read it: Dutch, else its translation, else as it is; always marked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape

from bot.domain.cases import ON_CARD, CaseMessage, CaseMessageId
from bot.domain.guessing import languages_said
from bot.domain.slices import shortened, slices
from bot.services.dossiers import Dossiers, Translation
from bot.services.translations import name_of
from bot.texts import Html
from handlers.phrases import lines
from handlers.render import Scene


@dataclass(frozen=True, slots=True)
class Reading:
    """The words to read, and the line that says what they are; no line for what was written in Dutch.

    `beside`: the original, of a translation that somebody should check.
    """

    text: str
    mark: Html | None = None
    beside: "Reading | None" = None


async def reading_of(scene: Scene, message: CaseMessage) -> Reading:
    """The words in the language of the desk where they are there."""
    dutch = scene.turn.city.master.code
    if message.said_in == dutch:
        return Reading(message.said, heard_mark(scene, message))
    made = await Dossiers(scene.turn).wanted(message, dutch)
    if made is None or not made.done:
        return Reading(message.said, _by_machine(scene, message, _awaited(made)))
    if made.doubtful:
        return Reading(made.text, _by_machine(scene, message, "check"), original_of(scene, message))
    if made.engine:
        return Reading(made.text, _by_machine(scene, message, "machine"))
    return Reading(made.text, mark_of(scene, message, "person"))


def _awaited(made: Translation | None) -> str:
    """What is said of words that have no translation yet: none is wanted, one will come, the machine could not."""
    if made is None:
        return "original"
    return "failed" if made.by_person and made.tried else "waiting"


def original_of(scene: Scene, message: CaseMessage) -> Reading:
    return Reading(message.said, _by_machine(scene, message, "original"))


def heard_mark(scene: Scene, message: CaseMessage) -> Html | None:
    """That a machine wrote down what was spoken; None for what was written."""
    return scene.text("words-heard") if message.heard and not message.words.text else None


def _by_machine(scene: Scene, message: CaseMessage, state: str) -> Html:
    """As mark_of(), of words that may come from a machine's ear."""
    return lines(heard_mark(scene, message), mark_of(scene, message, state))


def mark_of(scene: Scene, message: CaseMessage, state: str) -> Html:
    """What language it is and who translated; the language is that of the words, never said of the person."""
    if not languages_said([message]):
        return scene.text("words-mark-unsure", state=state)
    name = name_of(scene.turn.city, message.said_in)
    return scene.text("words-mark", state=state, code=message.said_in, own=name)


def quoted(reading: Reading, text: str | None = None) -> Html:
    """People's own words set apart, below their mark."""
    words = Html(f"<blockquote>{escape(reading.text if text is None else text, quote=False)}</blockquote>")
    marked = Html(f"{reading.mark}\n{words}") if reading.mark else words
    beside = reading.beside
    return Html(f"{marked}\n{quoted(beside)}") if beside is not None and beside.text else marked


def part_of(reading: Reading, part: int, parts: int) -> Html:
    """One of so many slices, with what stands beside it."""
    beside = reading.beside
    if beside is not None:
        beside = replace(beside, text=_slice(beside.text, part, parts))
    return quoted(replace(reading, text=_slice(reading.text, part, parts), beside=beside))


def _slice(text: str, part: int, parts: int) -> str:
    """The last holds all that is left, for a translation may be longer."""
    pieces = slices(text)
    return "".join(pieces[part:]) if part + 1 >= parts else "".join(pieces[part : part + 1])


async def words_on_card(scene: Scene, messages: Iterable[CaseMessage]) -> list[Html]:
    """As much of what was written as a card holds, from the first words on."""
    room, quotes = ON_CARD, list[Html]()
    for message in messages:
        reading = await reading_of(scene, message)
        text = shortened(reading.text, room)
        room -= len(text)
        if text and reading.beside is not None:
            beside = shortened(reading.beside.text, room)
            room -= len(beside)
            reading = replace(reading, beside=replace(reading.beside, text=beside))
        if text:
            quotes.append(quoted(reading, text))
    return quotes


async def message_of(scene: Scene) -> CaseMessage | None:
    """The case message that the intent is about; None when it was erased since."""
    return await Dossiers(scene.turn).message(CaseMessageId(int(scene.intent.values["message"] or 0)))
