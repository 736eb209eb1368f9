"""Texts: every word that people read, from Fluent. A missing word or value raises; nothing is guessed."""

import os
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from bot.ftl import resources

LOCALES: Final = Path(__file__).resolve().parents[1] / "locales"
# fluent.runtime refuses values of more than 2,500 characters; people write up to 4,096, more once escaped.
_LONGEST: Final = 2_000
# Code points that are no characters, so that nobody writes them.
_ASIDE: Final = re.compile("\ufdd0[0-9]+\ufdd1")


class TextMissing(Exception):
    """A text is not there, or a value that it needs was not given."""


class LocaleWrong(Exception):
    """A locale cannot be used: one line that names the file and what is wrong."""


class Html(str):
    """Words that are HTML already: put into a text as they are."""

    __slots__ = ()


class Texts:
    """The texts of some languages. Values are escaped as HTML; numbers of cases are given as text.

    `always` are values that every text may use: the city's name and what its wijkmanager is called.
    """

    def __init__(
        self, languages: Iterable[str], folder: Path = LOCALES, *, always: Mapping[str, str] | None = None
    ) -> None:
        """Read `folder`/LANGUAGE/*.ftl. Raises LocaleWrong."""
        self._bundles: Mapping[str, FluentBundle] = {code: _bundle(folder / code, code) for code in languages}
        self._always: Mapping[str, str] = always or {}
        # Most texts, and nearly all labels, take no values of their own: once written they never change.
        self._written: dict[tuple[str, str], Html] = {}
        self._labels: dict[tuple[str, str], str] = {}
        self._everywhere: dict[str, tuple[str, ...]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._bundles)

    def __call__(self, language: str, name: str, /, **values: object) -> Html:
        """Write the text as HTML. Raises TextMissing."""
        if not values and (written := self._written.get((language, name))) is not None:
            return written
        safe = {key: _safe(value) for key, value in {**self._always, **values}.items()}
        text = Html(self._format(language, name, safe))
        if not values:
            self._written[language, name] = text
        return text

    def label(self, language: str, name: str, /, **values: object) -> str:
        """Write a button's or a command's words, which are never HTML. Raises TextMissing."""
        if not values and (written := self._labels.get((language, name))) is not None:
            return written
        words = self._format(language, name, {**self._always, **values})
        if not values:
            self._labels[language, name] = words
        return words

    def has(self, language: str, name: str) -> bool:
        return language in self._bundles and self._bundles[language].has_message(name)

    def labels(self, name: str) -> tuple[str, ...]:
        """The same label in every language: what a press on a reply keyboard may send."""
        if (known := self._everywhere.get(name)) is None:
            known = self._everywhere[name] = tuple(self.label(language, name) for language in self._bundles)
        return known

    def commands(self, language: str, names: Iterable[str]) -> list[dict[str, str]]:
        """Commands as Telegram lists them: Latin names, words in the language. Raises TextMissing."""
        return [{"command": name, "description": self.label(language, f"command-{name}")} for name in names]

    def _format(self, language: str, name: str, values: Mapping[str, object]) -> str:
        try:
            bundle = self._bundles[language]
            pattern = bundle.get_message(name).value
        except LookupError:
            raise TextMissing(f"{language}: {name} is not there") from None
        if pattern is None:
            raise TextMissing(f"{language}: {name} has no words")
        fitting, aside = _long_ones_aside(values)
        text, errors = bundle.format_pattern(pattern, fitting)
        if errors:
            # The error names the variable, never its value.
            raise TextMissing(f"{language}: {name}: {type(errors[0]).__name__}: {errors[0]}")
        return _ASIDE.sub(lambda mark: aside.get(mark[0], mark[0]), str(text)) if aside else str(text)


def _long_ones_aside(values: Mapping[str, object]) -> tuple[dict[str, object], dict[str, str]]:
    """The values with a mark in the place of what is too long for Fluent, and what each mark stands for."""
    fitting, aside = dict(values), dict[str, str]()
    for key, value in values.items():
        if isinstance(value, str) and len(value) > _LONGEST:
            mark = f"\ufdd0{len(aside)}\ufdd1"
            fitting[key], aside[mark] = mark, value
    return fitting, aside


def _safe(value: object) -> object:
    return escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Html) else value


def _bundle(folder: Path, code: str) -> FluentBundle:
    files = _files_in(folder)
    if not files:
        raise LocaleWrong(f"{folder}: there are no .ftl files, expected the texts of language {code!r}")
    return _read(code, files)


def _files_in(folder: Path) -> tuple[tuple[str, int], ...]:
    """Each file of texts, and when it was written."""
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as found:
        return tuple(sorted((one.path, one.stat().st_mtime_ns) for one in found if one.name.endswith(".ftl")))


@lru_cache(maxsize=32)
def _read(code: str, files: tuple[tuple[str, int], ...]) -> FluentBundle:
    """Reading is most of a start; what was read before and not written since (a check) is not read again."""
    # Bidi isolation marks would break links and copied case numbers; none of our languages needs them.
    bundle = FluentBundle([code], use_isolating=False)
    paths = [Path(path) for path, _ in files]
    for file, resource in zip(paths, resources(paths), strict=True):
        _refuse_junk(file, resource)
        bundle.add_resource(resource)
    return bundle


def _refuse_junk(file: Path, resource: ast.Resource) -> None:
    """Fluent keeps what it cannot read as silent junk; here that is an error."""
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            first_line = (entry.content or "").strip().splitlines()[0]
            raise LocaleWrong(f"{file}: cannot be read from {first_line!r} on")
