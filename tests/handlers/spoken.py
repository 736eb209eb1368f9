"""A case, and what is said in it, put in place without the steps that lead there."""

from bot.domain.cases import (
    Author,
    Case,
    CaseId,
    CaseKind,
    CaseMessage,
    CaseMessageId,
    CaseNumber,
    Media,
    MediaKind,
    Status,
    Words,
)
from bot.domain.city import CategoryId, WijkId
from bot.domain.people import ChatId
from bot.services.desk import Desk
from bot.services.people import People
from bot.services.translations import Translations
from bot.services.turn import Turn
from playground.people import Person
from storage.cases import insert_case
from storage.messages import insert_message
from tests.line import Line

HOME = WijkId("waterschei-noord")
VOICE = Words(media=(Media(MediaKind.VOICE, "voice-of-nobody"),))


async def reads(line: Line, person: Person, language: str) -> Person:
    """Somebody who has chosen a language."""
    name = {"nl": "Nederlands", "tr": "Türkçe", "bg": "Български"}[language]
    person.starts()
    await line.quiet()
    person.taps_label(name)
    await line.quiet()
    return person


async def reported(
    line: Line, by: Person, words: Words | str, *, sensitive: bool = False, wijk: WijkId | None = HOME
) -> Case:
    """A resident's case, with the first message translated where that is needed."""

    async def open_case(turn: Turn) -> Case:
        resident = await People(turn).meet(ChatId(by.user_id))
        draft = Case(
            id=CaseId(0),
            number=CaseNumber(""),
            alias="7F3K",
            kind=CaseKind.SIGNAL,
            status=Status.RECEIVED,
            created_at=turn.now,
            resident=resident.id,
            category=CategoryId("waste"),
            wijk=wijk,
            sensitive=sensitive,
        )
        case = await insert_case(turn.tx, draft)
        said = await said_in(turn, case, Author.RESIDENT, resident.language or "nl", words)
        await Desk(turn).new_case(case)
        await Translations(turn).wanted(case, said)
        return case

    case: Case = await line.turn(open_case)
    await line.quiet()
    return case


async def answered(line: Line, case: Case, words: Words | str) -> CaseMessage:
    """What the desk answers, in Dutch."""

    async def answer(turn: Turn) -> CaseMessage:
        said = await said_in(turn, case, Author.STAFF, "nl", words)
        await Translations(turn).wanted(case, said)
        return said

    said: CaseMessage = await line.turn(answer)
    await line.quiet()
    return said


async def said_in(turn: Turn, case: Case, author: Author, language: str, words: Words | str) -> CaseMessage:
    held = Words(words) if isinstance(words, str) else words
    message = CaseMessage(CaseMessageId(0), case.id, author, language, held, turn.now)
    return await insert_message(turn.tx, case, message)
