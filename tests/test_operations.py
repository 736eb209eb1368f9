"""docs/operations.md tells the truth about what an operator meets."""

import re
from pathlib import Path

import pytest

from bot.domain.alarms import Alarm
from bot.engine.metrics import Metrics
from playground.people import Person
from tests.line import Line

TEXT = Path("docs/operations.md").read_text(encoding="utf-8")


def test_every_alarm_has_its_section_and_every_section_its_alarm() -> None:
    sections = re.findall(r"^### (.+)$", TEXT, re.MULTILINE)
    assert sections == [alarm.value for alarm in Alarm]


def test_every_figure_that_is_named_exists() -> None:
    shown = Metrics().text().decode()
    named = set(re.findall(r"wijklijn_[a-z_]+", TEXT))
    assert {name for name in named if f"# HELP {name.removesuffix('_total')}" not in shown} == set()


def test_every_event_that_is_named_is_logged_somewhere() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("bot", "storage")
        for path in sorted(Path(folder).rglob("*.py"))
    )
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", TEXT))
    assert {name for name in named if f'"{name}"' not in code} == set()


@pytest.mark.sqlite
async def test_a_row_laid_back_as_described_takes_effect_after_the_next_start(line: Line) -> None:
    """A mistake in the program set it aside; what is started next has the correction."""
    resident: Person = line.telegram.person(801, "Planted", language_code="nl")
    await line.running.database.turn(lambda tx: tx.run("ALTER TABLE people RENAME TO gone"))
    line.running.lanes.pauses = (0.01,)
    resident.starts()
    await line.taken_in()
    [told] = re.findall(r'"(UPDATE inbox SET .*?)"`', TEXT)
    await line.running.database.turn(lambda tx: tx.run("ALTER TABLE gone RENAME TO people"))
    assert resident.heard() == []
    row = await line.read(lambda tx: tx.one("SELECT id FROM inbox WHERE state = 'aside'"))
    await line.running.database.turn(lambda tx: tx.run(told.replace("812", str(row["id"]))))
    await line.restart()
    await line.quiet()
    assert len(resident.heard()) > 0
