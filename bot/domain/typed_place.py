"""What somebody typed where a place was asked for: the name in it, and the number of the house."""

import re
from dataclasses import dataclass
from typing import Final

from bot.domain.spelling import plain

LETTERS_LEAST: Final = 3
LONGEST_NAME: Final = 60  # of a street
EDGES: Final = ".,;:!?\"'()«»„“”/\\-–—"
LONGEST_READ: Final = 120  # a place is a few words; what is longer is a story

HOUSE_NUMBER: Final = re.compile(
    r"(?:\b(?:huisnummer|nummer|numara|номер|nr|no)\b[\s.:]*|№\s*)?"
    r"\b(?P<house>\d{1,4}(?:\s?[a-hа-е]\b|/\d{1,3})?)(?!\w)"
    r"(?:[\s,]*\b(?:bus|box|daire|ап)\b[\s.:]*(?P<box>\w{1,5}))?",
    re.IGNORECASE,
)
TURKISH_SUFFIX: Final = re.compile(r"(?<=\w{3})['’`´](?:[dt][ae]n?|[ny]?[aeıiuü]|n?[ıiuü]n)\b", re.IGNORECASE)
AROUND: Final = (
    "kruispunt kruising tussen in de het op aan bij van te naar ter hoek naast tegenover voor achter en ik ben woon we wij wonen zit wijk buurt straat nr",
    "köşe köşesi köşesinde kavşak kavşağı ile ve yanında karşısında önünde arkasında sokak sokağı sokağında sokakta cadde caddesi caddesinde numara no mahalle mahallesi mahallesinde semti",
    "ъгъл ъгъла ъгълът кръстовище кръстовището между срещу пред зад на в във до при ул улица улицата квартал квартала кв номер",
)
FILLERS: Final = frozenset(plain(" ".join(AROUND)).split())


@dataclass(frozen=True, slots=True)
class TypedPlace:
    """Words folded by `spelling.plain`: `whole` has them all, `name` those without the number of the house."""

    whole: tuple[str, ...]
    name: tuple[str, ...]
    city: str
    house_number: str

    @property
    def readings(self) -> tuple[tuple[str, ...], ...]:
        """The name with ever less around it: the city's own name, "in the", "sokağı", "улица"."""
        without = tuple(word for word in self.name if word != self.city) or self.name
        return tuple(dict.fromkeys((self.name, without, _core(without))))


def read_typed(text: str, *, postcode: str, city: str) -> TypedPlace:
    """Take a typed place apart; the postcode says nothing in the city itself."""
    rest = re.sub(rf"\b{re.escape(postcode)}\b", " ", TURKISH_SUFFIX.sub("", text[:LONGEST_READ]))
    found = _house_number(rest)
    name = rest if found is None else f"{rest[: found.start()]} {rest[found.end() :]}"
    return TypedPlace(
        whole=tuple(plain(rest).split()),
        name=tuple(plain(name).split()),
        city=plain(city),
        house_number="" if found is None else _written(found),
    )


def street_in(text: str, *, postcode: str, city: str) -> str:
    """The name of a street as somebody wrote it, without what stands around it; empty when it is too long to be one."""
    rest = re.sub(rf"\b{re.escape(postcode)}\b", " ", TURKISH_SUFFIX.sub("", text))
    found = _house_number(rest)
    words = (rest if found is None else f"{rest[: found.start()]} {rest[found.end() :]}").split()
    bare = [word.strip(EDGES) for word in words]
    around = FILLERS | {"", plain(city)}
    while bare and plain(bare[0]) in around:
        bare.pop(0)
    while bare and plain(bare[-1]) in around:
        bare.pop()
    name = " ".join(word for word in bare if word)
    is_name = LETTERS_LEAST <= len(name) <= LONGEST_NAME and any(letter.isalpha() for letter in name)
    return name[:1].upper() + name[1:] if is_name else ""


def _house_number(text: str) -> re.Match[str] | None:
    """Find the last number: "Winterslag 2, nr. 14" names a wijk with a number before that of the house."""
    return max(HOUSE_NUMBER.finditer(text), key=lambda found: found.start(), default=None)


def _written(found: re.Match[str]) -> str:
    house = re.sub(r"\s", "", found["house"])
    return f"{house} bus {found['box']}" if found["box"] else house


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    said = [place for place, word in enumerate(words) if word not in FILLERS]
    return words[said[0] : said[-1] + 1] if said else words
