"""One mail, and what is known of it afterwards: tried against a real mail server on loopback, with its faults."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult

from bot.domain.mail import MailServer, Tls
from bot.domain.passings import Letter
from bot.engine.mail import Addressed, Handed, MailRoom, written
from tests.post_office import Fault, PostOffice, certified, post_office

SENDER, PARTNER, OFFICE = "wijklijn@genk.be", "reiniging@genk.be", "wijk@genk.be"
AT = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
# What somebody may write to get more into a mail than a text.
HOSTILE = (
    "Er ligt afval\r\n.\r\nMAIL FROM:<x@y.be>\nBcc: ik@elders.be\n\n<b>vet</b>\x00\x08\u202e naar niemand"
)


HEADERS = {
    *("From", "To", "Reply-To", "Subject", "Date", "Message-ID"),
    *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
}


def mail(text: str = "Er ligt afval.", subject: str = "Wijklijn 12345") -> Addressed:
    return Addressed(PARTNER, Letter(subject, text), "0a1b", AT)


@pytest.fixture
async def office() -> AsyncIterator[PostOffice]:
    async with post_office() as office:
        yield office


def room(office: PostOffice, seconds: float = 5.0) -> MailRoom:
    return MailRoom(MailServer("127.0.0.1", office.port, Tls.NONE), SENDER, OFFICE, seconds=seconds)


async def yes() -> bool:
    return True


async def test_a_mail_is_plain_text_with_its_own_headers_whatever_somebody_wrote(office: PostOffice) -> None:
    hostile = mail(HOSTILE, "Wijklijn 1\r\nBcc: ik@elders.be\n\nEn tekst")
    assert await room(office).hand_over(hostile, yes) is Handed.TAKEN
    (envelope,), (got,) = office.taken, office.mails
    assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, [PARTNER])
    assert set(got.keys()) == HEADERS
    assert (got["Bcc"], got["Reply-To"], got["Message-ID"]) == (None, OFFICE, "<0a1b@genk.be>")
    assert got["Subject"] == "Wijklijn 1 Bcc: ik@elders.be En tekst"
    assert got.get_content_type() == "text/plain"
    text = got.get_content().replace("\r\n", "\n")
    assert text == "Er ligt afval\n.\nMAIL FROM:<x@y.be>\nBcc: ik@elders.be\n\n<b>vet</b> naar niemand\n"


def test_the_same_mail_is_the_same_on_the_wire_each_time() -> None:
    assert written(mail(), SENDER) == written(mail(), SENDER)


FATES = [
    (None, Handed.TAKEN, 1),
    (Fault.NO_SUCH_ADDRESS, Handed.REFUSED, 0),
    (Fault.BUSY, Handed.NOT_GONE, 0),
    (Fault.LOST_BEFORE, Handed.NOT_GONE, 0),
    (Fault.NEVER, Handed.REFUSED, 0),
    (Fault.TOO_MUCH, Handed.REFUSED, 0),
    (Fault.NOT_NOW, Handed.NOT_GONE, 0),
    (Fault.LOST_AFTER, Handed.UNKNOWN, 1),
    (Fault.SILENT, Handed.UNKNOWN, 1),
]


@pytest.mark.parametrize(
    ("fault", "handed", "taken"), FATES, ids=[fault.name if fault else "taken" for fault, _, _ in FATES]
)
async def test_of_each_fault_it_is_known_whether_the_mail_went(
    office: PostOffice, fault: Fault | None, handed: Handed, taken: int
) -> None:
    office.faults = [fault] if fault else []
    seconds = 0.3 if fault is Fault.SILENT else 5.0
    assert await room(office, seconds).hand_over(mail(), yes) is handed
    assert len(office.taken) == taken


async def test_pictures_go_with_a_mail_byte_for_byte_or_are_known_to_be_too_large(office: PostOffice) -> None:
    pictures = (bytes(range(256)) * 40, b"\xff\xd8\r\n.\r\n")
    illustrated = replace(mail(HOSTILE), pictures=pictures)
    office.faults = [Fault.TOO_MUCH]
    assert await room(office).hand_over(illustrated, yes) is Handed.TOO_LARGE
    assert await room(office).hand_over(illustrated, yes) is Handed.TAKEN
    (got,) = office.mails
    text, *attached = got.iter_parts()
    assert text.get_content().startswith("Er ligt afval")
    assert [one.get_content() for one in attached] == list(pictures)
    assert [(one.get_filename(), one.get_content_type()) for one in attached] == [
        ("foto-1.jpg", "image/jpeg"),
        ("foto-2.jpg", "image/jpeg"),
    ]
    assert written(illustrated, SENDER) == written(illustrated, SENDER)
    assert not [part for part in got.walk() if part.get("Bcc")]


async def test_a_server_that_says_how_much_it_takes_is_given_no_more_and_nothing_is_marked() -> None:
    marked: list[bool] = []

    async def mark() -> bool:
        marked.append(True)
        return True

    async with post_office(data_size_limit=4_000) as office:
        large = replace(mail(), pictures=(bytes(9_000),))
        assert await room(office).hand_over(large, mark) is Handed.TOO_LARGE
        assert (marked, office.taken) == ([], [])
        assert await room(office).hand_over(mail(), mark) is Handed.TAKEN


async def test_a_server_that_is_not_there_and_a_mail_that_is_not_wanted_any_more(office: PostOffice) -> None:
    async def no() -> bool:
        return False

    assert await room(office).hand_over(mail(), no) is Handed.UNWANTED
    assert await room(office).answers()
    office.port = 1
    assert not await room(office).answers()
    assert await room(office).hand_over(mail(), yes) is Handed.NOT_GONE
    assert office.taken == []


@pytest.mark.parametrize("tls", [Tls.AFTER_GREETING, Tls.AT_ONCE])
async def test_a_name_and_password_go_only_to_a_server_that_proves_itself(tmp_path: Path, tls: Tls) -> None:
    serving, trust = certified(tmp_path)
    known: list[tuple[str, str]] = []

    def knows(_server: object, _session: object, _envelope: object, _way: str, said: object) -> AuthResult:
        known.append((said.login.decode(), said.password.decode()))  # type: ignore[attr-defined]
        return AuthResult(success=True)

    how: dict[str, Any] = {"authenticator": knows, "auth_require_tls": False}
    if tls is Tls.AFTER_GREETING:
        how |= {
            "auth_require_tls": True,
            "auth_required": True,
            "tls_context": serving,
            "require_starttls": True,
        }
    async with post_office(closed_by=serving if tls is Tls.AT_ONCE else None, **how) as office:
        server = MailServer("127.0.0.1", office.port, tls, "wijk", "geheim")
        assert await MailRoom(server, SENDER, seconds=5.0).hand_over(mail(), yes) is Handed.NOT_GONE
        assert (known, office.taken) == ([], [])
        assert await MailRoom(server, SENDER, seconds=5.0, trust=trust).hand_over(mail(), yes) is Handed.TAKEN
        assert known == [("wijk", "geheim")]
