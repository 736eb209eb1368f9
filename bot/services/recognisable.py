"""Recognisable: what in a text may tell who somebody is; it warns who is about to send it, and changes nothing."""

from functools import lru_cache
from typing import Final

from bot.domain.city import City
from bot.domain.names import names_in
from bot.services.turn import Turn
from bot.translation.personal import Kind, found_in

NAME: Final = "name"
OTHER: Final = "other"
# In the words of whoever is warned: a telephone number, a register number, an address of mail, or any other number.
_SAID: Final = {
    Kind.PHONE: "phone",
    Kind.REGISTER_NUMBER: "register-number",
    Kind.EMAIL: "email",
    Kind.USERNAME: "email",
    Kind.ACCOUNT: OTHER,
    Kind.CARD: OTHER,
    Kind.PLATE: OTHER,
    Kind.LONG_NUMBER: OTHER,
}
_SHORT: Final = 3


def recognisable_in(turn: Turn, text: str) -> tuple[str, ...]:
    """Which kinds of it the text holds, each once: "name", "phone", "register-number", "email", "other"."""
    found = [NAME] if names_in(text, known_words(turn.city)) else []
    found += [_SAID[one.kind] for one in found_in(text) if one.kind in _SAID]
    return tuple(dict.fromkeys(found))


def says_who(turn: Turn, text: str) -> bool:
    """Whether it holds what is of one person alone; a telephone number or an address may be the city's own."""
    return not {NAME, "register-number", OTHER}.isdisjoint(recognisable_in(turn, text))


@lru_cache(maxsize=2)
def known_words(city: City) -> frozenset[str]:
    """Every word of the names of places and services, in small letters, that is no first name by itself."""
    names = [city.name, *(wijk.name for wijk in city.wijken), *(one.name for one in city.partners)]
    names += [stadsdeel.name for stadsdeel in city.stadsdelen]
    names += [alias.name for alias in city.aliases] + list(city.streets.names)
    words = {word.casefold() for name in names for word in name.replace("-", " ").split()}
    return frozenset(word for word in words if len(word) > _SHORT)
