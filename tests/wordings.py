"""Every way in which a text of ours may read, and which texts stand on buttons."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.texts import LOCALES

ROOT = LOCALES.parent
LANGUAGES = ("nl", "tr", "bg")
# What stands for a value: nobody reads it, and it is one word.
VALUE = "7"
BUTTONS = frozenset({"button", "Labelled"})


@cache
def messages(language: str) -> dict[str, tuple[str, ftl.Message]]:
    """Every text of a language with the file it stands in, by its name."""
    found: dict[str, tuple[str, ftl.Message]] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                found[entry.id.name] = (file.stem, entry)
    return found


def readings(language: str, name: str, value: str = VALUE) -> list[str]:
    """The text with each of its variants once, the others as they are by default; the default comes first."""
    pattern = messages(language)[name][1].value
    if pattern is None:
        return []
    counts = [len(select.variants) for select in _selects(pattern)]
    default = _read(language, pattern, {}, value)
    others = (
        _read(language, pattern, {at: variant}, value)
        for at, count in enumerate(counts)
        for variant in range(count)
    )
    return list(dict.fromkeys([default, *others]))


def _selects(pattern: ftl.Pattern) -> list[ftl.SelectExpression]:
    placeables = (part for part in pattern.elements if isinstance(part, ftl.Placeable))
    return [part.expression for part in placeables if isinstance(part.expression, ftl.SelectExpression)]


def _read(language: str, pattern: ftl.Pattern, chosen: dict[int, int], value: str) -> str:
    written: list[str] = []
    at = 0
    for part in pattern.elements:
        if isinstance(part, ftl.TextElement):
            written.append(part.value)
        elif isinstance(part.expression, ftl.SelectExpression):
            variants = part.expression.variants
            default = next(place for place, one in enumerate(variants) if one.default)
            written.append(_read(language, variants[chosen.get(at, default)].value, {}, value))
            at += 1
        else:
            written.append(_placed(language, part.expression, value))
    return "".join(written)


def _placed(language: str, expression: object, value: str) -> str:
    if isinstance(expression, ftl.MessageReference):
        return readings(language, expression.id.name, value)[0]
    if isinstance(expression, ftl.StringLiteral):
        return str(expression.parse()["value"])
    return value


@cache
def labels() -> frozenset[str]:
    """The texts that stand on buttons and keys, as code names them.

    Where it names only how they begin, those of which something else is made are left out: they are said.
    """
    named = set().union(*map(_labels_in, _modules()))
    begun = tuple(name.removesuffix("*") for name in named if name.endswith("*"))
    said = set().union(*(_said_in(tree) for tree in _modules().values()))
    return frozenset(
        name
        for name in messages("nl")
        if name in named or (name.startswith(begun) and name not in said and not _is_sentence(name))
    )


def _is_sentence(name: str) -> bool:
    return any(one.endswith((".", "?")) for one in readings("nl", name))


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
    files = sorted((ROOT / "handlers").glob("*.py"))
    return {file.stem: ast.parse(Path(file).read_text(encoding="utf-8")) for file in files}


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
