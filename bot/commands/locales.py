"""`wijklijn locales`: what a translation lacks, has too much of, or says too long; two languages side by side."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from fluent.syntax import ast as ftl

from bot.commands.findings import Finding
from bot.files import CannotStart
from bot.texts import LOCALES
from bot.written import (
    BUTTON,
    LONGEST,
    MASTER,
    Text,
    entries,
    is_too_long_for_button,
    labels,
    readings,
    said,
    texts,
)

# How a line of `diff` begins: only in the first, only in the second, other values, the same words.
ONLY_FIRST, ONLY_SECOND, OTHER, SAME = "-", "+", "~", "="
SHOWN: Final = 100


def check(languages: Sequence[str], folder: Path = LOCALES) -> list[Finding]:
    """Look each of these languages over beside Dutch; all that are there when none is named. Raises CannotStart."""
    chosen = languages or sorted(one.name for one in folder.iterdir() if one.is_dir())
    return [finding for language in chosen for finding in _checked(_there(language, folder), folder)]


def diff(first: str, second: str, folder: Path = LOCALES) -> list[str]:
    """A line for each text that is not in both with the same values, or says the same. Raises CannotStart."""
    ours, theirs = texts(_there(first, folder), folder), texts(_there(second, folder), folder)
    lines = [
        f"{line} {_said(first, name, folder)}".rstrip()
        for name in ours
        for line in _compared(ours[name], theirs.get(name))
    ]
    return lines + [
        f"{_line(ONLY_SECOND, text)} {_said(second, name, folder)}"
        for name, text in theirs.items()
        if name not in ours
    ]


def _there(language: str, folder: Path) -> str:
    if not language.isalpha() or not any((folder / language).glob("*.ftl")):
        known = ", ".join(sorted(one.name for one in folder.iterdir() if one.is_dir()))
        raise CannotStart(f"locales: there is no folder of that language; expected one of {known}")
    return language


def _checked(language: str, folder: Path) -> Iterator[Finding]:
    wrong = [*_unreadable(language, folder), *_beside_master(language, folder), *_too_long(language, folder)]
    yield from (Finding(fine=False, what=f"{language}/{line}") for line in wrong)
    if not wrong:
        found = texts(language, folder)
        on_buttons = len(labels() & found.keys())
        yield Finding(fine=True, what=f"{language}: {len(found)} texts, {on_buttons} of them on buttons")


def _unreadable(language: str, folder: Path) -> Iterator[str]:
    seen = set[str]()
    for file, entry in entries(language, folder):
        if isinstance(entry, ftl.Junk):
            first = (entry.content or "").strip().partition("\n")[0]
            yield f"{file}.ftl: cannot be read from {first[:SHOWN]!r} on"
        elif entry.id.name in seen:
            yield f"{file}.ftl: {entry.id.name} stands twice"
        else:
            seen.add(entry.id.name)


def _beside_master(language: str, folder: Path) -> Iterator[str]:
    master, ours = texts(MASTER, folder), texts(language, folder)
    for name, text in master.items():
        if name not in ours:
            yield f"{text.file}.ftl: {name} is missing: {_said(MASTER, name, folder)}"
        else:
            yield from _otherwise(text, ours[name])
    yield from (
        f"{ours[name].file}.ftl: {name} is in no other language" for name in ours if name not in master
    )


def _otherwise(master: Text, ours: Text) -> Iterator[str]:
    where = f"{ours.file}.ftl: {ours.name}"
    if ours.file != master.file:
        yield f"{where} belongs into {master.file}.ftl"
    if missing := sorted(master.values - ours.values):
        yield f"{where} does not use {', '.join(f'${one}' for one in missing)}"
    if unknown := sorted(ours.values - master.values):
        yield f"{where} uses {', '.join(f'${one}' for one in unknown)}, which it is not given"


def _too_long(language: str, folder: Path) -> Iterator[str]:
    for name, text in texts(language, folder).items():
        if len(text.words) > LONGEST:
            yield f"{text.file}.ftl: {name} has {len(text.words)} characters, at most {LONGEST}"
        if name in labels():
            yield from _long_labels(language, text, folder)


def _long_labels(language: str, text: Text, folder: Path) -> Iterator[str]:
    for reading in readings(language, text.name, "", folder):
        if is_too_long_for_button(language, text.name, reading):
            yield f"{text.file}.ftl: {text.name} is a button, at most {BUTTON} characters: {_short(reading)}"


def _compared(ours: Text, theirs: Text | None) -> Iterator[str]:
    if theirs is None:
        yield _line(ONLY_FIRST, ours)
    elif ours.values != theirs.values:
        sides = " / ".join(" ".join(f"${one}" for one in sorted(text.values)) for text in (ours, theirs))
        yield f"{_line(OTHER, ours)} {sides}:"
    elif ours.message.equals(theirs.message, ["span", "comment"]) and any(map(str.isalpha, ours.words)):
        yield _line(SAME, ours)


def _line(mark: str, text: Text) -> str:
    return f"{mark} {text.file}.ftl {text.name}:"


def _said(language: str, name: str, folder: Path) -> str:
    return _short(said(language, name, "…", folder))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
