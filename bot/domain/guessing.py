"""Which of the line's languages a short message is in, by script, letters and small words; a guess, never a decision."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from re import Pattern
from typing import Final

from bot.domain.folding import fold, spellings

ENOUGH: Final = 600  # characters; nobody changes language in the middle of a message for longer
_FEWEST_LETTERS: Final = 4
_FEWEST_WORDS: Final = 4
_WORD: Final = re.compile(r"[^\W_]+")
_CYRILLIC: Final = re.compile(r"[а-яА-ЯёЁ]")
# Letters of other Cyrillic languages: whoever writes them does not write Bulgarian.
_NOT_BULGARIAN: Final = re.compile(r"[ыэёіїєґјљњћђў]", re.IGNORECASE)
_NOT_LATIN_OF_OURS: Final = re.compile(r"[ąęłśźżćńřěůőűțșãõñßåøæ]", re.IGNORECASE)
_LINK: Final = re.compile(r"\S+[./@]\w\S*")
# Words that carry little and stand in nearly every sentence, without diacritics; Bulgarian ones are found in Latin
# letters too, however they are spelt.
_SMALL: Final[Mapping[str, str]] = {
    "nl": """aan achter al alle alles als altijd antwoord auto autos ben bent bij buiten buren daar dag dagen dan dat de
        deur deze die dit doen door een elke en er geen graag hallo hebben hebt heeft heel hele hem het hier hij hoe
        hoeveel huis iemand ieder iedere iets ik in is ja jaar jij jullie kan kapot komen komt kunnen ligt maar maken
        mag mee meer meneer met mevrouw mij mijn moet morgen naar nee niet niets niks nog nooit nu of om onder ons onze
        ook op open over oude snel staan staat straat te tegen toch tot tussen uit uur vaak van veel voor vraag vuil
        waar waarom wanneer was wat we weer week wel welke werkt wie wij wil wonen woon word worden wordt zal ze zeer
        zich zijn zit zo zonder zou zij dank bedankt gisteren vandaag alstublieft gelieve goedemorgen goedemiddag""",
    "tr": """acaba aksam aksamlari ama arkasinda artik asagi bana ben beni benim bey bir biri birisi biz bize bizim
        boyle bu bugun buna bunu bunun burada buraya burasi butun cok cocuk cocuklar cunku daha dan de degil diye dun
        eger en evde evet evim fakat gece gecen gibi gun hafta hala hangi hanim hayir hem hep her hic icin icinde ile iki ise
        istiyorum iyi kadar kapi karsi kez kim kimse komsu komsular kotu lutfen mahalle merhaba mi misiniz mu musunuz
        neden nedir ne nerede nereye niye olan olarak olacak oldu olsun olur onlar onu orada oraya oyle peki saat
        saatte sag sana sabah selam sen sey simdi siz sizin sokak sokakta sonra sorun soru su surekli tesekkurler
        tesekkur tum uc uzerinde uzun var varmi vardi ve veya ya yani yarin yardim yeni yer yine yok yol yolda
        yolu zaman eski para olmuyor yanlis zor buyuk kucuk cevap polis""",
    "bg": """аз ако ами без беше боклук боклука бъде беля благодаря в вас ваш вече ви вие винаги вода време все всеки
        всички всичко всяка всяко говоря голям голяма да дали дано два две деца децата днес до добре добър добро друг
        един една едно ето жена за зад заради защо защото здравей здравейте знам и идва или им има имам имаме имат
        искам искаме как каква какво какви какъв като квартал квартала ко кога което които кой който колко кола коли
        колите къде къща ли лошо между ме мен ми миналата много мога може можете моля на навсякъде над нас наш наша
        нашата наши не него нея ни нещо ние никога никой нито нищо но нова нови нощ някой няма нямам нямаме нямат обаче
        около оне още от отговор пак по под помощ после почти пред през при проблем пълно път пътя работи с сам сама
        само са се сега седмица си след сме снимка съм със счупен счупена същото така такава там тази тези това тогава
        той толкова трябва тук тя ул улица улицата утре часа че човек ще хора хората чужди""",
}
_LETTERS: Final[Mapping[str, tuple[tuple[str, float], ...]]] = {
    "nl": (
        (r"ij|sch|aa|oo|ee|uu", 0.6),
        (r"(?:lijk|heid|tje|tjes|ing|ingen|lijke)$", 0.6),
        (r"[^aeiou]en$|oe|ui|eu|ie", 0.3),
        (r"ë|ï", 0.5),
        (r"^ge\w+(?:d|t|en)$|^ver\w+|^be\w+en$", 0.4),
    ),
    "tr": (
        (r"[şğı]", 1.2),
        (r"[çöü]", 0.6),
        (r"[ıiuü]yor\w*$|yor(?:um|uz|lar)?$", 1.0),
        (r"\w{2}(?:lar|ler)(?:[ıi]\w*|da|de|dan|den)?$", 0.7),
        (r"\w{2}(?:mak|mek|m[ıi]s|mış|miş|muş|d[ıi]k|acak|ecek|acag\w+|eceg\w+)\w{0,4}$", 0.7),
        (r"\w{3}(?:nda|nde|ndan|nden|daki|deki|taki|teki|s[ıi]nda|m[ıi]z|n[ıi]n|n[ıi]z|na|ne|im|um|imi|umu)$", 0.4),
        (r"\w{3}(?:s[ıi]n|s[uü]n)$", 0.5),
        (r"\w{3}(?:ir|ur|ar|er)(?:im|um|iz|uz|mi|sin|siniz)?$", 0.2),
    ),
    "bg": (
        (r"[a-z](?:4|6)|(?:4|6)[a-z]|(?<!^)q(?!u)|sht|zh|[a-z]j[aeiou]?|ts[aeiu]|kv|vd|vs|zd|mn[ao]", 0.6),
        (r"\w{3}(?:ata|ta|oto|to|ite|ete|te|iya|iq|iat|yat|ia)$", 0.5),
        (r"\w{2}(?:ova|eva|ski|ska|sko|vam|vame|vat|nete|hme|ha|me|sh|at|ya)$", 0.4),
        (r"^(?:pr[eio]|za|iz|raz|po|na|ot|ob|vs)\w{3,}", 0.3),
    ),
}  # fmt: skip
_SMALL_COUNTS: Final = 1.0
_CERTAIN: Final = 1.0
_AHEAD: Final = 1.3


def guess(text: str) -> str | None:
    """The code of the language, of Dutch, Turkish and Bulgarian; None when it may be any of them, or another."""
    said = _LINK.sub(" ", text[:ENOUGH])
    if sum(map(str.isalpha, said)) < _FEWEST_LETTERS:
        return None
    cyrillic = len(_CYRILLIC.findall(said))
    if cyrillic and 2 * cyrillic >= sum(map(str.isalpha, said)):
        return None if _NOT_BULGARIAN.search(said) else "bg"
    return None if _NOT_LATIN_OF_OURS.search(said) else _decided(_scores(said))


def source_of(text: str, own: str) -> str | None:
    """What to translate from: the language that the text is surely in, `own` when it says too little to tell.

    None when it says enough and is of no one language: mixed, or of another people's.
    """
    if (guessed := guess(text)) is not None:
        return guessed
    return own if len(_WORD.findall(_LINK.sub(" ", text))) < _FEWEST_WORDS else None


def _decided(scores: Mapping[str, float]) -> str | None:
    """The highest, when it is high and well ahead of the next."""
    best, next_best, *_ = sorted(scores, key=lambda language: -scores[language])
    most, next_most = scores[best], scores[next_best]
    return best if most >= _CERTAIN and most >= _AHEAD * next_most else None


def _scores(text: str) -> dict[str, float]:
    scores = dict.fromkeys(_SMALL, 0.0)
    for word in _words(text):
        small = _languages_of(word)
        for language in small:
            scores[language] += _SMALL_COUNTS / len(small)
        for language, points in _letter_points(word):
            scores[language] += points
    return scores


def _words(text: str) -> Iterator[str]:
    """In lower case, with their diacritics; a name of a street is no sign of a language."""
    for found in _WORD.finditer(text.replace("İ", "i").replace("'", " ").replace("’", " ")):
        word = unicodedata.normalize("NFC", found[0]).lower()
        if not word.endswith(("straat", "laan", "plein", "weg")):
            yield word


def _languages_of(word: str) -> list[str]:
    plain = _plain(word)
    found = [language for language in ("nl", "tr") if plain in _listed(language)]
    return [*found, "bg"] if _bulgarian().fullmatch(fold(word)) else found


def _letter_points(word: str) -> Iterator[tuple[str, float]]:
    for language, signs in _LETTERS.items():
        for sign, points in signs:
            if re.search(sign, word):
                yield language, points


def _plain(word: str) -> str:
    split = unicodedata.normalize("NFKD", word.replace("ı", "i"))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


@cache
def _listed(language: str) -> frozenset[str]:
    return frozenset(map(_plain, _SMALL[language].split()))


@cache
def _bulgarian() -> Pattern[str]:
    return re.compile("|".join(map(spellings, _SMALL["bg"].split())))
