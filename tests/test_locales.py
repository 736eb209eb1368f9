"""Every word people read: the same in all languages, complete, and short enough for a small phone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.domain.city_file import read_city
from bot.domain.errors import Refused
from bot.opening import texts_of
from bot.texts import LOCALES, LocaleWrong, TextMissing, Texts

ROOT = LOCALES.parent
LANGUAGES = ("nl", "tr", "bg")
MASTER = "nl"
LONGEST = 300
# Given to every text by bot.app.texts_of.
ALWAYS = {"city", "role", "Role"}
# Calls whose string arguments name a text, and the position of that argument.
NAMING = {
    "say": (0, 1),
    "show": (0,),
    "text": (0,),
    "label": (0,),
    "words": (0,),
    "button": (0,),
    "Labelled": (0,),
}
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def _entries(language: str) -> Iterator[tuple[str, ftl.Message | ftl.Term | ftl.Junk]]:
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message | ftl.Term | ftl.Junk):
                yield file.name, entry


def _messages(language: str) -> dict[str, tuple[str, ftl.Message]]:
    found = ((file, entry) for file, entry in _entries(language) if isinstance(entry, ftl.Message))
    return {entry.id.name: (file, entry) for file, entry in found}


def _variables(node: object) -> set[str]:
    if isinstance(node, ftl.VariableReference):
        return {node.id.name}
    if isinstance(node, ftl.BaseNode):
        return set().union(*(_variables(value) for value in vars(node).values()), set())
    if isinstance(node, list):
        return set().union(*(_variables(item) for item in node), set())
    return set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_junk_and_none_stands_twice(language: str) -> None:
    names = [entry.id.name for _, entry in _entries(language) if not isinstance(entry, ftl.Junk)]
    assert [entry.content for _, entry in _entries(language) if isinstance(entry, ftl.Junk)] == []
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != MASTER])
def test_every_language_has_the_same_texts_in_the_same_files(language: str) -> None:
    ours = {name: file for name, (file, _) in _messages(language).items()}
    assert ours == {name: file for name, (file, _) in _messages(MASTER).items()}


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != MASTER])
def test_every_language_uses_the_same_values(language: str) -> None:
    master = {name: _variables(entry) - ALWAYS for name, (_, entry) in _messages(MASTER).items()}
    ours = {name: _variables(entry) - ALWAYS for name, (_, entry) in _messages(language).items()}
    assert {name: (values, master[name]) for name, values in ours.items() if values != master[name]} == {}


def _sources() -> Iterator[Path]:
    for folder in ("handlers", "bot/services", "bot/engine", "bot/commands"):
        yield from sorted((ROOT / folder).rglob("*.py"))
    yield from (ROOT / "bot/domain/errors.py", ROOT / "bot/texts.py", ROOT / "bot/app.py")


def _named_in_code() -> Iterator[tuple[str, str]]:
    """(where, name of a text) for every call that names one with a literal."""
    for path in _sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                for name in _named_in_call(node):
                    yield f"{path.name}:{node.lineno}", name


def _named_in_call(call: ast.Call) -> Iterator[str]:
    function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    arguments = [call.args[at] for at in NAMING.get(function, ()) if at < len(call.args)]
    arguments += [keyword.value for keyword in call.keywords if keyword.arg == "label"]
    for argument in arguments:
        if (
            isinstance(argument, ast.Constant)
            and isinstance(argument.value, str)
            and NAME.fullmatch(argument.value)
        ):
            yield argument.value


def _views() -> set[str]:
    from handlers.register import FEATURES  # noqa: PLC0415 - telegram is slow to import

    return {name for feature in FEATURES for name in feature.VIEWS}


def test_every_text_that_code_names_exists() -> None:
    known = set(_messages(MASTER)) | _views()
    missing = {f"{where} {name}" for where, name in _named_in_code() if name not in known}
    assert missing == set()


def test_every_refusal_has_its_words() -> None:
    def kinds(kind: type[Refused]) -> Iterator[type[Refused]]:
        yield kind
        for below in kind.__subclasses__():
            yield from kinds(below)

    assert {kind.message_id for kind in kinds(Refused)} <= set(_messages(MASTER))


def test_no_text_is_left_that_nobody_says() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in _sources())
    quoted = set(re.findall(r"[\"']([a-z][a-z0-9-]*)[\"']", code))
    begun = tuple(re.findall(r'f"([a-z][a-z0-9-]*-)\{', code))
    texts = "\n".join(path.read_text(encoding="utf-8") for path in (LOCALES / MASTER).glob("*.ftl"))
    quoted |= set(re.findall(r"\{ ([a-z][a-z0-9-]*) \}", texts))  # a text may be made of others
    unsaid = {name for name in _messages(MASTER) if name not in quoted and not name.startswith(begun)}
    assert unsaid == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_short(language: str) -> None:
    def words(entry: ftl.Message) -> str:
        elements = entry.value.elements if entry.value else []
        return "".join(part.value for part in elements if isinstance(part, ftl.TextElement))

    long = {
        name: len(words(entry))
        for name, (_, entry) in _messages(language).items()
        if len(words(entry)) > LONGEST
    }
    assert long == {}


def test_a_missing_word_or_value_raises() -> None:
    texts = Texts(["nl"])
    with pytest.raises(TextMissing, match="no-such-text"):
        texts("nl", "no-such-text")
    with pytest.raises(TextMissing, match="external: "):
        texts("nl", "staff-welcome", member="wijkmanager")


def test_values_are_escaped_and_labels_are_not() -> None:
    texts = Texts(["nl"], always={"city": "<b>Genk</b>"})
    assert "&lt;b&gt;Genk&lt;/b&gt;" in texts("nl", "who-sees-what")
    assert "<b>Genk</b>" in texts.label("nl", "who-sees-what")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "start.ftl").write_text("hello = Dag\nthis is no fluent\n")
    with pytest.raises(LocaleWrong, match=r"start\.ftl.*this is no fluent"):
        Texts(["nl"], tmp_path)


def test_a_language_without_texts_is_named(tmp_path: Path) -> None:
    with pytest.raises(LocaleWrong, match="'xx'"):
        Texts(["xx"], tmp_path)


def test_the_shipped_cities_have_texts() -> None:
    for file in sorted((ROOT / "cities").glob("*.toml")):
        city = read_city(file)
        assert texts_of(city).languages == tuple(language.code for language in city.languages)


def test_in_bulgarian_what_is_said_of_a_case_agrees_with_the_word_for_it() -> None:
    files = (LOCALES / "bg").glob("*.ftl")
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    said = [line for line in lines if re.search(r"№ \{ \$number \} (е|остава)\b", line)]
    assert said
    for line in said:
        assert re.search(r"съобщение № \{ \$number \} (е|остава)( отново)? \w+о\.", line.casefold()) or (
            "проблемът от съобщение" in line
        )
