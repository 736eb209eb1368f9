"""Lists what a city has not confirmed yet, for `wijklijn check`."""

from collections.abc import Iterable, Iterator

from bot.domain.city import DUTCH, City, Confidence, Wording


def unconfirmed(city: City) -> list[str]:
    """Say in one line each, in English, what the city still has to confirm or fill in."""
    return [
        *_places(city),
        *_people(city),
        *_numbers(city),
        *_neighbours(city),
        *_routes(city),
        *_terms(city),
        *_words(city),
    ]


def _places(city: City) -> Iterator[str]:
    yield from _named(
        "stadsdelen that are a guess", (one.name for one in city.stadsdelen if not one.confirmed)
    )
    guessed = (wijk.id for wijk in city.wijken if wijk.stadsdeel and not wijk.stadsdeel_confirmed)
    yield from _named("wijken whose stadsdeel is a guess", guessed)
    if city.stadsdelen:
        yield from _named(
            "wijken without a stadsdeel", (wijk.id for wijk in city.wijken if not wijk.stadsdeel)
        )
    yield from _named("wijken without a known street", (wijk.id for wijk in city.wijken if not wijk.streets))
    if city.streets.confidence is not Confidence.VERIFIED:
        yield f"street list: {len(city.streets.names)} streets, confidence {city.streets.confidence}"


def _people(city: City) -> Iterator[str]:
    if not city.office.confirmed:
        yield f"office: where the {city.role_name} can be found is not confirmed"
    if not city.office.hours:
        yield "office: no opening hours"
    if not city.sensitive_roles_confirmed:
        yield f"sensitive: who reads sensitive cases, and what may follow, is not confirmed ({', '.join(city.sensitive_roles)})"


def _numbers(city: City) -> Iterator[str]:
    hidden = (one.number for one in city.help_numbers if not one.shown)
    yield from _named("help numbers that residents do not see", hidden)
    doubtful = (
        one.number for one in city.help_numbers if one.shown and one.confidence is not Confidence.VERIFIED
    )
    yield from _named("help numbers that residents see unverified", doubtful)
    unsure = (one.id for one in city.partners if one.confidence is not Confidence.VERIFIED)
    yield from _named("partners that are not verified", unsure)
    mute = (one.id for one in city.partners if not (one.phone or one.email))
    yield from _named("partners without a phone number or e-mail address", mute)


def _neighbours(city: City) -> Iterator[str]:
    mute = (one.name for one in city.municipalities if not one.number)
    yield from _named("neighbouring municipalities without a number that residents may see", mute)


def _routes(city: City) -> Iterator[str]:
    nobody = (one.id for one in city.categories if not one.handlers)
    yield from _named("categories that no partner handles", nobody)
    about = (
        f"{category.id}/{one.id}"
        for category in city.categories
        for one in category.about
        if one.confidence is not Confidence.VERIFIED
    )
    yield from _named("matters whose handling is not verified", about)
    known = {one.id for one in city.partners if one.confidence is Confidence.VERIFIED}
    unsure = (one.id for one in city.common_questions if one.partner and one.partner not in known)
    yield from _named("common questions whose answer names a partner that is not verified", unsure)


def _terms(city: City) -> Iterator[str]:
    ruleless = (f"{term.kept} ({term.days} days)" for term in city.retention if not term.rule)
    yield from _named("retention terms without a rule they follow, after which nothing is erased", ruleless)
    if not city.answers.closed:
        yield "closed days: none given beside weekends and public holidays"


def _words(city: City) -> Iterator[str]:
    for language in city.languages:
        if language.code not in city.texts_confirmed:
            yield f"texts in {language.code}: {_state(city, language.code)}"


def _state(city: City, language: str) -> str:
    if language == DUTCH or any(wording.is_in(language) for wording in _wordings(city)):
        return "nobody has approved them"
    return "there are none, Dutch stands in for them"


def _wordings(city: City) -> Iterator[Wording]:
    yield from (category.label for category in city.categories)
    yield from (answer.text for answer in city.quick_answers)


def _named(what: str, names: Iterable[str]) -> Iterator[str]:
    listed = list(names)
    if listed:
        yield f"{what}: {', '.join(listed)}"
