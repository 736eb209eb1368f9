"""`wijklijn locales`: what a translator is told about a language that is half done."""

import re
from pathlib import Path

import pytest
from fluent.syntax import ast as ftl

from bot.command_line import main
from bot.commands.locales import check, diff
from bot.files import CannotStart
from bot.texts import LOCALES
from bot.written import labels, texts

DUTCH = """### Start. Buttons: 25 characters at most.

welcome = Welkom in { $town }.
menu-report = 📣 Probleem melden
how-many =
    { $count ->
        [one] Eén bericht
       *[other] { $count } berichten
    }
bye = Dag
"""
TURKISH = """welcome = Hoş geldiniz: { $city } { $place }
menu-report = 📣 Mahallenizde bir sorunu bildirin
bye = Dag
bye = Dag
extra = Fazla
this is no fluent
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, text in (("nl", DUTCH), ("tr", TURKISH)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "start.ftl").write_text(text, encoding="utf-8")
    return tmp_path


def test_what_is_shipped_is_fine_and_the_commands_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["locales", "check"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in told] == ["ok    bg", "ok    nl", "ok    tr"]
    assert main(["locales", "diff", "nl", "tr"]) == 0


def test_everything_that_is_wrong_with_a_language_is_named_with_its_file(folder: Path) -> None:
    found = [finding.what for finding in check(["tr"], folder) if not finding.fine]
    assert found == [
        "tr/start.ftl: bye stands twice",
        "tr/start.ftl: cannot be read from 'this is no fluent' on",
        "tr/start.ftl: welcome does not use $town",
        "tr/start.ftl: welcome uses $place, which it is not given",
        "tr/start.ftl: how-many is missing: … berichten",
        "tr/start.ftl: extra is in no other language",
        "tr/start.ftl: menu-report is a button, at most 25 characters: 📣 Mahallenizde bir sorunu bildirin",
    ]
    assert all(finding.fine for finding in check(["nl"], folder))


def test_two_languages_are_told_apart_line_by_line(folder: Path) -> None:
    assert diff("nl", "tr", folder) == [
        "~ start.ftl welcome: $town / $place: Welkom in ….",
        "- start.ftl how-many: … berichten",
        "= start.ftl bye: Dag",
        "+ start.ftl extra: Fazla",
    ]


@pytest.mark.parametrize("language", ["xx", "../nl", "README.md"])
def test_a_language_that_is_not_there_is_refused_with_those_that_are(folder: Path, language: str) -> None:
    with pytest.raises(CannotStart, match="expected one of nl, tr"):
        check([language], folder)


def _read(node: object) -> set[str]:
    """The values that people read; what only chooses between names in brackets explains itself."""
    if isinstance(node, ftl.VariableReference):
        return {node.id.name}
    inside = vars(node).values() if isinstance(node, ftl.BaseNode) else node if isinstance(node, list) else ()
    if isinstance(node, ftl.SelectExpression):
        inside = node.variants
    return set().union(*map(_read, inside), set())


def test_every_value_is_explained_in_its_file_or_for_all_files_together() -> None:
    everywhere = (LOCALES / "README.md").read_text(encoding="utf-8")
    comments = {
        file.stem: " ".join(re.findall(r"^#.*$", file.read_text(encoding="utf-8"), re.MULTILINE))
        for file in (LOCALES / "nl").glob("*.ftl")
    }
    unexplained = {
        f"{text.file}.ftl {name}: ${value}"
        for name, text in texts("nl").items()
        for value in text.values & _read(text.message)
        if not re.search(rf"\${value}\b", comments[text.file] + everywhere)
    }
    assert unexplained == set(), "say in a comment of the file what the value holds"


@pytest.mark.parametrize("language", ["nl", "tr", "bg"])
def test_whoever_translates_a_button_is_told_how_long_it_may_be(language: str) -> None:
    """By the file's first comment, a group's, or the text's own."""
    told = {
        file.stem: "Buttons: 25 characters at most" in file.read_text(encoding="utf-8")
        for file in (LOCALES / language).glob("*.ftl")
    }
    untold = {texts(language)[name].file for name in labels()} - {
        file for file, is_told in told.items() if is_told
    }
    assert untold == set(), "say 'Buttons: 25 characters at most.' in the ### comment of these files"
