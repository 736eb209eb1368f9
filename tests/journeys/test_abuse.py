"""Very much from one person, or from very many at once: kept whole, told together, and nobody is banned by a machine."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from bot.domain.people import Places, Role
from playground.people import Person
from storage.database import Transaction
from tests.journeys.conftest import Opens
from tests.journeys.story import HOME
from tests.journeys.town import Player, Town
from tests.small_limits import CASES, MESSAGES, city_in

PAUSE: Final = timedelta(seconds=11)
DAY: Final = timedelta(hours=24, minutes=1)
MANY: Final = 15
CAST: Final = (
    "Elena writes very much; what she reads is in her language",
    "Karel is the wijkmanager of Waterschei-Noord",
    "In this city three messages are many already, two cases an hour, and four cards",
)


@dataclass(frozen=True, slots=True)
class Words:
    """What Elena says in one language."""

    code: str
    name: str
    story: str
    line: str
    danger: str
    other: str


LANGUAGES: Final = (
    Words(
        "nl",
        "Nederlands",
        "Er ligt weer afval voor de deur.",
        "En nu nog een zak",
        "Het brandt in de gang!",
        "Er is lawaai in de nacht",
    ),
    Words(
        "tr",
        "Türkçe",
        "Kapının önünde yine çöp var.",
        "Bir torba daha",
        "Koridor yanıyor!",
        "Gece gürültü var",
    ),
    Words(
        "bg",
        "Български",
        "Пак има боклук пред вратата.",
        "И още един чувал",
        "Пожар в коридора!",
        "Има шум през нощта",
    ),
)
each_language = pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.code)


async def _messages(tx: Transaction) -> int:
    row = await tx.one("SELECT COUNT(*) AS n FROM case_messages WHERE author = 'resident'")
    return int(row["n"]) if row else 0


async def moved_in(town: Town, words: Words, user: int = 5_500_000_701, name: str = "Elena") -> Player:
    """Somebody who has chosen a language."""
    player = town.moves_in(name, town.line.telegram.person(user, name, language_code=words.code))
    await player.starts()
    await player.taps(words.name)
    return player


async def reports(player: Player, words: Words, story: str, category: str = "waste") -> str:
    """By writing, a tap for what it is, a typed place and a tap to send; the number."""
    town, before = player.town, await player.town.numbers()
    await player.taps(town.label(words.code, "menu-report"))
    await player.says(story)
    await player.taps(town.line.running.city.category(category).button(words.code))
    if town.label(words.code, "draft-send") not in player.phone.buttons():
        await player.says("Waterschei-Noord")
    await player.taps(town.label(words.code, "draft-send"))
    return next(number for number in await town.numbers() if number not in before)


async def _sounds(tx: Transaction) -> list[bool]:
    """Whether the digests of floods came without a sound, oldest first; those that staff asked for make none."""
    rows = await tx.all(
        "SELECT silent FROM outbox WHERE name = 'case-flood' AND act = 'send' AND replies_to IS NOT NULL ORDER BY id"
    )
    return [bool(row["silent"]) for row in rows]


def writes_much(line: str, times: int = MANY, to: int | None = None) -> "Much":
    return Much(line, times, to)


@dataclass(frozen=True, slots=True)
class Much:
    """So many messages, one after the other, perhaps all as replies to one."""

    line: str
    times: int
    to: int | None

    def __call__(self, phone: Person) -> None:
        for at in range(self.times):
            phone.says(f"{self.line} {at + 1}", self.to)


@each_language
async def test_who_floods_is_answered_at_a_pause_and_the_desk_reads_one_message(
    opens: Opens, tmp_path: Path, words: Words
) -> None:
    title = f"Very much from one person: {words.name}"
    async with opens(title, CAST, WIJKLIJN_CITY=city_in(tmp_path)) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        town.transcript.chapter("A report")
        elena = await moved_in(town, words)
        number = await reports(elena, words, words.story)
        await town.later(timedelta(hours=1), "an hour has passed")
        town.transcript.chapter("Fifteen messages at once")
        receipt = elena.message(number)["message_id"]
        read = await elena.does(f"replies {MANY} times in a row", writes_much(words.line, MANY, receipt))
        assert len(read) == MESSAGES + 1, (
            "each is answered until it is much, and that it is much is said once"
        )
        gathered = [text for text in karel.fresh if text.startswith("📥")]
        assert gathered == [
            f"📥 Dossier {number}: {MANY - MESSAGES} berichten van de bewoner erbij. Alles is bewaard."
        ]
        assert await town.line.read(_messages) == 1 + MANY
        await town.later(PAUSE, "a few seconds of silence")
        assert elena.fresh == [town.label(words.code, "flood-kept")]
        await karel.taps(town.label("nl", "flood-show"))
        shown = "\n".join(karel.fresh)
        assert all(f"{words.line} {at}" in shown for at in range(MESSAGES + 1, MESSAGES + 11))
        assert f"{MANY - MESSAGES - 10} berichten" in shown
        town.transcript.chapter("Danger is answered at once, also then")
        read = await elena.says(words.danger, to=number)
        assert any("112" in text for text in read)
        assert any(words.danger in text and "➕" in text for text in karel.fresh), (
            "the desk reads it at once too"
        )
        await town.later(PAUSE, "a few seconds of silence")
        town.transcript.chapter("A day of rest")
        await _rests(town, elena, karel, number, words)
        town.transcript.compare(f"abuse-{words.code}", await town.names())


async def _rests(town: Town, elena: Player, karel: Player, number: str, words: Words) -> None:
    await karel.says(f"/dossier {number}")
    await karel.taps("⋯ Meer", below=f"Melding {number}")
    await karel.taps(town.label("nl", "desk-quiet"))
    assert elena.fresh == [], "nothing happens before somebody is sure"
    await karel.taps(town.label("nl", "quiet-yes"))
    assert "112" in elena.fresh[-1]
    await town.later(timedelta(hours=2), "two hours have passed")
    await elena.says(words.line, to=number)
    assert elena.fresh, "she is answered as always"
    assert "📥" in karel.fresh[-1]
    assert await town.line.read(_sounds) == [False, True, True]
    await karel.taps(town.label("nl", "quiet-end"))
    await elena.says(words.line, to=number)
    assert words.line in "\n".join(karel.fresh)


@each_language
async def test_a_flood_before_anything_was_sent_is_one_report_with_all_of_it(
    opens: Opens, tmp_path: Path, words: Words
) -> None:
    async with opens("", WIJKLIJN_CITY=city_in(tmp_path)) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        elena = await moved_in(town, words)
        read = await elena.does("writes a lot", writes_much(words.line))
        assert read.count(town.label(words.code, "flood-begins")) == 1
        assert len(read) <= MESSAGES + 1
        await town.line.restart()
        await town.later(PAUSE, "a pause")
        kept, question = elena.fresh
        assert kept == town.label(words.code, "flood-kept")
        assert question
        await elena.taps(town.line.running.city.category("waste").button(words.code))
        await elena.says("Waterschei-Noord")
        await town.later(PAUSE, "a pause")
        await elena.taps(town.label(words.code, "draft-send"))
        assert await town.line.read(_messages) == MANY
        await karel.taps("📁 Toon dossier")
        assert f"{words.line} 1" in "\n".join(karel.phone.heard())
        assert any(text.startswith("📥") for text in karel.phone.heard())


async def test_more_than_a_few_cases_an_hour_come_as_one_digest_and_urgent_ones_alone(
    opens: Opens, tmp_path: Path
) -> None:
    words = LANGUAGES[0]
    async with opens("", WIJKLIJN_CITY=city_in(tmp_path)) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        elena = await moved_in(town, words)
        numbers = []
        for at in range(CASES + 3):
            await town.goes_by(timedelta(minutes=11))
            numbers.append(await reports(elena, words, f"{words.other} {at}", "noise"))
        cards = [number for number in numbers if f"Melding {number}" in "\n".join(karel.phone.heard())]
        assert cards == numbers[:CASES]
        digest = karel.message("nieuwe meldingen")
        assert digest["text"] == "📥 3 nieuwe meldingen wachten\n3 × 🔊 Lawaai · Waterschei-Noord"
        assert sum("nieuwe melding" in text for text in karel.phone.heard()) == 1
        await karel.taps(town.label("nl", "digest-work"))
        assert all(number in karel.fresh[-1] for number in numbers)
        await town.goes_by(timedelta(minutes=11))
        await elena.taps(town.label("nl", "menu-report"))
        await elena.says(words.danger)
        await elena.taps(town.label("nl", "danger-now"))
        await elena.taps(town.line.running.city.category("noise").button("nl"))
        await elena.says("Waterschei-Noord")
        await elena.taps(town.label("nl", "draft-send"))
        assert "Dringend" in "\n".join(karel.fresh)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("people", [500])
async def test_many_new_people_at_once_are_all_kept_and_the_desk_reads_one_digest(
    opens: Opens, tmp_path: Path, people: int
) -> None:
    async with opens("", WIJKLIJN_CITY=city_in(tmp_path)) as town:
        greet = await town.appoints("Greet", 5_500_000_805, Role.COORDINATOR, Places())
        crowd = [
            town.line.telegram.person(9_000 + at, f"P{at}", language_code=LANGUAGES[at % 3].code)
            for at in range(people)
        ]
        for hundred in range(0, people, 100):
            await _all_report(town, crowd[hundred : hundred + 100])
        assert len(await town.numbers()) == people
        assert all("✅" in "\n".join(person.heard()) for person in crowd)
        heard = greet.phone.heard()
        assert sum("Melding " in text and "📍" in text for text in heard) == 4
        assert f"{people - 4} × 🗑 Afval · Waterschei-Noord" in "\n".join(heard)
        assert len(heard) < 20


async def _all_report(town: Town, crowd: Sequence[Person]) -> None:
    """Everybody at once, from the first word to the number; all of it within ten minutes of the story."""
    spoken = [(person, LANGUAGES[at % 3]) for at, person in enumerate(crowd)]
    waste = town.line.running.city.category("waste")

    def writes(person: Person, words: Words) -> None:
        person.taps_label(words.name)
        person.says(words.story)

    acts: tuple[Callable[[Person, Words], object], ...] = (
        lambda person, _: person.starts(),
        writes,
        lambda person, words: person.taps_label(waste.button(words.code)),
        lambda person, _: person.says("Waterschei-Noord"),
        lambda person, words: person.taps_label(town.label(words.code, "draft-send")),
    )
    for act in acts:
        for person, words in spoken:
            act(person, words)
        await town.settles()
    town.clock.advance(timedelta(minutes=1))
