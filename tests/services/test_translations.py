"""Which words need a translation, and into what."""

from dataclasses import replace

import pytest

from bot.domain.cases import Author, Media, MediaKind, Words
from bot.domain.people import Places, Role
from bot.services.translations import Translations
from bot.services.turn import Rules, Turn
from tests.handlers.spoken import HOME, VOICE, reads, reported, said_in
from tests.line import Line

PHOTO = Media(MediaKind.PHOTO, "photo-of-nobody")


@pytest.mark.parametrize(
    ("reads_in", "author", "language", "words", "machine", "wanted"),
    [
        ("bg", Author.RESIDENT, "bg", Words("Няма ток."), False, [("nl", "human")]),
        ("bg", Author.RESIDENT, "bg", Words("Няма ток."), True, [("nl", "machine")]),
        ("bg", Author.RESIDENT, "bg", Words("Ето", (PHOTO,)), True, [("nl", "machine")]),
        ("bg", Author.RESIDENT, "bg", VOICE, True, [("nl", "human")]),
        ("bg", Author.RESIDENT, "bg", Words("👍 12"), True, []),
        ("bg", Author.RESIDENT, "bg", Words(media=(PHOTO,)), False, []),
        ("nl", Author.RESIDENT, "nl", Words("Geen stroom."), True, []),
        ("bg", Author.STAFF, "nl", Words("Ik kom."), True, [("bg", "machine")]),
        ("tr", Author.STAFF, "nl", Words("Ik kom."), False, [("tr", "human")]),
        ("nl", Author.STAFF, "nl", Words("Ik kom."), True, []),
    ],
)
async def test_words_are_wanted_in_the_language_of_who_reads_them(
    line: Line,
    reads_in: str,
    author: Author,
    language: str,
    words: Words,
    *,
    machine: bool,
    wanted: list[tuple[str, str]],
) -> None:
    resident = await reads(line, line.telegram.person(5_500_000_701, "Planted", language_code="nl"), reads_in)
    case = await reported(line, resident, Words("12"))

    async def say(turn: Turn) -> list[tuple[str, str]]:
        turn.rules = Rules(machine=machine)
        said = await said_in(turn, case, author, language, words)
        await Translations(turn).wanted(case, said)
        await Translations(turn).wanted(case, said)
        rows = await turn.tx.all(
            "SELECT language, state FROM translations WHERE case_message_id = :id", id=said.id
        )
        return [(row["language"], row["state"]) for row in rows]

    assert await line.turn(say) == wanted


async def test_what_staff_say_to_a_resident_who_erased_everything_is_translated_for_nobody(
    line: Line,
) -> None:
    resident = await reads(line, line.telegram.person(5_500_000_701, "Planted", language_code="bg"), "bg")
    case = await reported(line, resident, Words("12"))

    async def say(turn: Turn) -> int:
        await turn.tx.run("DELETE FROM people WHERE chat_id = 5500000701")
        said = await said_in(turn, case, Author.STAFF, "nl", "Ik kom.")
        await Translations(turn).wanted(case, said)
        return len(await turn.tx.all("SELECT id FROM translations"))

    assert await line.turn(say) == 0


async def test_words_of_a_sensitive_case_go_only_to_roles_that_the_city_names(line: Line) -> None:
    resident = await reads(line, line.telegram.person(5_500_000_701, "Planted", language_code="bg"), "bg")
    worker = line.telegram.person(5_500_000_702, "Planted", language_code="nl")
    await line.invited(worker, Role.CONTACT_WORKER, Places((HOME,)), "bg")
    case = await reported(line, resident, Words("12"), sensitive=True)

    async def say(turn: Turn, roles: tuple[str, ...]) -> int:
        turn.city = replace(turn.city, sensitive_roles=roles)
        said = await said_in(turn, case, Author.RESIDENT, "bg", "Няма ток.")
        await Translations(turn).wanted(case, said)
        (request,) = [one for one in await Translations(turn).waiting() if one.message.id == said.id]
        return len(await Translations(turn).asked(request))

    assert await line.turn(lambda turn: say(turn, ("wijkmanager",))) == 0
    assert await line.turn(lambda turn: say(turn, ("contact-worker",))) == 1
