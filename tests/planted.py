"""A resident with a name, a number and a camera that tells everything, and the search for them in all that we keep."""

import io
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import aiohttp
from PIL import Image

from playground.files import Files
from playground.people import Person
from playground.samples import street_photo
from playground.telegram import Telegram
from playground.wire import JSON
from storage.database import Dialect, Transaction
from storage.sealing import KeyWrong
from tests.databases import files_of
from tests.line import Line

FIRST_NAME: Final = "Plantilla"
LAST_NAME: Final = "Zaadkorrelova"
USERNAME: Final = "wortelstok_9000"
PHONE: Final = "+32470998877"
FILE_NAME: Final = "huurcontract-van-zaailing.jpg"
CAMERA: Final = "Kiemplant-camera 3000"
OWNER: Final = "Bladgroen Stekje"
CONTACT_NAME: Final = "Rizoomia"
CONTACT_PHONE: Final = "+359888776655"
ORIGIN_NAME: Final = "Sporendrager"
ORIGIN_USERNAME: Final = "mosveld_7000"
# Who somebody is: nobody may find any of it anywhere.
FILES: Final = "the database's files"
IDENTITY: Final = (
    FIRST_NAME,
    LAST_NAME,
    USERNAME,
    PHONE.removeprefix("+"),
    FILE_NAME.removesuffix(".jpg"),
    CAMERA,
    OWNER,
    CONTACT_NAME,
    CONTACT_PHONE.removeprefix("+"),
    ORIGIN_NAME,
    ORIGIN_USERNAME,
)
# What the resident wrote: for those who handle the case, and where its words are kept.
CAPTION: Final = "kasplant onder de trap"

_ARTIST: Final = 0x013B
_MADE_BY: Final = 0x010F
_GPS: Final = 0x8825
_KEPT_WORDS: Final = frozenset({("case_messages", "text"), ("translations", "text")})
# The chat's number is needed to answer; what else would tell who it is may not be there.
_PICTURE_TRACES: Final = (b"Exif\x00", b"http://ns.adobe.com/xap", b"Photoshop 3.0")


def planted(telegram: Telegram, user_id: int, language_code: str) -> Person:
    """The phone of the planted resident."""
    return telegram.person(
        user_id,
        FIRST_NAME,
        last_name=LAST_NAME,
        username=USERNAME,
        phone=PHONE,
        language_code=language_code,
    )


def camera_picture() -> bytes:
    """A JPEG whose EXIF says whose camera took it, and where."""
    exif = Image.Exif()
    exif[_MADE_BY], exif[_ARTIST] = CAMERA, OWNER
    exif[_GPS] = {1: "N", 2: (51.0, 0.0, 6.5), 3: "E", 4: (5.0, 31.0, 9.5)}
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(street_photo())) as street:
        street.save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def sends_everything_odd(phone: Person) -> None:
    """A contact and two forwarded posts, each of which names somebody else."""
    writer = {"id": 9_001, "is_bot": False, "first_name": ORIGIN_NAME, "username": ORIGIN_USERNAME}
    phone.sends_contact(CONTACT_PHONE, CONTACT_NAME)
    phone.forwards("Lees dit eens.", of=writer)


class Uploads(Files):
    """Keeps photos as they came in: Telegram draws them anew, so what it shows would hide what was sent."""

    def __init__(self, bot_id: int, clock: Callable[[], float]) -> None:
        super().__init__(bot_id, clock)
        self.came: list[bytes] = []

    def photo(self, data: bytes) -> list[JSON]:
        self.came.append(data)
        return super().photo(data)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found that may not be there."""

    where: str
    what: str


@dataclass(slots=True)
class Search:
    """Hears everything that other people ever get, and looks for the planted resident everywhere.

    `logs` is what the operator reads; `health` the address of the figures; `resident` whose own chat may say all.
    """

    line: Line
    logs: io.StringIO
    health: str
    resident: int
    _shown: list[tuple[int, str]] = field(default_factory=list)
    _files: set[str] = field(default_factory=set)
    _uploads: list[bytes] = field(default_factory=list)

    def listen(self) -> None:
        telegram = self.line.telegram
        telegram.listeners.append(self._hear)
        telegram.files = files = Uploads(telegram.bot["id"], telegram.clock)
        self._uploads = files.came

    def _hear(self, event: JSON) -> None:
        """Every message, also one that is edited or gone later."""
        if event["type"] not in {"message", "edit"} or event["message"]["outgoing"]:
            return
        if event["chat"] != self.resident:
            self._shown.append((event["chat"], json.dumps(event["message"], ensure_ascii=False)))
            self._files.update(_file_ids(event["message"]))

    async def hits(self, handlers: Collection[int], *, is_sensitive: bool = False) -> list[Hit]:
        """Everything that was found. `handlers` are the chats that may read the case's words.

        The words of a sensitive case may not even rest in the database.
        """
        rows = await self.line.read(_everything)
        return [
            *self._in_logs(),
            *await self._in_metrics(),
            *await _in_files(self.line, is_sensitive=is_sensitive),
            *_in_rows(rows, is_sensitive=is_sensitive),
            *self._in_chats(handlers),
            *self._in_pictures(),
        ]

    def _in_logs(self) -> Iterator[Hit]:
        text = self.logs.getvalue()
        yield from found("the logs", text, (*IDENTITY, CAPTION))
        for number in self.line.telegram.people:
            if re.search(rf"(?<!\d){number}(?!\d)", text):
                yield Hit("the logs", "the number of a chat")

    async def _in_metrics(self) -> list[Hit]:
        async with aiohttp.ClientSession() as session, session.get(f"http://{self.health}/metrics") as answer:
            text = await answer.text()
        assert "wijklijn_updates" in text
        return list(found("the metrics", text, (*IDENTITY, CAPTION)))

    def _in_chats(self, handlers: Collection[int]) -> Iterator[Hit]:
        """Who somebody is, in no chat; words of the case in those of its handlers."""
        for chat, message in self._shown:
            yield from found(f"chat {chat}", message, IDENTITY)
            yield from found(f"chat {chat}", message, () if chat in handlers else (CAPTION,))

    def _in_pictures(self) -> Iterator[Hit]:
        """What the bot uploads, and what others can download, is made of pixels alone."""
        shown = [self.line.telegram.files.content(file_id) for file_id in self._files]
        for data in (*self._uploads, *shown):
            yield from (Hit("a picture", str(trace)) for trace in _PICTURE_TRACES if trace in data)
            yield from found("a picture", data.decode("latin-1"), IDENTITY)


def found(where: str, text: str, secrets: Iterable[str]) -> Iterator[Hit]:
    """A hit for each of the secrets in the text, in capitals or not."""
    folded = text.casefold()
    yield from (Hit(where, secret) for secret in secrets if secret.casefold() in folded)


def _file_ids(wire: JSON) -> Iterator[str]:
    for kind in ("photo", "document", "video", "voice", "video_note"):
        held: Any = wire.get(kind) or []
        yield from (one["file_id"] for one in (held if isinstance(held, list) else [held]))


async def _in_files(line: Line, *, is_sensitive: bool) -> list[Hit]:
    """The bytes on disk, as whoever steals them reads them."""
    secrets = (*IDENTITY, *((CAPTION,) if is_sensitive else ()))
    texts = [
        file.read_bytes().decode("utf-8", "ignore")
        for file in await files_of(line.environ["WIJKLIJN_DATABASE_URL"])
    ]
    return [hit for text in texts for hit in found(FILES, text, secrets)]


def _in_rows(rows: Iterable[tuple[str, str, str]], *, is_sensitive: bool) -> Iterator[Hit]:
    """Every value, what is sealed unsealed: no identity at all, and words where words are kept or sealed."""
    for table, column, text in rows:
        yield from found(f"{table}.{column}", text, IDENTITY)
        is_kept = (table, column.removesuffix(" unsealed")) in _KEPT_WORDS and not is_sensitive
        if not is_kept and not column.endswith(" unsealed"):
            yield from found(f"{table}.{column}", text, (CAPTION,))


_TABLES = {
    Dialect.SQLITE: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    Dialect.POSTGRESQL: "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
}


async def _everything(tx: Transaction) -> list[tuple[str, str, str]]:
    """Every value of every table as table, column and text."""
    tables = await tx.all(_TABLES[tx.dialect])
    return [
        (table["name"], *shown)
        for table in tables
        for row in await tx.all(f'SELECT * FROM "{table["name"]}"')  # noqa: S608 - names out of the schema itself
        for column in row.keys()  # noqa: SIM118 - a row is no mapping
        for shown in _shown(tx, column, row[column])
    ]


def _shown(tx: Transaction, column: str, value: object) -> Iterator[tuple[str, str]]:
    if not isinstance(value, bytes):
        yield column, str(value)
        return
    try:
        yield f"{column} unsealed", tx.sealer.unseal(value).decode("utf-8", "replace")
    except KeyWrong:
        yield column, value.decode("utf-8", "replace")
