"""`wijklijn …` as an operator uses it: in a process of its own, beside a running bot."""

import asyncio
import re
import sys
from pathlib import Path

import pytest

from playground.api import Server
from playground.telegram import Telegram
from storage.sealing import new_key
from tests.commands import SECONDS, wijklijn, wijklijn_unread
from tests.databases import address_in
from tests.line import TOKEN, Line


@pytest.fixture
def environ(tmp_path: Path, server: Server) -> dict[str, str]:
    return {
        "WIJKLIJN_BOT_TOKEN": TOKEN,
        "WIJKLIJN_API_ROOT": server.url,
        "WIJKLIJN_DATABASE_URL": address_in(tmp_path),
        "WIJKLIJN_KEY": new_key(),
    }


async def test_it_tells_its_version() -> None:
    code, said, _ = await wijklijn("--version")
    assert code == 0
    assert re.fullmatch(r"wijklijn \d+\.\d+\.\d+\n", said)


@pytest.mark.parametrize(
    "command",
    [
        ["run"],
        ["playground"],
        ["invite"],
        ["staff", "list"],
        ["staff", "release"],
        ["check"],
        ["status"],
        ["backup"],
        ["restore"],
        ["db", "upgrade"],
        ["db", "copy"],
    ],
)
async def test_every_command_explains_itself(command: list[str]) -> None:
    code, said, _ = await wijklijn(*command, "--help")
    assert code == 0
    assert said.startswith("usage: wijklijn " + " ".join(command))


async def test_who_reads_no_further_gets_the_exit_code_and_no_trace(tmp_path: Path) -> None:
    environ = {"WIJKLIJN_DATABASE_URL": f"sqlite:///{tmp_path}/none.db"}
    assert await wijklijn_unread("status", **environ) == (1, "", "")


async def test_an_invitation_printed_beside_a_running_bot_works_once(line: Line) -> None:
    code, said, complained = await wijklijn(
        "invite", "wijkmanager", "--wijk", "waterschei-noord", **line.environ
    )
    assert (code, complained) == (0, "")
    assert said.startswith("This link makes who opens it wijkmanager (waterschei-noord), once, until ")
    link = said.splitlines()[-1]
    assert re.fullmatch(r"https://t\.me/wijklijn_bot\?start=inv-[A-Za-z0-9_-]{32}", link)
    manager = line.telegram.person(5_500_000_801, "Planted", language_code="nl")
    manager.opens(link)
    await line.quiet()
    assert manager.heard()[0] == "Welkom. Je bent nu wijkmanager voor Waterschei-Noord."
    _, listed, _ = await wijklijn("staff", "list", **line.environ)
    assert listed.split() == ["1", "wijkmanager", "waterschei-noord"]


async def test_a_released_member_is_staff_no_more(line: Line) -> None:
    manager = line.telegram.person(5_500_000_801, "Planted", language_code="nl")
    _, said, _ = await wijklijn("invite", "coordinator", **line.environ)
    manager.opens(said.splitlines()[-1])
    await line.quiet()
    _, said, _ = await wijklijn("check", **line.environ, WIJKLIJN_FOUR_EYES="1")
    assert "; announcements take two people, and those to everybody can be made by 1" in said
    code, said, _ = await wijklijn("staff", "release", "1", **line.environ)
    assert (code, said[:30]) == (0, "1 is no longer coordinator; wh")
    _, listed, _ = await wijklijn("staff", "list", **line.environ)
    assert listed.startswith("Nobody has a role yet")
    code, _, complained = await wijklijn("staff", "release", "1", **line.environ)
    assert code == 1
    assert complained.startswith("wijklijn: nobody has the id 1 now")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ["invite", "wijkmanager", "--wijk", "waterschij"],
            "--wijk waterschij is not in the city file; expected one of: bokrijk",
        ),
        (
            ["invite", "wijkmanager", "--stadsdeel", "Oost"],
            "--stadsdeel Oost is not in the city file; expected one of: Genk-Oost",
        ),
        (
            ["invite", "contact-worker", "--language", "xx"],
            "--language xx is not in the city file; expected one of: nl",
        ),
        (["invite", "contact-worker"], "a contact worker needs --language"),
        (["invite", "team-member"], "a team member needs --wijk or --stadsdeel"),
    ],
)
async def test_a_wrong_invitation_is_one_clear_line(
    environ: dict[str, str], arguments: list[str], complaint: str
) -> None:
    code, said, complained = await wijklijn(*arguments, **environ)
    assert (code, said) == (1, "")
    assert complained.startswith(f"wijklijn: {complaint}")
    assert complained.count("\n") == 1


async def test_check_says_what_is_right_and_what_nobody_confirmed(
    environ: dict[str, str],
) -> None:
    code, said, _ = await wijklijn("check", **environ)
    assert code == 0
    for expected in (
        "ok    settings: read",
        "ok    city: Genk, 30 wijken",
        "ok    texts: nl, tr, bg",
        "ok    Telegram: the bot is @wijklijn_bot",
        "ok    translator: none",
        "ok    not confirmed by the city: stadsdelen",
    ):
        assert expected in said


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("WIJKLIJN_RATE", "fast", "WRONG settings: WIJKLIJN_RATE"),
        ("WIJKLIJN_CITY", "cities/nowhere.toml", "WRONG city: cities/nowhere.toml"),
        ("WIJKLIJN_BOT_TOKEN", "700000001:" + "B" * 35, "WRONG Telegram: WIJKLIJN_BOT_TOKEN is not accepted"),
        ("WIJKLIJN_API_ROOT", "http://127.0.0.1:9", "WRONG Telegram: Telegram cannot be reached"),
    ],
)
async def test_check_names_what_is_wrong_and_ends_with_one(
    environ: dict[str, str], name: str, value: str, line: str
) -> None:
    code, said, complained = await wijklijn("check", **{**environ, name: value})
    assert code == 1
    assert complained == ""
    assert line in said
    assert value not in said or name in {"WIJKLIJN_CITY", "WIJKLIJN_API_ROOT", "WIJKLIJN_RATE"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WIJKLIJN_BOT_TOKEN", ""),
        ("WIJKLIJN_BOT_TOKEN", "nonsense"),
        ("WIJKLIJN_HOLD_SECONDS", "-1"),
        ("WIJKLIJN_KEY", "short"),
        ("WIJKLIJN_CITY", "README.md"),
        ("WIJKLIJN_DATABASE_URL", "mysql://somewhere"),
    ],
)
async def test_a_wrong_setting_stops_the_start_with_one_line(
    environ: dict[str, str], name: str, value: str
) -> None:
    code, said, complained = await wijklijn("run", **{**environ, name: value})
    assert (code, said) == (1, "")
    assert complained.startswith("wijklijn: ")
    assert complained.count("\n") == 1


async def test_run_ends_on_sigterm_within_ten_seconds(environ: dict[str, str], telegram: Telegram) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        env={"PATH": "/usr/bin:/bin", "WIJKLIJN_HEALTH": "127.0.0.1:0", **environ},
        stderr=asyncio.subprocess.PIPE,
    )
    newcomer = telegram.person(5_500_000_701, "Planted", language_code="nl")
    asked = newcomer.starts()
    await telegram.settled(newcomer, asked, timeout=SECONDS)
    process.terminate()
    async with asyncio.timeout(10):
        _, logged = await process.communicate()
    assert process.returncode == 0
    assert b"stopped" in logged


async def test_the_database_can_be_upgraded_alone(environ: dict[str, str]) -> None:
    code, said, _ = await wijklijn("db", "upgrade", **environ)
    assert code == 0
    assert said.startswith("The database has schema 00")
