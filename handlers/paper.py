"""The words of a poster, out of the texts of every language of the city."""

from typing import Final

from bot.domain.city import City, Wijk
from bot.printing.poster import Poster, PosterWords
from bot.texts import Texts

STEPS: Final = ("poster-scan", "poster-start", "poster-send")


def poster_of(texts: Texts, city: City, wijk: Wijk, bot: str) -> Poster:
    """The poster of one wijk in every language of the city, Dutch first. `bot`: its username."""
    master = city.master.code
    others = [language.code for language in city.languages if language.code != master]
    return Poster(
        title=texts.label(master, "poster-title", wijk=wijk.name),
        line=texts.label(master, "poster-line"),
        wijk=wijk.name,
        city=texts.label(master, "poster-city"),
        link=f"https://t.me/{bot}?start=wijk-{wijk.id}",
        languages=[_words(texts, language, is_master=language == master) for language in (master, *others)],
    )


def _words(texts: Texts, language: str, *, is_master: bool) -> PosterWords:
    return PosterWords(
        heading=texts.label(language, "poster-heading"),
        about=texts.label(language, "poster-about"),
        steps=[texts.label(language, step) for step in STEPS],
        unseen=texts.label(language, "poster-unseen"),
        danger=texts.label(language, "poster-danger"),
        mark="" if is_master else texts.label(language, "poster-mark"),
    )
