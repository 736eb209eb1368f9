"""How texts look and read: buttons fit, texts say little at a time, and the Dutch is plain."""

import re
from collections.abc import Iterator

import pytest

from bot.written import is_too_long_for_button
from tests.wordings import LANGUAGES, labels, messages, readings

SENTENCES = 3
FEWEST_WORDS = 3
# Words that people type, and names of days; nobody reads these as sentences.
NO_PROSE = {"typed", "dates", "presenting"}
# Lists, the card of danger as the reference has it, and what must be said whole before it cannot be undone.
MORE = {
    "help-residents",
    "danger",
    "solved-talk",
    "erase-ask",
    "poster-heading",
    "again-noted",
    "refused-often-enough",
}

# Flesch-Douma, for Dutch: 206.84 - 77 * syllables per word - 0.93 * words per sentence. Above 80 is "easy", as in
# comics; 60 to 70 "standard". It sees only lengths: of a short text it says little, and of sense nothing.
EASY = 80
HARD = 50
ENOUGH_WORDS = 10
LONGEST_SENTENCE = 16
# On the door, in the law or on the phone: it is called so, however long it is.
NAMES = re.compile(
    r"contactmedewerkers?|wijkmanagers?|wijkbureau|co[öo]rdinator|nederlands(?:e)?|telegram|wijklijn",
    re.IGNORECASE,
)
# Words of an office, of a machine, and shortened ones.
JARGON = re.compile(
    r"\b(?:betreffende|conform|inzake|teneinde|alsmede|tevens|derhalve|middels|gelieve|dient|dienen|desgewenst|"
    r"dewelke|hieromtrent|dienaangaande|ingevolge|omtrent|onverwijld|vooralsnog|eventueel|respectievelijk|"
    r"ticket|account|feedback|gebruiker|applicatie|database|server|bot|error|systeem|procedure|registratie|"
    r"registreren|verwerking|indiening|aanvrager|melder|betrokkene|burger|"
    r"bijv|bv|etc|enz|d\.w\.z|m\.b\.t|i\.v\.m|t\.a\.v|o\.a|a\.u\.b|evt|resp|nvt)\b",
    re.IGNORECASE,
)
# Read by staff alone, who run the thing.
FOR_STAFF = {
    "alarms", "announce", "announcement", "answer", "behalf", "card", "card_words", "caseload", "closing",
    "consultation", "correcting", "digest", "flood", "hours", "late", "notes", "notices", "pattern",
    "quick_proposals", "reference", "relay", "sorting", "streets", "visiting", "work",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_on_a_button_fits_on_it(language: str) -> None:
    found = {(name, reading) for name in labels() for reading in readings(language, name, "")}
    assert len(found) > 130
    long = {name: reading for name, reading in found if is_too_long_for_button(language, name, reading)}
    assert long == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_begins_with_one_pictogram_at_most_and_is_one_line(language: str) -> None:
    readings_of_labels = [reading for name in labels() for reading in readings(language, name)]
    assert [one for one in readings_of_labels if "\n" in one or re.search(r"[☀-⛿🌀-🫿].*[🌀-🫿]", one)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_asks_one_question_and_says_three_sentences_at_most(language: str) -> None:
    wrong = {
        name: reading
        for name, reading in _to_residents(language)
        if name not in MORE and (reading.count("?") > 1 or _says(reading) > SENTENCES)
    }
    assert wrong == {}


def test_the_dutch_is_easy_by_its_measure() -> None:
    everything = "\n".join(reading for _, reading in _prose("nl"))
    hard = {
        name: round(ease)
        for name, reading in _to_residents("nl")
        if (ease := _ease(reading)) < HARD and _counts(reading)
    }
    print(f"\nFlesch-Douma of all that is said: {_ease(everything):.0f}")  # noqa: T201 - read with pytest -s
    assert _ease(everything) >= EASY
    assert hard == {}


def test_no_dutch_sentence_is_long() -> None:
    long = {
        name: one
        for name, reading in _prose("nl")
        for one in _sentences(reading)
        if len(_words(one)) > LONGEST_SENTENCE
    }
    assert long == {}


def test_residents_read_no_words_of_an_office_or_a_machine() -> None:
    found = {name: words for name, reading in _to_residents("nl") if (words := JARGON.findall(reading))}
    assert found == {}


@pytest.mark.parametrize(
    ("text", "is_easy"),
    [
        ("Wat is er gebeurd? Schrijf het, spreek het in of stuur een foto.", True),
        (
            "De behandelende administratie onderzoekt momenteel uitvoerig de ontvankelijkheid van uw verzoekschrift.",
            False,
        ),
    ],
)
def test_the_measure_tells_plain_words_from_those_of_an_office(text: str, *, is_easy: bool) -> None:
    assert (_ease(text) >= HARD) is is_easy


def _to_residents(language: str) -> list[tuple[str, str]]:
    """What residents read, and not staff alone."""
    return [
        (name, reading) for name, reading in _prose(language) if messages(language)[name][0] not in FOR_STAFF
    ]


def _prose(language: str) -> Iterator[tuple[str, str]]:
    """Every reading of what is said, without markup."""
    for name, (file, _) in messages(language).items():
        if file not in NO_PROSE and name not in labels():
            for reading in readings(language, name):
                yield name, re.sub(r"<[^>]*>", "", reading)


def _says(text: str) -> int:
    """How many sentences it is; a number, a name or "Melding 12345." is none."""
    return sum(len(_words(one)) >= FEWEST_WORDS for one in re.split(r"[.!?…](?:\s|$)|\n", text))


def _counts(text: str) -> bool:
    return len(_words(text)) >= ENOUGH_WORDS


def _ease(text: str) -> float:
    words, sentences = _words(NAMES.sub("mensen", text)), _sentences(text)
    return (
        206.84 - 77 * sum(map(_syllables, words)) / len(words) - 0.93 * len(words) / len(sentences)
        if words
        else 100
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def _sentences(text: str) -> list[str]:
    return [one for one in re.split(r"[.!?:;·\n]+", text) if _words(one)]


def _syllables(word: str) -> int:
    """As many as it has groups of vowels; ë and ï begin a new one."""
    return max(1, len(re.findall(r"[ëï]|ij|[aeiouyáéèöü]+", word.lower())))
