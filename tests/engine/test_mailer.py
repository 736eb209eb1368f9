"""The mailer alone: mails that break and a database that takes nothing hold up one mail, never the process."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import AbstractContextManager, asynccontextmanager, closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.cases import CaseId
from bot.domain.city import PartnerId
from bot.domain.mail import MailServer, Tls
from bot.domain.passings import Letter, Mail, Passing, PassingId, Way
from bot.domain.people import StaffId
from bot.engine.connections import Connections
from bot.engine.mail import MailRoom
from bot.engine.mailer import Mailer
from bot.engine.request import BotApi
from bot.settings import Secret
from storage.database import Database, Transaction
from storage.passings import find_passing, insert_passing
from tests.engine.exit import genk, stored, wall
from tests.line import TOKEN, file_of
from tests.post_office import PostOffice, post_office

PARTNER = PartnerId("limburg-net")
_STAFF = """
INSERT INTO staff (id, role, wijken, stadsdelen, languages, created_at) VALUES (1, 'coordinator', '', '', '', 0)
"""
_CASE = """
INSERT INTO cases (id, number, alias, kind, place, status, urgent, sensitive, reopened, created_at)
VALUES (1, '1', '-', 'report', '-', 'passed-on', 0, 0, 0, 0)
"""


@dataclass(slots=True)
class Desk:
    """Passes on, and looks what became of it."""

    mailer: Mailer
    office: PostOffice
    database: Database

    async def passes_on(self, partner: PartnerId = PARTNER) -> PassingId:
        new = Passing(
            id=PassingId(0),
            case=CaseId(1),
            partner=partner,
            way=Way.MAIL,
            staff=StaffId(1),
            letter=Letter("Wijklijn 1", "Er ligt glas."),
            at=wall(),
            mail=Mail.WAITING,
        )
        return await self.database.turn(lambda tx: insert_passing(tx, new))

    async def state(self, passing: PassingId) -> Mail | None:
        found = await self.database.read(lambda tx: find_passing(tx, passing))
        return found.mail if found else None

    async def becomes(self, passing: PassingId, state: Mail) -> None:
        async def is_so() -> bool:
            return await self.state(passing) is state

        await self.until(is_so)

    async def until(self, happened: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(8):
            while not await happened():
                self.mailer.woken.set()
                await asyncio.sleep(0.01)


@asynccontextmanager
async def running(mailer: Mailer) -> AsyncIterator["asyncio.Task[None]"]:
    stopping = asyncio.Event()
    task = asyncio.ensure_future(mailer.run(stopping))
    yield task
    stopping.set()
    await task


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async def begin(tx: Transaction) -> None:
        await tx.run(_STAFF)
        await tx.run(_CASE)

    connections = Connections(1)
    async with stored(tmp_path / "mail.db") as database, post_office() as office:
        await database.turn(begin)
        room = MailRoom(MailServer("127.0.0.1", office.port, Tls.NONE), "wijklijn@genk.be", seconds=5.0)
        api = BotApi(connections, "http://127.0.0.1:1", Secret(TOKEN))
        mailer = Mailer(
            database=database, room=room, city=genk(), clock=wall, after=lambda: None, api=api, pauses=()
        )
        yield Desk(mailer, office, database)


async def test_a_mail_that_breaks_is_told_and_the_next_one_goes(desk: Desk) -> None:
    city = genk()
    whole = city.partner(PARTNER)
    # No header can hold it; what a city file says is looked at, so this stands for whatever nobody foresaw.
    broken = replace(whole, id=PartnerId("broken"), email="a@genk.be\r\nBcc: x@genk.be")
    desk.mailer.city = replace(city, partners=(whole, broken))
    first, second = await desk.passes_on(broken.id), await desk.passes_on()
    async with running(desk.mailer):
        await desk.becomes(second, Mail.SENT)
        assert await desk.state(first) is Mail.REFUSED
    kinds = await desk.database.read(lambda tx: tx.all("SELECT kind FROM inbox"))
    assert [row["kind"] for row in kinds] == ["mail-ended"] * 2
    assert len(desk.office.taken) == 1


async def test_mails_that_cannot_be_read_end_nothing_but_themselves(
    desk: Desk, logged: list[MutableMapping[str, Any]]
) -> None:
    first = await desk.passes_on()
    kept = await desk.database.turn(lambda tx: tx.one("SELECT sealed FROM passings"))
    assert kept
    await desk.database.turn(lambda tx: tx.run("UPDATE passings SET sealed = :no", no=b"no letter"))
    async with running(desk.mailer):

        async def told() -> bool:
            return any(event["event"] == "mail-broke" for event in logged)

        await desk.until(told)
        sealed = kept["sealed"]
        await desk.database.turn(lambda tx: tx.run("UPDATE passings SET sealed = :sealed", sealed=sealed))
        await desk.becomes(first, Mail.SENT)


@pytest.mark.sqlite
async def test_what_became_of_a_mail_is_written_down_when_the_database_takes_it_again(
    desk: Desk, logged: list[MutableMapping[str, Any]]
) -> None:
    first, second = await desk.passes_on(), await desk.passes_on()
    with another(desk.database) as other:
        desk.office.meanwhile = lambda: holds(other)
        async with running(desk.mailer):
            await desk.until(not_written_of(logged))
            assert (await desk.state(first), await desk.state(second)) == (Mail.SENDING, Mail.WAITING)
            assert len(desk.office.taken) == 1
            desk.office.meanwhile = lambda: None
            other.execute("ROLLBACK")
            await desk.becomes(first, Mail.SENT)
            await desk.becomes(second, Mail.SENT)
    assert len(desk.office.taken) == 2


@pytest.mark.sqlite
async def test_a_mail_that_could_not_be_marked_has_not_gone_and_goes_later(
    desk: Desk, logged: list[MutableMapping[str, Any]]
) -> None:
    passing, desk.mailer.pauses = await desk.passes_on(), (timedelta(),)
    with another(desk.database) as other:
        desk.mailer.after = lambda: holds(other)
        async with running(desk.mailer):
            await desk.until(not_written_of(logged))
            assert (await desk.state(passing), desk.office.taken) == (Mail.WAITING, [])
            desk.mailer.after = lambda: None
            other.execute("ROLLBACK")
            await desk.becomes(passing, Mail.SENT)


def another(database: Database) -> AbstractContextManager[sqlite3.Connection]:
    """Somebody else who has the same file open."""
    return closing(sqlite3.connect(file_of(database), isolation_level=None))


def holds(other: sqlite3.Connection) -> None:
    if not other.in_transaction:
        other.execute("BEGIN IMMEDIATE")


def not_written_of(logged: list[MutableMapping[str, Any]]) -> Callable[[], Awaitable[bool]]:
    async def not_written() -> bool:
        return len([event for event in logged if event["event"] == "mail-not-written"]) > 1

    return not_written
