"""What stands in the files of texts, for who translates them and for the tests that look it over.

Every way in which a text may read, the values it needs, and which texts stand on buttons.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.texts import LOCALES

MASTER: Final = "nl"
# What stands for a value: nobody reads it, and it is one word.
VALUE: Final = "7"
# Given to every text by bot.opening.texts_of.
ALWAYS: Final = frozenset({"city", "role", "Role"})
BUTTONS: Final = frozenset({"button", "Labelled"})
# Characters of a button, and of what a text says itself, without what people wrote.
BUTTON: Final = 25
LONGEST: Final = 300
# The words of the reference for this place are longer than its own rule.
LONGER: Final = frozenset({("tr", "case-talk"), ("tr", "wijkmanager-talk")})
HANDLERS: Final = LOCALES.parent / "handlers"
PICTURE: Final = "\ufe0f"  # makes a picture of the sign before it, and takes no room

Entry = ftl.Message | ftl.Term | ftl.Junk


@dataclass(frozen=True, slots=True)
class Text:
    """One text as it stands in `file`, the name without its ending."""

    file: str
    name: str
    message: ftl.Message

    @property
    def values(self) -> frozenset[str]:
        """The values that it needs of its own."""
        return frozenset(variables(self.message)) - ALWAYS

    @property
    def words(self) -> str:
        """What it says itself outside of all choices."""
        elements = self.message.value.elements if self.message.value else []
        return "".join(part.value for part in elements if isinstance(part, ftl.TextElement))


def entries(language: str, folder: Path = LOCALES) -> Iterator[tuple[str, Entry]]:
    """(file without its ending, entry) of everything but comments; junk is what Fluent cannot read."""
    for file in sorted((folder / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message | ftl.Term | ftl.Junk):
                yield file.stem, entry


@cache
def texts(language: str, folder: Path = LOCALES) -> dict[str, Text]:
    """Every text of a language by its name."""
    found = ((file, entry) for file, entry in entries(language, folder) if isinstance(entry, ftl.Message))
    return {entry.id.name: Text(file, entry.id.name, entry) for file, entry in found}


def variables(node: object) -> set[str]:
    if isinstance(node, ftl.VariableReference):
        return {node.id.name}
    if isinstance(node, ftl.BaseNode):
        return set().union(*(variables(value) for value in vars(node).values()), set())
    if isinstance(node, list):
        return set().union(*(variables(item) for item in node), set())
    return set()


def readings(language: str, name: str, value: str = VALUE, folder: Path = LOCALES) -> list[str]:
    """The text with each of its variants once, the others as they are by default; the default comes first."""
    pattern = texts(language, folder)[name].message.value
    return list(dict.fromkeys(_Reader(language, value, folder).all(pattern))) if pattern else []


def said(language: str, name: str, value: str = VALUE, folder: Path = LOCALES) -> str:
    """The text as it mostly reads; nothing where it is not there."""
    found = readings(language, name, value, folder) if name in texts(language, folder) else []
    return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class _Reader:
    language: str
    value: str
    folder: Path

    def all(self, pattern: ftl.Pattern) -> Iterator[str]:
        yield self.read(pattern, {})
        for at, select in enumerate(_selects(pattern)):
            for variant in range(len(select.variants)):
                yield self.read(pattern, {at: variant})

    def read(self, pattern: ftl.Pattern, chosen: dict[int, int]) -> str:
        written: list[str] = []
        at = 0
        for part in pattern.elements:
            if isinstance(part, ftl.TextElement):
                written.append(part.value)
            elif isinstance(part.expression, ftl.SelectExpression):
                variants = part.expression.variants
                default = next(place for place, one in enumerate(variants) if one.default)
                written.append(self.read(variants[chosen.get(at, default)].value, {}))
                at += 1
            else:
                written.append(self._placed(part.expression))
        return "".join(written)

    def _placed(self, expression: object) -> str:
        if isinstance(expression, ftl.MessageReference):
            return said(self.language, expression.id.name, self.value, self.folder)
        if isinstance(expression, ftl.StringLiteral):
            return str(expression.parse()["value"])
        return self.value


def _selects(pattern: ftl.Pattern) -> list[ftl.SelectExpression]:
    placeables = (part for part in pattern.elements if isinstance(part, ftl.Placeable))
    return [part.expression for part in placeables if isinstance(part.expression, ftl.SelectExpression)]


def is_too_long_for_button(language: str, name: str, reading: str) -> bool:
    return len(reading.replace(PICTURE, "")) > BUTTON and (language, name) not in LONGER


@cache
def labels() -> frozenset[str]:
    """The texts that stand on buttons and keys, as code names them: nothing has to be kept beside it.

    Where it names only how they begin, those of which something else is made are left out: they are said.
    """
    named = set().union(*map(_labels_in, _modules()))
    begun = tuple(name.removesuffix("*") for name in named if name.endswith("*"))
    said = set().union(*(_said_in(tree) for tree in _modules().values()))
    return frozenset(
        name
        for name in texts(MASTER)
        if name in named or (name.startswith(begun) and name not in said and not _is_sentence(name))
    )


def _is_sentence(name: str) -> bool:
    return any(one.endswith((".", "?")) for one in readings(MASTER, name))


def _said_in(tree: ast.Module) -> set[str]:
    """Every name that stands anywhere but in a button."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    on_buttons = {id(call.args[0]) for call in calls if getattr(call.func, "id", "") in BUTTONS}
    return {
        str(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and id(node) not in on_buttons
    }


@cache
def _modules() -> dict[str, ast.Module]:
    files = sorted(HANDLERS.glob("*.py"))
    return {file.stem: ast.parse(file.read_text(encoding="utf-8")) for file in files}


@cache
def _constants(module: str) -> dict[str, str]:
    """Names of texts that stand in a constant, `BACK: Final = "draft-back"`: of the module itself, else of the menu."""
    found = {} if module == "menu" else dict(_constants("menu"))
    for node in _modules()[module].body:
        if (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and isinstance(node.value, ast.Constant)
        ):
            found[node.target.id] = str(node.value.value)
    return found


def _labels_in(module: str) -> set[str]:
    calls = (node for node in ast.walk(_modules()[module]) if isinstance(node, ast.Call) and node.args)
    named = (call.args[0] for call in calls if getattr(call.func, "id", "") in BUTTONS)
    return {name for argument in named for name in _names(argument, _constants(module))}


def _names(argument: ast.expr, constants: dict[str, str]) -> Iterator[str]:
    if isinstance(argument, ast.Constant):
        yield str(argument.value)
    elif isinstance(argument, ast.Name) and argument.id in constants:
        yield constants[argument.id]
    elif isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
        yield str(argument.values[0].value) + "*"
    elif isinstance(argument, ast.IfExp):
        yield from _names(argument.body, constants)
        yield from _names(argument.orelse, constants)
