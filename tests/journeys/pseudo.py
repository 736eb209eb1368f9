"""A fourth language for a test: the Dutch texts in letters that nobody mistakes for Dutch, and a city that speaks it."""

import re
import shutil
from pathlib import Path
from typing import Final

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

from bot.texts import LOCALES

CODE: Final = "de"
NAME: Final = "Pseudo"
_LETTERS: Final = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_MARKUP: Final = re.compile(r"(<[^>]*>)")


class _Strange(Transformer):
    """Changes what is read, and neither markup nor what Fluent itself reads."""

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802 # Fluent's own name
        node.value = strange(node.value)
        return node


def strange(text: str) -> str:
    """The text in the fourth language."""
    parts = _MARKUP.split(text)
    return "".join(part if at % 2 else part.translate(_LETTERS) for at, part in enumerate(parts))


def new_language(folder: Path) -> Path:
    """The locales with one folder more; where they are."""
    locales = folder / "locales"
    shutil.copytree(LOCALES, locales)
    (locales / CODE).mkdir()
    for file in sorted((LOCALES / "nl").glob("*.ftl")):
        resource = _Strange().visit(FluentParser().parse(file.read_text(encoding="utf-8")))
        (locales / CODE / file.name).write_text(FluentSerializer().serialize(resource), encoding="utf-8")
    return locales


def city_that_speaks_it(folder: Path) -> Path:
    """The city file of Genk with one line more."""
    genk = (LOCALES.parent / "cities" / "genk.toml").read_text(encoding="utf-8")
    line = 'bg = "Български"\n'
    assert genk.count(line) == 1
    city = folder / "genk.toml"
    city.write_text(genk.replace(line, f'{line}{CODE} = "{NAME}"\n'), encoding="utf-8")
    return city
