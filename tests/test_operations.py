"""docs/operations.md tells the truth about what an operator meets."""

import re
from configparser import ConfigParser
from pathlib import Path

from bot.domain.alarms import Alarm
from bot.engine.metrics import Metrics
from bot.opening import now
from playground.people import Person
from storage.inbox import insert_unreadable
from tests.commands import wijklijn
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


def units() -> list[ConfigParser]:
    """The unit files that the page shows."""
    found = []
    for block in re.findall(r"```ini\n(.*?)```", TEXT, re.DOTALL):
        unit = ConfigParser(interpolation=None, comment_prefixes="#", delimiters="=")
        unit.read_string(block)
        found.append(unit)
    return found


def test_every_service_has_a_user_and_the_folder_in_which_the_bot_finds_its_files() -> None:
    services = [unit["Service"] for unit in units() if "Service" in unit]
    assert [service["ExecStart"].split()[:2] for service in services] == [
        [f"{service['WorkingDirectory']}/.venv/bin/wijklijn", act]
        for service, act in zip(services, ("run", "backup"), strict=True)
    ]
    assert {service["User"] for service in services} == {"wijklijn"}
    assert len({service["EnvironmentFile"] for service in services}) == 1


def test_a_refusal_that_passes_is_never_the_last() -> None:
    bot = units()[0]
    assert bot["Unit"]["StartLimitIntervalSec"] == "0"
    assert bot["Service"]["Restart"] == "always"
    assert int(bot["Service"]["RestartSec"]) >= 5
    assert int(bot["Service"]["TimeoutStopSec"]) > 10


async def test_a_row_set_aside_is_listed_and_tried_anew_beside_the_running_bot(line: Line) -> None:
    """A mistake in the program set it aside; then that was mended."""
    resident: Person = line.telegram.person(5_500_000_801, "Planted", language_code="nl")
    await line.running.database.turn(lambda tx: tx.run("ALTER TABLE people RENAME TO gone"))
    line.running.lanes.pauses = (0.01,)
    resident.starts()
    await line.taken_in()
    await line.running.database.turn(lambda tx: tx.run("ALTER TABLE gone RENAME TO people"))
    code, said, complained = await wijklijn("aside", "list", **line.environ)
    assert (code, complained) == (0, "")
    row = re.fullmatch(r" +(\d+)  [\d-]{10} [\d:]{5}  update +tried 2 times\n", said)
    assert row
    code, _, complained = await wijklijn("aside", "retry", row[1], "999999", **line.environ)
    assert (code, complained.count("\n")) == (1, 1)
    assert "999999 is not set aside" in complained
    assert resident.heard() == []
    code, said, _ = await wijklijn("aside", "retry", row[1], **line.environ)
    assert (code, said) == (0, f"{row[1]} is tried again: at once where a bot runs, else when it starts.\n")
    await line.quiet()
    assert len(resident.heard()) > 0
    assert (await wijklijn("aside", "list", **line.environ))[1] == "Nothing is set aside.\n"


async def test_what_nobody_can_read_is_not_tried_anew(line: Line) -> None:
    await line.running.database.turn(lambda tx: insert_unreadable(tx, "size", b"{}", now()))
    _, said, _ = await wijklijn("aside", "list", **line.environ)
    assert said.endswith("cannot be read, and is not tried again\n")
    code, _, complained = await wijklijn("aside", "retry", said.split()[0], **line.environ)
    assert (code, "could not be read" in complained) == (1, True)
