"""What only the whole city file can show: names that point nowhere, names given twice, languages that differ."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.domain.asked_first import check_asked_first
from bot.domain.city import DUTCH, PLACEHOLDER, City, Kept, Wijk
from bot.domain.city_words import ReadWording, Words
from bot.domain.places import metres_between
from bot.domain.toml_table import Table, meant

ID_SHAPE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ID_MOST: Final = 40  # a button carries 64 bytes, a poster's link "wijk-" and the id
MESSAGE_MOST: Final = 300  # what a small phone shows without scrolling
FAR_METRES: Final = 50_000  # no municipality is so wide: latitude and longitude have changed places
LISTS_WITH_IDS: Final = ("wijken", "partners", "categories", "quick_answers", "common_questions")


def check_ids(root: Table) -> None:
    """Complain of ids that are given twice or have the wrong shape, and of names given twice."""
    for key in LISTS_WITH_IDS:
        tables = root.tables(key)
        _check_shapes(tables)
        _check_once(root, key, "id", tables)
    for key, name in (
        ("wijken", "name"),
        ("wijken", "code"),
        ("stadsdelen", "name"),
        ("municipalities", "name"),
        ("retention", "kept"),
        ("help_numbers", "number"),
    ):
        _check_once(root, key, name, root.tables(key))


def _check_shapes(tables: Iterable[Table]) -> None:
    for table in tables:
        name = table.values.get("id")
        if isinstance(name, str) and name and (len(name) > ID_MOST or not ID_SHAPE.fullmatch(name)):
            table.wrong("id", f"is {name!r}", f"small letters, digits and hyphens, at most {ID_MOST}")


def _check_once(root: Table, key: str, name: str, tables: Iterable[Table]) -> None:
    said = Counter(value.casefold() for table in tables if isinstance(value := table.values.get(name), str))
    for value, times in said.items():
        if times > 1:
            root.wrong(key, f'{name} "{value}" is given {times} times', f"every {name} once")


def check_words(city: City, words: Words) -> None:
    """Complain of texts that differ between languages in what must be equal."""
    begun = {language for read in words.read for language in read.wording.words} | {DUTCH}
    needed = [language.code for language in city.languages if language.code in begun]
    for read in words.read:
        _check_languages(read, needed, [language.code for language in city.languages])
        _check_placeholders(read)
        _check_numbers(read)
        _check_length(read)


def _check_languages(read: ReadWording, needed: Sequence[str], known: Sequence[str]) -> None:
    for language in read.wording.words:
        if language not in known:
            read.table.wrong(
                f"{read.key}.{language}",
                "is a language that [languages] does not name",
                f"one of {', '.join(known)}",
            )
    for language in needed:
        if not read.wording.is_in(language):
            read.table.wrong(f"{read.key}.{language}", "is missing", "the text in this language as well")


def _check_placeholders(read: ReadWording) -> None:
    dutch = set(PLACEHOLDER.findall(read.wording.words.get(DUTCH, "")))
    for language, text in read.wording.words.items():
        here, key = set(PLACEHOLDER.findall(text)), f"{read.key}.{language}"
        if unknown := here - read.placeholders:
            read.table.wrong(key, f"has {_braced(unknown)}", _braced(read.placeholders) or "no placeholder")
        elif here != dutch:
            read.table.wrong(
                key, f"has {_braced(here) or 'no placeholder'}", f"{_braced(dutch) or 'none'}, as in Dutch"
            )
        elif "{" in PLACEHOLDER.sub("", text) or "}" in PLACEHOLDER.sub("", text):
            read.table.wrong(
                key, "has a brace that belongs to no placeholder", "{name} in small letters, or no brace"
            )


def _check_numbers(read: ReadWording) -> None:
    dutch = _numbers(read.wording.words.get(DUTCH, ""))
    for language, text in read.wording.words.items():
        if _numbers(text) != dutch:
            expected = f"the numbers of the Dutch text: {', '.join(dutch) or 'none'}"
            read.table.wrong(
                f"{read.key}.{language}", f"has the numbers {', '.join(_numbers(text)) or 'none'}", expected
            )


def _check_length(read: ReadWording) -> None:
    for language, text in read.wording.words.items():
        if read.is_message and len(text) > MESSAGE_MOST:
            read.table.wrong(
                f"{read.key}.{language}", f"has {len(text)} characters", f"at most {MESSAGE_MOST}"
            )


def check_city(city: City, root: Table) -> None:
    """Complain of everything that names what is not there."""
    _check_languages_named(city, root)
    _check_needed(city, root)
    _check_partners(city, root)
    _check_questions(city, root)
    _check_names(city, root)
    check_asked_first(
        root, city.asked_first, [one.id for one in city.categories], [one.id for one in city.wijken]
    )
    wijken: Mapping[str, Wijk] = {wijk.id: wijk for wijk in city.wijken}
    for wijk in city.wijken:
        _check_stadsdeel(city, wijk, root)
        _check_neighbours(wijk, wijken, root)
        _check_far(city, wijk, root)


def _check_languages_named(city: City, root: Table) -> None:
    codes = [language.code for language in city.languages]
    if DUTCH not in codes:
        root.wrong("languages", 'has no "nl"', "Dutch, the text that counts, beside the other languages")
    for code in (code for code in codes if not re.fullmatch(r"[a-z]{2,3}", code)):
        root.wrong(f"languages.{code}", "is no language code", "two or three small letters, such as nl")
    for code in city.texts_confirmed:
        _must_be_known(root, "city.texts_confirmed", code, codes, "a language")
    worded: list[tuple[str, Iterable[str]]] = [
        (f"categories[{one.id}].words", one.words) for one in city.categories
    ]
    worded += [(f"common_questions[{one.id}].asked", one.asked) for one in city.common_questions]
    worded += [(f"glossary[{one.word}].say", one.say) for one in city.terms]
    worded += [(f"glossary[{one.word}].never", one.never) for one in city.terms]
    for key, words in worded:
        for code in words:
            _must_be_known(root, key, code, codes, "a language")


def _check_needed(city: City, root: Table) -> None:
    for key in ("wijken", "categories"):
        if not getattr(city, key):
            root.wrong(key, "is empty", "at least one")
    for kept in Kept:
        if all(term.kept is not kept for term in city.retention):
            root.wrong("retention", f'says nothing of "{kept}"', "a term for each thing that is kept")
    if any(category.sensitive for category in city.categories) and not city.sensitive_roles:
        root.wrong("sensitive.roles", "is empty", "at least one role that answers sensitive cases")


def _check_partners(city: City, root: Table) -> None:
    named = [
        (f"categories[{category.id}].handlers", partner)
        for category in city.categories
        for partner in category.handlers
    ]
    named += [
        (f"categories[{category.id}].about[{about.id}].handlers", partner)
        for category in city.categories
        for about in category.about
        for partner in about.handlers
    ]
    named += [
        (f"common_questions[{one.id}].partner", one.partner) for one in city.common_questions if one.partner
    ]
    named += [("office.partner", city.office.partner)] if city.office.partner else []
    known = [partner.id for partner in city.partners]
    for key, partner in named:
        _must_be_known(root, key, partner, known, "a partner")


def _check_questions(city: City, root: Table) -> None:
    categories = [category.id for category in city.categories]
    for one in city.common_questions:
        if one.category:
            _must_be_known(
                root, f"common_questions[{one.id}].category", one.category, categories, "a category"
            )


def _check_names(city: City, root: Table) -> None:
    wijken, aliases = [wijk.id for wijk in city.wijken], [alias.name for alias in city.aliases]
    for alias in city.aliases:
        if not alias.wijken:
            root.wrong(f"places.aliases.{alias.name}", "is empty", "at least one wijk")
        for wijk in alias.wijken:
            _must_be_known(root, f"places.aliases.{alias.name}", wijk, wijken, "a wijk")
    for name in city.said_first:
        _must_be_known(root, "places.said_first", name, aliases, "an alias")
    for name, times in Counter(name.casefold() for name in aliases).items():
        if times > 1:
            root.wrong(
                "places.aliases", f'"{name}" is given {times} times', "every name once, capitals aside"
            )


def _check_stadsdeel(city: City, wijk: Wijk, root: Table) -> None:
    if wijk.stadsdeel:
        names = [stadsdeel.name for stadsdeel in city.stadsdelen]
        _must_be_known(root, f"wijken[{wijk.id}].stadsdeel", wijk.stadsdeel, names, "a stadsdeel")
    elif wijk.stadsdeel_confirmed:
        root.wrong(
            f"wijken[{wijk.id}].stadsdeel_confirmed", "is true without a stadsdeel", "false, or the stadsdeel"
        )


def _check_neighbours(wijk: Wijk, wijken: Mapping[str, Wijk], root: Table) -> None:
    key = f"wijken[{wijk.id}].neighbours"
    for neighbour in wijk.neighbours:
        if neighbour == wijk.id:
            root.wrong(key, "names the wijk itself", "other wijken")
        elif neighbour in wijken and wijk.id not in wijken[neighbour].neighbours:
            root.wrong(key, f'names "{neighbour}", which does not name it back', "neighbours of each other")
        else:
            _must_be_known(root, key, neighbour, list(wijken), "a wijk")


def _check_far(city: City, wijk: Wijk, root: Table) -> None:
    middle = sorted(city.wijken, key=lambda one: one.centre.lat)[len(city.wijken) // 2].centre
    for point in (wijk.centre, *wijk.points):
        if metres_between(middle, point) > FAR_METRES:
            what = f"[{point.lat:g}, {point.lon:g}] lies far from the other wijken"
            return root.wrong(f"wijken[{wijk.id}]", what, "latitude first, then longitude")
    return None


def _must_be_known(root: Table, key: str, name: str, known: Sequence[str], what: str) -> None:
    if name not in known:
        root.wrong(
            key,
            f'names "{name}", which is not {what} of this file',
            f"{what} that the file has{meant(name, list(known))}",
        )


def _numbers(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text))


def _braced(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
