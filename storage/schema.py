"""The schema: numbered scripts, run once each, in order; and what the database is bound to."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from storage.database import Dialect, StorageFailed, Transaction

_KEY_CHECK = b"wijklijn"

_CREATE_META = {
    Dialect.SQLITE: "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    Dialect.POSTGRESQL: "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
}
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7265)"
_FIND = "SELECT value FROM meta WHERE key = :key"
_SET = "INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value"


@cache
def scripts(database: str) -> Sequence[tuple[str, str]]:
    """(name, SQL) of every migration for `sqlite` or `postgresql`, in order."""
    folder = resources.files("storage") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(f".{database}.sql"))
    return tuple((name.split(".")[0], (folder / name).read_text(encoding="utf-8")) for name in names)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, without its comment lines."""
    lines = (line for line in script.splitlines() if not line.lstrip().startswith("--"))
    for statement in "\n".join(lines).split(";\n"):
        if statement.strip(" ;\n"):
            yield statement.strip(" ;\n")


async def upgrade(tx: Transaction) -> list[str]:
    """Run the scripts that this database has not seen; their names. Raises StorageFailed when it has seen newer ones."""
    if tx.dialect is Dialect.POSTGRESQL:
        await tx.all(_ONE_AT_A_TIME)  # replicas may start together
    await tx.run(_CREATE_META[tx.dialect])
    seen = await find_meta(tx, "schema") or ""
    known = scripts(tx.dialect.value)
    _refuse_newer(seen, known[-1][0])
    fresh = [(name, sql) for name, sql in known if name > seen]
    for name, sql in fresh:
        for statement in statements(sql):
            await tx.run(statement)
        await set_meta(tx, "schema", name)
    return [name for name, _ in fresh]


async def check_schema(tx: Transaction) -> None:
    """Raise StorageFailed unless this database has seen every script, and none that is newer. Nothing is written."""
    seen, newest = await find_meta(tx, "schema") or "", scripts(tx.dialect.value)[-1][0]
    _refuse_newer(seen, newest)
    if seen != newest:
        raise StorageFailed("it has an older schema: `wijklijn db upgrade`")


def _refuse_newer(seen: str, newest: str) -> None:
    if seen > newest:
        raise StorageFailed(
            f"its schema {seen} was made by a newer Wijklijn: install that, or restore a backup"
        )


async def find_meta(tx: Transaction, key: str) -> str | None:
    row = await tx.one(_FIND, key=key)
    return row["value"] if row else None


async def set_meta(tx: Transaction, key: str, value: str) -> None:
    await tx.run(_SET, key=key, value=value)


async def check_key(tx: Transaction) -> None:
    """Raise KeyWrong unless the key is the one this database was made with; a new database remembers it."""
    if not await is_key_known(tx):
        await set_meta(tx, "key-check", tx.sealer.seal(_KEY_CHECK).hex())


async def is_key_known(tx: Transaction) -> bool:
    """Whether this database was made with any key yet. Raises KeyWrong when that is another one."""
    kept = await find_meta(tx, "key-check")
    if kept is not None:
        tx.sealer.unseal(bytes.fromhex(kept))
    return kept is not None


async def is_bound(tx: Transaction) -> bool:
    """Whether a bot has served with this database."""
    return await find_meta(tx, "bot-id") is not None


async def bind_to_bot(tx: Transaction, bot_id: int) -> None:
    """Raise StorageFailed when this database belongs to another bot; its chats and file ids would be wrong."""
    kept = await find_meta(tx, "bot-id")
    if kept is None:
        await set_meta(tx, "bot-id", str(bot_id))
    elif kept != str(bot_id):
        raise StorageFailed("this database belongs to another bot: give this bot a database of its own")
